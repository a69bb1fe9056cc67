import type { SiblingEvent } from '../../protocol/siblings';
import { described, dutchDay, type Describing, type Description } from '../entry';

/** A brother or sister of the pupil, in words. */
export const describeSibling = (event: SiblingEvent, { boardSchools }: Describing): Description =>
  described(
    event.mistaken
      ? 'Broer of zus hoort hier toch niet bij'
      : event.mends
        ? 'Broer of zus bijgewerkt'
        : 'Broer of zus vastgelegd',
    ['Naam', event.name],
    ['Groep', event.group],
    ['Geboren', event.birthDate && dutchDay(event.birthDate)],
    ['School', boardSchools.find(({ id }) => id === event.school)?.name],
  );
