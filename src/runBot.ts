import { config as readDotEnv } from 'dotenv';
import { parseConfig } from './config';
import { cureOf } from './cures';
import { directoryWatch } from './directory/directoryWatch';
import { liveDirectory } from './directory/liveDirectory';
import { groupMembersOf } from './groupMembersOf';
import { keepHeapSmall } from './heap';
import { openLog, type Log } from './log';
import { startServer, type RunningServer, type ServerParts } from './server';

const giveUp = (problems: readonly string[]): void => {
  for (const line of problems) console.error(line);
  process.exitCode = 1;
};

/** Stops once, however often it is asked; the process ends whatever happens while stopping. */
const stopOnce = (server: RunningServer, log: Log): ((code: number) => void) => {
  let stopping = false;
  return (code) => {
    if (stopping) return;
    stopping = true;
    void server.stop().then(
      () => process.exit(code),
      (error: unknown) => {
        log.fault('stop', error);
        process.exit(1);
      },
    );
  };
};

const KEY_BESIDE_DATA =
  'Let op: zonder KEY_VAULT_URL ligt de hoofdsleutel als master.key bij de dossiers. Bewaar een kopie op een andere plek.';

/** Who is taken out of the directory has no access any more after this. */
const LOOK_EVERY_MS = 5_000;

/** What the demo has and a bot at work has not: a clock of its own, and lines that are no business of the meldcode. */
type OfTheDemo = Pick<ServerParts, 'now' | 'aside'>;

const main = async (ofTheDemo: OfTheDemo): Promise<void> => {
  keepHeapSmall();
  readDotEnv({ quiet: true });
  const read = parseConfig(process.env);
  if ('problems' in read) return giveUp(read.problems);
  const { config } = read;
  const members = groupMembersOf(config);
  const watch = directoryWatch({
    path: config.directoryFile,
    elapsed: () => performance.now(),
    ...(members && { members }),
  });
  const known = await watch.first();
  if ('problems' in known) return giveUp(known.problems);
  if (config.nodeEnv === 'production' && config.keyVaultUrl === undefined) console.error(KEY_BESIDE_DATA);
  const log = openLog(config.logLevel);
  const live = liveDirectory({
    ...{ first: known.directory, load: watch.again, changed: () => server.directoryChanged() },
    trouble: (lines) => {
      log.fault('directory');
      for (const line of lines) console.log(line);
    },
  });
  const server = await startServer({ config, directory: live.directory, log, ...ofTheDemo });
  const stop = stopOnce(server, log);
  setInterval(() => void live.look(), LOOK_EVERY_MS).unref();
  process.on('SIGHUP', () => void live.look());
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(0));
  for (const event of ['unhandledRejection', 'uncaughtException'] as const)
    process.on(event, (error: unknown) => {
      log.fault(event, error);
      stop(1);
    });
  // The SDK prints every token that does not hold, and its keys. That it did so is enough (platform §2.6).
  console.error = (): void => log.info('sdk complained');
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  console.log(`De bot luistert op http://${host}:${server.port}/api/messages`);
};

/** Runs the bot until it is stopped; a bot that can't start says why, and the process ends. */
export const runBot = (ofTheDemo: OfTheDemo = {}): void => {
  main(ofTheDemo).catch((error: unknown) => {
    giveUp([cureOf(error)]);
    process.exit(1);
  });
};
