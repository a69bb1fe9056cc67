import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Config } from '../../src/config';
import { readDirectory } from '../../src/directory/directoryFile';
import { openLog } from '../../src/log';
import { startServer } from '../../src/server';

/**
 * The whole bot in a process of its own, so that it can be killed. Its log goes to standard output, after one line that
 * says on which port it listens. Its one argument is `BotInProcess` as JSON. A line `later 60000` on standard input puts its
 * clock so many milliseconds forward; it answers `later`.
 */
export type BotInProcess = Pick<Config, 'store' | 'dataDir' | 'logLevel'> & {
  /** Where its clock starts, in milliseconds since the epoch. */
  starts: number;
  /** The example when left out. */
  directoryFile?: string;
};

const example = join(__dirname, '../../docs/directory.example.json');

const main = async (given: BotInProcess): Promise<void> => {
  const { starts, directoryFile = example, store, dataDir, logLevel } = given;
  const born = Date.now();
  let offset = 0;
  const read = readDirectory(readFileSync(directoryFile, 'utf8'));
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  const server = await startServer({
    config: {
      ...{ nodeEnv: 'test', host: '127.0.0.1', port: 0, bot: { kind: 'local' } },
      ...{ store, dataDir, directoryFile, logLevel },
    },
    directory: read.directory,
    log: openLog(logLevel),
    now: () => new Date(starts + offset + (Date.now() - born)).toISOString(),
    outboxEveryMs: 50,
    pause: async () => undefined,
  });
  createInterface(process.stdin).on('line', (line) => {
    offset += Number(/^later (\d+)$/.exec(line)?.[1] ?? 0);
    console.log('later');
  });
  console.log(`port ${server.port}`);
};

// Whoever starts this file writes its argument.
void main(JSON.parse(process.argv[1] ?? '') as BotInProcess);
