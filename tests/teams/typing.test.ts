import type { TurnContext } from 'botbuilder';
import { cardRenderer } from '../../src/cards/render';
import { cardActivity } from '../../src/teams/reply';
import { showingWork } from '../../src/teams/typing';
import { doorstep, type Doorstep } from '../support/doorstep';
import { handClock, type HandClock } from '../support/handClock';

const render = cardRenderer();
let clock: HandClock;
let house: Doorstep;
afterEach(() => house.close());

/** A bot behind the real door whose answer comes when the test says so. */
const given = async () => {
  clock = handClock();
  let answers = (): void => undefined;
  const begun: string[] = [];
  const logic = async (context: TurnContext): Promise<void> => {
    begun.push(context.activity.type);
    await new Promise<void>((resolve) => (answers = resolve));
    await context.sendActivity(cardActivity(render('shared/message', { text: 'Hier is het.', next: 'cases' })));
    await clock.waits(60_000, new AbortController().signal); // something left to do after the answer
  };
  house = await doorstep(showingWork(clock.waits, logic), { noting: false, withinMs: 2_000 });
  const { marieke, teams } = house;
  marieke.notInstalled = false;
  const sent = (): unknown[] => teams.calls.map(({ body }) => body?.['type']);
  /** The answer goes, and what was left to do after it takes its minute. */
  const ends = async (turn: Promise<unknown>): Promise<void> => {
    const before = sent().filter((type) => type === 'message').length;
    answers();
    await teams.until(() => sent().filter((type) => type === 'message').length > before && clock.waiting === 1);
    await clock.later(60_000);
    await turn;
    expect(clock.waiting).toBe(0);
  };
  return { marieke, teams, sent, begun, answers: () => answers(), ends };
};

describe('given somebody who typed a line', () => {
  test('when the answer is quick, then nothing else is sent', async () => {
    const { marieke, teams, sent, begun, ends } = await given();
    const saying = marieke.says('hulp');
    await teams.until(() => begun.length === 1);
    await clock.later(1_400);
    await ends(saying);
    expect(sent()).toEqual(['message']);
  });

  test('when it takes longer, then Teams shows that the bot is at work, again and again, and no more after the answer', async () => {
    const { marieke, teams, sent, begun, ends } = await given();
    const saying = marieke.says('hulp');
    await teams.until(() => begun.length === 1);
    await clock.later(1_500);
    await teams.until(() => sent().length === 1);
    await clock.later(0);
    await clock.later(3_000);
    await teams.until(() => sent().length === 2);
    await ends(saying);
    expect(sent()).toEqual(['typing', 'typing', 'message']);
    expect(teams.calls.map(({ conversationId }) => conversationId)).toEqual(
      Array.from({ length: 3 }, () => marieke.conversation.id),
    );
    expect(marieke.chat.cards).toHaveLength(1);
    expect(marieke.chat.previews.join()).not.toContain('typing');
  });

  test('when the sign is still on its way, then the answer waits for it, but not for long', async () => {
    const { marieke, teams, begun, answers } = await given();
    teams.fault({ when: 'never', match: ({ body }) => body?.['type'] === 'typing' });
    const saying = marieke.says('hulp');
    await teams.until(() => begun.length === 1);
    await clock.later(1_500);
    await teams.until(() => teams.calls.length === 1);
    answers();
    await clock.later(900);
    expect(marieke.chat.cards).toHaveLength(0);
    await clock.later(200);
    await teams.until(() => marieke.chat.cards.length === 1 && clock.waiting === 1);
    await clock.later(60_000);
    await saying;
  });

  test('when Teams takes no sign, then the answer comes all the same', async () => {
    const { marieke, teams, begun, ends } = await given();
    const fault = teams.fault({ status: 429, match: ({ body }) => body?.['type'] === 'typing' });
    const saying = marieke.says('hulp');
    await teams.until(() => begun.length === 1);
    await clock.later(1_500);
    await teams.until(() => fault.struck === 1);
    await ends(saying);
    expect(marieke.chat.cards.map(({ text }) => text.includes('Hier is het.'))).toEqual([true]);
    expect(house.faults).toEqual([]);
  });
});

describe('given somebody who presses a button, or writes in a channel', () => {
  test('when the answer takes long, then nothing is shown meanwhile: the client has a sign of its own, and others read along', async () => {
    const { marieke, teams, sent, begun, ends } = await given();
    const pressing = marieke.sends({ type: 'invoke', name: 'adaptiveCard/action', value: {} });
    await teams.until(() => begun.length === 1);
    await clock.later(10_000);
    await ends(pressing);
    const channel = teams.channel('Algemeen', [marieke]);
    const mentioning = marieke.mentions(channel, 'hulp');
    await teams.until(() => begun.length === 2);
    await clock.later(10_000);
    await ends(mentioning);
    expect(sent()).toEqual(['message', 'message']);
  });
});
