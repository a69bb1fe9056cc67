import type { Head } from '../casefile/caseStore';
import type { PersonId } from '../protocol/roles';
import type { OutboxTools } from './outboxTools';
import type { Sending } from './sendMessage';
import { previewOf } from '../cards/preview';

/** Tells the owner of a case that a person is not reached, so that they can call. */
export const tellOwner =
  (
    { cards, messenger, pacing, now, trouble }: OutboxTools,
    head: Head,
    person: PersonId,
  ): NonNullable<Sending['tell']> =>
  async (why) => {
    const { owner } = head.file;
    if (person === owner) return true; // there is nobody else to tell it to; the overview shows it
    try {
      if (pacing.slot(owner, `told ${head.caseId} ${person}`, Date.parse(now()), true) > 0) return false;
      const card = await cards.notReached(head, person, why);
      const delivery = card && (await messenger.send(owner, card, previewOf(card)));
      return delivery === undefined || 'sent' in delivery;
    } catch (error) {
      trouble('notReached', error); // the message itself must still be put back
      return false;
    }
  };
