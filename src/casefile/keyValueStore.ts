import type { Instant } from '../protocol/time';

/**
 * A small store beside the case store, for dialog state, conversation references and inbound de-duplication.
 * Values are JSON. An entry whose `expiresAt` has come is gone for every reader, swept or not.
 * Keys are 1 to 1024 characters without NUL or half characters; other keys and values JSON cannot hold throw RangeError.
 */
export interface KeyValueStore {
  /** Only the keys that exist. */
  read(keys: string[]): Promise<Record<string, unknown>>;
  /** All changes or none; without `expiresAt` they stay. */
  write(changes: Record<string, unknown>, options?: { expiresAt?: Instant }): Promise<void>;
  /**
   * False, and nothing changed, when the key exists and has not expired; or when `after` is named and does not exist. What
   * is in `along` is written together with it, or not at all.
   */
  create(
    key: string,
    value: unknown,
    options?: { expiresAt?: Instant; after?: string; along?: Readonly<Record<string, unknown>> },
  ): Promise<boolean>;
  /**
   * Puts `change` of what is there (undefined: nothing) in its place, judged anew when others were first, so that nobody's
   * change is lost. What comes back as it was is not written. Throws ValueContested.
   */
  change(key: string, change: (before: unknown) => unknown, options?: { expiresAt?: Instant }): Promise<void>;
  delete(keys: string[]): Promise<void>;
  /** Removes what has expired at `now`; gives how many. */
  sweep(now: Instant): Promise<number>;
}

/** Others changed this value every time; nothing was written. */
export class ValueContested extends Error {
  override name = 'ValueContested';
  constructor() {
    super('a stored value was changed by others at every try');
  }
}

/** A stored value that cannot be read. The key is left out: it can hold a person's id. */
export class StoredValueDamaged extends Error {
  override name = 'StoredValueDamaged';
  readonly code = 'damaged-value';
  constructor() {
    super('a stored value is damaged');
  }
}
