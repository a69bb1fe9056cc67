import { describeExits } from '../../src/cards/entries/exits';
import { caseNumber } from '../../src/cards/caseNumber';
import { readWay } from '../../src/cards/ways';
import { circle, routes } from '../../src/protocol/exits';
import { maySeeFile } from '../../src/protocol/roles';
import { emptyCase, evolve } from '../../src/protocol/caseFile';
import { noticesFor } from '../../src/protocol/notices';
import { choicesOn, sentBy, valueOf } from './cardOnScreen';
import {
  asLeader,
  asTeacher,
  commandOf,
  eventsOf,
  inCase,
  judged,
  leadsTo,
  noCase,
  otherSchool,
  problemsOf,
  readBy,
  schools,
} from './begunCases';
import { ibEr, leader, opened, otherTeacher, pressOf, school, teacher } from './context';

const anotherKey = '9c1d2e3f-4a5b-4c6d-8e7f-0a1b2c3d4e5f';

describe('given somebody who is worried, when the first card opens', () => {
  const shown = noCase('intake/triage');

  test('then each of the protocol’s routes is one press away', () => {
    expect(shown.titles).toEqual([...Object.values(routes), 'Mijn zaken']);
    expect(leadsTo(shown, routes.thuis)).toEqual({ form: 'intake/open-case' });
    expect(leadsTo(shown, routes.medewerker)).toEqual({ form: 'intake/staff-concern' });
    expect(leadsTo(shown, routes.leerlingen)).toEqual({ form: 'intake/pupil-concern' });
  });

  test('then it says that one need not be certain, what happens to the text, and who sees it', () => {
    expect(shown.text).toContain('Je hoeft niet zeker te zijn');
    expect(shown.text).toContain('Ik bewaar pas iets als je daar op de knop drukt.');
    expect(shown.text).toContain('jij, de schoolleiding en de intern begeleider');
  });

  test('then what was typed travels along to the route that is chosen', () => {
    const data = sentBy(shown, routes.thuis, { detail: 'Sam viel in slaap.' });
    expect(readWay('openForm', data)).toEqual({
      verb: 'openForm',
      form: 'intake/open-case',
      detail: 'Sam viel in slaap.',
    });
  });

  test('then somebody at one school is not asked which school it is', () => {
    expect(shown.ids).toEqual(['detail']);
  });

  test('then somebody at several schools chooses, and the case begins at that school', () => {
    const asked = noCase('intake/triage', { schools });
    expect(choicesOn(asked, 'school').map(({ value }) => value)).toEqual(['de-linde', 'de-esch']);
    expect(valueOf(asked, 'school')).toBe('de-linde');
    for (const route of [routes.thuis, routes.medewerker, routes.leerlingen])
      expect(readWay('openForm', sentBy(asked, route, { school: 'de-esch' }))?.school).toBe('de-esch');
    const next = noCase('intake/open-case', { schools, school: otherSchool });
    expect(next.text).toContain('Basisschool De Esch');
    const sent = sentBy(next, 'Vastleggen en verder', { name: 'Sam', about: 'ouder' });
    expect(sent).toMatchObject({ m: { school: 'de-esch' } });
    const read = readBy('openCase', next, 'Vastleggen en verder', { name: 'Sam' }, { school: otherSchool });
    expect(commandOf(read)).toMatchObject({ schoolId: 'de-esch' });
    expect(leadsTo(next, 'Terug')).toEqual({ school: 'de-esch' });
  });

  test('then somebody without a school hears whom to turn to, and can start nothing that would be refused', () => {
    const nowhere = noCase('intake/triage', { schools: [] });
    expect(nowhere.titles).toEqual([routes.nood, 'Mijn zaken']);
    expect(nowhere.ids).toEqual([]);
    expect(nowhere.text).toContain('0800-2000');
  });
});

