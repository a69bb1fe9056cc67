import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chatOf, typed } from './chats';
import { fixed, median, ratio, table } from './figures';
import type { Found } from './found';
import type { Options } from './options';
import { newFolder, root, tenantId } from './places';
import { teamsSide } from './teamsSide';

type Program = { name: string; file: string; env: Readonly<Record<string, string>> };

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on a port
  server.close();
  await once(server, 'close');
  return port;
};

/** How long a start took by the clock, and how much of that the processor worked; NaN where the system does not tell. */
type Start = { ms: number; cpuMs: number };

const TICK_MS = 10;
/** CPU time of a process so far, as Linux keeps it: two columns of ticks, after the name in brackets. */
const cpuOf = (pid: number | undefined): number => {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return NaN;
  const columns = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(columns[11]) + Number(columns[12])) * TICK_MS;
};

/** From the command to the first answer to a typed line, asked for again until somebody listens. */
const firstAnswer = async ({ file, env }: Program, serviceUrl: string): Promise<Start> => {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [file], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'test', ...env, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  const asked = async (): Promise<boolean> => {
    const body = JSON.stringify(typed(chatOf(0), { tenantId, serviceUrl }, 'hulp'));
    const headers = { 'content-type': 'application/json', connection: 'close' };
    try {
      return (await fetch(`http://127.0.0.1:${port}/api/messages`, { method: 'POST', headers, body })).ok;
    } catch {
      return false; // nobody listens yet
    }
  };
  while (!(await asked())) {
    if (child.exitCode !== null) throw new Error(`${file} stopped`);
    await setTimeout(5);
  }
  const took = { ms: performance.now() - began, cpuMs: cpuOf(child.pid) };
  child.kill('SIGTERM'); // as a server ends it: then what is kept for the next start is kept
  await ended;
  return took;
};

/** Starts EchoBot and the bot as it is deployed in turn. Needs `npm run build`. */
export const startUp = async ({ starts }: Pick<Options, 'starts'>): Promise<Found> => {
  const { folder, directory, remove } = newFolder(1);
  const programs: readonly Program[] = [
    { name: '(a) EchoBot', file: join(__dirname, 'programs/echoBot.js'), env: {} },
    { name: '(b) dialog sample', file: join(__dirname, 'programs/dialogSample.js'), env: {} },
    { name: 'the bot', file: join(root, 'dist/index.js'), env: { DATA_DIR: folder, DIRECTORY_FILE: directory } },
  ];
  const teams = await teamsSide();
  const took = programs.map((): Start[] => []);
  for (let n = -1; n < starts; n += 1)
    for (const [i, program] of programs.entries()) {
      const start = await firstAnswer(program, teams.serviceUrl);
      if (n >= 0) took[i]?.push(start); // the first start only brings the files into memory
    }
  await teams.close();
  remove();
  const of = (i: number, what: keyof Start): number[] => took[i]?.map((start) => start[what]) ?? [];
  const rows = programs.map(({ name }, i) => [
    name,
    ...(['ms', 'cpuMs'] as const).flatMap((what) => [
      fixed(median(of(i, what))),
      fixed(ratio(of(i, what), of(0, what)), 2),
    ]),
  ]);
  console.log(`${table(['start to first answer', 'ms', '× EchoBot', 'CPU ms', '× EchoBot'], rows)}\n`);
  const ours = programs.length - 1;
  return { ratios: [{ what: 'start to first answer, of EchoBot', is: ratio(of(ours, 'ms'), of(0, 'ms')), most: 1.2 }] };
};
