import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refusal } from './refusal';

export interface Signed {
  method: string;
  /** decoded, without slashes at its ends */
  path: string;
  authorization: string | undefined;
  date: string | undefined;
}

/** A resource's own path signs its own kind; a list's path signs the kind that is listed and the path of its owner. */
const signedPartOf = (path: string): { type: string; link: string } => {
  const parts = path === '' ? [] : path.split('/');
  return parts.length % 2 === 1
    ? { type: parts.at(-1) ?? '', link: parts.slice(0, -1).join('/') }
    : { type: parts.at(-2) ?? '', link: parts.join('/') };
};

const masterSignature = (key: string, { method, path, date = '' }: Signed): string => {
  const { type, link } = signedPartOf(path);
  const text = `${method.toLowerCase()}\n${type.toLowerCase()}\n${link}\n${date.toLowerCase()}\n\n`;
  return createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest('base64');
};

const same = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

const AGE_MS = 15 * 60_000;
const isJwt = (text: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text);

/** @returns by what the caller proved who it is. Throws a 401 when it did not. */
export const authorize = (signed: Signed, key: string, tokens: readonly string[], now: number): 'key' | 'aad' => {
  const given = new URLSearchParams(decodeURIComponent(signed.authorization ?? '').replaceAll('+', '%2B'));
  const signature = given.get('sig') ?? '';
  if (given.get('ver') !== '1.0') throw new Refusal(401, 'no authorization of version 1.0');
  if (given.get('type') === 'aad') {
    if (isJwt(signature) && tokens.includes(signature)) return 'aad';
    throw new Refusal(401, 'not a token of this account');
  }
  const moment = Date.parse(signed.date ?? '');
  if (Number.isNaN(moment) || Math.abs(now - moment) > AGE_MS) throw new Refusal(403, 'signed at another time');
  if (given.get('type') !== 'master' || !same(signature, masterSignature(key, signed)))
    throw new Refusal(401, 'the signature is not right');
  return 'key';
};
