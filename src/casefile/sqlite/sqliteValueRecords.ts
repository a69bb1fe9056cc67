import type { Instant } from '../../protocol/time';
import { sortable } from '../appendRules';
import type { Sealed, ValueRecord, ValueRecords } from '../records';
import { statement, type Database } from './sqliteDatabase';
import type { Writes } from './sqliteWrites';

/** Every statement of the SQLite records of values. */
export const valueSql = {
  read: `
    SELECT key, sealed, expires_at AS expiresAt FROM key_values
    WHERE key = :key AND (expires_at IS NULL OR expires_at > :now)`,
  there: `
    SELECT 1 AS found FROM key_values WHERE key = :key AND (expires_at IS NULL OR expires_at > :now)`,
  write: `
    INSERT INTO key_values (key, sealed, expires_at) VALUES (:key, :sealed, :expiresAt)
    ON CONFLICT (key) DO UPDATE SET sealed = excluded.sealed, expires_at = excluded.expires_at`,
  create: `
    INSERT INTO key_values (key, sealed, expires_at) VALUES (:key, :sealed, :expiresAt)
    ON CONFLICT (key) DO UPDATE SET sealed = excluded.sealed, expires_at = excluded.expires_at
    WHERE key_values.expires_at <= :now`,
  replace: `
    UPDATE key_values SET sealed = :sealed, expires_at = :expiresAt
    WHERE key = :key AND sealed = :before AND (expires_at IS NULL OR expires_at > :now)`,
  delete: `DELETE FROM key_values WHERE key = :key`,
  page: `
    SELECT key, sealed, expires_at AS expiresAt FROM key_values
    WHERE key > :after AND (expires_at IS NULL OR expires_at > :now) ORDER BY key LIMIT :limit`,
  sweep: `DELETE FROM key_values WHERE expires_at <= :now`,
} as const;

type Row = { key: string; sealed: Sealed; expiresAt: Instant | null };

const recordOf = ({ key, sealed, expiresAt }: Row): ValueRecord => ({
  ...{ key, sealed },
  ...(expiresAt !== null && { expiresAt }),
});
const rowOf = ({ key, sealed, expiresAt }: ValueRecord): Row => ({ key, sealed, expiresAt: expiresAt ?? null });

/** The records of values in an open SQLite file; `now` decides what has expired. */
export const sqliteValueRecords = (database: Database, write: Writes, now: () => Instant): ValueRecords => {
  const read = statement<{ key: string; now: Instant }, Row>(database, valueSql.read);
  const there = statement<{ key: string; now: Instant }, { found: 1 }>(database, valueSql.there);
  const put = statement<Row>(database, valueSql.write);
  const create = statement<Row & { now: Instant }>(database, valueSql.create);
  const replace = statement<Row & { before: Sealed; now: Instant }>(database, valueSql.replace);
  const remove = statement<{ key: string }>(database, valueSql.delete);
  const page = statement<{ after: string; now: Instant; limit: number }, Row>(database, valueSql.page);
  const sweep = statement<{ now: Instant }>(database, valueSql.sweep);

  return {
    read: async (keys) => {
      const at = sortable(now());
      return keys.flatMap((key) => read.get({ key, now: at }) ?? []).map(recordOf);
    },
    write: (records) => write(() => records.forEach((record) => put.run(rowOf(record)))),
    create: (record, { after, along = [] } = {}) =>
      write(() => {
        const at = sortable(now());
        if (after !== undefined && !there.get({ key: after, now: at })) return false;
        if (create.run({ ...rowOf(record), now: at }) !== 1) return false;
        along.forEach((one) => put.run(rowOf(one)));
        return true;
      }),
    replace: (record, before) => write(() => replace.run({ ...rowOf(record), before, now: sortable(now()) }) === 1),
    delete: (keys) => write(() => keys.forEach((key) => remove.run({ key }))),
    page: async ({ after = '', limit }) => page.all({ after, limit, now: sortable(now()) }).map(recordOf),
    sweep: (at) => write(() => sweep.run({ now: at })),
  };
};
