import { advice, question, signal, suspects, walksToWeighing } from './steps';
import { asks, beginsCase, cardWith, chooses, does, facts, goes, hears, stories, theCase, typedOn } from './story';

const given = stories();

describe('given a card that was answered', () => {
  test('when it is pressed twice, at once or later, then it is recorded once and the receipt is the same', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    const card = teacher.chat.lastCard();
    const filled = { text: 'Sam sliep in de klas.', category: 'GK' };
    const [first, second] = await Promise.all([
      teacher.presses(card, 'Vastleggen', filled),
      teacher.presses(card, 'Vastleggen', filled),
    ]);
    const third = await teacher.presses(card, 'Vastleggen', filled);
    for (const outcome of [first, second, third])
      expect(outcome.kind === 'card' && outcome.card.text).toContain('✓ Signaal vastgelegd');
    expect(await facts(story)).toEqual(['CaseOpened', 'SignalRecorded']);
  });

  test('when Teams brings the same press again, then it gets the same answer', async () => {
    const story = await given();
    const { teacher, teams } = story;
    await beginsCase(teacher);
    const outcome = await teacher.presses(teacher.chat.lastCard(), 'Vastleggen', {
      text: 'Hij sliep.',
      category: 'GK',
    });
    const again = await teams.deliver(outcome.sent);
    expect(again).toEqual({ status: 200, body: outcome.body });
    expect(await facts(story)).toEqual(['CaseOpened', 'SignalRecorded']);
  });

  test('when the first press began the case, then a second one begins no other', async () => {
    const story = await given();
    const { teacher } = story;
    await teacher.says('ik maak me zorgen');
    await does(teacher, 'Over een kind, thuis');
    const card = cardWith(teacher, 'Vastleggen en verder');
    await teacher.presses(card, 'Vastleggen en verder', { name: 'Sam' });
    const again = await teacher.presses(card, 'Vastleggen en verder', { name: 'Sam en nog iets' });
    expect(again.kind === 'card' && again.card.text).toContain('✓ Zaak begonnen');
    expect((await theCase(story)).file.pupil.name).toBe('Sam');
  });

  test('when it is looked at on another device, then the receipt stands there too', async () => {
    const { teacher } = await given();
    await beginsCase(teacher);
    const card = teacher.chat.lastCard();
    await teacher.presses(card, 'Vastleggen', { text: 'Hij sliep.', category: 'GK' });
    const post = teacher.chat.posts.find(({ id }) => id === card.activityId);
    expect(post?.edits).toBe(1);
    expect(JSON.stringify(post?.activity)).toContain('✓ Signaal vastgelegd');
  });
});

describe('given a typed line that Teams brings twice', () => {
  test('when the first was answered, then the second is not', async () => {
    const { teacher, teams } = await given();
    const line = teacher.activity('message', { text: 'hulp' });
    await teams.deliver(line);
    const cards = teacher.chat.cards.length;
    await teams.deliver(line);
    expect(teacher.chat.cards).toHaveLength(cards);
  });
});

