import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadDirectoryFile } from '../directory/directoryFile';
import { root } from '../root';
import { castOf, everybody, type DemoRole, type Player } from './cast';
import type { Child } from './child';
import { DemoProblem } from './demoProblem';
import { playgroundConfig } from './playgroundConfig';
import { freePort } from './ports';
import { playgroundScript, startBot, startPlayground } from './programs';

export interface DemoOptions {
  roles?: readonly DemoRole[];
  /** 0 takes any free port. */
  botPort?: number;
  /** Each person has the next port; 0 takes any free ones. */
  firstPlaygroundPort?: number;
  /** Kept afterwards; without it the case files live in a temporary folder that goes when the demo stops. */
  dataDir?: string;
  directoryFile?: string;
  botScript?: string;
  logLevel?: string;
  /** More environment for the bot. */
  env?: Record<string, string>;
  /** Stops the demo when it aborts, also while it is still starting. */
  signal?: AbortSignal;
}

/** One person with the address of the screen. */
export interface Screen extends Player {
  url: string;
}

export interface Demo {
  screens: Screen[];
  /** The bot's messages endpoint. */
  botUrl: string;
  dataDir: string;
  /** What the bot has logged so far. */
  botLog: () => string;
  /** Resolves when a program ended by itself, with its Dutch name and log; everything else is stopped by then. */
  broken: Promise<{ name: string; log: string }>;
  stop: () => Promise<void>;
}

const readCast = async (file: string, wanted: readonly DemoRole[] | undefined) => {
  const read = await loadDirectoryFile(file);
  if ('problems' in read) throw new DemoProblem(read.problems.join('\n'));
  const players = castOf(read.directory, wanted);
  if (players.length === 0)
    throw new DemoProblem(`In ${file} heeft niemand van de eerste school een rol die de demo laat zien.`);
  return { players, people: everybody(read.directory), tenantId: read.directory.tenantId };
};

/**
 * Starts the bot and one Playground per person; resolves when every screen can be opened.
 * @throws DemoProblem (Dutch) when something is missing, busy or ends; nothing is left running then
 */
export const startDemo = async (options: DemoOptions = {}): Promise<Demo> => {
  const { botPort = 3978, firstPlaygroundPort = 56150, logLevel = 'info', env = {} } = options;
  const botScript = options.botScript ?? join(root, 'dist/demo/demoBot.js');
  const directoryFile = resolve(options.directoryFile ?? join(root, 'docs/directory.example.json'));
  if (!existsSync(botScript))
    throw new DemoProblem(`De bot is nog niet gebouwd (${botScript} ontbreekt). Voer eerst "npm run build" uit.`);
  const playground = playgroundScript();
  const { players, people, tenantId } = await readCast(directoryFile, options.roles);
  const port = await freePort(botPort, '--port');
  const ports: number[] = [];
  for (const index of players.keys())
    ports.push(await freePort(firstPlaygroundPort === 0 ? 0 : firstPlaygroundPort + index, '--playground-port'));

  const folder = await mkdtemp(join(tmpdir(), 'meldcode-demo-'));
  const dataDir = resolve(options.dataDir ?? join(folder, 'data'));
  const children: Child[] = [];
  let stopping = false;
  const stop = async (): Promise<void> => {
    stopping = true;
    await Promise.all(children.map((child) => child.stop()));
    await rm(folder, { recursive: true, force: true });
  };
  const started = (child: Child): void => {
    children.push(child);
    if (stopping) void child.stop();
  };
  options.signal?.addEventListener('abort', () => void stop());
  const botUrl = `http://127.0.0.1:${port}/api/messages`;
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const logFile = join(folder, 'bot.log');
    const bot = await startBot({ script: botScript, port, dataDir, directoryFile, logLevel, logFile, env }, started);
    const urls = await Promise.all(
      players.map(({ role, person }, index) =>
        startPlayground(
          {
            ...{ script: playground, folder: join(folder, role), port: ports[index] ?? 0, botUrl },
            config: playgroundConfig(tenantId, person, people),
            ...{ personId: person.id, personName: person.name },
          },
          started,
        ),
      ),
    );
    const screens = players.map((player, index) => ({ ...player, url: urls[index] ?? '' }));
    const broken = new Promise<{ name: string; log: string }>((tell) => {
      for (const child of children)
        void child.ended.then(async () => {
          if (stopping) return;
          const log = child.output();
          await stop();
          tell({ name: child.name, log });
        });
    });
    return { screens, botUrl, dataDir, botLog: () => bot.output(), broken, stop };
  } catch (error) {
    await stop();
    if (options.signal?.aborted === true) throw new DemoProblem('De demo is gestopt tijdens het starten.');
    throw error;
  }
};
