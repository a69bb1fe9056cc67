import type { Recorded } from './caseFile';
import type { SchoolId } from './roles';
import type { LocalDate } from './time';

/** Not at a school of this board, or nobody knows. */
export const ELSEWHERE = 'elders';

/** A brother or sister, as far as it matters: several steps speak of the family. `school`: of this board, or ELSEWHERE. */
export type Sibling = {
  number: number;
  name: string;
  birthDate?: LocalDate;
  group?: string;
  school: SchoolId;
};

/** `sibling`: whose record this mends; absent: another brother or sister. `mistaken`: does not belong to this family after all. */
export type SiblingCommand = { type: 'recordSibling'; sibling?: number; mistaken: boolean } & Omit<Sibling, 'number'>;
export type SiblingEvent = Recorded<
  'SiblingRecorded',
  { sibling: number; mends: boolean; mistaken: boolean } & Omit<Sibling, 'number'>
>;
