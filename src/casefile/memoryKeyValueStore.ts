import type { Instant } from '../protocol/time';
import { checkLimit, sortable } from './appendRules';
import { checkKey, compareKeys, toJson } from './keyValueRules';
import type { KeyValueStore } from './keyValueStore';

interface Entry {
  json: string;
  expiresAt?: Instant;
}

const entryOf = (value: unknown, expiresAt: Instant | undefined): Entry =>
  expiresAt === undefined ? { json: toJson(value) } : { json: toJson(value), expiresAt: sortable(expiresAt) };

const valueOf = ({ json }: Entry): unknown => JSON.parse(json);

const expired = ({ expiresAt }: Entry, now: Instant): boolean => expiresAt !== undefined && expiresAt <= sortable(now);

/** A key-value store for tests, with the meaning of the real ones and nothing kept. */
export const memoryKeyValueStore = (now: () => Instant): KeyValueStore => {
  const entries = new Map<string, Entry>();
  const living = (key: string): Entry | undefined => {
    checkKey(key);
    const entry = entries.get(key);
    return entry && !expired(entry, now()) ? entry : undefined;
  };

  return {
    read: async (keys) =>
      Object.fromEntries(
        keys.flatMap((key) => {
          const entry = living(key);
          return entry ? [[key, valueOf(entry)]] : [];
        }),
      ),
    write: async (changes, { expiresAt } = {}) => {
      const changed = Object.entries(changes).map(([key, value]) => {
        checkKey(key);
        return [key, entryOf(value, expiresAt)] as const;
      });
      for (const [key, entry] of changed) entries.set(key, entry);
    },
    create: async (key, value, { expiresAt } = {}) => {
      if (living(key)) return false;
      entries.set(key, entryOf(value, expiresAt));
      return true;
    },
    delete: async (keys) => {
      for (const key of keys) entries.delete(key);
    },
    scan: async (prefix, { after = '', limit }) => {
      checkLimit(limit);
      const keys = [...entries.keys()]
        .filter((key) => key.startsWith(prefix) && compareKeys(key, after) > 0 && living(key))
        .sort(compareKeys);
      const page = keys.slice(0, limit).map((key) => ({ key, value: valueOf(entries.get(key) as Entry) })); // keys of `entries`
      const last = page.at(-1);
      return keys.length > limit && last ? { entries: page, next: last.key } : { entries: page };
    },
    sweep: async (at) => {
      const gone = [...entries].filter(([, entry]) => expired(entry, at));
      for (const [key] of gone) entries.delete(key);
      return gone.length;
    },
  };
};
