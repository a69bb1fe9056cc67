import type { Instant } from '../protocol/time';
import type { CaseStore } from './caseStore';
import type { KeyValueStore } from './keyValueStore';
import { sqliteCaseStore } from './sqliteCaseStore';
import { openDatabase } from './sqliteDatabase';
import { sqliteKeyValueStore } from './sqliteKeyValueStore';

export interface SqliteStores {
  cases: CaseStore;
  keyValues: KeyValueStore;
  close: () => Promise<void>;
}

const systemClock = (): Instant => new Date().toISOString();

/**
 * Opens both stores on one SQLite file, which is made when missing (mode 0600, its folder 0700).
 * Several processes may have the file open at once. `now` decides what has expired. Throws when the file cannot be used.
 */
export const openSqlite = (file: string, now: () => Instant = systemClock): SqliteStores => {
  const database = openDatabase(file);
  const cases = sqliteCaseStore(database);
  return { cases, keyValues: sqliteKeyValueStore(database, now), close: () => cases.close() };
};
