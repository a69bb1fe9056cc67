import { emptyCase, evolve, type CaseEvent } from '../../src/protocol/caseFile';
import { closingRefusal, closings } from '../../src/protocol/closing';
import { refusals } from '../../src/text/nl';
import { inputsOf } from '../support/cardParts';
import { choicesOn, valueOf } from './cardOnScreen';
import { asLeader, commandOf, eventsOf, facts, inCase, judged, leadsTo, problemsOf, readBy } from './begunCases';
import { atLength } from './caseFiles';
import { caseId, leader, opened, pressOf } from './context';
import { factsWith } from './everyFact';
import { answers } from '../../src/cards/answers';

const { SignalRecorded, ConversationRecorded, SuspicionWeighed, FlagsConfirmed, StaffConcernReported } = facts;
const signal: CaseEvent = { ...SignalRecorded, category: 'LW' };
const mapped: CaseEvent = facts.SignalsMapped;
const outside: CaseEvent = { ...facts.OutsideConsultationRecorded, role: 'intern-begeleider' };
const talked: CaseEvent = { ...ConversationRecorded, outcome: 'andere-oorzaak' };
const noAction: CaseEvent = { ...SuspicionWeighed, answer: 'nee' };
/** Questions 1 to 4 with answers that lead to help and ask for no melding. */
const weighed: readonly CaseEvent[] = [
  SuspicionWeighed,
  { ...facts.SafetyWeighed, answer: 'nee' },
  facts.HelpWeighed,
  facts.AcceptanceWeighed,
];
const fileOf = (events: readonly CaseEvent[]) => events.reduce(evolve, emptyCase);
const shownOf = (events: readonly CaseEvent[]) => inCase('shared/close', events);
const outcomesOf = (events: readonly CaseEvent[]) => choicesOn(shownOf(events), 'outcome').map(({ value }) => value);
const asked = (events: readonly CaseEvent[]) => shownOf(events).ids.filter((id) => id.startsWith('missing'));
const needed = (events: readonly CaseEvent[]) =>
  inputsOf(shownOf(events).card)
    .filter(({ id, isRequired }) => String(id).startsWith('missing') && isRequired === true)
    .map(({ id }) => id);

const reported: readonly CaseEvent[] = [
  opened,
  facts.ReportMade,
  facts.ReportDiscussed,
  { ...facts.FeedbackRecorded, outcome: 'terugkoppeling' },
];

describe('given a case in which no action is needed, when it is closed', () => {
  const events = [opened, signal, mapped, outside, noAction];
  const shown = shownOf(events);

  test('then that end is offered and no other', () => {
    expect(outcomesOf(events)).toEqual(['geen-actie-nodig']);
    expect(valueOf(shown, 'outcome')).toBe('geen-actie-nodig');
    expect(choicesOn(shown, 'outcome')[0]?.title).toBe(closings['geen-actie-nodig']);
  });

  test('then a skipped step is asked after, and steps 4 and 5 are not (A-11)', () => {
    expect(asked(events)).toEqual(['missing3']);
    expect(needed(events)).toEqual(['missing3']);
    expect(shown.text).toContain('Waarom niet: stap 3, praten met ouders en kind');
  });

  test('then it closes with its reasons, and without them the card does not go', () => {
    const press = (typed: object) =>
      readBy('closeCase', shown, 'Zaak sluiten', { reason: 'Geen zorgen meer.', ...typed });
    const command = commandOf(
      press({ missing3: 'Ouders zijn er nog niet.', bottleneck: 'Wachttijd bij de wijkcoach' }),
    );
    expect(command).toEqual({
      type: 'closeCase',
      outcome: 'geen-actie-nodig',
      reason: 'Geen zorgen meer.',
      missing: { 3: 'Ouders zijn er nog niet.' },
      bottleneck: 'Wachttijd bij de wijkcoach',
    });
    expect(eventsOf(command, events)).toMatchObject([{ type: 'CaseClosed' }]);
    expect(() => press({})).toThrow('Schrijf op waarom deze stap niet is gezet.');
  });
});

describe('given a talk that showed another cause, when the case is closed', () => {
  const events = [opened, signal, mapped, outside, talked];

  test('then question 1 is weighed in the same press, and who guides on is asked in sight (R-111, R-112)', () => {
    const shown = shownOf(events);
    expect(outcomesOf(events)).toEqual(['andere-oorzaak']);
    expect(asked(events)).toEqual([]);
    expect(JSON.stringify(shown.card)).toContain('"id":"more","isVisible":true');
    const typed = { reason: 'Opa is overleden.', furtherSupport: 'Ilse' };
    const command = commandOf(readBy('closeCase', shown, 'Zaak sluiten', typed));
    expect(eventsOf(command, events).map(({ type }) => type)).toEqual(['SuspicionWeighed', 'CaseClosed']);
  });
});

