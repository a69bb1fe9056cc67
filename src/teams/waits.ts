import { setTimeout } from 'node:timers/promises';

/** Resolves after so many milliseconds, or at once when it is no longer waited for; never rejects, and keeps no process alive. */
export type Waits = (ms: number, signal: AbortSignal) => Promise<void>;

export const waits: Waits = (ms, signal) => setTimeout(ms, undefined, { signal, ref: false }).catch(() => undefined);
