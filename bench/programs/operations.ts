import { DatabaseSync, StatementSync } from '@photostructure/sqlite';

export type Operations = { reads: number; writes: number; syncs: number };

/** Counts what the bot asks of SQLite in this process: statements that read or write, and writes that are synced to disk. */
export const countOperations = (): Operations => {
  const counts: Operations = { reads: 0, writes: 0, syncs: 0 };
  let within = false;
  const { exec } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function (sql: string) {
    if (sql === 'BEGIN IMMEDIATE') within = true;
    if (sql === 'COMMIT' && within) {
      counts.syncs += 1;
      within = false;
    }
    return exec.call(this, sql);
  };
  const { get, all, run } = StatementSync.prototype;
  StatementSync.prototype.get = function (...parameters) {
    counts.reads += 1;
    return get.apply(this, parameters);
  };
  StatementSync.prototype.all = function (...parameters) {
    counts.reads += 1;
    return all.apply(this, parameters);
  };
  StatementSync.prototype.run = function (...parameters) {
    counts.writes += 1;
    if (!within) counts.syncs += 1;
    return run.apply(this, parameters);
  };
  return counts;
};
