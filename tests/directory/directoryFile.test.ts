import fc from 'fast-check';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDirectoryFile, readDirectory } from '../../src/directory/directoryFile';
import type { Directory } from '../../src/directory/directory';
import { usualTerms } from '../../src/protocol/terms';

const id = (digit: number) => `${digit}0000000-0000-0000-0000-00000000000${digit}`;

/** The file as the design shows it: the least that must be accepted. */
const minimal = () => ({
  tenantId: id(9),
  board: {
    name: 'Stichting Voorbeeld',
    people: [{ aadObjectId: id(8), name: 'Bo Bestuur', roles: ['bestuur'] }] as object[],
    contacts: { veiligThuis: { phone: '0800-2000', site: 'www.veiligthuistwente.nl' } } as Record<string, unknown>,
  },
  schools: [
    {
      id: 'de-linde',
      name: 'De Linde',
      subRegion: 'enschede',
      people: [
        { aadObjectId: id(1), name: 'Lotte Leraar', roles: ['leerkracht'] },
        { aadObjectId: id(2), name: 'Sil Schoolleider', roles: ['schoolleider'] },
      ] as object[],
    } as Record<string, unknown> & { people: object[] },
  ],
});

const read = (file: unknown): Directory => {
  const result = readDirectory(JSON.stringify(file), 'scholen.json');
  if ('problems' in result) throw new Error(result.problems.join('\n'));
  return result.directory;
};
const problemsOf = (file: unknown): string[] => {
  const result = readDirectory(typeof file === 'string' ? file : JSON.stringify(file), 'scholen.json');
  return 'problems' in result ? result.problems : [];
};
const withSchool = (change: object, at = 0) => {
  const file = minimal();
  Object.assign(file.schools[at] ?? {}, change);
  return file;
};
const withContacts = (contacts: Record<string, unknown>) => {
  const file = minimal();
  file.board.contacts = contacts;
  return file;
};

describe('given the least a directory file must hold', () => {
  test('when it is read, then every contact of the protocol has a number or an address', () => {
    expect(read(minimal()).board).toEqual({
      name: 'Stichting Voorbeeld',
      contacts: {
        veiligThuis: { phone: '0800-2000', site: 'www.veiligthuistwente.nl' },
        emergency: '112',
        police: '0900-8844',
        vertrouwensinspecteur: '0900-111 3 111',
        kindertelefoon: '0800-0432',
        crisisService: expect.stringContaining('Veilig Thuis Twente') as string,
      },
      terms: usualTerms,
      oneDrive: false,
    });
    expect(read(withContacts({})).board.contacts.veiligThuis.phone).toBe('0800-2000');
  });

  test('when the school made no agreement of its own, then every role of step 2 may be asked for advice (R-064)', () => {
    expect(read(minimal()).school('de-linde')?.consultation).toEqual([
      'intern-begeleider',
      'vertrouwenspersoon',
      'schoolleider',
      'plaatsvervangend-schoolleider',
      'leerkracht',
      'jeugdverpleegkundige',
      'jeugdarts',
    ]);
  });

  test('when it starts with a byte order mark, then it is read all the same', () => {
    expect(readDirectory(`\uFEFF${JSON.stringify(minimal())}`)).toHaveProperty('directory');
  });
});

describe('given sub-regions (A-18, R-197)', () => {
  const teams = (change: object) => read(withSchool(change)).school('de-linde')?.teamNames;

  test('then Enschede has one diepteteam and Noordoost Twente a ZAT for step 4', () => {
    expect(teams({ subRegion: 'enschede' })).toEqual({ step3: 'diepteteam', step4: 'diepteteam' });
    expect(teams({ subRegion: 'noordoost-twente' })).toEqual({
      step3: 'diepteteam',
      step4: 'zorgadviesteam/wijkteam (ZAT)',
    });
  });

  test('then another sub-region is accepted with labels of its own', () => {
    const labels = { step3: 'ondersteuningsteam', step4: 'wijkteam' };
    expect(teams({ subRegion: 'hengelo', labels })).toEqual(labels);
    expect(teams({ subRegion: 'hengelo', labels, teamNames: { step4: 'wijkteam Noord' } })).toEqual({
      ...labels,
      step4: 'wijkteam Noord',
    });
  });

  test.each(['hengelo', 'Enschede', 'constructor', '__proto__'])('then %s without labels is refused', (subRegion) => {
    expect(problemsOf(withSchool({ subRegion }))).toEqual([
      'scholen.json, bij schools[0].subRegion: Voor deze deelregio kent de bot geen teamnamen. Schrijf enschede of noordoost-twente, of zet er labels bij met step3 en step4.',
    ]);
  });
});

