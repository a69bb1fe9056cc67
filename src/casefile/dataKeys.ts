import { randomBytes } from 'node:crypto';
import { lastUsed } from './lastUsed';
import type { MasterKey } from './masterKey';
import type { KeyRecord, KeyRecords } from './records';
import { dataKey, KEY_BYTES, type DataKey } from './seal';

/** The data keys of one store: one for each case, one for its values, one for its lists. */
export interface DataKeys {
  /** Throws `MasterKeyFault`. */
  of(id: string): Promise<DataKey | undefined>;
  /** Makes one when there is none; of several who do so at once, all get the same. */
  orNew(id: string): Promise<DataKey>;
  /** The key as it is kept now, when that is another than `of` gave: the case was erased and begun anew elsewhere. */
  changed(id: string): Promise<DataKey | undefined>;
  /** Whatever was sealed with it can never be opened again, in no copy either. */
  destroy(id: string): Promise<void>;
}

export const keyOfCase = (caseId: string): string => `case:${caseId}`;
export const KEY_OF_VALUES = 'store:values';
export const KEY_OF_LISTS = 'store:lists';

type Known = { wrapped: Uint8Array; key: DataKey };

/** Unwrapped keys stay in memory, the `most` that were used last (a key takes about 2 KB). */
export const dataKeys = (records: KeyRecords, master: MasterKey, most = 1000): DataKeys => {
  const known = lastUsed<Known>(most);

  const remember = (id: string, entry: Known): DataKey => {
    known.set(id, entry);
    return entry.key;
  };
  const unwrapped = async (record: KeyRecord): Promise<DataKey> =>
    remember(record.id, { wrapped: record.wrapped, key: dataKey(await master.unwrap(record)) });
  const kept = async (id: string): Promise<DataKey | undefined> => {
    const record = await records.read(id);
    return record && unwrapped(record);
  };
  const of = async (id: string): Promise<DataKey | undefined> => known.get(id)?.key ?? kept(id);

  return {
    of,
    orNew: async (id) => {
      const key = await of(id);
      if (key) return key;
      const secret = randomBytes(KEY_BYTES);
      const record = { id, ...(await master.wrap(secret)) };
      if (await records.create(record)) return remember(id, { wrapped: record.wrapped, key: dataKey(secret) });
      const theirs = await kept(id);
      if (!theirs) throw new Error('a data key was made and destroyed by others meanwhile');
      return theirs;
    },
    changed: async (id) => {
      const before = known.get(id);
      const record = await records.read(id);
      if (!record || (before && Buffer.compare(before.wrapped, record.wrapped) === 0)) return undefined;
      return unwrapped(record);
    },
    destroy: async (id) => {
      known.delete(id);
      await records.destroy(id);
    },
  };
};
