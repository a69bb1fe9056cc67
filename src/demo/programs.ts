import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { startChild, untilReady, type Child } from './child';
import { DemoProblem } from './demoProblem';

/** What a started child may know: the demo's own settings only, never an app id, key or account of this computer. */
const quietEnv = (extra: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: 'development',
  // Empty, not absent: a .env file fills in what is absent.
  ...{ MicrosoftAppId: '', MicrosoftAppType: '', MicrosoftAppTenantId: '', MicrosoftAppPassword: '' },
  ...{ COSMOS_ENDPOINT: '', COSMOS_KEY: '', COSMOS_DATABASE: '', KEY_VAULT_URL: '' },
  ...extra,
});

const get = async (url: string): Promise<Response | undefined> => {
  try {
    return await fetch(url, { signal: AbortSignal.timeout(2_000) });
  } catch {
    // Nobody listens yet.
    return undefined;
  }
};

export interface BotOptions {
  script: string;
  port: number;
  dataDir: string;
  directoryFile: string;
  logLevel: string;
  logFile: string;
  env: NodeJS.ProcessEnv;
}

/** Starts the bot on loopback with SQLite; resolves when GET /healthz answers. */
export const startBot = async (options: BotOptions, started: (child: Child) => void): Promise<Child> => {
  const { script, port, dataDir, directoryFile, logLevel, logFile } = options;
  const bot = startChild({
    name: 'De bot',
    script,
    logFile,
    env: quietEnv({
      ...{ PORT: String(port), HOST: '127.0.0.1', STORE: 'sqlite' },
      ...{ DATA_DIR: dataDir, DIRECTORY_FILE: directoryFile, LOG_LEVEL: logLevel },
      ...options.env,
    }),
  });
  started(bot);
  await untilReady(bot, async () => ((await get(`http://127.0.0.1:${port}/healthz`))?.ok === true ? true : undefined));
  return bot;
};

/** Where the Playground's program stands; throws DemoProblem when the package is not installed. */
export const playgroundScript = (resolve: (name: string) => string = require.resolve): string => {
  try {
    return join(dirname(resolve('@microsoft/m365agentsplayground/package.json')), 'cli.js');
  } catch {
    throw new DemoProblem(
      'De Agents Playground ontbreekt (het pakket @microsoft/m365agentsplayground). Voer eerst "npm install" uit, zonder --omit=dev.',
    );
  }
};

export interface PlaygroundOptions {
  script: string;
  /** Folder of its own for its config and log. */
  folder: string;
  config: string;
  port: number;
  botUrl: string;
  personId: string;
  personName: string;
}

const shownConfig = z.object({ config: z.object({ currentUser: z.object({ aadObjectId: z.string() }) }) });

/** Starts one Playground; resolves with its address when it serves the person it is meant for. */
export const startPlayground = async (options: PlaygroundOptions, started: (child: Child) => void): Promise<string> => {
  const { script, folder, config, port, botUrl, personId, personName } = options;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.m365agentsplayground.yml'), config);
  const playground = startChild({
    name: `De Playground van ${personName}`,
    script,
    args: ['start', '-e', botUrl, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    cwd: folder,
    logFile: join(folder, 'output.log'),
    env: quietEnv({
      TEAMSAPPTESTER_BROWSER: 'none',
      APPLICATION_INSIGHTS_NO_STATSBEAT: '1',
      M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
    }),
  });
  started(playground);
  // A busy port silently becomes another one, and "Listening" is printed before a bad config makes it exit.
  const listening = await untilReady(playground, () => /Listening on (\d+)/.exec(playground.output())?.[1]);
  const url = `http://localhost:${listening}`;
  await untilReady(playground, async () => {
    const answer = await get(`${url}/_internal/v1/config`);
    const shown = answer?.ok === true ? shownConfig.safeParse(await answer.json()) : undefined;
    return shown?.data?.config.currentUser.aadObjectId === personId ? true : undefined;
  });
  return url;
};
