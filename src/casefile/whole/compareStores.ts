import { createHash, type Hash } from 'node:crypto';
import type { CaseCopy, Records, ValueRecord } from '../records';
import { walk } from './walk';

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
export const hashOfCase = ({ head, events, due, listing, activityAt }: CaseCopy): string =>
  hashOf([
    ...[head.caseId, head.version, head.sealed, activityAt, listing.status],
    ...['keys', ...[...listing.keys].sort(), 'awaits', ...[...listing.awaits].sort()],
    ...events.flatMap(({ seq, id, sealed }) => ['event', seq, id, sealed]),
    ...due.flatMap(({ id, kind, dueAt, attempts, sealed }) => ['due', id, kind, dueAt, attempts, sealed]),
  ]);
export const hashOfValue = ({ key, sealed, expiresAt }: ValueRecord): string => hashOf([key, sealed, expiresAt]);

export const idsOf = async <T>(items: AsyncIterable<T>, idOf: (item: T) => string): Promise<string[]> => {
  const ids: string[] = [];
  for await (const item of items) ids.push(idOf(item));
  return ids;
};
export const casesOf = ({ cases }: Records) =>
  walk(
    (place) => cases.caseIds(place),
    (id) => id,
  );
export const valuesOf = ({ values }: Records) =>
  walk(
    (place) => values.page(place),
    ({ key }) => key,
  );

const same = (one: string, other: string, caseId?: string): void => {
  if (one !== other) throw new CopyFault('not-the-same', caseId);
};

/** Reads both once more from end to end: every byte of every case and value is in both, and nothing besides. Throws CopyFault. */
export const compareStores = async (from: Records, to: Records, compared: (cases: number) => void): Promise<void> => {
  const hashIn = async ({ cases }: Records, caseId: string): Promise<string> => {
    const copy = await cases.copyOut(caseId);
    return copy ? hashOfCase(copy) : 'none';
  };
  const ids = await idsOf(casesOf(from), (id) => id);
  for (const [i, caseId] of ids.entries()) {
    same(await hashIn(from, caseId), await hashIn(to, caseId), caseId);
    compared(i + 1);
  }
  same(ids.sort().join(), (await idsOf(casesOf(to), (id) => id)).sort().join());
  const values = async (records: Records) => (await idsOf(valuesOf(records), hashOfValue)).sort().join();
  same(await values(from), await values(to));
};
