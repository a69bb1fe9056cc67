import type { Instant } from '../../protocol/time';
import { memoryCaseRecords } from './memoryCaseRecords';
import { memoryValueRecords } from './memoryValueRecords';
import type { KeyRecord, KeyRecords, Records } from '../records';

const memoryKeyRecords = (): KeyRecords => {
  const records = new Map<string, KeyRecord>();
  return {
    read: async (id) => records.get(id),
    create: async (record) => {
      if (records.has(record.id)) return false;
      records.set(record.id, record);
      return true;
    },
    replace: async (record, before) => {
      const there = records.get(record.id);
      if (!there || Buffer.compare(there.wrapped, before) !== 0) return false;
      records.set(record.id, record);
      return true;
    },
    destroy: async (id) => void records.delete(id),
    page: async ({ after = '', limit }) =>
      [...records.values()]
        .filter(({ id }) => id > after)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit),
  };
};

/** All records of a bot for tests, with the meaning of the real ones and nothing kept. */
export const memoryRecords = (now: () => Instant): Records => {
  let open = true;
  const opened = (): void => {
    if (!open) throw new Error('the store is closed');
  };
  return {
    cases: memoryCaseRecords(opened),
    values: memoryValueRecords(now),
    keys: memoryKeyRecords(),
    close: async () => {
      open = false;
    },
  };
};
