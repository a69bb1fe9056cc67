import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { MasterKeyFault, type MasterKey } from './masterKey';

/** One version of a master key that is at hand as 32 bytes. */
export interface MasterSecret {
  version: string;
  secret: Uint8Array;
}

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A master key from secrets in memory, the newest last: AES-256-GCM, bound to the version. Wrapped: nonce, tag, cipher text. */
export const secretMasterKey = (secrets: readonly MasterSecret[]): MasterKey => {
  const newest = (): MasterSecret => {
    const last = secrets.at(-1);
    if (!last) throw new MasterKeyFault('master-key-missing');
    return last;
  };
  return {
    newest: async () => newest().version,
    wrap: async (dataSecret) => {
      const { version, secret } = newest();
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, secret, nonce).setAAD(Buffer.from(version));
      const body = Buffer.concat([cipher.update(dataSecret), cipher.final()]);
      return { wrappedBy: version, wrapped: Buffer.concat([nonce, cipher.getAuthTag(), body]) };
    },
    unwrap: async ({ wrappedBy, wrapped }) => {
      const known = secrets.find(({ version }) => version === wrappedBy);
      if (!known) throw new MasterKeyFault('master-key-missing');
      if (wrapped.length <= NONCE_BYTES + TAG_BYTES) throw new MasterKeyFault('data-key-damaged');
      const nonce = wrapped.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv(ALGORITHM, known.secret, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(wrappedBy)).setAuthTag(wrapped.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        return Buffer.concat([decipher.update(wrapped.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
      } catch {
        throw new MasterKeyFault('data-key-damaged');
      }
    },
  };
};
