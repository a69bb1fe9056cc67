import type { PersonId, SchoolId } from '../protocol/roles';
import { knownSubRegions } from './crossChecks';
import type { Directory, Person, Post, School } from './directory';
import type { DirectoryData } from './schema';
import { staffOf } from './staff';

type SchoolData = DirectoryData['schools'][number];

const schoolOf = ({ id, name, subRegion, labels, teamNames, consultation, channel }: SchoolData): School => {
  const usual = labels ?? knownSubRegions[subRegion];
  return {
    id,
    name,
    subRegion,
    // The checks let no school through that has neither labels nor own team names.
    teamNames: { step3: teamNames.step3 ?? usual?.step3 ?? '', step4: teamNames.step4 ?? usual?.step4 ?? '' },
    consultation,
    ...(channel && { channel: { id: channel.id, ...(channel.name !== undefined && { name: channel.name }) } }),
  };
};

const postOf = (schoolId: SchoolId, person: SchoolData['people'][number]): Post => ({
  schoolId,
  roles: person.roles,
  absent: person.absent,
  ...(person.group !== undefined && { group: person.group }),
  ...(person.deputy !== undefined && { deputy: person.deputy }),
});

/** Everybody once, schools first, in the order of the file. */
const peopleOf = (data: DirectoryData): Map<PersonId, Person> => {
  const people = new Map<PersonId, Person>();
  const known = (id: PersonId, name: string): Person => people.get(id) ?? { id, name, posts: [], boardRoles: [] };
  for (const school of data.schools) {
    for (const entry of school.people) {
      const person = known(entry.aadObjectId, entry.name);
      people.set(person.id, { ...person, posts: [...person.posts, postOf(school.id, entry)] });
    }
  }
  for (const entry of data.board.people) {
    people.set(entry.aadObjectId, { ...known(entry.aadObjectId, entry.name), boardRoles: entry.roles });
  }
  return people;
};

const contactsOf = ({ externalConfidant, boardPhone, ...contacts }: DirectoryData['board']['contacts']) => ({
  ...contacts,
  ...(externalConfidant && { externalConfidant }),
  ...(boardPhone !== undefined && { boardPhone }),
});

/** The directory that a file means, once its groups are written out. */
export const directoryOf = (data: DirectoryData): Directory => {
  const people = peopleOf(data);
  const schools = new Map(data.schools.map((school) => [school.id, schoolOf(school)]));
  const staff = staffOf([...people.values()], [...schools.keys()]);
  const person = (id: PersonId): Person | undefined => people.get(id.toLowerCase());
  return {
    tenantId: data.tenantId,
    board: {
      name: data.board.name,
      contacts: contactsOf(data.board.contacts),
      terms: data.board.terms,
      oneDrive: data.board.oneDrive,
    },
    person,
    people: () => [...people.values()],
    school: (id) => schools.get(id),
    schools: () => [...schools.values()],
    rolesAt: (id, schoolId) => [...(staff.get(schoolId)?.get(id.toLowerCase()) ?? [])],
    withRole: (schoolId, roles) =>
      [...(staff.get(schoolId) ?? [])].flatMap(([id, held]) =>
        held.some((role) => roles.includes(role)) ? (person(id) ?? []) : [],
      ),
    boardPeople: () => [...people.values()].filter(({ boardRoles }) => boardRoles.length > 0),
  };
};
