import {
  categories,
  categoryOf,
  suggestedBy,
  contactRoles,
  directions,
  flags,
  instruments,
  natures,
  settings,
  sources,
  type CategoryCode,
  type Setting,
  type Source,
} from '../../src/protocol/step1Signals';
import { given, ibEr, leader, teacher, tomorrow, yesterday } from './given';
import {
  contact,
  flagged,
  mapped,
  mapSignals,
  opened,
  recordChildVoice,
  recordContact,
  recordSignal,
  signal,
  veiligThuisContact,
  confirmFlags,
} from './samples';

// The keys of these tables are, by their type, what the tables are about.
const allSettings = Object.keys(settings) as Setting[];
const allSources = Object.keys(sources) as Source[];
const allCategories = Object.keys(categories) as CategoryCode[];

describe('given a case that was opened', () => {
  const start = given(opened());

  test.each(['wijst-op-zorg', 'spreekt-tegen', 'onduidelijk'] as const)(
    'R-041: when a signal is recorded that %s, then it counts as that and as nothing else',
    (direction) => {
      const { concern, against, unclear } = start.when(recordSignal({ direction })).file(({ signals }) => signals);
      expect({ 'wijst-op-zorg': concern, 'spreekt-tegen': against, onduidelijk: unclear }).toEqual({
        'wijst-op-zorg': 0,
        'spreekt-tegen': 0,
        onduidelijk: 0,
        [direction]: 1,
      });
      expect(Object.keys(directions)).toContain(direction);
    },
  );

  test('R-041 R-046 R-053: when a signal is recorded, then every word of it is in the fact', () => {
    const { type: _verb, ...words } = recordSignal({ source: 'derde', sourceName: 'Oma' });
    start.when(recordSignal({ source: 'derde', sourceName: 'Oma' })).then({ type: 'SignalRecorded', ...words });
  });

  test('R-043: when somebody records a signal, then the fact says who did it and when', () => {
    const at = '2026-11-24T12:34:00.000Z';
    const [event] = start.when(recordSignal(), ibEr, at).events();
    expect(event).toMatchObject({ by: ibEr.id, at });
  });

  test('R-045: when a signal says nothing about a cause and nobody is under suspicion, then it is recorded', () => {
    expect(start.file(({ about }) => about)).toBe('onbekend');
    start.when(recordSignal({ direction: 'onduidelijk' })).then({ type: 'SignalRecorded', direction: 'onduidelijk' });
  });

  test.each(allSources)('R-046: when the information comes by way of %s, then that source is kept', (source) => {
    start.when(recordSignal({ source })).then({ type: 'SignalRecorded', source });
  });

  test('R-046: then one can say that it was seen oneself, or heard from a colleague, the child, a parent or another', () => {
    expect(allSources).toEqual(['zelf', 'collega', 'kind', 'ouder', 'derde']);
  });

  test.each(allSettings)('R-049: when it was observed %s, then that setting is kept', (setting) => {
    start.when(recordSignal({ setting })).then({ type: 'SignalRecorded', setting });
  });

  test('R-049 R-051 R-046: then one can observe in class, at a home visit, at other moments and between parent and child', () => {
    for (const place of ['klas', 'plein', 'gym', 'huisbezoek', 'halen-brengen', 'ouder-kind', 'gesprek'])
      expect(allSettings).toContain(place);
  });

  test('I-27: then facts, statements of others and impressions are kept apart', () => {
    expect(Object.keys(natures)).toEqual(['feit', 'uitspraak', 'mening']);
    start.when(recordSignal({ nature: 'mening' })).then({ type: 'SignalRecorded', nature: 'mening' });
  });

  test('R-041 R-042: when something is said to have happened tomorrow, then it is refused; today it is recorded', () => {
    start.when(recordSignal({ happenedOn: tomorrow })).refused('in-the-future');
    start.when(recordContact({ on: tomorrow })).refused('in-the-future');
    start.when(recordChildVoice({ on: tomorrow })).refused('in-the-future');
    // Just past midnight in the Netherlands it is tomorrow, though not yet by the clock in London.
    start.when(recordSignal({ happenedOn: tomorrow }), teacher, '2026-11-24T23:05:00.000Z').accepted();
  });

  test('R-052: when more signals come, also after they were mapped, then all of them are kept', () => {
    const story = start
      .when(recordSignal())
      .accepted()
      .when(mapSignals())
      .accepted()
      .when(recordSignal({ direction: 'spreekt-tegen' }))
      .accepted();
    expect(story.history.map(({ type }) => type)).toEqual([
      'CaseOpened',
      'SignalRecorded',
      'SignalsMapped',
      'SignalRecorded',
    ]);
    expect(story.file(({ signals }) => signals)).toMatchObject({ concern: 1, against: 1, mapped: 1 });
  });

  test('R-042 R-053: when a contact is recorded, then with whom, in what role, how, when and what is in the fact', () => {
    const { type: _verb, ...words } = recordContact();
    start.when(recordContact()).then({ type: 'ContactRecorded', ...words });
    expect(Object.keys(contactRoles)).toContain('hulpverlener');
  });

  test('R-050 A-10: when there was a chat with a parent at the gate, then it is a contact and not the talk of step 3', () => {
    const story = start.when(recordContact()).accepted();
    expect(story.file(({ signals }) => signals.lastParentContact)).toBe(yesterday);
    expect(story.step(3).state).toBe('open');
    expect(story.file(({ conversations }) => conversations.withParent)).toBe(0);
  });

  test('A-31: when the child says something, then its own words are kept, and they count as no signal', () => {
    const words = 'Papa slaat de hond ook';
    const outcome = start.when(recordChildVoice({ words }));
    outcome.then({ type: 'ChildVoiceRecorded', words });
    expect(outcome.file(({ signals }) => signals)).toMatchObject({ childVoices: 1, concern: 0 });
  });

  test('R-048: when signals are mapped with the instrument of the school, then its name is kept', () => {
    expect(Object.keys(instruments)).toEqual(['signalenlijst', 'eigen', 'geen']);
    start
      .when(mapSignals({ instrument: 'eigen', instrumentName: 'Kijk!' }))
      .then({ type: 'SignalsMapped', instrument: 'eigen', instrumentName: 'Kijk!' });
  });
});

