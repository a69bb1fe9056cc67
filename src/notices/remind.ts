import type { DueItem, Head } from '../casefile/caseStore';
import { termDueId } from '../casefile/termChanges';
import type { PersonId } from '../protocol/roles';
import {
  isAboutSafety,
  latestOccasion,
  mayRemindFrom,
  remindAgainAt,
  termsOf,
  usualTerms,
  type Term,
} from '../protocol/terms';
import { localDateOf, type Instant } from '../protocol/time';
import { waitAfter } from './backoff';
import type { Message } from './deliveries';
import { settle, type OutboxTools } from './outboxTools';
import { termPayload, type TermPayload } from './payload';
import { sendMessage, type Settled } from './sendMessage';
import { tellOwner } from './tellOwner';
import { previewOf } from '../cards/preview';

const people = ({ remindedBehind }: OutboxTools, { file }: Head, { who }: Term): readonly PersonId[] => [
  ...new Set(who.flatMap((to) => remindedBehind(file, to))),
];

/**
 * Reminds everybody whom a term concerns, within the hours for it, and again after a while as long as it runs: each once
 * on each occasion, and rather not at all than twice.
 */
export const remind = async (tools: OutboxTools, item: DueItem, head: Head): Promise<void> => {
  const { store, now, terms = usualTerms } = tools;
  const payload = termPayload.parse(item.payload);
  const term = termsOf(head.file, terms).find((one) => termDueId(one) === item.id);
  if (!term) {
    await store.ack(item); // settled in the meantime
    return;
  }
  const at = mayRemindFrom(term.kind, now(), terms);
  const from = Date.parse(term.due) > Date.parse(at) ? term.due : at;
  if (Date.parse(from) > Date.parse(now())) {
    await store.retry(item, from);
    return;
  }
  const occasion = latestOccasion(term.kind, payload.occasion ?? term.due, now(), terms);
  const outcomes: Settled[] = [];
  for (const person of people(tools, head, term))
    outcomes.push(await remindOne(tools, item, head, occasion, person, payload));
  const [first] = outcomes.flatMap((one) => ('again' in one ? [one] : [])).sort((a, b) => a.again - b.again);
  const again = remindAgainAt(term.kind, occasion, terms);
  if (first) {
    const tried = outcomes.some((one) => 'again' in one && one.tried);
    await settle(tools, item, { again: first.again, tried }, payload.tries ?? 0);
  } else if (again) {
    const { kind, who, about } = payload;
    await store.retry(item, again, { kind, who, ...(about && { about }), occasion: again });
  } else await store.ack(item);
};

const remindOne = async (
  tools: OutboxTools,
  { caseId, id }: DueItem,
  head: Head,
  occasion: Instant,
  person: PersonId,
  payload: TermPayload,
): Promise<Settled> => {
  const { cards, messenger, deliveries, now, chance, trouble } = tools;
  const tries = payload.tries ?? 0;
  try {
    const today = localDateOf(now());
    const message: Message = { caseId, dueId: id, occasion, to: person, once: true };
    // What is about safety is never one of many.
    const alone = (await deliveries.firstOf(today, message)) || isAboutSafety(payload.kind);
    return await sendMessage(tools, {
      message: alone ? message : { ...message, bundle: today },
      urgent: false,
      tries,
      blocked: () => messenger.blocked(person),
      make: async () => (alone ? cards.reminder(head, person, payload) : cards.moreWaits(person)),
      send: (card) => messenger.send(person, card, previewOf(card)),
      tell: tellOwner(tools, head, person),
    });
  } catch (error) {
    trouble('remind', error); // one person's trouble must not keep the others from hearing
    return { again: waitAfter(tries + 1, chance), tried: true };
  }
};
