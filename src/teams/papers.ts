import type { KeyValueStore } from '../casefile/keyValueStore';
import { consentsIn, type Consents } from '../dossier/consents';
import type { Fetch } from '../dossier/fetch';
import type { Taken } from '../dossier/taken';
import { ticketsIn, type Tickets } from '../dossier/tickets';
import type { Instant } from '../protocol/time';
import { documentNow, noteTaken, type DocumentParts, type MadeDocument } from './documentNow';
import type { OneDrive } from './oneDrive';

/** How documents are made, and leave: by a ticket at the bot's own address, or into somebody's OneDrive. */
export type Papers = {
  tickets: Tickets;
  consents: Consents;
  /** See `documentNow`. */
  make: (fetch: Fetch, taken?: Taken) => Promise<MadeDocument | undefined>;
  noteTaken: (fetch: Fetch, taken: Taken) => Promise<void>;
  oneDrive: OneDrive;
  /** The bot's own address as a browser reaches it; undefined: not laid down. */
  publicUrl: string | undefined;
};

type Outside = Pick<Papers, 'oneDrive' | 'publicUrl'>;

export const papersOf = (store: KeyValueStore, parts: DocumentParts, outside: Outside): Papers => ({
  tickets: ticketsIn(store, parts.now),
  consents: consentsIn(store, parts.now),
  make: (fetch, taken) => documentNow(parts, fetch, taken),
  noteTaken: (fetch, taken) => noteTaken(parts, fetch, taken),
  ...outside,
});

/** Where none are made. */
export const noPapers = (store: KeyValueStore, now: () => Instant): Papers => ({
  tickets: ticketsIn(store, now),
  consents: consentsIn(store, now),
  make: async () => undefined,
  noteTaken: async () => undefined,
  oneDrive: { isPlace: () => false, put: async () => undefined },
  publicUrl: undefined,
});
