import { setImmediate } from 'node:timers';
import { inTransaction, type Database } from './sqliteDatabase';

/** The writes of one open SQLite file. */
export interface Writes {
  /** All of `work` or nothing of it; when the promise is fulfilled it is on disk. */
  <T>(work: () => T): Promise<T>;
  /** Carries out what still waits, and is fulfilled when it is on disk. */
  finish(): Promise<void>;
  /** Throws when the disk once failed to keep what it was given. */
  check(): void;
}

type Settle = () => void;
type Waiting = { carryOut: () => Settle; fail: (error: unknown) => void };

/** One write among others: when it throws, what it did is undone and the others stand. */
const apart = <T>(database: Database, work: () => T): T => {
  database.exec('SAVEPOINT one');
  try {
    return work();
  } catch (error) {
    // After some faults SQLite has rolled back everything by itself: then it is the fault of all.
    if (database.isTransaction) database.exec('ROLLBACK TO one');
    throw error;
  } finally {
    if (database.isTransaction) database.exec('RELEASE one');
  }
};

const thrown = async (error: unknown): Promise<never> => {
  throw error;
};

/**
 * Group commit: what is asked for while the disk is busy shares one transaction and so one wait for the disk. The process
 * goes on with other turns meanwhile, and none is acknowledged before `sync` has brought it to disk. After a failed sync
 * nobody knows what the disk holds, and a later one would not tell: nothing is written any more until the file is opened
 * anew.
 */
export const groupedWrites = (database: Database, sync: () => Promise<void>): Writes => {
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let failure: { error: unknown } | undefined;

  const check = (): void => {
    if (failure) throw failure.error;
  };

  const writeGroup = async (group: readonly Waiting[]): Promise<void> => {
    try {
      check();
      const settled = inTransaction(database, 'write', () => group.map(({ carryOut }) => carryOut()));
      await sync().catch((error: unknown) => {
        failure = { error };
        throw error;
      });
      for (const settle of settled) settle();
    } catch (error) {
      for (const { fail } of group) fail(error);
    }
  };

  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      await writeGroup(group);
    }
    writing = undefined;
  };

  const write = <T>(work: () => T): Promise<T> =>
    new Promise((resolve, reject) => {
      const carryOut = (): Settle => {
        try {
          const result = apart(database, work);
          return () => resolve(result);
        } catch (error) {
          if (!database.isTransaction) throw error;
          return () => resolve(thrown(error));
        }
      };
      waiting.push({ carryOut, fail: reject });
      writing ??= new Promise((begin) => setImmediate(begin)).then(writeAll);
    });
  return Object.assign(write, { finish: async () => writing, check });
};
