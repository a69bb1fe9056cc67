import type { CaseEvent, CaseFile } from '../protocol/caseFile';
import type { Instant } from '../protocol/time';

/** One recorded fact: what happened, as which event of the case, under which version of the protocol. */
export interface StoredEvent {
  caseId: string;
  /** 1, 2, 3 … without a gap */
  seq: number;
  id: string;
  protocolVersion: string;
  event: CaseEvent;
}

/** What a case file says now; `version` is the number of its events. */
export interface Head {
  caseId: string;
  version: number;
  file: CaseFile;
}

export type DueKind = 'notice' | 'term';

/** A notice to send or a term to look at, not yet in the hands of a worker. */
export interface NewDue {
  /** unique within the case */
  id: string;
  kind: DueKind;
  dueAt: Instant;
  payload: Record<string, unknown>;
}

export interface OpenDue extends NewDue {
  /** how many times a worker has claimed it */
  attempts: number;
}

/** A due item in the hands of one worker; `attempts` counts this claim too. */
export interface DueItem extends OpenDue {
  caseId: string;
  /** token of the lease; only its holder can ack or retry */
  lease: string;
}

export type CaseStatus = 'open' | 'closed';

/** Under which keys a case is found ('person:<id>', 'role:<school>:<role>') and for whom it waits (same kind of keys). */
export interface Listing {
  keys: string[];
  awaits: string[];
  status: CaseStatus;
}

/** Everything one command changes, written together or not at all. */
export interface Append {
  events: { id: string; event: CaseEvent }[];
  /** the case file after these events */
  file: CaseFile;
  due: NewDue[];
  /** ids of due items that are no longer needed; one that is gone already is no fault. Cancelled before `due` is added. */
  cancelDue: string[];
  listing: Listing;
  protocolVersion: string;
}

export type Appended = { version: number } | { conflict: true } | { already: true };

export interface FindOptions {
  /** true: cases that wait for one of the keys, oldest activity first; otherwise cases to be found under them, newest first */
  awaiting?: boolean;
  status?: CaseStatus;
  /** the `next` of the page before */
  after?: string;
  limit: number;
}

/**
 * The memory of the bot. Case ids match /^[A-Za-z0-9_-]{8,64}$/, an append holds 1 to 50 events and at most 1 MB;
 * anything else is a caller's fault and throws (RangeError). A damaged stored item throws `StoredItemDamaged`.
 */
export interface CaseStore {
  /** One read of the head, never of the history. */
  load(caseId: string): Promise<Head | undefined>;
  hasEvent(caseId: string, eventId: string): Promise<boolean>;
  /** Events in order, from number `from` (default 1), at most `limit` of them (default all). None is missing at the end. */
  history(caseId: string, range?: { from?: number; limit?: number }): Promise<StoredEvent[]>;
  /**
   * All or nothing. `expectedVersion` 0 creates the case. `already` when one of the event ids is in the case
   * (checked first), `conflict` when the version is another; both leave everything as it was.
   * Throws `DueIdTaken` when a new due id is in the case already.
   */
  append(caseId: string, expectedVersion: number, append: Append): Promise<Appended>;
  /**
   * Each case once, whatever number of keys lead to it; one that is damaged holds up no other and comes as what is wrong
   * with it. Throws RangeError on an unreadable cursor.
   */
  find(keys: string[], options: FindOptions): Promise<{ heads: Head[]; next?: string; damaged?: StoredItemDamaged[] }>;
  /**
   * Hands out what is due at `now`, longest due first; nobody else gets it until `leaseMs` later.
   * A damaged item keeps its lease and holds nothing up: it is thrown only by a claim that found nothing else.
   */
  claimDue(now: Instant, limit: number, leaseMs: number): Promise<DueItem[]>;
  /** Done: removes the item. False when the lease was lost (another worker has it, or it was cancelled). */
  ack(item: DueItem): Promise<boolean>;
  /** Puts the item back for `at`, with another payload if given. False when the lease was lost. */
  retry(item: DueItem, at: Instant, payload?: Record<string, unknown>): Promise<boolean>;
  /** What is still to come of a case, earliest first, leased or not. */
  openDue(caseId: string): Promise<OpenDue[]>;
  /** Removes every trace of the case; doing it again is no fault. */
  erase(caseId: string): Promise<void>;
  /** Throws when the store cannot be read, or its master key not be used. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A stored item that cannot be read: changed, cut off, in another place than it was written for, or without its key.
 * Names only where it lies, never what it holds; not to be shown to users.
 */
export class StoredItemDamaged extends Error {
  override name = 'StoredItemDamaged';
  /** for the log: 'damaged-head', 'damaged-event', 'damaged-due', 'damaged-key', 'damaged-listing' */
  readonly code: string;
  constructor(
    readonly caseId: string,
    /** 'head', 'event <seq>', 'due <token>', 'key', 'listing' */
    readonly item: string,
  ) {
    super(`stored item damaged: case ${caseId}, ${item}`);
    this.code = `damaged-${item.split(' ')[0]}`;
  }
}

/** Two due items of one case cannot have one id: the caller's ids are not unique. */
export class DueIdTaken extends Error {
  override name = 'DueIdTaken';
  constructor(readonly caseId: string) {
    super(`a due item with this id is in case ${caseId} already`);
  }
}
