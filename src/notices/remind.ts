import type { DueItem, Head } from '../casefile/caseStore';
import { termDueId } from '../casefile/termChanges';
import type { PersonId } from '../protocol/roles';
import { termsOf, usualTerms } from '../protocol/terms';
import type { Instant } from '../protocol/time';
import { say } from '../text/nl';
import { waitAfter } from './backoff';
import { settle, type OutboxTools } from './outboxTools';
import { termPayload, type TermPayload } from './payload';
import { sendMessage, type Settled } from './sendMessage';
import { tellOwner } from './tellOwner';

/** Reminds everybody whom a term concerns: each once, and rather not at all than twice. */
export const remind = async (tools: OutboxTools, item: DueItem, head: Head): Promise<void> => {
  const { store, now, peopleBehind, terms = usualTerms } = tools;
  const payload = termPayload.parse(item.payload);
  const term = termsOf(head.file, terms).find((one) => termDueId(one) === item.id);
  if (!term) {
    await store.ack(item); // settled in the meantime
    return;
  }
  if (Date.parse(term.due) > Date.parse(now())) {
    await store.retry(item, term.due);
    return;
  }
  const people = new Set(term.who.flatMap((to) => peopleBehind(head.file, to, '')));
  const outcomes: Settled[] = [];
  for (const person of people) outcomes.push(await remindOne(tools, item, head, term.due, person, payload));
  const open = outcomes.flatMap((one) => ('again' in one ? [one] : []));
  const [first] = [...open].sort((a, b) => a.again - b.again);
  const settled: Settled = first ? { again: first.again, tried: open.some(({ tried }) => tried) } : { done: true };
  await settle(tools, item, settled, payload.tries ?? 0);
};

const remindOne = async (
  tools: OutboxTools,
  { caseId, id }: DueItem,
  head: Head,
  occasion: Instant,
  person: PersonId,
  payload: TermPayload,
): Promise<Settled> => {
  const { cards, messenger, chance, trouble } = tools;
  const tries = payload.tries ?? 0;
  try {
    return await sendMessage(tools, {
      message: { caseId, dueId: id, occasion, to: person, once: true },
      urgent: false,
      tries,
      blocked: () => messenger.blocked(person),
      make: () => cards.reminder(head, person, payload),
      send: (card) => messenger.send(person, card, say.preview),
      tell: tellOwner(tools, head, person),
    });
  } catch (error) {
    trouble('remind', error); // one person's trouble must not keep the others from hearing
    return { again: waitAfter(tries + 1, chance), tried: true };
  }
};
