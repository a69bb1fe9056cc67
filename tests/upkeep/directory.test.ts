import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDirectory } from '../../src/directory/directoryFile';
import { directory } from '../../src/upkeep/directory';
import { parseConfig } from '../../src/config';

const example = join(__dirname, '../../docs/directory.example.json');
let folder: string;
let path: string;
let tables = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  path = join(folder, 'directory.json');
  writeFileSync(path, readFileSync(example));
});
afterEach(() => rmSync(folder, { recursive: true }));

type File = { schools: { id: string; people: { aadObjectId: string; name: string; roles: string[] }[] }[] };
const now = (): File => JSON.parse(readFileSync(path, 'utf8')) as File;
const staff = () => now().schools[0]?.people ?? [];
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
/** Everybody of De Linde as a table, with these lines instead of those of the same id. */
const table = (without: readonly string[], ...more: readonly string[]): string =>
  write(
    `people-${(tables += 1)}.csv`,
    `\uFEFFschool;id;name;roles\r\n${[
      ...staff()
        .filter(({ name }) => !without.includes(name))
        .map(({ aadObjectId, name, roles }) => `de-linde;${aadObjectId.toUpperCase()};${name};${roles.join('|')}`),
      ...more,
    ].join('\r\n')}\r\n`,
  );
const run = async (...args: string[]): Promise<{ code: number; said: string }> => {
  const read = parseConfig({ DIRECTORY_FILE: path });
  if ('problems' in read) throw new Error(read.problems.join());
  const lines: string[] = [];
  const code = await directory({ config: read.config, args, say: (line) => void lines.push(line) });
  return { code, said: lines.join('\n') };
};
const newcomer = 'de-linde;AAAAAAAA-0000-4000-8000-000000000001;Nora Nieuw;leerkracht|vertrouwenspersoon';

describe('given a table of the people of a school', () => {
  test('when it is only tried, then all that would change is shown, and nothing is changed', async () => {
    const before = readFileSync(path, 'utf8');
    const { code, said } = await run('--people', table(['Tom Hesselink'], newcomer));
    expect(code).toBe(0);
    expect(said).toContain('+ de-linde: Nora Nieuw (leerkracht, vertrouwenspersoon)');
    expect(said).toContain('- de-linde: Tom Hesselink vertrekt');
    expect(said).toContain('er is niets veranderd');
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  test('when it is written, then the bot can read it, who is not on it is gone, and other schools are as they were', async () => {
    const before = now();
    const { code } = await run('--people', table(['Tom Hesselink'], newcomer), '--write');
    expect(code).toBe(0);
    const read = readDirectory(readFileSync(path, 'utf8'));
    if ('problems' in read) throw new Error(read.problems.join());
    const names = read.directory.people().map(({ name }) => name);
    expect([names.includes('Nora Nieuw'), names.includes('Tom Hesselink')]).toEqual([true, false]);
    expect(now().schools.slice(1)).toEqual(before.schools.slice(1));
    expect(JSON.parse(readFileSync(`${path}.before`, 'utf8'))).toEqual(before);
    expect(names.includes('Jeroen Nijhuis') && readFileSync(path, 'utf8')).toContain('"deputy"'); // no column, no change
    expect((await run('--people', table([]))).said).toBe('Er verandert niets.');
  });

  test('when the school would have no leader, or a value or school is missing, then it says so and writes nothing', async () => {
    const before = readFileSync(path, 'utf8');
    const wrong = [
      [table(['Jeroen Nijhuis']), 'geen schoolleider'],
      [table([], 'de-linde;;Zonder Id;leerkracht'), 'hier ontbreekt id'],
      [table([], 'nergens;aaaaaaaa-0000-4000-8000-000000000002;Wim;leerkracht'), 'school nergens staat niet'],
      [table([], 'de-linde;aaaaaaaa-0000-4000-8000-000000000003;Wim;conciërge'), 'Deze rol kent de bot niet'],
    ] as const;
    for (const [file, words] of wrong) {
      writeFileSync(path, before);
      const { code, said } = await run('--people', file, '--write').catch((error: unknown) => ({
        code: 2,
        said: String(error),
      }));
      expect([code, said]).toEqual([1, expect.stringContaining(words)]);
      expect(readFileSync(path, 'utf8')).toBe(before);
    }
    expect(existsSync(`${path}.before`)).toBe(false);
  });

  test('when it is JSON, with schools besides, then a new school comes with its people in one go', async () => {
    const schools = write('schools.json', JSON.stringify([{ id: 'de-eik', name: 'De Eik', subRegion: 'enschede' }]));
    const id = 'aaaaaaaa-0000-4000-8000-000000000009';
    const people = write(
      'people.json',
      JSON.stringify([{ school: 'de-eik', id, name: 'Eva Eik', roles: ['schoolleider'] }]),
    );
    expect(await run('--schools', schools, '--people', people, '--write')).toMatchObject({ code: 0 });
    expect(now().schools.at(-1)).toMatchObject({
      id: 'de-eik',
      people: [{ name: 'Eva Eik', roles: ['schoolleider'] }],
    });
  });

  test('when a file is not there or nothing is asked, then it says how to do it', async () => {
    await expect(run()).rejects.toThrow('Gebruik: npm run directory');
    await expect(run('--people', join(folder, 'nothing.csv'))).rejects.toThrow(
      'kan niet gelezen worden (fout: ENOENT)',
    );
  });
});
