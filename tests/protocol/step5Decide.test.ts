import { norm } from '../../src/protocol/meldcode';
import {
  before,
  given,
  ibEr,
  leader,
  minutesAfter,
  now,
  teacher,
  today,
  tomorrow,
  yesterday,
  type Given,
} from './given';
import {
  continuesReported,
  decideHelp,
  decideReport,
  helpDecided,
  helpWeighed,
  planMade,
  reportDecided,
  reportMade,
  riskAssessed,
  safetyWeighed,
  startWeighing,
  suspicionWeighed,
  weighedForHelp,
  weighingStarted,
} from './laterSamples';
import { consent, opened, veiligThuisContact } from './samples';
import { answered, confirmed, weigh } from './samples4to5';

/** A whole weighing, confirmed, that asks for help and no melding. */
const noReportNeeded = (): Given => given(opened(), ...weighedForHelp());
/** Question 2 was "ja", and no melding was made. */
const reportNeeded = (): Given =>
  given(opened(), riskAssessed(), suspicionWeighed(), safetyWeighed({ answer: 'ja', acute: 'ja' }));

describe('given decision 1, is a melding needed', () => {
  test('R-146, R-191: when nothing in the weighing asks for one, then not reporting follows from it', () => {
    noReportNeeded()
      .when(decideReport({ report: false }))
      .then({ type: 'ReportDecided', report: false, derived: false, because: [], departs: false, by: teacher.id });
  });

  test('R-146, R-151, R-194: when something asks for one, then each reason is kept with the decision', () => {
    const doubting = answered({ suspicion: 'ja', safety: 'twijfel', help: 'nee' });
    given(opened(), riskAssessed(), ...doubting)
      .when(decideReport({ report: true, canProtect: 'twijfel' }))
      .then({ type: 'ReportDecided', derived: true, because: ['safety', 'help', 'cannotProtect'], departs: false });
    noReportNeeded()
      .and(continuesReported())
      .when(decideReport({ report: true }))
      .then({ type: 'ReportDecided', derived: true, because: ['continues'] });
  });

  test('R-009: when the weighing has not come to an end, then not reporting cannot be decided, and reporting can', () => {
    const halfway = given(opened(), suspicionWeighed());
    halfway.when(decideReport({ report: false }), leader).refused('weighing-incomplete');
    halfway.when(decideReport({ report: true })).then({ type: 'ReportDecided', derived: 'unknown' });
    given(opened())
      .when(decideReport({ round: 0, report: true }))
      .then({ type: 'ReportDecided', derived: 'unknown' });
  });

  test.each(['nee', 'twijfel'] as const)(
    'R-151: when the answer to "can we protect enough" is %s, then a melding is needed although the weighing asks for none',
    (canProtect) => {
      noReportNeeded()
        .when(decideReport({ report: false, canProtect }))
        .refused('only-leader-departs');
      noReportNeeded()
        .when(decideReport({ report: true, canProtect }))
        .then({ type: 'ReportDecided', derived: true, because: ['cannotProtect'] });
    },
  );

  test('R-020, I-23: when the decision is about another round than the one that runs, then nothing changes', () => {
    noReportNeeded()
      .and(weighingStarted())
      .when(decideReport({ round: 1 }))
      .refused('weighing-changed');
    given(opened())
      .when(decideReport({ round: 1 }))
      .refused('weighing-changed');
  });

  test('R-071: when a refused consent is not weighed, then not reporting cannot be decided, by nobody', () => {
    const refused = noReportNeeded().and(consent({ outcome: 'geweigerd' }));
    for (const by of [teacher, leader])
      refused.when(decideReport({ report: false }), by).refused('refusal-must-be-weighed');
    refused.when(decideReport({ report: true })).accepted();
  });
});

describe('given a norm that asks for a melding', () => {
  test('R-149, R-005, A-02, I-09: when it is departed from, then by the leader, with a reason, after Veilig Thuis', () => {
    const departing = decideReport({ report: false, reason: 'Veilig Thuis raadt nu hulp aan' });
    reportNeeded().when(departing, teacher).refused('only-leader-departs');
    reportNeeded().when(departing, ibEr).refused('only-leader-departs');
    reportNeeded().when(departing, leader).refused('departure-needs-veilig-thuis');
    const spoken = reportNeeded().and(veiligThuisContact());
    spoken.when(departing, ibEr).refused('only-leader-departs');
    spoken.when(decideReport({ report: false, reason: ' ' }), leader).refused('only-leader-departs');
    const outcome = spoken.when(departing, leader);
    expect(outcome.notices()).toEqual([{ to: { person: teacher.id }, kind: 'departed' }]);
    const departed = outcome.then({
      type: 'ReportDecided',
      report: false,
      derived: true,
      departs: true,
      by: leader.id,
    });
    expect(departed.advice()).not.toBe('reportNow');
    expect(norm).toContain('geen wettelijke plicht');
  });

  test('R-168, A-02: when it does not stop, then a call of before says nothing about that', () => {
    const again = noReportNeeded().and(
      veiligThuisContact({ contactAt: '2026-11-20T09:00:00.000Z' }),
      continuesReported({ at: before, on: yesterday }),
    );
    again.when(decideReport({ report: false }), leader).refused('departure-needs-veilig-thuis');
    again
      .and(veiligThuisContact())
      .when(decideReport({ report: false }), leader)
      .accepted();
  });

  test('I-09: when a melding was decided on and not made, then deciding again does not undo it', () => {
    const decided = noReportNeeded()
      .when(decideReport({ report: true }))
      .accepted();
    expect(decided.advice()).not.toBe('decideHelp');
    decided.when(decideReport({ report: false })).refused('only-leader-departs');
    const nextRound = decided.and(weighingStarted(), ...answered({ suspicion: 'nee' }, { round: 2 }));
    nextRound.when(decideReport({ round: 2, report: false })).refused('only-leader-departs');
  });

  test('R-169, I-09: when a next round asks for a melding again, then the melding of the first round does not fulfil it', () => {
    const firstRound = noReportNeeded().and(reportDecided({ report: true }), reportMade());
    const secondRound = firstRound.and(weighingStarted(), reportDecided({ round: 2, report: true }));
    secondRound.when(decideReport({ round: 2, report: false })).refused('only-leader-departs');
    const fulfilled = secondRound.and(reportMade({ number: 2 }), ...answered({ suspicion: 'nee' }, { round: 2 }));
    fulfilled.when(decideReport({ round: 2, report: false })).accepted();
  });

  test('R-020: when it was decided upon, then questions 1 to 4 stand until a new round', () => {
    const decided = noReportNeeded().and(reportDecided());
    for (const id of ['suspicion', 'safety', 'help', 'acceptance'] as const)
      decided.when(weigh(id, 'ja')).refused('weigh-again');
    decided.when(weigh('result', 'ja')).accepted();
    decided.when(startWeighing()).then({ type: 'WeighingStarted', round: 2 });
  });
});

