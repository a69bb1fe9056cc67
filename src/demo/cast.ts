import type { Directory, Person } from '../directory/directory';
import { roles, type Role } from '../protocol/roles';

/** Roles that get a screen of their own, in the order in which a case passes them. */
export const demoRoles = ['leerkracht', 'intern-begeleider', 'schoolleider'] as const satisfies readonly Role[];
export type DemoRole = (typeof demoRoles)[number];

export interface Player {
  role: DemoRole;
  person: Person;
}

// Object.keys forgets the literal type of the table it reads.
const everyRole = Object.keys(roles) as Role[];

/** Everybody in the directory once: the people of the schools in the order of the file, then the board. */
export const everybody = (directory: Directory): Person[] => {
  const all = [
    ...directory.schools().flatMap((school) => directory.withRole(school.id, everyRole)),
    ...directory.boardPeople(),
  ];
  return [...new Map(all.map((person) => [person.id, person])).values()];
};

/** For each role the first person of the first school who has it; a role that nobody has gets no screen. */
export const castOf = (directory: Directory, wanted: readonly DemoRole[] = demoRoles): Player[] => {
  const [school] = directory.schools();
  if (school === undefined) return [];
  return wanted.reduce<Player[]>((players, role) => {
    // One person with two roles has one chat, so the next with the role comes on.
    const person = directory
      .withRole(school.id, [role])
      .find(({ id }) => players.every((player) => player.person.id !== id));
    return person === undefined ? players : [...players, { role, person }];
  }, []);
};
