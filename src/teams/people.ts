import type { SchoolView } from '../cards/context';
import type { Directory, Person } from '../directory/directory';
import type { CaseFile } from '../protocol/caseFile';
import type { Tongue } from '../text/tongue';
import { withinLock } from '../protocol/lock';
import { comparedName } from '../protocol/samePupil';
import { roles, theBot, type Actor, type PersonId, type Recipient, type Role, type SchoolId } from '../protocol/roles';

/** Who somebody is, in words. */
export const nameIn =
  (directory: Pick<Directory, 'person'>, t: Tongue) =>
  (id: PersonId): string =>
    id === theBot ? t('de bot') : (directory.person(id)?.name ?? t('een oud-medewerker'));

const colleaguesAt = (directory: Directory, schoolId: SchoolId): SchoolView['colleagues'] =>
  directory
    .withRole(schoolId, [
      'leerkracht',
      'intern-begeleider',
      'schoolleider',
      'plaatsvervangend-schoolleider',
      'vertrouwenspersoon',
      'jeugdverpleegkundige',
      'jeugdarts',
    ])
    .map(({ id, name }) => ({ id, name, roles: directory.rolesAt(id, schoolId) }));

/** The school as cards show it, now. Throws when the directory no longer knows it: a case without a school is a fault. */
export const schoolView = (directory: Directory, schoolId: SchoolId, t: Tongue): SchoolView => {
  const school = directory.school(schoolId);
  if (!school) throw new Error('the directory does not know the school of this case');
  let colleagues: SchoolView['colleagues'] | undefined;
  return {
    id: school.id,
    name: school.name,
    boardName: directory.board.name,
    boardSchools: directory.schools().map(({ id, name }) => ({ id, name })),
    teamNames: school.teamNames,
    /** Looked up when a card names them; most don't. */
    get colleagues() {
      return (colleagues ??= colleaguesAt(directory, schoolId));
    },
    consultable: school.consultation,
    contacts: directory.board.contacts,
    terms: directory.board.terms,
    nameOf: nameIn(directory, t),
    t,
  };
};

/** The board's words and numbers, for whoever has no school. */
export const boardView = (directory: Directory, t: Tongue): SchoolView => ({
  id: '',
  name: directory.board.name,
  boardName: directory.board.name,
  boardSchools: [],
  teamNames: { step3: 'team', step4: 'team' },
  colleagues: [],
  consultable: [],
  contacts: directory.board.contacts,
  terms: directory.board.terms,
  nameOf: nameIn(directory, t),
  t,
});

/** Those at work who have the role, or stand in for somebody who has. */
const present = (
  directory: Directory,
  schoolId: SchoolId,
  role: 'schoolleider' | 'plaatsvervangend-schoolleider' | 'intern-begeleider',
): PersonId[] =>
  directory
    .withRole(schoolId, [role])
    .filter(({ posts }) => !posts.some((post) => post.schoolId === schoolId && post.absent))
    .map(({ id }) => id);

/** Who acts, with the roles of this moment (design: the door, "who"). */
export const actorAt = (directory: Directory, id: PersonId, schoolId: SchoolId): Actor => {
  const leaders = directory.withRole(schoolId, ['schoolleider', 'plaatsvervangend-schoolleider']);
  const onlyLeader = leaders.length === 1 && leaders[0]?.id === id;
  return { id, roles: directory.rolesAt(id, schoolId), ...(onlyLeader && { onlyLeader }) };
};

/** Everybody whom the directory knows, each once. */
export const everybodyIn = (directory: Directory): readonly PersonId[] => {
  // Object.keys forgets the literal type of the table it reads.
  const anyRole = Object.keys(roles) as Role[];
  const people = directory.schools().flatMap(({ id }) => directory.withRole(id, anyRole));
  return [...new Set([...people, ...directory.boardPeople()].map(({ id }) => id))];
};

/** Schools where somebody has a post, in the order of the directory. */
export const schoolsOf = (directory: Directory, person: Person): readonly { id: SchoolId; name: string }[] =>
  person.posts.flatMap(({ schoolId }) => {
    const school = directory.school(schoolId);
    return school ? [{ id: school.id, name: school.name }] : [];
  });

