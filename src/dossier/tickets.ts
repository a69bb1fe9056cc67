import { randomInt, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { KeyValueStore } from '../casefile/keyValueStore';
import type { Instant } from '../protocol/time';
import { fetchSchema, type Fetch } from './fetch';
import { hash, inAWhile, newToken, oneTimeIn } from './oneTime';

/** `ticket` goes into the address of the page; the code stands on the card, for this person's eyes only. */
export type Ticket = { ticket: string; code: string; until: Instant };

const MOST_TRIES = 5;
const DIGITS = 6;

const stored = z.strictObject({ fetch: fetchSchema, code: z.string() });

const same = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(hash(one)), Buffer.from(hash(other))];
  return timingSafeEqual(a, b);
};
const tryKey = (ticket: string, n: number): string => `ticket-try:${hash(ticket)}:${n}`;

export interface Tickets {
  issue(fetch: Fetch): Promise<Ticket>;
  /** Is there something to fetch with it? Looking uses nothing up: scanners of links look too. */
  holds(ticket: string): Promise<boolean>;
  /** Gives what may be fetched, once; nothing for a wrong code, a used or expired ticket, or after too many tries. */
  take(ticket: string, code: string): Promise<Fetch | undefined>;
}

/** One-time links to documents. */
export const ticketsIn = (store: KeyValueStore, now: () => Instant): Tickets => {
  const once = oneTimeIn(store, now, 'ticket', stored);
  return {
    issue: async (fetch) => {
      const ticket = newToken();
      const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
      const until = await once.keep(ticket, { fetch, code: hash(`${ticket}${code}`) });
      return { ticket, code, until };
    },
    holds: async (ticket) => {
      const tried = await store.read([tryKey(ticket, MOST_TRIES)]);
      if (Object.keys(tried).length > 0 || (await once.isUsed(ticket))) return false;
      return (await once.find(ticket)) !== undefined;
    },
    take: async (ticket, code) => {
      const known = await once.find(ticket);
      if (!known) return undefined;
      const expiresAt = inAWhile(now());
      // Each try takes the next free number; several at once take several.
      let n = 1;
      while (n <= MOST_TRIES && !(await store.create(tryKey(ticket, n), true, { expiresAt }))) n += 1;
      if (n > MOST_TRIES || !same(known.code, hash(`${ticket}${code}`))) return undefined;
      return (await once.use(ticket)) ? known.fetch : undefined;
    },
  };
};
