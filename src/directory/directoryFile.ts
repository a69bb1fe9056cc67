import { readFile } from 'node:fs/promises';
import type { PersonId, SchoolId } from '../protocol/roles';
import { crossChecks, knownSubRegions } from './crossChecks';
import type { Directory, Person, Post, School } from './directory';
import { linesOf, problemsOf } from './problems';
import { directorySchema, type DirectoryData } from './schema';
import { staffOf } from './staff';

/** Either a directory, or Dutch lines that say all that is wrong with the file, where, and the cure. */
export type DirectoryRead = { directory: Directory } | { problems: string[] };

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

const directoryOf = (data: DirectoryData): Directory => {
  const people = peopleOf(data);
  const schools = new Map(data.schools.map((school) => [school.id, schoolOf(school)]));
  const staff = staffOf([...people.values()], [...schools.keys()]);
  const person = (id: PersonId): Person | undefined => people.get(id.toLowerCase());
  return {
    tenantId: data.tenantId,
    board: { name: data.board.name, contacts: contactsOf(data.board.contacts), terms: data.board.terms },
    person,
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

const parseJson = (text: string): { data: unknown } | undefined => {
  try {
    // Windows editors put a byte order mark before the text; JSON has no place for it.
    return { data: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return undefined;
  }
};

/**
 * Reads the text of a directory file. Never throws: whatever the text holds, the answer is a directory or problems.
 * `fileName` is only what the problems call the file.
 */
export const readDirectory = (text: string, fileName = 'schoolbestand'): DirectoryRead => {
  const parsed = parseJson(text);
  if (!parsed) {
    const cure = 'Kijk of er een komma, haakje of aanhalingsteken te veel of te weinig staat.';
    return { problems: [`${fileName}: Dit is geen geldige JSON. ${cure}`] };
  }
  const result = directorySchema.safeParse(parsed.data);
  const crossed = crossChecks(parsed.data);
  if (result.success && crossed.length === 0) return { directory: directoryOf(result.data) };
  const wrong = result.success ? [] : problemsOf(result.error, parsed.data);
  return { problems: linesOf(fileName, [...wrong, ...crossed]) };
};

const cannotRead = (path: string, fault: unknown): string => {
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : undefined;
  if (code === 'ENOENT') return `${path}: Dit bestand bestaat niet. Zet het juiste pad in DIRECTORY_FILE.`;
  if (code === 'EISDIR') return `${path}: Dit is een map. Zet het pad van het bestand zelf in DIRECTORY_FILE.`;
  if (code === 'EACCES' || code === 'EPERM') return `${path}: De bot mag dit bestand niet lezen. Geef hem leesrecht.`;
  return `${path}: Dit bestand kan niet gelezen worden. Kijk of het pad in DIRECTORY_FILE klopt.`;
};

/** Reads the directory file; a file that cannot be read is a problem too, not a fault. */
export const loadDirectoryFile = async (path: string): Promise<DirectoryRead> => {
  try {
    return readDirectory(await readFile(path, 'utf8'), path);
  } catch (fault) {
    return { problems: [cannotRead(path, fault)] };
  }
};
