import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Config } from '../../src/config';
import { readDirectory } from '../../src/directory/directoryFile';
import type { End } from '../../src/casefile/whole/copyStore';
import { openEnd } from '../../src/upkeep/openEnd';
import type { BotInProcess } from './botInProcess';
import type { TestAccount } from './cosmosAccount';
import { fakeTeams, type FakeTeams } from './fakeTeams';
import { storeIn } from './meldcode';
import type { Person } from './person';
import { runFile, type Child } from './processes';

/** A Tuesday, ten in the morning in the Netherlands. */
const START = Date.parse('2026-11-24T09:00:00.000Z');

export type SeveralBots = {
  teams: FakeTeams;
  /** The teachers, school by school. */
  teachers: readonly Person[];
  /** What the processes wrote to their logs: what went wrong. */
  log: readonly string[];
  /** Ends process number `n` as kill -9 does, in the middle of whatever it is at. */
  kill: (n: number) => void;
  start: (n: number) => Promise<void>;
  /** Puts the clocks of all forward. */
  later: (ms: number) => Promise<void>;
  /** Opens the account from the side. */
  look: () => Promise<End>;
  close: () => Promise<void>;
};

const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
/** Schools with a leader, an intern begeleider and so many teachers each. */
const schoolsOf = (schools: number, teachers: number) =>
  Array.from({ length: schools }, (_, s) => ({
    ...{ id: `school-${s}`, name: `School ${s}`, subRegion: 'enschede' },
    people: [
      { aadObjectId: idOf(1000 * s + 998), name: `Leider ${s}`, roles: ['schoolleider'] },
      { aadObjectId: idOf(1000 * s + 999), name: `Begeleider ${s}`, roles: ['intern-begeleider'] },
      ...Array.from({ length: teachers }, (_, t) => ({
        ...{ aadObjectId: idOf(1000 * s + t + 1), name: `Leerkracht ${s}-${t}`, roles: ['leerkracht'] },
      })),
    ],
  }));

/** Three processes of the bot over one account, behind one address that goes round them, and a board of five schools. */
export const severalBots = async (account: TestAccount): Promise<SeveralBots> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'several-bots-'));
  const directoryFile = join(dataDir, 'directory.json');
  const example = JSON.parse(await readFile(join(__dirname, '../../docs/directory.example.json'), 'utf8')) as object;
  await writeFile(directoryFile, JSON.stringify({ ...example, schools: schoolsOf(5, 10) }));
  const read = readDirectory(await readFile(directoryFile, 'utf8'));
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  const { store, drop } = await storeIn(account);
  const config: Config = {
    ...{ nodeEnv: 'test', host: '127.0.0.1', port: 0, bot: { kind: 'local' }, logLevel: 'warn' },
    ...{ store, dataDir, directoryFile },
  };
  const teams = await fakeTeams({ botUrl: '', tenantId: read.directory.tenantId });
  const children: Child[] = [];
  const bots: { child: Child; url: string; lines: string[] }[] = [];
  const log: string[] = [];
  const born = Date.now();
  let offset = 0;
  const now = (): number => START + offset + (Date.now() - born);

  const living = () => bots.filter(({ child }) => !child.killed && child.exitCode === null);
  let turn = 0;
  // What stands in front of the instances sends each turn to the next of them.
  Object.defineProperty(teams, 'botUrl', {
    get: () => {
      const there = living();
      return there[(turn += 1) % there.length]?.url;
    },
  });

  const start = async (n: number): Promise<void> => {
    const given: BotInProcess = { ...config, starts: now() };
    const child = runFile(join(__dirname, 'botInProcess.ts'), JSON.stringify(given));
    children.push(child);
    const lines: string[] = [];
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      if (line.startsWith('{')) log.push(line);
    });
    const port = await teams.until(
      () => lines.map((line) => /^port (\d+)$/.exec(line)?.[1])[0],
      'a bot says its port',
      120_000,
    );
    bots[n] = { child, url: `http://127.0.0.1:${port}/api/messages`, lines };
  };
  const end = async (): Promise<void> => {
    for (const child of children) {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
    await teams.close();
    await drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await Promise.all([0, 1, 2].map(start));
  } catch (error) {
    await end();
    throw error;
  }

  const teachers = read.directory
    .schools()
    .flatMap(({ id }) => read.directory.withRole(id, ['leerkracht']))
    .map(({ id, name }) => teams.person({ aadObjectId: id, name }));
  return {
    ...{ teams, teachers, log, start },
    kill: (n) => void bots[n]?.child.kill('SIGKILL'),
    later: async (ms) => {
      offset += ms;
      for (const { child, lines } of living()) {
        lines.length = 0;
        child.stdin.write(`later ${ms}\n`);
      }
      await teams.until(() => living().every(({ lines }) => lines.includes('later')), 'the clocks are put forward');
    },
    look: () => openEnd(config, { kind: 'cosmos' }),
    close: end,
  };
};
