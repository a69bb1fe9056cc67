import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyVaultMasterKey } from '../../src/casefile/sealed/keyVaultMasterKey';
import { readDirectory } from '../../src/directory/directoryFile';
import type { Directory } from '../../src/directory/directory';
import { openStores } from '../../src/openStores';
import { addDays, localDateOf } from '../../src/protocol/time';
import { closes, helpsToo, reports } from '../scenarios/ending';
import { question, signal, walksToWeighing, weighsHelp } from '../scenarios/steps';
import { beginsCase, does, goes, hears } from '../scenarios/story';
import { lookInside } from '../support/memory';
import type { Person } from '../support/person';
import { report } from '../security/tried';
import { azure, type Azure } from './support/azure';
import { installed, startBot, type Installed, type ProductionBot } from './support/production';

const STAFF = 6;
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

let place: Installed;
let around: Azure;
let directory: Directory;
let folder: string;
let running: ProductionBot[];
beforeAll(async () => {
  place = await installed();
});
afterAll(() => place.remove());
beforeEach(async () => {
  const example = JSON.parse(await readFile(join(__dirname, '../../docs/directory.example.json'), 'utf8')) as {
    tenantId: string;
    schools: { people: object[] }[];
  };
  const more = Array.from({ length: STAFF }, (_, n) => ({
    ...{ aadObjectId: id(n + 1), name: `Collega ${n + 1}`, roles: ['leerkracht'] },
  }));
  example.schools[0]?.people.push(...more);
  folder = await mkdtemp(join(tmpdir(), 'meldcode-production-'));
  await writeFile(join(folder, 'directory.json'), JSON.stringify(example));
  const read = readDirectory(JSON.stringify(example));
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  directory = read.directory;
  around = await azure(directory.tenantId);
  running = [];
});
afterEach(async () => {
  for (const bot of running) await bot.kill();
  await around.close();
  await rm(folder, { recursive: true });
});

const start = async (node?: string): Promise<ProductionBot> => {
  const env = { ...around.env, DIRECTORY_FILE: join(folder, 'directory.json') };
  const bot = await startBot(place, { redirect: around.redirect, env, ...(node && { node }) });
  running.push(bot);
  around.teams.botUrl = bot.url;
  return bot;
};
const personOf = (name: string): Person => {
  const found = directory.people().find((one) => one.name === name);
  if (!found) throw new Error(`${name} is not in the directory`);
  return around.teams.person({ name, aadObjectId: found.id });
};
const statusOf = async (bot: ProductionBot, path: string): Promise<number> =>
  (await fetch(new URL(path, bot.url))).status;
/** Looks into the store by the front door of developers, with the key of the vault. */
const kept = () => {
  const { peer, vault } = around;
  const { url, credential, authority: certificate } = vault;
  const store = { kind: 'cosmos', endpoint: peer.endpoint, database: 'meldcode', key: peer.key } as const;
  const now = (): string => new Date().toISOString();
  const master = keyVaultMasterKey({ url, credential, elsewhere: { certificate } });
  return lookInside(() => openStores({ nodeEnv: 'test', store, dataDir: folder }, now, master), directory).cases();
};

/** Node versions to try besides the one that runs this: their programs, with : between them. */
const nodes = (process.env['NODE_PROGRAMS'] ?? '').split(':').filter((path) => path !== '');

