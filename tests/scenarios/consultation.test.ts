import { advice, asksColleagues, question, signal } from './steps';
import type { Meldcode } from '../support/meldcode';
import {
  asks,
  beginsCase,
  cardWith,
  chooses,
  does,
  doesOn,
  facts,
  goes,
  hears,
  offers,
  stories,
  theCase,
} from './story';

const given = stories();
const secrets = ['Sam', 'blauwe plek op zijn arm', 'MC-2026'];

const asked = async (...colleagues: string[]): Promise<Meldcode> => {
  const story = await given();
  const { teacher } = story;
  await asksColleagues(teacher, ...colleagues);
  return story;
};

describe('given a question to a colleague', () => {
  test('when it arrives, then the colleague sees the question and what was shared, and nothing else (R-067, R-244, I-21)', async () => {
    const story = await asked('Tom Hesselink');
    const { otherTeacher, teacher } = story;
    const card = await hears(story, otherTeacher, 'Herken jij dit?');
    expect(card.text).toContain('Een kind heeft de laatste weken vaak blauwe plekken.');
    const receipt = await does(otherTeacher, 'Antwoord geven', advice);
    expect(receipt.buttons).not.toContain('Overzicht');
    await hears(story, teacher, 'Je collega heeft geantwoord');
    for (const secret of secrets) expect(otherTeacher.chat.everything()).not.toContain(secret);
    expect(offers(await asks(otherTeacher, 'mijn zaken'))).toEqual([]);
    expect((await theCase(story)).events.at(-1)).toMatchObject({
      type: 'ConsultationAnswered',
      by: otherTeacher.aadObjectId,
      recognises: 'deels',
    });
  });

  test('when the colleague adds to the answer later, then that stands with it, and the asker hears that and not what (R-067, I-20, I-21)', async () => {
    const story = await asked('Tom Hesselink');
    const { otherTeacher, teacher } = story;
    await hears(story, otherTeacher, 'Herken jij dit?');
    const receipt = await does(otherTeacher, 'Antwoord geven', advice);
    expect(receipt.buttons).toContain('Iets toevoegen');
    const card = await does(otherTeacher, 'Iets toevoegen');
    expect(card.text).toContain('Praat deze week met de ouder.');
    const more = await does(otherTeacher, 'Toevoegen', { addition: 'Vandaag zag ik er weer een.' });
    expect(more.buttons).toContain('Iets toevoegen');
    const heard = await hears(story, teacher, 'Je collega heeft iets toegevoegd aan het antwoord op je vraag.');
    expect(heard.text).not.toContain('Vandaag zag ik er weer een.');
    const read = await doesOn(teacher, heard, 'Bekijken');
    expect(read.text).toContain('Praat deze week met de ouder.');
    expect(read.text).toContain('Vandaag zag ik er weer een.');
    for (const secret of secrets) expect(otherTeacher.chat.everything()).not.toContain(secret);
    expect((await theCase(story)).events.at(-1)).toMatchObject({
      type: 'ConsultationAddedTo',
      by: otherTeacher.aadObjectId,
      addition: 'Vandaag zag ik er weer een.',
    });
  });

  test('when it was seen and waits, then it stands under “mijn verzoeken” and can be answered from there (R-065)', async () => {
    const story = await asked('Tom Hesselink');
    const { otherTeacher } = story;
    await hears(story, otherTeacher, 'Herken jij dit?');
    await does(otherTeacher, 'Gezien, ik antwoord later');
    expect((await theCase(story)).events.at(-1)?.type).toBe('ConsultationSeen');
    const list = await asks(otherTeacher, 'mijn verzoeken');
    expect(list.text).toContain('Meedenken met Marieke Jansen');
    await chooses(otherTeacher, 'Meedenken met Marieke Jansen');
    await does(otherTeacher, 'Antwoord geven', advice);
    expect((await asks(otherTeacher, 'mijn verzoeken')).text).toContain('Er wacht niets op jou');
  });

  test('when the colleague cannot answer, then the asker hears that and can ask somebody else', async () => {
    const story = await asked('Ilse ter Braak');
    const { ibEr, teacher } = story;
    await hears(story, ibEr, 'Herken jij dit?');
    await does(ibEr, 'Ik kan niet antwoorden');
    await does(ibEr, 'Laten weten', { reason: 'Ik ken dit gezin privé.' });
    await hears(story, teacher, 'Je collega kan niet antwoorden op je vraag. Vraag iemand anders.');
    expect((await facts(story)).at(-1)).toBe('ConsultationDeclined');
    expect((await goes(teacher)).text).toContain('Stap 2: Overleg');
  });

  test('when several are asked, then each has a state of its own (R-065)', async () => {
    const story = await asked('Ilse ter Braak', 'Tom Hesselink', 'Fatma Yıldız');
    const { ibEr, otherTeacher, confidant, teacher } = story;
    await hears(story, ibEr, 'Herken jij dit?');
    await does(ibEr, 'Antwoord geven', advice);
    await hears(story, otherTeacher, 'Herken jij dit?');
    await does(otherTeacher, 'Gezien, ik antwoord later');
    await goes(teacher, 'Stap 2', 'Alle vragen bekijken');
    await chooses(teacher, 'Vraag aan Fatma Yıldız intrekken');
    await does(teacher, 'Vraag intrekken', { reason: 'Niet meer nodig.' });
    await hears(story, confidant, 'Een collega heeft een vraag aan jou ingetrokken.');
    const { file } = await theCase(story);
    expect(Object.values(file.consultations).map(({ state }) => state)).toEqual([
      'beantwoord',
      'gezien',
      'ingetrokken',
    ]);
  });

  test('when somebody from outside the school is asked by name without a ground, then it is refused (R-066)', async () => {
    const story = await given();
    const { teacher, nurse } = story;
    await beginsCase(teacher);
    await does(teacher, 'Vastleggen', signal);
    await goes(teacher, 'Stap 2', 'Een collega om advies vragen');
    const named = { ...question, colleagues: ['Annemiek Kuipers'], named: true };
    expect((await does(teacher, 'Vraag versturen', named)).text).toContain('Deze collega werkt niet op school.');
    expect(await facts(story)).not.toContain('ConsultationRequested');
    await does(teacher, 'Vraag versturen', { ...named, named: false });
    const card = await hears(story, nurse, 'Herken jij dit?');
    expect(card.text).not.toContain('Sam');
  });

  test('when nobody answers, then both are reminded and the question still works (R-003, R-065)', async () => {
    const story = await asked('Ilse ter Braak');
    const { ibEr, teacher } = story;
    await hears(story, ibEr, 'Herken jij dit?');
    story.later(3);
    for (const person of [ibEr, teacher]) await hears(story, person, 'Er staat nog een vraag open tussen collega’s.');
    await does(ibEr, 'Bekijken');
    expect(cardWith(ibEr, 'Antwoord geven').text).toContain('Herken jij dit?');
    await does(ibEr, 'Antwoord geven', advice);
    expect((await facts(story)).at(-1)).toBe('ConsultationAnswered');
  });
});
