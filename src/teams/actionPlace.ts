import type { ActionList, ActionLists } from '../casefile/actionLists';
import { doerValue } from '../cards/actions';
import { choicesOf } from '../cards/form';
import type { Dutch, Tongue } from '../text/tongue';
import type { Directory, Person } from '../directory/directory';
import {
  actionRoles,
  actionsIn,
  YEARS_KEPT,
  type Action,
  type ActionDoer,
  type ActionStanding,
} from '../protocol/actions';
import { type PersonId, type Role, type SchoolId } from '../protocol/roles';
import { schoolYearOf } from '../protocol/statistics';
import type { LocalDate } from '../protocol/time';
import { isBoard, ledBy } from './figuresView';

/** The first school year in which lists can have been kept. */
const FIRST_YEAR = 2026;

/** Every list of these schools ('' for the board) that can hold something by now. */
export const listsOf = (schools: readonly SchoolId[], today: LocalDate): readonly ActionList[] => {
  const latest = Number(schoolYearOf(today).slice(0, 4));
  const count = Math.min(YEARS_KEPT + 1, Math.max(1, latest - FIRST_YEAR + 1));
  const years = Array.from({ length: count }, (_, i) => latest - i);
  return schools.flatMap((school) => years.map((year) => ({ school, year: `${year}-${year + 1}` })));
};

/** An action as a reference on a card: 'de-linde:2026-2027:3'; the board's own has no school. */
export const nameOfAction = ({ school, year }: ActionList, number: number): string => `${school}:${year}:${number}`;
export const actionNamed = (about: string | undefined): { list: ActionList; number: number } | undefined => {
  const parts = /^([a-z0-9-]*):(\d{4}-\d{4}):(\d{1,4})$/.exec(about ?? '');
  const [, school = '', year = '', number = ''] = parts ?? [];
  return parts ? { list: { school, year }, number: Number(number) } : undefined;
};

/** Whoever left the school has nothing to do with its list any more (I-25). */
const isThere = (directory: Directory, id: PersonId, school: SchoolId): boolean => {
  const person = directory.person(id);
  if (!person) return false;
  return school === '' ? isBoardside(directory, person) : directory.rolesAt(id, school).length > 0;
};
const isBoardside = (directory: Directory, person: Person): boolean =>
  person.boardRoles.length > 0 || ledBy(directory, person).length > 0;

/** Has this person to do it, by name or by what they are at this moment? */
export const isDoer = (directory: Directory, person: Person, school: SchoolId, who: ActionDoer): boolean => {
  if ('person' in who) return who.person === person.id && isThere(directory, person.id, school);
  const { role } = who;
  if (role === 'bestuur') return isBoard(person);
  if (role === 'schoolleider')
    return school === '' ? ledBy(directory, person).length > 0 : ledBy(directory, person).includes(school);
  return school !== '' && directory.rolesAt(person.id, school).includes(role);
};

/** What somebody is to a list, and to an action of it that is given to `who`. Nothing: for them it is not there (I-24, I-25). */
export const standingsAt = (
  directory: Directory,
  person: Person,
  school: SchoolId,
  who?: ActionDoer,
): readonly ActionStanding[] => {
  const keeps = school === '' ? isBoard(person) : ledBy(directory, person).includes(school);
  const reads = school !== '' && isBoard(person) && directory.school(school) !== undefined;
  const does = who !== undefined && isDoer(directory, person, school, who);
  return [
    ...(keeps ? (['keeper'] as const) : []),
    ...(does ? (['doer'] as const) : []),
    ...(reads ? (['reader'] as const) : []),
  ];
};

type Choice = { title: string; value: string };
const atSchools: readonly Role[] = [
  'leerkracht',
  'intern-begeleider',
  'schoolleider',
  'plaatsvervangend-schoolleider',
  'vertrouwenspersoon',
];

/** Who can be given an action on this list: a role, or somebody of the school; on the board's list the board and the leaders. */
export const doersFor = (directory: Directory, t: Tongue, school: SchoolId): readonly Choice[] => {
  const { bestuur, schoolleider, ...others } = actionRoles;
  const roles: Readonly<Record<string, Dutch>> =
    school === '' ? { bestuur, schoolleider: 'De schoolleiding van elke school' } : { schoolleider, ...others };
  const people =
    school === ''
      ? [
          ...directory.boardPeople(),
          ...directory.schools().flatMap(({ id }) => directory.withRole(id, ['schoolleider'])),
        ]
      : directory.withRole(school, atSchools).filter(({ boardRoles }) => boardRoles.length === 0);
  const named = [...new Map(people.map(({ id, name }) => [id, name]))];
  return [
    ...choicesOf(t, roles).map(({ title, value }) => ({ title, value: `role:${value}` })),
    ...named.map(([person, title]) => ({ title, value: doerValue({ person }) })),
  ];
};

export type ListedAction = { list: ActionList; action: Action };

/** Every action on these schools' lists; open ones first, by their day, then the others, latest first. */
export const actionsOn = async (
  lists: Pick<ActionLists, 'read'>,
  schools: readonly SchoolId[],
  today: LocalDate,
): Promise<readonly ListedAction[]> => {
  const names = listsOf(schools, today);
  const read = await lists.read(names);
  const all = names.flatMap((list, i) => actionsIn(read[i] ?? []).map((action) => ({ list, action })));
  const endedAt = ({ action }: ListedAction): string => action.ended?.at ?? '';
  const open = all
    .filter(({ action }) => action.state === 'open')
    .sort((a, b) => (a.action.due < b.action.due ? -1 : 1));
  const ended = all.filter(({ action }) => action.state !== 'open').sort((a, b) => (endedAt(a) > endedAt(b) ? -1 : 1));
  return [...open, ...ended];
};

/** Lists on which something can stand for this person to do. */
export const listsFor = (directory: Directory, person: Person): readonly SchoolId[] => {
  return [...(isBoardside(directory, person) ? [''] : []), ...new Set(person.posts.map(({ schoolId }) => schoolId))];
};

/**
 * Actions that this person has to do. What was given to somebody who left comes to whoever keeps the list, so that it
 * does not lie with nobody.
 */
export const actionsFor = async (
  { directory, actions }: { directory: Directory; actions: Pick<ActionLists, 'read'> },
  person: Person,
  today: LocalDate,
): Promise<readonly ListedAction[]> => {
  const all = await actionsOn(actions, listsFor(directory, person), today);
  return all.filter(({ list: { school }, action: { who, state } }) => {
    if (state !== 'open') return false;
    const stands = standingsAt(directory, person, school, who);
    const gone = 'person' in who && !isThere(directory, who.person, school);
    return stands.includes('doer') || (gone && stands.includes('keeper'));
  });
};
