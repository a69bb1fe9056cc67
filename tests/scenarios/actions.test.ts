import type { Meldcode } from '../support/meldcode';
import type { Person } from '../support/person';
import { objectsIn, stringOf } from '../support/json';
import { signal } from './steps';
import { asks, beginsCase, chooses, does, goes, hears, offers, stories } from './story';

const given = stories();

const forLeaders = 'voor de schoolleiding en het bestuur';
const action = { what: 'De vijf vragen oefenen', topic: 'Wegen', who: 'Ilse ter Braak', due: '2026-12-01' };

/** The leader agrees on an action from the card with the figures. */
const agrees = async ({ leader }: Meldcode, filled: Partial<typeof action> = {}) => {
  await asks(leader, 'cijfers');
  await does(leader, 'Actielijst');
  await chooses(leader, 'Nieuwe actie');
  return does(leader, 'Vastleggen', { ...action, ...filled });
};

/** Closes the case that just began, with a knelpunt. */
const closesNaming = async (teacher: Person): Promise<void> => {
  await does(teacher, 'Vastleggen', signal);
  await goes(teacher, 'Stap 4', 'Risico, aard en ernst');
  const risk = { risk: 'Laag', riskText: 'Er is een goede uitleg.', nature: 'Lichamelijk geweld' };
  await does(teacher, 'Vastleggen', { ...risk, seriousness: 'Eén plek.' });
  await does(teacher, 'Vastleggen', { answer: 'Nee', explanation: 'Sam viel van zijn fiets.' });
  await goes(teacher, 'Zaak sluiten');
  await does(teacher, 'Zaak sluiten', {
    ...Object.fromEntries([1, 2, 3].map((step) => [`missing${step}`, 'Niet nodig, het was een val.'])),
    ...{ outcome: 'Na wegen is geen actie nodig', reason: 'Het was een val van de fiets.' },
    ...{ bottleneck: 'De wachttijd bij de hulp was drie maanden.', bottleneckTheme: 'Wachttijd voor hulp' },
  });
};

