import { generateKeyPairSync } from 'node:crypto';
import { EmulatorValidation } from 'botframework-connector';
import { sign } from 'jsonwebtoken';
import type { JsonObject } from '../support/json';
import { appId, lockedServer, type LockedServer } from './lockedServer';
import { report } from './tried';

const channel = 'https://api.botframework.com';
const home = (tenant: string): string => `https://sts.windows.net/${tenant}/`;
const foreign = '99999999-0000-4000-8000-000000000000';
const { privateKey: ownKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

let door: LockedServer;
beforeAll(async () => {
  // The SDK prints each token that does not hold; index.ts keeps it out of the log, and so does this.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  door = await lockedServer();
});
afterAll(async () => door.close());

const hello = (change: JsonObject = {}): JsonObject => ({
  ...door.marieke.activity('message', { text: 'hulp' }),
  ...change,
});
const good = (): string => door.authority.toBot(door.teams.serviceUrl);
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

type Forged = readonly [what: string, token: () => string];
const forged: readonly Forged[] = [
  ['no token', () => ''],
  ['half a token', () => good().slice(0, 40)],
  ['a token without its signature', () => good().split('.').slice(0, 2).join('.') + '.'],
  ['a token with a changed signature', () => `${good().slice(0, -6)}AAAAAA`],
  ['alg none', () => `${base64({ alg: 'none' })}.${good().split('.')[1] ?? ''}.`],
  [
    'alg none with a signature',
    () => `${base64({ alg: 'none', kid: 'fake-teams-1' })}.${good().split('.')[1] ?? ''}.AAAA`,
  ],
  [
    'a token that the public key signed as if it were a password',
    () => sign({ iss: channel, aud: appId, serviceurl: door.teams.serviceUrl }, 'public', { keyid: 'fake-teams-1' }),
  ],
  [
    'a token of somebody else’s key',
    () => sign({ iss: channel, aud: appId }, ownKey, { algorithm: 'RS256', keyid: 'fake-teams-1', expiresIn: '1h' }),
  ],
  [
    'a token of an unknown key',
    () => sign({ iss: channel, aud: appId }, ownKey, { algorithm: 'RS256', keyid: 'nobody', expiresIn: '1h' }),
  ],
  ['an expired token', () => door.authority.toBot(door.teams.serviceUrl, {}, { expiresIn: -3600 })],
  ['a token that is not valid yet', () => door.authority.toBot(door.teams.serviceUrl, {}, { notBefore: 3600 })],
  ['a token for another bot', () => door.authority.toBot(door.teams.serviceUrl, {}, { audience: foreign })],
  ['a token for another address', () => door.authority.toBot('https://smba.trafficmanager.net/emea/')],
  ['a token without an address', () => door.authority.toBot('')],
  [
    'the bot’s own outbound token, played back',
    () =>
      door.authority.toBot(
        door.teams.serviceUrl,
        { appid: appId, ver: '1.0' },
        { issuer: home(door.directory.tenantId), audience: channel },
      ),
  ],
  [
    'the bot’s own token by way of the emulator, version 1',
    () =>
      door.authority.toBot(
        door.teams.serviceUrl,
        { appid: appId, ver: '1.0' },
        { issuer: home(door.directory.tenantId) },
      ),
  ],
  [
    'the bot’s own token by way of the emulator, version 2',
    () =>
      door.authority.toBot(
        door.teams.serviceUrl,
        { azp: appId, ver: '2.0' },
        { issuer: `https://login.microsoftonline.com/${door.directory.tenantId}/v2.0` },
      ),
  ],
  [
    'a token of another tenant by way of the emulator',
    () => door.authority.toBot(door.teams.serviceUrl, { azp: appId, ver: '2.0' }, { issuer: home(foreign) }),
  ],
  [
    'a token of another bot that calls this one as a skill',
    () => door.authority.toBot(door.teams.serviceUrl, { azp: foreign, ver: '2.0' }, { issuer: home(foreign) }),
  ],
];

/** What is wrong with the body, while the token is right. */
const bodies: readonly (readonly [what: string, change: JsonObject])[] = [
  ['an empty serviceUrl', { serviceUrl: '' }],
  ['no serviceUrl', { serviceUrl: undefined }],
  ['a serviceUrl elsewhere', { serviceUrl: 'https://evil.example/' }],
  ['a serviceUrl that only looks right', { serviceUrl: 'https://smba.trafficmanager.net.evil.example/' }],
  ['an empty channel', { channelId: '' }],
  ['no channel', { channelId: undefined }],
  ['the emulator’s channel', { channelId: 'emulator' }],
  ['web chat', { channelId: 'webchat' }],
  ['a message for another bot', { recipient: { id: `28:${foreign}` } }],
  [
    'another tenant in the conversation',
    { conversation: { id: 'a:x', conversationType: 'personal', tenantId: foreign } },
  ],
  ['another tenant in the channel', { channelData: { tenant: { id: foreign } } }],
  ['no tenant', { channelData: {}, conversation: { id: 'a:x', conversationType: 'personal' } }],
  ['no sender', { from: undefined }],
  ['no conversation', { conversation: undefined }],
  ['no type', { type: undefined }],
  ['an empty type', { type: '' }],
];

describe('given the real adapter with an app id, and its keys at an authority on this machine', () => {
  test('when Teams brings a message with a good token, then it is taken and answered', async () => {
    await door.marieke.says('hulp');
    expect(door.marieke.chat.cards.length).toBe(1);
    expect((await door.teams.deliver(hello())).status).toBe(200);
  });

  test('when somebody brings a forged, foreign, expired or replayed token, or a body that is not of this Teams, then nothing happens', async () => {
    const before = door.teams.calls.length;
    const letIn: string[] = [];
    const leaked: string[] = [];
    const judge = (what: string, { status, body }: { status: number; body: unknown }, expected: readonly number[]) => {
      if (!expected.includes(status)) letIn.push(`${what}: ${status}`);
      const words = JSON.stringify(body);
      if (!/^\{"melding":"[^"]{5,60}"\}$/.test(words)) leaked.push(`${what}: ${words}`);
    };
    for (const [what, token] of forged)
      for (const scheme of ['Bearer', 'bearer', 'Basic'])
        judge(what, await door.teams.deliver(hello(), { authorization: `${scheme} ${token()}` }), [401]);
    for (const [what, change] of bodies) judge(what, await door.teams.deliver(hello(change)), [400, 401, 403]);
    report('the door', { tried: forged.length * 3 + bodies.length, 'let in': letIn.length, leaked: leaked.length });
    expect(letIn).toEqual([]);
    expect(leaked).toEqual([]);
    // Nothing went out either: no reply, no question to whoever sent it.
    expect(door.teams.calls.length).toBe(before);
    expect(door.log.filter((line) => !line.includes('"level":30'))).toEqual([]);
  });

  test('when a good token comes with the bearer word in small letters, then it is not more than with a capital', async () => {
    const { status } = await door.teams.deliver(hello(), { authorization: `bearer ${good()}` });
    expect(status).toBe(401);
  });

  test('when two hundred forged tokens of as many issuers come, then the SDK remembers none of them', async () => {
    // A list of the SDK's module, to which it adds issuers before it looks at a signature (platform §2.1).
    const issuers = (): number => [EmulatorValidation.ToBotFromEmulatorTokenValidationParameters.issuer].flat().length;
    const before = issuers();
    for (let n = 0; n < 200; n += 1) {
      const issuer = `https://sts.windows.net/${foreign.slice(0, -4)}${String(n).padStart(4, '0')}/`;
      const token = sign({ iss: issuer, aud: appId, appid: appId, ver: '1.0' }, ownKey, {
        algorithm: 'RS256',
        expiresIn: '1h',
      });
      const { status } = await door.teams.deliver(hello(), {
        ...{ authorization: `Bearer ${token}`, 'x-forwarded-for': `10.1.0.${n}` },
      });
      expect(status).toBe(401);
    }
    report('memory of forged tokens', { tried: 200, remembered: issuers() - before });
    expect(issuers()).toBe(before);
  });

  test('when anything but the three addresses is asked for, by any method, then there is nothing', async () => {
    const paths = [
      '/',
      '/api',
      '/api/messages/x',
      '/api/notify',
      '/.env',
      '/metrics',
      '/docs',
      '/favicon.ico',
      '/api/skills',
    ];
    const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'];
    const found: string[] = [];
    for (const path of paths)
      for (const method of methods) {
        const { status } = await fetch(door.url(path), { method });
        if (status !== 404 && status !== 405) found.push(`${method} ${path}: ${status}`);
      }
    for (const path of ['/api/messages', '/healthz', '/readyz'])
      for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'])
        if ((await fetch(door.url(path), { method })).status !== 405) found.push(`${method} ${path}`);
    report('addresses', { tried: paths.length * methods.length + 12, found: found.length });
    expect(found).toEqual([]);
  });

  test('when a browser would come by, then it may keep, frame, guess and pass on nothing, and learns nothing of what runs', async () => {
    for (const path of ['/healthz', '/nowhere', '/api/messages']) {
      const { headers } = await fetch(door.url(path));
      expect(Object.fromEntries(headers)).toMatchObject({
        ...{ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'x-frame-options': 'DENY' },
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        ...{ 'referrer-policy': 'no-referrer', 'cross-origin-resource-policy': 'same-origin' },
        'strict-transport-security': expect.stringContaining('max-age=63072000') as string,
      });
      expect([headers.get('server'), headers.get('x-powered-by')]).toEqual([null, null]);
    }
  });
});

describe('given a bot that is asked too much', () => {
  const allowances = { person: { most: 3, everyMs: 3_600_000 }, address: { most: 10, everyMs: 3_600_000 } };

  test('when one person goes on and on, then they read to wait, with the emergency numbers, and others are served', async () => {
    const busy = await lockedServer({ limits: { ...allowances, address: { most: 1000, everyMs: 1 } } });
    const ilse = busy.teams.person({ aadObjectId: '3e5a0d94-7f21-4c6b-9d38-0b4e6f8a1c27', name: 'Ilse ter Braak' });
    for (let n = 0; n < 4; n += 1) await busy.marieke.says('hulp');
    expect(busy.marieke.chat.lastCard().text).toMatch(/te snel.*112.*0800-2000/s);
    const toast = await busy.marieke.presses(busy.marieke.chat.cards[0] ?? busy.marieke.chat.lastCard(), /nood/i);
    expect(toast).toMatchObject({ kind: 'toast', toast: expect.stringMatching(/te snel.*112/) as string });
    await ilse.says('hulp');
    expect(ilse.chat.lastCard().text).not.toMatch(/te snel/);
    await busy.close();
  });

  test('when one address goes on and on, then it is told to wait, and a made-up address does not help', async () => {
    const busy = await lockedServer({ limits: allowances });
    const knock = async (from: string) =>
      busy.teams.deliver(hello(), { authorization: 'Bearer x', 'x-forwarded-for': from });
    const seen: number[] = [];
    for (let n = 0; n < 12; n += 1) seen.push((await knock(`6.6.6.${n}, 10.0.0.1:5${n}`)).status);
    expect(seen).toEqual([...Array<number>(10).fill(401), 429, 429]);
    expect((await knock('10.0.0.2')).status).toBe(401);
    await busy.close();
  });
});

describe('given Microsoft’s keys that cannot be fetched', () => {
  test('when a message with a good token comes, then it is not let in, and Teams may bring it again', async () => {
    const alone = await lockedServer({}, { keysAway: true });
    const { status, body } = await alone.teams.deliver(alone.marieke.activity('message', { text: 'hulp' }));
    expect([status, body]).toEqual([503, { melding: 'Er ging iets mis. Probeer het opnieuw.' }]);
    await alone.close();
  });
});

describe('given a guest whom the directory names by mistake', () => {
  test('when they write or press, then they are turned away with the emergency numbers, and asked about once a day', async () => {
    const guest = {
      aadObjectId: '2d7b8f15-6c0e-4a93-b4f2-98e1c3d5a706',
      name: 'Tom Hesselink',
      userRole: 'guest' as const,
    };
    const tom = door.teams.person(guest);
    await tom.says('mijn zaken');
    await tom.says('ik maak me zorgen');
    expect(tom.chat.cards.map(({ text }) => text)).toEqual([
      expect.stringMatching(/gastaccounts.*112/s),
      expect.stringMatching(/gastaccounts.*112/s),
    ]);
    const asked = door.teams.calls.filter(
      ({ kind, path }) => kind === 'members' && path.includes(encodeURIComponent(tom.id)),
    );
    expect(asked).toHaveLength(1);
  });
});