describe('given a child at home, when a case is begun', () => {
  const shown = noCase('intake/open-case');
  const filled = { name: ' Sam\u200b de Vries ', group: 'groep 5', birthDate: '2017-05-01', about: 'ouder' };

  test('then the case knows the pupil, and the first signal goes on to its own card', () => {
    const read = readBy('openCase', shown, 'Vastleggen en verder', {
      ...filled,
      family: 'Een zusje, Noor.',
      firstSignal: 'Sam huilde.',
    });
    const number = caseNumber(pressOf());
    expect(number).toMatch(/^MC-2026-[2-9A-HJ-NP-Z]{6}$/);
    expect(read).toEqual({
      command: {
        type: 'openCase',
        number,
        schoolId: 'de-linde',
        pupil: { name: 'Sam de Vries', group: 'groep 5', birthDate: '2017-05-01' },
        about: 'ouder',
        family: 'Een zusje, Noor.',
      },
    });
    expect(judged(commandOf(read))).toMatchObject({ events: [{ type: 'CaseOpened' }] });
  });

  test('then a name is enough: it may be that nobody knows more yet', () => {
    const read = readBy('openCase', shown, 'Vastleggen en verder', { name: 'Sam' });
    expect(commandOf(read)).toMatchObject({ pupil: { name: 'Sam' }, about: 'onbekend' });
    expect(Object.keys(commandOf(read)).sort()).toEqual(['about', 'number', 'pupil', 'schoolId', 'type']);
  });

  test('then it says who can read it, and why the day of birth matters', () => {
    expect(shown.text).toContain('Jij, de schoolleiding en de intern begeleider kunnen die lezen.');
    expect(shown.text).toContain('Vanaf 12 jaar');
    expect(choicesOn(shown, 'about').map(({ title }) => title)).toEqual(Object.values(circle));
  });

  test('then what was typed in the chat stands in the field for what was seen', () => {
    const typed = noCase('intake/open-case', {}, { hint: '', inputs: { firstSignal: 'Sam huilde.' } });
    expect(valueOf(typed, 'firstSignal')).toBe('Sam huilde.');
  });

  test('then what is wrong is said in Dutch', () => {
    const problems = (inputs: object) => problemsOf('openCase', 'intake/open-case', { name: 'Sam', ...inputs });
    const all = { about: 'ouder' };
    expect(problems({ ...all, name: ' ' })).toEqual(['Schrijf op over welke leerling het gaat.']);
    expect(problems({ about: 'buurman' })).toEqual(['Kies over wie het vermoeden gaat.']);
    expect(problems({ ...all, birthDate: '1-5-2017' })).toEqual(['Kies de geboortedatum, of laat deze leeg.']);
    expect(problems({ ...all, birthDate: '2026-11-25' })).toEqual([
      'De geboortedatum ligt in de toekomst. Verbeter deze, of laat deze leeg.',
    ]);
    expect(problems({ ...all, birthDate: '2026-11-24' })).toEqual([]);
    expect(problems({ ...all, group: 'x'.repeat(41) })).toEqual(['Maak deze tekst korter: hoogstens 40 tekens.']);
    expect(problems({ ...all, extra: 'x' })).toEqual([
      'Deze kaart klopt niet meer. Open het overzicht en probeer het opnieuw.',
    ]);
  });

  test('then a card that comes back shows what was typed, unfolded too', () => {
    const again = (inputs: Record<string, string>) =>
      JSON.stringify(noCase('intake/open-case', {}, { hint: 'Maak dit af.', inputs }).card);
    expect(again({ family: 'Een zusje' })).toContain('"id":"home","isVisible":true');
    expect(again({})).toContain('"id":"home","isVisible":false');
  });
});

describe('given the number of a case, when it is made', () => {
  test('then a repeated press gives the same and another card another', () => {
    const number = caseNumber(pressOf());
    expect(caseNumber(pressOf({ now: '2026-11-24T09:31:00.000Z' }))).toBe(number);
    expect(caseNumber(pressOf({ key: anotherKey }))).not.toBe(number);
  });

  test('then it has the year of the Dutch calendar', () => {
    const atMidnight = { now: '2026-12-31T23:30:00.000Z', today: '2027-01-01' };
    expect(caseNumber(pressOf(atMidnight))).toMatch(/^MC-2027-/);
  });
});

