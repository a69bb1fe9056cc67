import { mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Directory } from '../../src/directory/directory';
import { loadDirectoryFile, readDirectory } from '../../src/directory/directoryFile';
import { directoryWatch, GROUPS_EVERY_MS } from '../../src/directory/directoryWatch';
import { graphGroups } from '../../src/directory/graphGroups';
import { liveDirectory } from '../../src/directory/liveDirectory';
import { fakeGraph, TOKEN, type FakeGraph } from '../support/graph';

const id = (digit: number): string => `${digit}0000000-0000-0000-0000-00000000000${digit}`;
const [teachers, leaders, board] = [id(7), id(6), id(5)];
const file = () => ({
  tenantId: id(9),
  board: { name: 'Stichting Voorbeeld', groups: [{ group: board, roles: ['bestuur'] }] },
  schools: [
    {
      ...{ id: 'de-linde', name: 'De Linde', subRegion: 'enschede' },
      people: [{ aadObjectId: id(1), name: 'Lotte Leraar', roles: ['vertrouwenspersoon'], group: 'groep 5' }],
      groups: [
        { group: teachers, roles: ['leerkracht'] },
        { group: leaders, roles: ['schoolleider'] },
      ],
    },
  ],
});

let graph: FakeGraph;
let folder: string;
let path: string;
beforeEach(async () => {
  graph = await fakeGraph();
  graph.groups.set(teachers, [
    { id: id(1), displayName: 'L. Leraar' },
    { id: id(2).toUpperCase(), displayName: 'Tom Twee' },
    { id: id(3), displayName: 'Gerda Gast', userType: 'Guest' },
    { id: id(4), displayName: 'Bram Geblokkeerd', accountEnabled: false },
    { id: 'a0000000-0000-0000-0000-00000000000a', displayName: 'Ali\u202Eas' },
  ]);
  graph.groups.set(leaders, [{ id: id(2), displayName: 'Tom Twee' }]);
  graph.groups.set(board, [{ id: id(8), displayName: 'Bo Bestuur' }]);
  folder = await mkdtemp(join(tmpdir(), 'meldcode-groups-'));
  path = join(folder, 'directory.json');
  await writeFile(path, JSON.stringify(file()));
});
afterEach(async () => {
  await graph.close();
  await rm(folder, { recursive: true });
});

const members = (token = TOKEN) => graphGroups({ url: graph.url, token: async () => token });
const loaded = async (): Promise<Directory> => {
  const read = await loadDirectoryFile(path, members());
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  return read.directory;
};
const problems = async (from = members()): Promise<string> => {
  const read = await loadDirectoryFile(path, from);
  return 'problems' in read ? read.problems.join('\n') : '';
};

describe('given a directory file that names groups of Microsoft Entra', () => {
  test('when it is read, then their members hold the roles, over all pages, without guests and blocked accounts', async () => {
    const directory = await loaded();
    expect(directory.people().map(({ name }) => name)).toEqual(['Lotte Leraar', 'Tom Twee', 'Ali as', 'Bo Bestuur']);
    expect(directory.rolesAt(id(2), 'de-linde')).toEqual(['leerkracht', 'schoolleider']);
    expect(directory.boardPeople().map(({ name }) => name)).toEqual(['Bo Bestuur']);
  });

  test('when the file names somebody itself too, then its name and class stay, and the roles come together', async () => {
    const directory = await loaded();
    expect(directory.person(id(1))).toMatchObject({
      name: 'Lotte Leraar',
      posts: [{ roles: ['vertrouwenspersoon', 'leerkracht'], group: 'groep 5' }],
    });
  });

  test.each([
    ['Graph refuses', () => graph.behave(403), '403'],
    ['Graph is out of order', () => graph.behave(503), '503'],
    ['Graph says something else', () => graph.behave('{"value":[{}]}'), 'unreadable'],
    ['a page leads elsewhere', () => void (graph.nextAt = 'https://elsewhere.example/'), 'elsewhere'],
    ['a group is gone', () => void graph.groups.delete(teachers), '404'],
  ])('when %s, then that is a problem in Dutch and nobody is let in by half a list', async (_what, happen, code) => {
    happen();
    expect(await problems()).toMatch(new RegExp(`Microsoft Graph zegt niet wie er in een groep zit .*${code}`));
  });

  test('when the token does not hold, or nobody signs in, then the file can’t be used', async () => {
    expect(await problems(members('another'))).toContain('401');
    const away = graphGroups({ url: graph.url, token: () => Promise.reject(new Error('no identity here')) });
    expect(await problems(away)).toContain('onbekend');
    const alone = readDirectory(JSON.stringify(file()));
    expect('problems' in alone && alone.problems.join()).toContain('Microsoft Graph');
  });

  test('when the group of leaders is empty, then the school would have nobody to turn to, and that is refused', async () => {
    graph.groups.set(leaders, []);
    expect(await problems()).toContain('schools[0].groups: Niemand in deze groepen is schoolleider.');
    graph.groups.set(board, []);
    expect(await problems()).toContain('board.groups: Niemand in deze groepen heeft de rol bestuur.');
  });
});

