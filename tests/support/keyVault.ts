import { constants, generateKeyPairSync, privateDecrypt, randomBytes, type KeyObject } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { serverCertificate } from './certificates';

const TOKEN = 'token-of-the-bot';

/**
 * Stands in for Azure Key Vault over HTTPS: the key `meldcode` with its versions, the challenge that names where to sign in,
 * and the fault of a private half that opens nothing else (REST API 7.x: Get Key, Unwrap Key).
 */
export interface FakeVault {
  url: string;
  /** Signs its certificate. */
  authority: string;
  credential: { getToken: () => Promise<{ token: string; expiresOnTimestamp: number }> };
  /** A new version of the key; gives its name. */
  rotate: () => string;
  /** 'away': no answer; a number: that status on everything. */
  behave: (how: 'well' | 'away' | number) => void;
  /** Requests that were let in: method and path. */
  asked: string[];
  close: () => Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<{ alg?: string; value?: string }> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer); // a stream of bytes
  return JSON.parse(String(Buffer.concat(parts)) || '{}') as { alg?: string; value?: string }; // the client's own shape
};

export const fakeVault = async (): Promise<FakeVault> => {
  const { authority, key, cert } = serverCertificate();
  const versions = new Map<string, KeyObject>();
  const asked: string[] = [];
  let how: 'well' | 'away' | number = 'well';
  let url = '';

  const answer = (response: ServerResponse, status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  const refuse = (response: ServerResponse, status: number, code: string): void =>
    answer(response, status, { error: { code, message: code } });
  const describe = (version: string, secret: KeyObject): unknown => {
    const { n, e } = secret.export({ format: 'jwk' });
    const kid = `${url}/keys/meldcode/${version}`;
    const operations = ['wrapKey', 'unwrapKey'];
    return { key: { kid, kty: 'RSA-HSM', key_ops: operations, n, e }, attributes: { enabled: true } };
  };
  const unwrap = async (request: IncomingMessage, response: ServerResponse, version: string, secret: KeyObject) => {
    const { alg, value = '' } = await bodyOf(request);
    if (alg !== 'RSA-OAEP-256') return refuse(response, 400, 'BadParameter');
    const options = { key: secret, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
    try {
      const opened = privateDecrypt(options, Buffer.from(value, 'base64url')).toString('base64url');
      answer(response, 200, { kid: `${url}/keys/meldcode/${version}`, value: opened });
    } catch {
      refuse(response, 400, 'BadParameter');
    }
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (how === 'away') return void request.socket.destroy();
    if (typeof how === 'number') return refuse(response, how, 'AsTheTestWants');
    if (request.headers.authorization !== `Bearer ${TOKEN}`) {
      const challenge = 'Bearer authorization="https://login.example/a-tenant", resource="https://vault.azure.net"';
      response.setHeader('www-authenticate', challenge);
      return refuse(response, 401, 'Unauthorized');
    }
    const { pathname, searchParams } = new URL(request.url ?? '', url);
    const [, keys, name, named = '', operation] = pathname.split('/');
    const version = named || ([...versions.keys()].at(-1) ?? '');
    const secret = versions.get(version);
    if (keys !== 'keys' || !searchParams.has('api-version')) return refuse(response, 400, 'BadParameter');
    asked.push(`${request.method ?? ''} ${pathname}`);
    if (name !== 'meldcode' || !secret) return refuse(response, 404, 'KeyNotFound');
    if (request.method === 'POST' && operation === 'unwrapkey') return unwrap(request, response, version, secret);
    if (request.method === 'GET') return answer(response, 200, describe(version, secret));
    refuse(response, 405, 'MethodNotAllowed');
  };

  const server = createServer({ key, cert }, (request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
  const rotate = (): string => {
    const version = randomBytes(16).toString('hex');
    versions.set(version, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
    return `vault-${version}`;
  };
  rotate();
  return {
    ...{ url, authority, rotate, asked },
    credential: { getToken: async () => ({ token: TOKEN, expiresOnTimestamp: Date.now() + 3_600_000 }) },
    behave: (next) => void (how = next),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
