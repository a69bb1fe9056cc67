import type { Meldcode } from '../support/meldcode';
import { advice, asksColleagues } from './steps';
import { asks, beginsCase, chooses, does, facts, goes, hears, stories, theCase } from './story';

const given = stories();

const isFor = async (story: Meldcode, first: string, second: string, aboutLeader = false): Promise<void> => {
  await story.leader.says('overzicht');
  await chooses(story.leader, 'Beperken tot twee personen');
  const filled = { first, second, reason: 'De intern begeleider is familie van het gezin.' };
  await does(story.leader, 'Beperken', { ...filled, ...(aboutLeader && { aboutLeader: 'true' }) });
};
const leaves = ({ rewriteDirectory }: Meldcode, ...names: readonly string[]): Promise<void> =>
  rewriteDirectory(({ schools }) => {
    for (const school of schools) school.people = school.people.filter(({ name }) => !names.includes(name));
  });

const NO_CASE = 'Deze zaak bestaat niet, of je hebt er geen toegang toe.';

describe('given a case that the leader limits to two', () => {
  test('I-24 A-29: then the others find it nowhere, their old cards say there is none, and who was asked hears that it was withdrawn', async () => {
    const story = await given();
    const { teacher, otherTeacher, ibEr, leader } = story;
    await asksColleagues(teacher, 'Tom Hesselink');
    await hears(story, otherTeacher, 'Herken jij dit?');
    const overview = await asks(ibEr, 'overzicht');
    expect(overview.text).toContain('Sam');

    await isFor(story, 'Marieke Jansen', 'Jeroen Nijhuis');
    await hears(story, teacher, 'Een zaak is nu alleen voor jou en één collega.');
    await hears(story, otherTeacher, 'Een collega heeft een vraag aan jou ingetrokken.');
    expect((await does(otherTeacher, 'Antwoord geven', advice)).text).toContain(NO_CASE);
    expect((await asks(ibEr, 'mijn zaken')).text).not.toContain('Sam');
    expect((await chooses(ibEr, 'Stap 1')).text).toContain(NO_CASE);
    expect((await goes(teacher)).text).toContain('Alleen voor Marieke Jansen en Jeroen Nijhuis.');
    expect(await facts(story)).toEqual(
      expect.arrayContaining(['FileLocked', 'ConsultationWithdrawn']), // and nobody else has the case
    );
    expect((await theCase(story)).file.owner).toBe(teacher.aadObjectId);
    expect(leader.chat.cards.length).toBeGreaterThan(0);
  });

  test('I-22: then the leader reads in who looked that it is for two, and lifts it with a reason', async () => {
    const story = await given();
    const { teacher, ibEr, leader } = story;
    await beginsCase(teacher);
    await isFor(story, 'Marieke Jansen', 'Jeroen Nijhuis');
    expect((await goes(leader, 'Wie heeft dit dossier gezien')).text).toContain(
      'Alleen voor: Marieke Jansen en Jeroen Nijhuis',
    );
    await goes(leader, 'Beperking opheffen');
    await does(leader, 'Opheffen', { reason: 'De collega werkt nu ergens anders.' });
    await hears(story, teacher, 'een zaak is weer te lezen voor iedereen met een rol erin');
    expect((await asks(ibEr, 'mijn zaken')).text).toContain('Sam');
    const chronology = await goes(teacher, 'Alles wat is vastgelegd');
    expect(chronology.text).toContain('Zaak beperkt');
    expect(chronology.text).toContain('Beperking opgeheven');
  });

  test('when one of the two leaves, then the other names a second, and the leadership hears that this must be done, and nothing of the case', async () => {
    const story = await given();
    const { teacher, deputy, leader } = story;
    await beginsCase(teacher);
    await isFor(story, 'Marieke Jansen', 'Ilse ter Braak');
    expect((await asks(leader, 'mijn zaken')).text).not.toContain('Sam');
    await leaves(story, 'Ilse ter Braak');
    const told = await hears(story, leader, 'Noem een tweede persoon.');
    expect(told.buttons).not.toContain('Bekijken');
    await hears(story, teacher, 'Noem een tweede persoon.');
    await does(teacher, 'Bekijken');
    await does(teacher, 'Beperken', { first: 'Marieke Jansen', second: 'Saskia Wolters', reason: 'Ilse is weg.' });
    await hears(story, deputy, 'Een zaak is nu alleen voor jou en één collega.');
    expect((await asks(leader, 'mijn zaken')).text).not.toContain('Sam');
    expect((await asks(deputy, 'mijn zaken')).text).toContain('Sam');
  });

  test('when both leave, then the leadership has it, and nothing of it is lost', async () => {
    const story = await given();
    const { teacher, leader } = story;
    await beginsCase(teacher);
    await isFor(story, 'Marieke Jansen', 'Ilse ter Braak');
    await leaves(story, 'Marieke Jansen', 'Ilse ter Braak');
    await hears(story, leader, 'Een zaak is aan jou overgedragen.');
    expect((await asks(leader, 'mijn zaken')).text).toContain('Sam');
    const { file } = await theCase(story);
    expect(file.lock?.keepers).toEqual([{ person: leader.aadObjectId, as: 'leiding' }]);
  });

  test('A-06: when the leadership is why and both leave, then the board has it, and the leadership hears nothing', async () => {
    const story = await given();
    const { teacher, leader, board } = story;
    await beginsCase(teacher);
    await isFor(story, 'Marieke Jansen', 'Ilse ter Braak', true);
    const before = leader.chat.cards.length;
    await leaves(story, 'Marieke Jansen', 'Ilse ter Braak');
    await hears(story, board, 'Een zaak is aan jou overgedragen.');
    expect((await asks(board, 'mijn zaken')).text).toContain('Sam');
    await story.settled();
    expect(leader.chat.cards).toHaveLength(before);
    expect((await asks(leader, 'mijn zaken')).text).not.toContain('Sam');
  });
});
