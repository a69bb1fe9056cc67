import type { Card } from '../cards/render';
import type { PersonId } from '../protocol/roles';

/**
 * What came of sending. `sent`: the message's id. `later`: try again, in milliseconds at the earliest. `unreachable`: this
 * person has no chat with the bot now. `failed`: something only people can mend; a code without content.
 */
export type Delivery = { sent: string } | { later: number } | { unreachable: string } | { failed: string };

/** Brings a card to somebody's own chat. Never throws for what the other side does. */
export interface Messenger {
  /** `summary`: what a preview or lock screen shows; neutral on purpose (I-20). */
  send(person: PersonId, card: Card, summary: string): Promise<Delivery>;
}