describe('given somebody who stands at two schools and on the board', () => {
  const shared = { aadObjectId: id(7).toUpperCase(), name: 'Ilse Overal' };
  const file = minimal();
  file.schools[0]?.people.push({ ...shared, roles: ['intern-begeleider'], group: 'groep 3' });
  file.schools.push({
    id: 'de-beuk',
    name: 'De Beuk',
    subRegion: 'noordoost-twente',
    people: [{ ...shared, aadObjectId: id(7), roles: ['schoolleider', 'leerkracht', 'leerkracht'] }],
  });
  file.board.people.push({ ...shared, roles: ['beheerder'] });
  const directory = read(file);

  test('then it is one person with a post at each school', () => {
    expect(directory.person(id(7))).toEqual({
      id: id(7),
      name: 'Ilse Overal',
      posts: [
        { schoolId: 'de-linde', roles: ['intern-begeleider'], group: 'groep 3', absent: false },
        { schoolId: 'de-beuk', roles: ['schoolleider', 'leerkracht'], absent: false },
      ],
      boardRoles: ['beheerder'],
    });
    expect(directory.person(id(7).toUpperCase())?.id).toBe(id(7));
  });

  test('then a role at one school gives nothing at the other, and a board role counts at both', () => {
    expect(directory.rolesAt(id(7), 'de-linde')).toEqual(['intern-begeleider', 'beheerder']);
    expect(directory.rolesAt(id(7), 'de-beuk')).toEqual(['schoolleider', 'leerkracht', 'beheerder']);
    expect(directory.rolesAt(id(1), 'de-beuk')).toEqual([]);
  });

  test('then strangers and unknown schools have no roles at all', () => {
    expect(directory.rolesAt(id(5), 'de-linde')).toEqual([]);
    expect(directory.rolesAt(id(7), 'de-eik')).toEqual([]);
    expect(directory.rolesAt(id(8), 'constructor')).toEqual([]);
    expect(directory.person('__proto__')).toBeUndefined();
    expect(directory.school('toString')).toBeUndefined();
    expect(directory.withRole('de-eik', ['bestuur'])).toEqual([]);
  });

  test('then people are found by role, and the board by bestuur', () => {
    const names = (schoolId: string, ...roles: Parameters<Directory['withRole']>[1]) =>
      directory.withRole(schoolId, roles).map(({ name }) => name);
    expect(names('de-linde', 'schoolleider')).toEqual(['Sil Schoolleider']);
    expect(names('de-linde', 'leerkracht', 'intern-begeleider')).toEqual(['Lotte Leraar', 'Ilse Overal']);
    expect(names('de-beuk', 'bestuur')).toEqual(['Bo Bestuur']);
    expect(directory.boardPeople().map(({ name }) => name)).toEqual(['Ilse Overal', 'Bo Bestuur']);
    expect(directory.schools().map(({ id: schoolId }) => schoolId)).toEqual(['de-linde', 'de-beuk']);
  });
});

describe('given a wrong contact (I-28)', () => {
  const wrongNumber = /0800-0200 is niet het nummer van Veilig Thuis .* Gebruik 0800-2000\.$/;

  test.each(['0800-0200', '0800 - 0200', '0800 0200', '08000200', '+31 800 0200', '0031-800 0200'])(
    'when Veilig Thuis has the number %s, then it is refused with the right one',
    (phone) => {
      const problems = problemsOf(withContacts({ veiligThuis: { phone } }));
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(/^scholen\.json, bij board\.contacts\.veiligThuis\.phone: /);
      expect(problems[0]).toMatch(wrongNumber);
    },
  );

  test('when the wrong number stands in a sentence or with another contact, then it is refused too', () => {
    expect(problemsOf(withContacts({ crisisService: 'Bel 0800 - 0200 voor hulp.' }))[0]).toMatch(wrongNumber);
    expect(problemsOf(withContacts({ kindertelefoon: '0800-0200' }))[0]).toMatch(wrongNumber);
  });

  test.each(['bel de balie', '', '0800', '0800-2000 of 112', '0800-2000\n', 'tel:08002000', '1'.repeat(20)])(
    'when a phone number is %j, then it is refused or cleaned, never shown as it is',
    (phone) => {
      const result = readDirectory(JSON.stringify(withContacts({ veiligThuis: { phone } })));
      if ('directory' in result) expect(result.directory.board.contacts.veiligThuis.phone).toBe('0800-2000');
      else expect(result.problems[0]).toContain('Dit is geen telefoonnummer.');
    },
  );

  test.each(['javascript:alert(1)', 'http://www.veiligthuistwente.nl', 'https://a@b.nl', 'geen adres'])(
    'when the site is %s, then it is refused',
    (site) => expect(problemsOf(withContacts({ veiligThuis: { site } }))[0]).toContain('Dit is geen webadres.'),
  );

  test('when the emergency number is not 112, then it is refused', () => {
    expect(problemsOf(withContacts({ emergency: '911' }))[0]).toContain('Het noodnummer in Nederland is 112.');
  });

  test('when the board gives its own contacts, then those are used', () => {
    const own = { externalConfidant: { name: 'Vera Extern', phone: '053-123 45 67' }, boardPhone: '+31 53 123 45 67' };
    expect(read(withContacts(own)).board.contacts).toMatchObject(own);
  });
});

