import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../src/config';
import { timeTravel } from '../../src/demo/timeTravel';
import { readDirectory, type DirectoryRead } from '../../src/directory/directoryFile';
import { liveDirectory } from '../../src/directory/liveDirectory';
import type { Directory } from '../../src/directory/directory';
import { openStores } from '../../src/openStores';
import { startServer, type RunningServer, type ServerParts } from '../../src/server';
import { openLog } from '../../src/log';
import { addDays, localDateOf } from '../../src/protocol/time';
import type { TestAccount } from './cosmosAccount';
import { fakeTeams, type FakeTeams } from './fakeTeams';
import { lookInside, type KeptCase } from './memory';
import type { Person } from './person';

/** The people of docs/directory.example.json by what they are in a story; all but the last are of De Linde or the board. */
const cast = {
  teacher: 'Marieke Jansen',
  otherTeacher: 'Tom Hesselink',
  ibEr: 'Ilse ter Braak',
  leader: 'Jeroen Nijhuis',
  deputy: 'Saskia Wolters',
  confidant: 'Fatma Yıldız',
  nurse: 'Annemiek Kuipers',
  board: 'Hanneke Olde Monnikhof',
} as const;
type Player = keyof typeof cast;

/** As much of the directory file as stories change. */
export type DirectoryFile = {
  board: { oneDrive: boolean };
  schools: { id: string; people: { name: string; roles: string[] }[] }[];
};

export type Meldcode = Readonly<Record<Player, Person>> & {
  teams: FakeTeams;
  directory: Directory;
  /** Somebody of the tenant whom the directory does not know. */
  stranger: Person;
  /** A school leader of another school. */
  elsewhere: Person;
  /** Lines of the bot's technical log so far, without the ordinary one about each turn: what went wrong. */
  log: readonly string[];
  /** All of them. */
  lines: readonly string[];
  /** Moves the bot's clock forward. */
  later: (days: number, hours?: number, minutes?: number) => void;
  /** The bot's moment, in ISO-8601. It starts on a Tuesday morning and runs like any clock. */
  now: () => string;
  /** The bot's day here, or so many days from it: 2026-11-24. */
  day: (from?: number) => string;
  /** Every case file as it was kept, the one that was begun first in front. */
  cases: () => Promise<readonly KeptCase[]>;
  /** Wipes where this person's talk was, as an update of the bot may; false when there was none. */
  loseTalk: (person: Person) => Promise<boolean>;
  /** Is anything of this case in the store? */
  holds: (caseId: string) => Promise<boolean>;
  /** Writes the example's file anew with this change, and lets the bot look at it. */
  rewriteDirectory: (change: (file: DirectoryFile) => void) => Promise<void>;
  /** Waits until nothing goes either way any more. */
  settled: () => Promise<void>;
  /** Stops the process's server and starts it anew on the same data. */
  restart: () => Promise<void>;
  /** Stops the server; Teams stays. `start` brings it back. */
  stop: () => Promise<void>;
  start: () => Promise<void>;
  url: () => string;
  /** Where its data lies. */
  store: Config['store'];
  close: () => Promise<void>;
};

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** The line that every turn leaves. */
const isTurn = (line: string): boolean => line.includes('"level":30') && line.includes('"msg":"turn"');

/** No holiday near, and five working days on is the next Tuesday. */
const START = Date.parse('2026-11-24T09:00:00.000Z');
const example = join(__dirname, '../../docs/directory.example.json');

const idOf = (directory: Directory, name: string): string => {
  const everyone = directory
    .schools()
    .flatMap(({ id }) =>
      directory.withRole(id, [
        'leerkracht',
        'intern-begeleider',
        'schoolleider',
        'plaatsvervangend-schoolleider',
        'vertrouwenspersoon',
        'jeugdverpleegkundige',
      ]),
    );
  const found = [...everyone, ...directory.boardPeople()].find((person) => person.name === name);
  if (!found) throw new Error(`${name} is not in the example directory`);
  return found.id;
};

/** A new database in the account, as the bot's configuration names it, and how to take it away. */
export const storeIn = async (account: TestAccount): Promise<{ store: Config['store']; drop: () => Promise<void> }> => {
  const { account: place, drop } = await account.database();
  if (!('key' in place.credential)) throw new Error('tests use an account by its key');
  const { key } = place.credential;
  return { store: { kind: 'cosmos', endpoint: place.endpoint, database: place.database, key }, drop };
};

