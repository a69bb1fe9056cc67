import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { KeyValueStore } from '../casefile/keyValueStore';
import type { PersonId } from '../protocol/roles';
import type { Instant } from '../protocol/time';
import { isDocumentName, type DocumentName } from '../cards/documents';

/** What somebody may fetch, once. `of`: which talk, for a report of one. */
export type Fetch = { caseId: string; document: DocumentName; of: string; by: PersonId };
/** `ticket` goes into the address of the page; the code stands on the card, for this person's eyes only. */
export type Ticket = { ticket: string; code: string; until: Instant };

const MINUTES = 10;
const MOST_TRIES = 5;
const DIGITS = 6;

const stored = z.strictObject({
  fetch: z.strictObject({
    caseId: z.string(),
    document: z.string().refine(isDocumentName),
    of: z.string(),
    by: z.string(),
  }),
  code: z.string(),
});

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');
const same = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(hash(one)), Buffer.from(hash(other))];
  return timingSafeEqual(a, b);
};
/** The store never holds what opens the door: only its hash. */
const keyOf = (ticket: string): string => `ticket:${hash(ticket)}`;
const usedKey = (ticket: string): string => `ticket-used:${hash(ticket)}`;
const tryKey = (ticket: string, n: number): string => `ticket-try:${hash(ticket)}:${n}`;

export interface Tickets {
  issue(fetch: Fetch): Promise<Ticket>;
  /** Is there something to fetch with it? Looking uses nothing up: scanners of links look too. */
  holds(ticket: string): Promise<boolean>;
  /** Gives what may be fetched, once; nothing for a wrong code, a used or expired ticket, or after too many tries. */
  take(ticket: string, code: string): Promise<Fetch | undefined>;
}

/** One-time links to documents, for ten minutes. `create` of the store decides who was first, also over several instances. */
export const ticketsIn = (store: KeyValueStore, now: () => Instant): Tickets => {
  const read = async (ticket: string): Promise<z.output<typeof stored> | undefined> => {
    const found = stored.safeParse((await store.read([keyOf(ticket)]))[keyOf(ticket)]);
    return found.success ? found.data : undefined;
  };
  const inAWhile = (): Instant => new Date(Date.parse(now()) + MINUTES * 60_000).toISOString();
  return {
    issue: async (fetch) => {
      const ticket = randomBytes(32).toString('base64url');
      const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
      const until = inAWhile();
      await store.create(keyOf(ticket), { fetch, code: hash(`${ticket}${code}`) }, { expiresAt: until });
      return { ticket, code, until };
    },
    holds: async (ticket) => {
      const used = await store.read([usedKey(ticket), tryKey(ticket, MOST_TRIES)]);
      return Object.keys(used).length === 0 && (await read(ticket)) !== undefined;
    },
    take: async (ticket, code) => {
      const known = await read(ticket);
      if (!known) return undefined;
      const expiresAt = inAWhile();
      // Each try takes the next free number; several at once take several.
      let n = 1;
      while (n <= MOST_TRIES && !(await store.create(tryKey(ticket, n), true, { expiresAt }))) n += 1;
      if (n > MOST_TRIES || !same(known.code, hash(`${ticket}${code}`))) return undefined;
      const first = await store.create(usedKey(ticket), true, { expiresAt });
      return first ? known.fetch : undefined;
    },
  };
};
