import type { Fault } from '../support/faults';
import type { Meldcode } from '../support/meldcode';
import type { Person } from '../support/person';
import { advice, asksColleagues, question, signal } from './steps';
import { asks, beginsCase, does, facts, goes, hears, stories } from './story';

const given = stories();

/** Strikes only what goes to this person's chat. */
const to = ({ conversation }: Person, fault: Fault): Fault => ({
  ...fault,
  match: ({ kind, conversationId }) => (kind === 'send' || kind === 'reply') && conversationId === conversation.id,
});
const asksTom = ({ teacher }: Meldcode): Promise<void> => asksColleagues(teacher, 'Tom Hesselink');
const questionsOf = ({ chat }: Person) => chat.cards.filter(({ text }) => text.includes('Herken jij dit?'));
const heard = ({ chat }: Person, text: string): number => chat.cards.filter((card) => card.text.includes(text)).length;
const sendsTo = ({ teams }: Meldcode, { conversation }: Person): number =>
  teams.calls.filter(
    ({ kind, conversationId }) => (kind === 'send' || kind === 'reply') && conversationId === conversation.id,
  ).length;

/** Every trouble there is on the way, and how many copies of one request then come. */
const onTheWay: readonly (readonly [string, Fault, number])[] = [
  ['429 with Retry-After', { status: 429, headers: { 'retry-after': '60' } }, 1],
  ['502', { status: 502 }, 1],
  ['503', { status: 503 }, 1],
  ['504', { status: 504 }, 1],
  ['504 after it was delivered', { when: 'after', answerStatus: 504 }, 2],
  ['a connection that breaks before it is delivered', { when: 'broken' }, 1],
  ['a connection that breaks after it is delivered', { when: 'after' }, 2],
  ['404 in passing', { status: 404, code: 'ConversationNotFound' }, 1],
];

describe.each(onTheWay)('given %s', (_what, fault, copies) => {
  test('when a colleague is asked, then the question comes, and only one answer counts (R-065, I-23)', async () => {
    const story = await given();
    const { teams, otherTeacher, later } = story;
    const before = sendsTo(story, otherTeacher);
    const set = teams.fault(to(otherTeacher, fault));
    await asksTom(story);
    await teams.until(() => set.struck === 1, 'the trouble');
    await story.settled();
    expect(sendsTo(story, otherTeacher) - before).toBe(1); // it does not try again at once
    later(0, 0, 2);
    await teams.until(() => questionsOf(otherTeacher).length === copies, `${copies} questions`);
    await story.settled();
    expect(sendsTo(story, otherTeacher) - before).toBe(2);
    later(1);
    await story.settled();
    expect(questionsOf(otherTeacher)).toHaveLength(copies);
    const shown = questionsOf(otherTeacher);
    for (const [n, card] of shown.entries()) {
      const outcome = await otherTeacher.presses(card, 'Antwoord geven', {
        recognises: 'deels',
        advice: `${String(advice['advice'])} ${n}`,
      });
      if (n === 0) expect(outcome.kind).toBe('card');
      else expect(JSON.stringify(outcome.body)).toContain('Er is niets veranderd');
    }
    expect((await facts(story)).filter((type) => type === 'ConsultationAnswered')).toHaveLength(1);
  });
});

describe('given a reminder that meets trouble', () => {
  const reminder = 'In een zaak is een tijd niets gebeurd';
  const cases: readonly (readonly [string, Fault, number])[] = [
    ['429 with Retry-After', { status: 429, headers: { 'retry-after': '60' } }, 1],
    ['503, which leaves it open', { status: 503 }, 0],
    ['a connection that breaks before it is delivered', { when: 'broken' }, 0],
    ['a connection that breaks after it is delivered', { when: 'after' }, 1],
    ['504 after it was delivered', { when: 'after', answerStatus: 504 }, 1],
  ];
  test.each(cases)('when it is %s, then it never comes twice (R-003)', async (_what, fault, copies) => {
    const story = await given();
    const { teams, teacher, later } = story;
    await beginsCase(teacher);
    await story.settled();
    const set = teams.fault(to(teacher, fault));
    later(14);
    await teams.until(() => set.struck === 1, 'the trouble');
    for (const minutes of [2, 10, 90]) {
      later(0, 0, minutes);
      await story.settled();
    }
    expect(heard(teacher, reminder)).toBe(copies);
  });
});

