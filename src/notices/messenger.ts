import type { Card } from '../cards/render';
import type { PersonId, SchoolId } from '../protocol/roles';

/** Why somebody has no chat with the bot now: the app was never there, Teams refuses us, or the chat is gone. */
export type Blocked = 'not-installed' | 'refused' | 'not-found';

/**
 * What came of one try. `sent`: the message's id. `later`: surely not delivered, try again after this many milliseconds at
 * the earliest; `throttled` when Teams asked for patience. `ambiguous`: it may have been delivered. `blocked`: this person
 * or channel can't be written to now. `failed`: something only people can mend, a code without content; `all` when it
 * stands in the way of every message.
 */
export type Delivery =
  | { sent: string }
  | { later: number; throttled?: true }
  | { ambiguous: string }
  | { blocked: Blocked }
  | { failed: string; all?: true };

/** Brings a card to somebody's own chat, or a line to a school's channel. Never throws for what the other side does. */
export interface Messenger {
  /** Why this person can't be written to at all; undefined when they can, as far as is known. */
  blocked(person: PersonId): Promise<Blocked | undefined>;
  /** `summary`: what a preview or lock screen shows; neutral on purpose (I-20). */
  send(person: PersonId, card: Card, summary: string): Promise<Delivery>;
  /** A new thread in the channel that the school chose. */
  post(school: SchoolId, card: Card, summary: string): Promise<Delivery>;
}
