import { close, closeSync, fdatasync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseSync } from '@photostructure/sqlite';

export type Database = InstanceType<typeof DatabaseSync>;

/** A prepared statement with named parameters (`:name` in the SQL) and the row it gives. */
export interface Statement<Parameters, Row> {
  get(parameters: Parameters): Row | undefined;
  all(parameters: Parameters): Row[];
  /** gives how many rows changed */
  run(parameters: Parameters): number;
}

export const statement = <
  Parameters extends { [Name in keyof Parameters]: string | number | Uint8Array | null },
  Row = never,
>(
  database: Database,
  sql: string,
): Statement<Parameters, Row> => {
  const prepared = database.prepare(sql);
  return {
    // STRICT tables give the columns the SQL names in the types the schema declares.
    get: (parameters) => prepared.get(parameters) as Row | undefined,
    all: (parameters) => prepared.all(parameters) as Row[],
    run: (parameters) => prepared.run(parameters).changes,
  };
};

/**
 * Runs `work` in one transaction: all of it is kept, or none when it throws.
 * A write starts IMMEDIATE, so that it waits for another writer at its start and never fails halfway.
 */
export const inTransaction = <T>(database: Database, kind: 'read' | 'write', work: () => T): T => {
  database.exec(kind === 'write' ? 'BEGIN IMMEDIATE' : 'BEGIN');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite has rolled back by itself after some faults (a full disk, for one).
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
};

/** busy_timeout goes first: the others may have to wait for another process that is opening the same file. */
const PRAGMAS = [
  'busy_timeout = 5000',
  'journal_mode = WAL',
  'synchronous = FULL', // a write survives a power cut
  'secure_delete = ON', // what is deleted is overwritten with zeros
  'temp_store = MEMORY', // nothing of a case in a file elsewhere
  'foreign_keys = ON',
  'trusted_schema = OFF',
];

const migrate = (database: Database, steps: readonly string[]): void =>
  inTransaction(database, 'write', () => {
    const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number }; // SQLite's own column
    if (version > steps.length) throw new Error('the database was written by a newer version of this program');
    for (const sql of steps.slice(version)) database.exec(sql);
    database.exec(`PRAGMA user_version = ${steps.length}`);
  });

/** Only the owner may read it; SQLite gives the files beside it (-wal, -shm) the same mode. */
const createFile = (file: string): void => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
};

/** Opens the file, makes it when missing, brings its tables up to date. */
export const openDatabase = (file: string, steps: readonly string[]): Database => {
  createFile(file);
  const database = new DatabaseSync(file);
  try {
    for (const pragma of PRAGMAS) database.exec(`PRAGMA ${pragma}`);
    migrate(database, steps);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
};

/** Copies the write-ahead log into the file and empties it; false when somebody else is using it just now. */
export const emptyLog = (database: Database): boolean => {
  const outcome = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number }; // SQLite's own columns
  return outcome.busy === 0;
};

/**
 * Closes the file, if it is open. The log is emptied first: with prepared statements alive the library leaves it
 * beside the file. When another process uses the log, that one empties it.
 */
export const closeDatabase = (database: Database): void => {
  if (!database.isOpen) return;
  emptyLog(database);
  database.close();
};

/** The write-ahead log of an open file, which is brought to disk beside the event loop. */
export interface SyncedLog {
  /** When it is fulfilled, all that was committed before is on disk. */
  sync: () => Promise<void>;
  close: () => Promise<void>;
}

/**
 * From here on a commit does not wait for the disk: whoever commits waits for `sync`, and other turns go on meanwhile. The
 * log stays one file as long as the database is open, whoever else empties it; its header, its beginning anew and every
 * checkpoint are synced by SQLite itself (synchronous = NORMAL).
 */
export const syncedLog = (database: Database, file: string): SyncedLog => {
  database.exec('PRAGMA synchronous = NORMAL');
  const log = openSync(`${file}-wal`, 'r+');
  return {
    sync: () => promisify(fdatasync)(log),
    close: () => promisify(close)(log),
  };
};
