import { does, asks, beginsCase, facts, hears, offers, stories, theCase } from './story';

const given = stories();
const done = (day: string) => ({
  calledDay: day,
  calledTime: '08:10',
  called: ['Veilig Thuis'],
  spokeWith: 'Anouk van Veilig Thuis',
  agreed: 'Sam blijft op school tot zijn tante komt.',
});

describe('given danger now', () => {
  test.each(['nood', 'Spoed!', 'er is levensgevaar', 'bel 112', 'NOODSITUATIE'])(
    'when somebody types “%s”, then the numbers come first and nothing is asked (R-079, R-080, I-18)',
    async (typed) => {
      const { teacher, cases } = await given();
      const card = await asks(teacher, typed);
      expect(card.inputs).toEqual([]);
      expect(card.text).toContain('[112](tel:112)');
      expect(card.text).toContain('[0800-2000](tel:08002000)');
      expect(card.buttons.slice(0, 3)).toEqual(['Bel 112', 'Bel Veilig Thuis', 'Bel de politie']);
      expect(await cases()).toEqual([]);
    },
  );

  test('when a start sentence speaks of danger, then the numbers come before the question (R-079)', async () => {
    const { teacher } = await given();
    const before = teacher.chat.cards.length;
    await teacher.says('ik maak me zorgen, vader heeft een mes');
    const texts = teacher.chat.cards.slice(before).map(({ text }) => text.split('\n')[0]);
    expect(texts).toEqual(['Is er nu gevaar?', 'Goed dat je het zegt']);
  });

  test('when it is over, then what was done becomes a case and the leader hears at once (R-084, R-085)', async () => {
    const story = await given();
    const { teacher, leader } = story;
    await teacher.says('nood');
    await does(teacher, 'Achteraf vastleggen');
    const receipt = await does(teacher, 'Vastleggen', { name: 'Sam de Vries', ...done(story.day()) });
    expect(receipt.text).toContain('Noodsituatie vastgelegd');
    await hears(story, leader, 'Met spoed: een collega heeft een noodsituatie vastgelegd.');
    expect(await facts(story)).toEqual(['CaseOpened', 'EmergencyRecorded']);
    expect((await asks(teacher, 'overzicht')).text).toContain('Leg vast wat je zag of hoorde.');
  });

  test('when a melding was made in the same call, then its answer is awaited (R-081, I-13)', async () => {
    const story = await given();
    const { teacher } = story;
    await teacher.says('nood');
    await does(teacher, 'Achteraf vastleggen');
    await does(teacher, 'Vastleggen', { name: 'Sam', ...done(story.day()), immediateAction: true, reported: true });
    expect((await theCase(story)).file.reports).toHaveLength(1);
    story.later(8);
    await hears(story, teacher, 'Vijf werkdagen na de melding');
  });

  test('when the emergency was in a case that runs, then it is written down there', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    await teacher.presses(teacher.chat.lastCard(), 'Nood');
    const numbers = teacher.chat.lastCard('Is er nu gevaar?');
    expect(numbers.inputs).toEqual([]);
    await teacher.presses(numbers, 'Vastleggen in deze zaak');
    await does(teacher, 'Vastleggen', done(story.day()));
    expect(await facts(story)).toEqual(['CaseOpened', 'EmergencyRecorded']);
  });

  test('when “Nood” is pressed on a card that was half filled in, then that card stays as it was', async () => {
    const { teacher } = await given();
    await beginsCase(teacher);
    const half = teacher.chat.lastCard();
    const outcome = await teacher.presses(half, 'Nood');
    expect(outcome).toMatchObject({ kind: 'toast', toast: 'De kaart staat hieronder. Wat je al typte blijft staan.' });
    expect(teacher.chat.cards.at(-2)?.text).toBe(half.text);
    expect(offers(teacher.chat.lastCard())).toEqual([]);
  });
});
