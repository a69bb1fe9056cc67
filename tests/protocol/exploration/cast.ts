import type { Actor, PersonId } from '../../../src/protocol/roles';

/** Everybody who can press a button in the walk: all roles, some people with two, and some who have nothing to do with it. */
const school = {
  teacher: ['leerkracht'],
  colleague: ['leerkracht'],
  uninvolved: ['leerkracht'],
  ibEr: ['intern-begeleider'],
  leader: ['schoolleider'],
  deputy: ['plaatsvervangend-schoolleider', 'leerkracht'],
  confidant: ['vertrouwenspersoon'],
  nurse: ['jeugdverpleegkundige'],
  doctor: ['jeugdarts'],
  board: ['bestuur'],
  admin: ['beheerder'],
  outsider: [],
} as const satisfies Record<PersonId, Actor['roles']>;
export type Name = keyof typeof school;

// The keys of the table are all names, by its type.
export const names = Object.keys(school) as Name[];
export const actor = (name: Name, onlyLeader = false): Actor => ({
  id: name,
  roles: school[name],
  ...(onlyLeader && { onlyLeader }),
});
export const rolesOf = (id: PersonId): Actor['roles'] => school[id as Name] ?? [];
export const leads = (id: PersonId): boolean => id === 'leader' || id === 'deputy';