describe('given a concern about a member of staff, when it is reported', () => {
  const shown = noCase('intake/staff-concern');
  const press = (typed: Record<string, string | boolean>) =>
    readBy('reportStaffConcern', shown, 'Meteen melden', typed);
  const what = 'Hij schreeuwde naar Sam.';

  test('then the leaders and the board hear it at once, and there are no steps', () => {
    const command = commandOf(press({ accused: otherTeacher, what }));
    expect(command).toMatchObject({ schoolId: 'de-linde', accused: otherTeacher, aboutLeader: false, what });
    const events = eventsOf(command);
    const file = events.reduce(evolve, emptyCase);
    expect(file.kind).toBe('medewerker');
    expect(events.flatMap((event) => noticesFor(event, file))).toEqual([
      { to: { role: 'leiding', except: otherTeacher }, kind: 'staffExit' },
      { to: { role: 'bestuur', except: otherTeacher }, kind: 'staffExit' },
    ]);
  });

  test('then a leader who is named counts as the leadership, whatever was ticked', () => {
    const command = commandOf(press({ accused: leader, aboutLeader: false, what }));
    expect(command).toMatchObject({ accused: leader, aboutLeader: true });
    const file = eventsOf(command).reduce(evolve, emptyCase);
    expect(maySeeFile(asLeader, file)).toBe(false);
    expect(eventsOf(command).flatMap((event) => noticesFor(event, file))).toEqual([
      { to: { role: 'bestuur', except: leader }, kind: 'staffExit' },
    ]);
  });

  test('then somebody who is not in the list can be named, or left open', () => {
    expect(commandOf(press({ accused: 'iemand-anders', accusedName: 'De gymleraar', what }))).toEqual(
      expect.objectContaining({ accusedName: 'De gymleraar', aboutLeader: false }),
    );
    const open = commandOf(press({ accused: 'iemand-anders', aboutLeader: true, what }));
    expect(open).toMatchObject({ aboutLeader: true });
    expect(Object.keys(open)).not.toContain('accused');
    expect(Object.keys(open)).not.toContain('accusedName');
  });

  test('then the list holds colleagues and never oneself, and the phone numbers are there', () => {
    const values = choicesOn(shown, 'accused').map(({ value }) => value);
    expect(values).toEqual(expect.arrayContaining([otherTeacher, ibEr, leader, 'iemand-anders']));
    expect(values).not.toContain(teacher);
    for (const phone of ['053-000 00 01', '053-000 00 02', '0900-111 3 111']) expect(shown.text).toContain(phone);
    expect(shown.text).toContain('Wacht daar niet op met melden.');
    expect(shown.text).toContain('moet je dit volgens de wet meteen melden');
  });

  test('then a board without these numbers still shows the vertrouwensinspecteur', () => {
    const { externalConfidant: _one, boardPhone: _other, ...contacts } = school.contacts;
    const bare = noCase('intake/staff-concern', { school: { ...school, contacts } });
    expect(bare.text).toContain('0900-111 3 111');
    expect(bare.text).not.toContain('Bestuur:');
  });

  test('then what is wrong is said in Dutch', () => {
    const problems = (inputs: object) => problemsOf('reportStaffConcern', 'intake/staff-concern', { what, ...inputs });
    expect(problems({})).toEqual(['Kies over wie het gaat.']);
    expect(problems({ accused: 'niemand' })).toEqual(['Kies iemand uit de lijst.']);
    expect(problems({ accused: otherTeacher, what: '' })).toEqual(['Schrijf op wat er is gezien of gehoord.']);
    expect(problems({ accused: otherTeacher, accusedName: 'Jan' })[0]).toContain('Haal de naam weg');
  });
});

describe('given a running case, when it turns out to be about a member of staff', () => {
  const shown = inCase('intake/move-to-staff', [opened]);

  test('then the steps stop, the intern begeleider sees it no more, and what was recorded stays', () => {
    const typed = { accused: otherTeacher, what: 'Sam noemde de meester.' };
    const command = commandOf(readBy('moveToStaffExit', shown, 'Meteen melden', typed));
    const file = [opened, ...eventsOf(command, [opened])].reduce(evolve, emptyCase);
    expect(file).toMatchObject({ kind: 'medewerker', pupil: { name: 'Sam de Vries' } });
    expect(maySeeFile({ id: ibEr, roles: ['intern-begeleider'] }, file)).toBe(false);
    expect(shown.text).toContain('De vijf stappen stoppen.');
    expect(shown.text).toContain('De intern begeleider en de casemanager niet meer.');
  });

  test('then a leader who is named is left out here too', () => {
    const typed = { accused: leader, what: 'Sam noemde de directeur.' };
    expect(commandOf(readBy('moveToStaffExit', shown, 'Meteen melden', typed))).toMatchObject({ aboutLeader: true });
    expect(problemsOf('moveToStaffExit', 'intake/move-to-staff', { ...typed, accused: 'x' })).toEqual([
      'Kies iemand uit de lijst.',
    ]);
  });
});

