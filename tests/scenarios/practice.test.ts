import type { Card } from '../support/card';
import type { Person } from '../support/person';
import {
  accepted,
  because,
  calledVeiligThuis,
  helped,
  monitoring,
  plan,
  question,
  risk,
  safe,
  signal,
  talk,
} from './steps';
import { asks, beginsCase, cardWith, chooses, does, doesOn, facts, stories } from './story';

const given = stories();

const mark = 'OEFENING: dit is niet echt';

/** From what is typed to the first card of the fictional case. */
const begins = async (teacher: Person): Promise<void> => {
  await teacher.says('oefenen');
  await does(teacher, 'Begin met oefenen');
  await does(teacher, 'Over een kind, thuis');
  await does(teacher, 'Vastleggen en verder', { name: 'Sam Voorbeeld', group: 'groep 5' });
};

/** Back to the overview of the practice, which is never typed for: typed words are real. */
const overview = (teacher: Person): Promise<Card> => does(teacher, 'Overzicht');

describe('given a new teacher who has nobody to worry about', () => {
  test('when she practises the whole meldcode, then the bot plays everybody else and says at the end what went well (R-218, R-219)', async () => {
    const story = await given();
    const { teacher, ibEr, leader } = story;
    const before = [ibEr, leader].map(({ chat }) => chat.cards.length);
    const earlier = teacher.chat.cards.length;
    await teacher.presses(cardWith(teacher, 'Eerst oefenen'), 'Eerst oefenen');
    expect(teacher.chat.lastCard().text).toContain('Sam Voorbeeld van 8 jaar');
    await does(teacher, 'Begin met oefenen');
    await does(teacher, 'Over een kind, thuis');
    await does(teacher, 'Vastleggen en verder', { name: 'Sam Voorbeeld', group: 'groep 5' });
    // What is seen and heard of the child stands on the card where it is needed.
    expect(teacher.chat.lastCard().text).toContain('Vandaag had Sam een blauwe plek op de arm.');
    await does(teacher, 'Vastleggen', signal);
    await chooses(teacher, 'Stap 1 afronden');
    await does(teacher, 'Stap 1 afronden');

    // Step 2: a colleague and Veilig Thuis, both played by the bot.
    await does(teacher, 'Doe dit nu');
    await does(teacher, 'Vraag versturen', { ...question, colleagues: ['Ida Voorbeeld'] });
    await does(teacher, 'Bekijken');
    expect(teacher.chat.lastCard('Praat deze week met moeder, samen met mij.').text).toContain(mark);
    await overview(teacher);
    await chooses(teacher, 'Stap 2', 'Contact met Veilig Thuis');
    expect(cardWith(teacher, 'Vastleggen').text).toContain('Praat eerst met moeder, samen met een collega.');
    await does(teacher, 'Vastleggen', calledVeiligThuis(story));

    // Step 3: the parent.
    await overview(teacher);
    await chooses(teacher, 'Stap 3', 'Gesprek vastleggen');
    expect(cardWith(teacher, 'Vastleggen').text).toContain('Sinds vader weg is, werk ik in de nacht.');
    await does(teacher, 'Vastleggen', talk(story, { second: 'Ida Voorbeeld' }));
    await does(teacher, 'Vastleggen', { person: 'moeder', state: 'Ondertekend', keptAt: 'in de kluis' });

    // Step 4: the leader confirms by himself.
    await does(teacher, 'Doe dit nu');
    await does(teacher, 'Vastleggen', risk);
    for (const answer of [{ answer: 'Ja', ...because }, safe, helped, accepted])
      await does(teacher, 'Vastleggen', answer);
    expect(teacher.chat.lastCard('De leiding heeft de weging bevestigd.').text).toContain(mark);

    // Step 5, the plan, and the end.
    await overview(teacher);
    await chooses(teacher, 'Stap 5', 'Besluit 1');
    await does(teacher, 'Vastleggen', { canProtect: 'Ja', decision: 'Nee, we melden niet', reason: 'Er is hulp.' });
    await does(teacher, 'Vastleggen', { schoolCan: 'Ja', familyCan: 'Ja', reason: 'Moeder wil dit graag.' });
    await does(teacher, 'Plan vastleggen', plan(story, { casemanager: 'Ida Voorbeeld' }));
    await overview(teacher);
    await chooses(teacher, 'Stap 4', 'Vraag 5');
    const results = { safety: 'Ja', welfare: 'Ja', recovery: 'Ja', goal1: 'Behaald', ...because };
    await does(teacher, 'Vastleggen', results);
    await does(teacher, 'Vastleggen', { ...monitoring(story), who: 'Ida Voorbeeld' });
    const practised = teacher.chat.cards.slice(earlier);
    await does(teacher, 'Zaak sluiten', { outcome: 'De hulp heeft gewerkt', reason: 'Het gaat goed met Sam.' });

    const recap = teacher.chat.lastCard();
    expect(recap.text).toContain('Zo ging je oefening');
    expect(recap.text).toContain('✓ Je zorgen staan vast, met wat je zag.');
    expect(recap.text).toContain('✓ De schoolleider heeft je weging bevestigd.');
    expect(recap.text).toContain('Academie VCO Consent');
    expect(recap.text).toContain('inwerkprogramma');
    expect(practised.length).toBeGreaterThan(15);
    expect(practised.filter(({ text }) => !text.includes(mark)).map(({ text }) => text)).toEqual([]);

    // Nothing of it is real: no case, no message to anybody, nothing in the log.
    await story.settled();
    expect(await story.cases()).toEqual([]);
    expect([ibEr, leader].map(({ chat }) => chat.cards.length)).toEqual(before);
    expect((await asks(leader, 'mijn verzoeken')).text).not.toContain('Voorbeeld');
    expect(story.log).toEqual([]);
    expect(story.lines.join('')).not.toContain('Voorbeeld');
  });

  test('when she stops halfway, then she hears what went well and what could come next, and her cards do nothing any more', async () => {
    const story = await given();
    const { teacher } = story;
    await begins(teacher);
    const open = cardWith(teacher, 'Vastleggen');
    const recap = await doesOn(teacher, open, 'Oefening afronden');
    expect(recap.text).toContain('Zo ging je oefening');
    expect(recap.text).toContain('○ Leg eerst vast wat je zag of hoorde.');
    expect(recap.text).not.toContain(mark);
    const after = await doesOn(teacher, open, 'Vastleggen', signal);
    expect(after.text).toContain('Deze oefening is voorbij en gewist.');
    expect(await story.cases()).toEqual([]);
  });

  test('when she types ‘stop’, then that ends the practice as well', async () => {
    const { teacher } = await given();
    await begins(teacher);
    expect((await asks(teacher, 'stop')).text).toContain('Zo ging je oefening');
    expect((await asks(teacher, 'stop')).text).not.toContain('Zo ging je oefening');
  });

  test('when the bot is restarted meanwhile, then the card says that the practice is over', async () => {
    const story = await given();
    await begins(story.teacher);
    await story.restart();
    expect((await does(story.teacher, 'Vastleggen', signal)).text).toContain('Deze oefening is voorbij en gewist.');
    expect(await story.cases()).toEqual([]);
  });
});

