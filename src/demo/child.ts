import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { DemoProblem } from './demoProblem';

export interface Child {
  /** Dutch name for messages. */
  readonly name: string;
  readonly pid: number | undefined;
  /** What it has printed so far. */
  output(): string;
  hasEnded(): boolean;
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Asks it to stop, forces it after `graceMs`; resolves when it is gone. */
  stop(graceMs?: number): Promise<void>;
}

export interface ChildOptions {
  name: string;
  script: string;
  args?: readonly string[];
  cwd?: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
}

const gone = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Starts a Node program that prints to `logFile`. In a process group of its own: Ctrl-C reaches the demo, which stops the rest. */
export const startChild = ({ name, script, args = [], cwd, env, logFile }: ChildOptions): Child => {
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(process.execPath, [script, ...args], {
    ...(cwd === undefined ? {} : { cwd }),
    env,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const ended = new Promise<void>((end) => {
    child.once('exit', () => end());
    child.once('error', () => end());
  });
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  return {
    name,
    pid: child.pid,
    output: () => readFileSync(logFile, 'utf8'),
    hasEnded: () => hasEnded || gone(child),
    ended,
    async stop(graceMs = 5_000) {
      if (hasEnded || gone(child)) return;
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await once(child, 'exit');
      clearTimeout(force);
    },
  };
};

const lastLines = (text: string): string => text.trim().split('\n').slice(-8).join('\n');

/**
 * Polls until the child gives what is asked.
 * @throws DemoProblem when the child ends first or `withinMs` have passed; with the last lines it printed
 */
export const untilReady = async <T>(
  child: Child,
  check: () => Promise<T | undefined> | T | undefined,
  withinMs = 30_000,
): Promise<T> => {
  const end = Date.now() + withinMs;
  for (;;) {
    const ready = await check();
    // Looked at after the check: a program may say that it is ready and end at once.
    if (child.hasEnded())
      throw new DemoProblem(`${child.name} is gestopt tijdens het starten.\n${lastLines(child.output())}`);
    if (ready !== undefined) return ready;
    if (Date.now() > end)
      throw new DemoProblem(
        `${child.name} was na ${withinMs / 1000} seconden nog niet klaar.\n${lastLines(child.output())}`,
      );
    await new Promise((done) => setTimeout(done, 50));
  }
};