describe('given something between pupils, when it is reported', () => {
  const shown = noCase('intake/pupil-concern');

  test('then it goes to a leader of the school, and there are no steps', () => {
    expect(choicesOn(shown, 'told').map(({ value }) => value)).toEqual([leader]);
    const command = commandOf(readBy('reportPupilConcern', shown, 'Melden', { what: 'Zij sloegen elkaar.' }));
    const events = eventsOf(command);
    const file = events.reduce(evolve, emptyCase);
    expect(file.kind).toBe('leerlingen');
    expect(events.flatMap((event) => noticesFor(event, file))).toEqual([{ to: { person: leader }, kind: 'pupilExit' }]);
  });

  test('then it reminds of a home that may not be safe (A-07)', () => {
    expect(shown.text).toContain('Begin dan ook een zaak over dat kind.');
  });

  test('then whoever leads the school alone can still write it down', () => {
    const alone = noCase('intake/pupil-concern', { viewer: asLeader });
    expect(choicesOn(alone, 'told').map(({ value }) => value)).toEqual([leader]);
  });

  test('then nobody else than a leader is told', () => {
    const problems = (told: string) =>
      problemsOf('reportPupilConcern', 'intake/pupil-concern', { told, what: 'Zij sloegen elkaar.' });
    expect(problems(otherTeacher)).toEqual(['Kies iemand van de leiding uit de lijst.']);
    expect(problems('')).toEqual(['Kies aan wie je dit meldt.']);
    expect(problemsOf('reportPupilConcern', 'intake/pupil-concern', { told: leader })).toEqual([
      'Schrijf op wat er is gebeurd.',
    ]);
  });
});

describe('given what followed on a report, when it is written down', () => {
  test('then it is dated today unless said otherwise, and bad words are told in Dutch', () => {
    const followed = inCase('intake/follow-up', []);
    expect(valueOf(followed, 'on')).toBe('2026-11-24');
    expect(commandOf(readBy('addFollowUp', followed, 'Vastleggen', { text: 'Gesproken met Tom.' }))).toEqual({
      type: 'addFollowUp',
      on: '2026-11-24',
      text: 'Gesproken met Tom.',
    });
    expect(problemsOf('addFollowUp', 'intake/follow-up', { on: 'gisteren', text: '' })).toEqual([
      'Kies de dag.',
      'Schrijf op wat er is gedaan of afgesproken.',
    ]);
  });

  test('then advice of a confidant is written down with its day', () => {
    const advised = inCase('intake/confidant-advice', []);
    const command = readBy('recordConfidantAdvice', advised, 'Vastleggen', { advice: 'Doe aangifte.' });
    expect(command).toEqual({
      command: { type: 'recordConfidantAdvice', on: '2026-11-24', advice: 'Doe aangifte.' },
    });
    expect(problemsOf('recordConfidantAdvice', 'intake/confidant-advice', { on: '', advice: '' })).toEqual([
      'Kies de dag van het advies.',
      'Schrijf op wat het advies was.',
    ]);
  });
});

test('given the beginning of a case with an accused in the list and one beside it, when it is put in words, then both are there', () => {
  const words = JSON.stringify(
    describeExits(
      {
        ...{ type: 'MovedToStaffExit', accused: otherTeacher, accusedName: 'De gymleraar', aboutLeader: true },
        ...{ what: 'Sam vertelde het.', at: '2026-11-24T09:00:00.000Z', by: asTeacher.id },
      },
      school,
    ),
  );
  for (const part of ['Tom Hesselink', 'De gymleraar', '"Ja"', 'Sam vertelde het.']) expect(words).toContain(part);
});
