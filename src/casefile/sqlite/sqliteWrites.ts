import { setImmediate } from 'node:timers';
import { inTransaction, type Database } from './sqliteDatabase';

/** The writes of one open SQLite file. */
export interface Writes {
  /** All of `work` or nothing of it; when the promise is fulfilled it is on disk. */
  <T>(work: () => T): Promise<T>;
  /** Carries out now what still waits. */
  finish(): void;
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
 * Group commit: writes that are asked for in the same turn of the event loop share one transaction, and so one wait for
 * the disk. None is acknowledged before that.
 */
export const groupedWrites = (database: Database): Writes => {
  let waiting: Waiting[] = [];

  const finish = (): void => {
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    let settled: Settle[];
    try {
      settled = inTransaction(database, 'write', () => group.map(({ carryOut }) => carryOut()));
    } catch (error) {
      for (const { fail } of group) fail(error);
      return;
    }
    for (const settle of settled) settle();
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
      if (waiting.length === 1) setImmediate(finish);
    });
  return Object.assign(write, { finish });
};