describe('given decision 2, is help possible', () => {
  const decided = (): Given => noReportNeeded().and(reportDecided({ at: before }));

  test('R-008, R-144, R-145, R-190, I-08: when decision 1 of this round is not there yet, then decision 2 waits', () => {
    noReportNeeded().when(decideHelp()).refused('decision-1-first');
    const nextRound = decided().and(weighingStarted());
    nextRound.when(decideHelp()).refused('decision-1-first');
    decided().when(decideHelp(), teacher, before).refused('decision-1-first');
    decided().when(decideHelp(), teacher, minutesAfter(before, 1)).then({ type: 'HelpDecided', possible: true });
  });

  test('R-143, R-145: when both decisions are there, then step 5 is done, and deciding 1 anew opens decision 2 again', () => {
    const both = decided().and(helpDecided());
    expect(both.step(5).state).toBe('gedaan');
    expect(decided().step(5).state).toBe('bezig');
    const again = both.when(decideReport({ report: false })).accepted();
    expect(again.step(5).state).toBe('bezig');
  });

  const halves = [true, false].flatMap((schoolCan) => [true, false].map((familyCan) => ({ schoolCan, familyCan })));
  test.each(halves)(
    'R-147: when the school can: $schoolCan and the family can: $familyCan, then help takes both',
    (half) => {
      const possible = half.schoolCan && half.familyCan;
      decided()
        .when(decideHelp(half))
        .then({ type: 'HelpDecided', possible, ...half });
    },
  );

  test('R-148, R-007, R-038: when a melding is needed, then Veilig Thuis and the family take part, and help stays possible', () => {
    const reporting = reportNeeded().and(reportDecided({ report: true, derived: true }));
    const withVt = { veiligThuisName: 'Karin', veiligThuisOn: yesterday };
    reporting.when(decideHelp()).refused('help-needs-veilig-thuis');
    reporting.when(decideHelp({ veiligThuisName: 'Karin' })).refused('help-needs-veilig-thuis');
    reporting.when(decideHelp(withVt)).refused('help-needs-family');
    reporting.when(decideHelp({ ...withVt, familyOn: tomorrow })).refused('in-the-future');
    reporting.when(decideHelp({ ...withVt, familyOn: today })).then({ type: 'HelpDecided', possible: true });
    reporting.when(decideHelp({ ...withVt, familyGround: 'veiligheid' })).accepted();
  });

  test('R-148: when the leader departed from the norm, then the norm still asks for Veilig Thuis and the family', () => {
    const departed = noReportNeeded().and(reportDecided({ departs: true, derived: true, by: leader.id }));
    departed.when(decideHelp()).refused('help-needs-veilig-thuis');
  });

  test('R-007, R-038, R-143: when melden and help are both decided, then the outcome is both and not one of two', () => {
    const story = given(
      opened(),
      riskAssessed(),
      ...answered({ suspicion: 'ja', safety: 'ja', help: 'ja', acceptance: 'ja' }),
    )
      .and(confirmed({ suspicion: 'ja', safety: 'ja', help: 'ja', acceptance: 'ja' }), reportMade({ reportedAt: now }))
      .and(reportDecided({ report: true, derived: true }), helpDecided(), planMade());
    expect(story.file(({ decision1, decision2 }) => [decision1?.report, decision2?.possible])).toEqual([true, true]);
    expect(story.step(5).state).toBe('gedaan');
  });

  test('R-191: when the weighing says no to help, then decision 1 asks for a melding first', () => {
    const noHelp = given(opened(), riskAssessed(), suspicionWeighed(), safetyWeighed(), helpWeighed({ answer: 'nee' }));
    noHelp.when(decideReport({ report: false })).refused('only-leader-departs');
    noHelp.when(decideHelp()).refused('decision-1-first');
  });
});
