import { randomUUID } from 'node:crypto';
import type { Instant } from '../../protocol/time';
import { later } from '../appendRules';
import { DueIdTaken, type Appended, type FindOptions, type Listing } from '../caseStore';
import { byPlace, pageOf, readCursor, START, type Direction } from '../findCursor';
import type { AppendRecord, CaseRecords, DueRecord, EventRecord, HeadRecord, Lease, LeasedDueRecord } from '../records';

interface Due extends LeasedDueRecord {
  /** dueAt, or the end of the lease */
  readyAt: Instant;
  position: number;
}

interface Case {
  caseId: string;
  head: HeadRecord;
  events: EventRecord[];
  due: Due[];
  listing: Listing;
  activityAt: Instant;
}

const dueRecordOf = ({ id, kind, dueAt, sealed, attempts }: Due): DueRecord => ({ id, kind, dueAt, sealed, attempts });
const leasedOf = (due: Due): LeasedDueRecord => ({ ...dueRecordOf(due), caseId: due.caseId, lease: due.lease });
const byMoment = (at: 'dueAt' | 'readyAt') => (a: Due, b: Due) =>
  a[at] === b[at] ? a.position - b.position : a[at] < b[at] ? -1 : 1;

/** The case after an append; the one before is left untouched, so a throw halfway changes nothing. */
const appended = (caseId: string, before: Case | undefined, append: AppendRecord, position: () => number): Case => {
  const version = before?.head.version ?? 0;
  const kept = (before?.due ?? []).filter((due) => !append.cancelDue.includes(due.id));
  if (append.due.some((added) => kept.some((due) => due.id === added.id))) throw new DueIdTaken(caseId);
  const events = append.events.map((event, i) => ({ seq: version + 1 + i, ...event }));
  const due = append.due.map((added) => {
    const state = { caseId, readyAt: added.dueAt, attempts: 0, lease: '', position: position() };
    return { ...added, ...state };
  });
  return {
    caseId,
    head: { caseId, version: version + events.length, sealed: append.head },
    events: [...(before?.events ?? []), ...events],
    due: [...kept, ...due],
    listing: append.listing,
    activityAt: append.activityAt,
  };
};

const found = (cases: Case[], keys: string[], options: FindOptions): { heads: HeadRecord[]; next?: string } => {
  const direction: Direction = options.awaiting ? 'oldest-first' : 'newest-first';
  const after = options.after === undefined ? START[direction] : readCursor(options.after);
  const order = byPlace(direction);
  const matches = cases
    .filter(({ listing }) => (options.awaiting ? listing.awaits : listing.keys).some((key) => keys.includes(key)))
    .filter(({ listing }) => options.status === undefined || listing.status === options.status)
    .filter((match) => order(match, after) > 0)
    .sort(order);
  const { page, ...rest } = pageOf(matches, options.limit);
  return { heads: page.map(({ head }) => head), ...rest };
};

/** Records of cases for tests, with the meaning of the real ones and nothing kept. Sealed bytes are never changed, so none are copied. */
export const memoryCaseRecords = (opened: () => void = () => undefined): CaseRecords => {
  const cases = new Map<string, Case>();
  let positions = 0;
  const caseOf = (caseId: string): Case | undefined => {
    opened();
    return cases.get(caseId);
  };
  const held = ({ caseId, id, lease }: Lease): Due | undefined =>
    caseOf(caseId)?.due.find((due) => due.id === id && due.lease === lease);

  return {
    load: async (caseId) => caseOf(caseId)?.head,
    hasEvent: async (caseId, eventId) => caseOf(caseId)?.events.some(({ id }) => id === eventId) ?? false,
    history: async (caseId, { from = 1, limit = Infinity } = {}) =>
      (caseOf(caseId)?.events ?? []).filter(({ seq }) => seq >= from).slice(0, limit),
    append: async (caseId, expectedVersion, append): Promise<Appended> => {
      const before = caseOf(caseId);
      if (before?.events.some(({ id }) => append.events.some((event) => event.id === id))) return { already: true };
      if ((before?.head.version ?? 0) !== expectedVersion) return { conflict: true };
      const after = appended(caseId, before, append, () => ++positions);
      cases.set(caseId, after);
      return { version: after.head.version };
    },
    find: async (keys, options) => {
      opened();
      return found([...cases.values()], keys, options);
    },
    claimDue: async (now, limit, leaseMs) => {
      opened();
      const ready = [...cases.values()].flatMap(({ due }) => due).filter((due) => due.readyAt <= now);
      return ready
        .sort(byMoment('readyAt'))
        .slice(0, limit)
        .map((due) => {
          Object.assign(due, { lease: randomUUID(), readyAt: later(now, leaseMs), attempts: due.attempts + 1 });
          return leasedOf(due);
        });
    },
    ack: async (lease) => {
      const due = held(lease);
      const file = caseOf(lease.caseId);
      if (!due || !file) return false;
      file.due = file.due.filter((other) => other !== due);
      return true;
    },
    retry: async (lease, at, sealed) => {
      const due = held(lease);
      if (!due) return false;
      Object.assign(due, { lease: '', dueAt: at, readyAt: at, sealed });
      return true;
    },
    openDue: async (caseId) => [...(caseOf(caseId)?.due ?? [])].sort(byMoment('dueAt')).map(dueRecordOf),
    erase: async (caseId) => {
      caseOf(caseId);
      cases.delete(caseId);
    },
    caseIds: async ({ after = '', limit }) => {
      opened();
      return [...cases.keys()]
        .filter((id) => id > after)
        .sort()
        .slice(0, limit);
    },
    copyOut: async (caseId) => {
      const found = caseOf(caseId);
      if (!found) return undefined;
      const { head, events, listing, activityAt } = found;
      return { head, events, due: found.due.map(dueRecordOf), listing, activityAt };
    },
    copyIn: async ({ head, events, due, listing, activityAt }) => {
      opened();
      const { caseId } = head;
      const items = due.map((one) => ({ ...one, caseId, readyAt: one.dueAt, lease: '', position: ++positions }));
      cases.set(caseId, { caseId, head, events, due: items, listing, activityAt });
    },
    ping: async () => opened(),
  };
};
