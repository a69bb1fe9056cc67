import { feedbackDue, termsOf, usualTerms, type TermKind } from '../../src/protocol/terms';
import { localTimeOf } from '../../src/protocol/time';
import { casemanager, given, teacher, yesterday } from './given';
import {
  arrivalRecorded,
  feedbackRecorded,
  monitoringAgreed,
  parentReferred,
  planMade,
  reportMade,
  riskAssessed,
  suspicionWeighed,
  weighingConfirmed,
} from './laterSamples';
import { asked, closed, opened, pupilConcern, signal, staffConcern, teamDiscussed } from './samples';

const start = given(opened(), signal());
const busy = start.and(
  ...[asked(), teamDiscussed(), riskAssessed(), suspicionWeighed(), reportMade({ direct: true })],
  ...[planMade({ interim: '2026-12-10', discussedOn: yesterday }), parentReferred(), monitoringAgreed()],
);
const kindsOf = (story: typeof start): TermKind[] => [...new Set(story.terms().map(({ kind }) => kind))].sort();

describe('given a case in which everything is going on', () => {
  test('R-003: then each thing that waits has its term, with its own id and somebody who hears', () => {
    expect(kindsOf(busy)).toEqual([
      ...['afterReport', 'arrival', 'endTalk', 'expired', 'feedback', 'feedbackOverdue', 'interimTalk', 'monitoring'],
      ...['parentContact', 'result', 'resultOverdue', 'stalled', 'tellOutcome', 'tellParents', 'unanswered'],
      'unconfirmed',
    ]);
    expect(new Set(busy.terms().map(({ id }) => id)).size).toBe(busy.terms().length);
    for (const { who } of busy.terms()) expect(who.length).toBeGreaterThan(0);
  });

  test('I-29: then every term is at half past eight in the Netherlands', () => {
    for (const { due } of busy.terms()) expect(localTimeOf(due)).toBe('08:30');
  });

  test('I-16 R-141 R-202 R-105 I-13: when it closes, then following, arriving, telling and feedback go on', () => {
    expect(kindsOf(busy.and(closed()))).toEqual([
      ...['afterReport', 'arrival', 'feedback', 'feedbackOverdue', 'monitoring', 'retention', 'tellOutcome'],
      'tellParents',
    ]);
  });

  test('R-057 R-060: when there are no steps, then there are no terms', () => {
    expect(given().terms()).toEqual([]);
    expect(given(staffConcern()).terms()).toEqual([]);
    expect(given(pupilConcern()).terms()).toEqual([]);
  });
});

describe('given a melding', () => {
  test.each([
    ['2026-11-23T09:00:00.000Z', '2026-11-30', 'over a weekend'],
    ['2026-12-23T23:30:00.000Z', '2027-01-04', 'half past midnight on the 24th: Christmas, New Year and two weekends'],
    ['2026-04-01T10:00:00.000Z', '2026-04-10', 'over Good Friday and Easter Monday'],
    ['2026-04-24T10:00:00.000Z', '2026-05-04', 'over Koningsdag'],
    ['2026-05-12T10:00:00.000Z', '2026-05-20', 'over Ascension Day'],
  ])('I-13 I-29: when it was made at %s, then Veilig Thuis has until %s (%s)', (at, due) => {
    expect(feedbackDue(at)).toBe(due);
  });

  test('I-13 R-128: then there is a reminder on the fifth working day and one on the sixth, until there is feedback', () => {
    const reported = start.and(reportMade());
    expect(reported.terms('feedback')).toMatchObject([{ due: '2026-11-30T07:30:00.000Z', about: '1' }]);
    expect(reported.terms('feedbackOverdue')).toMatchObject([
      { due: '2026-12-01T07:30:00.000Z', who: [{ person: teacher.id }, { role: 'leiding' }] },
    ]);
    const answered = reported.and(feedbackRecorded());
    expect([...answered.terms('feedback'), ...answered.terms('feedbackOverdue')]).toEqual([]);
  });
});

describe('given terms that the board sets itself', () => {
  const dueOf = (kind: TermKind, settings: Partial<typeof usualTerms> = {}): string[] =>
    termsOf(busy.state(), { ...usualTerms, ...settings })
      .filter((term) => term.kind === kind)
      .map(({ due }) => due.slice(0, 10));

  test.each([
    ['stalled', 'stalledDays', '2026-11-30'],
    ['parentContact', 'parentContactDays', '2026-11-30'],
    ['afterReport', 'afterReportDays', '2026-11-30'],
    ['resultOverdue', 'resultOverdueDays', '2027-01-22'],
    ['unanswered', 'unansweredWorkingDays', '2026-12-02'],
    ['unconfirmed', 'unconfirmedWorkingDays', '2026-12-02'],
    ['tellOutcome', 'tellOutcomeWorkingDays', '2026-12-03'],
  ] as const)('A-23 R-106: when %s is set to seven, then it is seven', (kind, setting, due) => {
    expect(dueOf(kind, { [setting]: 7 })).toEqual([due]);
  });

  test('A-14: then the five working days of Veilig Thuis are the law’s and not among them', () => {
    expect(Object.keys(usualTerms).filter((name) => /feedback/i.test(name))).toEqual([]);
  });
});

describe('given help to which a parent was referred', () => {
  const referred = start.and(parentReferred());

  test('R-202: then after two weeks somebody asks whether they arrived, again after a no, and no more after a yes', () => {
    expect(referred.terms('arrival')).toMatchObject([{ due: '2026-12-07T07:30:00.000Z', about: 'v-1' }]);
    expect(referred.and(arrivalRecorded({ arrived: 'nee' })).terms('arrival')).toHaveLength(1);
    expect(referred.and(arrivalRecorded({ arrived: 'onbekend' })).terms('arrival')).toHaveLength(1);
    expect(referred.and(arrivalRecorded()).terms('arrival')).toEqual([]);
  });

  test('R-202: then the casemanager is asked, or the owner while there is none', () => {
    expect(referred.terms('arrival')).toMatchObject([{ who: [{ person: teacher.id }] }]);
    expect(referred.and(planMade()).terms('arrival')).toMatchObject([{ who: [{ person: casemanager.id }] }]);
  });
});

test('R-123: given an answer that waits for the leader, then after one working day leader and owner hear, until it is confirmed', () => {
  const waiting = start.and(suspicionWeighed());
  expect(waiting.terms('unconfirmed')).toMatchObject([
    { due: '2026-11-24T07:30:00.000Z', who: [{ role: 'leiding' }, { person: teacher.id }] },
  ]);
  expect(waiting.and(weighingConfirmed({ questions: ['suspicion'] })).terms('unconfirmed')).toEqual([]);
  expect(start.and(suspicionWeighed({ answer: 'nee' })).terms('unconfirmed')).toEqual([]);
});
