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
import { DatabaseSync } from '@photostructure/sqlite';
import { StoredItemDamaged } from '../../src/casefile/caseStore';
import { openSqlite } from '../../src/casefile/openSqlite';
import { caseSql } from '../../src/casefile/sqliteCaseSql';
import { openDatabase } from '../../src/casefile/sqliteDatabase';
import { keyValueSql } from '../../src/casefile/sqliteKeyValueStore';
import { append, at, due, event, file as fileSaying } from './contract/given';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'file-'));
  file = join(folder, 'data', 'bot', 'cases.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

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
  const { cases, close } = openSqlite(file);
  await cases.append('case-000001', 0, append(['a:0']));
  expect([modeOf(join(folder, 'data')), modeOf(join(folder, 'data', 'bot'))]).toEqual(['700', '700']);
  for (const path of [file, `${file}-wal`, `${file}-shm`]) expect([path, modeOf(path)]).toEqual([path, '600']);
  await close();
  // all is in the one file, so a copy of it is a whole copy
  expect(existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0).toBe(false);
});

test('writes through to the disk, overwrites what it deletes, keeps references, trusts no schema', () => {
  const database = openDatabase(file);
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

test('what was written is there when the file is opened again', async () => {
  const first = openSqlite(file);
  await first.cases.append('case-000001', 0, append(['a:0']));
  await first.keyValues.write({ a: 1 });
  await first.close();
  const again = openSqlite(file);
  expect((await again.cases.load('case-000001'))?.version).toBe(1);
  expect(await again.keyValues.read(['a'])).toEqual({ a: 1 });
  await again.close();
});

test('given a file of a newer program, opening throws', () => {
  openDatabase(file).close();
  damage('PRAGMA user_version = 99');
  expect(() => openSqlite(file)).toThrow('newer version');
});

test('given a file that is no database, opening throws and leaves it as it is', () => {
  file = join(folder, 'letter.db');
  writeFileSync(file, 'not a database, but somebody’s letter '.repeat(100));
  expect(() => openSqlite(file)).toThrow();
  expect(readFileSync(file, 'utf8')).toMatch(/^not a database/);
});

test('no statement walks a whole table, so a turn costs the same with ten cases and ten thousand', () => {
  const database = openDatabase(file);
  const statements = Object.entries({ ...caseSql, ...keyValueSql });
  const planned = statements.filter(([, sql]) => !/^\s*INSERT/.test(sql));
  for (const [name, sql] of planned) {
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
    const details = plan.map(({ detail }) => detail).join('; ');
    expect([name, details]).toEqual([name, expect.stringContaining('SEARCH')]);
    expect([name, details]).toEqual([name, expect.not.stringContaining('SCAN')]);
  }
  const head = database.prepare(`EXPLAIN QUERY PLAN ${caseSql.head}`).all() as { detail: string }[];
  expect(head.map(({ detail }) => detail)).toEqual(['SEARCH cases USING PRIMARY KEY (case_id=?)']);
  for (const list of [caseSql.oldestFirst, caseSql.newestFirst, caseSql.readyDue, caseSql.history, keyValueSql.scan]) {
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${list}`).all() as { detail: string }[];
    expect(plan.map(({ detail }) => detail)).not.toContainEqual(expect.stringContaining('TEMP B-TREE'));
  }
  database.close();
});

test('when a case is erased, no byte of it is left in the file or beside it', async () => {
  const { cases, close } = openSqlite(file);
  const other = openSqlite(file);
  const words = ['Xylofoonkind', 'Zwaluwstaart', 'Quarantainebrief'];
  for (let n = 0; n < 120; n += 1) {
    const [caseId, word] = n % 2 ? ['erased-case-1', words[n % 3]!] : ['kept-case-001', 'Blijft'];
    const version = Math.floor(n / 2);
    const text = `${word} `.repeat(1 + ((n * 37) % 400));
    const listing = { keys: [`person:${word}`], awaits: [`person:${word}`], status: 'open' as const };
    await cases.append(caseId, version, {
      ...append([`${word}-${n}:0`], { file: fileSaying(text), listing, due: [due(`${word}-${n}`, at(n), { text })] }),
      events: [{ id: `${word}-${n}:0`, event: event(text) }],
    });
  }
  const found = (): string[] => ['erased-case-1', ...words].filter((word) => rawBytes().includes(word));
  expect(found()).toEqual(['erased-case-1', ...words]);
  await other.cases.load('erased-case-1');
  await cases.erase('erased-case-1');
  expect(found()).toEqual([]);
  expect((await other.cases.load('kept-case-001'))?.version).toBe(60);
  await other.close();
  await close();
});

test('while somebody reads the log, an erase says that it is not finished; the next one finishes it', async () => {
  const { cases, close } = openSqlite(file);
  await cases.append('case-000001', 0, append(['Xylofoonkind:0']));
  const reader = new DatabaseSync(file);
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM cases').get();
  await expect(cases.erase('case-000001')).rejects.toThrow('write-ahead log');
  expect(await cases.load('case-000001')).toBeUndefined();
  reader.exec('COMMIT');
  reader.close();
  await cases.erase('case-000001');
  expect(rawBytes().includes('Xylofoonkind')).toBe(false);
  await close();
}, 20_000);

describe('given a damaged row', () => {
  const caseId = 'case-000001';
  const SECRET = 'Xylofoonkind';
  const opened = async () => {
    const stores = openSqlite(file);
    await stores.cases.append(caseId, 0, append(['a:0', 'a:1'], { due: [due('one', at(0)), due('two', at(1))] }));
    await stores.keyValues.write({ a: 1 });
    return stores;
  };
  const fault = async (call: () => Promise<unknown>): Promise<unknown> => call().catch((error: unknown) => error);

  test.each([`{"${SECRET}`, `"${SECRET}"`, `{"type":"Noted","by":"${SECRET}"}`])(
    'an event %p is a fault that names case and number and nothing it holds; the other events can be read',
    async (text) => {
      const { cases, close } = await opened();
      damage(`UPDATE events SET event = '${text}' WHERE seq = 2`);
      const error = await fault(() => cases.history(caseId));
      expect(error).toBeInstanceOf(StoredItemDamaged);
      expect(error).toMatchObject({ caseId, item: 'event 2' });
      expect(error).not.toHaveProperty('cause');
      expect(String(error)).not.toContain(SECRET);
      expect(await cases.history(caseId, { limit: 1 })).toHaveLength(1);
      await close();
    },
  );

  test('a head is a fault for its case', async () => {
    const { cases, close } = await opened();
    damage(`UPDATE cases SET file = '["${SECRET}"]'`);
    expect(await fault(() => cases.load(caseId))).toMatchObject({ name: 'StoredItemDamaged', item: 'head' });
    await close();
  });

  test('a due item holds nothing up: the others are handed out, and it is a fault when it comes alone', async () => {
    const { cases, close } = await opened();
    damage(`UPDATE due SET payload = '{"${SECRET}' WHERE id = 'one'`);
    expect((await cases.claimDue(at(9), 9, 1000)).map(({ id }) => id)).toEqual(['two']);
    expect(await cases.claimDue(at(9), 9, 1000)).toEqual([]);
    await cases.append(caseId, 2, append(['b:0'], { cancelDue: ['two'] }));
    const error = await fault(() => cases.claimDue(at(99), 9, 1000));
    expect(error).toMatchObject({ name: 'StoredItemDamaged', caseId });
    expect(String(error)).not.toContain(SECRET);
    await close();
  });

  test('a value is a fault that names nothing', async () => {
    const { keyValues, close } = await opened();
    damage(`UPDATE key_values SET value = '{"${SECRET}'`);
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
  expect(() => openSqlite(file)).toThrow();
  chmodSync(folder, 0o700);
});
