import fs, {
  chmodSync,
  copyFileSync,
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
import { DatabaseSync } from '@photostructure/sqlite';
import { StoredItemDamaged } from '../../src/casefile/caseStore';
import { keysFileOf, openSqlite } from '../../src/casefile/sqlite/openSqlite';
import { caseSql } from '../../src/casefile/sqlite/sqliteCaseSql';
import { openDatabase } from '../../src/casefile/sqlite/sqliteDatabase';
import { keySql } from '../../src/casefile/sqlite/sqliteKeyRecords';
import { CASES, KEYS } from '../../src/casefile/sqlite/sqliteSchema';
import { valueSql } from '../../src/casefile/sqlite/sqliteValueRecords';
import { storesOver, type Stores } from '../../src/casefile/stores';
import { append, at, due } from './contract/given';
import { testMasterKey } from './contract/stores';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'file-'));
  file = join(folder, 'data', 'bot', 'cases.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const openFile = (): Stores => storesOver(openSqlite(file), testMasterKey);
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const rawBytes = (): Buffer =>
  Buffer.concat(
    readdirSync(join(folder, 'data', 'bot')).map((name) => readFileSync(join(folder, 'data', 'bot', name))),
  );

/** Changes the file behind the store's back. */
const damage = (sql: string): void => {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
};

test('given no file, makes it for the owner only, and the files beside it too', async () => {
  const { cases, close } = openFile();
  await cases.append('case-000001', 0, append(['a:0']));
  expect([modeOf(join(folder, 'data')), modeOf(join(folder, 'data', 'bot'))]).toEqual(['700', '700']);
  const paths = [file, keysFileOf(file)].flatMap((path) => [path, `${path}-wal`, `${path}-shm`]);
  for (const path of paths) expect([path, modeOf(path)]).toEqual([path, '600']);
  await close();
  // all is in the two files, so a copy of each is a whole copy
  for (const path of [file, keysFileOf(file)])
    expect(existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0).toBe(false);
});

test('writes through to the disk, overwrites what it deletes, keeps references, trusts no schema', () => {
  const database = openDatabase(file, CASES);
  const pragma = (name: string): unknown => Object.values(database.prepare(`PRAGMA ${name}`).get() as object)[0];
  expect(
    ['journal_mode', 'synchronous', 'secure_delete', 'foreign_keys', 'trusted_schema', 'busy_timeout'].map(pragma),
  ).toEqual(['wal', 2, 1, 1, 0, 5000]);
  const tables = database.prepare(
    `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'`,
  );
  for (const table of tables.all() as object[]) expect(table).toMatchObject({ strict: 1 });
  database.close();
});

describe('given a disk', () => {
  afterEach(() => jest.restoreAllMocks());

  test('when a fact is acknowledged, then the log that holds it was synced after it was committed', async () => {
    const { cases, close } = openFile();
    const { fdatasync } = fs;
    const log = statSync(`${file}-wal`).ino;
    const held: number[] = [];
    const syncing = jest.spyOn(fs, 'fdatasync').mockImplementation((handle, done) => {
      const other = new DatabaseSync(file, { readOnly: true });
      if (fs.fstatSync(handle).ino === log) held.push(other.prepare('SELECT * FROM events').all().length);
      other.close();
      fdatasync(handle, done);
    });
    await cases.append('case-000001', 0, append(['a:0']));
    expect(held.at(-1)).toBe(1);
    expect(syncing).toHaveBeenCalled();
    await close();
  });

  test('when it fails to keep a fact, then the fact is not acknowledged and the store says that it can’t be used', async () => {
    const { cases, close } = openFile();
    await cases.ping();
    jest.spyOn(fs, 'fdatasync').mockImplementation((_handle, done) => done(new Error('the disk failed')));
    await expect(cases.append('case-000001', 0, append(['a:0']))).rejects.toThrow('the disk failed');
    jest.restoreAllMocks();
    await expect(cases.append('case-000002', 0, append(['a:0']))).rejects.toThrow('the disk failed');
    await expect(cases.ping()).rejects.toThrow('the disk failed');
    await close();
  });
});

test('what was written is there when the file is opened again', async () => {
  const first = openFile();
  await first.cases.append('case-000001', 0, append(['a:0']));
  await first.keyValues.write({ a: 1 });
  await first.close();
  const again = openFile();
  expect((await again.cases.load('case-000001'))?.version).toBe(1);
  expect(await again.keyValues.read(['a'])).toEqual({ a: 1 });
  await again.close();
});

test('given a file of a newer program, opening throws', () => {
  openDatabase(file, CASES).close();
  damage('PRAGMA user_version = 99');
  expect(() => openFile()).toThrow('newer version');
});

test('given a file of a trial, with everything in plain text, opening throws and leaves it as it is', () => {
  const trial = new DatabaseSync((file = join(folder, 'trial.db')));
  trial.exec(
    'CREATE TABLE cases (case_id TEXT PRIMARY KEY, version INTEGER, file TEXT) STRICT; PRAGMA user_version = 1',
  );
  trial.exec(`INSERT INTO cases VALUES ('case-000001', 1, '{}')`);
  trial.close();
  expect(() => openFile()).toThrow('already exists');
  const after = new DatabaseSync(file);
  expect(after.prepare('SELECT file FROM cases').all()).toEqual([{ file: '{}' }]);
  after.close();
});

test('given a file that is no database, opening throws and leaves it as it is', () => {
  file = join(folder, 'letter.db');
  writeFileSync(file, 'not a database, but somebody’s letter '.repeat(100));
  expect(() => openFile()).toThrow();
  expect(readFileSync(file, 'utf8')).toMatch(/^not a database/);
});

test('no statement walks a whole table, so a turn costs the same with ten cases and ten thousand', () => {
  const database = openDatabase(file, CASES);
  const keys = openDatabase(keysFileOf(file), KEYS);
  const statements = [...Object.entries({ ...caseSql, ...valueSql }), ...Object.entries(keySql)];
  const planned = statements.filter(([, sql]) => !/^\s*INSERT/.test(sql));
  for (const [name, sql] of planned) {
    const where = sql.includes('data_keys') ? keys : database;
    const plan = where.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
    const details = plan.map(({ detail }) => detail).join('; ');
    expect([name, details]).toEqual([name, expect.stringContaining('SEARCH')]);
    expect([name, details]).toEqual([name, expect.not.stringContaining('SCAN')]);
  }
  const head = database.prepare(`EXPLAIN QUERY PLAN ${caseSql.head}`).all() as { detail: string }[];
  expect(head.map(({ detail }) => detail)).toEqual(['SEARCH cases USING PRIMARY KEY (case_id=?)']);
  for (const list of [caseSql.oldestFirst, caseSql.newestFirst, caseSql.readyDue, caseSql.history, valueSql.page]) {
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${list}`).all() as { detail: string }[];
    expect(plan.map(({ detail }) => detail)).not.toContainEqual(expect.stringContaining('TEMP B-TREE'));
  }
  database.close();
  keys.close();
});

test('when cases are erased, no byte of their keys is left, so nothing left of them can be opened', async () => {
  const records = openSqlite(file);
  const { cases, close } = storesOver(records, testMasterKey);
  const other = openFile();
  const ids = Array.from({ length: 120 }, (_, n) => `${n % 2 ? 'erased' : 'kept'}-case-${n}`);
  for (const caseId of ids) await cases.append(caseId, 0, append(['a:0']));
  const wrapped: Buffer[] = [];
  for (const caseId of ids.filter((id) => id.startsWith('erased')))
    wrapped.push(Buffer.from((await records.keys.read(`case:${caseId}`))!.wrapped));
  const left = (): Buffer[] => wrapped.filter((bytes) => rawBytes().includes(bytes));
  expect(left()).toEqual(wrapped);
  await other.cases.load('erased-case-1');
  for (const caseId of ids.filter((id) => id.startsWith('erased'))) await cases.erase(caseId);
  expect(left()).toEqual([]);
  expect((await other.cases.load('kept-case-118'))?.version).toBe(1);
  await other.close();
  await close();
}, 20_000);

test('a copy of the file of before an erase cannot be read any more', async () => {
  const { cases, close } = openFile();
  for (const caseId of ['erased-case-1', 'kept-case-001']) await cases.append(caseId, 0, append(['a:0', 'a:1']));
  await openFile().close(); // empties the log
  const old = join(folder, 'old.db');
  copyFileSync(file, old);
  await cases.erase('erased-case-1');
  await close();
  copyFileSync(keysFileOf(file), keysFileOf(old));
  const copy = storesOver(openSqlite(old), testMasterKey);
  expect((await copy.cases.load('kept-case-001'))?.version).toBe(2);
  await expect(copy.cases.load('erased-case-1')).rejects.toMatchObject({ code: 'damaged-key' });
  await expect(copy.cases.history('erased-case-1')).rejects.toMatchObject({ code: 'damaged-key' });
  await copy.close();
});

test('while somebody reads the log, an erase says that it is not finished; the next one finishes it', async () => {
  const { cases, close } = openFile();
  await cases.append('case-000001', 0, append(['a:0']));
  const reader = new DatabaseSync(file);
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM cases').get();
  await expect(cases.erase('case-000001')).rejects.toThrow('write-ahead log');
  expect(await cases.load('case-000001')).toBeUndefined();
  reader.exec('COMMIT');
  reader.close();
  await cases.erase('case-000001');
  await close();
}, 20_000);

describe('given a damaged row', () => {
  const caseId = 'case-000001';
  const opened = async () => {
    const stores = openFile();
    await stores.cases.append(caseId, 0, append(['a:0', 'a:1'], { due: [due('one', at(0)), due('two', at(1))] }));
    await stores.keyValues.write({ a: 1 });
    return stores;
  };
  const fault = async (call: () => Promise<unknown>): Promise<unknown> => call().catch((error: unknown) => error);
  const inverted = (table: string, where: string): void => {
    const database = new DatabaseSync(file);
    const rows = database.prepare(`SELECT sealed FROM ${table} WHERE ${where}`).all() as { sealed: Uint8Array }[];
    const sealed = Buffer.from(rows[0]!.sealed);
    sealed[sealed.length - 1]! ^= 1;
    database.prepare(`UPDATE ${table} SET sealed = ? WHERE ${where}`).run(sealed);
    database.close();
  };

  test('an event is a fault that names case and number; the other events can be read', async () => {
    const { cases, close } = await opened();
    inverted('events', 'seq = 2');
    const error = await fault(() => cases.history(caseId));
    expect(error).toBeInstanceOf(StoredItemDamaged);
    expect(error).toMatchObject({ caseId, item: 'event 2' });
    expect(error).not.toHaveProperty('cause');
    expect(await cases.history(caseId, { limit: 1 })).toHaveLength(1);
    await close();
  });

  test('a head is a fault for its case', async () => {
    const { cases, close } = await opened();
    inverted('cases', 'true');
    expect(await fault(() => cases.load(caseId))).toMatchObject({ name: 'StoredItemDamaged', item: 'head' });
    await close();
  });

  test('a due item holds nothing up: the others are handed out, and it is a fault when it comes alone', async () => {
    const { cases, close } = await opened();
    inverted('due', `due_at = '${at(0)}'`);
    expect((await cases.claimDue(at(9), 9, 1000)).map(({ id }) => id)).toEqual(['two']);
    expect(await cases.claimDue(at(9), 9, 1000)).toEqual([]);
    await cases.append(caseId, 2, append(['b:0'], { cancelDue: ['two'] }));
    const error = await fault(() => cases.claimDue(at(99), 9, 1000));
    expect(error).toMatchObject({ name: 'StoredItemDamaged', caseId });
    await close();
  });

  test('a value is a fault that names nothing', async () => {
    const { keyValues, close } = await opened();
    inverted('key_values', 'true');
    expect(String(await fault(() => keyValues.read(['a'])))).toBe('StoredValueDamaged: a stored value is damaged');
    await close();
  });
});

test('given a folder nobody may write in, opening throws', () => {
  if (process.getuid?.() === 0) {
    // root may write everywhere: a file in the place of the folder stops it just as well
    writeFileSync(join(folder, 'data'), '');
  } else {
    chmodSync(folder, 0o500);
  }
  expect(() => openFile()).toThrow();
  chmodSync(folder, 0o700);
});
