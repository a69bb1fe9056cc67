import { randomUUID } from 'node:crypto';
import type { Instant } from '../protocol/time';
import { activityOf, checkAppend, checkCaseId, checkLimit, later, sortable } from './appendRules';
import { DueIdTaken } from './caseStore';
import type {
  Append,
  Appended,
  CaseStore,
  DueItem,
  FindOptions,
  Head,
  Listing,
  OpenDue,
  StoredEvent,
} from './caseStore';
import { byPlace, pageOf, readCursor, START, type Direction } from './findCursor';

interface Due extends OpenDue {
  caseId: string;
  lease: string;
  /** dueAt, or the end of the lease */
  readyAt: Instant;
  position: number;
}

interface Case {
  caseId: string;
  head: Head;
  events: StoredEvent[];
  due: Due[];
  listing: Listing;
  activityAt: Instant;
}

const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T; // JSON in, the same shape out

const openDueOf = ({ id, kind, dueAt, payload, attempts }: Due): OpenDue => ({ id, kind, dueAt, payload, attempts });
const dueItemOf = (due: Due): DueItem => ({ caseId: due.caseId, ...openDueOf(due), lease: due.lease });

/** The case after an append; the one before is left untouched, so a throw halfway changes nothing. */
const appended = (caseId: string, before: Case | undefined, append: Append, position: () => number): Case => {
  const version = before?.head.version ?? 0;
  const kept = (before?.due ?? []).filter((due) => !append.cancelDue.includes(due.id));
  if (append.due.some((added) => kept.some((due) => due.id === added.id))) throw new DueIdTaken(caseId);
  const { protocolVersion } = append;
  const events = append.events.map(({ id, event }, i) => ({
    caseId,
    seq: version + 1 + i,
    id,
    protocolVersion,
    event,
  }));
  const due = append.due.map((added) => {
    const dueAt = sortable(added.dueAt);
    return { ...added, caseId, dueAt, readyAt: dueAt, attempts: 0, lease: '', position: position() };
  });
  return copyOf({
    caseId,
    head: { caseId, version: version + events.length, file: append.file },
    events: [...(before?.events ?? []), ...events],
    due: [...kept, ...due],
    listing: append.listing,
    activityAt: activityOf(append),
  });
};

const found = (cases: Case[], keys: string[], options: FindOptions): { heads: Head[]; next?: string } => {
  checkLimit(options.limit);
  const direction: Direction = options.awaiting ? 'oldest-first' : 'newest-first';
  const after = options.after === undefined ? START[direction] : readCursor(options.after);
  const order = byPlace(direction);
  const matches = cases
    .filter(({ listing }) => (options.awaiting ? listing.awaits : listing.keys).some((key) => keys.includes(key)))
    .filter(({ listing }) => options.status === undefined || listing.status === options.status)
    .filter((match) => order(match, after) > 0)
    .sort(order);
  const { page, ...rest } = pageOf(matches, options.limit);
  return { heads: page.map(({ head }) => copyOf(head)), ...rest };
};

/** A case store for tests, with the meaning of the real ones and nothing kept. */
export const memoryCaseStore = (): CaseStore => {
  const cases = new Map<string, Case>();
  let positions = 0;
  let open = true;

  const opened = (): void => {
    if (!open) throw new Error('the store is closed');
  };
  const caseOf = (caseId: string): Case | undefined => {
    opened();
    checkCaseId(caseId);
    return cases.get(caseId);
  };
  const held = (item: DueItem): Due | undefined =>
    caseOf(item.caseId)?.due.find((due) => due.id === item.id && due.lease === item.lease);

  return {
    load: async (caseId) => copyOf({ head: caseOf(caseId)?.head }).head,
    hasEvent: async (caseId, eventId) => caseOf(caseId)?.events.some(({ id }) => id === eventId) ?? false,
    history: async (caseId, { from = 1, limit = Infinity } = {}) =>
      copyOf((caseOf(caseId)?.events ?? []).filter(({ seq }) => seq >= from).slice(0, limit)),
    append: async (caseId, expectedVersion, append): Promise<Appended> => {
      const before = caseOf(caseId);
      checkAppend(append);
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
      checkLimit(limit);
      const at = sortable(now);
      const ready = [...cases.values()].flatMap(({ due }) => due).filter((due) => due.readyAt <= at);
      ready.sort((a, b) => (a.readyAt === b.readyAt ? a.position - b.position : a.readyAt < b.readyAt ? -1 : 1));
      return ready.slice(0, limit).map((due) => {
        Object.assign(due, { lease: randomUUID(), readyAt: later(at, leaseMs), attempts: due.attempts + 1 });
        return copyOf(dueItemOf(due));
      });
    },
    ack: async (item) => {
      const due = held(item);
      const file = caseOf(item.caseId);
      if (!due || !file) return false;
      file.due = file.due.filter((other) => other !== due);
      return true;
    },
    retry: async (item, at, payload) => {
      const due = held(item);
      const dueAt = sortable(at);
      if (!due) return false;
      Object.assign(due, { lease: '', dueAt, readyAt: dueAt, payload: copyOf(payload ?? due.payload) });
      return true;
    },
    openDue: async (caseId) => {
      const due = [...(caseOf(caseId)?.due ?? [])];
      due.sort((a, b) => (a.dueAt === b.dueAt ? a.position - b.position : a.dueAt < b.dueAt ? -1 : 1));
      return copyOf(due.map(openDueOf));
    },
    erase: async (caseId) => {
      caseOf(caseId);
      cases.delete(caseId);
    },
    ping: async () => opened(),
    close: async () => {
      open = false;
    },
  };
};
