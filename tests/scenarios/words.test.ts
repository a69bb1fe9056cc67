import { does, asks, beginsCase, facts, stories, typedOn } from './story';

const given = stories();

describe('given a chat with the bot', () => {
  test.each([
    ['begrippen', 'Huiselijk geweld'],
    ['Privacy', 'Wat gebeurt er met gegevens?'],
    ['hulp', 'Dit kun je typen'],
    ['help', 'Dit kun je typen'],
    ['Hoi!', 'Dit kun je typen'],
    ['over', 'Over de meldcode'],
    ['mijn zaken', 'Nieuwe zorg'],
    ['mijn verzoeken', 'Er wacht niets op jou'],
    ['overzicht', 'Nieuwe zorg'],
    ['stop', 'Wat al is vastgelegd, blijft bewaard.'],
    ['wat is het weer vandaag', 'Dat begrijp ik niet. Typ ‘ik maak me zorgen’ om te beginnen'],
    ['👍', 'Dit kun je typen'],
  ])(
    'when somebody types “%s”, then there is an answer with a way forward, and nothing is recorded',
    async (typed, said) => {
      const story = await given();
      const card = await asks(story.teacher, typed);
      expect(card.text).toContain(said);
      expect(card.buttons).toContain('Nood');
      expect(card.buttons.length).toBeGreaterThan(1);
      expect(await story.cases()).toEqual([]);
      expect(story.log).toEqual([]);
    },
  );

  test.each([
    ['ik maak me zorgen', ''],
    ['Ik maak mij zorgen.', ''],
    ['ik mak me zorgen', ''],
    ['IK MAAK ME ZORGEN over Sam', 'Sam'],
    ['ik maak me zorgen omdat hij blauwe plekken heeft', 'hij blauwe plekken heeft'],
    ['Ik zag vandaag dat Sam bang was', 'Ik zag vandaag dat Sam bang was'],
  ])(
    'when a worry is typed as “%s”, then it begins, with what was said in the first field (R-002, R-240)',
    async (typed, detail) => {
      const { teacher } = await given();
      const card = await asks(teacher, typed);
      expect(card.text).toContain('Goed dat je het zegt');
      expect(typedOn(card)['detail']).toBe(detail);
    },
  );

  test('when a worry begins in the middle of another case, then the other case stays as it is', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    await teacher.says('ik maak me zorgen over Noor');
    await does(teacher, 'Over een kind, thuis');
    await does(teacher, 'Vastleggen en verder', { name: 'Noor' });
    const kept = await story.cases();
    expect(kept.map(({ file }) => file.pupil.name).sort()).toEqual(['Noor', 'Sam de Vries']);
  });

  test('when somebody stops, then what was recorded is kept and “overzicht” goes on from there (R-241)', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    await teacher.says('stop');
    expect((await asks(teacher, 'overzicht')).text).toContain('Leg vast wat je zag of hoorde.');
    expect(await facts(story)).toEqual(['CaseOpened']);
  });
});

describe('given a channel where others read along', () => {
  test('when somebody writes to the bot there, then it sends them to their own chat and says nothing of a case', async () => {
    const { teacher, leader, teams, cases } = await given();
    const channel = teams.channel('Team De Linde', [teacher, leader]);
    await teacher.mentions(channel, 'ik maak me zorgen over Sam');
    const said = JSON.stringify(channel.conversation.received());
    expect(said).toContain('Ik werk alleen in een persoonlijk gesprek');
    expect(said).toContain('112');
    expect(said).not.toContain('Sam');
    expect(await cases()).toEqual([]);
  });
});

describe('given somebody who gets the app', () => {
  test('when Teams tells it in several events, one after the other or at once, then there is one welcome (R-219)', async () => {
    const { teacher, leader, restart } = await given({ install: false });
    await teacher.installs();
    await leader.installs({ together: true });
    await teacher.installs(); // a page that is loaded again sends them all again
    await restart();
    await teacher.installs();
    for (const { chat } of [teacher, leader])
      expect(chat.cards.filter(({ text }) => text.includes('Welkom bij de meldcode-bot'))).toHaveLength(1);
  });

  test('when the app was removed and comes back, then it welcomes again', async () => {
    const { teacher } = await given({ install: false });
    await teacher.installs();
    await teacher.uninstalls();
    await teacher.installs();
    expect(teacher.chat.cards).toHaveLength(2);
  });
});
