import { randomBytes } from 'node:crypto';
import { StoredItemDamaged } from '../caseStore';
import { lastUsed } from '../lastUsed';
import { MasterKeyFault, type MasterKey } from './masterKey';
import type { KeyRecord, KeyRecords } from '../records';
import { dataKey, KEY_BYTES, type DataKey } from './seal';

/**
 * The data keys of one store: one for each case, one for its values, one for its lists. What concerns a case throws
 * `StoredItemDamaged` when its wrapped key alone cannot be opened; else they throw `MasterKeyFault`.
 */
export interface DataKeys {
  of(id: string): Promise<DataKey | undefined>;
  /** Makes one when there is none; of several who do so at once, all get the same. */
  orNew(id: string): Promise<DataKey>;
  ofCase(caseId: string): Promise<DataKey | undefined>;
  /** For a case that begins. Looks at what is kept: a key in memory may be of a case that was erased elsewhere. */
  ofNewCase(caseId: string): Promise<DataKey>;
  /** The key as it is kept now, when that is another than `ofCase` gave: the case was erased and begun anew elsewhere. */
  changedOfCase(caseId: string): Promise<DataKey | undefined>;
  /** Whatever of the case was sealed with it can never be opened again, in no copy either. */
  destroyOfCase(caseId: string): Promise<void>;
}

const OF_CASE = 'case:';
export const keyOfCase = (caseId: string): string => `${OF_CASE}${caseId}`;
/** Undefined for a key that is of no case. */
export const caseOfKey = (id: string): string | undefined =>
  id.startsWith(OF_CASE) ? id.slice(OF_CASE.length) : undefined;
export const KEY_OF_VALUES = 'store:values';
export const KEY_OF_LISTS = 'store:lists';

type Known = { wrapped: Uint8Array; key: DataKey };

/** Faults that can lie with one wrapped key alone. */
const OF_ONE_KEY = ['data-key-damaged', 'master-key-missing'];

/** Unwrapped keys stay in memory, the `most` that were used last (a key takes about 2 KB). */
export const dataKeys = (records: KeyRecords, master: MasterKey, most = 1000): DataKeys => {
  const known = lastUsed<Known>(most);
  /** Rises whenever a key is destroyed: what was read before that is not remembered any more. */
  let destructions = 0;

  const remember = (id: string, entry: Known, since: number): DataKey => {
    if (since === destructions) known.set(id, entry);
    return entry.key;
  };
  const kept = async (id: string): Promise<DataKey | undefined> => {
    const since = destructions;
    const record = await records.read(id);
    if (!record) {
      known.delete(id);
      return undefined;
    }
    const { wrapped } = record;
    const before = known.get(id);
    if (before && Buffer.compare(before.wrapped, wrapped) === 0) return before.key;
    return remember(id, { wrapped, key: dataKey(await master.unwrap(record)) }, since);
  };
  const opensOthers = async (): Promise<boolean> => {
    try {
      const lists = await records.read(KEY_OF_LISTS);
      return lists !== undefined && (await master.unwrap(lists)).length > 0;
    } catch {
      return false;
    }
  };
  /** When only the key of this case cannot be unwrapped, the case is damaged; else it is the master key. */
  const damageIn = async <T>(caseId: string, work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      const maybe = error instanceof MasterKeyFault && OF_ONE_KEY.includes(error.code);
      throw maybe && (await opensOthers()) ? new StoredItemDamaged(caseId, 'key') : error;
    }
  };
  const of = async (id: string): Promise<DataKey | undefined> => known.get(id)?.key ?? kept(id);
  const made = async (id: string): Promise<DataKey> => {
    const since = destructions;
    const secret = randomBytes(KEY_BYTES);
    const record: KeyRecord = { id, ...(await master.wrap(secret)) };
    if (await records.create(record)) return remember(id, { wrapped: record.wrapped, key: dataKey(secret) }, since);
    const theirs = await kept(id);
    if (!theirs) throw new Error('a data key was made and destroyed by others meanwhile');
    return theirs;
  };
  const forget = (id: string): void => {
    destructions += 1;
    known.delete(id);
  };

  return {
    of,
    orNew: async (id) => (await of(id)) ?? made(id),
    ofCase: (caseId) => damageIn(caseId, of(keyOfCase(caseId))),
    ofNewCase: async (caseId) => (await damageIn(caseId, kept(keyOfCase(caseId)))) ?? made(keyOfCase(caseId)),
    changedOfCase: async (caseId) => {
      const before = known.get(keyOfCase(caseId))?.key;
      const now = await damageIn(caseId, kept(keyOfCase(caseId)));
      return now === before ? undefined : now;
    },
    destroyOfCase: async (caseId) => {
      const id = keyOfCase(caseId);
      forget(id);
      await records.destroy(id);
      forget(id); // somebody may have read it between the two
    },
  };
};
