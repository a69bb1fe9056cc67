import { caseOfKey } from '../sealed/dataKeys';
import type { KeyRecords, Records } from '../records';

/** In the container or file of keys while a copy is being made there, wrapped like any other. */
export const COPY_UNDER_WAY = 'copy:under-way';
export const copyIsUnderWay = async (keys: KeyRecords): Promise<boolean> =>
  (await keys.read(COPY_UNDER_WAY)) !== undefined;

/**
 * 'data-keys-missing': there is data, and not one key. 'data-missing': there are keys of cases, and no data at all.
 * 'copy-unfinished': a copy was begun here and not finished.
 */
export type IncompleteCode = 'data-keys-missing' | 'data-missing' | 'copy-unfinished';

/** One part of a store is not there. Whoever went on would begin a second store beside what is left of the first. */
export class StoreIncomplete extends Error {
  override name = 'StoreIncomplete';
  constructor(readonly code: IncompleteCode) {
    super(code);
  }
}

/** Looks before anything is written. Throws StoreIncomplete. */
export const refuseIncomplete = async ({ cases, values, keys }: Records): Promise<void> => {
  const [first] = await keys.page({ limit: 1 });
  const hasData = (await cases.caseIds({ limit: 1 })).length > 0 || (await values.page({ limit: 1 })).length > 0;
  if (hasData && !first) throw new StoreIncomplete('data-keys-missing');
  // every bot that ever worked has kept values; a key of a case alone is what is left of a lost store
  if (!hasData && first && caseOfKey(first.id) !== undefined) throw new StoreIncomplete('data-missing');
  if (await copyIsUnderWay(keys)) throw new StoreIncomplete('copy-unfinished');
};
