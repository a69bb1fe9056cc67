import { TeamsInfo, type TurnContext } from 'botbuilder';
import { setTimeout } from 'node:timers/promises';
import * as z from 'zod';
import type { KeyValueStore } from '../casefile/keyValueStore';
import { lastUsed } from '../casefile/lastUsed';
import type { Instant } from '../protocol/time';

const HOUR = 3_600_000;
/** What Teams says of somebody holds for a day; when it could not say, it is asked again after an hour. */
const KNOWN_MS = 24 * HOUR;
const UNKNOWN_MS = HOUR;
/** A press must be answered in a few seconds; this question may not take them. */
const PATIENCE_MS = 2_000;

const kept = z.object({ guest: z.boolean() });

/** As far as it matters here, a member of the chat as Teams tells it. */
const member = z.object({ userRole: z.string().optional(), tenantId: z.string().optional() });

export interface Guests {
  /**
   * Is whoever sent this a guest of the tenant? Guests are let in nowhere, also when the directory names them by mistake
   * (platform §2.2). When Teams can't tell, the directory decides alone: it names people one by one.
   */
  isGuest(context: TurnContext): Promise<boolean>;
}

const asked = async (context: TurnContext, tenantId: string): Promise<boolean | undefined> => {
  const patience = new AbortController();
  try {
    const found = await Promise.race([
      TeamsInfo.getMember(context, context.activity.from.id),
      setTimeout(PATIENCE_MS, undefined, { signal: patience.signal }),
    ]);
    const known = member.safeParse(found);
    if (!known.success) return undefined;
    const { userRole, tenantId: home } = known.data;
    const elsewhere = home !== undefined && home !== '' && home.toLowerCase() !== tenantId.toLowerCase();
    return elsewhere || /^(guest|anonymous)$/i.test(userRole ?? '');
  } catch {
    return undefined; // an unknown member, a connector that is away: Teams can't tell now
  } finally {
    patience.abort();
  }
};

/** What the store says is not asked again for so long, of so many people. */
const REMEMBERED_MS = HOUR;
const REMEMBERED = 2_000;

export const guestsOf = (deps: { store: KeyValueStore; tenantId: string; now: () => Instant }): Guests => {
  const remembered = lastUsed<{ guest: boolean; at: number }>(REMEMBERED);
  const isGuest = async (context: TurnContext, id: string): Promise<boolean> => {
    const key = `member:${encodeURIComponent(id)}`;
    const known = kept.safeParse((await deps.store.read([key]))[key]);
    if (known.success) return known.data.guest;
    const guest = await asked(context, deps.tenantId);
    const until = new Date(Date.parse(deps.now()) + (guest === undefined ? UNKNOWN_MS : KNOWN_MS)).toISOString();
    await deps.store.write({ [key]: { guest: guest ?? false } }, { expiresAt: until });
    return guest ?? false;
  };
  return {
    isGuest: async (context) => {
      const id = context.activity.from.aadObjectId?.toLowerCase();
      if (!id) return false; // nobody: the directory refuses them
      const at = Date.parse(deps.now());
      const known = remembered.get(id);
      if (known && Math.abs(at - known.at) < REMEMBERED_MS) return known.guest;
      const guest = await isGuest(context, id);
      remembered.set(id, { guest, at });
      return guest;
    },
  };
};
