import { DatabaseSync } from '@photostructure/sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openDatabase, type Database } from '../../src/casefile/sqlite/sqliteDatabase';
import { groupedWrites, type Writes } from '../../src/casefile/sqlite/sqliteWrites';

let folder: string;
let database: Database;
let write: Writes;
/** What the disk has: not more than it was asked to sync. */
let synced: number[];
let disk: () => Promise<void>;

const put = (id: number, text = 'x') => database.prepare('INSERT INTO notes VALUES (?, ?)').run(id, text);
/** As another process sees the file. */
const onDisk = (): number[] => {
  const other = new DatabaseSync(join(folder, 'notes.sqlite'), { readOnly: true });
  const rows = other.prepare('SELECT id FROM notes ORDER BY id').all() as { id: number }[]; // the column it names
  other.close();
  return rows.map(({ id }) => id);
};
const commitsDuring = async (work: () => Promise<unknown>): Promise<number> => {
  let commits = 0;
  const exec = database.exec.bind(database);
  const counted = (sql: string): void => {
    if (sql === 'COMMIT') commits += 1;
    exec(sql);
  };
  Object.defineProperty(database, 'exec', { value: counted, configurable: true });
  await work();
  return commits;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meldcode-writes-'));
  const table = 'CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT';
  database = openDatabase(join(folder, 'notes.sqlite'), [table]);
  synced = [];
  disk = async () => {
    await setTimeout(5);
    synced = onDisk();
  };
  write = groupedWrites(database, () => disk());
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('given writes that are asked for at the same time', () => {
  test('then they are committed together, and each is on disk when it is acknowledged', async () => {
    const seen: number[][] = [];
    const writes = [1, 2, 3].map(async (id) => {
      await write(() => put(id));
      seen.push(synced);
    });
    expect(await commitsDuring(() => Promise.all(writes))).toBe(1);
    expect(seen).toEqual([
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });

  test('when more come while the disk is busy, then others go on meanwhile, and these share the next commit', async () => {
    const order: string[] = [];
    const first = write(() => put(1)).then(() => order.push('1 kept'));
    const later = new Promise<unknown>((resolve) =>
      setImmediate(() => {
        order.push('the disk is busy');
        resolve(Promise.all([2, 3].map((id) => write(() => put(id)).then(() => order.push(`${id} kept`)))));
      }),
    );
    expect(await commitsDuring(() => Promise.all([first, later]))).toBe(2);
    expect(order).toEqual(['the disk is busy', '1 kept', '2 kept', '3 kept']);
    expect(synced).toEqual([1, 2, 3]);
  });

  test('when one of them fails halfway, then nothing of that one is kept, and all of the others', async () => {
    const failing = (): void => {
      put(2);
      put(1); // the same id once more
    };
    const works = [() => void put(1), failing, () => void put(3)];
    const outcomes = await Promise.allSettled(works.map((work) => write(work)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(onDisk()).toEqual([1, 3]);
  });

  test('when the disk is full, then what was acknowledged is there and what was refused is not', async () => {
    database.exec('PRAGMA max_page_count = 20');
    const ids = Array.from({ length: 40 }, (_, i) => i);
    const outcomes = await Promise.allSettled(ids.map((id) => write(() => put(id, 'x'.repeat(2_000)))));
    const kept = ids.filter((id) => outcomes[id]?.status === 'fulfilled');
    expect(kept.length).toBeLessThan(40);
    expect(onDisk()).toEqual(kept);
  });

  test('when the commit itself fails, then none is acknowledged', async () => {
    const exec = database.exec.bind(database);
    const failing = (sql: string): void => {
      if (sql === 'COMMIT') throw new Error('disk I/O error');
      exec(sql);
    };
    Object.defineProperty(database, 'exec', { value: failing, configurable: true });
    const outcomes = await Promise.allSettled([write(() => put(1)), write(() => put(2))]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(onDisk()).toEqual([]);
  });
});

describe('given a disk that failed to keep what it was given', () => {
  test('then that is not acknowledged, and nothing is after it, for nobody knows what is there', async () => {
    await write(() => put(1));
    disk = async () => {
      throw new Error('the disk failed');
    };
    await expect(write(() => put(2))).rejects.toThrow('the disk failed');
    disk = async () => {};
    await expect(write(() => put(3))).rejects.toThrow('the disk failed');
    expect(onDisk()).not.toContain(3);
    expect(() => write.check()).toThrow('the disk failed');
  });
});

test('given writes that still wait, when the file closes, then they are carried out first', async () => {
  const waiting = write(() => put(1));
  await write.finish();
  expect(synced).toEqual([1]);
  await waiting;
});
