import type { Card } from './card';
import { previewsOf, type Conversation, type Post } from './conversation';
import type { InvokeOutcome } from './outcome';

/** The 1:1 chat with the bot as its owner sees it now. */
export interface Chat {
  readonly posts: Post[];
  /** Live cards, oldest first, answers to presses in place. */
  readonly cards: Card[];
  /** The newest card; throws when there is none. With a text or pattern: the newest that holds it. */
  lastCard(holding?: string | RegExp): Card;
  /** The bot's texts, oldest first. */
  readonly texts: string[];
  readonly toasts: string[];
  /** What a notification or lock screen has shown of this chat. */
  readonly previews: string[];
  /** Everything this person was ever sent or answered, as JSON: for leak tests. */
  everything(): string;
  /** Keeps an answer to a press; called by Person. */
  shows(outcome: InvokeOutcome): void;
}

/** The view one person has on a conversation, with the toasts and answers that only this person got. */
export const personChat = (conversation: Conversation, personId: string): Chat => {
  const toasts: string[] = [];
  const answers: unknown[] = [];
  const holds = (card: Card, wanted: string | RegExp): boolean =>
    typeof wanted === 'string' ? card.text.includes(wanted) : wanted.test(card.text);
  return {
    posts: conversation.posts,
    get cards() {
      return conversation.cardsFor(personId);
    },
    lastCard(holding) {
      const cards = conversation.cardsFor(personId);
      const card = cards.filter((one) => holding === undefined || holds(one, holding)).at(-1);
      if (card !== undefined) return card;
      const there = cards.map(({ text }) => JSON.stringify(text.slice(0, 60))).join(', ');
      throw new Error(
        `no card ${holding === undefined ? '' : `with ${String(holding)} `}in this chat; cards: ${there}`,
      );
    },
    get texts() {
      return conversation.texts();
    },
    toasts,
    get previews() {
      return conversation.received().flatMap(previewsOf);
    },
    everything() {
      return JSON.stringify([conversation.received(), answers]);
    },
    shows(outcome) {
      answers.push(outcome.body);
      if (outcome.kind === 'toast') toasts.push(outcome.toast);
    },
  };
};
