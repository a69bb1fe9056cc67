import { KeyClient, type CryptographyClient, type KeyVaultKey } from '@azure/keyvault-keys';
import { constants, createPublicKey, publicEncrypt } from 'node:crypto';
import { MasterKeyFault, type MasterKey, type MasterKeyFaultCode } from './masterKey';

type Credential = ConstructorParameters<typeof KeyClient>[1];

export interface Vault {
  url: string;
  /** The identity of this program in Azure; it needs the role Key Vault Crypto User. */
  credential: Credential;
  /** A stand-in has a certificate and a name of its own. */
  elsewhere?: { certificate: string };
}

const KEY = 'meldcode';
const ALGORITHM = 'RSA-OAEP-256';
const VERSION = /^vault-([0-9a-f]{32})$/;
/** A turn has some ten seconds, with the retry below. */
const ANSWER_WITHIN_MS = 3_000;
const RETRY = { maxRetries: 1, retryDelayInMs: 300, maxRetryDelayInMs: 1_000 };
/** What the identity library throws when there is nobody to sign in as, or Azure does not know who it is. */
const NOT_SIGNED_IN = ['CredentialUnavailableError', 'AggregateAuthenticationError', 'AuthenticationError'];

const byStatus: Readonly<Record<number, MasterKeyFaultCode>> = {
  400: 'data-key-damaged',
  401: 'master-key-refused',
  403: 'master-key-refused',
  404: 'master-key-missing',
};
/** The cause is dropped: it would bring the request along, with its token. */
const faultOf = (error: unknown): MasterKeyFault => {
  const { name, statusCode } = (error ?? {}) as { name?: unknown; statusCode?: unknown }; // any thrown value may have them
  if (NOT_SIGNED_IN.includes(String(name))) return new MasterKeyFault('master-key-not-signed-in');
  return new MasterKeyFault(byStatus[Number(statusCode)] ?? 'master-key-unreachable');
};
const asked = async <T>(work: (options: { abortSignal: AbortSignal }) => Promise<T>): Promise<T> => {
  try {
    return await work({ abortSignal: AbortSignal.timeout(2 * ANSWER_WITHIN_MS) });
  } catch (error) {
    throw faultOf(error);
  }
};

const base64url = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('base64url');
/** RSA-OAEP with SHA-256, which needs the public half only: what the vault's own `wrapKey` does. */
const wrapFor = ({ key }: KeyVaultKey, secret: Uint8Array): Uint8Array =>
  publicEncrypt(
    {
      key: createPublicKey({ key: { kty: 'RSA', n: base64url(key?.n), e: base64url(key?.e) }, format: 'jwk' }),
      padding: constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash: 'sha256',
    },
    secret,
  );

const nameOf = ({ properties }: KeyVaultKey): string => `vault-${properties.version ?? ''}`;

/**
 * The key `meldcode` in an Azure Key Vault. Unwrapping is asked of the vault, the private half never leaves it; wrapping is
 * done here with the public half of its newest version, and with the one seen last while the vault does not answer, so that
 * a case can be begun then too. Throws `MasterKeyFault`.
 */
export const keyVaultMasterKey = ({ url, credential, elsewhere }: Vault): MasterKey => {
  const client = new KeyClient(url, credential, {
    retryOptions: RETRY,
    ...(elsewhere && { tlsOptions: { ca: elsewhere.certificate }, disableChallengeResourceVerification: true }),
  });
  const versions = new Map<string, CryptographyClient>();
  const versionOf = (version: string): CryptographyClient => {
    const known = versions.get(version) ?? client.getCryptographyClient(KEY, { keyVersion: version });
    versions.set(version, known);
    return known;
  };
  let seen: KeyVaultKey | undefined;
  const latest = async (): Promise<KeyVaultKey> => {
    seen = await asked((options) => client.getKey(KEY, options));
    return seen;
  };
  const latestOrSeen = async (): Promise<KeyVaultKey> => {
    try {
      return await latest();
    } catch (error) {
      if (!(error instanceof MasterKeyFault) || error.code !== 'master-key-unreachable' || !seen) throw error;
      return seen;
    }
  };
  return {
    newest: async () => nameOf(await latest()),
    wrap: async (secret) => {
      const key = await latestOrSeen();
      return { wrappedBy: nameOf(key), wrapped: wrapFor(key, secret) };
    },
    unwrap: async ({ wrappedBy, wrapped }) => {
      const version = VERSION.exec(wrappedBy)?.[1];
      if (version === undefined) throw new MasterKeyFault('master-key-missing');
      return (await asked((options) => versionOf(version).unwrapKey(ALGORITHM, wrapped, options))).result;
    },
  };
};
