import { StoredItemDamaged } from '../casefile/caseStore';
import type { PersonId } from '../protocol/roles';
import type { Outbox } from './outbox';

/** Runs the outbox: at once when woken, and every so often. */
export interface OutboxLoop {
  wake(): void;
  /** Somebody's chat is there, now or again: what waits for them goes first. */
  arrived(person: PersonId): void;
  /** Begins nothing more, and resolves when what was begun is done. */
  stop(): Promise<void>;
  /** Whether the last round could look at the store. */
  healthy(): boolean;
  /** How long ago, in milliseconds, nothing was left to do. */
  age(): number;
}

export const startOutbox = (
  outbox: Pick<Outbox, 'round' | 'arrived'>,
  everyMs: number,
  trouble: (code: string, error: unknown) => void,
  /** Milliseconds that only go up. */
  elapsed: () => number,
): OutboxLoop => {
  let stopped = false;
  let healthy = true;
  let nothingLeftAt = elapsed();
  /** Somebody asked for a round while one was under way; it may have looked before what they mean was there. */
  let again = false;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const rounds = async (): Promise<void> => {
    do {
      again = false;
      try {
        const claimed = await outbox.round(() => !stopped);
        healthy = true;
        if (claimed === 0) nothingLeftAt = elapsed();
        else if (claimed !== 'closed') again = true;
      } catch (error) {
        healthy = error instanceof StoredItemDamaged; // it could look, and one case is not whole
        trouble('outbox', error);
        again = false; // not again at once: the store needs time too
      }
    } while (again && !stopped);
  };
  const run = (): void => {
    clearTimeout(timer);
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = rounds().finally(() => {
      running = undefined;
      if (again) run();
      else if (!stopped) timer = setTimeout(run, everyMs);
    });
  };
  run();
  return {
    wake: run,
    arrived: (person) => {
      outbox.arrived(person);
      run();
    },
    healthy: () => healthy,
    age: () => elapsed() - nothingLeftAt,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
};
