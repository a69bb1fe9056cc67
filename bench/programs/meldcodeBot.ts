import { parseConfig } from '../../src/config';
import { loadDirectoryFile } from '../../src/directory/directoryFile';
import { keepHeapSmall } from '../../src/heap';
import { openLog } from '../../src/log';
import { startServer } from '../../src/server';
import { serveRun } from './beside';

/** A few people press as fast as they get an answer: what each asks is still counted, and never refused. */
const ample = { most: 1_000_000_000, everyMs: 1 };

/** Some parts of the bench play on another day. */
const ahead = Number(process.env['AHEAD_MS'] ?? 0);
const now = (): string => new Date(Date.now() + ahead).toISOString();

/** The bot as `src/index.ts` starts it, log and all; only how much one person may ask is set wider. */
const serve = async (): Promise<void> => {
  keepHeapSmall();
  const read = parseConfig(process.env);
  if ('problems' in read) throw new Error(read.problems.join(' '));
  const { config } = read;
  const known = await loadDirectoryFile(config.directoryFile);
  if ('problems' in known) throw new Error(known.problems.join(' '));
  const limits = { person: ample, address: ample };
  const server = await startServer({ config, directory: known.directory, log: openLog(config.logLevel), limits, now });
  serveRun(server.port);
};

serve().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
