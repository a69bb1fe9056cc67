import { fork } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import type { Asked, Cost, Listening, Told } from './programs/beside';

export interface Running extends Listening {
  /** What it used so far. */
  cost(): Promise<Cost>;
  /** The same, after what is no longer needed was let go. */
  tidied(): Promise<Cost>;
  /** Has so many cases more put where the program keeps them. */
  fill(cases: number): Promise<Cost>;
  stop(): Promise<void>;
}

export type Start = { env?: Readonly<Record<string, string>>; execArgv?: readonly string[] };

/** Starts a program of this folder in a process of its own; what it prints goes nowhere, what goes wrong is shown. */
export const start = async (program: string, { env = {}, execArgv = [] }: Start = {}): Promise<Running> => {
  const child = fork(join(__dirname, 'programs', `${program}.js`), {
    env: { PATH: process.env['PATH'], NODE_ENV: 'test', ...env },
    stdio: ['ignore', openSync(devNull, 'w'), 'inherit', 'ipc'],
    execArgv: [...execArgv],
  });
  const ended = once(child, 'exit');
  const heard = async (): Promise<Told> => {
    const stopped = ended.then(() => Promise.reject(new Error(`${program} stopped`)));
    const [told] = (await Promise.race([once(child, 'message'), stopped])) as [Told]; // what `serveRun` sends
    return told;
  };
  const told = await heard();
  if (!('port' in told)) throw new Error(`${program} did not tell where it listens`);
  const ask = async (asked: Asked): Promise<Cost> => {
    child.send(asked);
    const cost = await heard();
    if ('port' in cost) throw new Error(`${program} told where it listens instead of its cost`);
    return cost;
  };
  return {
    ...told,
    cost: () => ask('cost'),
    tidied: () => ask('tidy'),
    fill: (cases) => ask({ fill: cases }),
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
};
