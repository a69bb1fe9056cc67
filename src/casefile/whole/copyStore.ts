import { randomBytes } from 'node:crypto';
import { casesOf, compareStores, CopyFault, hashOfCase, hashOfValue, idsOf, valuesOf } from './compareStores';
import { keyOfCase } from '../sealed/dataKeys';
import { COPY_UNDER_WAY, copyIsUnderWay } from './incomplete';
import type { MasterKey } from '../sealed/masterKey';
import type { KeyRecord, KeyRecords, Records, ValueRecord } from '../records';
import { KEY_BYTES } from '../sealed/seal';
import type { Counts } from './verifyStore';
import { walk } from './walk';

/** One end of a copy: what is kept, and the master key that opens it. */
export interface End {
  records: Records;
  master: MasterKey;
}

const sameSecret = async (from: End, to: End, one: KeyRecord, other: KeyRecord): Promise<boolean> =>
  Buffer.compare(await from.master.unwrap(one), await to.master.unwrap(other)) === 0;

/** Takes the key over under the master key of the target. One that is there already must be the same. */
const copyKey = async (from: End, to: End, record: KeyRecord): Promise<void> => {
  const wrapped = await to.master.wrap(await from.master.unwrap(record));
  if (await to.records.keys.create({ id: record.id, ...wrapped })) return;
  const there = await to.records.keys.read(record.id);
  if (!there || !(await sameSecret(from, to, record, there))) throw new CopyFault('target-in-use');
};

const storeKeys = async (keys: KeyRecords): Promise<KeyRecord[]> => {
  const found: KeyRecord[] = [];
  for await (const record of walk(
    (place) => keys.page(place),
    ({ id }) => id,
  ))
    if (record.id.startsWith('store:')) found.push(record);
  return found;
};

/** Begins a copy, or goes on with the one that was begun here; a store that is at work is never written over. */
const begin = async ({ records, master }: End): Promise<void> => {
  if (await copyIsUnderWay(records.keys)) return;
  const { cases, values, keys } = records;
  const found = [await cases.caseIds({ limit: 1 }), await values.page({ limit: 1 }), await keys.page({ limit: 1 })];
  if (found.flat().length > 0) throw new CopyFault('target-in-use');
  await keys.create({ id: COPY_UNDER_WAY, ...(await master.wrap(randomBytes(KEY_BYTES))) });
};

const copyCase = async (from: End, to: End, caseId: string, counts: Counts): Promise<void> => {
  const copy = await from.records.cases.copyOut(caseId);
  if (!copy) return;
  const key = await from.records.keys.read(keyOfCase(caseId));
  if (key) await copyKey(from, to, key);
  const there = await to.records.cases.copyOut(caseId);
  if (!there || hashOfCase(there) !== hashOfCase(copy)) await to.records.cases.copyIn(copy);
  counts.cases += 1;
  counts.events += copy.events.length;
  counts.due += copy.due.length;
};

const AT_ONCE = 100;

/** Values of which the target has not the very same yet, a hundred at a time. */
const copyValues = async (from: Records, to: Records, counts: Counts): Promise<void> => {
  const flush = async (batch: ValueRecord[]): Promise<void> => {
    const there = new Map(
      (await to.values.read(batch.map(({ key }) => key))).map((one) => [one.key, hashOfValue(one)]),
    );
    const missing = batch.filter((one) => there.get(one.key) !== hashOfValue(one));
    if (missing.length > 0) await to.values.write(missing);
    counts.values += batch.length;
  };
  let batch: ValueRecord[] = [];
  for await (const value of valuesOf(from)) {
    if (batch.push(value) < AT_ONCE) continue;
    await flush(batch);
    batch = [];
  }
  if (batch.length > 0) await flush(batch);
};

/** Takes out of the target what an earlier, unfinished copy put there and the source has no more. */
const dropGone = async (from: Records, to: Records): Promise<void> => {
  const cases = new Set(await idsOf(casesOf(from), (id) => id));
  for (const caseId of await idsOf(casesOf(to), (id) => id)) {
    if (cases.has(caseId)) continue;
    await to.keys.destroy(keyOfCase(caseId));
    await to.cases.erase(caseId);
  }
  const values = new Set(await idsOf(valuesOf(from), ({ key }) => key));
  const gone = (await idsOf(valuesOf(to), ({ key }) => key)).filter((key) => !values.has(key));
  for (let done = 0; done < gone.length; done += AT_ONCE) await to.values.delete(gone.slice(done, done + AT_ONCE));
};

/** Told along the way. */
export interface CopyProgress {
  copied?: (counts: Counts) => void;
  compared?: (cases: number) => void;
}

/**
 * Copies everything kept in one store to another, still sealed: only data keys are opened, to wrap them for the target.
 * No bot may run on either meanwhile; the target is marked so that none starts on it before the copy is finished. Going on
 * after a stop skips what is there and the same. At the end both are read and have the same cases and values, by count and
 * by hash, or `CopyFault` is thrown. Leases stay behind: what is due is due anew.
 */
export const copyStore = async (
  from: End,
  to: End,
  { copied = () => undefined, compared = () => undefined }: CopyProgress = {},
): Promise<Counts> => {
  await begin(to);
  for (const record of await storeKeys(from.records.keys)) await copyKey(from, to, record);
  const counts: Counts = { cases: 0, events: 0, due: 0, values: 0 };
  for await (const caseId of casesOf(from.records)) {
    await copyCase(from, to, caseId, counts);
    copied(counts);
  }
  await copyValues(from.records, to.records, counts);
  await dropGone(from.records, to.records);
  await compareStores(from.records, to.records, compared);
  await to.records.keys.destroy(COPY_UNDER_WAY);
  return counts;
};