/** Leaders at work; the deputy when none of them is, or when the leader is the one who acts. */
const leading = (directory: Directory, schoolId: SchoolId, without: (id: PersonId) => boolean): readonly PersonId[] => {
  const leaders = present(directory, schoolId, 'schoolleider').filter((id) => !without(id));
  if (leaders.length > 0) return leaders;
  const deputies = present(directory, schoolId, 'plaatsvervangend-schoolleider').filter((id) => !without(id));
  if (deputies.length > 0) return deputies;
  // Nobody at work: whoever holds the post hears it all the same. Silence would be worse.
  const all = directory.withRole(schoolId, ['schoolleider', 'plaatsvervangend-schoolleider']).map(({ id }) => id);
  return all.filter((id) => !without(id));
};

/**
 * The people behind a recipient, now. Whoever did it is left out, and the accused always. A leader who acted and is
 * the only one still gets what must be confirmed.
 */
export const peopleBehind = (
  directory: Directory,
  file: CaseFile,
  recipient: Recipient,
  by: PersonId,
): readonly PersonId[] => {
  if (file.lock && 'role' in recipient && !recipient.beyondLock) {
    const two = withinLock(file.lock, recipient).flatMap((to) => ('person' in to ? [to.person] : []));
    const rest = two.filter((id) => id !== by);
    return rest.length > 0 || recipient.role !== 'leiding' ? rest : two;
  }
  const accused = (id: PersonId): boolean => file.exit?.accused === id;
  const without = (id: PersonId): boolean => id === by || accused(id);
  if ('person' in recipient) return without(recipient.person) ? [] : [recipient.person];
  switch (recipient.role) {
    case 'leiding': {
      const found = leading(directory, file.schoolId, without);
      return found.length > 0 ? found : leading(directory, file.schoolId, accused);
    }
    case 'ibEr': {
      const found = present(directory, file.schoolId, 'intern-begeleider');
      return found.length > 0 ? found.filter((id) => !without(id)) : leading(directory, file.schoolId, without);
    }
    case 'bestuur': {
      const found = directory.boardPeople().filter((person) => person.boardRoles.includes('bestuur'));
      const others = found.map(({ id }) => id).filter((id) => !accused(id));
      const rest = others.filter((id) => id !== by);
      return rest.length > 0 ? rest : others;
    }
  }
};

/** Is this person away from every post they hold at the school? Whoever has none there is not. */
const isAway = (directory: Directory, schoolId: SchoolId, id: PersonId): boolean => {
  const posts = (directory.person(id)?.posts ?? []).filter((post) => post.schoolId === schoolId);
  return posts.length > 0 && posts.every(({ absent }) => absent);
};

/** Who are reminded. When whoever works on a case is away, or left the school, the leadership hears it too. */
export const remindedBehind = (directory: Directory, file: CaseFile, recipient: Recipient): readonly PersonId[] => {
  const found = peopleBehind(directory, file, recipient, '');
  if (!('person' in recipient)) return found;
  const works = recipient.person === file.owner || recipient.person === file.plan?.casemanager;
  const gone = directory.person(recipient.person) === undefined || isAway(directory, file.schoolId, recipient.person);
  return works && gone ? [...new Set([...found, ...peopleBehind(directory, file, { role: 'leiding' }, '')])] : found;
};

/** Keys under which a person finds cases: their own, and those of their posts (see listingKeys). */
export const keysOf = (directory: Directory, person: Person): string[] => {
  const posts = person.posts.flatMap(({ schoolId }) => {
    const held = directory.rolesAt(person.id, schoolId);
    const keys: string[] = [];
    if (held.includes('schoolleider') || held.includes('plaatsvervangend-schoolleider'))
      keys.push(roleKey(schoolId, 'leiding'));
    if (held.includes('intern-begeleider')) keys.push(roleKey(schoolId, 'ibEr'));
    return keys;
  });
  const board = person.boardRoles.includes('bestuur')
    ? directory.schools().map(({ id }) => roleKey(id, 'bestuur'))
    : [];
  return [personKey(person.id), ...posts, ...board];
};

export const personKey = (id: PersonId): string => `person:${id}`;
export const roleKey = (schoolId: SchoolId, role: 'leiding' | 'ibEr' | 'bestuur'): string => `role:${schoolId}:${role}`;

/** The key under which a recipient finds this case. */
export const keyFor = (file: CaseFile, recipient: Recipient): string =>
  'person' in recipient ? personKey(recipient.person) : roleKey(file.schoolId, recipient.role);

/** The key under which the bot finds the files of one pupil at a school. Nobody's: what it finds is shown to who may see it. */
export const pupilKeys = (file: CaseFile): string[] => {
  const name = comparedName(file);
  return name === undefined ? [] : [`pupil:${file.schoolId}:${name}`];
};
