import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openStores } from '../../src/openStores';
import type { Directory } from '../../src/directory/directory';
import type { BotInProcess } from './botInProcess';
import { fakeTeams, type FakeTeams } from './fakeTeams';
import { exampleDirectory } from './insideBot';
import { lookInside, type Inside } from './memory';
import type { Person } from './person';
import { runFile, type Child } from './processes';

const DAY = 86_400_000;
/** A Tuesday, ten in the morning in the Netherlands. */
const START = Date.parse('2026-11-24T09:00:00.000Z');

export type KillableBot = Pick<Inside, 'cases'> & {
  directory: Directory;
  teams: FakeTeams;
  person: (name: string) => Person;
  /** All that the processes wrote to standard output. */
  output: readonly string[];
  /** Starts a new process on the same data, with its clock so many days and minutes after the start of the story. */
  start: (days?: number, minutes?: number) => Promise<void>;
  /** Ends the process as kill -9 does. It has no moment to finish anything. */
  kill: () => void;
  /** Resolves when the process is gone. */
  gone: () => Promise<void>;
  close: () => Promise<void>;
};

/** The real bot in a process of its own on SQLite, with Teams in this one. */
export const killableBot = async (): Promise<KillableBot> => {
  const directory = exampleDirectory();
  const dataDir = await mkdtemp(join(tmpdir(), 'meldcode-killed-'));
  const teams = await fakeTeams({ botUrl: 'http://127.0.0.1:9/', tenantId: directory.tenantId });
  const output: string[] = [];
  let clock = START;
  let child: Child | undefined;
  const start = async (days = 0, minutes = 0): Promise<void> => {
    clock = START + days * DAY + minutes * 60_000;
    const started = runFile(
      join(__dirname, 'botInProcess.ts'),
      JSON.stringify({ store: { kind: 'sqlite' }, dataDir, logLevel: 'trace', starts: clock } satisfies BotInProcess),
    );
    child = started;
    const lines = createInterface(started.stdout);
    lines.on('line', (line) => output.push(line));
    const port = await teams.until(
      () => output.map((line) => /^port (\d+)$/.exec(line)?.[1]).findLast((found) => found !== undefined),
      'the bot says its port',
      60_000, // a machine with much else to do
    );
    output.splice(output.indexOf(`port ${port}`), 1);
    teams.botUrl = `http://127.0.0.1:${port}/api/messages`;
  };
  const kill = (): void => void child?.kill('SIGKILL');
  const gone = async (): Promise<void> => {
    if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  const people = directory
    .schools()
    .flatMap(({ id }) => directory.withRole(id, ['leerkracht', 'intern-begeleider', 'schoolleider']));
  const { cases } = lookInside(
    () => openStores({ nodeEnv: 'test', store: { kind: 'sqlite' }, dataDir }, () => new Date(clock).toISOString()),
    directory,
  );
  return {
    ...{ teams, directory, output, start, kill, gone, cases },
    person: (name) => {
      const found = people.find((one) => one.name === name);
      if (!found) throw new Error(`${name} is not in the example directory`);
      return teams.person({ name, aadObjectId: found.id });
    },
    close: async () => {
      kill();
      await gone();
      await teams.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
