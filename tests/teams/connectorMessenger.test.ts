import type { Card } from '../../src/cards/render';
import { retryAfter } from '../../src/teams/deliveryOutcome';
import type { Fault } from '../support/faults';
import { doorstep, type Doorstep } from '../support/doorstep';

const card: Card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Er is iets.' }] };
const open: Doorstep[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
const given = async (auth = false): Promise<Doorstep> => {
  const door = await doorstep(async () => undefined, { auth, withinMs: 200 });
  open.push(door);
  return door;
};

describe.each([
  ['without an app id', false],
  ['with an app id', true],
])('given a bot %s', (_what, auth) => {
  test('when somebody’s chat is known, then the card comes there with a neutral summary', async () => {
    const { marieke, messenger } = await given(auth);
    await marieke.installs();
    const delivery = await messenger.send(marieke.aadObjectId, card, 'Er staat een bericht voor je klaar.');
    expect(delivery).toEqual({ sent: expect.stringMatching(/./) as string });
    expect(marieke.chat.lastCard().text).toContain('Er is iets.');
    expect(marieke.chat.previews).toEqual(['Er staat een bericht voor je klaar.']);
  });
});

describe('given somebody who can’t be reached', () => {
  test('when the app was never there, then that is said and nothing is sent', async () => {
    const { teams, marieke, messenger } = await given();
    expect(await messenger.send(marieke.aadObjectId, card, 'x')).toEqual({ blocked: 'not-installed' });
    expect(teams.calls).toEqual([]);
  });

  test('when Teams says that they are gone, then their chat is forgotten until they are back', async () => {
    const { teams, marieke, messenger } = await given();
    await marieke.installs();
    teams.fault({ status: 403, code: 'ConversationBlockedByUser' });
    expect(await messenger.send(marieke.aadObjectId, card, 'x')).toEqual({ blocked: 'refused' });
    expect(await messenger.send(marieke.aadObjectId, card, 'x')).toEqual({ blocked: 'not-installed' });
    await marieke.says('hoi');
    expect(await messenger.send(marieke.aadObjectId, card, 'x')).toHaveProperty('sent');
  });

  test('when Teams can’t find the chat, then it is tried once more before the chat is forgotten', async () => {
    const { teams, marieke, messenger } = await given();
    await marieke.installs();
    teams.fault({ status: 404, code: 'ConversationNotFound' });
    expect(await messenger.send(marieke.aadObjectId, card, 'x')).toEqual({ later: 30_000 });
    expect(await messenger.send(marieke.aadObjectId, card, 'x')).toHaveProperty('sent');
    teams.fault({ status: 404, times: 2 });
    expect(await messenger.send(marieke.aadObjectId, card, 'x')).toEqual({ later: 30_000 });
    expect(await messenger.send(marieke.aadObjectId, card, 'x')).toEqual({ blocked: 'not-found' });
    expect(await messenger.send(marieke.aadObjectId, card, 'x')).toEqual({ blocked: 'not-installed' });
  });

  test('when the bot was switched off for everybody, then no chat is forgotten', async () => {
    const { teams, marieke, messenger } = await given();
    await marieke.installs();
    teams.fault({ status: 403, code: 'BotDisabledByAdmin' });
    expect(await messenger.send(marieke.aadObjectId, card, 'x')).toEqual({
      failed: 'connector-403-BotDisabledByAdmin',
      all: true,
    });
    expect(await messenger.send(marieke.aadObjectId, card, 'x')).toHaveProperty('sent');
  });
});

describe('given a Teams that has trouble', () => {
  const faults: readonly (readonly [string, Fault, object])[] = [
    ['429 with Retry-After', { status: 429, headers: { 'retry-after': '7' } }, { later: 7_000, throttled: true }],
    ['429 without', { status: 429 }, { later: 10_000, throttled: true }],
    ['500', { status: 500 }, { ambiguous: 'connector-500' }],
    ['502', { status: 502 }, { ambiguous: 'connector-502' }],
    ['503', { status: 503 }, { ambiguous: 'connector-503' }],
    ['504 after delivery', { when: 'after', answerStatus: 504 }, { ambiguous: 'connector-504' }],
    ['412', { status: 412 }, { later: 10_000 }],
    ['a dropped connection', { when: 'after' }, { ambiguous: 'connection' }],
    ['nothing at all', { when: 'never' }, { ambiguous: 'connection' }],
    ['that it is elsewhere', { status: 307, headers: { location: 'http://127.0.0.1:9/' } }, { later: 10_000 }],
    ['400: our own fault', { status: 400 }, { failed: 'connector-400' }],
    ['401: the bot is not let in', { status: 401 }, { failed: 'connector-401', all: true }],
    ['413: too big', { status: 413 }, { failed: 'connector-413' }],
  ];
  test.each(faults)(
    'when it answers %s, then the message waits or is told to be broken, after one try',
    async (_what, fault, outcome) => {
      const { teams, marieke, messenger } = await given();
      await marieke.installs();
      const set = teams.fault({ ...fault, times: Infinity });
      expect(await messenger.send(marieke.aadObjectId, card, 'x')).toEqual(outcome);
      expect(set.struck).toBe(1);
    },
  );

  test('given Retry-After as a date, in the past, absurd or unreadable, then the wait stays sensible', () => {
    const now = Date.parse('2026-11-24T10:00:00Z');
    expect(retryAfter('Tue, 24 Nov 2026 10:00:30 GMT', now)).toBe(30_000);
    expect(retryAfter('Tue, 24 Nov 2026 09:00:00 GMT', now)).toBe(10_000);
    expect(retryAfter('999999999', now)).toBe(3_600_000);
    expect(retryAfter('soon', now)).toBe(10_000);
    expect(retryAfter(undefined, now)).toBe(10_000);
  });
});
