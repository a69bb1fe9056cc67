import type { Meldcode } from '../support/meldcode';
import { calledVeiligThuis, signal, talk } from './steps';
import { beginsCase, does, facts, goes, opensAnyway, stories, theCase, typedOn } from './story';

const given = stories();
const anyway = { skipClientValidation: true };

/** A case with one signal of this category, that the person then takes for this suspicion. */
const suspected = async (category: string, flag: string): Promise<Meldcode> => {
  const story = await given();
  const { teacher } = story;
  await beginsCase(teacher, { birthDate: '2017-05-01' });
  await does(teacher, 'Vastleggen', { ...signal, category });
  await does(teacher, 'Vastleggen', { flags: [flag] });
  return story;
};

describe('given one of the three suspicions where a talk can put the child in danger', () => {
  test.each([
    ['Seksueel misbruik', 'Seksueel misbruik'],
    ['Genitale verminking', '(Voorgenomen) vrouwelijke genitale verminking'],
    ['Genitale verminking', 'Eergerelateerd geweld'],
  ])(
    'when a talk with the parent is written down before the call (%s: %s), then it is refused and nothing is lost (R-091, R-092, I-05)',
    async (category, flag) => {
      const story = await suspected(category, flag);
      const { teacher } = story;
      await opensAnyway(teacher, 'step3-conversation/record');
      const refused = await does(teacher, 'Vastleggen', talk(story));
      expect(refused.text).toContain('Bel eerst met spoed Veilig Thuis en leg dat contact vast.');
      expect(typedOn(refused)).toMatchObject({ reaction: 'Moeder schrok en vertelde over ruzies thuis.' });
      expect(await facts(story)).toEqual(['CaseOpened', 'SignalRecorded', 'FlagsConfirmed']);

      // After the call the same card, still filled in, is taken.
      await goes(teacher, 'Stap 2', 'Contact met Veilig Thuis');
      await does(teacher, 'Vastleggen', calledVeiligThuis(story));
      // Every input of a card holds text.
      const again = await teacher.presses(refused, 'Vastleggen', typedOn(refused) as Record<string, string>);
      expect(again.kind === 'card' && again.card.text).toContain('✓ Gesprek vastgelegd');
      expect((await facts(story)).slice(-2)).toEqual(['VeiligThuisContactRecorded', 'ConversationRecorded']);
    },
  );

  test('when nobody has looked at what a signal may mean, then the talk waits for that (R-091)', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    await does(teacher, 'Vastleggen', { ...signal, category: 'Seksueel misbruik' });
    expect(teacher.chat.lastCard().text).toContain('Eerst Veilig Thuis bellen?');
    await opensAnyway(teacher, 'step3-conversation/record');
    expect((await does(teacher, 'Vastleggen', talk(story))).text).toContain('Een signaal wijst op seksueel misbruik');
    expect(await facts(story)).toEqual(['CaseOpened', 'SignalRecorded']);
  });
});

describe('given a talk that was held', () => {
  test('when nobody sat beside the teacher and no reason is given, then the reason is asked (R-086)', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    await goes(teacher, 'Stap 3', 'Gesprek vastleggen');
    const refused = await does(teacher, 'Vastleggen', talk(story, { second: '' }));
    expect(refused.text).toContain('Vul in welke collega erbij was, of waarom je alleen was.');
    const taken = await does(teacher, 'Vastleggen', { ...talk(story, { second: '' }), whyAlone: 'Ilse was ziek.' });
    expect(taken.text).toContain('✓ Gesprek vastgelegd');
  });
});

const discussed = (day: string) => ({
  team: 'Zorgteam',
  on: day,
  mode: 'Open: met naam',
  present: 'Ilse ter Braak, wijkcoach',
  assessment: 'Er is rust nodig thuis.',
  agreements: 'De wijkcoach belt moeder.',
});
const asked = { parent: 'moeder', custody: 'Eén ouder', purpose: 'Bespreken in het zorgteam' };

describe('given a discussion with people from outside the school', () => {
  test('when it was open without consent on paper, then it is refused; a spoken yes is not enough (R-068, R-069, I-10)', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    for (const outcome of ['', 'Alleen mondeling ja']) {
      if (outcome) {
        await goes(teacher, 'Stap 2', 'Toestemming van een ouder');
        await does(teacher, 'Vastleggen', { ...asked, on: story.day(-2), outcome });
      }
      await goes(teacher, 'Stap 2', 'Bespreking in een team');
      const refused = await does(teacher, 'Vastleggen', discussed(story.day(-1)));
      expect(refused.text).toContain('is schriftelijke toestemming van de ouders nodig');
      expect(typedOn(refused)).toMatchObject({ agreements: 'De wijkcoach belt moeder.' });
    }
    expect(await facts(story)).not.toContain('TeamDiscussed');
  });

  test('when the paper is there, and where it lies, then the discussion is recorded (R-069)', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    await goes(teacher, 'Stap 2', 'Toestemming van een ouder');
    const written = { ...asked, on: story.day(-2), outcome: 'Ja, op papier' };
    expect((await does(teacher, 'Vastleggen', written)).text).toContain('Schrijf op waar het papier');
    await does(teacher, 'Vastleggen', { ...written, keptAt: 'in de kluis' });
    await goes(teacher, 'Stap 2', 'Bespreking in een team');
    await does(teacher, 'Vastleggen', discussed(story.day(-1)));
    expect(await facts(story)).toEqual(['CaseOpened', 'ConsentRecorded', 'TeamDiscussed']);
  });

  test('when a parent refused, then the weighing must answer to that (R-071, I-10)', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    await goes(teacher, 'Stap 2', 'Toestemming van een ouder');
    await does(teacher, 'Vastleggen', { ...asked, on: story.day(-2), outcome: 'Nee, geweigerd' });
    const assess = await goes(teacher, 'Stap 4', 'Risico');
    expect(assess.text).toContain('weiger');
    const weighed = { risk: 'Matig', riskText: 'r', nature: 'Lichamelijk geweld', seriousness: 's' };
    const refused = await does(teacher, 'Vastleggen', weighed, anyway);
    expect(refused.text).toContain('Een ouder weigerde toestemming. Schrijf op hoe je dat meeweegt.');
    await does(teacher, 'Vastleggen', { ...weighed, refusalWeighed: 'Dit maakt onze zorg groter.' });
    expect((await theCase(story)).events.at(-1)).toMatchObject({
      type: 'RiskAssessed',
      refusalWeighed: 'Dit maakt onze zorg groter.',
    });
  });
});