describe('given the list of signals', () => {
  test('R-047 A-22: then each category has a title and items without doubles', () => {
    expect(allCategories).toHaveLength(12);
    for (const code of allCategories) {
      const { title, items } = categoryOf(code);
      expect(title).not.toBe('');
      expect(items.length).toBeGreaterThan(3);
      expect(new Set(items).size).toBe(items.length);
    }
  });

  test('R-041: then it also asks for what protects', () => {
    expect(categories.BF).toMatchObject({ title: 'Wat beschermt' });
  });

  test('R-092: then only sexual abuse, mutilation and honour point to a call that comes first', () => {
    const pointing = allCategories.filter((code) => suggestedBy(code).length > 0);
    expect(pointing).toEqual(['SM', 'VG']);
    expect(Object.keys(flags)).toEqual(['seksueel-misbruik', 'vgv', 'eergerelateerd']);
  });
});

describe('given a signal that points to a flag', () => {
  const start = given(opened(), signal({ category: 'SM' }));
  const suggested = (story: typeof start) => story.file(({ signals }) => signals.suggested);

  test('R-092: then the flag is suggested, and each flag once', () => {
    expect(suggested(start)).toEqual(['seksueel-misbruik']);
    expect(suggested(start.and(signal({ category: 'VG' }), signal({ category: 'SM' })))).toEqual([
      'seksueel-misbruik',
      'vgv',
      'eergerelateerd',
    ]);
  });

  test('R-092: when a signal of that kind reassures, then it suggests nothing', () => {
    expect(suggested(given(opened(), signal({ category: 'SM', direction: 'spreekt-tegen' })))).toEqual([]);
    expect(suggested(given(opened(), signal({ category: 'SM', direction: 'onduidelijk' })))).not.toEqual([]);
  });

  test('R-092: when it is confirmed, then it stands and nothing is undecided; a later signal suggests it no more', () => {
    const confirmed = start.when(confirmFlags()).then({ type: 'FlagsConfirmed', flags: ['seksueel-misbruik'] });
    expect(confirmed.file(({ signals }) => signals.flags)).toEqual(['seksueel-misbruik']);
    expect(suggested(confirmed)).toEqual([]);
    expect(suggested(confirmed.and(signal({ category: 'SM' })))).toEqual([]);
  });

  test('R-092: when somebody decides without having seen a flag that came since, then it is refused', () => {
    const later = start.and(signal({ category: 'VG' }));
    const shown = ['seksueel-misbruik'] as const;
    later.when(confirmFlags({ flags: [], shown })).refused('flags-changed');
    start.when(confirmFlags({ flags: [], shown })).then({ type: 'FlagsConfirmed', flags: [] });
  });

  test('R-092 A-08: when a flag is taken away before Veilig Thuis was spoken to, then it is refused, also to the leader', () => {
    start
      .and(flagged())
      .when(confirmFlags({ flags: [], reason: 'Vergissing' }), leader)
      .refused('veilig-thuis-first');
  });

  test('R-092: when a flag is taken away after that contact, then it takes a reason', () => {
    const called = start.and(flagged(), veiligThuisContact());
    called.when(confirmFlags({ flags: [] })).refused('flag-needs-reason');
    called.when(confirmFlags({ flags: [], reason: '  ' })).refused('flag-needs-reason');
    called
      .when(confirmFlags({ flags: [], reason: 'Veilig Thuis ziet het niet' }))
      .then({ type: 'FlagsConfirmed', flags: [], reason: 'Veilig Thuis ziet het niet' });
  });
});

test('R-020 I-04: given mapped signals, when they are mapped again, then both times stand in the file', () => {
  const story = given(opened(), signal(), contact(), mapped())
    .when(mapSignals({ instrument: 'geen' }))
    .accepted();
  expect(story.history.filter(({ type }) => type === 'SignalsMapped')).toHaveLength(2);
  expect(story.step(1)).toEqual({ state: 'gedaan', times: 2 });
});
