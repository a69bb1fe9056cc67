import type { Activity } from 'botbuilder';
import { createHash } from 'node:crypto';
import type { KeyValueStore } from '../casefile/keyValueStore';
import type { Instant } from '../protocol/time';
import type { Waits } from './waits';

/** Teams sends a turn again when it took long, or when nobody answered: the process was killed (platform §1.3). */
export interface Inbound {
  /**
   * Does `work` for this activity once. A copy that comes while it is under way waits for it, and takes its place when whoever
   * was at it is gone; after it, a copy does nothing. A store that can't answer lets it through: silence is worse.
   */
  once(activity: Activity, work: () => Promise<void>): Promise<void>;
}

const DAY = 86_400_000;
/** Whoever is at it says so again each second; after three without a word they are gone. */
const LEASE_MS = 3_000;
const AGAIN_MS = 1_000;
/** Longer than a lease, and shorter than anybody is kept waiting for an answer (turnGuard). */
const LOOKS = 7;

const keyOf = ({ channelId, conversation, from, id, type, name }: Activity): string =>
  `inbound:${createHash('sha256')
    .update(JSON.stringify([channelId, conversation.id, from.id, id, type, name ?? '']))
    .digest('hex')}`;

/**
 * Recognises typed lines that come twice. Presses need no such memory: each card has a one-time key, and the case file
 * itself knows what was recorded with it. A typed line records nothing: when its process is killed after the answer went
 * and before that was marked, the same card comes twice, and that is all.
 */
export const inboundOf = (deps: {
  store: KeyValueStore;
  now: () => Instant;
  waits: Waits;
  fault: (where: string, error: unknown) => void;
}): Inbound => {
  const { store, now, waits, fault } = deps;
  const until = (ms: number) => ({ expiresAt: new Date(Date.parse(now()) + ms).toISOString() });
  const away = (error: unknown): 'away' => {
    fault('inbound', error);
    return 'away';
  };

  const begun = async (key: string): Promise<'ours' | 'theirs'> => {
    const nobody = new AbortController().signal; // nothing ends this wait
    for (let look = 0; look < LOOKS; look += 1) {
      if (look > 0) await waits(AGAIN_MS, nobody);
      if (await store.create(key, 'begun', until(LEASE_MS))) return 'ours';
      if ((await store.read([key]))[key] === 'done') return 'theirs';
    }
    return 'theirs'; // for long, and the person was told so
  };
  const saysSo = async (key: string, atIt: AbortSignal): Promise<void> => {
    for (;;) {
      await waits(AGAIN_MS, atIt);
      if (atIt.aborted) return;
      await store.write({ [key]: 'begun' }, until(LEASE_MS)).catch(away);
    }
  };

  return {
    once: async (activity, work) => {
      if (!activity.id) return work();
      const key = keyOf(activity);
      const whose = await begun(key).catch(away);
      if (whose === 'theirs') return;
      if (whose === 'away') return work();
      const atIt = new AbortController();
      const saying = saysSo(key, atIt.signal);
      try {
        await work();
      } finally {
        atIt.abort();
        await saying; // what it said last must not come after this
        await store.write({ [key]: 'done' }, until(DAY)).catch(away);
      }
    },
  };
};
