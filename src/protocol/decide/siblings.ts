import type { CaseFile } from '../caseFile';
import { accept, refuse, type Decision } from '../decision';
import type { SiblingCommand } from '../siblings';
import type { LocalDate } from '../time';

export const decideSibling = (command: SiblingCommand, file: CaseFile, today: LocalDate): Decision => {
  if (command.birthDate !== undefined && command.birthDate > today) return refuse('in-the-future');
  const mends = command.sibling !== undefined;
  const known = file.siblings?.some(({ number }) => number === command.sibling) === true;
  if (mends ? !known : command.mistaken) return refuse('no-such-entry');
  // A number is never given out twice, also not that of somebody who did not belong here.
  const sibling = command.sibling ?? (file.siblingsNamed ?? 0) + 1;
  return accept({ ...command, type: 'SiblingRecorded', sibling, mends });
};
