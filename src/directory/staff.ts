import type { PersonId, Role, SchoolId } from '../protocol/roles';
import type { Person } from './directory';

/** What an absent colleague leaves to their deputy, as long as they are away: the posts that others wait for. */
const leftToDeputy: Readonly<Partial<Record<Role, Role>>> = {
  schoolleider: 'plaatsvervangend-schoolleider',
  'plaatsvervangend-schoolleider': 'plaatsvervangend-schoolleider',
  'intern-begeleider': 'intern-begeleider',
};

type RolesBySchool = Map<SchoolId, readonly Role[]>;

/** For whoever stands in for absent colleagues: as what, at which schools. */
const standInsOf = (people: readonly Person[]): ReadonlyMap<PersonId, RolesBySchool> => {
  const standIns = new Map<PersonId, RolesBySchool>();
  for (const { absent, deputy, roles, schoolId } of people.flatMap(({ posts }) => posts)) {
    if (!absent || deputy === undefined) continue;
    const known = standIns.get(deputy) ?? new Map<SchoolId, readonly Role[]>();
    const left = roles.flatMap((role) => leftToDeputy[role] ?? []);
    standIns.set(deputy, known.set(schoolId, [...(known.get(schoolId) ?? []), ...left]));
  }
  return standIns;
};

/** The people with a role at one school, and their roles there. */
export type Staff = ReadonlyMap<PersonId, readonly Role[]>;

/**
 * Who is what at each school, in the order of `people`: by their own post, in the place of an absent colleague, and at the
 * board. Worked out once, for it is asked many times in every turn; a file that changed is read anew.
 */
export const staffOf = (people: readonly Person[], schools: readonly SchoolId[]): ReadonlyMap<SchoolId, Staff> => {
  const standIns = standInsOf(people);
  const staff = new Map(schools.map((id) => [id, new Map<PersonId, readonly Role[]>()]));
  for (const { id, posts, boardRoles } of people) {
    const standsIn = standIns.get(id);
    const own = new Map(posts.map((post) => [post.schoolId, post.roles]));
    const at = boardRoles.length > 0 ? schools : [...own.keys(), ...(standsIn?.keys() ?? [])];
    for (const school of new Set(at)) {
      const roles = new Set([...(own.get(school) ?? []), ...(standsIn?.get(school) ?? []), ...boardRoles]);
      if (roles.size > 0) staff.get(school)?.set(id, [...roles]);
    }
  }
  return staff;
};
