import type { Directory, Person } from '../directory/directory';
import { isLeaderRole, type SchoolId } from '../protocol/roles';

export const figureParts = {
  stappen: 'Stappen en volgorde',
  wegen: 'Wegen',
  melden: 'Gesprek, melding en hulp',
  knelpunten: 'Knelpunten',
} as const;
export type FigurePart = keyof typeof figureParts;

/** Which figures somebody looks at: of the whole board ('' for a school), or of one school, in one school year ('' is this one). */
export type FiguresView = { school: SchoolId; year: string; part: FigurePart };

/** Schools that this person leads. */
export const ledBy = (directory: Directory, { id, posts }: Person): readonly SchoolId[] =>
  posts.map(({ schoolId }) => schoolId).filter((school) => directory.rolesAt(id, school).some(isLeaderRole));

export const isBoard = ({ boardRoles }: Person): boolean => boardRoles.includes('bestuur');
const isPart = (text: string): text is FigurePart => Object.hasOwn(figureParts, text);

/** A view as a reference on a card: 'de-linde:2026-2027:wegen'; the board's own has no school. */
export const nameOfView = ({ school, year, part }: FiguresView): string => `${school}:${year}:${part}`;

/** Reads a view that a client sent; nothing for whoever may not see it. Without one: the board's, else of the first own school. */
export const viewIn = (about: string | undefined, directory: Directory, person: Person): FiguresView | undefined => {
  const own = ledBy(directory, person);
  const [asked, year = '', part = ''] = about === undefined ? [] : about.split(':');
  const school = asked ?? (isBoard(person) ? '' : own[0]);
  if (school === undefined || (school === '' ? !isBoard(person) : !own.includes(school))) return undefined;
  return { school, year: /^\d{4}-\d{4}$/.test(year) ? year : '', part: isPart(part) ? part : 'stappen' };
};

/** Every view that this person may choose, apart from year and part. */
export const viewsOf = (directory: Directory, person: Person): readonly SchoolId[] => [
  ...(isBoard(person) ? [''] : []),
  ...ledBy(directory, person),
];
