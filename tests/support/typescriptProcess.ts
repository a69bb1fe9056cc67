import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { LOADS_TYPESCRIPT } from './processes';

const root = join(__dirname, '../..');
/** Lets a bare node run our TypeScript, as jest does, with the given file as its main module. */
const RUN = `
  ${LOADS_TYPESCRIPT}
  process.argv.splice(1, 0, process.env.MAIN_OF_TEST);
  require('node:module').runMain(process.env.MAIN_OF_TEST);`;

export type TypescriptProcess = ChildProcessByStdio<null, Readable, Readable>;

/** Starts a file of ours (from the root of the project) in a process of its own, in the folder `cwd`. */
export const startTypescript = (
  file: string,
  args: readonly string[],
  { env = {}, cwd = root }: { env?: Readonly<Record<string, string>>; cwd?: string } = {},
): TypescriptProcess =>
  spawn(process.execPath, ['-e', RUN, '--', ...args], {
    cwd,
    env: { PATH: process.env['PATH'], MAIN_OF_TEST: join(root, file), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** How a process ended (null: killed) and what it said. */
export const endOf = async (started: TypescriptProcess): Promise<{ code: number | null; out: string; err: string }> => {
  const said = { out: '', err: '' };
  started.stdout.on('data', (part: Buffer) => void (said.out += String(part)));
  started.stderr.on('data', (part: Buffer) => void (said.err += String(part)));
  const code = await new Promise<number | null>((resolve) => started.on('close', resolve));
  return { code, ...said };
};
