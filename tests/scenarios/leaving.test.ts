import type { Meldcode } from '../support/meldcode';
import { advice, asksColleagues, plan, signal, walksToWeighing, weighsHelp } from './steps';
import { asks, beginsCase, cardWith, does, facts, goes, hears, opensAnyway, stories, theCase } from './story';

const given = stories();

const leaves = ({ rewriteDirectory }: Meldcode, name: string): Promise<void> =>
  rewriteDirectory(({ schools }) => {
    for (const school of schools) school.people = school.people.filter((person) => person.name !== name);
  });

describe('given somebody who leaves the school', () => {
  test('when they had a case, then they see nothing of it from that moment, and the school leader has it (I-24)', async () => {
    const story = await given();
    const { teacher, leader } = story;
    await beginsCase(teacher);
    await does(teacher, 'Vastleggen', signal);
    expect((await asks(teacher, 'mijn zaken')).text).toContain('Sam');

    await leaves(story, 'Marieke Jansen');
    expect((await asks(teacher, 'mijn zaken')).text).toContain('Ik ken je nog niet');
    expect(teacher.chat.lastCard().text).not.toContain('Sam');
    await hears(story, leader, 'Een zaak is aan jou overgedragen.');
    await does(leader, 'Bekijken');
    expect(leader.chat.lastCard().text).toContain('Jeroen Nijhuis');
    const kept = await theCase(story);
    expect(kept.file.owner).toBe(leader.aadObjectId);
    expect(kept.events.at(-1)).toMatchObject({
      type: 'OwnerReassigned',
      by: 'meldcode',
      from: teacher.aadObjectId,
      reason: 'Deze collega staat niet meer bij deze school in het schoolbestand.',
    });
  });

  test('when they were asked for advice, then the asker hears to ask somebody else, and the request is theirs no more (R-065)', async () => {
    const story = await given();
    const { teacher, otherTeacher } = story;
    await asksColleagues(teacher, 'Tom Hesselink');
    await hears(story, otherTeacher, 'Herken jij dit?');
    const before = otherTeacher.chat.cards.length;

    await leaves(story, 'Tom Hesselink');
    await hears(story, teacher, 'Je collega kan niet antwoorden op je vraag. Vraag iemand anders.');
    await story.settled();
    expect(otherTeacher.chat.cards).toHaveLength(before); // and hears nothing more
    expect(await facts(story)).toContain('ConsultationWithdrawn');
    expect((await does(otherTeacher, 'Antwoord geven', advice)).text).toContain('Ik ken je nog niet');
    expect(await facts(story)).not.toContain('ConsultationAnswered');
  });

  test('when they leave one school and work at another, then what they had at the first is handed over too', async () => {
    const story = await given();
    const { teacher, leader } = story;
    await beginsCase(teacher);
    await story.rewriteDirectory(({ schools }) => {
      const [linde, other] = schools;
      const moved = linde?.people.find(({ name }) => name === 'Marieke Jansen');
      if (!linde || !other || !moved) throw new Error('the example has two schools');
      linde.people = linde.people.filter((person) => person !== moved);
      other.people.push(moved);
    });
    await hears(story, leader, 'Een zaak is aan jou overgedragen.');
    expect((await asks(teacher, 'mijn zaken')).text).not.toContain('Sam');
  });

  test('when the bot did not run at that moment, then it hands over at its next start', async () => {
    const story = await given();
    const { teacher, leader } = story;
    await beginsCase(teacher);
    await story.stop();
    await leaves(story, 'Marieke Jansen');
    await story.start();
    await hears(story, leader, 'Een zaak is aan jou overgedragen.');
    await story.restart();
    await story.settled();
    expect((await facts(story)).filter((type) => type === 'OwnerReassigned')).toHaveLength(1);
  });

  test('when they were casemanager of a help plan, then the owner of the case is asked to be it (I-11)', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    await walksToWeighing(story);
    await weighsHelp(story);
    await goes(teacher, 'Stap 5', 'Besluit 1');
    await does(teacher, 'Vastleggen', { canProtect: 'Ja', decision: 'Nee, we melden niet', reason: 'Er is hulp.' });
    await does(teacher, 'Vastleggen', { schoolCan: 'Ja', familyCan: 'Ja', reason: 'Moeder wil dit graag.' });
    await does(teacher, 'Plan vastleggen', { ...plan(story), casemanager: 'Ilse ter Braak' });
    await leaves(story, 'Ilse ter Braak');
    await story.teams.until(async () => (await theCase(story)).file.plan?.casemanager === teacher.aadObjectId);
    expect(await facts(story)).toContain('CasemanagerReassigned');
  });

  test('when they would be the second at a talk, then whoever planned it hears to ask somebody else, once (R-086)', async () => {
    const story = await given();
    const { teacher, otherTeacher, ibEr } = story;
    await beginsCase(teacher);
    await opensAnyway(teacher, 'step3-conversation/plan');
    const planned = { with: 'Ouder of verzorger', talkDay: story.day(3), talkTime: '15:30', second: 'Tom Hesselink' };
    await does(teacher, 'Vastleggen', planned);
    await hears(story, otherTeacher, 'vraagt je om bij een gesprek aan te sluiten');

    await leaves(story, 'Tom Hesselink');
    const told = 'Een collega die bij een gesprek zou zijn, werkt niet meer op deze school.';
    expect((await hears(story, teacher, told)).text).not.toContain('Sam');
    const before = await facts(story);
    await story.restart();
    await story.settled();
    expect(await facts(story)).toEqual(before);
    expect(teacher.chat.cards.filter(({ text }) => text.includes(told))).toHaveLength(1);
    expect((await theCase(story)).events.at(-1)).toMatchObject({ type: 'ConversationPlanned', by: 'meldcode' });

    await does(teacher, 'Bekijken');
    await does(teacher, 'Vastleggen', { ...planned, second: 'Ilse ter Braak' });
    await hears(story, ibEr, 'vraagt je om bij een gesprek aan te sluiten');
  });

  test('when they had a task in a help plan, then the owner and the casemanager hear to give it to somebody else, once (R-136, R-137)', async () => {
    const story = await given();
    const { teacher, otherTeacher, ibEr } = story;
    await beginsCase(teacher);
    await opensAnyway(teacher, 'plan/make');
    await does(teacher, 'Plan vastleggen', { ...plan(story), colleagues: ['Tom Hesselink'] });
    await hears(story, otherTeacher, 'Je hebt een taak in een plan');

    await leaves(story, 'Tom Hesselink');
    const told = 'Een collega met een taak in een plan werkt niet meer op deze school.';
    for (const one of [teacher, ibEr]) expect((await hears(story, one, told)).text).not.toContain('Sam');
    await leaves(story, 'Fatma Yıldız'); // the look is taken again
    await story.settled();
    expect((await facts(story)).filter((type) => type === 'ProgressRecorded')).toHaveLength(1);
    for (const one of [teacher, ibEr]) expect(one.chat.cards.filter(({ text }) => text.includes(told))).toHaveLength(1);
    expect(cardWith(teacher, 'Bekijken').text).toContain(told);
  });

  test('when the talk was held already, or the case is closed, then nobody is told', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    await opensAnyway(teacher, 'step3-conversation/plan');
    const planned = { with: 'Ouder of verzorger', talkDay: story.day(), talkTime: '15:30', second: 'Tom Hesselink' };
    await does(teacher, 'Vastleggen', planned);
    story.later(1);
    const before = await facts(story);
    await leaves(story, 'Tom Hesselink');
    await story.settled();
    expect(await facts(story)).toEqual(before);
  });
});
