import { setTimeout } from 'node:timers/promises';
import { emptyCase, evolve, type CaseEvent, type CaseFile } from '../protocol/caseFile';
import { decide, type Command } from '../protocol/decide';
import type { Refusal } from '../protocol/decision';
import type { Actor } from '../protocol/roles';
import type { Instant } from '../protocol/time';
import type { Append, Appended, CaseStore, Head, Listing, NewDue } from './caseStore';
import { termChanges, type RunningTerm } from './termChanges';

/** The case after the command, and what the command added to it. */
export interface Recording {
  file: CaseFile;
  version: number;
  events: readonly CaseEvent[];
  /** What of it is to be told or looked at at once. */
  dueAtOnce: boolean;
}

/**
 * `already`: this press was recorded before and changed nothing now. `head` is what the case says; who may see it is
 * for the caller to ask (`maySeeFile`). A refusal `no-such-case` never carries it (I-24).
 */
export type Outcome = { recorded: Recording } | { already: Head } | { refusal: Refusal; head?: Head };

export interface Request {
  caseId: string;
  /** one-time key of the card; its events become `<key>:0`, `<key>:1` … */
  key: string;
  command: Command;
  /** who acts, seen from this file: roles are those at the school of the case */
  actor: (file: CaseFile) => Actor;
  at: Instant;
  /** The case as the door read it in this turn: the first try judges that, and reads it no second time. */
  read?: { head: Head | undefined };
}

export interface Dependencies {
  store: CaseStore;
  protocolVersion: string;
  /** Who must hear of an event. `eventId` is unique within the case: make the ids of the notices from it. */
  noticesOf: (event: CaseEvent, before: CaseFile, after: CaseFile, eventId: string) => readonly NewDue[];
  /** Every term that runs for a file. */
  termsOf: (file: CaseFile) => readonly RunningTerm[];
  listingOf: (file: CaseFile) => Listing;
  /** The wait before try number 2, 3 … after somebody else wrote first. */
  pause?: (tries: number) => Promise<void>;
}

/** Others wrote to this case every time we tried. Nothing was recorded. */
export class TooBusy extends Error {
  override name = 'TooBusy';
  constructor() {
    super('the case was changed by others at every try');
  }
}

const MOST_TRIES = 5;

/** A few milliseconds, never the same for two who wait. */
const briefly = (tries: number): Promise<void> => setTimeout(Math.random() * 10 * 2 ** tries);

const firstIdOf = (key: string): string => `${key}:0`;

/** Walks the events one by one, so that every notice sees the file just before and just after its own event. */
const appendOf = (deps: Dependencies, key: string, events: readonly CaseEvent[], before: CaseFile): Append => {
  let file = before;
  const notices: NewDue[] = [];
  const stamped = events.map((event, i) => {
    const id = `${key}:${i}`;
    const after = evolve(file, event);
    notices.push(...deps.noticesOf(event, file, after, id));
    file = after;
    return { id, event };
  });
  const terms = termChanges(deps.termsOf(before), deps.termsOf(file));
  return {
    events: stamped,
    file,
    due: [...notices, ...terms.due],
    cancelDue: terms.cancelDue,
    listing: deps.listingOf(file),
    protocolVersion: deps.protocolVersion,
  };
};

/** A press that is refused now may be one that was recorded before: the same card pressed twice. */
const refused = async (store: CaseStore, request: Request, refusal: Refusal, head?: Head): Promise<Outcome> => {
  // Whoever stands outside the case learns nothing of it, not even that a press of theirs was recorded once (I-24).
  if (!head || refusal === 'no-such-case') return { refusal };
  const again = await store.hasEvent(request.caseId, firstIdOf(request.key));
  return again ? { already: head } : { refusal, head };
};

/** One try. Undefined when somebody else wrote in between and the command must be judged again. */
const attempt = async (deps: Dependencies, request: Request, read?: Request['read']): Promise<Outcome | undefined> => {
  const { store } = deps;
  const { caseId, key, command, actor, at } = request;
  const head = read ? read.head : await store.load(caseId);
  const { version, file } = head ?? { version: 0, file: emptyCase };
  const judgement = decide(command, file, { by: actor(file), at, length: version });
  if ('refusal' in judgement) return refused(store, request, judgement.refusal, head);
  const { events } = judgement;
  if (events.length === 0) return { recorded: { file, version, events, dueAtOnce: false } };
  const append = appendOf(deps, key, events, file);
  const outcome: Appended = await store.append(caseId, version, append);
  if ('version' in outcome) {
    const dueAtOnce = append.due.some(({ dueAt }) => Date.parse(dueAt) <= Date.parse(at));
    return { recorded: { file: append.file, version: outcome.version, events, dueAtOnce } };
  }
  if ('conflict' in outcome) return undefined;
  const now = await store.load(caseId);
  return now && { already: now };
};

/**
 * The way every command takes into a case file: load, decide, evolve, and one write of events, notices and terms.
 * Repeating a request changes nothing (`already`). Throws TooBusy, and whatever fault the store throws.
 */
export const commandHandler =
  (deps: Dependencies) =>
  async (request: Request): Promise<Outcome> => {
    const pause = deps.pause ?? briefly;
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      if (tries > 1) await pause(tries);
      const outcome = await attempt(deps, request, tries === 1 ? request.read : undefined);
      if (outcome) return outcome;
    }
    throw new TooBusy();
  };