describe('given a teacher who is practising', () => {
  test('when she worries for real, then that card is real and says so, and the practice goes on beside it', async () => {
    const story = await given();
    const { teacher } = story;
    await begins(teacher);
    const practised = cardWith(teacher, 'Vastleggen');
    await beginsCase(teacher);
    expect(teacher.chat.lastCard('de kaart hieronder is echt').text).toContain('Je oefening loopt nog');
    await does(teacher, 'Vastleggen', signal);
    expect((await doesOn(teacher, practised, 'Vastleggen', signal)).text).toContain(mark);
    expect(await facts(story)).toEqual(['CaseOpened', 'SignalRecorded']);
  });

  test('when there is danger, then ‘Nood’ opens the real numbers and what was done is written down for real (I-18)', async () => {
    const story = await given();
    const { teacher } = story;
    await begins(teacher);
    await teacher.presses(cardWith(teacher, 'Vastleggen'), 'Nood');
    const emergency = teacher.chat.lastCard();
    expect(emergency.text).toContain('112');
    expect(emergency.text).not.toContain(mark);
    expect(teacher.chat.lastCard('hoort niet bij je oefening').text).toContain('Bel alleen als er echt iets is.');
    await does(teacher, 'Achteraf vastleggen');
    const called = { calledDay: story.day(), calledTime: '08:10', called: ['Veilig Thuis'], spokeWith: 'Anouk' };
    await does(teacher, 'Vastleggen', { name: 'Sam de Vries', ...called, agreed: 'Sam blijft hier.' });
    expect(await facts(story)).toEqual(['CaseOpened', 'EmergencyRecorded']);
  });

  test('when she hides a card of it, then nothing of the child stands there, and it comes back as practice', async () => {
    const { teacher } = await given();
    await begins(teacher);
    await does(teacher, 'Vastleggen', signal);
    const hidden = await does(teacher, 'Verberg', {}, { nth: 0 });
    expect(hidden.text).not.toContain('Sam');
    expect(hidden.text).toContain(mark);
  });
});
