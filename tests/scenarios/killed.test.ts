import { leaksIn } from '../support/leaks';
import { killableBot, type KillableBot } from '../support/killableBot';
import type { Person } from '../support/person';
import { advice, question, signal } from './steps';
import { asks, beginsCase, does, goes } from './story';

jest.setTimeout(120_000); // every process loads the whole bot anew
let bot: KillableBot;
let teacher: Person;
let colleague: Person;
beforeEach(async () => {
  bot = await killableBot();
  teacher = bot.person('Marieke Jansen');
  colleague = bot.person('Tom Hesselink');
  await bot.start();
  for (const one of [teacher, colleague]) await one.installs();
});
afterEach(async () => {
  const lines = [...bot.output];
  const leaks = leaksIn({ directory: bot.directory, cases: await bot.cases(), calls: bot.teams.calls, lines });
  await bot.close();
  expect(lines.length).toBeGreaterThan(4); // the log in full
  expect(leaks).toEqual([]); // I-20
});

const cardsOf = ({ chat }: Person, text: string) => chat.cards.filter((card) => card.text.includes(text));

/** The process is killed while Teams has the next message to this person in its hands: before or after it shows it. */
const killedAt = (person: Person, moment: 'before' | 'after') => {
  let struck = false;
  const mine = (kind: string, id: string | undefined): boolean =>
    !struck && (kind === 'send' || kind === 'reply') && id === person.conversation.id;
  bot.teams.fault({
    when: 'never',
    match: ({ kind, conversationId }) => {
      if (!mine(kind, conversationId)) return false;
      struck = true;
      bot.kill();
      return moment === 'before';
    },
  });
  return () => bot.teams.until(() => struck, 'the message is under way', 20_000);
};

/** A line as Teams has it, to bring it again as it does when nobody answered. */
const typedBy = (person: Person, text: string) => {
  const line = person.activity('message', { text });
  return () => bot.teams.deliver(line).catch(() => undefined); // the process may be gone before it answers
};

const asksTom = async (): Promise<void> => {
  await beginsCase(teacher);
  await does(teacher, 'Vastleggen', signal);
  await goes(teacher, 'Stap 2', 'Een collega om advies vragen');
  // The process may be gone before it answers the press; what was recorded stays.
  await does(teacher, 'Vraag versturen', { ...question, colleagues: ['Tom Hesselink'] }).catch(() => undefined);
};

describe('given a process that is killed in the middle of a delivery', () => {
  test.each([
    ['before', 1],
    ['after', 2],
  ] as const)(
    'when it was a request, %s Teams showed it, then it comes all the same, and one answer counts (R-065, I-23)',
    async (moment, copies) => {
      const underWay = killedAt(colleague, moment);
      await asksTom();
      await underWay();
      await bot.gone();
      expect(cardsOf(colleague, 'Herken jij dit?')).toHaveLength(copies - 1);
      await bot.start(0, 10);
      await bot.teams.until(() => cardsOf(colleague, 'Herken jij dit?').length === copies, 'the request again', 20_000);
      await bot.teams.quiet(300);
      const shown = cardsOf(colleague, 'Herken jij dit?');
      expect(shown).toHaveLength(copies);
      for (const card of shown)
        await colleague.presses(card, 'Antwoord geven', { recognises: 'deels', advice: advice['advice'] ?? '' });
      const [kept] = await bot.cases();
      expect(kept?.events.filter(({ type }) => type === 'ConsultationAnswered')).toHaveLength(1);
    },
  );

  test.each([
    ['before', 0],
    ['after', 1],
  ] as const)(
    'when it was a reminder, %s Teams showed it, then it does not come twice, and what it was about still stands in the list (R-003)',
    async (moment, copies) => {
      const reminder = 'In een zaak is een tijd niets gebeurd';
      await beginsCase(teacher);
      bot.kill();
      await bot.gone();
      const underWay = killedAt(teacher, moment);
      await bot.start(14);
      await underWay();
      await bot.gone();
      await bot.start(14, 10);
      await bot.teams.quiet(500);
      expect(cardsOf(teacher, reminder)).toHaveLength(copies);
      expect((await asks(teacher, 'mijn verzoeken')).text).toContain('sinds');
    },
  );
});

describe('given a process that is killed while it answers a typed line', () => {
  test.each([
    ['before', 0],
    ['after', 1],
  ] as const)(
    'when that is %s Teams showed the answer, and Teams brings the line again, then it is answered, and then no more (R-242)',
    async (moment, shown) => {
      const brings = typedBy(teacher, 'ik maak me zorgen over Sam');
      const underWay = killedAt(teacher, moment);
      await brings();
      await underWay();
      await bot.gone();
      const begin = 'Over een kind, thuis';
      const answers = () => teacher.chat.cards.filter(({ buttons }) => buttons.includes(begin));
      expect(answers()).toHaveLength(shown);
      await bot.start(0, 1);
      for (let copy = 0; copy < 2; copy += 1) await brings();
      expect(answers()).toHaveLength(shown + 1);
      // Nothing typed is recorded: whichever card is used, there is one case.
      for (const card of answers()) await teacher.presses(card, begin);
      await does(teacher, 'Vastleggen en verder', { name: 'Sam de Vries', group: 'groep 5' });
      expect(await bot.cases()).toHaveLength(1);
    },
  );
});
