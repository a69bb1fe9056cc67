import type { LockEvent } from '../../protocol/lock';
import { described, yesNo, type Describing, type Description } from '../entry';

/** For whom a sensitive case is, in words. */
export const describeLock = (event: LockEvent, words: Describing): Description => {
  switch (event.type) {
    case 'FileLocked':
      return described(
        words.t('Zaak beperkt'),
        [words.t('Alleen voor'), event.keepers.map(({ person }) => words.nameOf(person)).join(words.t(' en '))],
        [words.t('Iemand van de leiding is de reden'), yesNo(words.t, event.aboutLeader)],
        [words.t('Reden'), event.reason, 'mening'],
      );
    case 'FileUnlocked':
      return described(words.t('Beperking opgeheven'), [words.t('Reden'), event.reason, 'mening']);
  }
};
