import type { Instant } from '../protocol/time';
import type { Appended, DueKind, FindOptions, Listing, StoredItemDamaged } from './caseStore';

/**
 * What a database keeps. It never sees what a case says: content comes in and goes out sealed, and what could point to a
 * person (who is listed, what a notice is about, the key of a value) comes as a token that only the layer above can make.
 * Plain are: case id, numbers and ids of events, moments, open or closed, notice or term, the counts of all these.
 *
 * Instants come in the one spelling of `sortable`, ids and limits were checked above. Adapters are judged by the store
 * contract, run through the sealing layer on top of them.
 */
export type Sealed = Uint8Array;

export interface HeadRecord {
  caseId: string;
  /** the number of its events */
  version: number;
  sealed: Sealed;
}

export interface EventRecord {
  /** 1, 2, 3 … without a gap */
  seq: number;
  id: string;
  sealed: Sealed;
}

export interface NewDueRecord {
  /** token, unique within the case */
  id: string;
  kind: DueKind;
  dueAt: Instant;
  sealed: Sealed;
}
export interface DueRecord extends NewDueRecord {
  attempts: number;
}
/** Points to a claimed due item; without the right lease nothing can be done with it. */
export interface Lease {
  caseId: string;
  id: string;
  lease: string;
}
export interface LeasedDueRecord extends DueRecord, Lease {}

export interface AppendRecord {
  events: { id: string; sealed: Sealed }[];
  /** the head after these events */
  head: Sealed;
  due: NewDueRecord[];
  /** cancelled before `due` is added; one that is gone already is no fault */
  cancelDue: string[];
  /** tokens */
  listing: Listing;
  /** place in the lists: the moment of the newest event */
  activityAt: Instant;
}

/** Everything kept of one case, to be put down elsewhere. `due` in the order of coming; leases stay behind. */
export interface CaseCopy {
  head: HeadRecord;
  events: EventRecord[];
  due: DueRecord[];
  listing: Listing;
  activityAt: Instant;
}

export interface CaseRecords {
  /** One read of the head, never of the history. */
  load(caseId: string): Promise<HeadRecord | undefined>;
  hasEvent(caseId: string, eventId: string): Promise<boolean>;
  /** Events in order, from number `from` (default 1), at most `limit` of them (default all). */
  history(caseId: string, range?: { from?: number; limit?: number }): Promise<EventRecord[]>;
  /** As `CaseStore.append`. Throws `DueIdTaken`. */
  append(caseId: string, expectedVersion: number, append: AppendRecord): Promise<Appended>;
  /** As `CaseStore.find`; keys are tokens. */
  find(
    keys: string[],
    options: FindOptions,
  ): Promise<{ heads: HeadRecord[]; next?: string; damaged?: StoredItemDamaged[] }>;
  /**
   * What is due at `now`, longest due first, equal ones in the order they came; nobody else gets it until `leaseMs` later.
   * What is of a case that cannot be read holds nothing up: it is thrown only when there is nothing else.
   */
  claimDue(now: Instant, limit: number, leaseMs: number): Promise<LeasedDueRecord[]>;
  ack(lease: Lease): Promise<boolean>;
  /** `sealed` is sealed for the new moment. */
  retry(lease: Lease, at: Instant, sealed: Sealed): Promise<boolean>;
  /** Earliest first, equal ones in the order they came, leased or not. */
  openDue(caseId: string): Promise<DueRecord[]>;
  erase(caseId: string): Promise<void>;

  /** The ids of all cases in their order, page by page: for the commands that walk a whole store. */
  caseIds(page: { after?: string; limit: number }): Promise<string[]>;
  copyOut(caseId: string): Promise<CaseCopy | undefined>;
  /** Puts a case down in place of whatever is there of it. Done half, it is no case: `load` finds nothing. */
  copyIn(copy: CaseCopy): Promise<void>;

  /** Throws when the store cannot be read. */
  ping(): Promise<void>;
}

export interface ValueRecord {
  /** token */
  key: string;
  sealed: Sealed;
  /** gone for every reader when this moment has come, swept or not */
  expiresAt?: Instant;
}

/** `after`: the key of a record without an end. */
export interface MoreCreated {
  after?: string;
  along?: readonly ValueRecord[];
}

export interface ValueRecords {
  read(keys: string[]): Promise<ValueRecord[]>;
  /** All of them or none. A record without an end takes an earlier end away. */
  write(records: ValueRecord[]): Promise<void>;
  /**
   * False, and nothing changed, when the key exists and has not expired; or when `after` is named and does not exist. The
   * records `along` are written together with it, or not at all.
   */
  create(record: ValueRecord, more?: MoreCreated): Promise<boolean>;
  /** False, and nothing changed, when the key holds something else than `before` by now, or nothing. */
  replace(record: ValueRecord, before: Sealed): Promise<boolean>;
  delete(keys: string[]): Promise<void>;
  /** Removes what has expired at `now`; gives how many. A store that does so by itself gives 0. */
  sweep(now: Instant): Promise<number>;
  /** What has not expired, in the order of keys, page by page. */
  page(page: { after?: string; limit: number }): Promise<ValueRecord[]>;
}

/** A data key as it is kept: wrapped by a master key. */
export interface KeyRecord {
  /** 'case:<case id>' or 'store:<what for>' */
  id: string;
  /** which master key wrapped it */
  wrappedBy: string;
  wrapped: Uint8Array;
}

/** The data keys, kept apart from the data: whoever copies the one has not yet the other, and a copy outlives no erased key. */
export interface KeyRecords {
  read(id: string): Promise<KeyRecord | undefined>;
  /** False, and nothing changed, when there is one with this id. */
  create(record: KeyRecord): Promise<boolean>;
  /** False, and nothing changed, when what is kept under this id is not `before` (any more). */
  replace(record: KeyRecord, before: Uint8Array): Promise<boolean>;
  /** Leaves no byte of it behind; one that is gone already is no fault. */
  destroy(id: string): Promise<void>;
  /** In the order of ids, page by page. */
  page(page: { after?: string; limit: number }): Promise<KeyRecord[]>;
}

/** All that a bot remembers, as one database (or two: keys and the rest) keeps it. */
export interface Records {
  cases: CaseRecords;
  values: ValueRecords;
  keys: KeyRecords;
  /** Doing it twice is no fault. */
  close: () => Promise<void>;
}
