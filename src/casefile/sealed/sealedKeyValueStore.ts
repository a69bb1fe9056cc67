import { setTimeout } from 'node:timers/promises';
import type { Instant } from '../../protocol/time';
import { sortable } from '../appendRules';
import { KEY_OF_VALUES, type DataKeys } from './dataKeys';
import { checkKey, toJson } from '../keyValueRules';
import { StoredValueDamaged, ValueContested, type KeyValueStore } from '../keyValueStore';
import type { ValueRecord, ValueRecords } from '../records';
import { NotAuthentic, type DataKey } from './seal';

const MOST_TRIES = 12;
/** A few milliseconds, never the same for two who wait. */
const briefly = (tries: number): Promise<void> => setTimeout(Math.random() * 5 * 2 ** Math.min(tries, 7));

const valueIn = (key: DataKey, { key: token, sealed }: ValueRecord): unknown => {
  try {
    return JSON.parse(key.open(['value', token], sealed));
  } catch (error) {
    if (error instanceof NotAuthentic || error instanceof SyntaxError) throw new StoredValueDamaged();
    throw error;
  }
};

const recordOf = (key: DataKey, name: string, value: unknown, expiresAt: Instant | undefined): ValueRecord => {
  checkKey(name);
  const json = toJson(value);
  const token = key.token(name);
  return {
    key: token,
    sealed: key.seal(['value', token], json),
    ...(expiresAt !== undefined && { expiresAt: sortable(expiresAt) }),
  };
};

/** The key-value store: seals values, and keeps them under tokens, for their keys name people and their chats. */
export const sealedKeyValueStore = (values: ValueRecords, keys: DataKeys): KeyValueStore => {
  const dataKey = () => keys.orNew(KEY_OF_VALUES);
  return {
    read: async (names) => {
      names.forEach(checkKey);
      const key = await dataKey();
      const tokens = names.map((name) => key.token(name));
      const found = new Map((await values.read([...new Set(tokens)])).map((record) => [record.key, record]));
      return Object.fromEntries(
        names.flatMap((name, i) => {
          const record = found.get(tokens[i] ?? '');
          return record ? [[name, valueIn(key, record)]] : [];
        }),
      );
    },
    write: async (changes, { expiresAt } = {}) => {
      const key = await dataKey();
      await values.write(Object.entries(changes).map(([name, value]) => recordOf(key, name, value, expiresAt)));
    },
    create: async (name, value, { expiresAt } = {}) => values.create(recordOf(await dataKey(), name, value, expiresAt)),
    change: async (name, change, { expiresAt } = {}) => {
      checkKey(name);
      const key = await dataKey();
      for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
        if (tries > 1) await briefly(tries);
        const [there] = await values.read([key.token(name)]);
        const before = there && valueIn(key, there);
        const after = change(before);
        if (after === before) return;
        const record = recordOf(key, name, after, expiresAt);
        if (await (there ? values.replace(record, there.sealed) : values.create(record))) return;
      }
      throw new ValueContested();
    },
    delete: async (names) => {
      const key = await dataKey();
      await values.delete(names.map((name) => key.token(name)));
    },
    sweep: async (now) => values.sweep(sortable(now)),
  };
};
