import type { KeyValueStore } from './casefile/keyValueStore';

export type Sweeping = {
  values: Pick<KeyValueStore, 'sweep'>;
  now: () => string;
  trouble: (error: unknown) => void;
  everyMs?: number;
};

const HOUR_MS = 3_600_000;

/** Takes what has had its time off the disk, at the start and every hour: reading it finds nothing already. */
export const startSweeping = ({ values, now, trouble, everyMs = HOUR_MS }: Sweeping): { stop: () => Promise<void> } => {
  let running = Promise.resolve();
  const run = (): void => {
    running = running.then(async () => void (await values.sweep(now()))).catch(trouble); // the next hour tries again
  };
  run();
  const timer = setInterval(run, everyMs).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
};