describe('given a melding with its answer, when the case is closed', () => {
  test('then every step that was not gone through needs a reason', () => {
    expect(outcomesOf(reported)).toEqual(['overgedragen-na-melding']);
    expect(asked(reported)).toEqual(['missing1', 'missing2', 'missing3', 'missing4', 'missing5']);
    expect(needed(reported)).toEqual(asked(reported));
    expect(shownOf(reported).text).not.toContain('Dan mogen stap 4 en 5 leeg blijven.');
  });

  test('then with an end without suspicion open as well, steps 4 and 5 may stay empty and the protocol judges', () => {
    const both = [...reported, talked];
    expect(outcomesOf(both)).toEqual(['andere-oorzaak', 'overgedragen-na-melding']);
    expect(asked(both)).toEqual(['missing1', 'missing2', 'missing4', 'missing5']);
    expect(needed(both)).toEqual(['missing1', 'missing2']);
    expect(shownOf(both).text).toContain('Dan mogen stap 4 en 5 leeg blijven.');
    const close = (outcome: string) => {
      const typed = { outcome, reason: 'Klaar.', missing1: 'Spoed.', missing2: 'Spoed.' };
      return judged(commandOf(readBy('closeCase', shownOf(both), 'Zaak sluiten', typed)), both);
    };
    expect(close('andere-oorzaak')).toMatchObject({ events: [{ type: 'SuspicionWeighed' }, { type: 'CaseClosed' }] });
    expect(close('overgedragen-na-melding')).toEqual({ refusal: 'missing-steps-need-reason' });
  });
});

describe('given something that stands in the way, when somebody wants to close', () => {
  test.each<[string, readonly CaseEvent[], keyof typeof refusals, string, string]>([
    [
      'a melding that is owed',
      [opened, { ...facts.EmergencyRecorded, immediateAction: true }],
      ...(['report-open', 'Naar beslissen', 'step5-decide/menu'] as const),
    ],
    [
      'a suspicion that comes before all',
      [opened, { ...signal, category: 'SM' }, FlagsConfirmed],
      ...(['veilig-thuis-first', 'Contact met Veilig Thuis', 'step2-consult/veilig-thuis'] as const),
    ],
    [
      'a signal that nobody looked at',
      [opened, { ...signal, category: 'SM' }],
      ...(['flags-undecided', 'Kijken wat het signaal betekent', 'step1-signals/flags'] as const),
    ],
    [
      'a refusal that nobody weighed',
      [opened, facts.ConsentRecorded],
      ...(['refusal-must-be-weighed', 'Weigering meewegen', 'step4-weigh/assess'] as const),
    ],
    [
      'help without agreements on safety',
      [opened, facts.PlanMade],
      ...(['monitoring-needed', 'Afspraken over veiligheid', 'plan/monitoring'] as const),
    ],
    [
      'parents who were not told',
      [opened, facts.ReportMade],
      ...(['parents-not-told', 'Naar beslissen', 'step5-decide/menu'] as const),
    ],
    [
      'help that the leader did not confirm',
      [opened, ...weighed, facts.PlanMade, facts.MonitoringAgreed, facts.ResultWeighed],
      ...(['leader-first', 'Naar wegen', 'step4-weigh/menu'] as const),
    ],
    [
      'help without decision 1',
      [opened, facts.PlanMade, facts.MonitoringAgreed, facts.ResultWeighed],
      ...(['decision-1-first', 'Naar beslissen', 'step5-decide/menu'] as const),
    ],
    [
      'help without a plan',
      [opened, facts.MonitoringAgreed, facts.ResultWeighed],
      ...(['no-plan', 'Hulpplan maken', 'plan/make'] as const),
    ],
    [
      'an answer that did not come',
      [opened, facts.ReportMade, facts.ReportDiscussed],
      ...(['feedback-open', 'Naar beslissen', 'step5-decide/menu'] as const),
    ],
  ])('then %s is said in words, and the way there is one press', (_what, events, refusal, title, form) => {
    const shown = shownOf(events);
    expect(Object.keys(closings).map((one) => closingRefusal(fileOf(events), one as keyof typeof closings))).toContain(
      refusal,
    );
    expect(shown.text).toContain(refusals[refusal]);
    expect(leadsTo(shown, title)).toEqual({ case: caseId, form });
    expect(shown.ids).toEqual([]);
    expect(shown.titles).not.toContain('Zaak sluiten');
  });

  test('then with nothing but work to be done, it says which', () => {
    const shown = shownOf([opened]);
    expect(shown.text).toContain('Sluiten kan nu nog niet.');
    expect(shown.text).not.toContain(refusals['not-this-outcome']);
    expect(leadsTo(shown, 'Naar wegen')).toEqual({ case: caseId, form: 'step4-weigh/menu' });
    expect(leadsTo(shown, 'Naar beslissen')).toEqual({ case: caseId, form: 'step5-decide/menu' });
  });
});

