import { calledVeiligThuis, risk, because, signal, suspects, walksToWeighing } from './steps';
import { asks, beginsCase, cardWith, does, doesOn, facts, goes, hears, stories, theCase } from './story';

const given = stories();

describe('given a child that may not be safe, when question 2 is answered with doubt', () => {
  test('then it counts as yes: call and report now, and the leader knows (R-122, R-125, R-139, I-06)', async () => {
    const story = await given();
    const { teacher, leader } = story;
    await beginsCase(teacher);
    await walksToWeighing(story);
    await suspects(story);
    await does(teacher, 'Vastleggen', { acute: 'Nee', structural: 'Twijfel', ...because });
    const now = teacher.chat.lastCard();
    expect(now.text).toContain('Bel nu Veilig Thuis');
    expect(now.text).toContain('[0800-2000](tel:08002000)');
    expect((await hears(story, leader, 'Bij vraag 2 is meteen melden nodig')).text).toContain('niet tegenhouden');
    const { file } = await theCase(story);
    expect(file.reportDuty).toMatchObject({ because: 'safety' });
  });

  test('then the melding, its answer and a second melding each stay in the file (R-128, R-156, R-160, R-168, I-13)', async () => {
    const story = await given();
    const { teacher, leader, now } = story;
    await beginsCase(teacher);
    await walksToWeighing(story);
    await suspects(story);
    await does(teacher, 'Vastleggen', { acute: 'Twijfel', structural: 'Nee', ...because });
    await does(teacher, 'Melding vastleggen');
    const report = (day: string) => ({
      reportedDay: day,
      reportedTime: '08:30',
      spokeWith: 'Anouk van Veilig Thuis',
      agreements: 'Veilig Thuis neemt het over.',
      whyDirect: 'Het kind was niet veilig; wachten kon niet.',
    });
    await does(teacher, 'Vastleggen', report(story.day()));
    await hears(story, leader, 'er is een melding vastgelegd');

    // Veilig Thuis has five working days; then the bot asks.
    story.later(8);
    const reminder = await hears(story, teacher, 'Vijf werkdagen na de melding: heb je iets gehoord van Veilig Thuis?');
    const feedback = await doesOn(teacher, reminder, 'Nu doen');
    const said = { outcome: 'Veilig Thuis heeft laten weten', spokeWith: 'Anouk', decision: 'Er komt hulp.' };
    await doesOn(teacher, feedback, 'Vastleggen', said);

    // It begins again.
    await goes(teacher, 'Het stopt niet of begint opnieuw');
    await does(teacher, 'Vastleggen', { what: 'Sam had weer een blauwe plek.' });
    expect(teacher.chat.lastCard().text).toContain('Bel nu Veilig Thuis');
    await hears(story, leader, 'Met spoed: iets stopt niet of begint opnieuw.');
    await does(teacher, 'Melding vastleggen');
    story.later(0, 1);
    const again = await does(teacher, 'Vastleggen', { ...report(story.day()), reportedTime: '10:05' });
    expect(again.text).toContain('✓');

    const { file, events } = await theCase(story);
    expect(file.reports.map(({ number, feedback }) => [number, feedback])).toEqual([
      [1, 'terugkoppeling'],
      [2, undefined],
    ]);
    expect(file.reportDuty).toBeUndefined();
    const types = events.map(({ type }) => type);
    expect(types.slice(-4)).toEqual(['ReportMade', 'FeedbackRecorded', 'ContinuesReported', 'ReportMade']);
    expect(now() > (events.at(-1)?.at ?? '')).toBe(true);
    expect(story.log).toEqual([]);
  });
});

describe('given doubt at question 1', () => {
  test('when Veilig Thuis was called, then the question can be answered again (R-074, R-121)', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    await does(teacher, 'Vastleggen', signal);
    await goes(teacher, 'Stap 4', 'Risico');
    await does(teacher, 'Vastleggen', risk);
    await does(teacher, 'Vastleggen', { answer: 'Twijfel', ...because });
    expect(teacher.chat.lastCard().text).toContain('Je twijfelt bij vraag 1, vermoeden. Bel Veilig Thuis.');
    await goes(teacher, 'Stap 2', 'Contact met Veilig Thuis');
    await does(teacher, 'Vastleggen', calledVeiligThuis(story, { contactDay: story.day(), contactTime: '10:00' }));
    await goes(teacher, 'Stap 4', 'Vraag 1 opnieuw');
    await does(teacher, 'Vastleggen', { answer: 'Ja', ...because });
    expect(await facts(story)).toEqual([
      ...['CaseOpened', 'SignalRecorded', 'RiskAssessed', 'SuspicionWeighed', 'VeiligThuisContactRecorded'],
      'SuspicionWeighed',
    ]);
  });

  test('when Veilig Thuis says that action is needed now, then the card for the melding follows (R-081)', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    await goes(teacher, 'Stap 2', 'Contact met Veilig Thuis');
    await does(teacher, 'Vastleggen', calledVeiligThuis(story, { immediateAction: 'Ja' }));
    expect(cardWith(teacher, 'Melding voorbereiden').text).toContain('De melding vastleggen');
    expect((await asks(teacher, 'overzicht')).text).toContain('Bel nu Veilig Thuis en doe een melding.');
  });
});
