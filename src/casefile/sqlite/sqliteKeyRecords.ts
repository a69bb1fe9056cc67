import type { KeyRecord, KeyRecords } from '../records';
import { emptyLog, statement, type Database } from './sqliteDatabase';

/** Every statement of the SQLite file with wrapped data keys. */
export const keySql = {
  read: `SELECT id, wrapped_by AS wrappedBy, wrapped FROM data_keys WHERE id = :id`,
  create: `
    INSERT INTO data_keys (id, wrapped_by, wrapped) VALUES (:id, :wrappedBy, :wrapped) ON CONFLICT (id) DO NOTHING`,
  replace: `UPDATE data_keys SET wrapped_by = :wrappedBy, wrapped = :wrapped WHERE id = :id AND wrapped = :before`,
  destroy: `DELETE FROM data_keys WHERE id = :id`,
  page: `SELECT id, wrapped_by AS wrappedBy, wrapped FROM data_keys WHERE id > :after ORDER BY id LIMIT :limit`,
} as const;

/** The wrapped data keys in an open SQLite file of their own. */
export const sqliteKeyRecords = (database: Database): KeyRecords => {
  const read = statement<{ id: string }, KeyRecord>(database, keySql.read);
  const create = statement<KeyRecord>(database, keySql.create);
  const replace = statement<KeyRecord & { before: Uint8Array }>(database, keySql.replace);
  const destroy = statement<{ id: string }>(database, keySql.destroy);
  const page = statement<{ after: string; limit: number }, KeyRecord>(database, keySql.page);

  return {
    read: async (id) => read.get({ id }),
    create: async ({ id, wrappedBy, wrapped }) => create.run({ id, wrappedBy, wrapped }) === 1,
    replace: async ({ id, wrappedBy, wrapped }, before) => replace.run({ id, wrappedBy, wrapped, before }) === 1,
    destroy: async (id) => {
      destroy.run({ id });
      // secure_delete wipes a deleted row, but not the copies that stay in free space when SQLite moves rows between pages
      database.exec('VACUUM');
      if (!emptyLog(database)) throw new Error('the key is gone, but the write-ahead log is in use: destroy once more');
    },
    page: async ({ after = '', limit }) => page.all({ after, limit }),
  };
};