describe('given an exit, when it is closed', () => {
  test('then it is handed over, and no step is asked after', () => {
    expect(outcomesOf([StaffConcernReported])).toEqual(['overgedragen']);
    expect(asked([StaffConcernReported])).toEqual([]);
    const read = readBy('closeCase', shownOf([StaffConcernReported]), 'Zaak sluiten', {
      reason: 'Het bestuur pakt het op.',
    });
    expect(judged(commandOf(read), [StaffConcernReported])).toMatchObject({ events: [{ type: 'CaseClosed' }] });
  });
});

describe('given a closing, a return or a correction, when something is wrong with it', () => {
  test('then it is said in Dutch', () => {
    expect(problemsOf('closeCase', 'shared/close', { outcome: 'zomaar', reason: '' })).toEqual([
      'Kies hoe deze zaak sluit.',
      'Schrijf op waarom je de zaak sluit.',
    ]);
    expect(problemsOf('reopenCase', 'shared/reopen', { reason: ' ' })).toEqual([
      'Schrijf op waarom je de zaak heropent.',
    ]);
    expect(problemsOf('correctEntry', 'shared/correct', { text: '', reason: '' }, { entry: 2 })).toEqual([
      'Schrijf op hoe het wel is.',
      'Schrijf op waarom je dit verbetert.',
    ]);
    expect(problemsOf('correctEntry', 'shared/correct', { text: 'a', reason: 'b' }, { entry: 'twee' })).toEqual([
      'Deze kaart klopt niet meer. Open het overzicht en probeer het opnieuw.',
    ]);
  });

  test('then a card that comes back unfolds what was typed', () => {
    const inputs = { aftercare: 'Elke week bellen.' };
    const again = inCase('shared/close', [opened, signal, mapped, noAction], {}, { hint: 'Maak dit af.', inputs });
    expect(JSON.stringify(again.card)).toContain('"id":"more","isVisible":true');
    expect(valueOf(again, 'aftercare')).toBe('Elke week bellen.');
    expect(JSON.stringify(shownOf([opened, signal, mapped, noAction]).card)).toContain('"id":"more","isVisible":false');
  });
});

describe('given a closed case, when it comes back', () => {
  test('then the reason is recorded and everything stays', () => {
    const events: readonly CaseEvent[] = [opened, facts.CaseClosed];
    const shown = inCase('shared/reopen', events);
    const command = commandOf(readBy('reopenCase', shown, 'Heropenen', { reason: 'Er is een nieuw signaal.' }));
    expect(command).toEqual({ type: 'reopenCase', reason: 'Er is een nieuw signaal.' });
    expect(eventsOf(command, events)).toMatchObject([{ type: 'CaseReopened' }]);
    expect(shown.text).toContain('Alles wat is vastgelegd, blijft.');
  });
});

describe('given something that was recorded wrongly, when it is corrected', () => {
  const events: readonly CaseEvent[] = [opened, { ...signal, text: 'Sam had een blauwe plek.', by: leader }];
  const shown = inCase('shared/correct', events, { about: '2' });

  test('then the old stands there with who and when, and the correction points to it', () => {
    for (const part of ['2. ', 'Sam had een blauwe plek.', 'Jeroen Nijhuis', '10 november 2026'])
      expect(shown.text).toContain(part);
    expect(shown.text).toContain('Wat er stond, blijft leesbaar.');
    const typed = { text: 'Het was een schram.', reason: 'Ik keek nog eens goed.' };
    const command = commandOf(readBy('correctEntry', shown, 'Verbetering vastleggen', typed));
    expect(command).toEqual({ type: 'correctEntry', entry: 2, ...typed });
    expect(eventsOf(command, events, asLeader)).toMatchObject([{ type: 'EntryCorrected', entry: 2 }]);
  });

  test('then what is not there can’t be corrected, and the card says where to choose again', () => {
    for (const about of ['9', '0', 'c-1']) {
      const lost = inCase('shared/correct', events, { about });
      expect(lost.text).toContain('is niet gevonden');
      expect(lost.titles).not.toContain('Verbetering vastleggen');
      expect(lost.ids).toEqual([]);
    }
    const read = answers.correctEntry.read(
      { m: { case: caseId, key: pressOf().key, form: 'shared/correct', entry: 9 }, text: 'a', reason: 'b' },
      pressOf(),
    );
    expect(judged(commandOf(read), events)).toEqual({ refusal: 'no-such-entry' });
  });

  test('then all of even the longest fact is shown, and the card still fits', () => {
    for (const event of Object.values(factsWith(atLength))) {
      const { card } = inCase('shared/correct', [opened, event], { about: '2' });
      expect([event.type, Buffer.byteLength(JSON.stringify(card), 'utf16le') < 25 * 1024]).toEqual([event.type, true]);
    }
    const long = inCase('shared/correct', [opened, facts.ConversationRecorded], { about: '2' });
    expect(long.text).toContain(facts.ConversationRecorded.adviceHome);
  });
});
