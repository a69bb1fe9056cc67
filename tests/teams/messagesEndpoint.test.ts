import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { TurnContext } from 'botbuilder';
import { sign } from 'jsonwebtoken';
import { appId, doorstep, tenantId, type Doorstep } from '../support/doorstep';

const echo = async (context: TurnContext): Promise<void> => {
  if (context.activity.type === 'message') await context.sendActivity(`echo: ${context.activity.text}`);
};

const open: Doorstep[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
const given = async (...options: Parameters<typeof doorstep>): Promise<Doorstep> => {
  const door = await doorstep(...options);
  open.push(door);
  return door;
};

describe('given a bot without an app id, on this machine', () => {
  test('when somebody writes, then the bot answers in the chat', async () => {
    const { marieke } = await given(echo);
    await marieke.says('hoi');
    expect(marieke.chat.texts).toEqual(['echo: hoi']);
  });

  test.each([
    ['a body that is no activity', {}, 400],
    ['another channel', { channelId: 'emulator' }, 400],
    ['no sender', { from: undefined }, 400],
    ['an address that is not ours', { serviceUrl: 'https://evil.example/' }, 403],
    ['an empty address', { serviceUrl: '' }, 400],
  ])(
    'when a request brings %s, then it is refused in a few Dutch words and nothing happens',
    async (_what, change, status) => {
      const { teams, marieke } = await given(echo);
      const body =
        Object.keys(change).length === 0 ? {} : { ...marieke.activity('message', { text: 'hoi' }), ...change };
      const answer = await teams.deliver(body);
      expect(answer.status).toBe(status);
      expect(Object.keys(answer.body as object)).toEqual(['melding']); // nothing else leaves
      expect(marieke.chat.texts).toEqual([]);
    },
  );

  const post = async ({ url }: Doorstep, body: string | Buffer, headers: Record<string, string> = {}) => {
    const all = { 'content-type': 'application/json', ...headers };
    const response = await fetch(url('/api/messages'), { method: 'POST', body, headers: all });
    return { status: response.status, body: await response.text() };
  };

  test.each([
    ['no JSON', '{"half":', {}, 400, 'Dit bericht kan de bot niet lezen.'],
    ['XML', '<xml/>', { 'content-type': 'text/xml' }, 415, 'De bot leest alleen JSON.'],
    ['a form with files', 'x', { 'content-type': 'multipart/form-data; boundary=x' }, 415, 'De bot leest alleen JSON.'],
    ['a packed body', gzipSync('{}'), { 'content-encoding': 'gzip' }, 415, 'De bot leest alleen JSON.'],
    ['too much', JSON.stringify({ text: 'x'.repeat(300_000) }), {}, 413, 'Dit bericht is te groot.'],
  ])(
    'when a request brings %s, then it is refused with a few Dutch words',
    async (_what, body, headers, status, said) => {
      const door = await given(echo);
      expect(await post(door, body, headers)).toEqual({ status, body: JSON.stringify({ melding: said }) });
      expect(door.faults).toEqual([]);
    },
  );

  test('when too much comes in pieces without saying how much, then no more of it is read than fits', async () => {
    const { url } = await given(echo);
    let sent = 0;
    const endless = async function* () {
      for (; sent < 200; sent += 1) {
        yield Buffer.alloc(10_000, 'x');
        await new Promise((next) => setTimeout(next, 2));
      }
    };
    const request = fetch(url('/api/messages'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: ReadableStream.from(endless()),
      duplex: 'half',
    });
    // The connection is closed while more is on its way: a client sees the refusal, or the break.
    const status = await request.then(
      (response) => response.status,
      () => 'broken off',
    );
    expect([413, 'broken off']).toContain(status);
    expect(sent).toBeLessThan(200);
  });

  test('when somebody looks at other addresses or ways, then there is nothing', async () => {
    const { url } = await given(echo);
    const seen = async (path: string, init?: RequestInit) => {
      const response = await fetch(url(path), init);
      return [response.status, await response.text()];
    };
    expect(await seen('/')).toEqual([404, '{"melding":"Hier is niets."}']);
    expect(await seen('/api/messages/../../x')).toEqual([404, '{"melding":"Hier is niets."}']);
    expect(await seen('/api/messages')).toEqual([405, '{"melding":"Dit kan hier niet."}']);
    expect(await seen('/healthz', { headers: { accept: 'image/png' } })).toEqual([200, '{"status":"ok"}']);
    const healthy = await fetch(url('/healthz'));
    expect(healthy.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('when somebody asks to talk on over another protocol, then they get an ordinary answer', async () => {
    const { url } = await given(echo);
    const { host } = new URL(url('/'));
    const [name = '', port = ''] = host.split(':');
    const socket = connect(Number(port), name);
    socket.end(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
    let answer = '';
    for await (const part of socket) answer += String(part);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('when the bot cannot work, then readyz says so and healthz stays green', async () => {
    const { url, faults } = await given(echo, {
      ready: async () => {
        throw new RangeError('the store is gone');
      },
    });
    const ready = await fetch(url('/readyz'));
    expect([ready.status, await ready.text()]).toEqual([503, '{"status":"niet gereed"}']);
    expect((await fetch(url('/healthz'))).status).toBe(200);
    expect(faults).toEqual(['ready: RangeError']);
  });
});

describe('given a bot with an app id', () => {
  const secret = (context: TurnContext): Promise<void> => echo(context);

  test('when Teams brings a message with its token, then it is taken', async () => {
    const { marieke } = await given(secret, { auth: true });
    await marieke.says('hoi');
    expect(marieke.chat.texts).toEqual(['echo: hoi']);
  });

  const forged: readonly (readonly [string, (door: Doorstep) => string])[] = [
    ['no token', () => ''],
    [
      'a token for another bot',
      ({ teams }) => teams.authority?.toBot(teams.serviceUrl, {}, { audience: tenantId }) ?? '',
    ],
    ['an expired token', ({ teams }) => teams.authority?.toBot(teams.serviceUrl, {}, { expiresIn: -3600 }) ?? ''],
    ['a token for another address', ({ teams }) => teams.authority?.toBot('https://smba.trafficmanager.net/x/') ?? ''],
    [
      'the bot’s own outbound token',
      ({ teams }) =>
        teams.authority?.toBot(
          teams.serviceUrl,
          { appid: appId, ver: '1.0' },
          { issuer: `https://sts.windows.net/${tenantId}/`, audience: 'https://api.botframework.com' },
        ) ?? '',
    ],
    [
      'a token of the emulator path',
      ({ teams }) =>
        teams.authority?.toBot(
          teams.serviceUrl,
          { azp: appId, ver: '2.0' },
          { issuer: `https://login.microsoftonline.com/${tenantId}/v2.0` },
        ) ?? '',
    ],
    ['a token signed by somebody else', () => sign({ iss: 'https://api.botframework.com', aud: appId }, 'own-key')],
  ];
  test.each(forged)('when somebody brings %s, then it is refused and nothing happens', async (_what, tokenOf) => {
    const door = await given(secret, { auth: true });
    const activity = door.marieke.activity('message', { text: 'hoi' });
    const { status, body } = await door.teams.deliver(activity, { authorization: `Bearer ${tokenOf(door)}` });
    expect(status).toBe(401);
    expect(body).toEqual({ melding: 'Alleen Microsoft Teams mag hier berichten brengen.' });
    expect(door.marieke.chat.texts).toEqual([]);
  });

  test('when a message is for another bot, then it is refused', async () => {
    const { teams, marieke } = await given(secret, { auth: true });
    const activity = { ...marieke.activity('message', { text: 'hoi' }), recipient: { id: '28:another', name: 'x' } };
    expect((await teams.deliver(activity)).status).toBe(400);
  });
});
