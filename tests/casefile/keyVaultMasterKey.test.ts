import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withOlderFile } from '../../src/casefile/sealed/fileMasterKey';
import { keyVaultMasterKey } from '../../src/casefile/sealed/keyVaultMasterKey';
import { memoryRecords } from '../../src/casefile/memory/memoryRecords';
import { rewrapKeys } from '../../src/casefile/sealed/rewrapKeys';
import { storesOver, storesWithKeyFile } from '../../src/casefile/stores';
import { fakeVault, type FakeVault } from '../support/keyVault';
import { append, MOMENT } from './contract/given';

let vault: FakeVault;
beforeEach(async () => {
  vault = await fakeVault();
});
afterEach(() => vault.close());
jest.setTimeout(60_000);

const opened = (credential: FakeVault['credential'] = vault.credential) =>
  keyVaultMasterKey({ url: vault.url, credential, elsewhere: { certificate: vault.authority } });
const secret = Buffer.from('a data key, 32 bytes of it......');
const operations = (): string[] => vault.asked.map((line) => line.replace(/[0-9a-f]{32}/, 'VERSION'));

describe('given a key in a vault', () => {
  test('when a data key is wrapped, the vault alone unwraps it, and a new instance can ask it to', async () => {
    const wrapped = await opened().wrap(secret);
    expect(wrapped.wrappedBy).toBe(await opened().newest());
    expect(Buffer.from(wrapped.wrapped).includes(secret)).toBe(false);
    vault.asked.length = 0;
    expect(Buffer.from(await opened().unwrap(wrapped))).toEqual(secret);
    expect(operations()).toContain('POST /keys/meldcode/VERSION/unwrapkey');
  });

  test('when it gets a new version, that one wraps from then on and the older still unwraps; rewrapped, the older is not asked', async () => {
    const master = opened();
    const records = memoryRecords(() => MOMENT);
    await storesOver(records, master).cases.append('case-000001', 0, append(['a:0']));
    const before = await master.newest();
    const after = vault.rotate();
    expect(await master.newest()).toBe(after);
    expect((await records.keys.read('case:case-000001'))?.wrappedBy).toBe(before);
    expect((await storesOver(records, opened()).cases.load('case-000001'))?.version).toBe(1);
    expect(await rewrapKeys(records.keys, master)).toBe(2);
    expect((await records.keys.read('case:case-000001'))?.wrappedBy).toBe(after);
    expect((await storesOver(records, opened()).cases.load('case-000001'))?.version).toBe(1);
  });
});

describe('given a key that lay in a file', () => {
  test('when a vault takes over, both open what is there, and once rewrapped the file is not needed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vault-'));
    const file = join(folder, 'master.key');
    const records = memoryRecords(() => MOMENT);
    const before = await storesWithKeyFile(records, file);
    await before.cases.append('case-000001', 0, append(['a:0']));
    const both = withOlderFile(opened(), file);
    const { cases } = storesOver(records, both);
    expect((await cases.load('case-000001'))?.version).toBe(1);
    await cases.append('case-000002', 0, append(['a:0']));
    expect((await records.keys.read('case:case-000002'))?.wrappedBy).toBe(await opened().newest());
    expect(await rewrapKeys(records.keys, both)).toBe(2);
    rmSync(folder, { recursive: true });
    const alone = storesOver(records, withOlderFile(opened(), file));
    expect((await alone.cases.load('case-000001'))?.version).toBe(1);
    expect((await alone.cases.find(['person:p-1'], { limit: 9 })).heads).toHaveLength(2);
  });
});

describe('given a vault that is away', () => {
  test('when cases are open, they go on and new ones begin; what is not open waits until the vault is back', async () => {
    const records = memoryRecords(() => MOMENT);
    const other = storesOver(records, opened());
    await other.cases.append('case-000002', 0, append(['a:0']));
    const { cases, keyValues } = storesOver(records, opened());
    await cases.append('case-000001', 0, append(['a:0']));
    await keyValues.write({ talk: 1 });

    vault.behave('away');
    expect((await cases.load('case-000001'))?.version).toBe(1);
    expect(await cases.append('case-000001', 1, append(['b:0']))).toEqual({ version: 2 });
    expect(await cases.append('case-000003', 0, append(['a:0']))).toEqual({ version: 1 });
    expect(await keyValues.read(['talk'])).toEqual({ talk: 1 });
    await expect(cases.load('case-000002')).rejects.toMatchObject({ code: 'master-key-unreachable' });

    vault.behave('well');
    expect((await cases.load('case-000002'))?.version).toBe(1);
    expect((await storesOver(records, opened()).cases.load('case-000003'))?.version).toBe(1);
  });

  test('when nothing was seen of it yet, a case cannot begin, and nothing of it is kept', async () => {
    vault.behave('away');
    const records = memoryRecords(() => MOMENT);
    const { cases } = storesOver(records, opened());
    await expect(cases.append('case-000001', 0, append(['a:0']))).rejects.toMatchObject({
      code: 'master-key-unreachable',
    });
    expect(await records.cases.caseIds({ limit: 9 })).toEqual([]);
  });
});

describe('given a vault that says no', () => {
  test.each([
    [403, 'master-key-refused'],
    [404, 'master-key-missing'],
    [503, 'master-key-unreachable'],
    [429, 'master-key-unreachable'],
  ])('when it answers %i, the fault is %s, and carries no token along', async (status, code) => {
    vault.behave(status);
    const fault: unknown = await opened()
      .wrap(secret)
      .catch((error: unknown) => error);
    expect(fault).toMatchObject({ name: 'MasterKeyFault', code, message: code });
    expect(fault).not.toHaveProperty('cause');
  });

  test('when nobody is signed in, the fault says so', async () => {
    const nobody = () =>
      Promise.reject(Object.assign(new Error('no identity'), { name: 'CredentialUnavailableError' }));
    await expect(opened({ getToken: nobody }).wrap(secret)).rejects.toMatchObject({ code: 'master-key-not-signed-in' });
  });

  test('when a wrapped key was changed, or is of a file or an unknown version, it is not opened', async () => {
    const master = opened();
    const { wrapped, wrappedBy } = await master.wrap(secret);
    const changed = Buffer.from(wrapped);
    changed[9]! ^= 1;
    await expect(master.unwrap({ wrapped: changed, wrappedBy })).rejects.toMatchObject({ code: 'data-key-damaged' });
    for (const other of ['file-1-00000000', `vault-${'0'.repeat(32)}`, 'vault-../secrets/x'])
      await expect(master.unwrap({ wrapped, wrappedBy: other })).rejects.toMatchObject({ code: 'master-key-missing' });
  });

  test('when its certificate is of nobody known, nothing is sent there', async () => {
    const stranger = keyVaultMasterKey({ url: vault.url, credential: vault.credential });
    await expect(stranger.wrap(secret)).rejects.toMatchObject({ code: 'master-key-unreachable' });
    expect(vault.asked).toEqual([]);
  });
});