describe('given a colleague who can’t be reached', () => {
  test('when they blocked the bot, then the asker hears to call, once, and they get the question when they are back (R-065)', async () => {
    const story = await given();
    const { teacher, otherTeacher, later } = story;
    otherTeacher.blocked = true;
    await asksTom(story);
    await hears(story, teacher, 'Tom Hesselink is niet bereikt met een bericht. Bel zelf even.');
    for (const hours of [1, 2, 24]) {
      later(0, hours);
      await story.settled();
    }
    expect(heard(teacher, 'Tom Hesselink is niet bereikt')).toBe(1);
    expect((await goes(teacher)).text).toContain('Tom Hesselink is niet bereikt. Bel zelf even.');
    otherTeacher.blocked = false;
    await otherTeacher.says('hoi');
    await hears(story, otherTeacher, 'Herken jij dit?');
    later(2);
    await story.settled();
    expect(questionsOf(otherTeacher)).toHaveLength(1);
    expect((await goes(teacher)).text).not.toContain('niet bereikt');
  });

  test('when the app was removed, then the asker hears whom to ask, and the question comes with the app (R-065)', async () => {
    const story = await given();
    const { teacher, otherTeacher, later } = story;
    await otherTeacher.uninstalls();
    const before = sendsTo(story, otherTeacher);
    await asksTom(story);
    const told = await hears(story, teacher, 'Vraag Tom Hesselink om de app Meldcode te openen');
    expect(told.text).toContain('dan komt je bericht alsnog');
    later(3);
    await story.settled();
    expect(sendsTo(story, otherTeacher)).toBe(before); // nobody is written to who did not open the app
    await otherTeacher.installs({ together: true });
    await hears(story, otherTeacher, 'Herken jij dit?');
    later(3);
    await story.settled();
    expect(questionsOf(otherTeacher)).toHaveLength(1);
    await does(otherTeacher, 'Antwoord geven', advice);
    await hears(story, teacher, 'Je collega heeft geantwoord');
  });

  test('when the card is too big for Teams, then a line comes in its place, and leads to the question', async () => {
    const story = await given();
    const { teams, otherTeacher } = story;
    teams.fault(to(otherTeacher, { status: 413, code: 'MessageSizeTooBig' }));
    await asksTom(story);
    await hears(story, otherTeacher, 'Een collega vraagt je om mee te denken.');
    await does(otherTeacher, 'Bekijken');
    await does(otherTeacher, 'Antwoord geven', advice);
    expect(await facts(story)).toContain('ConsultationAnswered');
  });
});

describe('given a bot that Teams does not let in for anybody', () => {
  test('when it is let in again, then everybody hears what waited, once, and nobody was written to meanwhile', async () => {
    const story = await given();
    const { teams, otherTeacher, teacher, later } = story;
    await beginsCase(teacher);
    await does(teacher, 'Vastleggen', signal);
    await goes(teacher, 'Stap 2', 'Een collega om advies vragen');
    const shut = teams.fault({
      ...{ status: 403, code: 'BotDisabledByAdmin', times: Infinity },
      match: ({ kind, conversationId }) =>
        (kind === 'send' || kind === 'reply') && conversationId !== teacher.conversation.id,
    });
    await does(teacher, 'Vraag versturen', { ...question, colleagues: ['Tom Hesselink', 'Ilse ter Braak'] });
    await teams.until(() => shut.struck > 0, 'the refusal');
    await story.settled();
    expect(shut.struck).toBeLessThanOrEqual(2); // one or two of the two, and then it waits
    shut.lift();
    later(0, 0, 20);
    await hears(story, otherTeacher, 'Herken jij dit?');
    await hears(story, story.ibEr, 'Herken jij dit?');
    expect(questionsOf(otherTeacher)).toHaveLength(1);
    expect(story.log.join('')).toContain('connector-403-BotDisabledByAdmin');
    expect((await asks(teacher, 'overzicht')).text).not.toContain('niet bereikt');
  });
});
