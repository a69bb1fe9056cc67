import { createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** DER, as far as a certificate needs it (X.690, RFC 5280). */
const tagged = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.of(tag, ...size), body]);
};
const sequence = (...parts: Buffer[]): Buffer => tagged(0x30, ...parts);
const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
const ECDSA_SHA256 = sequence(hex('06 08 2a8648ce3d040302'));
const COMMON_NAME = hex('06 03 550403');
const BASIC_CONSTRAINTS = hex('06 03 551d13');
const ALTERNATIVE_NAMES = hex('06 03 551d11');
const YES = hex('01 01 ff');
const distinguished = (name: string): Buffer =>
  sequence(tagged(0x31, sequence(COMMON_NAME, tagged(0x0c, Buffer.from(name, 'utf8')))));
const moment = (text: string): Buffer => tagged(0x17, Buffer.from(text, 'ascii'));
const VALIDITY = sequence(moment('200101000000Z'), moment('491231235959Z'));

const pem = (body: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${body.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

let serial = 0;
const certificate = (name: string, key: KeyObject, by: { name: string; key: KeyObject }, extension: Buffer): string => {
  const body = sequence(
    tagged(0xa0, hex('02 01 02')),
    tagged(0x02, Buffer.of(++serial)),
    ...[ECDSA_SHA256, distinguished(by.name), VALIDITY, distinguished(name)],
    createPublicKey(key).export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(extension)),
  );
  return pem(sequence(body, ECDSA_SHA256, tagged(0x03, Buffer.of(0), sign('sha256', body, by.key))));
};
const newKey = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

/** An authority of this test only, and the key and certificate that it gave to a server on 127.0.0.1, also by other names. */
export const serverCertificate = (...names: readonly string[]): { authority: string; key: string; cert: string } => {
  const authority = { name: 'authority of a test', key: newKey() };
  const key = newKey();
  const isAuthority = sequence(BASIC_CONSTRAINTS, YES, tagged(0x04, sequence(YES)));
  const named = [
    tagged(0x87, Buffer.of(127, 0, 0, 1)),
    ...names.map((name) => tagged(0x82, Buffer.from(name, 'ascii'))),
  ];
  const isHere = sequence(ALTERNATIVE_NAMES, tagged(0x04, sequence(...named)));
  return {
    authority: certificate(authority.name, authority.key, authority, isAuthority),
    key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: certificate('vault of a test', key, authority, isHere),
  };
};
