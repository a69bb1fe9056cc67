import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { callTeams } from '../../src/teams/teamsCalls';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** Somebody who answers as `listener` does, and the bot's way of calling them. */
const given = async (listener: RequestListener, withinMs = 10_000) => {
  const server = createServer(listener);
  let lines = 0;
  server.on('connection', () => (lines += 1));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  stops.push(
    () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo; // it listens on a port
  const url = new URL(`http://127.0.0.1:${port}/emea/v3/conversations/a%3A1/activities`);
  const call = callTeams();
  return {
    send: (body?: object) => call({ method: 'POST', url, body, headers: { authorization: 'Bearer t' }, withinMs }),
    lines: () => lines,
  };
};
const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(() => undefined).catch((error: unknown) => error);

test('given a Teams that answers, when messages go one after another, then they share one connection and arrive as they are', async () => {
  const seen: string[] = [];
  const { send, lines } = await given((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => (text += part));
    request.on('end', () => {
      seen.push(`${request.method} ${request.url} ${request.headers.authorization} ${text}`);
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end('{"id":"m1"}');
    });
  });
  expect(await send({ text: 'é🎈' })).toEqual({ id: 'm1' });
  expect(await send({ text: 'weer' })).toEqual({ id: 'm1' });
  const to = 'POST /emea/v3/conversations/a%3A1/activities Bearer t';
  expect(seen).toEqual([`${to} {"text":"é🎈"}`, `${to} {"text":"weer"}`]);
  expect(lines()).toBe(1);
});

test('given a refusal, when it has a name and a wait, then both are told and its words are not', async () => {
  const { send } = await given((_request, response) => {
    response.writeHead(429, { 'retry-after': '7' });
    response.end('{"error":{"code":"Throttled","message":"Sam"}}');
  });
  const error = await failure(send({}));
  expect(error).toMatchObject({ name: 'TeamsRefused', statusCode: 429, code: 'Throttled', retryAfter: '7' });
  expect(String(error)).not.toContain('Sam');
});

test('given an answer that is no JSON, then it says nothing; one that never ends is broken off', async () => {
  const plain = await given((_request, response) => void response.end('ok'));
  expect(await plain.send({})).toBeUndefined();
  const huge = await given((_request, response) => void response.end('x'.repeat(1_100_000)));
  expect(await failure(huge.send({}))).toMatchObject({ name: 'TeamsRefused' });
  const slow = await given((_request, response) => void response.write('{'), 150);
  expect(await failure(slow.send({}))).toMatchObject({ code: 'ECONNRESET' });
  const silent = await given(() => undefined, 150);
  expect(await failure(silent.send({}))).toMatchObject({ name: 'NoAnswer', code: 'ETIMEDOUT' });
});
