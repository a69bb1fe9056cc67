import type { PersonId, Role } from '../protocol/roles';
import type { Problem } from './problems';
import type { DirectoryData } from './schema';

export type Member = { id: PersonId; name: string };

/** The people in a group of Microsoft Entra, by its object id. Throws when they can't be told for certain. */
export type GroupMembers = (group: string) => Promise<readonly Member[]>;

type Entry = DirectoryData['schools'][number]['people'][number];
type BoardEntry = DirectoryData['board']['people'][number];
type Held = { aadObjectId: string; name: string; roles: Role[] };

/** Every group that the file gives a role, once. */
export const groupsIn = ({ board, schools }: DirectoryData): readonly string[] => [
  ...new Set([board, ...schools].flatMap(({ groups }) => groups.map(({ group }) => group))),
];

/** Whoever the file names itself keeps what it says of them, and holds the roles of their groups besides. */
const joined = <T extends Held>(
  named: readonly T[],
  groups: DirectoryData['board']['groups'],
  members: ReadonlyMap<string, readonly Member[]>,
  fresh: (held: Held) => T,
): T[] => {
  const people = new Map(named.map((entry) => [entry.aadObjectId, entry]));
  for (const { group, roles } of groups)
    for (const { id, name } of members.get(group) ?? []) {
      const known = people.get(id) ?? fresh({ aadObjectId: id, name, roles: [] });
      people.set(id, { ...known, roles: [...new Set([...known.roles, ...roles])] });
    }
  return [...people.values()];
};

/** The file with the members of its groups written out as people. */
export const withMembers = (data: DirectoryData, members: ReadonlyMap<string, readonly Member[]>): DirectoryData => ({
  ...data,
  board: {
    ...data.board,
    people: joined<BoardEntry>(data.board.people, data.board.groups, members, (held) => held),
  },
  schools: data.schools.map((school) => ({
    ...school,
    people: joined<Entry>(school.people, school.groups, members, (held) => ({ ...held, absent: false })),
  })),
});

/** What must hold once the groups are written out, as it must of a file without any. */
export const problemsWithMembers = ({ board, schools }: DirectoryData): Problem[] => [
  ...schools.flatMap(({ people }, index): Problem[] =>
    people.some(({ roles }) => roles.includes('schoolleider'))
      ? []
      : [{ path: ['schools', index, 'groups'], text: 'Niemand in deze groepen is schoolleider. Vul de groep aan.' }],
  ),
  ...(board.people.some(({ roles }) => roles.includes('bestuur'))
    ? []
    : [{ path: ['board', 'groups'], text: 'Niemand in deze groepen heeft de rol bestuur. Vul de groep aan.' }]),
];