describe('given a card of before something changed', () => {
  test('when somebody else began a new weighing meanwhile, then the old card changes nothing and says so', async () => {
    const story = await given();
    const { teacher, ibEr } = story;
    await beginsCase(teacher);
    await walksToWeighing(story);
    await suspects(story);
    const old = cardWith(teacher, 'Vastleggen');
    expect(old.text).toContain('Vraag 2 van 5');
    await goes(ibEr, 'Stap 4', 'Opnieuw wegen');
    await does(ibEr, 'Nieuwe weging beginnen', { reason: 'We weten nu meer.' });
    const outcome = await teacher.presses(old, 'Vastleggen', {
      ...{ acute: 'nee', structural: 'nee', explanation: 'Er is geen gevaar.' },
    });
    expect(outcome.kind === 'card' && outcome.card.text).toContain('Er is intussen iets veranderd in deze weging.');
    expect(await facts(story)).not.toContain('SafetyWeighed');
    // What was written is still there to take along.
    expect(outcome.kind === 'card' && typedOn(outcome.card)).toMatchObject({ explanation: 'Er is geen gevaar.' });
  });

  test('when the case was closed meanwhile, then nothing is added and the way to open it is shown', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    await does(teacher, 'Vastleggen', signal);
    await goes(teacher, 'Stap 1', 'Een signaal vastleggen');
    const old = cardWith(teacher, 'Vastleggen');
    await goes(teacher, 'Stap 4', 'Vraag 1');
    await does(teacher, 'Vastleggen', { answer: 'Nee', explanation: 'Er was een andere uitleg.' });
    const missing = { missing1: 'n.v.t.', missing2: 'n.v.t.', missing3: 'n.v.t.' };
    await does(teacher, 'Zaak sluiten', { reason: 'Geen actie nodig.', ...missing });
    const outcome = await teacher.presses(old, 'Vastleggen', { text: 'Kort', category: 'GK' });
    expect(outcome.kind === 'card' && outcome.card.text).toContain('Deze zaak is gesloten. Heropen de zaak eerst');
    expect((await facts(story)).at(-1)).toBe('CaseClosed');
  });

  test('when a consultation was withdrawn meanwhile, then the answer is refused and kept on the card', async () => {
    const story = await given();
    const { teacher, ibEr } = story;
    await beginsCase(teacher);
    await does(teacher, 'Vastleggen', signal);
    await goes(teacher, 'Stap 2', 'Een collega om advies vragen');
    await does(teacher, 'Vraag versturen', question);
    await hears(story, ibEr, 'Herken jij dit?');
    await goes(teacher, 'Stap 2', 'Alle vragen bekijken');
    await chooses(teacher, 'Vraag aan Ilse ter Braak intrekken');
    await does(teacher, 'Vraag intrekken');
    await hears(story, ibEr, 'Een collega heeft een vraag aan jou ingetrokken.');
    const outcome = await ibEr.presses(cardWith(ibEr, 'Antwoord geven'), 'Antwoord geven', {
      ...advice,
      recognises: 'ja',
    });
    expect(JSON.stringify(outcome.body)).toContain('Dit is al beantwoord of ingetrokken. Er is niets veranderd.');
    expect(await facts(story)).not.toContain('ConsultationAnswered');
  });
});

describe('given a bot that was away', () => {
  test('when a colleague answers days later, after a restart, then it is recorded and the asker hears it (R-241, R-244)', async () => {
    const story = await given();
    const { teacher, ibEr } = story;
    await beginsCase(teacher);
    await does(teacher, 'Vastleggen', signal);
    await goes(teacher, 'Stap 2', 'Een collega om advies vragen');
    await does(teacher, 'Vraag versturen', question);
    await hears(story, ibEr, 'Herken jij dit?');
    await story.stop();
    story.later(5);
    await story.start();
    await does(ibEr, 'Antwoord geven', advice);
    await hears(story, teacher, 'Je collega heeft geantwoord');
    expect(await facts(story)).toContain('ConsultationAnswered');
  });

  test('when it stops in the middle of a case, then a half-filled card can be sent afterwards and the talk goes on', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    const card = teacher.chat.lastCard();
    await story.restart();
    const outcome = await teacher.presses(card, 'Vastleggen', { text: 'Hij sliep.', category: 'GK' });
    expect(outcome.kind === 'card' && outcome.card.text).toContain('✓ Signaal vastgelegd');
    expect(teacher.chat.lastCard().text).toContain('Signalen in kaart brengen');
  });

  test('when where the talk was is lost, then no fact is, and it goes on at the overview (R-241)', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    const card = teacher.chat.lastCard();
    expect(await story.loseTalk(teacher)).toBe(true);
    const outcome = await teacher.presses(card, 'Vastleggen', { text: 'Hij sliep.', category: 'GK' });
    expect(outcome.kind === 'card' && outcome.card.text).toContain('✓ Signaal vastgelegd');
    const hub = await asks(teacher, 'overzicht');
    expect(hub.text).toContain('Zijn alle signalen in kaart?');
    expect(await facts(story)).toEqual(['CaseOpened', 'SignalRecorded']);
  });
});
