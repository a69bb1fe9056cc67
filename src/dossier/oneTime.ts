import { createHash, randomBytes } from 'node:crypto';
import type * as z from 'zod';
import type { KeyValueStore } from '../casefile/keyValueStore';
import type { Instant } from '../protocol/time';

const MINUTES = 10;

export const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');
export const newToken = (): string => randomBytes(32).toString('base64url');
export const inAWhile = (now: Instant): Instant => new Date(Date.parse(now) + MINUTES * 60_000).toISOString();

/** What may be used once, by whoever holds its token, for ten minutes. */
export interface OneTime<T> {
  /** @returns until when it is there */
  keep(token: string, value: T): Promise<Instant>;
  /** What was kept, used or not; looking uses nothing up. */
  find(token: string): Promise<T | undefined>;
  isUsed(token: string): Promise<boolean>;
  /** @returns whether this was the first time; `create` of the store decides that, also over several instances */
  use(token: string): Promise<boolean>;
}

/** Things of one name in the store. It never holds what opens the door: only the hash of a token. */
export const oneTimeIn = <T>(
  store: KeyValueStore,
  now: () => Instant,
  name: string,
  schema: z.ZodType<T>,
): OneTime<T> => {
  const keyOf = (token: string): string => `${name}:${hash(token)}`;
  const usedKey = (token: string): string => `${name}-used:${hash(token)}`;
  return {
    keep: async (token, value) => {
      const expiresAt = inAWhile(now());
      await store.create(keyOf(token), value, { expiresAt });
      return expiresAt;
    },
    find: async (token) => schema.safeParse((await store.read([keyOf(token)]))[keyOf(token)]).data,
    isUsed: async (token) => Object.keys(await store.read([usedKey(token)])).length > 0,
    use: (token) => store.create(usedKey(token), true, { expiresAt: inAWhile(now()) }),
  };
};
