import type { Instant } from '../../protocol/time';
import { sortable } from '../appendRules';
import type { ValueRecord, ValueRecords } from '../records';

const expired = ({ expiresAt }: ValueRecord, now: Instant): boolean =>
  expiresAt !== undefined && expiresAt <= sortable(now);

/** Records of values for tests, with the meaning of the real ones and nothing kept. */
export const memoryValueRecords = (now: () => Instant): ValueRecords => {
  const records = new Map<string, ValueRecord>();
  const living = (key: string): ValueRecord | undefined => {
    const record = records.get(key);
    return record && !expired(record, now()) ? record : undefined;
  };

  return {
    read: async (keys) => keys.flatMap((key) => living(key) ?? []),
    write: async (written) => {
      for (const record of written) records.set(record.key, record);
    },
    create: async (record, { after, along = [] } = {}) => {
      if (living(record.key) || (after !== undefined && !living(after))) return false;
      for (const one of [record, ...along]) records.set(one.key, one);
      return true;
    },
    replace: async (record, before) => {
      const there = living(record.key);
      if (!there || Buffer.compare(there.sealed, before) !== 0) return false;
      records.set(record.key, record);
      return true;
    },
    delete: async (keys) => {
      for (const key of keys) records.delete(key);
    },
    page: async ({ after = '', limit }) =>
      [...records.keys()]
        .filter((key) => key > after)
        .sort()
        .flatMap((key) => living(key) ?? [])
        .slice(0, limit),
    sweep: async (at) => {
      const gone = [...records.values()].filter((record) => expired(record, at));
      for (const { key } of gone) records.delete(key);
      return gone.length;
    },
  };
};
