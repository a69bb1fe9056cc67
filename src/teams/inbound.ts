import type { Activity } from 'botbuilder';
import { createHash } from 'node:crypto';
import type { KeyValueStore } from '../casefile/keyValueStore';
import type { Instant } from '../protocol/time';

/** Teams sends a turn again when it took long (platform §1.3). */
export interface Inbound {
  /** True when this very activity was taken up before. A store that can't answer lets it through: silence is worse. */
  seen(activity: Activity): Promise<boolean>;
}

const DAY = 86_400_000;

const keyOf = ({ channelId, conversation, from, id, type, name }: Activity): string =>
  `inbound:${createHash('sha256')
    .update(JSON.stringify([channelId, conversation.id, from.id, id, type, name ?? '']))
    .digest('hex')}`;

/**
 * Recognises typed lines that come twice. Presses need no such memory: each card has a one-time key, and the case file
 * itself knows what was recorded with it.
 */
export const inboundOf = (deps: {
  store: KeyValueStore;
  now: () => Instant;
  fault: (where: string, error: unknown) => void;
}): Inbound => ({
  seen: async (activity) => {
    if (!activity.id) return false;
    try {
      const expiresAt = new Date(Date.parse(deps.now()) + DAY).toISOString();
      return !(await deps.store.create(keyOf(activity), true, { expiresAt }));
    } catch (error) {
      deps.fault('inbound', error);
      return false;
    }
  },
});