/** The figures as a file, as a browser takes it. */
const takesFile = async (person: Person): Promise<string> => {
  await asks(person, 'cijfers');
  const open = await does(person, 'Als bestand (CSV)');
  const link = objectsIn(open.content['actions']).find(({ type }) => type === 'Action.OpenUrl');
  const code = /\b\d{3} \d{3}\b/.exec(open.text)?.[0] ?? '';
  const taken = await fetch(stringOf(link?.['url']) ?? '', {
    ...{ method: 'POST', body: new URLSearchParams({ code }).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  return taken.text();
};

describe('given figures that ask for something to be done', () => {
  test('R-236: when the leader agrees on an action, then it stands on the list, is asked for on its day without content, and whoever does it says what came of it', async () => {
    const story = await given();
    const { leader, ibEr, board, teacher, later, settled } = story;
    const agreed = await agrees(story);
    expect(agreed.text).toContain('Vastgelegd.');
    expect(agreed.text).toContain('De vijf vragen oefenen');
    expect(agreed.text).toContain('Wie: Ilse ter Braak');

    later(6, 22, 45); // Tuesday 1 December, a quarter to nine
    await settled();
    const line = await hears(story, ibEr, 'Er wacht één ding op jou');
    expect(line.text).not.toMatch(/vijf vragen|oefenen|Jeroen/);
    expect(teacher.chat.cards.filter(({ text }) => text.includes('Er wacht'))).toEqual([]);
    expect((await does(ibEr, 'Mijn verzoeken')).text).toContain('Actie: 1. De vijf vragen oefenen');
    await chooses(ibEr, 'Actie: 1.');
    await does(ibEr, 'Gedaan');
    const done = await does(ibEr, 'Afronden', { result: 'Het hele team oefende met een verzonnen zaak.' });
    expect(done.text).toContain('Gedaan: Het hele team oefende met een verzonnen zaak.');
    expect((await asks(ibEr, 'mijn verzoeken')).text).toContain('Er wacht niets op jou');

    const list = await asks(leader, 'acties');
    expect(list.text).toContain('Open: 0. Afgerond of vervallen: 1.');
    await asks(board, 'acties');
    expect((await chooses(board, 'Lijst van Basisschool De Linde')).text).toContain('Het hele team oefende');
    expect(story.log).toEqual([]);
  });

  test('R-236: when the day passes, then the list shows it first, and the leader changes it or lets it go, with a reason', async () => {
    const story = await given();
    const { leader, later, settled } = story;
    await agrees(story);
    await agrees(story, { what: 'Scholing regelen', who: 'De schoolleiding', due: '2026-12-20' });
    later(9);
    await settled();
    const list = await asks(leader, 'acties');
    expect(list.text).toContain('Open: 2, waarvan 1 te laat');
    expect(list.text).toContain('Te laat: uiterlijk di 1 december 2026');
    await chooses(leader, '1. De vijf vragen');
    await does(leader, 'Wijzigen');
    const why = { due: '2026-12-18', reason: 'De vergadering is verzet.' };
    expect((await does(leader, 'Wijziging vastleggen', why)).text).toContain('De vergadering is verzet.');
    await asks(leader, 'acties');
    await chooses(leader, '2. Scholing');
    await does(leader, 'Vervalt');
    const gone = await does(leader, 'Laten vervallen', { reason: 'De academie doet dit al.' });
    expect(gone.text).toContain('Vervallen: De academie doet dit al.');
    expect(gone.buttons).not.toContain('Gedaan');
    expect((await asks(leader, 'acties')).text).toContain('Open: 1. Afgerond of vervallen: 1.');
  });

  test('R-040 R-236: when knelpunten were named at closing, then the leader reads their themes beside the list, never what was written, and makes an action of one', async () => {
    const story = await given();
    const { teacher, leader, board, settled } = story;
    await beginsCase(teacher);
    await closesNaming(teacher);
    await settled();
    const list = await asks(leader, 'acties');
    expect(list.text).toContain('Genoemd bij het sluiten van een zaak: wachttijd voor hulp.');
    expect(list.text).not.toMatch(/drie maanden|\bSam\b|MC-/);
    const card = await chooses(leader, 'Nieuwe actie over: wachttijd voor hulp');
    expect(card.text).toContain('Schrijf hier niets over een kind, een gezin of een zaak.');
    const { what, who, due } = action;
    expect((await does(leader, 'Vastleggen', { what, who, due })).text).toContain('Over: wachttijd voor hulp');
    await asks(board, 'acties');
    expect((await chooses(board, 'Lijst van Basisschool De Linde')).text).toContain('te weinig knelpunten');
  });

  test('A-29 R-040: when the case is for two, then the leader hears nothing of it there, until it is for everybody with a post again', async () => {
    const story = await given();
    const { teacher, ibEr, leader, settled } = story;
    await beginsCase(teacher);
    await goes(leader, 'Beperken tot twee personen');
    const two = { first: 'Marieke Jansen', second: 'Ilse ter Braak' };
    await does(leader, 'Beperken', { ...two, reason: 'De schoolleider kent het gezin.' });
    await closesNaming(teacher);
    await settled();
    const list = await asks(leader, 'acties');
    expect(list.text).toContain('Dit schooljaar zijn nog geen knelpunten genoemd.');
    expect(offers(list).filter((title) => /wachttijd/i.test(title))).toEqual([]);

    await ibEr.says('mijn zaken');
    await chooses(ibEr, 'MC-', 'Beperking opheffen');
    await does(ibEr, 'Opheffen', { reason: 'Het kan weer.' });
    await settled();
    expect((await asks(leader, 'acties')).text).toContain('Genoemd bij het sluiten van een zaak: wachttijd voor hulp.');
  });

  test('R-236: when a case number is typed, then it is not taken, and what was typed stays', async () => {
    const story = await given();
    await asks(story.leader, 'acties');
    await chooses(story.leader, 'Nieuwe actie');
    const again = await does(story.leader, 'Vastleggen', { ...action, what: 'Nabespreken van MC-2026-7K3F9Q' });
    expect(again.text).toContain('Noem hier geen zaaknummer');
    expect((await asks(story.leader, 'acties')).text).toContain('Er staan nog geen acties op deze lijst.');
  });

  test('R-235 R-236 I-20: when the figures are taken as a file, then the actions go with them by role; no name, reason or history does', async () => {
    const story = await given();
    const { leader, board, settled } = story;
    await agrees(story);
    await asks(leader, 'acties');
    await chooses(leader, '1. De vijf vragen');
    await does(leader, 'Wijzigen');
    await does(leader, 'Wijziging vastleggen', { due: '2026-12-18', reason: 'Ilse is ziek.' });
    await asks(board, 'acties');
    await chooses(board, 'Nieuwe actie');
    await does(board, 'Vastleggen', { ...action, what: '=1+1', who: 'Jeroen Nijhuis' });
    await settled();
    const own = await takesFile(leader);
    expect(own).toContain('"Waar";"Schooljaar";"Actie";"Over";"Wie";"Uiterlijk";"Stand";"Wat ervan kwam"');
    expect(own).toContain(
      '"Basisschool De Linde";"2026-2027";"De vijf vragen oefenen";"Wegen";"Intern begeleider";"2026-12-18";"Open";""',
    );
    expect(own).not.toContain('1+1');
    const whole = await takesFile(board);
    expect(whole).toContain('"Stichting Consent";"2026-2027";"\'=1+1";"Wegen";"Schoolleider"');
    expect(whole).toContain('De vijf vragen oefenen');
    for (const text of [own, whole])
      expect(text).not.toMatch(/Ilse|Jeroen|Marieke|Hanneke|ziek|[0-9a-f]{8}-[0-9a-f]{4}/);
  });

  test('I-24 I-25 R-236: when somebody else asks for the list, then the answer is that of what is not theirs, whether there is anything or not', async () => {
    const story = await given();
    const { teacher, elsewhere, ibEr } = story;
    await agrees(story);
    for (const one of [teacher]) expect((await asks(one, 'acties')).text).toContain(forLeaders);
    const other = await asks(elsewhere, 'acties');
    expect(other.text).not.toContain('vijf vragen');
    expect(offers(other).join()).not.toMatch(/Linde|vijf vragen/);
    const mine = await asks(ibEr, 'acties');
    expect(mine.text).toContain('Jouw acties');
    expect(offers(mine)).toEqual(['1. De vijf vragen oefenen']);
    for (const go of [
      'audit/action|de-linde:2026-2027:1',
      'audit/action|de-linde:2026-2027:9',
      'audit/actions|de-linde:0',
    ]) {
      const tried = await does(elsewhere, 'Openen', { go }, { skipClientValidation: true });
      expect(tried.text).toContain(forLeaders);
      await asks(elsewhere, 'acties');
    }
  });
});
