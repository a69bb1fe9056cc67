import type { Problem } from './problems';

interface Entry {
  path: readonly PropertyKey[];
  data: Readonly<Record<string, unknown>>;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const own = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;

const entriesOf = (list: unknown, path: readonly PropertyKey[]): Entry[] =>
  Array.isArray(list)
    ? list.flatMap((data: unknown, at) => (isRecord(data) ? [{ path: [...path, at], data }] : []))
    : [];

/** Text as the schema will read it, so that a stray space or capital hides no double. */
const textAt = ({ data }: Entry, key: string): string | undefined => {
  const value = own(data, key);
  return typeof value === 'string' ? value.trim() : undefined;
};
const idAt = (entry: Entry, key = 'aadObjectId'): string | undefined => textAt(entry, key)?.toLowerCase();

const hasRole = ({ data }: Entry, role: string): boolean => {
  const list = own(data, 'roles');
  return Array.isArray(list) && list.includes(role);
};

/** Who is in a group is known later; that it holds the role is enough here. */
const groupsOf = (data: unknown): Entry[] => entriesOf(own(data, 'groups'), []);

const at = (entry: Entry, key: string, text: string): Problem => ({ path: [...entry.path, key], text });

const oneNameEach = (people: readonly Entry[]): Problem[] => {
  const names = new Map<string, string>();
  return people.flatMap((entry) => {
    const [id, name] = [idAt(entry), textAt(entry, 'name')];
    if (id === undefined || name === undefined) return [];
    const known = names.get(id) ?? name;
    names.set(id, known);
    if (known === name) return [];
    return [
      at(entry, 'name', 'Deze aadObjectId staat elders met een andere naam. Maak de naam gelijk of verbeter de id.'),
    ];
  });
};

const once = (entries: readonly Entry[], key: string, read: (entry: Entry) => string | undefined, text: string) => {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const value = read(entry);
    if (value === undefined) return [];
    if (seen.has(value)) return [at(entry, key, text)];
    seen.add(value);
    return [];
  });
};

const twiceHere = 'Deze persoon staat hier al. Zet alle rollen bij elkaar in één blok.';

const deputies = (people: readonly Entry[]): Problem[] =>
  people.flatMap((entry) => {
    const deputy = idAt(entry, 'deputy');
    if (deputy === undefined) return [];
    if (deputy === idAt(entry)) {
      return [at(entry, 'deputy', 'Iemand kan zichzelf niet vervangen. Noem een collega van deze school.')];
    }
    const found = people.find((other) => idAt(other) === deputy);
    if (!found)
      return [at(entry, 'deputy', 'Deze vervanger staat niet bij deze school. Voeg hem toe of verbeter de id.')];
    if (own(found.data, 'absent') === true && own(entry.data, 'absent') === true) {
      return [at(entry, 'deputy', 'Deze vervanger is zelf ook afwezig. Noem een collega die er wel is.')];
    }
    return [];
  });

const noLeader = 'Deze school heeft geen schoolleider. Geef iemand bij people de rol schoolleider.';
const noBoard =
  'Niemand heeft hier de rol bestuur. Zet er iemand van het bestuur bij, anders komt een melding niet aan.';

/**
 * What no single value can show: doubles, missing leaders, wrong deputies.
 * Reads the raw file and passes over what the schema refuses, so that both kinds are told at once.
 */
export const crossChecks = (data: unknown): Problem[] => {
  const board = own(data, 'board');
  const boardPeople = entriesOf(own(board, 'people'), ['board', 'people']);
  const schools = entriesOf(own(data, 'schools'), ['schools']);
  const staff = schools.map((school) => entriesOf(own(school.data, 'people'), [...school.path, 'people']));
  return [
    ...oneNameEach([...boardPeople, ...staff.flat()]),
    ...once(
      schools,
      'id',
      (school) => textAt(school, 'id'),
      'Deze school-id komt twee keer voor. Geef elke school een eigen id.',
    ),
    ...once(boardPeople, 'aadObjectId', (person) => idAt(person), twiceHere),
    ...staff.flatMap((people) => once(people, 'aadObjectId', (person) => idAt(person), twiceHere)),
    ...staff.flatMap(deputies),
    ...schools.flatMap((school, index) =>
      [...(staff[index] ?? []), ...groupsOf(school.data)].some((held) => hasRole(held, 'schoolleider'))
        ? []
        : [at(school, 'people', noLeader)],
    ),
    ...(isRecord(board) && ![...boardPeople, ...groupsOf(board)].some((held) => hasRole(held, 'bestuur'))
      ? [{ path: ['board', 'people'], text: noBoard }]
      : []),
    ...schools.flatMap(subRegionLabels),
  ];
};

/** the sub-regions whose team names the protocol gives. */
export const knownSubRegions: Readonly<Record<string, { step3: string; step4: string }>> = {
  enschede: { step3: 'diepteteam', step4: 'diepteteam' },
  'noordoost-twente': { step3: 'diepteteam', step4: 'zorgadviesteam/wijkteam (ZAT)' },
};

const subRegionLabels = (school: Entry): Problem[] => {
  const subRegion = textAt(school, 'subRegion');
  if (!subRegion || Object.hasOwn(knownSubRegions, subRegion) || own(school.data, 'labels') !== undefined) return [];
  const names = own(school.data, 'teamNames');
  if (own(names, 'step3') !== undefined && own(names, 'step4') !== undefined) return [];
  const known = Object.keys(knownSubRegions).join(' of ');
  return [
    at(
      school,
      'subRegion',
      `Voor deze deelregio kent de bot geen teamnamen. Schrijf ${known}, of zet er labels bij met step3 en step4.`,
    ),
  ];
};