const living = async () => {
  let ms = 0;
  const troubles: string[] = [];
  let changes = 0;
  const watch = directoryWatch({ path, members: members(), elapsed: () => ms });
  const first = await watch.first();
  if ('problems' in first) throw new Error(first.problems.join('\n'));
  const live = liveDirectory({
    ...{ first: first.directory, load: watch.again },
    changed: async () => void (changes += 1),
    trouble: (lines) => void troubles.push(...lines),
  });
  return { live, troubles, changes: () => changes, passes: (more: number) => void (ms += more) };
};
const writes = async (change: (content: ReturnType<typeof file>) => void): Promise<void> => {
  const content = file();
  change(content);
  await writeFile(path, JSON.stringify(content));
  // A file written within one tick of the clock of the disk has another time all the same.
  const { mtimeMs } = await stat(path);
  await utimes(path, mtimeMs / 1000, mtimeMs / 1000 + 1);
};

describe('given a bot that works', () => {
  test('when the file is written, then the next look has it, and without a change nothing is read', async () => {
    const { live, changes } = await living();
    const before = graph.asked.length;
    await live.look();
    expect([changes(), graph.asked.length]).toEqual([0, before]);
    await writes(({ schools }) => void (schools[0] && (schools[0].people = [])));
    await live.look();
    expect(live.directory.rolesAt(id(1), 'de-linde')).toEqual(['leerkracht']);
    expect(changes()).toBe(1);
  });

  test('when somebody is taken out of a group, then they have no role within minutes', async () => {
    const { live, passes } = await living();
    graph.groups.set(teachers, []);
    await live.look();
    expect(live.directory.rolesAt('a0000000-0000-0000-0000-00000000000a', 'de-linde')).toEqual(['leerkracht']);
    passes(GROUPS_EVERY_MS);
    await live.look();
    expect(live.directory.person('a0000000-0000-0000-0000-00000000000a')).toBeUndefined();
  });

  test('when the file is broken or Graph away, then what was known stays, and it is told once', async () => {
    const { live, troubles, passes } = await living();
    await writes(({ schools }) => void schools.pop());
    await live.look();
    await live.look();
    expect(troubles).toHaveLength(1);
    expect(live.directory.rolesAt(id(2), 'de-linde')).toContain('schoolleider');
    await writes(() => undefined);
    graph.behave(503);
    await live.look();
    graph.behave('well');
    passes(GROUPS_EVERY_MS);
    await live.look();
    expect(troubles).toHaveLength(2);
    expect(live.directory.people()).toHaveLength(4);
  });

  test('when the file belongs to another tenant, then it is not taken, and that is told', async () => {
    const { live, troubles } = await living();
    await writes((content) => void (content.tenantId = id(4)));
    await live.look();
    expect(troubles.join()).toContain('andere tenant');
    expect(live.directory.tenantId).toBe(id(9));
  });
});
