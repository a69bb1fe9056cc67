import type { Instant } from '../../protocol/time';
import type { Records } from '../records';
import { sqliteCaseRecords } from './sqliteCaseRecords';
import { closeDatabase, openDatabase, syncedLog, type Database, type SyncedLog } from './sqliteDatabase';
import { sqliteKeyRecords } from './sqliteKeyRecords';
import { CASES, KEYS } from './sqliteSchema';
import { sqliteValueRecords } from './sqliteValueRecords';
import { groupedWrites } from './sqliteWrites';

const systemClock = (): Instant => new Date().toISOString();

/** Where the wrapped data keys lie beside a file of cases: apart, so that a copy of the one is no copy of the other. */
export const keysFileOf = (file: string): string => `${file}.keys`;

/**
 * Opens the records in one SQLite file and the data keys in another beside it; they are made when missing (mode 0600,
 * their folder 0700). Several processes may have them open at once. `now` decides what has expired. Throws when they
 * cannot be used.
 */
export const openSqlite = (file: string, now: () => Instant = systemClock): Records => {
  const keys = openDatabase(keysFileOf(file), KEYS);
  let database: Database | undefined;
  let log: SyncedLog;
  try {
    database = openDatabase(file, CASES);
    log = syncedLog(database, file);
  } catch (error) {
    closeDatabase(keys);
    if (database) closeDatabase(database);
    throw error;
  }
  const write = groupedWrites(database, log.sync);
  return {
    cases: sqliteCaseRecords(database, write),
    values: sqliteValueRecords(database, write, now),
    keys: sqliteKeyRecords(keys),
    close: async () => {
      await write.finish();
      if (database.isOpen) await log.close();
      closeDatabase(database);
      closeDatabase(keys);
    },
  };
};
