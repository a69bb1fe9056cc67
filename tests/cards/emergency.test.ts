import { emergencyAnswers } from '../../src/cards/emergency';
import { readWay } from '../../src/cards/ways';
import { emptyCase, evolve, type CaseEvent } from '../../src/protocol/caseFile';
import { emergencyLines } from '../../src/protocol/emergency';
import { noticesFor } from '../../src/protocol/notices';
import { choicesOn, sentBy, valueOf } from './cardOnScreen';
import {
  addressesOn,
  commandOf,
  eventsOf,
  facts,
  inCase,
  judged,
  leadsTo,
  noCase,
  otherSchool,
  problemsOf,
  readBy,
  schools,
} from './begunCases';
import { caseId, opened, school } from './context';

const done = {
  calledDay: '2026-11-24',
  calledTime: '10:15',
  calledBy: 'Marieke Jansen',
  called: ['112', 'veilig-thuis'],
  spokeWith: 'De meldkamer',
  agreed: 'Sam blijft op school tot de politie er is.',
};
const typedOf = (reports: readonly CaseEvent[]): readonly string[] => reports.map(({ type }) => type);

describe('given danger now, when somebody asks for help', () => {
  const shown = noCase('shared/emergency');

  test('then there is nothing to fill in, 112 comes first and then Veilig Thuis (I-18)', () => {
    expect(shown.ids).toEqual([]);
    expect(addressesOn(shown)).toEqual(['tel:112', 'tel:08002000', 'tel:09008844']);
    expect(shown.titles.slice(0, 3)).toEqual(['Bel 112', 'Bel Veilig Thuis', 'Bel de politie']);
    const { text } = shown;
    expect(text.indexOf('Levensgevaar? Bel [112]')).toBeGreaterThanOrEqual(0);
    expect(text.indexOf('Levensgevaar?')).toBeLessThan(text.indexOf('Bel Veilig Thuis: [0800-2000](tel:08002000)'));
    expect(text).toContain(school.contacts.crisisService);
  });

  test('then it says that anybody may call and that writing it down comes later', () => {
    expect(shown.text).toContain('Je hoeft niet te wachten op de schoolleider.');
    expect(shown.text).toContain('Eerst bellen, daarna vastleggen.');
    expect(leadsTo(shown, 'Achteraf vastleggen')).toEqual({ form: 'intake/emergency-new' });
  });

  test('then the numbers are those of the board', () => {
    const contacts = { ...school.contacts, police: '0900-1234', crisisService: 'Bel de crisisdienst van Jeugd.' };
    const other = noCase('shared/emergency', { school: { ...school, contacts } });
    expect(addressesOn(other)).toContain('tel:09001234');
    expect(other.text).toContain('Bel de crisisdienst van Jeugd.');
  });

  test('then somebody whom nobody knows gets the numbers, and no button that would be refused', () => {
    const stranger = noCase('shared/emergency', { viewer: { id: '', roles: [] }, schools: [] });
    expect(addressesOn(stranger)).toEqual(addressesOn(shown));
    expect(stranger.titles).toEqual(['Bel 112', 'Bel Veilig Thuis', 'Bel de politie']);
  });

  test('then from the card of a case, what was done can be written down in that case', () => {
    const inThisCase = noCase('shared/emergency', { about: caseId });
    expect(leadsTo(inThisCase, 'Vastleggen in deze zaak')).toEqual({ case: caseId, form: 'intake/emergency-record' });
    expect(leadsTo(inThisCase, 'Vastleggen in een nieuwe zaak')).toEqual({ form: 'intake/emergency-new' });
    expect(shown.titles).not.toContain('Vastleggen in deze zaak');
  });

  test('then somebody at several schools chooses at which it is, below the numbers', () => {
    const asked = noCase('shared/emergency', { schools });
    expect(asked.ids).toEqual(['school']);
    expect(asked.text.indexOf('112')).toBeLessThan(asked.text.indexOf('Op welke school is het?'));
    const data = sentBy(asked, 'Achteraf vastleggen', { school: 'de-esch' });
    expect(readWay('openForm', data)).toEqual({ verb: 'openForm', form: 'intake/emergency-new', school: 'de-esch' });
    expect(noCase('intake/emergency-new', { school: otherSchool, schools }).text).toContain('Basisschool De Esch');
  });
});

