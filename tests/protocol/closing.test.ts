import type { CaseFile } from '../../src/protocol/caseFile';
import { closings } from '../../src/protocol/closing';
import { noticesFor } from '../../src/protocol/notices';
import { given, leader, teacher, today, tomorrow } from './given';
import {
  decideHelp,
  helpDecided,
  planMade,
  reportDecided,
  resultWeighed,
  suspicionWeighed,
  weighedForHelp,
  weighingStarted,
} from './laterSamples';
import {
  closeCase,
  closed,
  correctEntry,
  flagged,
  mapped,
  opened,
  outsideConsultation,
  parentTalk,
  recordSignal,
  reopenCase,
  reopened,
  signal,
  veiligThuisContact,
} from './samples';

const undoStart = { type: 'undoStart' } as const;

const steps123 = given(opened(), signal(), mapped(), outsideConsultation(), parentTalk());
const noSuspicion = suspicionWeighed({ answer: 'nee' });
const otherCause = parentTalk({ id: 'g-2', outcome: 'andere-oorzaak' });
const asOtherCause = closeCase({ outcome: 'andere-oorzaak', reason: 'Een oogziekte' });

describe('given a case without suspicion', () => {
  test('R-019: when steps were not gone through, then closing takes a reason for each of them', () => {
    const bare = given(opened(), noSuspicion);
    bare.when(closeCase()).refused('missing-steps-need-reason');
    bare.when(closeCase({ missing: { 1: 'A', 2: 'B' } })).refused('missing-steps-need-reason');
    bare.when(closeCase({ missing: { 1: 'A', 2: 'B', 3: ' ' } })).refused('missing-steps-need-reason');
    const missing = { 1: 'Bekend', 2: 'Vakantie', 3: 'Verhuisd' };
    bare.when(closeCase({ missing })).then({ type: 'CaseClosed', missing });
    steps123.and(noSuspicion).when(closeCase()).accepted();
  });

  test('R-122: when no weighing says that no action is needed, then it does not close as such', () => {
    steps123.when(closeCase()).refused('not-this-outcome');
    steps123.and(suspicionWeighed()).when(closeCase()).refused('not-this-outcome');
    steps123
      .and(suspicionWeighed({ answer: 'twijfel' }))
      .when(closeCase())
      .refused('not-this-outcome');
  });

  test('R-039 R-040 R-112 R-044: when it closes, then evaluation, aftercare, bottleneck and who goes on helping are kept', () => {
    const words = {
      evaluation: 'Het gesprek hielp',
      aftercare: 'Over een maand bellen',
      bottleneck: 'Lange wachttijd',
      furtherSupport: 'De intern begeleider',
    };
    steps123
      .and(noSuspicion)
      .when(closeCase(words))
      .then({ type: 'CaseClosed', outcome: 'geen-actie-nodig', reason: 'Er is een goede uitleg', ...words });
  });

  test('R-122: when it closes, then leader and owner hear of it', () => {
    expect(steps123.and(noSuspicion).when(closeCase(), leader).notices()).toEqual([
      { to: { role: 'leiding' }, kind: 'caseClosed' },
      { to: { person: teacher.id }, kind: 'caseClosed' },
    ]);
  });

  test('R-092 A-08: when a flag stands and Veilig Thuis was not called, then closing is no way around that call', () => {
    const gated = steps123.and(flagged(), noSuspicion);
    gated.when(closeCase()).refused('veilig-thuis-first');
    gated.and(veiligThuisContact()).when(closeCase()).accepted();
    steps123
      .and(signal({ category: 'VG' }), noSuspicion)
      .when(closeCase())
      .refused('flags-undecided');
  });
});

describe('given a talk with a parent that showed another cause', () => {
  const explained = steps123.and(otherCause);

  test('R-111 A-11 R-019: when the case closes on it, then question 1 is weighed in the same press', () => {
    explained
      .when(asOtherCause)
      .then(
        { type: 'SuspicionWeighed', round: 1, answer: 'nee', explanation: 'Een oogziekte' },
        { type: 'CaseClosed', outcome: 'andere-oorzaak', reason: 'Een oogziekte' },
      );
  });

  test('R-111: then the leader hears that no action is needed and that the case is closed', () => {
    const kinds = explained
      .when(asOtherCause)
      .notices()
      .filter(({ to }) => 'role' in to)
      .map(({ kind }) => kind);
    expect(kinds).toEqual(['noAction', 'caseClosed']);
  });

  test('R-111: when no talk with a parent showed it, then it does not close on it', () => {
    steps123.when(asOtherCause).refused('not-this-outcome');
    const onlyChild = { with: 'leerling', outcome: 'andere-oorzaak' } as const;
    steps123.and(parentTalk(onlyChild)).when(asOtherCause).refused('not-this-outcome');
    explained
      .and(parentTalk({ with: 'leerling', outcome: 'bekrachtigd' }))
      .when(asOtherCause)
      .refused('not-this-outcome');
    explained.and(parentTalk(onlyChild)).when(asOtherCause).accepted();
  });

  test('R-111: when a suspicion was weighed after that talk, then it is weighed anew first', () => {
    const at = '2026-11-24T09:00:00.000Z';
    const weighed = (answer: 'ja' | 'twijfel' | 'nee') => explained.and(suspicionWeighed({ answer, at }));
    weighed('ja').when(asOtherCause).refused('not-this-outcome');
    weighed('twijfel').when(asOtherCause).refused('not-this-outcome');
    weighed('nee').when(asOtherCause).then({ type: 'CaseClosed' });
    explained
      .and(suspicionWeighed({ at: '2026-11-24T07:00:00.000Z' }))
      .when(asOtherCause)
      .then({ type: 'SuspicionWeighed', round: 2, answer: 'nee' }, { type: 'CaseClosed' });
  });

  test('R-020, R-111: when a new round had just begun, then question 1 is weighed in that round and not in an earlier one', () => {
    explained
      .and(suspicionWeighed({ answer: 'twijfel' }), weighingStarted({ round: 2 }))
      .when(asOtherCause)
      .then({ type: 'SuspicionWeighed', round: 2, answer: 'nee' }, { type: 'CaseClosed' });
  });

  test('R-112: then who guides pupil and parents further can be said', () => {
    explained
      .when({ ...asOtherCause, furtherSupport: 'De jeugdarts' })
      .then({ type: 'SuspicionWeighed' }, { type: 'CaseClosed', furtherSupport: 'De jeugdarts' });
  });
});

