import { hasChromium } from './support/chromium';
import type { Answers } from './support/colleague';
import { openSchool, type School } from './support/school';

const pupil = 'Noor Verzonnen';

/** The teacher types what she saw; a case begins with that as its first signal. */
const startsWithAWorry = async ({ teacher }: School): Promise<void> => {
  await teacher.say('Ik maak me zorgen over blauwe plekken op beide armen');
  await (await teacher.sees('Goed dat je het zegt')).leave('Over een kind, thuis');
  await teacher.answers('Over welk kind gaat het?', { 'Naam van de leerling': pupil }, 'Vastleggen en verder');
  await teacher.answers('Wat zag of hoorde je?', { 'Waar gaat het over?': 'Lichaam en verzorging' });
  await (await teacher.sees('Signalen in kaart brengen')).leave('Overzicht');
};

/** The order of the steps is free: she weighs at once, and doubts about the safety. */
const doubtsAboutSafety = async ({ teacher, leader }: School): Promise<void> => {
  await teacher.opens('Stap 4: Wegen');
  await teacher.chooses('Wegen', 'Risico, aard en ernst inschatten');
  await teacher.answers('Hoe groot is het risico, en hoe ernstig?', {
    'Hoe groot is het risico op geweld of verwaarlozing?': 'Nog niet in te schatten',
    'Waarom schat je dat zo in?': 'De uitleg van Noor past niet bij de plekken.',
    'Om wat voor geweld of verwaarlozing kan het gaan?': ['Lichamelijk geweld'],
    'Hoe ernstig is het?': 'Het is de tweede keer deze maand.',
  });
  await teacher.answers('Vraag 1 van 5: vermoeden', {
    'Jouw antwoord': 'Ja',
    'Waarom kies je dit?': 'De plekken zitten op een ongewone plaats.',
  });
  await teacher.answers('Vraag 2 van 5: veiligheid', {
    'Is het kind acuut onveilig?': 'Twijfel',
    'Is het kind structureel onveilig?': 'Nee',
    'Waarom kies je dit?': 'Ik weet niet of Noor vanavond veilig is.',
  });
  // The leader hears it at the same moment, and can only add to it.
  const told = await leader.sees('Ben je op de hoogte van deze weging?');
  await told.waitFor('Je kunt aanvullen, niet tegenhouden.');
  await told.waitFor('De melding is nog niet vastgelegd.');
};

const call = (teacher: string, time: string): Answers => ({
  'Waarom kon het niet wachten?': 'Noor gaat om drie uur naar huis.',
  'Hoe laat?': time,
  'Wie sprak je bij Veilig Thuis?': 'De dienstdoende medewerker',
  'Wie deed de melding?': teacher,
  'Wat doen jullie zelf nog?': 'Noor blijft op school tot Veilig Thuis terugbelt.',
});

/** She calls Veilig Thuis herself; what the bot has is a record of that call (I-17). */
const reportsByPhone = async ({ teacher, leader, calendar }: School): Promise<void> => {
  const now = await teacher.sees('Bel nu Veilig Thuis');
  await now.waitFor('0800-2000');
  await now.waitFor('Dit programma belt of meldt niet: dat doe jij.');
  await now.leave('Melding vastleggen');
  const made = await teacher.answers('De melding vastleggen', call(teacher.name, calendar.time));
  await made.waitFor(`Gemeld door: ${teacher.name}`);
  await made.waitFor('Telefoon');
  await leader.hears('Ter informatie: er is een melding vastgelegd.');
};

/** The parents hear it afterwards, because it could not wait. */
const tellsTheParents = async ({ teacher }: School): Promise<void> => {
  await teacher.follows('Er is gemeld zonder dat de ouders het wisten.');
  await teacher.answers('De melding bespreken', {
    'Wie waren erbij?': `Vader en moeder, ${teacher.name}`,
    'Wat legde je uit': 'Waarom we niet konden wachten, en wat Veilig Thuis doet.',
    'Hoe reageerde iedereen die erbij was?': 'Vader was boos. Moeder wil praten.',
  });
  await teacher.sees('Beslissen');
};

const notHeard = 'Nog niets gehoord, opnieuw gebeld';
const heard = 'Veilig Thuis heeft laten weten wat er gebeurt';

/** Five working days later the bot asks; silence is an answer too, and is no good news. */
const waitsForVeiligThuis = async ({ teacher, calendar }: School): Promise<void> => {
  calendar.goForward(8);
  await (await teacher.hears('Vijf werkdagen na de melding: heb je iets gehoord van Veilig Thuis?')).leave('Nu doen');
  await teacher.answers('Wat liet Veilig Thuis weten?', { 'Heb je iets gehoord?': notHeard });
  await teacher.opens('Stap 5: Beslissen');
  await teacher.chooses('Beslissen', 'Terugkoppeling van Veilig Thuis vastleggen (melding 1)');
  const asked = await teacher.sees('Wat liet Veilig Thuis weten?');
  await asked.waitFor('Er is al opnieuw gebeld.');
  await teacher.answers('Wat liet Veilig Thuis weten?', {
    'Heb je iets gehoord?': heard,
    'Wie sprak je?': 'De onderzoeker',
    'Wat besloot of vertelde Veilig Thuis?': 'Zij gaan met het gezin in gesprek.',
  });
};

/** It does not stop: a second melding, with a term of its own. */
const reportsAgain = async ({ teacher, leader, calendar }: School): Promise<void> => {
  await teacher.opens('Het stopt niet of begint opnieuw');
  await teacher.answers('Het stopt niet of begint opnieuw', {
    'Wat gebeurde er?': 'Noor had weer plekken en wilde niet naar huis.',
  });
  await leader.hears('Met spoed: iets stopt niet of begint opnieuw.');
  await (await teacher.sees('Bel nu Veilig Thuis')).leave('Melding vastleggen');
  const made = await teacher.answers('De melding vastleggen', call(teacher.name, calendar.time));
  await made.waitFor(`Gemeld door: ${teacher.name}`);
  await teacher.opens('Alles wat is vastgelegd');
  const all = await teacher.sees('Alles wat is vastgelegd');
  expect((await all.text()).match(/Melding/g)?.length).toBeGreaterThanOrEqual(2);
};

(hasChromium() ? describe : describe.skip)('three people at their own screens (skipped without Chromium)', () => {
  let school: School;
  beforeAll(async () => {
    school = await openSchool('melden');
  }, 120_000);
  afterAll(() => school?.close());

  test('doubt about the safety leads to a call to Veilig Thuis, its answer, and a second call', async () => {
    await startsWithAWorry(school);
    await doubtsAboutSafety(school);
    await reportsByPhone(school);
    await tellsTheParents(school);
    await waitsForVeiligThuis(school);
    await reportsAgain(school);

    // The intern begeleider was asked nothing, so her chat stayed as it was; and nothing leaked (I-20).
    expect(await school.ibEr.screen.messages.count()).toBe(1);
    expect(school.toldOutside()).not.toMatch(/Noor|Verzonnen|blauwe|plekken/i);
    expect(school.everybody.flatMap(({ screen }) => screen.errors)).toEqual([]);
  });
});
