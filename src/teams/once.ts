import type { KeyValueStore } from '../casefile/keyValueStore';
import type { Instant } from '../protocol/time';

/** While it is under way nobody else does it; whoever stopped half-way may try again after this. */
const LEASE_MS = 120_000;

/**
 * Does something once for a key, however often and wherever it is asked. When it fails it may be tried again, unless
 * `mayHaveHappened`: then rather not at all than twice. @returns whether it was done now
 */
export const onceFor = async (
  { store, now }: { store: KeyValueStore; now: () => Instant },
  key: string,
  act: () => Promise<unknown>,
  mayHaveHappened: (error: unknown) => boolean = () => false,
): Promise<boolean> => {
  const expiresAt = new Date(Date.parse(now()) + LEASE_MS).toISOString();
  if (!(await store.create(key, { at: now() }, { expiresAt }))) return false;
  const keep = (): Promise<void> => store.write({ [key]: { at: now() } });
  try {
    await act();
  } catch (error) {
    if (mayHaveHappened(error)) await keep();
    else await store.delete([key]);
    throw error;
  }
  await keep();
  return true;
};
