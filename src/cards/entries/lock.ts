import type { LockEvent } from '../../protocol/lock';
import { described, yesNo, type Describing, type Description } from '../entry';

/** For whom a sensitive case is, in words. */
export const describeLock = (event: LockEvent, words: Describing): Description => {
  switch (event.type) {
    case 'FileLocked':
      return described(
        'Zaak beperkt',
        ['Alleen voor', event.keepers.map(({ person }) => words.nameOf(person)).join(' en ')],
        ['Iemand van de leiding is de reden', yesNo(event.aboutLeader)],
        ['Reden', event.reason, 'mening'],
      );
    case 'FileUnlocked':
      return described('Beperking opgeheven', ['Reden', event.reason, 'mening']);
  }
};
