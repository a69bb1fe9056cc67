import { asksColleagues } from './steps';
import { asks, beginsCase, does, goes, hears, stories } from './story';

const given = stories();

describe('given a colleague who reads English', () => {
  test('when they ask for it, then the bot speaks English to them, and Dutch to everybody else', async () => {
    const story = await given();
    const { teacher, otherTeacher } = story;
    expect((await asks(otherTeacher, 'english')).text).toContain('meldcode');
    expect((await asks(otherTeacher, 'help')).text).toContain('I am worried');
    expect((await asks(otherTeacher, 'my cases')).text).not.toMatch(/zaken/);
    await asksColleagues(teacher, 'Tom Hesselink');
    const question = await hears(story, otherTeacher, 'asks you');
    expect(question.text).not.toMatch(/vraagt je|Wat raad je aan/);
    expect((await asks(teacher, 'mijn zaken')).text).toContain('Kies een zaak');
  });

  test('when they begin a case, then the facts are as they typed them, and the same for who reads Dutch', async () => {
    const story = await given();
    const { teacher, leader } = story;
    await asks(teacher, 'in English');
    await asks(teacher, 'I am worried');
    expect((await asks(teacher, 'emergency')).text).toContain('112');
    await asks(teacher, 'nederlands');
    await beginsCase(teacher);
    await asks(teacher, 'english');
    const shown = await asks(teacher, 'overview');
    expect(shown.text).toContain('Step 1');
    expect((await asks(leader, 'mijn zaken')).text).toContain('Sam');
  });

  test('when the store was begun anew, then the choice is still there; and one press brings Dutch back', async () => {
    const story = await given();
    const { teacher, restart } = story;
    await asks(teacher, 'english');
    await restart();
    await asks(teacher, 'help');
    expect((await does(teacher, 'Nederlands')).text).toContain('ik maak me zorgen');
    await goes(teacher).catch(() => undefined);
    expect((await asks(teacher, 'hulp')).text).toContain('Dit kun je typen');
  });

  test('when something is missing on a card, then the hint is English as well, and what was typed stays', async () => {
    const story = await given();
    const { teacher } = story;
    await asks(teacher, 'english');
    await asks(teacher, 'I am worried');
    const triage = await asks(teacher, 'stop');
    expect(triage.text).toContain('my cases');
  });
});
