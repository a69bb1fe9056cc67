import type { Instant } from '../protocol/time';
import { checkLimit, sortable } from './appendRules';
import { checkKey, toJson } from './keyValueRules';
import { StoredValueDamaged, type KeyValueStore } from './keyValueStore';
import { inTransaction, statement, type Database } from './sqliteDatabase';

/** Every statement of the SQLite key-value store. */
export const keyValueSql = {
  read: `
    SELECT key, value FROM key_values
    WHERE key = :key AND (expires_at IS NULL OR expires_at > :now)`,
  write: `
    INSERT INTO key_values (key, value, expires_at) VALUES (:key, :value, :expiresAt)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`,
  create: `
    INSERT INTO key_values (key, value, expires_at) VALUES (:key, :value, :expiresAt)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at
    WHERE key_values.expires_at <= :now`,
  delete: `DELETE FROM key_values WHERE key = :key`,
  scan: `
    SELECT key, value FROM key_values
    WHERE key > :after AND key >= :prefix AND key < :end AND (expires_at IS NULL OR expires_at > :now)
    ORDER BY key LIMIT :limit`,
  sweep: `DELETE FROM key_values WHERE expires_at <= :now`,
} as const;

type Row = { key: string; value: string };
type Written = Row & { expiresAt: Instant | null };

const valueOf = ({ value }: Row): unknown => {
  try {
    return JSON.parse(value);
  } catch {
    throw new StoredValueDamaged(); // without the reason: JSON.parse quotes the text it stumbled on
  }
};

const writtenOf = (key: string, value: unknown, expiresAt: Instant | undefined): Written => {
  checkKey(key);
  return { key, value: toJson(value), expiresAt: expiresAt === undefined ? null : sortable(expiresAt) };
};

/** The key-value store in an open SQLite file; `now` decides what has expired. */
export const sqliteKeyValueStore = (database: Database, now: () => Instant): KeyValueStore => {
  const read = statement<{ key: string; now: Instant }, Row>(database, keyValueSql.read);
  const write = statement<Written>(database, keyValueSql.write);
  const create = statement<Written & { now: Instant }>(database, keyValueSql.create);
  const remove = statement<{ key: string }>(database, keyValueSql.delete);
  const scan = statement<{ prefix: string; end: string; after: string; now: Instant; limit: number }, Row>(
    database,
    keyValueSql.scan,
  );
  const sweep = statement<{ now: Instant }>(database, keyValueSql.sweep);

  return {
    read: async (keys) => {
      const at = sortable(now());
      return Object.fromEntries(
        keys.flatMap((key) => {
          checkKey(key);
          const row = read.get({ key, now: at });
          return row ? [[key, valueOf(row)]] : [];
        }),
      );
    },
    write: async (changes, { expiresAt } = {}) => {
      const changed = Object.entries(changes).map(([key, value]) => writtenOf(key, value, expiresAt));
      inTransaction(database, 'write', () => changed.forEach((entry) => write.run(entry)));
    },
    create: async (key, value, { expiresAt } = {}) =>
      create.run({ ...writtenOf(key, value, expiresAt), now: sortable(now()) }) === 1,
    delete: async (keys) => inTransaction(database, 'write', () => keys.forEach((key) => remove.run({ key }))),
    scan: async (prefix, { after = '', limit }) => {
      checkLimit(limit);
      const end = `${prefix}\u{10FFFF}`; // behind every key with this prefix: no text holds this code point
      const rows = scan.all({ prefix, end, after, now: sortable(now()), limit: limit + 1 });
      const entries = rows.slice(0, limit).map((row) => ({ key: row.key, value: valueOf(row) }));
      const last = entries.at(-1);
      return rows.length > limit && last ? { entries, next: last.key } : { entries };
    },
    sweep: async (at) => sweep.run({ now: sortable(at) }),
  };
};
