import type { Storage } from 'botbuilder';
import { StoredValueDamaged, type KeyValueStore } from '../casefile/keyValueStore';
import type { Instant } from '../protocol/time';

const DAY = 86_400_000;
/** Apart from the bot's other entries in the same store. */
const prefix = 'state:';

type Deps = {
  store: KeyValueStore;
  now: () => Instant;
  keepDays?: number;
  fault?: (where: string, error: unknown) => void;
};

/** Somebody asked to write only if nothing changed meanwhile; this storage cannot promise that, and wrote nothing. */
export class ETagRefused extends Error {
  override name = 'ETagRefused';
  constructor() {
    super('conversation state is kept without eTags');
  }
}

/**
 * Botbuilder's storage of dialog state over our key-value store. The last write wins, as BotState always asks
 * (platform §3.1), so nothing that matters is kept here. A talk that rests for `keepDays` is forgotten: the hub is
 * computed from the case file.
 */
export const conversationStorage = (deps: Deps): Storage => ({
  read: async (keys) => Object.fromEntries((await Promise.all(keys.map((key) => readOne(deps, key)))).flat()),
  write: async (changes) => {
    const entries = Object.entries<unknown>(changes).map(([key, item]): [string, unknown] => [
      prefix + key,
      plain(item),
    ]);
    if (entries.length === 0) return;
    const expiresAt = new Date(Date.parse(deps.now()) + (deps.keepDays ?? 30) * DAY).toISOString();
    await deps.store.write(Object.fromEntries(entries), { expiresAt });
  },
  delete: async (keys) => deps.store.delete(keys.map((key) => prefix + key)),
});

/** Where botbuilder keeps the talk of one chat. */
const talkKey = (conversationId: string): string => `${prefix}msteams/conversations/${conversationId}/`;

/** Drops the talk in this chat when it is about a case that is gone; losing it loses no fact. */
export const forgetTalkAbout = async (store: KeyValueStore, conversationId: string, caseId: string): Promise<void> => {
  const key = talkKey(conversationId);
  try {
    const kept = JSON.stringify((await store.read([key]))[key] ?? '');
    if (kept.includes(caseId)) await store.delete([key]);
  } catch (error) {
    if (!(error instanceof StoredValueDamaged)) throw error;
    await store.delete([key]); // who knows what it is about
  }
};

/** A damaged talk is lost like any other that is: the person finds the hub, and the next save replaces it. */
const readOne = async ({ store, fault }: Deps, key: string): Promise<[string, unknown][]> => {
  try {
    const found = await store.read([prefix + key]);
    return prefix + key in found ? [[key, found[prefix + key]]] : [];
  } catch (error) {
    if (!(error instanceof StoredValueDamaged)) throw error;
    fault?.('state', error);
    return [];
  }
};

const plain = (item: unknown): unknown => {
  if (item === null || typeof item !== 'object' || !('eTag' in item)) return item;
  const { eTag, ...rest } = item;
  if (eTag !== undefined && eTag !== null && eTag !== '*') throw new ETagRefused();
  return rest;
};
