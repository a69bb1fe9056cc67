import * as z from 'zod';
import { DueIdTaken, StoredItemDamaged, type Listing } from '../caseStore';
import type { AppendRecord, DueRecord, HeadRecord, LeasedDueRecord, Sealed } from '../records';

const dueShape = z.strictObject({
  id: z.string(),
  kind: z.enum(['notice', 'term']),
  dueAt: z.string(),
  attempts: z.number().int(),
  sealed: z.base64(),
  /** of the worker that has it, and until when it does */
  lease: z.string().exactOptional(),
  until: z.string().exactOptional(),
});
const shape = z.object({
  id: z.literal('head'),
  caseId: z.string(),
  /** the case id once more: only heads have it */
  headOf: z.string(),
  version: z.number().int(),
  sealed: z.base64(),
  /** in the order of coming */
  due: z.array(dueShape),
  /** when the first due item asks for attention; heads without due items have none */
  readyAt: z.string().exactOptional(),
  /** '<list>:<status>:<key>' for each key of the listing: 'k' is found under it, 'a' waits for it; 'o'pen or 'c'losed */
  listed: z.array(z.string().regex(/^[ak]:[co]:/)),
  status: z.enum(['open', 'closed']),
  activityAt: z.string(),
});

type Due = z.infer<typeof dueShape>;
/** When a worker may take it. */
const readyAtOf = ({ dueAt, until }: Due): string => until ?? dueAt;
/**
 * The one item of a case that changes: what the file says (sealed), what is due, and in whose lists it is. Due items lie
 * in it because they change with nearly every answer (a term moves, another lapses): as items of their own each would
 * cost a write or two more, and cancelling one that is gone would undo the whole batch.
 */
export type HeadItem = z.infer<typeof shape>;
/** A head as it was read, and the eTag it had. */
export type KeptHead = { item: HeadItem; etag: string };

/** Throws StoredItemDamaged. */
export const readHeadItem = (item: unknown, caseId: string): HeadItem => {
  const read = shape.safeParse(item);
  if (!read.success || read.data.headOf !== caseId) throw new StoredItemDamaged(caseId, 'head');
  return read.data;
};

export const toText = (sealed: Sealed): string => Buffer.from(sealed).toString('base64');
export const toSealed = (text: string): Sealed => new Uint8Array(Buffer.from(text, 'base64'));

const listedOf = ({ keys, awaits, status }: Listing): string[] => {
  const sign = status === 'open' ? 'o' : 'c';
  return [...new Set([...keys.map((key) => `k:${sign}:${key}`), ...awaits.map((key) => `a:${sign}:${key}`)])];
};
export const listingOf = ({ listed, status }: HeadItem): Listing => {
  const of = (list: string): string[] =>
    listed.filter((entry) => entry.startsWith(list)).map((entry) => entry.slice(4));
  return { keys: of('k'), awaits: of('a'), status };
};

const earliest = (due: readonly Due[]): Pick<HeadItem, 'readyAt'> => {
  const [first] = due.map(readyAtOf).sort();
  return first === undefined ? {} : { readyAt: first };
};

const withDue = ({ readyAt: _, ...item }: HeadItem, due: Due[]): HeadItem => ({ ...item, due, ...earliest(due) });

type Contents = Pick<AppendRecord, 'head' | 'due' | 'listing' | 'activityAt'> & { version: number };

/** The head after an append, or a first one. Throws DueIdTaken. */
export const headAfter = (
  caseId: string,
  before: HeadItem | undefined,
  { version, head, due, listing, activityAt }: Contents,
  cancelDue: readonly string[] = [],
): HeadItem => {
  const kept = (before?.due ?? []).filter(({ id }) => !cancelDue.includes(id));
  if (due.some((added) => kept.some(({ id }) => id === added.id))) throw new DueIdTaken(caseId);
  const added = due.map(({ id, kind, dueAt, sealed }): Due => ({
    ...{ id, kind, dueAt, attempts: 0 },
    sealed: toText(sealed),
  }));
  const item = {
    id: 'head' as const,
    caseId,
    headOf: caseId,
    version,
    sealed: toText(head),
    listed: listedOf(listing),
  };
  return withDue({ ...item, status: listing.status, activityAt, due: [] }, [...kept, ...added]);
};

export const headRecordOf = ({ caseId, version, sealed }: HeadItem): HeadRecord => ({
  caseId,
  version,
  sealed: toSealed(sealed),
});
export const dueRecordsOf = ({ due }: HeadItem): DueRecord[] =>
  due.map(({ id, kind, dueAt, attempts, sealed }) => ({ id, kind, dueAt, attempts, sealed: toSealed(sealed) }));

/** What a worker may take at `now`, with the moment since when. */
export const readyIn = ({ due }: HeadItem, now: string): { id: string; readyAt: string }[] =>
  due.filter((one) => readyAtOf(one) <= now).map((one) => ({ id: one.id, readyAt: readyAtOf(one) }));

/** The head with these items leased, as far as they are still ready; undefined when none of them is. */
export const leasing = (
  item: HeadItem,
  ids: readonly string[],
  { now, until, lease }: { now: string; until: string; lease: string },
): HeadItem | undefined => {
  const taken = (due: Due): boolean => ids.includes(due.id) && readyAtOf(due) <= now;
  if (!item.due.some(taken)) return undefined;
  return withDue(
    item,
    item.due.map((due) => (taken(due) ? { ...due, lease, until, attempts: due.attempts + 1 } : due)),
  );
};

export const leasedWith = ({ caseId, due }: HeadItem, lease: string): LeasedDueRecord[] =>
  due
    .filter((one) => one.lease === lease)
    .map(({ id, kind, dueAt, attempts, sealed }) => ({
      ...{ caseId, id, kind, dueAt, attempts, lease },
      sealed: toSealed(sealed),
    }));

type Held = { id: string; lease: string };
const unleased = ({ lease: _lease, until: _until, ...due }: Due): Due => due;
const isHeld = (due: Due, { id, lease }: Held): boolean => due.id === id && due.lease === lease;

/** The head without a leased item; undefined when the lease was lost. */
export const acked = (item: HeadItem, held: Held): HeadItem | undefined => {
  const left = item.due.filter((due) => !isHeld(due, held));
  return left.length === item.due.length ? undefined : withDue(item, left);
};

/** The head with a leased item put back for `at`; undefined when the lease was lost. */
export const putBack = (item: HeadItem, held: Held, at: string, sealed: Sealed): HeadItem | undefined => {
  if (!item.due.some((due) => isHeld(due, held))) return undefined;
  return withDue(
    item,
    item.due.map((due) => (isHeld(due, held) ? { ...unleased(due), dueAt: at, sealed: toText(sealed) } : due)),
  );
};
