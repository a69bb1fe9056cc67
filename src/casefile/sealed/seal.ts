import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { lastUsed } from '../lastUsed';
import type { Sealed } from '../records';
import { knownText } from './knownText';

/** Where sealed content lies. It opens in that place only: in another record, case or kind it is not authentic. */
export type Place = readonly [kind: 'head' | 'event' | 'due' | 'value' | 'listing', ...rest: (string | number)[]];

const boundTo = (place: Place): Buffer => Buffer.from(JSON.stringify(place));

/**
 * The mark of a content in its place (SHA-256, base64url). An event holds the mark of the one before, so none can be
 * changed, taken out or put in unless all that follow and the head are written anew. Marks are kept within the seal: in
 * the open, whoever guessed a short text could try whether it is this one.
 */
export const markOf = (place: Place, content: string): string =>
  createHash('sha256').update(boundTo(place)).update(content, 'utf8').digest('base64url');

/** The content was changed, lies in another place than it was sealed for, or was sealed with another key. */
export class NotAuthentic extends Error {
  override name = 'NotAuthentic';
  constructor() {
    super('sealed content is not authentic');
  }
}

/** What one data key can do; the key itself never leaves it. */
export interface DataKey {
  seal(place: Place, content: string): Sealed;
  /** Throws NotAuthentic. */
  open(place: Place, sealed: Sealed): string;
  /** The same for the same text, and of no use to whoever has not the key: 144 bits, 24 characters of base64url. */
  token(text: string): string;
}

export const KEY_BYTES = 32;
/** The first byte: what the cipher text holds. */
const AS_IS = 1;
const DEFLATED = 2;
const NONCE_AT = 1;
const TAG_AT = 13;
const CONTENT_AT = 29;
const NONCE_BYTES = TAG_AT - NONCE_AT;
const NONCES = 32;
const TOKEN_BYTES = 18;
const ALGORITHM = 'aes-256-gcm';

/** Values of less are kept as they are: packing takes longer than all the rest, and no database charges less for it. */
const WORTH_PACKING = 1_000;
/** Tokens of one key that are remembered: a turn asks for the same few again and again, and that for everybody. */
const TOKENS = 10_000;

/** Deflated where that makes it smaller: a database charges by size, and a head is written anew with each answer. */
const packed = ([kind]: Place, content: string): { format: number; bytes: Uint8Array } => {
  const bytes = Buffer.from(content, 'utf8');
  if (kind === 'value' && bytes.length < WORTH_PACKING) return { format: AS_IS, bytes };
  const deflated = deflateRawSync(bytes, { dictionary: knownText });
  return deflated.length < bytes.length ? { format: DEFLATED, bytes: deflated } : { format: AS_IS, bytes };
};
/** The format is bound too: nobody can have content unpacked in another way than it was packed. */
const boundIn = (format: number, place: Place): Buffer =>
  format === DEFLATED ? boundTo([...place, 'deflated']) : boundTo(place);

const derived = (secret: Uint8Array, use: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', use, KEY_BYTES)));

/** Random bytes are asked for in one go for some nonces: asking costs more than the bytes do. Each is given out once. */
const freshNonces = (): (() => Buffer) => {
  let left = Buffer.alloc(0);
  return () => {
    if (left.length === 0) left = randomBytes(NONCES * NONCE_BYTES);
    const nonce = left.subarray(0, NONCE_BYTES);
    left = left.subarray(NONCE_BYTES);
    return nonce;
  };
};

/**
 * AES-256-GCM with a fresh random nonce (NIST SP 800-38D: at most 2^32 of them for one key, which no case comes near).
 * Sealed content: format (1 byte), nonce (12), tag (16), cipher text. Sealing and making tokens have keys of their own (HKDF).
 */
export const dataKey = (secret: Uint8Array): DataKey => {
  const sealing = derived(secret, 'seal');
  const naming = derived(secret, 'token');
  const freshNonce = freshNonces();
  const tokens = lastUsed<string>(TOKENS);
  const tokenOf = (text: string): string =>
    createHmac('sha256', naming).update(text).digest().subarray(0, TOKEN_BYTES).toString('base64url');
  return {
    seal: (place, content) => {
      const nonce = freshNonce();
      const { format, bytes } = packed(place, content);
      const cipher = createCipheriv(ALGORITHM, sealing, nonce).setAAD(boundIn(format, place));
      const body = cipher.update(bytes);
      cipher.final(); // a stream cipher: nothing is left to come, but the tag is made here
      return Buffer.concat([Buffer.of(format), nonce, cipher.getAuthTag(), body]);
    },
    open: (place, sealed) => {
      const format = sealed[0];
      if (sealed.length < CONTENT_AT || (format !== AS_IS && format !== DEFLATED)) throw new NotAuthentic();
      const options = { authTagLength: CONTENT_AT - TAG_AT };
      const decipher = createDecipheriv(ALGORITHM, sealing, sealed.subarray(NONCE_AT, TAG_AT), options);
      decipher.setAAD(boundIn(format, place)).setAuthTag(sealed.subarray(TAG_AT, CONTENT_AT));
      const content = decipher.update(sealed.subarray(CONTENT_AT));
      try {
        decipher.final();
      } catch {
        throw new NotAuthentic();
      }
      return (format === DEFLATED ? inflateRawSync(content, { dictionary: knownText }) : content).toString('utf8');
    },
    token: (text) => {
      const known = tokens.get(text) ?? tokenOf(text);
      tokens.set(text, known);
      return known;
    },
  };
};
