import type { CaseStore, DueItem, Head } from '../casefile/caseStore';
import { termDueId } from '../casefile/termChanges';
import type { Card } from '../cards/render';
import type { PersonId } from '../protocol/roles';
import { termsOf, usualTerms, type TermSettings } from '../protocol/terms';
import type { Instant } from '../protocol/time';
import { say } from '../text/nl';
import type { PeopleBehind } from './dueNotices';
import type { Delivery, Messenger } from './messenger';
import { noticePayload, termPayload, type NoticePayload, type TermPayload } from './payload';

/** Makes the card of a notice as its reader may see it now; undefined when there is nothing left to say to them. */
export interface NoticeCards {
  notice(head: Head, payload: NoticePayload): Promise<Card | undefined>;
  reminder(head: Head, to: PersonId, payload: TermPayload): Promise<Card | undefined>;
  notReached(head: Head, person: PersonId): Promise<Card | undefined>;
}

export type OutboxTools = {
  store: CaseStore;
  messenger: Messenger;
  cards: NoticeCards;
  peopleBehind: PeopleBehind;
  now: () => Instant;
  terms?: TermSettings;
  /** Logs by code, without content. */
  trouble: (code: string, error?: unknown) => void;
};

const LEASE_MS = 120_000;
/** After this much of the lease nothing new is begun: what is not begun is given back for whoever is free. */
const BEGIN_WITHIN_MS = 60_000;
const AT_ONCE = 20;
/** Waits between tries, in milliseconds; the last one repeats. A notice is never dropped. */
const waits = [5_000, 15_000, 60_000, 300_000, 900_000, 3_600_000] as const;
const waitAfter = (tries: number): number => waits[Math.min(tries, waits.length - 1)] ?? 3_600_000;
/** Somebody who has no chat with the bot yet opens it any moment, and to look for it asks nothing of Teams. */
const waitForArrival = (tries: number): number => (tries <= 20 ? 15_000 : tries <= 80 ? 60_000 : 300_000);

type NotSent = Exclude<Delivery, { sent: string }>;

const later = (now: Instant, ms: number): Instant => new Date(Date.parse(now) + ms).toISOString();

/** Tells what must still be told, again and again until it is. Many may run on one store: each item is leased to one. */
export class Outbox {
  constructor(private readonly tools: OutboxTools) {}

  /** Takes up what is due now, as long as `goOn` says so. @returns how many items were claimed */
  async round(goOn: () => boolean = () => true): Promise<number> {
    const { store, now, trouble } = this.tools;
    const begun = now();
    const items = await store.claimDue(begun, AT_ONCE, LEASE_MS);
    for (const item of items) {
      if (!goOn() || Date.parse(now()) - Date.parse(begun) > BEGIN_WITHIN_MS) {
        await store.retry(item, item.dueAt);
        continue;
      }
      try {
        await this.deliver(item);
      } catch (error) {
        trouble('deliver', error);
        await store.retry(item, later(now(), waitAfter(item.attempts)));
      }
    }
    return items.length;
  }

  private async deliver(item: DueItem): Promise<void> {
    const head = await this.tools.store.load(item.caseId);
    if (!head) {
      await this.tools.store.ack(item);
      return;
    }
    if (item.kind === 'notice') return this.notice(item, head);
    return this.term(item, head);
  }

  private async notice(item: DueItem, head: Head): Promise<void> {
    const { store, cards, messenger, now } = this.tools;
    const payload = noticePayload.parse(item.payload);
    const card = await cards.notice(head, payload);
    const delivery: Delivery | undefined = card && (await messenger.send(payload.to, card, say.preview));
    if (!delivery || 'sent' in delivery) {
      await store.ack(item);
      return;
    }
    const tries = (payload.tries ?? 0) + 1;
    const told = payload.told || ('unreachable' in delivery && (await this.tellOwner(head, payload.to)));
    await store.retry(item, later(now(), this.pause(delivery, tries)), { ...payload, told, tries });
  }

  private pause(delivery: NotSent, tries: number): number {
    if ('later' in delivery) return Math.max(delivery.later, 1_000);
    if ('unreachable' in delivery) return waitForArrival(tries);
    this.tools.trouble(delivery.failed);
    return waitAfter(tries);
  }

  /** Nobody waits in silence: the owner hears that a colleague can't be reached, so that they can call. */
  private async tellOwner(head: Head, person: PersonId): Promise<boolean> {
    if (person === head.file.owner) return true;
    try {
      const card = await this.tools.cards.notReached(head, person);
      const delivery = card && (await this.tools.messenger.send(head.file.owner, card, say.preview));
      return delivery === undefined || 'sent' in delivery;
    } catch (error) {
      this.tools.trouble('notReached', error); // the notice itself must still be put back
      return false;
    }
  }

  private async term(item: DueItem, head: Head): Promise<void> {
    const { store, now, peopleBehind, terms = usualTerms } = this.tools;
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
    const done = new Set(payload.done);
    const tries = (payload.tries ?? 0) + 1;
    let wait = 0;
    for (const person of [...people].filter((one) => !done.has(one))) {
      const delivery = await this.remind(head, person, payload, tries);
      if (delivery) wait = Math.max(wait, this.pause(delivery, tries));
      else done.add(person);
    }
    if (wait === 0) await store.ack(item);
    else await store.retry(item, later(now(), wait), { ...payload, done: [...done], tries });
  }

  /** @returns why it was not sent; undefined when it was, or when there is nothing to say */
  private async remind(
    head: Head,
    person: PersonId,
    payload: TermPayload,
    tries: number,
  ): Promise<NotSent | undefined> {
    try {
      const card = await this.tools.cards.reminder(head, person, payload);
      const delivery = card && (await this.tools.messenger.send(person, card, say.preview));
      return delivery && !('sent' in delivery) ? delivery : undefined;
    } catch (error) {
      this.tools.trouble('remind', error); // one person's trouble must not remind the others twice
      return { later: waitAfter(tries) };
    }
  }
}