describe('given the bot as it was built, with its packages for production only', () => {
  test.each([process.execPath, ...nodes])(
    'when it starts in production on %s, then a case is played to its end, operations see how, and it stops at SIGTERM',
    async (node) => {
      const bot = await start(node);
      expect([await statusOf(bot, '/healthz'), await statusOf(bot, '/readyz')]).toEqual([200, 200]);
      const { teams } = around;
      const [teacher, ibEr, leader] = [
        personOf('Marieke Jansen'),
        personOf('Ilse ter Braak'),
        personOf('Jeroen Nijhuis'),
      ];
      for (const person of [teacher, ibEr, leader]) await person.installs();
      const day = (from = 0): string => addDays(localDateOf(new Date().toISOString()), from);
      const story = { teams, teacher, ibEr, leader, day };
      await beginsCase(teacher);
      await walksToWeighing(story);
      await weighsHelp(story);
      await hears(story, teacher, 'De leiding heeft de weging bevestigd.');
      await reports(story);
      await helpsToo(story);
      await closes(story);
      bot.terminate();
      expect(await bot.gone).toBe(0);
      const [file, ...others] = await kept();
      expect(others).toEqual([]);
      expect(file?.file.status).toBe('closed');
      expect(file?.events.map(({ type }) => type)).toEqual([
        ...['CaseOpened', 'SignalRecorded', 'SignalsMapped', 'ConsultationRequested', 'ConsultationAnswered'],
        ...['ConversationRecorded', 'RiskAssessed', 'SuspicionWeighed', 'SafetyWeighed', 'HelpWeighed'],
        ...['AcceptanceWeighed', 'WeighingConfirmed', 'ReportDecided', 'ReportDiscussed', 'ReportMade'],
        ...['FeedbackRecorded', 'HelpDecided', 'PlanMade', 'CasemanagementAccepted', 'ResultWeighed'],
        ...['MonitoringAgreed', 'CaseClosed'],
      ]);
      expect(file?.events.find(({ type }) => type === 'WeighingConfirmed')?.by).toBe(leader.aadObjectId);
      expect(bot.output.filter((line) => /"level":[56]0/.test(line))).toEqual([]);
      const said = bot.output.join('\n');
      expect([said, around.told()].filter((text) => /Sam|blauwe plek|Marieke|Ilse/.test(text))).toEqual([]);
    },
  );

  test('when it is asked to stop while many work, then all that it answered is kept, nothing else is, and every question arrives once', async () => {
    const bot = await start();
    const { teams } = around;
    const staff = Array.from({ length: STAFF }, (_, n) => personOf(`Collega ${n + 1}`));
    for (const person of staff) await person.installs();
    let acknowledged = 0;
    let asked = 0;
    let stopping = false;
    const lost: string[] = [];
    /** One after another, until the bot lets nobody in any more. */
    const works = async (person: Person, colleague: Person): Promise<void> => {
      await beginsCase(person);
      await does(person, 'Vastleggen', signal);
      acknowledged += 2;
      await goes(person, 'Stap 2', 'Een collega om advies vragen');
      await does(person, 'Vraag versturen', { ...question, colleagues: [colleague.name] });
      acknowledged += 1;
      asked += 1;
      for (;;) {
        await goes(person, 'Stap 1', 'Een signaal vastleggen');
        await does(person, 'Vastleggen', signal);
        acknowledged += 1;
      }
    };
    const untilRefused = async (person: Person, n: number): Promise<void> => {
      try {
        await works(person, staff[(n + 1) % STAFF] ?? person);
      } catch (error) {
        const { code } = ((error as Error).cause ?? {}) as { code?: string }; // as fetch tells it
        // Refused before it came in: its sender knows, and nothing of it was begun.
        if (!stopping || (code !== 'ECONNREFUSED' && code !== 'UND_ERR_SOCKET' && code !== 'ECONNRESET'))
          lost.push(String(error));
      }
    };
    const all = Promise.all(staff.map(untilRefused));
    await teams.until(() => acknowledged >= 3 * STAFF + 4, 'the load', 120_000);
    stopping = true;
    bot.terminate();
    expect(await bot.gone).toBe(0);
    await all;
    expect(lost).toEqual([]);
    const files = await kept();
    const facts = files.flatMap(({ events }) => events.map(({ type }) => type));
    expect(facts.length).toBe(acknowledged);

    await start();
    const questions = (): number =>
      staff.flatMap(({ chat }) => chat.cards.filter(({ buttons }) => buttons.includes('Antwoord geven'))).length;
    await teams.until(() => questions() >= asked, 'the questions that were still to come', 60_000);
    await teams.quiet(1_000, 30_000);
    expect(questions()).toBe(facts.filter((type) => type === 'ConsultationRequested').length);
    report('stopped under load', {
      people: STAFF,
      acknowledged,
      kept: facts.length,
      asked,
      'questions that arrived': questions(),
    });
  });
});
