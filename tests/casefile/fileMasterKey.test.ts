import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileMasterKey, rotateFileMasterKey } from '../../src/casefile/sealed/fileMasterKey';
import { MasterKeyFault } from '../../src/casefile/sealed/masterKey';
import { memoryRecords } from '../../src/casefile/memory/memoryRecords';
import { storesWithKeyFile } from '../../src/casefile/stores';
import { append, MOMENT } from './contract/given';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'master-'));
  file = join(folder, 'data', 'master.key');
});
afterEach(() => rmSync(folder, { recursive: true }));

const secret = Buffer.from('a data key, 32 bytes of it......');
const codeOf = (work: () => unknown): unknown => {
  try {
    work();
    return 'no fault';
  } catch (error) {
    return error instanceof MasterKeyFault ? error.code : error;
  }
};
const opened = () => fileMasterKey(file, { mayCreate: false });

test('given no file, makes one for the owner only, alone in its folder, and finds it again', async () => {
  const wrapped = await fileMasterKey(file, { mayCreate: true }).wrap(secret);
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
  expect((statSync(join(folder, 'data')).mode & 0o777).toString(8)).toBe('700');
  expect(readdirSync(join(folder, 'data'))).toEqual(['master.key']);
  expect(Buffer.from(await opened().unwrap(wrapped))).toEqual(secret);
  expect(Buffer.from(await fileMasterKey(file, { mayCreate: true }).unwrap(wrapped))).toEqual(secret);
});

/** What four processes say that do this with the file at the same time, each a line. */
const fourAtOnce = (work: string): string[] => {
  const module = join(__dirname, '../../src/casefile/sealed/fileMasterKey.ts');
  const run = `
    const { transformFileSync } = require('@swc/core');
    const options = { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } };
    require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, options).code, file);
    const { fileMasterKey, rotateFileMasterKey } = require(${JSON.stringify(module)});
    const file = process.argv[1];
    (${work}).newest().then((version) => console.log(version));`;
  const script = `for i in 1 2 3 4; do "$NODE" -e "$RUN" -- "$FILE" & done; wait`;
  const env = { ...process.env, NODE: process.execPath, RUN: run, FILE: file };
  const { stdout } = spawnSync('sh', ['-c', script], { env, cwd: join(__dirname, '../..'), encoding: 'utf8' });
  return stdout.trim().split('\n');
};

test('given several who make the file at once, all have the same key', () => {
  const versions = fourAtOnce('fileMasterKey(file, { mayCreate: true })');
  expect(versions).toHaveLength(4);
  expect(new Set(versions).size).toBe(1);
}, 60_000);

test('given several who rotate the key at once, no version is lost, for each may have wrapped something', async () => {
  const first = await fileMasterKey(file, { mayCreate: true }).newest();
  const versions = fourAtOnce('rotateFileMasterKey(file)');
  const { keys } = JSON.parse(readFileSync(file, 'utf8')) as { keys: { version: string }[] };
  expect(keys.map(({ version }) => version).sort()).toEqual([first, ...versions].sort());
  expect(new Set(versions).size).toBe(4);
}, 60_000);

test.each([0o640, 0o604, 0o660, 0o666, 0o644])(
  'given a file with mode %o, which others can read or write, refuses it',
  (mode) => {
    fileMasterKey(file, { mayCreate: true });
    chmodSync(file, mode);
    expect(codeOf(opened)).toBe('master-key-unsafe');
    expect(codeOf(() => fileMasterKey(file, { mayCreate: true }))).toBe('master-key-unsafe');
  },
);

test.each(['', '{}', '{"keys":[]}', '{"keys":[{"version":"1","secret":"a2xlaW4="}]}', 'geheim'])(
  'given a file that says %p, refuses it without repeating a word, and leaves it alone',
  (text) => {
    fileMasterKey(file, { mayCreate: true });
    writeFileSync(file, text);
    expect(codeOf(() => fileMasterKey(file, { mayCreate: true }))).toBe('master-key-damaged');
    expect(readFileSync(file, 'utf8')).toBe(text);
  },
);

test('given data that was sealed before and no key file, refuses instead of making another key', async () => {
  const records = memoryRecords(() => MOMENT);
  const { cases } = await storesWithKeyFile(records, file);
  await cases.append('case-000001', 0, append(['a:0']));
  rmSync(file);
  const again = { ...records, close: async () => undefined };
  await expect(storesWithKeyFile(again, file)).rejects.toMatchObject({ code: 'master-key-missing' });
  expect(existsSync(file)).toBe(false);
});

test('given the key of another store, what was sealed cannot be opened, and it says which key is missing by code', async () => {
  const records = memoryRecords(() => MOMENT);
  const { cases } = await storesWithKeyFile(records, file);
  await cases.append('case-000001', 0, append(['a:0']));
  rmSync(file);
  fileMasterKey(file, { mayCreate: true });
  const again = await storesWithKeyFile(records, file);
  await expect(again.cases.load('case-000001')).rejects.toMatchObject({ code: 'master-key-missing' });
});

test('when the key is rotated, the new version wraps and the old one still unwraps; the file stays the owner’s', async () => {
  const before = fileMasterKey(file, { mayCreate: true });
  const wrapped = await before.wrap(secret);
  rotateFileMasterKey(file);
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
  expect(readdirSync(join(folder, 'data'))).toEqual(['master.key', 'master.key.lock']);
  expect(readFileSync(`${file}.lock`).length).toBe(0);
  expect(await opened().newest()).not.toBe(wrapped.wrappedBy);
  expect((await opened().wrap(secret)).wrappedBy).toBe(await opened().newest());
  expect(Buffer.from(await opened().unwrap(wrapped))).toEqual(secret);
});

test('given a wrapped key that was changed, or named after another version, refuses it', async () => {
  const key = fileMasterKey(file, { mayCreate: true });
  const { wrapped, wrappedBy } = await key.wrap(secret);
  const other = rotateFileMasterKey(file);
  const changed = Buffer.from(wrapped);
  changed[changed.length - 1]! ^= 1;
  for (const wrong of [
    { wrapped: changed, wrappedBy },
    { wrapped: wrapped.subarray(0, 20), wrappedBy },
    { wrapped, wrappedBy: await other.newest() },
  ])
    await expect(other.unwrap(wrong)).rejects.toMatchObject({ code: 'data-key-damaged' });
  await expect(other.unwrap({ wrapped, wrappedBy: 'unknown' })).rejects.toMatchObject({ code: 'master-key-missing' });
});
