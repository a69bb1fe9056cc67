import { createHash, type Hash } from 'node:crypto';
import { keyOfCase } from './dataKeys';
import type { MasterKey } from './masterKey';
import type { CaseCopy, KeyRecord, KeyRecords, Records, ValueRecord } from './records';
import type { Counts } from './verifyStore';
import { walk } from './walk';

/** One end of a copy: what is kept, and the master key that opens it. */
export interface End {
  records: Records;
  master: MasterKey;
}

/** 'target-in-use': the target holds another store. 'not-the-same': after copying, something differs. */
export class CopyFault extends Error {
  override name = 'CopyFault';
  constructor(
    readonly code: 'target-in-use' | 'not-the-same',
    /** the case that differs; undefined for values or for the number of cases */
    readonly caseId?: string,
  ) {
    super(code);
  }
}

const hashOf = (parts: readonly (string | number | Uint8Array | undefined)[]): string => {
  const hash: Hash = createHash('sha256');
  for (const part of parts) {
    const bytes = part instanceof Uint8Array ? part : Buffer.from(String(part ?? ''));
    hash.update(`${bytes.length}:`).update(bytes); // the length keeps 'ab','c' apart from 'a','bc'
  }
  return hash.digest('hex');
};

/** Over every byte of a case that is copied; leases are not. */
const hashOfCase = ({ head, events, due, listing, activityAt }: CaseCopy): string =>
  hashOf([
    ...[head.caseId, head.version, head.sealed, activityAt, listing.status],
    ...['keys', ...[...listing.keys].sort(), 'awaits', ...[...listing.awaits].sort()],
    ...events.flatMap(({ seq, id, sealed }) => ['event', seq, id, sealed]),
    ...due.flatMap(({ id, kind, dueAt, attempts, sealed }) => ['due', id, kind, dueAt, attempts, sealed]),
  ]);
const hashOfValue = ({ key, sealed, expiresAt }: ValueRecord): string => hashOf([key, sealed, expiresAt]);

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

const refuseOtherStore = async ({ records }: End, shared: boolean): Promise<void> => {
  if (!shared && (await records.cases.caseIds({ limit: 1 })).length > 0) throw new CopyFault('target-in-use');
};

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
  for await (const value of walk(
    (place) => from.values.page(place),
    ({ key }) => key,
  )) {
    if (batch.push(value) < 100) continue;
    await flush(batch);
    batch = [];
  }
  if (batch.length > 0) await flush(batch);
};

const compareValues = async (from: Records, to: Records): Promise<void> => {
  const hashes = async (records: Records): Promise<string> => {
    const hash = createHash('sha256');
    for await (const value of walk(
      (place) => records.values.page(place),
      ({ key }) => key,
    ))
      hash.update(hashOfValue(value));
    return hash.digest('hex');
  };
  if ((await hashes(from)) !== (await hashes(to))) throw new CopyFault('not-the-same');
};

const compareIds = async (from: Records, to: Records): Promise<void> => {
  const ids = async (records: Records): Promise<string[]> => {
    const all: string[] = [];
    for await (const id of walk(
      (place) => records.cases.caseIds(place),
      (one) => one,
    ))
      all.push(id);
    return all.sort();
  };
  if ((await ids(from)).join() !== (await ids(to)).join()) throw new CopyFault('not-the-same');
};

const copyCase = async (from: End, to: End, caseId: string, counts: Counts): Promise<void> => {
  const copy = await from.records.cases.copyOut(caseId);
  if (!copy) return;
  const key = await from.records.keys.read(keyOfCase(caseId));
  if (key) await copyKey(from, to, key);
  const hash = hashOfCase(copy);
  const there = await to.records.cases.copyOut(caseId);
  if (!there || hashOfCase(there) !== hash) {
    await to.records.cases.copyIn(copy);
    const written = await to.records.cases.copyOut(caseId);
    if (!written || hashOfCase(written) !== hash) throw new CopyFault('not-the-same', caseId);
  }
  counts.cases += 1;
  counts.events += copy.events.length;
  counts.due += copy.due.length;
};

/**
 * Copies everything kept in one store to another, still sealed: only data keys are opened, to wrap them for the target.
 * No bot may run on either meanwhile. Going on after a stop skips what is there and the same. At the end both have the
 * same cases and values by count and by hash, or `CopyFault` is thrown. Leases stay behind: what is due is due anew.
 */
export const copyStore = async (
  from: End,
  to: End,
  progress: (counts: Counts) => void = () => undefined,
): Promise<Counts> => {
  const ours = await storeKeys(from.records.keys);
  await refuseOtherStore(to, (await storeKeys(to.records.keys)).length > 0);
  for (const record of ours) await copyKey(from, to, record);
  const counts: Counts = { cases: 0, events: 0, due: 0, values: 0 };
  for await (const caseId of walk(
    (place) => from.records.cases.caseIds(place),
    (id) => id,
  )) {
    await copyCase(from, to, caseId, counts);
    progress(counts);
  }
  await copyValues(from.records, to.records, counts);
  await compareIds(from.records, to.records);
  await compareValues(from.records, to.records);
  return counts;
};
