import { setImmediate } from 'node:timers/promises';
import type { Waits } from '../../src/teams/waits';

export type HandClock = {
  now: () => string;
  waits: Waits;
  /** Puts it forward, past everybody who waits by it, one after the other. */
  later: (ms: number) => Promise<void>;
  /** How many wait by it now. */
  readonly waiting: number;
};

/** A clock that stands still until a test puts it forward. */
export const handClock = (start = '2026-11-24T09:00:00.000Z'): HandClock => {
  let at = Date.parse(start);
  let waiting: { until: number; go: () => void }[] = [];
  const letGo = async (until: number): Promise<boolean> => {
    const [next] = waiting.filter((one) => one.until <= until).sort((a, b) => a.until - b.until);
    if (!next) return false;
    at = next.until;
    next.go();
    await settled();
    return true;
  };
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
  };
  return {
    now: () => new Date(at).toISOString(),
    get waiting() {
      return waiting.length;
    },
    waits: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const one = {
          until: at + ms,
          go: () => {
            waiting = waiting.filter((other) => other !== one);
            signal.removeEventListener('abort', one.go);
            resolve();
          },
        };
        signal.addEventListener('abort', one.go);
        waiting.push(one);
      }),
    later: async (ms) => {
      const until = at + ms;
      await settled();
      while (await letGo(until));
      at = until;
      await settled();
    },
  };
};