describe('given mistakes in schools and people', () => {
  test('when there are many, then all are told at once with file, place and cure, and without a name from the file', () => {
    const file = minimal();
    file.schools[0]?.people.push(
      { aadObjectId: id(1), name: 'Geheime Naam', roles: ['conciërge'] },
      { aadObjectId: 'geen-id', name: ' ', roles: [], deputi: 1 },
    );
    file.schools.push({ id: 'de-linde', name: 'Dubbel', subRegion: 'enschede', people: [] });
    const problems = problemsOf(file);
    expect(problems.sort()).toEqual(
      [
        'bij schools[0].people[2].roles[0]: Deze rol kent de bot niet. Kies uit: leerkracht, intern-begeleider, schoolleider, plaatsvervangend-schoolleider, vertrouwenspersoon, jeugdverpleegkundige, jeugdarts, bestuur, beheerder.',
        'bij schools[0].people[2].name: Deze aadObjectId staat elders met een andere naam. Maak de naam gelijk of verbeter de id.',
        'bij schools[0].people[2].aadObjectId: Deze persoon staat hier al. Zet alle rollen bij elkaar in één blok.',
        'bij schools[0].people[3].aadObjectId: Dit is geen id van Microsoft Entra. Neem de object-id over, in de vorm 00000000-0000-0000-0000-000000000000.',
        'bij schools[0].people[3].name: Deze naam is leeg. Vul een naam in.',
        'bij schools[0].people[3].roles: Hier staat geen enkele rol. Zet er minstens één in.',
        'bij schools[0].people[3]: Onbekende sleutel: deputi. Verbeter de spelling of haal hem weg.',
        'bij schools[1].id: Deze school-id komt twee keer voor. Geef elke school een eigen id.',
        'bij schools[1].people: Deze school heeft geen schoolleider. Geef iemand bij people de rol schoolleider.',
      ]
        .map((line) => `scholen.json, ${line}`)
        .sort(),
    );
    expect(problems.join()).not.toContain('Geheime Naam');
  });

  test('when a key is missing or of the wrong kind, then the line says so', () => {
    expect(problemsOf({ ...minimal(), tenantId: undefined })).toEqual([
      'scholen.json, bij tenantId: Deze sleutel ontbreekt. Vul hem aan.',
    ]);
    expect(problemsOf({ ...minimal(), tenantId: 5 })).toEqual([
      'scholen.json, bij tenantId: Hier hoort tekst tussen aanhalingstekens te staan.',
    ]);
    expect(problemsOf([])).toEqual(['scholen.json: Hier hoort een blok tussen { en } te staan.']);
    expect(problemsOf('{"schools": [')).toEqual([
      'scholen.json: Dit is geen geldige JSON. Kijk of er een komma, haakje of aanhalingsteken te veel of te weinig staat.',
    ]);
  });

  test('when only a deputy leads the school, then a schoolleider is still asked for', () => {
    const people = [{ aadObjectId: id(1), name: 'Pia', roles: ['plaatsvervangend-schoolleider'] }];
    expect(problemsOf(withSchool({ people }))[0]).toContain('Deze school heeft geen schoolleider.');
  });

  test('when the board has nobody with the role bestuur, then it is told, as no report about staff could arrive', () => {
    const file = minimal();
    file.board.people = [];
    expect(problemsOf(file)[0]).toMatch(/^scholen\.json, bij board\.people: Niemand heeft hier de rol bestuur/);
  });

  test('when a role stands on the wrong side, then it is refused: board at a school, a school role on the board', () => {
    const file = minimal();
    file.schools[0]?.people.push({ aadObjectId: id(3), name: 'Kas', roles: ['bestuur'] });
    file.board.people.push({ aadObjectId: id(4), name: 'Jet', roles: ['schoolleider'] });
    expect(problemsOf(file)).toEqual([
      expect.stringContaining('board.people[1].roles: Deze rol geldt per school'),
      expect.stringContaining('schools[0].people[2].roles: De rol bestuur hoort niet bij een school.'),
    ]);
  });

  test('when a name holds characters that turn text round, then it is refused', () => {
    expect(problemsOf(withSchool({ name: 'De \u202eLinde' }))[0]).toContain('onzichtbaar teken');
  });
});

