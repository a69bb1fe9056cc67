import type { DueItem, Head } from '../casefile/caseStore';
import type { NoticeKind } from '../protocol/notices';
import type { PersonId } from '../protocol/roles';
import { waitAfter } from './backoff';
import { Digest } from './digest';
import { questionIn } from './dueNotices';
import { inLanes } from './lanes';
import { later, settle, type OutboxTools } from './outboxTools';
import { channelPayload, noticePayload } from './payload';
import { remind } from './remind';
import { sendMessage } from './sendMessage';
import { tellOwner } from './tellOwner';
import { previewOf } from '../cards/preview';

const LEASE_MS = 120_000;
/** After this much of the lease nothing new is begun: what is not begun is given back for whoever is free. */
const BEGIN_WITHIN_MS = 60_000;
const AT_ONCE = 20;
/** People who are written to at the same time; one person's messages go one after another. */
const LANES = 4;

/** What can't wait until the minute is over. */
const urgent: readonly NoticeKind[] = ['emergency', 'directReport', 'staffExit', 'continues'];

/**
 * Looked at for others who may not know that there is anything to say: nothing is counted or kept of it when there is not, and
 * when it does not arrive nobody hears of that (A-28, I-24). It is tried again all the same.
 */
const unspoken: readonly NoticeKind[] = ['samePupil', 'ownPupil'];

const laneOf = ({ caseId, payload }: DueItem): string => {
  const to = payload['to'] ?? payload['channel'];
  return typeof to === 'string' ? to : caseId;
};

/** Tells what must still be told, again and again until it is. Many may run on one store: each item is leased to one. */
export class Outbox {
  private arrivals = new Set<PersonId>();

  private readonly digest: Digest;

  constructor(private readonly tools: OutboxTools) {
    this.digest = new Digest(tools);
  }

  /** Somebody's chat is there, now or again: what waits for them goes in the next round, before everything else. */
  arrived(person: PersonId): void {
    this.arrivals.add(person);
  }

  /** Takes up what is due now, as long as `goOn` says so. @returns how many items were claimed; `closed`: Teams lets nothing in */
  async round(goOn: () => boolean = () => true): Promise<number | 'closed'> {
    const { store, now, pacing } = this.tools;
    await this.welcome(goOn);
    const begun = Date.parse(now());
    if (pacing.closedFor(begun) > 0) return 'closed';
    const items = await store.claimDue(now(), AT_ONCE, LEASE_MS);
    await inLanes(items, laneOf, LANES, async (item) => {
      if (goOn() && Date.parse(now()) - begun <= BEGIN_WITHIN_MS) await this.take(item);
      else await store.retry(item, item.dueAt);
    });
    // After what people are reminded of today: who was hears nothing else in the morning.
    if (items.length === 0) await this.digest.some(goOn);
    return items.length;
  }

  private async welcome(goOn: () => boolean): Promise<void> {
    const { store, deliveries } = this.tools;
    const people = [...this.arrivals];
    this.arrivals = new Set();
    for (const person of people)
      for (const { caseId, dueId } of await deliveries.waitingFor(person)) {
        if (!goOn()) return; // it also comes by itself, at its own time
        const open = (await store.openDue(caseId)).find(({ id }) => id === dueId);
        // In nobody's hands: what becomes of it is remembered, and the item itself goes when it comes due.
        if (open) await this.take({ ...open, caseId, lease: 'none' });
        else await deliveries.drop({ caseId, dueId, to: person, once: false });
      }
  }

  private async take(item: DueItem): Promise<void> {
    const { store, now, chance, trouble } = this.tools;
    try {
      const head = await store.load(item.caseId);
      if (!head) await store.ack(item);
      else if ('destroy' in item.payload) await this.tools.destroy(head);
      else if ('figures' in item.payload) await this.count(item);
      else if (item.kind === 'term') await remind(this.tools, item, head);
      else if ('channel' in item.payload) await this.channelLine(item, head);
      else await this.notice(item, head);
    } catch (error) {
      trouble('deliver', error);
      await store.retry(item, later(now(), waitAfter(item.attempts, chance)));
    }
  }

  private async count(item: DueItem): Promise<void> {
    await this.tools.count(item.caseId);
    await this.tools.store.ack(item);
  }

  private async notice(item: DueItem, head: Head): Promise<void> {
    const { cards, messenger } = this.tools;
    const payload = noticePayload.parse(item.payload);
    const { to, kind, tries = 0 } = payload;
    const quiet = unspoken.includes(kind);
    if (quiet && !(await cards.notice(head, payload))) {
      await this.tools.store.ack(item);
      return;
    }
    const question = questionIn(kind, head.file);
    const settled = await sendMessage(this.tools, {
      message: { caseId: item.caseId, dueId: item.id, ...(question && { question }), to, once: false },
      urgent: urgent.includes(kind),
      tries,
      make: () => cards.notice(head, payload),
      brief: () => cards.brief(head, payload),
      send: (card) => messenger.send(to, card, previewOf(card)),
      ...(!quiet && { blocked: () => messenger.blocked(to), tell: tellOwner(this.tools, head, to) }),
    });
    await settle(this.tools, item, settled, tries);
  }

  private async channelLine(item: DueItem, head: Head): Promise<void> {
    const { cards, messenger } = this.tools;
    const { channel, kind, tries = 0 } = channelPayload.parse(item.payload);
    const settled = await sendMessage(this.tools, {
      message: { caseId: item.caseId, dueId: item.id, to: `channel ${channel}`, once: true },
      urgent: false,
      tries,
      make: () => cards.inChannel(head, channel, kind),
      send: (card) => messenger.post(channel, card, previewOf(card)),
    });
    await settle(this.tools, item, settled, tries);
  }
}
