import { hasChromium } from './support/chromium';
import { openSchool, type School } from './support/school';

const pupil = 'Mila Verzonnen';
const shared = 'Een leerling is de laatste weken vaak stil en moe.';

/** From the overview of the one case there is. */
const asksAdvice = async ({ teacher }: School, who: readonly string[], question: string): Promise<void> => {
  await teacher.say('overzicht');
  await teacher.opens('Stap 2: Overleg');
  await teacher.chooses('Overleggen met een collega', 'Een collega om advies vragen');
  const answers = { 'Wat wil je vragen?': question, 'Wat mag je collega weten?': shared };
  await teacher.answers(
    'Wie vraag je om advies?',
    who.length > 0 ? { 'Collega’s': who, ...answers } : answers,
    'Vraag versturen',
  );
};

/** Short days at school: what people do in a few minutes, each building on what the one before left. */
(hasChromium() ? describe : describe.skip)('a school on ordinary days (skipped without Chromium)', () => {
  let school: School;
  beforeAll(async () => {
    school = await openSchool('alledag');
  }, 120_000);
  afterAll(() => school?.close());

  test('when a teacher presses what stands out and fills in what has a star, then her worry is on record', async () => {
    const { teacher } = school;
    await (await teacher.sees('Welkom bij de meldcode-bot')).leave('Ik maak me zorgen');
    await (await teacher.sees('Goed dat je het zegt')).leave('Over een kind, thuis');
    await teacher.answers('Over welk kind gaat het?', { 'Naam van de leerling': pupil }, 'Vastleggen en verder');
    const recorded = await teacher.answers('Wat zag of hoorde je?', {
      Signaal: 'Mila was de hele dag stil en wilde niet naar huis.',
      'Waar gaat het over?': 'Gedrag van het kind',
    });
    await recorded.waitFor('Mila was de hele dag stil');
    await (await teacher.sees('Signalen in kaart brengen')).leave('Overzicht');
    await (await teacher.sees('Overzicht van deze zaak')).waitFor('Wat nu helpt');
  });

  test('when a colleague reads the question on a phone, then all of it fits and can be answered with a thumb', async () => {
    const { ibEr } = school;
    await asksAdvice(school, [], 'Herken jij dit?');
    const { page } = ibEr.screen;
    await page.setViewportSize({ width: 375, height: 740 });
    const request = await ibEr.sees('Een collega vraagt je advies');
    await request.waitFor('vaak stil en moe');
    // The screen around the cards is the Playground's own; within a card nothing may stick out.
    const box = await request.root.locator('.ac-adaptiveCard').first().boundingBox();
    const right = (box?.x ?? 0) + (box?.width ?? 0);
    expect(box?.width).toBeLessThan(480);
    for (const button of await request.root.getByRole('button').all()) {
      const place = await button.boundingBox();
      if (place) expect(place.x + place.width).toBeLessThanOrEqual(right);
    }
    await ibEr.answers(
      'Een collega vraagt je advies',
      { 'Herken je deze zorgen?': 'Deels', 'Wat raad je aan?': 'Praat met de ouders. Ik sluit graag aan.' },
      'Antwoord geven',
    );
  });

  test('when three questions wait for the leader, then they stand in one list, and each that is answered leaves it', async () => {
    const { leader } = school;
    const me = `${leader.name} (schoolleider)`;
    for (const question of ['Wat vind jij?', 'Wie kan hier nog bij helpen?', 'Mag ik hier tijd voor nemen?'])
      await asksAdvice(school, [me], question);
    await leader.hears('Mag ik hier tijd voor nemen?');
    const lines = async (): Promise<number> => {
      await leader.say('mijn verzoeken');
      const list = await leader.sees('Mijn verzoeken');
      return (await list.text()).split('\n').filter((line) => line.startsWith('Meedenken met')).length;
    };
    const before = await lines();
    await (await leader.sees('Mijn verzoeken')).leave('Openen');
    await leader.answers(
      'Een collega vraagt je advies',
      { 'Herken je deze zorgen?': 'Ja', 'Wat raad je aan?': 'Neem de tijd die je nodig hebt.' },
      'Antwoord geven',
    );
    expect(await lines()).toBeLessThan(before);
  });

  test('when somebody practises, then every card says so, what went well is told, and nobody else hears anything', async () => {
    const { teacher, ibEr, leader } = school;
    const before = await Promise.all([ibEr, leader].map(({ screen }) => screen.messages.count()));
    await teacher.say('oefenen');
    await (await teacher.sees('Oefenen met de meldcode')).leave('Begin met oefenen');
    await (await teacher.sees('Goed dat je het zegt')).leave('Over een kind, thuis');
    await teacher.answers('Over welk kind gaat het?', { 'Naam van de leerling': 'Sam' }, 'Vastleggen en verder');
    const signal = await teacher.sees('Wat zag of hoorde je?');
    await signal.waitFor('OEFENING: dit is niet echt');
    await teacher.answers('Wat zag of hoorde je?', {
      Signaal: 'Sam viel in slaap.',
      'Waar gaat het over?': 'Lichaam en verzorging',
    });
    await (await teacher.sees('Signalen in kaart brengen')).leave('Oefening afronden');
    await (await teacher.sees('Zo ging je oefening')).waitFor('✓ Je zorgen staan vast, met wat je zag.');
    const after = await Promise.all([ibEr, leader].map(({ screen }) => screen.messages.count()));
    expect(after).toEqual(before);
  });

  test('when the teacher comes back after two weeks and asks where she was, then the overview says what helps now', async () => {
    const { teacher, calendar } = school;
    calendar.goForward(14);
    await teacher.say('waar was ik');
    const overview = await teacher.sees('Overzicht van deze zaak');
    await overview.waitFor(pupil);
    await overview.waitFor('Wat nu helpt');
    expect(school.toldOutside()).not.toMatch(/Mila|Verzonnen|stil en moe|in slaap/);
    expect(school.everybody.flatMap(({ screen }) => screen.errors)).toEqual([]);
  });
});
