import type { Circle, Opening } from '../protocol/exits';
import { caseNumber } from './caseNumber';
import type { Press } from './context';
import { optionalDay, optionalText, reference, SHORT } from './fields';
import type { Dutch } from '../text/tongue';

/** Longest name of a group, as the directory has it. */
const GROUP = 40;

/** A card that begins a case says at which school; for everybody else the door finds it in the file. */
/** Begun from the case of a brother or sister, which it is then linked to; else nothing. */
export const NOWHERE = 'geen';
export const fromRef = { from: reference().optional() };

export const schoolRef = { school: reference().optional() };

/** What may be said of the pupil when a case begins, beside the name. */
export const pupilInputs = {
  group: optionalText(GROUP),
  birthDate: optionalDay('Kies de geboortedatum, of laat deze leeg.'),
  family: optionalText(SHORT * 4),
};

type Said = {
  name: string;
  about: Circle;
  group?: string | undefined;
  birthDate?: string | undefined;
  family?: string | undefined;
};

/** The beginning of a case about a pupil, by way of step 1 or of an emergency. */
export const openingOf = (
  { name, about, group, birthDate, family }: Said,
  press: Press,
): Opening | { problems: readonly Dutch[] } => {
  if (birthDate !== undefined && birthDate > press.today)
    return { problems: ['De geboortedatum ligt in de toekomst. Verbeter deze, of laat deze leeg.'] };
  const pupil = { name, ...(group && { group }), ...(birthDate && { birthDate }) };
  return { number: caseNumber(press), schoolId: press.school.id, pupil, about, ...(family && { family }) };
};
