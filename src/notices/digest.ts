import type { PersonId } from '../protocol/roles';
import { isDigestTime, usualTerms } from '../protocol/terms';
import { localDateOf, type LocalDate } from '../protocol/time';
import type { OutboxTools } from './outboxTools';
import { previewOf } from '../cards/preview';

/** How many people are looked at in one round: the store has others to serve. */
const AT_ONCE = 50;

type Next = { person: PersonId; from: number };

/**
 * The line in the morning of a school day, for whoever something waits for: at most one a day, and none for who was
 * reminded of something that day. It asks nothing that is not asked elsewhere, so rather not at all than twice.
 */
export class Digest {
  private day: LocalDate | undefined;
  private left: Next[] = [];

  constructor(private readonly tools: OutboxTools) {}

  /** Takes up some of the people who were not looked at today, as long as `goOn` says so. */
  async some(goOn: () => boolean): Promise<void> {
    const { now, everybody, terms = usualTerms, trouble } = this.tools;
    const at = now();
    if (!isDigestTime(at, terms)) return;
    const today = localDateOf(at);
    if (this.day !== today) {
      this.day = today;
      this.left = everybody().map((person) => ({ person, from: 0 }));
    }
    const ready = this.left.filter(({ from }) => from <= Date.parse(at)).slice(0, AT_ONCE);
    this.left = this.left.filter((one) => !ready.includes(one));
    for (const { person } of ready) {
      if (!goOn()) return;
      try {
        const again = await this.tell(person, today);
        if (again !== undefined) this.left.push({ person, from: Date.parse(now()) + again });
      } catch (error) {
        trouble('digest', error); // one person's trouble must not keep the others from hearing
      }
    }
  }

  /** @returns after how many milliseconds to try again; undefined: nothing is left to do today */
  private async tell(person: PersonId, today: LocalDate): Promise<number | undefined> {
    const { cards, deliveries, messenger, pacing, pause, now } = this.tools;
    if (await messenger.blocked(person)) return undefined;
    if (await deliveries.reminded(today, person)) return undefined;
    const card = await cards.digest(person);
    if (!card) return undefined;
    const wait = pacing.slot(person, `digest ${today}`, Date.parse(now()));
    if (wait > 0) return wait;
    if (!(await deliveries.takeLine(today, person))) return undefined;
    await pause(pacing.tenantWait(Date.parse(now())));
    const delivery = await messenger.send(person, card, previewOf(card));
    if (!('later' in delivery)) return undefined;
    await deliveries.giveLineBack(today, person);
    if (delivery.throttled) pacing.closeThread(person, Date.parse(now()) + delivery.later, Date.parse(now()));
    return delivery.later;
  }
}
