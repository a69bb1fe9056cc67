import { caseSeal, listingMark, NO_EVENT } from '../sealed/caseSeal';
import { StoredItemDamaged } from '../caseStore';
import { caseOfKey, dataKeys, KEY_OF_VALUES, type DataKeys } from '../sealed/dataKeys';
import { StoredValueDamaged } from '../keyValueStore';
import type { MasterKey } from '../sealed/masterKey';
import type { CaseRecords, Records, ValueRecords } from '../records';
import { NotAuthentic } from '../sealed/seal';
import { walk } from './walk';

export interface Counts {
  cases: number;
  events: number;
  due: number;
  values: number;
}
/**
 * `broken`: the first case, in the order of ids, of which something is not as it was written; or a value. `gone`: ids of
 * cases of which there is a key and nothing else: taken away, or begun in vain when the store was away.
 */
export type Verdict =
  { whole: Counts; gone: string[] } | { broken: StoredItemDamaged | StoredValueDamaged; before: Counts };

/** Opens the head, every event and every due item, and follows the marks from the first event to the head. */
const verifyCase = async (records: CaseRecords, keys: DataKeys, caseId: string, counts: Counts): Promise<void> => {
  const copy = await records.copyOut(caseId);
  if (!copy) throw new StoredItemDamaged(caseId, 'head');
  const key = await keys.ofCase(caseId);
  if (!key) throw new StoredItemDamaged(caseId, 'key');
  const seal = caseSeal(caseId, key);
  const { tail: promised, listed } = seal.openHead(copy.head);
  // another place in the lists would keep the case from whoever must find it
  if (listed !== listingMark(caseId, promised.version, copy)) throw new StoredItemDamaged(caseId, 'listing');
  const { tail } = seal.openEvents(copy.events, { before: NO_EVENT, promised });
  // events were cut off at the end, or put there
  if (tail.version < promised.version) throw new StoredItemDamaged(caseId, `event ${tail.version + 1}`);
  if (tail.version > promised.version) throw new StoredItemDamaged(caseId, `event ${promised.version + 1}`);
  for (const item of copy.due) seal.openDue(item);
  counts.cases += 1;
  counts.events += copy.events.length;
  counts.due += copy.due.length;
};

const verifyValues = async (values: ValueRecords, keys: DataKeys, counts: Counts): Promise<void> => {
  for await (const { key: token, sealed } of walk(
    (place) => values.page(place),
    ({ key }) => key,
  )) {
    const key = await keys.of(KEY_OF_VALUES);
    if (!key) throw new StoredValueDamaged();
    try {
      JSON.parse(key.open(['value', token], sealed));
    } catch (error) {
      throw error instanceof NotAuthentic || error instanceof SyntaxError ? new StoredValueDamaged() : error;
    }
    counts.values += 1;
  }
};

const keysAlone = async ({ cases, keys }: Pick<Records, 'cases' | 'keys'>): Promise<string[]> => {
  const alone: string[] = [];
  for await (const { id } of walk(
    (place) => keys.page(place),
    (key) => key.id,
  )) {
    const caseId = caseOfKey(id);
    if (caseId !== undefined && !(await cases.load(caseId))) alone.push(caseId);
  }
  return alone;
};

/** Checks everything a store keeps. Throws `MasterKeyFault` when the master key cannot open it at all. */
export const verifyStore = async (
  { cases, values, keys: records }: Records,
  master: MasterKey,
  progress: (counts: Counts) => void = () => undefined,
): Promise<Verdict> => {
  const keys = dataKeys(records, master);
  const counts: Counts = { cases: 0, events: 0, due: 0, values: 0 };
  try {
    for await (const caseId of walk(
      (place) => cases.caseIds(place),
      (id) => id,
    )) {
      await verifyCase(cases, keys, caseId, counts);
      progress(counts);
    }
    await verifyValues(values, keys, counts);
    return { whole: counts, gone: await keysAlone({ cases, keys: records }) };
  } catch (error) {
    if (error instanceof StoredItemDamaged || error instanceof StoredValueDamaged)
      return { broken: error, before: counts };
    throw error;
  }
};
