import type { Directory, Person } from '../directory/directory';
import { consultableRoles, type PersonId, type Role } from '../protocol/roles';

/** The school where people practise: it is on no list of the board. */
export const PRACTICE_SCHOOL = 'oefenschool';

const player = (last: string, name: string, role: Role): Person => ({
  id: `00000000-0000-4000-8000-0000000000${last}`,
  name,
  posts: [{ schoolId: PRACTICE_SCHOOL, roles: [role], absent: false }],
  boardRoles: [],
});

/** Whom the bot plays. Their family name says that they are no real colleagues. */
export const cast: readonly Person[] = [
  player('a1', 'Ida Voorbeeld', 'intern-begeleider'),
  player('a2', 'Leo Voorbeeld', 'schoolleider'),
  player('a3', 'Cor Voorbeeld', 'leerkracht'),
  player('a4', 'Vera Voorbeeld', 'vertrouwenspersoon'),
  player('a5', 'Jet Voorbeeld', 'jeugdverpleegkundige'),
];

export const isPlayed = (id: PersonId): boolean => cast.some((one) => one.id === id);

/** The practice school as a directory: whoever practises is a teacher there, among the cast, and nobody real is in it. */
export const practiceDirectory = (real: Directory, id: PersonId): Directory => {
  const self: Person = {
    id,
    name: real.person(id)?.name ?? '',
    posts: [{ schoolId: PRACTICE_SCHOOL, roles: ['leerkracht'], absent: false }],
    boardRoles: [],
  };
  const people = [self, ...cast];
  const school = {
    id: PRACTICE_SCHOOL,
    name: 'De Oefenschool',
    subRegion: PRACTICE_SCHOOL,
    boardSchools: [],
    teamNames: { step3: 'het team', step4: 'het team' },
    consultation: consultableRoles,
  };
  const rolesOf = (person: Person | undefined): Role[] => (person?.posts ?? []).flatMap(({ roles }) => [...roles]);
  const personOf = (asked: PersonId): Person | undefined => people.find((one) => one.id === asked);
  return {
    tenantId: real.tenantId,
    board: real.board,
    person: personOf,
    people: () => people,
    school: (asked) => (asked === PRACTICE_SCHOOL ? school : undefined),
    schools: () => [school],
    rolesAt: (asked, at) => (at === PRACTICE_SCHOOL ? rolesOf(personOf(asked)) : []),
    withRole: (at, roles) =>
      at === PRACTICE_SCHOOL ? people.filter((one) => rolesOf(one).some((role) => roles.includes(role))) : [],
    boardPeople: () => [],
  };
};
