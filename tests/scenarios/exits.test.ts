import { signal } from './steps';
import { asks, beginsCase, chooses, does, facts, goes, hears, offers, stories, theCase } from './story';

const given = stories();
const what = { what: 'Tom trok een leerling hard aan de arm.' };

describe('given a concern about somebody who works at the school', () => {
  test('when it is reported, then the leaders and the board hear at once, and there are no steps (R-056, R-057, R-243)', async () => {
    const story = await given();
    const { teacher, leader, board, ibEr } = story;
    await teacher.says('ik maak me zorgen');
    await does(teacher, 'Over een medewerker van school');
    const receipt = await does(teacher, 'Meteen melden', { accused: 'Tom Hesselink', ...what });
    expect(receipt.text).toContain('Jeroen Nijhuis, Hanneke Olde Monnikhof');

    for (const told of [leader, board]) {
      await hears(story, told, 'Met spoed: er is iets aan jou gemeld. Lees het nu.');
      const read = await does(told, 'Bekijken');
      expect(read.text).toContain('Dit is gemeld aan de schoolleiding en het bestuur van Stichting Consent.');
      expect(read.text).toContain('Tom trok een leerling hard aan de arm.');
      expect(offers(read).join()).not.toContain('Stap ');
    }
    expect(ibEr.chat.cards).toHaveLength(1); // the welcome
    expect(await facts(story)).toEqual(['StaffConcernReported']);
    expect((await theCase(story)).file.kind).toBe('medewerker');
  });

  test('when it is about the accused, then they hear nothing and find nothing (R-059, I-01, I-25)', async () => {
    const story = await given();
    const { teacher, otherTeacher, leader } = story;
    await teacher.says('ik maak me zorgen');
    await does(teacher, 'Over een medewerker van school');
    await does(teacher, 'Meteen melden', { accused: 'Tom Hesselink', ...what });
    await hears(story, leader, 'Lees het nu');
    await story.settled();

    const { caseId, file } = await theCase(story);
    const list = await asks(otherTeacher, 'mijn zaken');
    expect(offers(list)).toEqual([]);
    const stolen = { type: 'Action.Execute', verb: 'showHub', data: { m: { case: caseId } } };
    await otherTeacher.sends({ type: 'invoke', name: 'adaptiveCard/action', value: { action: stolen } });
    for (const secret of ['Tom trok', file.number, 'gemeld aan de schoolleiding'])
      expect(otherTeacher.chat.everything()).not.toContain(secret);
  });

  test('when it is about the leadership, then only the board hears (R-059, I-01)', async () => {
    const story = await given();
    const { teacher, leader, deputy, board } = story;
    await teacher.says('ik maak me zorgen');
    await does(teacher, 'Over een medewerker van school');
    const receipt = await does(teacher, 'Meteen melden', { accused: 'Jeroen Nijhuis', what: 'Hij schreeuwt.' });
    expect(receipt.text).toContain('Hanneke Olde Monnikhof');
    expect(receipt.text).not.toContain('Saskia');
    await hears(story, board, 'Lees het nu');
    await story.settled();

    for (const nobody of [leader, deputy]) {
      expect(nobody.chat.cards).toHaveLength(1);
      expect(offers(await asks(nobody, 'mijn zaken'))).toEqual([]);
    }
    const read = await does(board, 'Bekijken');
    expect(read.text).toContain('De schoolleiding kreeg geen bericht en ziet dit niet.');
    await chooses(board, 'Vervolg vastleggen');
    await does(board, 'Vastleggen', { text: 'Gesprek gevoerd met de vertrouwensinspecteur.' });
    expect(await facts(story)).toEqual(['StaffConcernReported', 'FollowUpAdded']);
  });

  test('when it comes up in a running case, then its steps freeze and what was recorded stays (R-057, I-01)', async () => {
    const story = await given();
    const { teacher, leader } = story;
    await beginsCase(teacher);
    await does(teacher, 'Vastleggen', signal);
    const signalMenu = teacher.chat.lastCard();
    await goes(teacher, 'Het gaat over een medewerker van school');
    await does(teacher, 'Meteen melden', { accused: 'Iemand anders', accusedName: 'de invaller', ...what });
    await hears(story, leader, 'Lees het nu');

    const outcome = await teacher.presses(signalMenu, 'Open je keuze', { go: 'step1-signals/signal' });
    expect(outcome.kind).toBe('card');
    const refused = await does(teacher, 'Vastleggen', signal);
    expect(refused.text).toContain('Deze zaak loopt niet via het stappenplan.');
    expect(await facts(story)).toEqual(['CaseOpened', 'SignalRecorded', 'MovedToStaffExit']);
  });
});

describe('given violence between pupils', () => {
  test('when it is reported, then the chosen leader hears it and there are no steps (R-060, R-061, I-02)', async () => {
    const story = await given();
    const { teacher, leader, deputy, board } = story;
    await teacher.says('ik maak me zorgen');
    await does(teacher, 'Tussen leerlingen onderling');
    await does(teacher, 'Melden', { told: 'Saskia Wolters', what: 'Twee leerlingen vochten op het plein.' });
    await hears(story, deputy, 'Een collega meldt je iets over leerlingen onderling.');
    expect((await does(deputy, 'Bekijken')).text).toContain('Twee leerlingen vochten op het plein.');
    await story.settled();
    expect(leader.chat.cards).toHaveLength(1);
    expect(board.chat.cards).toHaveLength(1);
    expect(await facts(story)).toEqual(['PupilConcernReported']);
    expect((await theCase(story)).file).toMatchObject({ kind: 'leerlingen', exit: { told: [deputy.aadObjectId] } });
  });
});
