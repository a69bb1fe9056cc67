import type { KeyRecord } from '../records';

export type Wrapped = Pick<KeyRecord, 'wrappedBy' | 'wrapped'>;

/** Wraps the data keys. It has versions: the newest wraps, older ones still unwrap what they wrapped. */
export interface MasterKey {
  wrap(secret: Uint8Array): Promise<Wrapped>;
  /** Throws `MasterKeyFault`. */
  unwrap(wrapped: Wrapped): Promise<Uint8Array>;
  /** What `wrap` would give for `wrappedBy`. */
  newest(): Promise<string>;
}

/**
 * 'master-key-missing': this version of the master key is not here. 'data-key-damaged': the wrapped key is not what was
 * wrapped. 'master-key-unsafe': others can read the file. 'master-key-damaged': the file holds no key.
 * 'master-key-unreachable': the vault did not answer. 'master-key-refused': this identity may not use the key, or the key
 * is disabled. 'master-key-not-signed-in': there is no identity to ask the vault with.
 */
export type MasterKeyFaultCode =
  | 'master-key-missing'
  | 'data-key-damaged'
  | 'master-key-unsafe'
  | 'master-key-damaged'
  | 'master-key-unreachable'
  | 'master-key-refused'
  | 'master-key-not-signed-in';

export class MasterKeyFault extends Error {
  override name = 'MasterKeyFault';
  constructor(
    readonly code: MasterKeyFaultCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
