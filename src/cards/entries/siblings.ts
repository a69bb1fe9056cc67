import type { SiblingEvent } from '../../protocol/siblings';
import { described, type Describing, type Description } from '../entry';

/** A brother or sister of the pupil, in words. */
export const describeSibling = (event: SiblingEvent, { t, boardSchools }: Describing): Description =>
  described(
    event.mistaken
      ? t('Broer of zus hoort hier toch niet bij')
      : event.mends
        ? t('Broer of zus bijgewerkt')
        : t('Broer of zus vastgelegd'),
    [t('Naam'), event.name],
    [t('Groep'), event.group],
    [t('Geboren'), event.birthDate && t.day(event.birthDate)],
    [t('School'), boardSchools.find(({ id }) => id === event.school)?.name],
  );
