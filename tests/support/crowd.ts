import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandHandler, type Outcome } from '../../src/casefile/handleCommand';
import type { Stores } from '../../src/casefile/stores';
import type { Config } from '../../src/config';
import { openLog } from '../../src/log';
import { deliveriesOf } from '../../src/notices/deliveries';
import { dueNotices, dueTerms } from '../../src/notices/dueNotices';
import { openStores } from '../../src/openStores';
import type { Command } from '../../src/protocol/decide';
import { listingOf } from '../../src/protocol/listing';
import { protocol } from '../../src/protocol/meldcode';
import type { Instant } from '../../src/protocol/time';
import { startServer, type RunningServer } from '../../src/server';
import { actorAt, keyFor, peopleBehind } from '../../src/teams/people';
import { references } from '../../src/teams/references';
import { fakeTeams, type FakeTeams } from './fakeTeams';
import { exampleDirectory } from './insideBot';
import { at, objectsIn } from './json';
import type { Person } from './person';

const SCHOOL = 'de-linde';
/** A Tuesday, ten in the morning in the Netherlands. */
const START = Date.parse('2026-11-24T09:00:00.000Z');

export type Crowd = {
  teams: FakeTeams;
  /** Teachers of one school, each with the app. */
  teachers: readonly Person[];
  /** Records what somebody does, so many days ago, as the bot would, before any bot is there to tell of it. */
  records: (who: Person, caseId: string, command: Command, daysAgo?: number) => Promise<Outcome>;
  /** How many notices and terms of these cases have come and are still to be told. */
  due: (caseIds: readonly string[]) => Promise<number>;
  /** Whether the overview of this case says that a message may not have come. */
  isUnsure: (caseId: string) => Promise<boolean>;
  /** Starts another bot on the same data. */
  starts: () => Promise<void>;
  /** Moves the clock of all bots forward. */
  passes: (ms: number) => void;
  log: readonly string[];
  close: () => Promise<void>;
};

const idOf = (n: number): string => `c0ffee00-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A school with very many teachers, and as many bots on one store as are started. */
export const crowd = async (size: number): Promise<Crowd> => {
  const names = Array.from({ length: size }, (_, n) => ({ aadObjectId: idOf(n), name: `Leerkracht ${n}` }));
  const directory = exampleDirectory((file) => {
    const school = objectsIn(file['schools']).find(({ id }) => id === SCHOOL);
    const people = at(school, 'people');
    if (!Array.isArray(people)) throw new Error('the example school has no people');
    people.push(...names.map((one) => ({ ...one, roles: ['leerkracht'] })));
  });
  const dataDir = await mkdtemp(join(tmpdir(), 'meldcode-crowd-'));
  let offset = 0;
  const born = Date.now();
  const now = (): Instant => new Date(START + (Date.now() - born) + offset).toISOString();
  const config: Config = {
    ...{ nodeEnv: 'test', host: '127.0.0.1', port: 0, bot: { kind: 'local' }, store: { kind: 'sqlite' } },
    ...{ dataDir, directoryFile: '', logLevel: 'info' },
  };
  const teams = await fakeTeams({ botUrl: 'http://127.0.0.1:9/', tenantId: directory.tenantId });
  const stores: Stores = await openStores(config, now);
  const chats = references({ store: stores.keyValues, now, isServiceUrl: () => true });
  const teachers: Person[] = [];
  for (const one of names) {
    const person = teams.person(one);
    person.notInstalled = false;
    await chats.note(person.activity('message', { text: 'hoi' }));
    teachers.push(person);
  }
  const command = commandHandler({
    store: stores.cases,
    protocolVersion: protocol.version,
    noticesOf: dueNotices(peopleBehind.bind(undefined, directory)),
    termsOf: dueTerms(),
    listingOf: (file) => {
      const { visibleTo, awaited } = listingOf(file);
      const keys = (some: typeof awaited) => [...new Set(some.map((one) => keyFor(file, one)))];
      return { keys: keys(visibleTo), awaits: keys(awaited), status: file.status };
    },
  });
  const deliveries = deliveriesOf({ store: stores.keyValues, now });
  const log: string[] = [];
  const running: RunningServer[] = [];
  let presses = 0;
  return {
    ...{ teams, teachers, log },
    records: ({ aadObjectId }, caseId, what, daysAgo = 0) =>
      command({
        ...{ caseId, key: `press-${(presses += 1)}`, command: what },
        actor: () => actorAt(directory, aadObjectId, SCHOOL),
        at: new Date(Date.parse(now()) - daysAgo * 86_400_000).toISOString(),
      }),
    due: async (caseIds) => {
      const open = await Promise.all(caseIds.map((caseId) => stores.cases.openDue(caseId)));
      return open.flat().filter(({ dueAt }) => dueAt <= now()).length;
    },
    isUnsure: async (caseId) => (await deliveries.undelivered(caseId)).some(({ state }) => state === 'ambiguous'),
    starts: async () => {
      const log1 = openLog('warn', { write: (line: string) => void log.push(line) });
      // Waiting for Teams' limits is putting the clock forward.
      const pause = async (ms: number): Promise<void> => void (offset += ms);
      running.push(await startServer({ config, directory, log: log1, now, pause, outboxEveryMs: 20 }));
    },
    passes: (ms) => void (offset += ms),
    close: async () => {
      for (const server of running) await server.stop();
      await stores.close();
      await teams.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
