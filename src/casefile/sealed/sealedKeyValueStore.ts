import { setTimeout } from 'node:timers/promises';
import type { Instant } from '../../protocol/time';
import { sortable } from '../appendRules';
import { KEY_OF_VALUES, type DataKeys } from './dataKeys';
import { checkKey, toJson } from '../keyValueRules';
import { StoredValueDamaged, ValueContested, type KeyValueStore } from '../keyValueStore';
import { lastUsed, type LastUsed } from '../lastUsed';
import type { Sealed, ValueRecord, ValueRecords } from '../records';
import { NotAuthentic, type DataKey } from './seal';

const MOST_TRIES = 12;
/** A few milliseconds, never the same for two who wait. */
const briefly = (tries: number): Promise<void> => setTimeout(Math.random() * 5 * 2 ** Math.min(tries, 7));

/** Of a value that was read or written last: what lies there sealed, and what it says. */
type Opened = { sealed: Sealed; text: string };
const OPENED = 1_000;
/** Longer ones are few, and would be most of the memory. */
const LONGEST = 4_000;

/** What lies there byte for byte as before says what it said before; whatever else lies there is opened. */
const textIn = (opened: LastUsed<Opened>, key: DataKey, { key: token, sealed }: ValueRecord): string => {
  const known = opened.get(token);
  if (known && Buffer.compare(known.sealed, sealed) === 0) return known.text;
  const text = key.open(['value', token], sealed);
  if (text.length <= LONGEST) opened.set(token, { sealed, text });
  return text;
};

const valueIn = (opened: LastUsed<Opened>, key: DataKey, record: ValueRecord): unknown => {
  try {
    return JSON.parse(textIn(opened, key, record));
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
  const opened = lastUsed<Opened>(OPENED);
  return {
    read: async (names) => {
      names.forEach(checkKey);
      const key = await dataKey();
      const tokens = names.map((name) => key.token(name));
      const found = new Map((await values.read([...new Set(tokens)])).map((record) => [record.key, record]));
      return Object.fromEntries(
        names.flatMap((name, i) => {
          const record = found.get(tokens[i] ?? '');
          return record ? [[name, valueIn(opened, key, record)]] : [];
        }),
      );
    },
    write: async (changes, { expiresAt } = {}) => {
      const key = await dataKey();
      await values.write(Object.entries(changes).map(([name, value]) => recordOf(key, name, value, expiresAt)));
    },
    create: async (name, value, { expiresAt, after, along = {} } = {}) => {
      const key = await dataKey();
      const more = {
        ...(after !== undefined && { after: key.token(after) }),
        along: Object.entries(along).map(([other, its]) => recordOf(key, other, its, undefined)),
      };
      return values.create(recordOf(key, name, value, expiresAt), more);
    },
    change: async (name, change, { expiresAt } = {}) => {
      checkKey(name);
      const key = await dataKey();
      for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
        if (tries > 1) await briefly(tries);
        const [there] = await values.read([key.token(name)]);
        const before = there && valueIn(opened, key, there);
        const after = change(before);
        if (after === before) return;
        const record = recordOf(key, name, after, expiresAt);
        if (await (there ? values.replace(record, there.sealed) : values.create(record))) return;
      }
      throw new ValueContested();
    },
    delete: async (names) => {
      const key = await dataKey();
      const tokens = names.map((name) => key.token(name));
      tokens.forEach((token) => opened.delete(token));
      await values.delete(tokens);
    },
    sweep: async (now) => values.sweep(sortable(now)),
  };
};
