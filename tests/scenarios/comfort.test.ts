import { accepted, because, helped, risk, safe, signal, walksToWeighing } from './steps';
import { asks, beginsCase, does, facts, goes, hears, offers, stories, theCase, typedOn } from './story';

const given = stories();

const photo = { contentType: 'image/*', contentUrl: 'https://smba.trafficmanager.net/x' };
const file = { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'foto.jpg', content: {} };
const html = { contentType: 'text/html', content: '<p>mijn zaken</p>' };

describe('given somebody who sends a picture or a file', () => {
  test.each([
    ['a picture', [photo]],
    ['a file', [file, html]],
  ])(
    'when it is %s, then it is refused kindly, with what to do instead, and nothing is kept (R-077)',
    async (_what, attachments) => {
      const story = await given();
      const { teacher } = story;
      const before = teacher.chat.cards.length;
      await teacher.says('', { attachments });
      const card = teacher.chat.lastCard();
      expect(teacher.chat.cards.length).toBe(before + 1);
      expect(card.text).toContain('Foto’s en bestanden neem ik niet aan; ik heb niets bewaard.');
      expect(card.text).toContain('Schrijf op wat je zag: waar, hoe groot, welke kleur.');
      expect(await story.cases()).toEqual([]);
      expect(story.lines.join('')).not.toContain('foto.jpg');
    },
  );

  test('when words come with it, then those are answered too', async () => {
    const { teacher } = await given();
    await teacher.says('ik maak me zorgen over Sam', { attachments: [photo] });
    expect(teacher.chat.cards.at(-2)?.text).toContain('neem ik niet aan');
    expect(typedOn(teacher.chat.lastCard())['detail']).toBe('Sam');
  });

  test('when it is only a line with a form of its own, as Teams sends those, then it is a line like any other', async () => {
    const { teacher } = await given();
    await teacher.says('mijn zaken', { attachments: [html] });
    expect(teacher.chat.lastCard().text).not.toContain('neem ik niet aan');
    expect(teacher.chat.lastCard().text).toContain('Je hebt geen zaken.');
  });
});

describe('given something more to tell about a child', () => {
  test('when there is one case, then one message brings the card with it, and one press records it (R-052)', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    const card = await asks(teacher, 'nieuw signaal: Sam viel in slaap tijdens het rekenen');
    expect(card.text).toContain('Sam de Vries');
    expect(typedOn(card)['text']).toBe('Sam viel in slaap tijdens het rekenen');
    await does(teacher, 'Vastleggen', { category: 'Lichaam en verzorging' });
    expect((await theCase(story)).events.at(-1)).toMatchObject({
      type: 'SignalRecorded',
      text: 'Sam viel in slaap tijdens het rekenen',
    });
  });

  test('when there are more, then it asks whose, and the words go along', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    await beginsCase(teacher, { name: 'Noor' });
    const card = await asks(teacher, 'signaal ze had weer geen eten mee');
    expect(offers(card).map((title) => title.split(' · ')[1] ?? title)).toEqual([
      'Noor',
      'Sam de Vries',
      'Een ander kind: nieuwe zaak',
    ]);
    const choice = offers(card).find((title) => title.includes('Sam')) ?? '';
    const form = await does(teacher, 'Verder', { go: choice });
    expect(form.text).toContain('Sam de Vries');
    expect(typedOn(form)['text']).toBe('ze had weer geen eten mee');
    const other = await asks(teacher, 'signaal ze had weer geen eten mee');
    expect(other.text).toContain('Bij wie hoort dit signaal?');
    await does(teacher, 'Verder', { go: 'Een ander kind: nieuwe zaak' });
    expect(typedOn(teacher.chat.lastCard())['firstSignal']).toBe('ze had weer geen eten mee');
  });

  test('when there is no case yet, then it begins one', async () => {
    const { teacher } = await given();
    const card = await asks(teacher, 'Signaal: Sam had een blauwe plek');
    expect(card.text).toContain('Goed dat je het zegt');
    expect(typedOn(card)['detail']).toBe('Sam had een blauwe plek');
  });
});

describe('given something that was recorded wrong', () => {
  test('when it is corrected, then the new words stand in the file and the old ones can still be read', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    await does(teacher, 'Vastleggen', signal);
    const read = await goes(teacher, 'Alles wat is vastgelegd');
    const wrong = offers(read).find((title) => title.startsWith('2. ')) ?? '';
    await does(teacher, 'Lezen of verbeteren', { go: wrong });
    await does(teacher, 'Verbetering vastleggen', { text: 'Het was de linkerarm.', reason: 'Ik vergiste me.' });
    const all = await goes(teacher, 'Alles wat is vastgelegd');
    expect(all.text).toContain('Sam had een blauwe plek op zijn arm.');
    expect(all.text).toContain('(verbeterd: zie nr. 3)');
    expect(all.text).toContain('Het was de linkerarm.');
    expect(await facts(story)).toEqual(['CaseOpened', 'SignalRecorded', 'EntryCorrected']);
  });

  test('when it is an answer that the leader has not confirmed, then it can be given again, and the leader confirms the new one', async () => {
    const story = await given();
    const { teacher, leader } = story;
    await beginsCase(teacher);
    await walksToWeighing(story);
    await goes(teacher, 'Stap 4', 'Risico, aard en ernst');
    await does(teacher, 'Vastleggen', risk);
    await does(teacher, 'Vastleggen', { answer: 'Ja', ...because });
    await does(teacher, 'Vastleggen', { ...safe, explanation: 'Nog niet goed opgeschreven.' });
    await goes(teacher, 'Stap 4', 'Vraag 2');
    await does(teacher, 'Vastleggen', { ...safe, explanation: 'Zo is het beter gezegd.' });
    await does(teacher, 'Vastleggen', helped);
    await does(teacher, 'Vastleggen', accepted);
    const asked = await hears(story, leader, '4. Hulp aanvaard: ja');
    expect(asked.text).toContain('Zo is het beter gezegd.');
    expect(asked.text).not.toContain('Nog niet goed opgeschreven.');
    expect((await goes(teacher, 'Alles wat is vastgelegd')).text).toContain('Nog niet goed opgeschreven.');
  });
});

describe('given somebody who was called away', () => {
  test.each(['waar was ik', 'verder', 'overzicht'])(
    'when they type “%s” the day after, then they see what helps now',
    async (typed) => {
      const story = await given();
      const { teacher } = story;
      await beginsCase(teacher);
      await teacher.says('pauze');
      story.later(1);
      const card = await asks(teacher, typed);
      expect(card.text).toContain('Sam de Vries');
      expect(card.buttons).toContain('Doe dit nu');
    },
  );
});

describe('given a case that was begun by mistake', () => {
  test('when nothing stands in it yet, then two presses undo it and nobody hears of it', async () => {
    const story = await given();
    const { teacher, leader } = story;
    await beginsCase(teacher);
    const before = leader.chat.cards.length;
    await goes(teacher, 'Deze zaak begon per vergissing');
    const receipt = await does(teacher, 'Begin ongedaan maken');
    expect(receipt.text).toContain('Per vergissing begonnen');
    await story.settled();
    expect(leader.chat.cards.length).toBe(before);
    expect((await theCase(story)).file.status).toBe('closed');
  });

  test('when something stands in it, then that way is not offered', async () => {
    const { teacher } = await given();
    await beginsCase(teacher);
    await does(teacher, 'Vastleggen', signal);
    expect(offers(await goes(teacher)).join()).not.toContain('vergissing');
  });
});
