import type { CaseStore, DueItem, Head } from '../casefile/caseStore';
import type { Card } from '../cards/render';
import type { CaseFile } from '../protocol/caseFile';
import type { PersonId, Recipient, SchoolId } from '../protocol/roles';
import type { TermSettings } from '../protocol/terms';
import type { Instant } from '../protocol/time';
import type { PeopleBehind } from './dueNotices';
import type { Blocked, Messenger } from './messenger';
import type { ChannelPayload, NoticePayload, TermPayload } from './payload';
import type { SendTools, Settled } from './sendMessage';

/** Makes the card of a notice as its reader may see it now; undefined when there is nothing left to say to them. */
export interface NoticeCards {
  notice(head: Head, payload: NoticePayload): Promise<Card | undefined>;
  /** The same in one line that leads to the card. */
  brief(head: Head, payload: NoticePayload): Promise<Card | undefined>;
  reminder(head: Head, to: PersonId, payload: TermPayload): Promise<Card | undefined>;
  /** One line for all that waits for somebody besides what they were reminded of today. */
  moreWaits(to: PersonId): Promise<Card | undefined>;
  /** How much waits for somebody, in one line; undefined when nothing does, or when they do not want it. */
  digest(to: PersonId): Promise<Card | undefined>;
  /** Tells the owner of the case who is not reached. */
  notReached(head: Head, person: PersonId, why: Blocked | 'trouble'): Promise<Card | undefined>;
  /** A line without names, for everybody in the channel. */
  inChannel(head: Head, school: SchoolId, kind: ChannelPayload['kind']): Promise<Card | undefined>;
}

export type OutboxTools = SendTools & {
  store: CaseStore;
  messenger: Messenger;
  cards: NoticeCards;
  peopleBehind: PeopleBehind;
  /** Who are reminded: whoever stands in for people who are away too. */
  remindedBehind: (file: CaseFile, recipient: Recipient) => readonly PersonId[];
  /** Everybody who may have something waiting. */
  everybody: () => readonly PersonId[];
  terms?: TermSettings;
  /** Destroys a file that was decided to go, and its due items with it. */
  destroy: (head: Head) => Promise<void>;
  /** Counts in the figures what this case has added to them since. */
  count: (caseId: string) => Promise<void>;
};

export const later = (now: Instant, ms: number): Instant => new Date(Date.parse(now) + ms).toISOString();

/** Removes the item, or puts it back for when it is to be taken up again. */
export const settle = async (
  { store, now }: OutboxTools,
  item: DueItem,
  settled: Settled,
  tries: number,
): Promise<void> => {
  if ('done' in settled) await store.ack(item);
  else
    await store.retry(
      item,
      later(now(), settled.again),
      settled.tried ? { ...item.payload, tries: tries + 1 } : undefined,
    );
};
