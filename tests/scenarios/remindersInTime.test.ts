import type { Person } from '../support/person';
import { asks, beginsCase, does, facts, hears, offers, stories } from './story';

const given = stories();
const reminder = 'In een zaak is een tijd niets gebeurd';
const more = 'Er wacht vandaag nog meer op jou';
/** How often this stands in the chat; a card that was pressed has become another. */
const heard = ({ chat }: Person, text: string): number => chat.cards.filter((card) => card.text.includes(text)).length;

describe('given a case in which nothing happens', () => {
  test('R-003 A-23: when the reminder would come in the evening or the weekend, then it waits for the morning people work', async () => {
    const story = await given();
    const { teacher, later } = story;
    await beginsCase(teacher);
    later(14, 9); // Tuesday, seven in the evening
    await story.settled();
    expect(heard(teacher, reminder)).toBe(0);
    later(0, 14); // Wednesday, nine in the morning
    await hears(story, teacher, reminder);
    expect(heard(teacher, reminder)).toBe(1);
  });

  test('R-003: when nobody does anything about it, then it comes again after a week, once, and not after something happened', async () => {
    const story = await given();
    const { teams, teacher, later } = story;
    await beginsCase(teacher);
    later(14);
    await hears(story, teacher, reminder);
    later(6);
    await story.settled();
    expect(heard(teacher, reminder)).toBe(1);
    later(1);
    await teams.until(() => heard(teacher, reminder) === 2, 'the second reminder');
    await story.restart();
    later(1);
    await story.settled();
    expect(heard(teacher, reminder)).toBe(2);
    await does(teacher, 'Uitstellen');
    await does(teacher, 'Uitstellen', { until: story.day(20), reason: 'Sam is ziek thuis.' });
    later(7);
    await story.settled();
    expect(await facts(story)).toEqual(['CaseOpened', 'TermPostponed']);
    expect(heard(teacher, reminder)).toBe(1); // the first card of all; nothing new came
  });

  test('R-003: when the bot was away for a month, then it reminds once, not of every time it missed', async () => {
    const story = await given();
    const { teacher, later } = story;
    await beginsCase(teacher);
    await story.stop();
    later(44); // a Thursday
    await story.start();
    await hears(story, teacher, reminder);
    await story.settled();
    expect(heard(teacher, reminder)).toBe(1);
  });
});

describe('given somebody with three cases in which nothing happens', () => {
  test('R-003: when all three ask attention on one day, then one reminder comes and one line for the rest, and all stand in the list', async () => {
    const story = await given();
    const { teacher, later } = story;
    for (const name of ['Sam de Vries', 'Noor Bakker', 'Daan Smit']) await beginsCase(teacher, { name });
    later(14);
    await hears(story, teacher, reminder);
    await hears(story, teacher, more);
    await story.settled();
    expect(heard(teacher, reminder)).toBe(1);
    expect(heard(teacher, more)).toBe(1);
    later(0, 0, 2); // what met another message on its way
    await story.settled();
    expect(heard(teacher, reminder) + heard(teacher, more)).toBe(2);
    const list = await does(teacher, 'Mijn verzoeken');
    expect(offers(list)).toHaveLength(3);
    later(1);
    await story.settled();
    expect(heard(teacher, reminder)).toBe(1);
    expect(offers(await asks(teacher, 'mijn verzoeken'))).toHaveLength(3);
  });
});