describe('given an absent leader', () => {
  const absent = (deputy: string, extra: object[] = []) => {
    const file = minimal();
    file.schools[0]?.people.push({ aadObjectId: id(3), name: 'Ab', roles: ['schoolleider'], absent: true, deputy });
    file.schools[0]?.people.push(...extra);
    return file;
  };

  test('when a colleague of the school stands in, then the post tells who', () => {
    expect(read(absent(id(2).toUpperCase())).person(id(3))?.posts[0]).toMatchObject({ absent: true, deputy: id(2) });
  });

  test('when the deputy is the same person, a stranger or absent too, then it is refused', () => {
    expect(problemsOf(absent(id(3)))[0]).toContain('Iemand kan zichzelf niet vervangen.');
    expect(problemsOf(absent(id(8)))[0]).toContain('Deze vervanger staat niet bij deze school.');
    const away = { aadObjectId: id(4), name: 'Ook Weg', roles: ['leerkracht'], absent: true };
    expect(problemsOf(absent(id(4), [away]))[0]).toContain('Deze vervanger is zelf ook afwezig.');
  });
});

describe('given hostile input', () => {
  const answersInDutch = (text: string): void => {
    const result = readDirectory(text, 'f');
    if ('directory' in result) return;
    expect(result.problems.length).toBeGreaterThan(0);
    for (const line of result.problems) {
      expect(line).toMatch(/^f(: |, bij )[^\n]*\.$/);
      expect(line).not.toMatch(/Invalid|expected|Too |Error|undefined/);
    }
  };

  test('when the text is any text or any JSON, then nothing is thrown and problems are told in Dutch', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json({ maxDepth: 6 })), answersInDutch), { numRuns: 500 });
  });

  test('when any value of a good file is replaced by anything, then nothing is thrown', () => {
    type Path = (string | number)[];
    const paths = (value: unknown, path: Path = []): Path[] =>
      value !== null && typeof value === 'object'
        ? [path, ...Object.entries(value).flatMap(([key, inner]) => paths(inner, [...path, key]))]
        : [path];
    const replaced = (value: unknown, [key, ...rest]: Path, by: unknown): unknown => {
      if (key === undefined) return by;
      const copy: unknown = structuredClone(value);
      const inner = copy as Record<string, unknown>; // a path leads through objects and lists only
      inner[key] = replaced(inner[key], rest, by);
      return copy;
    };
    const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(null, [], {}, '', '__proto__', 1e308, [null], [[]]));
    fc.assert(
      fc.property(fc.constantFrom(...paths(minimal())), anything, (path, by) =>
        answersInDutch(JSON.stringify(replaced(minimal(), path, by))),
      ),
      { numRuns: 500 },
    );
  });

  test('when JSON is very deep or holds keys of every object, then problems are told', () => {
    answersInDutch('['.repeat(200_000) + ']'.repeat(200_000));
    answersInDutch('{"__proto__":{"schools":[]},"constructor":{"prototype":{}},"schools":[{"__proto__":[]}]}');
    expect(problemsOf('{"__proto__":1}').join('\n')).toContain('Onbekende sleutel: __proto__.');
  });
});

describe('given a file on disk', () => {
  test('when it is missing, a folder or good, then the answer says so', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'directory-'));
    const file = join(folder, 'scholen.json');
    expect(await loadDirectoryFile(file)).toEqual({
      problems: [`${file}: Dit bestand bestaat niet. Zet het juiste pad in DIRECTORY_FILE.`],
    });
    expect(await loadDirectoryFile(folder)).toEqual({ problems: [expect.stringContaining('Dit is een map.')] });
    expect(await loadDirectoryFile('a\0b')).toEqual({ problems: [expect.stringContaining('kan niet gelezen')] });
    await writeFile(file, JSON.stringify(minimal()));
    expect(await loadDirectoryFile(file)).toHaveProperty('directory');
  });

  test('when the example of the product is read, then it shows both sub-regions and enough people for the demo', async () => {
    const example = join(__dirname, '../../docs/directory.example.json');
    const result = await loadDirectoryFile(example);
    if ('problems' in result) throw new Error(result.problems.join('\n'));
    const [linde, beuk] = result.directory.schools();
    expect([linde?.subRegion, beuk?.subRegion]).toEqual(['enschede', 'noordoost-twente']);
    const raw = JSON.parse(await readFile(example, 'utf8')) as { schools: { people: { roles: string[] }[] }[] };
    expect(raw.schools[0]?.people.length).toBeGreaterThanOrEqual(6);
    expect(raw.schools[0]?.people[0]?.roles).toEqual(['leerkracht']);
    for (const role of ['intern-begeleider', 'schoolleider', 'vertrouwenspersoon', 'jeugdverpleegkundige'] as const) {
      expect(result.directory.withRole('de-linde', [role])).not.toEqual([]);
    }
    expect(result.directory.withRole('de-beuk', ['bestuur'])).toEqual(
      result.directory.boardPeople().filter(({ boardRoles }) => boardRoles.includes('bestuur')),
    );
  });
});
