export interface Patience {
  /** Resolves when no request is under way either way and nothing new came for `forMs`. */
  quiet(forMs?: number, withinMs?: number): Promise<void>;
  /** Polls until the check gives something truthy, and returns it; throws with `what` when it takes too long. */
  until<T>(check: () => T | Promise<T>, what?: string, withinMs?: number): Promise<NonNullable<T>>;
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Waiting with a bound; `lastChange` in milliseconds since the epoch. */
export const patience = (isBusy: () => boolean, lastChange: () => number): Patience => ({
  async quiet(forMs = 200, withinMs = 10_000) {
    const start = Date.now();
    while (isBusy() || Date.now() - Math.max(lastChange(), start) < forMs) {
      if (Date.now() > start + withinMs) throw new Error(`Teams did not become quiet within ${withinMs} ms`);
      await pause(10);
    }
  },
  async until(check, what = 'what was waited for', withinMs = 5_000) {
    const end = Date.now() + withinMs;
    for (;;) {
      const found = await check();
      if (found) return found;
      if (Date.now() > end) throw new Error(`${what} did not happen within ${withinMs} ms`);
      await pause(20);
    }
  },
});