/**
 * The real server on SQLite (or in this account of Azure Cosmos DB) with the example school, and a Microsoft Teams on this machine around it. `travels`: with the
 * clock of the demo, which people put forward themselves.
 */
export const meldcode = async ({
  install = true,
  travels = false,
  account,
  telemetry,
  oneDrive,
}: {
  install?: boolean;
  travels?: boolean;
  account?: TestAccount;
  telemetry?: ServerParts['telemetry'];
  oneDrive?: ServerParts['oneDrive'];
} = {}): Promise<Meldcode> => {
  const read = readDirectory(await readFile(example, 'utf8'));
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  let server: RunningServer | undefined;
  let next: DirectoryRead = read;
  const live = liveDirectory({
    first: read.directory,
    load: async () => next,
    changed: async () => server?.directoryChanged(),
    trouble: (problems) => {
      throw new Error(problems.join('\n'));
    },
  });
  const { directory } = live;
  const dataDir = await mkdtemp(join(tmpdir(), 'meldcode-test-'));
  const log: string[] = [];
  const lines: string[] = [];
  let offset = 0;
  const born = Date.now();
  const passed = (): number => START + (Date.now() - born) + offset;
  const demo = timeTravel(passed);
  const now = (): string => (travels ? demo.now() : new Date(passed()).toISOString());
  const place = account && (await storeIn(account));
  const config: Config = {
    ...{ nodeEnv: 'test', host: '127.0.0.1', port: 0, bot: { kind: 'local' } },
    store: place?.store ?? { kind: 'sqlite' },
    ...{ dataDir, directoryFile: example, logLevel: 'info' },
  };
  const teams = await fakeTeams({
    botUrl: 'http://127.0.0.1:9/',
    tenantId: directory.tenantId,
    now: () => new Date(now()),
  });
  const inside = lookInside(() => openStores(config, now), directory);
  const start = async (): Promise<void> => {
    const line = {
      write: (text: string) => {
        lines.push(text);
        if (!isTurn(text)) log.push(text);
      },
    };
    const own = {
      ...(travels && { aside: demo.hear }),
      ...(telemetry && { telemetry }),
      ...(oneDrive && { oneDrive }),
    };
    // Waiting for Teams' limits is putting the clock forward.
    const pause = async (ms: number): Promise<void> => void (offset += ms);
    const parts = { config, directory, log: openLog('info', line), now, pause, outboxEveryMs: 100, ...own };
    server = await startServer(parts);
    teams.botUrl = `http://127.0.0.1:${server.port}/api/messages`;
  };
  const stop = async (): Promise<void> => {
    await server?.stop();
    server = undefined;
  };
  await start();
  const personOf = (name: string, aadObjectId = idOf(directory, name)): Person => teams.person({ name, aadObjectId });
  // The keys of `cast` are the players by its type.
  const people = Object.fromEntries(Object.entries(cast).map(([player, name]) => [player, personOf(name)])) as Record<
    Player,
    Person
  >;
  const other = directory.schools().find(({ id }) => id !== 'de-linde');
  const leaderElsewhere = other && directory.withRole(other.id, ['schoolleider'])[0];
  if (!leaderElsewhere) throw new Error('the example directory has no second school with a leader');
  const elsewhere = personOf(leaderElsewhere.name, leaderElsewhere.id);
  if (install) await Promise.all([...Object.values(people), elsewhere].map((person) => person.installs()));
  return {
    ...people,
    ...{ teams, directory, log, lines, now, start, stop, elsewhere, ...inside },
    day: (from = 0) => addDays(localDateOf(now()), from),
    stranger: personOf('Vera Onbekend', '9f9f9f9f-1111-4222-8333-444455556666'),
    later: (days, hours = 0, minutes = 0) => {
      offset += (days * 24 + hours) * HOUR + minutes * MINUTE;
    },
    rewriteDirectory: async (change) => {
      const file = JSON.parse(await readFile(example, 'utf8')) as DirectoryFile; // the example, whose shape its test shows
      change(file);
      next = readDirectory(JSON.stringify(file));
      await live.look();
    },
    settled: async () => teams.quiet(250),
    restart: async () => {
      await stop();
      await start();
    },
    url: () => teams.botUrl,
    store: config.store,
    close: async () => {
      await stop();
      await teams.close();
      await place?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
