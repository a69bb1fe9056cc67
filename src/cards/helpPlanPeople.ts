import { isInsideColleague, isLeaderRole, roles, type PersonId, type Role } from '../protocol/roles';
import type { Colleague, SchoolView } from './context';
import type { Tongue } from '../text/tongue';

type School = Pick<SchoolView, 'colleagues'>;

/** The casemanager sees the file and a task is the school's own: nobody from outside. */
export const insideColleagues = ({ colleagues }: School): readonly Colleague[] =>
  colleagues.filter(({ roles: held }) => held.some(isInsideColleague));

/** the intern begeleider or the school leader. */
export const mayBeResponsible = ({ colleagues }: School): readonly Colleague[] =>
  colleagues.filter(({ roles: held }) => held.some((role) => role === 'intern-begeleider' || isLeaderRole(role)));

export const isOneOf = (people: readonly Colleague[], id: PersonId): boolean => people.some((one) => one.id === id);

/** 'intern begeleider, leerkracht' */
export const rolesIn = (t: Tongue, held: readonly Role[]): string =>
  held.map((role) => t(roles[role]).toLowerCase()).join(', ');

/** 'Ilse ter Braak (intern begeleider)' */
export const peopleChoices = (t: Tongue, people: readonly Colleague[]): readonly { title: string; value: PersonId }[] =>
  people.map(({ id, name, roles: held }) => ({
    title: `${name} (${rolesIn(t, held)})`,
    value: id,
  }));
