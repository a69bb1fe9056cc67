import { setTimeout } from 'node:timers/promises';
import type { Server } from 'restify';

/** Hosting that asks a process to stop kills it some thirty seconds later (the template says so to Azure). */
export const STOP_WITHIN_MS = 20_000;

/** Counts turns: one goes on after its caller has hung up. */
export const counted = <T>(work: (context: T) => Promise<void>) => {
  const underWay = new Set<Promise<void>>();
  const logic = async (context: T): Promise<void> => {
    const turn = work(context);
    underWay.add(turn);
    try {
      await turn;
    } finally {
      underWay.delete(turn);
    }
  };
  /** Resolves when none is under way; one that began meanwhile is waited for too. */
  const done = async (): Promise<void> => {
    while (underWay.size > 0) await Promise.allSettled(underWay);
  };
  return { logic, done };
};

/** Takes no new caller, and answers those who are here; a connection that has its answer is not kept for another. */
const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.on('after', () => setImmediate(() => server.server.closeIdleConnections()));
    server.close(resolve);
    server.server.closeIdleConnections();
  });

export type Draining = {
  server: Server;
  /** Resolves when no turn is under way. */
  turns: () => Promise<void>;
  /** Begins no more messages, gives back what it did not begin, and resolves when the others are out. */
  outbox: { stop: () => Promise<void> };
  withinMs?: number;
};

/**
 * Answers everybody who is here, finishes turns and messages that were begun, and takes nothing new. What hangs is left:
 * its lease runs out, and then another process takes it up.
 */
export const drained = async ({ server, turns, outbox, withinMs = STOP_WITHIN_MS }: Draining): Promise<void> => {
  const patience = new AbortController();
  const longEnough = setTimeout(withinMs, undefined, { signal: patience.signal }).catch(() => undefined);
  await Promise.race([Promise.all([closed(server).then(turns), outbox.stop()]), longEnough]);
  patience.abort();
  server.server.closeAllConnections();
};