describe('given an emergency without a case, when it is written down', () => {
  const shown = noCase('intake/emergency-new');
  const read = (typed: object = {}) =>
    readBy('recordEmergency', shown, 'Vastleggen', { name: 'Sam de Vries', ...done, ...typed });

  test('then a case begins with it, and the leader hears it', () => {
    const command = commandOf(read({ group: 'groep 5', birthDate: '2017-05-01', family: 'Een zusje' }));
    expect(command).toMatchObject({
      type: 'recordEmergency',
      calledAt: '2026-11-24T09:15:00.000Z',
      opening: {
        schoolId: 'de-linde',
        pupil: { name: 'Sam de Vries', group: 'groep 5', birthDate: '2017-05-01' },
        about: 'onbekend',
        family: 'Een zusje',
      },
    });
    const events = eventsOf(command);
    expect(typedOf(events)).toEqual(['CaseOpened', 'EmergencyRecorded']);
    const file = events.reduce(evolve, emptyCase);
    expect(events.flatMap((event) => noticesFor(event, file))).toContainEqual({
      to: { role: 'leiding' },
      kind: 'emergency',
    });
  });

  test('then a melding in the same call is recorded with it (R-081)', () => {
    const events = eventsOf(commandOf(read({ immediateAction: true, reported: true })));
    expect(typedOf(events)).toEqual(['CaseOpened', 'EmergencyRecorded', 'ReportMade']);
    expect(judged(commandOf(read({ called: ['112'], reported: true })))).toEqual({ refusal: 'report-details-needed' });
  });

  test('then it belongs to the school that the card was opened for', () => {
    const elsewhere = noCase('intake/emergency-new', { school: otherSchool, schools });
    const typed = { name: 'Sam', ...done };
    expect(sentBy(elsewhere, 'Vastleggen', typed)).toMatchObject({ m: { school: 'de-esch' } });
    const command = commandOf(readBy('recordEmergency', elsewhere, 'Vastleggen', typed, { school: otherSchool }));
    expect(command).toMatchObject({ opening: { schoolId: 'de-esch' } });
  });

  test('then it opens with this moment and whoever fills it in, and with every line one can call', () => {
    expect(valueOf(shown, 'calledDay')).toBe('2026-11-24');
    expect(valueOf(shown, 'calledTime')).toBe('10:30');
    expect(valueOf(shown, 'calledBy')).toBe('Marieke Jansen');
    expect(choicesOn(shown, 'called').map(({ title }) => title)).toEqual(Object.values(emergencyLines));
  });

  test('then what is wrong is said in Dutch', () => {
    const filled = { name: 'Sam', ...done, called: '112' };
    const problems = (typed: object) =>
      problemsOf('recordEmergency', 'intake/emergency-new', { ...filled, ...typed }, { school: 'de-linde' });
    expect(problems({})).toEqual([]);
    expect(problems({ name: ' ' })).toEqual(['Schrijf op over welke leerling het gaat.']);
    expect(problems({ birthDate: '2027-01-01' })[0]).toContain('ligt in de toekomst');
    expect(problems({ calledDay: '' })).toEqual(['Kies de dag waarop er werd gebeld.']);
    expect(problems({ calledTime: '24:10' })).toEqual(['Kies hoe laat er werd gebeld.']);
    expect(problems({ called: '' })).toEqual(['Kies met wie er werd gebeld.']);
    expect(problems({ called: '112,buurvrouw' })).toEqual(['Kies met wie er werd gebeld.']);
    expect(problems({ calledBy: '', spokeWith: '', agreed: '' })).toEqual([
      'Schrijf op wie er belde.',
      'Schrijf op met wie er is gesproken.',
      'Schrijf op wat er is afgesproken.',
    ]);
  });

  test('then a call that is still to come is refused', () => {
    expect(judged(commandOf(read({ calledTime: '10:31' })))).toEqual({ refusal: 'in-the-future' });
  });
});

describe('given an emergency in a case, when it is written down', () => {
  const shown = inCase('intake/emergency-record', [opened]);

  test('then it joins that case and asks nothing about the pupil again', () => {
    expect(shown.ids).toEqual(emergencyAnswers.recordEmergency.inputs.filter((id) => shown.ids.includes(id)));
    expect(shown.ids).not.toContain('name');
    const command = commandOf(readBy('recordEmergency', shown, 'Vastleggen', done));
    expect(Object.keys(command)).not.toContain('opening');
    expect(typedOf(eventsOf(command, [opened]))).toEqual(['EmergencyRecorded']);
  });

  test('then a closed case takes it too', () => {
    const events = [opened, { ...facts.CaseClosed, outcome: 'andere-oorzaak' } as const];
    const command = commandOf(readBy('recordEmergency', inCase('intake/emergency-record', events), 'Vastleggen', done));
    expect(typedOf(eventsOf(command, events))).toEqual(['EmergencyRecorded']);
  });

  test('then a case about staff leads to what followed, for the steps have stopped there', () => {
    const exit = inCase('intake/emergency-record', [facts.StaffConcernReported]);
    expect(exit.ids).toEqual([]);
    expect(exit.titles).not.toContain('Vastleggen');
    expect(leadsTo(exit, 'Vervolg vastleggen')).toEqual({ case: caseId, form: 'intake/follow-up' });
  });
});
