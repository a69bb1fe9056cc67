import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const root = join(__dirname, '../../..');
const run = promisify(execFile);

/** The names in node_modules that `npm ci --omit=dev` installs, by the lock file. */
export const productionPackages = async (): Promise<readonly string[]> => {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean; optional?: boolean }>;
  };
  return Object.entries(lock.packages).flatMap(([path, { dev }]) => {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1];
    return name === undefined || dev ? [] : [name];
  });
};

export type Installed = { folder: string; remove: () => Promise<void> };

/** The bot as it lies on a web app: what was built, cards and packages for production, and nothing beside it. */
export const installed = async (): Promise<Installed> => {
  const folder = await mkdtemp(join(tmpdir(), 'meldcode-installed-'));
  for (const part of ['dist', 'cards', 'package.json'])
    await cp(join(root, part), join(folder, part), { recursive: true });
  for (const name of await productionPackages()) {
    const to = join(folder, 'node_modules', name);
    await run('mkdir', ['-p', dirname(to)]);
    // Hard links: a symbolic one would lead back to where the packages for developing lie.
    await run('cp', ['-al', join(root, 'node_modules', name), to]).catch(() => undefined); // optional ones may not be here
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
};

export type ProductionBot = {
  url: string;
  output: readonly string[];
  /** Asks it to stop, as App Service and Docker do. */
  terminate: () => void;
  /** Its exit code; null when it was killed. */
  gone: Promise<number | null>;
  kill: () => Promise<void>;
};

/** `npm start` in that folder: Node of this path, the bot as it was built, and this environment only. */
export const startBot = async (
  { folder }: Installed,
  {
    node = process.execPath,
    redirect,
    env,
  }: { node?: string; redirect: string; env: Readonly<Record<string, string>> },
): Promise<ProductionBot> => {
  const child: ChildProcess = spawn(node, ['--require', redirect, 'dist/index.js'], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  const gone = once(child, 'exit').then(([code]) => code as number | null); // as Node documents 'exit'
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      if (stream)
        createInterface({ input: stream }).on('line', (line) => {
          output.push(line);
          const found = /luistert op (http\S+)/.exec(line)?.[1];
          if (found) resolve(found);
        });
    void gone.then(() => reject(new Error(`the bot did not start:\n${output.join('\n')}`)));
  });
  return {
    ...{ url, output, gone },
    terminate: () => void child.kill('SIGTERM'),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
};
