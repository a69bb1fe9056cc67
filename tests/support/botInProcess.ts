import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDirectory } from '../../src/directory/directoryFile';
import { openLog } from '../../src/log';
import { startServer } from '../../src/server';

/**
 * The whole bot in a process of its own, so that it can be killed. Its log goes to standard output in full, after one line
 * that says on which port it listens. Arguments: folder of the data, where its clock starts in milliseconds since the epoch.
 */
const [, dataDir = '', starts = '0'] = process.argv;
const born = Date.now();
const directoryFile = join(__dirname, '../../docs/directory.example.json');

const main = async (): Promise<void> => {
  const read = readDirectory(readFileSync(directoryFile, 'utf8'));
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  const server = await startServer({
    config: {
      ...{ nodeEnv: 'test', host: '127.0.0.1', port: 0, bot: { kind: 'local' }, store: { kind: 'sqlite' } },
      ...{ dataDir, directoryFile, logLevel: 'trace' },
    },
    directory: read.directory,
    log: openLog('trace'),
    now: () => new Date(Number(starts) + (Date.now() - born)).toISOString(),
    outboxEveryMs: 50,
    pause: async () => undefined,
  });
  console.log(`port ${server.port}`);
};

void main();