describe('given a closed case', () => {
  const full = steps123.and(noSuspicion, closed());
  const withoutLast = ({ status: _open, closed: _end, lastAt: _last, ...rest }: CaseFile) => rest;

  test('I-16 A-28: when it is opened again, then everything that was in it is in it', () => {
    const again = full.when(reopenCase()).then({ type: 'CaseReopened', reason: 'Nieuwe zorgen' });
    expect(withoutLast(again.state())).toEqual(withoutLast(full.state()));
    expect(again.state().status).toBe('open');
    again.when(recordSignal()).accepted();
  });

  test('I-16: when it is open, then it cannot be opened again; when closed, then nothing is added to the steps', () => {
    full.and(reopened()).when(reopenCase()).refused('case-open');
    full.when(recordSignal()).refused('case-closed');
    full.when(closeCase()).refused('case-closed');
  });

  test('I-16: when it is opened again, then leader and owner hear of it', () => {
    expect(
      full
        .when(reopenCase())
        .notices()
        .map(({ kind }) => kind),
    ).toEqual(['caseReopened', 'caseReopened']);
  });
});

describe('given a mistake in the file', () => {
  const story = given(opened(), signal());

  test('I-04: when it is corrected, then that is a new fact that points to the old one, and the old one stays', () => {
    const corrected = story.when(correctEntry({ entry: 2 })).then({ type: 'EntryCorrected', entry: 2 });
    expect(corrected.history.slice(0, 2)).toEqual(story.history);
    expect(corrected.file(({ signals }) => signals)).toEqual(story.file(({ signals }) => signals));
  });

  test.each([0, -1, 3, Number.NaN])('I-04: when it points to entry %p of two, then it is refused', (entry) => {
    story.when(correctEntry({ entry })).refused('no-such-entry');
  });

  test('I-04: when the case is closed, then it can still be corrected', () => {
    story.and(closed()).when(correctEntry()).accepted();
  });
});

describe('given help that worked', () => {
  const helped = steps123.and(
    ...weighedForHelp(),
    reportDecided(),
    helpDecided(),
    planMade({ discussedOn: '2026-11-23' }),
    resultWeighed(),
  );
  const asHelped = closeCase({ outcome: 'hulp-afgerond' });

  test('R-019 I-12: then the ends are five and a mistake, and none is open without agreements on following', () => {
    expect(Object.keys(closings)).toHaveLength(6);
    helped.when(asHelped).refused('monitoring-needed');
    helped.when(closeCase({ outcome: 'overgedragen' })).refused('monitoring-needed');
    steps123.when(closeCase({ outcome: 'overgedragen' })).refused('not-this-outcome');
    steps123.when(closeCase({ outcome: 'overgedragen-na-melding' })).refused('not-this-outcome');
    steps123.when(asHelped).refused('not-this-outcome');
  });
});

test('R-044 R-008: given decisions, when they are taken, then what, by whom, on what ground and why are on record', () => {
  const story = steps123.and(...weighedForHelp(), reportDecided());
  story.when(decideHelp({ familyCan: false }), leader).then({
    type: 'HelpDecided',
    possible: false,
    schoolCan: true,
    familyCan: false,
    reason: 'De intern begeleider helpt',
    by: leader.id,
  });
  story.when(decideHelp({ veiligThuisOn: tomorrow })).refused('in-the-future');
  story.when(decideHelp({ veiligThuisOn: today })).accepted();
});

describe('given a case that was begun by mistake', () => {
  test('when nothing but its beginning stands in it, then its owner undoes that without reasons, and nobody hears of it', () => {
    const begun = given(opened());
    const undone = begun.when(undoStart).then({ type: 'CaseClosed', outcome: 'vergissing', missing: {} });
    expect(
      noticesFor(
        closed({ outcome: 'vergissing' }),
        undone.file((one) => one),
      ),
    ).toEqual([]);
    undone.when(reopenCase()).accepted();
    begun.when(undoStart, leader).refused('not-your-role');
  });

  test('when something was recorded since, then it ends as any case does', () => {
    given(opened(), signal()).when(undoStart).refused('more-recorded');
    given(opened(), signal())
      .when(closeCase({ outcome: 'vergissing' }))
      .refused('not-this-outcome');
  });
});
