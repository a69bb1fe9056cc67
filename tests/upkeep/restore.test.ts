import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileMasterKey } from '../../src/casefile/sealed/fileMasterKey';
import { makeContainers } from '../../src/casefile/cosmos/cosmosSetup';
import { openSqlite } from '../../src/casefile/sqlite/openSqlite';
import { storesOver, type Stores } from '../../src/casefile/stores';
import { append, at, due } from '../casefile/contract/given';
import { cosmosPeer, type CosmosPeer } from '../support/cosmosPeer';
import { endOf, startTypescript } from '../support/typescriptProcess';

/** The runbook's "Back up and restore", played: what was there before the disaster is there after it. */
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restore-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const CASES = 5;
const idOf = (n: number): string => `case-${String(n).padStart(6, '0')}`;
const place = (name: string): string => join(folder, name);
const storesIn = (data: string): Stores =>
  storesOver(openSqlite(join(data, 'meldcode.sqlite')), fileMasterKey(join(data, 'master.key'), { mayCreate: true }));
const fill = async (data: string): Promise<void> => {
  const stores = storesIn(data);
  for (let n = 1; n <= CASES; n += 1)
    await stores.cases.append(idOf(n), 0, append(['a:0', 'a:1'], { due: [due('d', at(5))] }));
  await stores.keyValues.write({ 'reference:somebody': { chat: 1 } });
  await stores.close();
};
/** All that a bot needs to go on: facts, what must still be told, and where people's chats are. */
const contents = async (data: string): Promise<unknown> => {
  const stores = storesIn(data);
  const cases = [];
  for (let n = 1; n <= CASES; n += 1) {
    const [head, history, open] = [
      await stores.cases.load(idOf(n)),
      await stores.cases.history(idOf(n)),
      await stores.cases.openDue(idOf(n)),
    ];
    cases.push({ version: head?.version, facts: history.map(({ id, event }) => ({ id, event })), open });
  }
  const values = await stores.keyValues.read(['reference:somebody']);
  await stores.close();
  return { cases, values };
};
const run = (command: string, env: Record<string, string>, ...args: string[]) =>
  endOf(startTypescript(`src/upkeep/${command}.ts`, args, { cwd: folder, env }));
const isWhole = async (data: string): Promise<void> => {
  const { code, out } = await run('verify', { DATA_DIR: data });
  expect([code, out]).toEqual([0, expect.stringContaining(`Alles is heel. dossiers: ${CASES}`)]);
};

describe('given a store in a file', () => {
  test('when its disk is lost, then the folder and the key from two other places bring everything back', async () => {
    const [data, backup, keys] = [place('data'), place('backup'), place('keys')];
    await fill(data);
    const before = await contents(data);
    await cp(data, backup, { recursive: true, filter: (path) => !path.endsWith('master.key') });
    await cp(join(data, 'master.key'), join(keys, 'master.key'));
    await rm(data, { recursive: true });

    await cp(backup, data, { recursive: true });
    const locked = await run('verify', { DATA_DIR: data });
    expect(locked.code).toBe(2); // the backup of the data alone opens for nobody
    await cp(join(keys, 'master.key'), join(data, 'master.key'));
    await chmod(join(data, 'master.key'), 0o600);
    await isWhole(data);
    expect(await contents(data)).toEqual(before);
  });

  test('when a compared copy is put back, then everything is there too', async () => {
    const [data, backup] = [place('data'), place('backup')];
    await fill(data);
    const before = await contents(data);
    const copied = await run('copy', { DATA_DIR: data }, '--from', `sqlite:${data}`, '--to', `sqlite:${backup}`);
    expect([copied.code, copied.out]).toEqual([0, expect.stringContaining('beide zijn gelijk')]);
    await rm(data, { recursive: true });
    const back = await run('copy', { DATA_DIR: data }, '--from', `sqlite:${backup}`, '--to', `sqlite:${data}`);
    expect(back.code).toBe(0);
    await isWhole(data);
    expect(await contents(data)).toEqual(before);
  });
});

describe('given a store in Azure Cosmos DB', () => {
  const accounts: CosmosPeer[] = [];
  afterEach(async () => {
    for (const peer of accounts.splice(0)) await peer.close();
  });
  const account = async (): Promise<Record<string, string>> => {
    const peer = await cosmosPeer();
    accounts.push(peer);
    await makeContainers({
      ...{ endpoint: peer.endpoint, database: 'meldcode', credential: { key: peer.key }, discovery: false },
    });
    return { STORE: 'cosmos', COSMOS_ENDPOINT: peer.endpoint, COSMOS_KEY: peer.key };
  };

  test('when the account is lost, then a copy in a folder fills a new one', async () => {
    const [data, keys, backup] = [place('data'), place('keys'), place('backup')];
    await fill(data);
    const before = await contents(data);
    const first = { ...(await account()), DATA_DIR: keys };
    expect((await run('copy', first, '--from', `sqlite:${data}`, '--to', 'cosmos')).code).toBe(0);
    expect((await run('copy', first, '--from', 'cosmos', '--to', `sqlite:${backup}`)).code).toBe(0);
    await accounts.pop()?.close();
    await rm(keys, { recursive: true });
    await rm(data, { recursive: true });

    const second = { ...(await account()), DATA_DIR: place('new-keys') };
    expect((await run('copy', second, '--from', `sqlite:${backup}`, '--to', 'cosmos')).code).toBe(0);
    const { code, out } = await run('verify', second);
    expect([code, out]).toEqual([0, expect.stringContaining(`Alles is heel. dossiers: ${CASES}`)]);
    // What a bot on the new account would read.
    expect((await run('copy', second, '--from', 'cosmos', '--to', `sqlite:${place('look')}`)).code).toBe(0);
    expect(await contents(place('look'))).toEqual(before);
  });
});
