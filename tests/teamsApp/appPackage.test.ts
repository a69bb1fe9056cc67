import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPromise } from 'yauzl';
import { intentOf } from '../../src/teams/intents';
import { makeAppPackage } from '../../src/teamsApp/appPackage';
import { readAppValues, type AppValues } from '../../src/teamsApp/values';
import { at, objectsIn, type JsonObject } from '../support/json';
import { readPng } from './png';

const env = {
  MicrosoftAppId: '0f0e0d0c-0b0a-4908-8706-050403020100',
  TEAMS_APP_ID: '1a2b3c4d-5e6f-4a1b-8c2d-3e4f5a6b7c8d',
  BOT_DOMAIN: 'meldcode.consent.example',
  DEVELOPER_NAME: 'Stichting "Consent"',
  DEVELOPER_WEBSITE: 'https://www.consent.example',
  PRIVACY_URL: 'https://www.consent.example/privacy',
  TERMS_URL: 'https://www.consent.example/voorwaarden',
};
const valuesOf = (change: Readonly<Record<string, string>> = {}): AppValues => {
  const read = readAppValues({ ...env, ...change }, '1.2.3');
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  return read.values;
};
const problemsOf = (given: Readonly<Record<string, string | undefined>>): readonly string[] => {
  const read = readAppValues(given, '1.2.3');
  return 'problems' in read ? read.problems : [];
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meldcode-package-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const filesIn = async (path: string): Promise<Readonly<Record<string, Buffer>>> => {
  const zip = await openPromise(path, { autoClose: false });
  const files: Record<string, Buffer> = {};
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer); // a stream of bytes
    files[entry.fileName] = Buffer.concat(parts);
  }
  zip.close();
  return files;
};
const made = async (change?: Readonly<Record<string, string>>): Promise<Readonly<Record<string, Buffer>>> => {
  const out = join(folder, 'sub', 'meldcode.zip');
  expect(await makeAppPackage(valuesOf(change), out)).toEqual([]);
  return filesIn(out);
};
const manifestIn = (files: Readonly<Record<string, Buffer>>): JsonObject =>
  JSON.parse(String(files['manifest.json'])) as JsonObject; // the schema checked that it is an object

describe('given the values of an organisation, when the Teams app package is made', () => {
  test('then it holds a manifest, its English, and two icons, and nothing beside them', async () => {
    expect(Object.keys(await made()).sort()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
  });

  test('then the official schemas have nothing to say, and every value stands where it belongs', async () => {
    const manifest = manifestIn(await made());
    expect(manifest).toMatchObject({
      version: '1.2.3',
      id: env.TEAMS_APP_ID,
      developer: { name: env.DEVELOPER_NAME, privacyUrl: env.PRIVACY_URL },
      validDomains: [env.BOT_DOMAIN],
      defaultInstallScope: 'personal',
      localizationInfo: { defaultLanguageTag: 'nl' },
    });
    expect(objectsIn(manifest['bots'])).toMatchObject([
      { botId: env.MicrosoftAppId, scopes: ['personal', 'team'], supportsFiles: false, isNotificationOnly: false },
    ]);
    expect(JSON.stringify(manifest)).not.toContain('{{');
  });

  test.each([
    ['no', false],
    ['yes', true],
  ])('then it says that Teams may ask about a file only where OneDrive is on: %s', async (given, says) => {
    const manifest = manifestIn(await made({ TEAMS_ONEDRIVE: given }));
    expect(objectsIn(manifest['bots']).map(({ supportsFiles }) => supportsFiles)).toEqual([says]);
    expect(problemsOf({ ...env, TEAMS_ONEDRIVE: 'ja' })).toEqual(['TEAMS_ONEDRIVE: Kies yes of no.']);
  });

  test('then every command in its list is one that the bot understands, in any case of letters', async () => {
    const commands = objectsIn(at(objectsIn(manifestIn(await made())['bots'])[0], 'commandLists')).flatMap((list) =>
      objectsIn(list['commands']).map(({ title }) => String(title)),
    );
    expect(commands.length).toBeGreaterThan(5);
    expect(new Set(commands).size).toBe(commands.length);
    const lost = commands.filter((title) =>
      [title, title.toUpperCase()].some((text) => intentOf(text).means === 'unknown'),
    );
    expect(lost).toEqual([]);
  });

  test('then its English keeps the words that one types, for the bot speaks Dutch', async () => {
    const files = await made();
    const english = JSON.parse(String(files['en.json'])) as Readonly<Record<string, string>>;
    const dutch = objectsIn(at(objectsIn(manifestIn(files)['bots'])[0], 'commandLists')).flatMap(({ commands }) =>
      objectsIn(commands),
    );
    dutch.forEach(({ title }, i) => {
      expect(english[`bots[0].commandLists[0].commands[${i}].title`]).toBe(title);
      expect(english[`bots[0].commandLists[0].commands[${i}].description`]).toMatch(/\w/);
    });
    expect(Object.keys(english).filter((name) => name.startsWith('bots')).length).toBe(dutch.length * 2);
  });

  test('then it asks for no right beyond a chat, and names no tunnel or wildcard', async () => {
    const manifest = manifestIn(await made());
    expect(manifest['permissions']).toEqual(['identity', 'messageTeamMembers']);
    expect(manifest['authorization'] ?? manifest['webApplicationInfo']).toBeUndefined();
    expect(JSON.stringify(manifest['validDomains'])).not.toMatch(/\*|ngrok|devtunnels/);
  });

  test('then its icons are as Teams wants them: 192 by 192 in full, 32 by 32 in white on nothing', async () => {
    const files = await made();
    const color = readPng(files['color.png'] ?? Buffer.alloc(0));
    const outline = readPng(files['outline.png'] ?? Buffer.alloc(0));
    expect([color.width, color.height, outline.width, outline.height]).toEqual([192, 192, 32, 32]);
    expect(color.pixels.every(({ alpha }) => alpha === 255)).toBe(true);
    const seen = outline.pixels.filter(({ alpha }) => alpha > 0);
    expect(seen.length).toBeGreaterThan(50);
    expect(outline.pixels.length - seen.length).toBeGreaterThan(300);
    expect(seen.filter(({ red, green, blue }) => Math.min(red, green, blue) < 250)).toEqual([]);
  });

  test('then making it again gives the same package, byte for byte', async () => {
    const [one, two] = ['one.zip', 'two.zip'].map((name) => join(folder, name)) as [string, string];
    await makeAppPackage(valuesOf(), one);
    await makeAppPackage(valuesOf(), two);
    expect((await readFile(one)).equals(await readFile(two))).toBe(true);
  });
});

describe('given values that Teams would refuse', () => {
  test('when they are read, then each is named in one Dutch line', () => {
    const lines = problemsOf({
      ...env,
      TEAMS_APP_ID: 'x',
      BOT_DOMAIN: 'https://bot.example',
      PRIVACY_URL: 'http://p.example',
    });
    expect(lines.map((line) => line.split(':')[0])).toEqual(['TEAMS_APP_ID', 'BOT_DOMAIN', 'PRIVACY_URL']);
    expect(problemsOf({})).toHaveLength(7);
    for (const line of problemsOf({})) expect(line).toMatch(/^\w+: [A-Z].*\.$/);
  });

  test('when the manifest does not follow the schema, then it says where, and no file is made', async () => {
    const out = join(folder, 'bad.zip');
    const problems = await makeAppPackage({ ...valuesOf(), DEVELOPER_NAME: 'x'.repeat(33) }, out);
    expect(problems.join()).toContain('manifest.json/developer/name');
    await expect(stat(out)).rejects.toThrow('ENOENT');
  });
});
