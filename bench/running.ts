import { fork } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import type { Told } from './programs/beside';

export type Cost = Extract<Told, { cpuMs: number }>;

export interface Running {
  port: number;
  cost(): Promise<Cost>;
  stop(): Promise<void>;
}

/** Starts a program of this folder in a process of its own; what it prints goes nowhere, what goes wrong is shown. */
export const start = async (
  program: string,
  env: Readonly<Record<string, string>> = {},
  execArgv: readonly string[] = [],
): Promise<Running> => {
  const child = fork(join(__dirname, 'programs', program), {
    env: { PATH: process.env['PATH'], NODE_ENV: 'test', ...env },
    stdio: ['ignore', openSync(devNull, 'w'), 'inherit', 'ipc'],
    execArgv: [...execArgv],
  });
  const ended = once(child, 'exit');
  const heard = async (): Promise<Told> => {
    const [told] = (await Promise.race([
      once(child, 'message'),
      ended.then(() => Promise.reject(new Error(`${program} stopped`))),
    ])) as [Told]; // what `serveRun` sends
    return told;
  };
  const told = await heard();
  if (!('port' in told)) throw new Error(`${program} did not tell where it listens`);
  return {
    port: told.port,
    cost: async () => {
      child.send('cost');
      const cost = await heard();
      if ('port' in cost) throw new Error(`${program} told where it listens instead of its cost`);
      return cost;
    },
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
};
