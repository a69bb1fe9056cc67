import { storesOver } from '../../src/casefile/stores';
import { verifyStore } from '../../src/casefile/whole/verifyStore';
import { say } from '../../src/text/nl';
import type { Card, Filled } from '../support/card';
import { testAccount, type TestAccount } from '../support/cosmosAccount';
import { BotRefused, type Person } from '../support/person';
import { severalBots, type SeveralBots } from '../support/severalBots';
import { advice, question, signal } from './steps';
import { cardWith, chooses, does, doesOn, goes } from './story';

jest.setTimeout(400_000); // three processes and fifty people on one machine, which may be busy with other things
let account: TestAccount;
let bots: SeveralBots;
beforeAll(async () => {
  account = await testAccount();
  bots = await severalBots(account);
});
afterAll(async () => {
  await bots.close();
  await account.close();
});

/** All fifty are at work, and so many of them wait for the bot at one moment: the others read and think. */
const AT_ONCE = 9;
const waiting: (() => void)[] = [];
let free = AT_ONCE;
const inTurn = async <T>(act: () => Promise<T>): Promise<T> => {
  if (free === 0) await new Promise<void>((go) => waiting.push(go));
  else free -= 1;
  try {
    return await act();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
};

let killed = 0;
let repeated = 0;
/** Whoever sees no answer, because the process that was asked is gone or slow, does the same once more. */
const insists = async <T>(person: Person, act: () => Promise<T>): Promise<T> => {
  for (;;) {
    const before = killed;
    try {
      return await inTurn(act);
    } catch (error) {
      const gone = error instanceof TypeError || (error instanceof BotRefused && error.status >= 500);
      const slow = person.chat.texts.at(-1) === say.slow || person.chat.toasts.at(-1) === say.slow;
      if (!gone && !slow && killed === before) throw error;
      repeated += 1;
    }
  }
};

let acknowledged = 0;
const whenAcknowledged = new Map<number, () => void>();
const answers = async (person: Person, card: Card, button: string, filled: Filled): Promise<void> => {
  await insists(person, () => doesOn(person, card, button, filled));
  acknowledged += 1;
  whenAcknowledged.get(acknowledged)?.();
};

/** The card with this button; after a process was killed it may never have come, and the overview leads to it. */
const finds = async (person: Person, button: string, ...titles: readonly string[]): Promise<Card> => {
  const there = person.chat.cards.findLast(({ buttons }) => buttons.includes(button));
  if (there) return there;
  await insists(person, () => chooses(person, ...titles).catch(() => goes(person, ...titles)));
  return cardWith(person, button);
};

const questionOf = (n: number): string => `Herken jij dit, vraagt nummer ${n}?`;
const beginsAndAsks = async (person: Person, n: number, colleague: Person): Promise<void> => {
  await insists(person, () => person.says('ik maak me zorgen'));
  await insists(person, () => does(person, 'Over een kind, thuis'));
  await answers(person, cardWith(person, 'Vastleggen en verder'), 'Vastleggen en verder', { name: `Kind ${n}` });
  await answers(person, await finds(person, 'Vastleggen', 'Stap 1', 'Een signaal vastleggen'), 'Vastleggen', signal);
  const form = await finds(person, 'Vraag versturen', 'Stap 2', 'Een collega om advies vragen');
  const request = { ...question, question: questionOf(n), colleagues: [colleague.name] };
  await answers(person, form, 'Vraag versturen', request);
};

const told = 'Je collega heeft geantwoord';
/** Every message with this text that came to this person, by its place among all calls of the bots. */
const heard = ({ conversation }: Person, text: string): number[] =>
  bots.teams.calls.flatMap(({ kind, conversationId, answer, body }, place) => {
    const came = (kind === 'send' || kind === 'reply') && answer === 201 && conversationId === conversation.id;
    return came && JSON.stringify(body).includes(text) ? [place] : [];
  });

describe('given three processes over one account and fifty people at work at once', () => {
  test('when each process is killed in the middle, then no answer is lost, none counts twice, and nobody is told twice (R-242)', async () => {
    const { teachers, teams } = bots;
    const colleagueOf = (n: number): Person => teachers[n - (n % 10) + ((n + 1) % 10)] ?? teachers[0]!;
    const requests = (): number[][] => teachers.map((_, n) => heard(colleagueOf(n), questionOf(n)));
    const replies = (): number[][] => teachers.map((person) => heard(person, told));
    const startedAnew: Promise<void>[] = [];
    const kill = (n: number): void => {
      bots.kill(n);
      killed += 1;
      startedAnew.push(bots.start(n));
    };
    [40, 110, 170].forEach((count, n) => whenAcknowledged.set(count, () => kill(n)));

    /** What a killed process had in hand: it comes when its lease has ended, and may have come already. */
    const twice: number[] = [];
    const allHear = async (messages: () => number[][]): Promise<void> => {
      await Promise.all(startedAnew);
      await teams.quiet(500, 60_000);
      const before = messages();
      expect(before.filter(({ length }) => length > 1)).toEqual([]);
      await bots.later(180_000);
      await teams.until(() => messages().every(({ length }) => length > 0), 'everybody hears', 60_000);
      await teams.quiet(500, 60_000);
      twice.push(...messages().map(({ length }) => length - 1));
    };

    await Promise.all(teachers.map((person, n) => beginsAndAsks(person, n, colleagueOf(n))));
    await allHear(requests);
    await Promise.all(
      teachers.map(async (_, n) => {
        const colleague = colleagueOf(n);
        const card = colleague.chat.cards.findLast(({ text }) => text.includes(questionOf(n)));
        if (!card) throw new Error('the request has no card');
        await answers(colleague, card, 'Antwoord geven', advice);
      }),
    );
    await allHear(replies);

    const { records, master } = await bots.look();
    expect(await verifyStore(records, master)).toMatchObject({ whole: { cases: 50, events: 200 } });
    const { cases } = storesOver(records, master);
    for (const caseId of await records.cases.caseIds({ limit: 100 }))
      expect((await cases.history(caseId)).map(({ event }) => event.type)).toEqual([
        ...['CaseOpened', 'SignalRecorded', 'ConsultationRequested', 'ConsultationAnswered'],
      ]);
    await records.close();
    expect([acknowledged, killed]).toEqual([200, 3]);
    const extra = twice.reduce((sum, more) => sum + more, 0);
    // each process writes to four people at once: no more than that can be under way when it is killed
    expect(extra).toBeLessThanOrEqual(4 * killed);
    expect(bots.log.filter((line) => !line.includes('SlowTurn'))).toEqual([]);
    process.stdout.write(
      `three processes: people: 50, answers: ${acknowledged}, killed: ${killed}, presses repeated: ${repeated}, ` +
        `lost: 0, counted twice: 0, messages: 100, told twice: 0, under way at a kill and sent once more: ${extra}\n`,
    );
  });
});
