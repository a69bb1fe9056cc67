import type { Meldcode } from '../support/meldcode';
import type { Person } from '../support/person';
import { asksColleagues } from './steps';
import { asks, does, hears, stories } from './story';

const given = stories();

const line = 'Er wacht één ding op jou';
const heard = ({ chat }: Person, text = line): number => chat.cards.filter((card) => card.text.includes(text)).length;

/** On Tuesday at ten Tom is asked something; the story goes on at a quarter to nine on Wednesday. */
const asksTom = async (story: Meldcode): Promise<void> => {
  const { teacher, otherTeacher } = story;
  await asksColleagues(teacher, 'Tom Hesselink');
  await hears(story, otherTeacher, 'Herken jij dit?');
};
const nextMorning = async ({ later, settled }: Meldcode): Promise<void> => {
  later(0, 22, 45);
  await settled();
};

describe('given a colleague with a question that waits', () => {
  test('when a school day begins, then one line says how much waits and since when, names nobody, and leads to the list (R-003, I-20)', async () => {
    const story = await given();
    const { teacher, leader, otherTeacher, later, settled, restart } = story;
    await asksTom(story);
    await nextMorning(story);
    const card = await hears(story, otherTeacher, line);
    expect(card.text).toContain('sinds di 24 november');
    expect(card.text).not.toMatch(/Sam|Marieke|blauwe|Herken/);
    later(0, 1);
    await settled();
    await restart();
    await settled();
    expect(heard(otherTeacher)).toBe(1);
    expect([teacher, leader].map((one) => heard(one))).toEqual([0, 0]); // nothing waits for them
    expect((await does(otherTeacher, 'Mijn verzoeken')).text).toContain('Meedenken met Marieke Jansen');
  });

  test('when a reminder of it comes that day, then there is no line besides (R-003)', async () => {
    const story = await given();
    const { otherTeacher, later, settled } = story;
    await asksTom(story);
    await nextMorning(story);
    await hears(story, otherTeacher, line);
    later(1);
    await hears(story, otherTeacher, 'Er staat nog een vraag open tussen collega’s.');
    later(0, 0, 30);
    await settled();
    expect(heard(otherTeacher)).toBe(1);
  });

  test('when they do not want it, then it stops with one press, and comes again when they ask (R-003)', async () => {
    const story = await given();
    const { otherTeacher, later, settled } = story;
    await asksTom(story);
    await nextMorning(story);
    await hears(story, otherTeacher, line);
    expect((await does(otherTeacher, 'Niet meer elke dag')).text).toContain('je krijgt geen dagbericht meer');
    later(2); // Friday: nobody is reminded of anything
    await settled();
    expect(heard(otherTeacher)).toBe(0);
    expect((await asks(otherTeacher, 'dagbericht aan')).text).toContain('hoor je ’s ochtends of er iets op je wacht');
    later(3); // Monday
    await hears(story, otherTeacher, line);
    expect((await asks(otherTeacher, 'dagbericht uit')).text).toContain('geen dagbericht meer');
  });

  test('when it is weekend, or the bot was away that morning, then there is none (A-23)', async () => {
    const story = await given();
    const { otherTeacher, later, settled, stop, start } = story;
    later(3); // Friday
    await asksTom(story);
    await nextMorning(story); // Saturday
    later(1); // Sunday
    await settled();
    await stop();
    later(1, 3); // Monday, a quarter to twelve
    await start();
    await settled();
    expect(heard(otherTeacher)).toBe(0);
  });
});
