import * as z from 'zod';
import type { KeyValueStore } from '../casefile/keyValueStore';
import type { PersonId } from '../protocol/roles';
import type { Instant } from '../protocol/time';
import { fetchSchema, type Fetch } from './fetch';
import { newToken, oneTimeIn } from './oneTime';

/** What somebody was asked to take into their own OneDrive, and the name that the file has there. */
export type Consent = { fetch: Fetch; name: string };
/** `answered`: was answered before. `gone`: never was, is too old, or was asked of somebody else. */
export type Answered = { consent: Consent } | { refusal: 'answered' | 'gone' };

/** Questions whether a document may go to somebody's own OneDrive. */
export interface Consents {
  /** @returns the reference that the question carries; it says nothing by itself */
  ask(consent: Consent): Promise<string>;
  /** What was asked, once, to whoever was asked; an answer of somebody else uses nothing up. */
  answer(reference: string, by: PersonId): Promise<Answered>;
}

const stored = z.strictObject({ fetch: fetchSchema, name: z.string() });

/** The same machinery as one-time links have; one does not open the other. */
export const consentsIn = (store: KeyValueStore, now: () => Instant): Consents => {
  const once = oneTimeIn(store, now, 'consent', stored);
  return {
    ask: async (consent) => {
      const reference = newToken();
      await once.keep(reference, consent);
      return reference;
    },
    answer: async (reference, by) => {
      const consent = await once.find(reference);
      if (!consent || consent.fetch.by !== by) return { refusal: 'gone' };
      return (await once.use(reference)) ? { consent } : { refusal: 'answered' };
    },
  };
};
