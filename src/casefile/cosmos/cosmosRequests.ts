import { setTimeout } from 'node:timers/promises';
import { StoreUnavailable } from '../storeUnavailable';

/** A status that an operation was refused with, where only the operation's own answer tells it. */
export class RefusedOperation extends Error {
  override name = 'RefusedOperation';
  constructor(readonly code: number) {
    super(`the store refused an operation: ${code}`);
  }
}

/** The waits between tries. An argument of whatever asks the store, so that tests need not wait. */
export type Pause = (ms: number) => Promise<unknown>;
export const realPause: Pause = (ms) => setTimeout(ms);

interface Trouble {
  code: string;
  /** nobody knows whether the request was carried out */
  unsure: boolean;
  retryAfterMs?: number;
}

/** Refused for now, and surely not carried out: too many requests, or a conflict within the service. */
const NOT_DONE: readonly unknown[] = [429, 449];
/** The answer is lost, or the service lost its way: it may have been carried out all the same. */
const UNSURE: readonly unknown[] = [
  ...[408, 410, 500, 503],
  ...['ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'ENOTFOUND'],
  ...['TimeoutError', 'REQUEST_SEND_ERROR'],
];

/** The library throws its own shapes, a batch wraps them as `cause`. */
type Thrown = { code?: unknown; retryAfterInMs?: unknown; cause?: unknown };
const shapeOf = (error: unknown): Thrown => (typeof error === 'object' && error !== null ? error : {});

export const codeOf = (error: unknown): unknown => shapeOf(error).code ?? shapeOf(shapeOf(error).cause).code;

const troubleOf = (error: unknown): Trouble | undefined => {
  const code = codeOf(error);
  const unsure = UNSURE.includes(code);
  if (!unsure && !NOT_DONE.includes(code)) return undefined;
  const after = shapeOf(error).retryAfterInMs ?? shapeOf(shapeOf(error).cause).retryAfterInMs;
  return { code: String(code), unsure, ...(typeof after === 'number' && { retryAfterMs: after }) };
};

const MOST_TRIES = 7;
/** The library asks some reads again by itself, a second apart: then seven tries are far more than anybody waits. */
const GIVE_UP_AFTER_MS = 15_000;
const LONGEST_WAIT_MS = 2_000;

/**
 * Asks again when the service is busy or its answer is lost. `work` learns whether an earlier try may have been carried
 * out after all: it must then look before it says that something was not done. Throws StoreUnavailable after seven tries, or when they take too long.
 */
export const persistently = async <T>(pause: Pause, work: (unsure: boolean) => Promise<T>): Promise<T> => {
  let unsure = false;
  const until = Date.now() + GIVE_UP_AFTER_MS;
  for (let tries = 1; ; tries += 1) {
    try {
      return await work(unsure);
    } catch (error) {
      // a question asked along the way was given up: this try goes no further, and an earlier one may have been carried out
      if (error instanceof StoreUnavailable) throw new StoreUnavailable(error.code, error.unsure || unsure);
      const trouble = troubleOf(error);
      if (!trouble) throw error;
      unsure ||= trouble.unsure;
      if (tries === MOST_TRIES || Date.now() > until) throw new StoreUnavailable(trouble.code, unsure);
      // never the same wait for two who wait
      await pause(Math.min(trouble.retryAfterMs ?? 25 * 2 ** tries, LONGEST_WAIT_MS) * (0.5 + Math.random()));
    }
  }
};

/** What `work` gives, or undefined when it is refused with one of these statuses. */
export const unless = async <T>(statuses: readonly number[], work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work();
  } catch (error) {
    if (statuses.some((status) => status === codeOf(error))) return undefined;
    throw error;
  }
};
