import { termsOf, stateOn, usualTerms, type TermKind } from '../../src/protocol/terms';
import { addWorkingDays, localDateOf } from '../../src/protocol/time';
import { listingOf } from '../../src/protocol/listing';
import { progress } from '../../src/protocol/progress';
import {
  before,
  casemanager,
  consulted,
  deputy,
  given,
  ibEr,
  leader,
  minutesAfter,
  now,
  otherTeacher,
  teacher,
  today,
  yesterday,
} from './given';
import {
  arrivalRecorded,
  casemanagerReassigned,
  checkImprovement,
  concernSeen,
  declineCasemanagement,
  improvementChecked,
  monitoringAgreed,
  monitoringRecorded,
  ownerReassigned,
  parentReferred,
  passOnTerm,
  planMade,
  postponeTerm,
  reassignCasemanager,
  reassignOwner,
  reportMade,
  seeConcern,
  suspicionWeighed,
  termPassedOn,
  termPostponed,
} from './laterSamples';
import { asked, opened, signal, staffConcern } from './samples';

const start = given(opened(), signal());
type Story = typeof start;
const dayOf = (story: Story, kind: TermKind): string | undefined => story.terms(kind)[0]?.day;
const whoOf = (story: Story, kind: TermKind) => story.terms(kind)[0]?.who;

describe('given a reminder that comes at a bad moment', () => {
  test('R-003: when it is put off with a reason, then it comes on that day and the reason is on record', () => {
    const later = start
      .when(postponeTerm({ until: '2026-12-01' }))
      .then({ type: 'TermPostponed', term: 'stalled', kind: 'stalled', until: '2026-12-01', reason: 'Sam is ziek' });
    expect(dayOf(later, 'stalled')).toBe('2026-12-01');
    // As soon as something happens it no longer stands still, and two weeks begin again.
    expect(dayOf(later.and(signal({ at: minutesAfter(now, 5) })), 'stalled')).toBe('2026-12-08');
  });

  test('R-003: when there is no reason, no such term, no later day or too late a day, then nothing changes', () => {
    start.when(postponeTerm({ reason: ' ' })).refused('reason-needed');
    start.when(postponeTerm({ term: 'feedback:1' })).refused('nothing-to-remind');
    start.when(postponeTerm({ until: today })).refused('not-later');
    start.when(postponeTerm({ until: '2026-12-22' })).accepted();
    start.when(postponeTerm({ until: '2026-12-23' })).refused('too-far');
  });

  test('I-13 R-141: when it is about Veilig Thuis or safety, then it waits a week at most', () => {
    const story = start.and(reportMade(), monitoringAgreed());
    for (const term of ['feedback:1', 'monitoring:m-1']) {
      story.when(postponeTerm({ term, until: '2026-12-02' })).refused('too-far');
      story.when(postponeTerm({ term, until: '2026-12-01' })).accepted();
    }
  });

  test('R-141 R-202: when it was put off and then done, then the next one comes on its own day', () => {
    const put = (id: string, kind: TermKind) => termPostponed({ term: id, kind, until: '2026-12-07' });
    const looked = start.and(monitoringAgreed({ next: '2026-11-24' }), put('monitoring:m-1', 'monitoring'));
    expect(dayOf(looked, 'monitoring')).toBe('2026-12-07');
    expect(dayOf(looked.and(monitoringRecorded({ next: '2026-11-30' })), 'monitoring')).toBe('2026-11-30');
    const referred = start.and(parentReferred({ on: '2026-11-09' }), put('arrival:v-1', 'arrival'));
    expect(dayOf(referred, 'arrival')).toBe('2026-12-07');
    const again = referred.and(arrivalRecorded({ arrived: 'nee', at: '2026-11-10T09:00:00.000Z' }));
    expect(dayOf(again, 'arrival')).toBe('2026-11-24');
  });

  test('R-003: when it is passed on, then the other is told at once and reminded from then on', () => {
    const passed = start.when(passOnTerm());
    expect(passed.notices()).toEqual([{ to: { role: 'ibEr' }, kind: 'termPassedOn', about: 'stalled' }]);
    expect(whoOf(passed.accepted(), 'stalled')).toEqual([{ role: 'ibEr' }]);
    expect(whoOf(start, 'stalled')).toEqual([{ person: teacher.id }]);
  });

  test('R-065 R-123: when it is passed on, then a colleague who was asked and a leader who must know are reminded still', () => {
    const waiting = start.and(
      asked(),
      suspicionWeighed(),
      ...(['unanswered:c-1', 'unconfirmed:1'] as const).map((term) =>
        termPassedOn({ term, kind: term === 'unconfirmed:1' ? 'unconfirmed' : 'unanswered' }),
      ),
    );
    expect(whoOf(waiting, 'unanswered')).toEqual([{ role: 'ibEr' }, { person: consulted.id }]);
    expect(whoOf(waiting, 'unconfirmed')).toEqual([{ role: 'ibEr' }, { role: 'leiding' }]);
  });

  test('I-21: when there is nobody to pass it on to but oneself, then it is not passed on', () => {
    start.when(passOnTerm({ to: 'owner' })).refused('asked-yourself');
    start.when(passOnTerm({ to: 'casemanager' })).refused('no-plan');
    start
      .and(planMade())
      .when(passOnTerm({ to: 'casemanager' }), casemanager)
      .refused('asked-yourself');
    start.when(passOnTerm({ reason: '' })).refused('reason-needed');
  });
});

describe('given a melding of some weeks ago', () => {
  const reported = start.and(reportMade());

  test('R-168 A-23: when it does not go well enough, then it is asked again after the same time, and a yes ends it', () => {
    expect(dayOf(reported, 'afterReport')).toBe('2026-12-21');
    const again = reported.and(improvementChecked({ better: 'nee', on: today }));
    expect(dayOf(again, 'afterReport')).toBe('2026-12-22');
    expect(dayOf(again.and(improvementChecked()), 'afterReport')).toBeUndefined();
  });

  test('R-168: when somebody looks, then it is of a melding that was made, and not in the future', () => {
    reported.when(checkImprovement()).then({ type: 'ImprovementChecked', report: 1, better: 'ja' });
    reported.when(checkImprovement({ report: 2 })).refused('no-such-entry');
    reported.when(checkImprovement({ on: '2026-11-25' })).refused('in-the-future');
  });

  test('R-169 I-13: when there are two meldingen, then each has terms of its own', () => {
    const twice = reported.and(reportMade({ number: 2, reportedAt: now }));
    expect(twice.terms('feedback').map(({ id, day }) => [id, day])).toEqual([
      ['feedback:1', '2026-11-30'],
      ['feedback:2', '2026-12-01'],
    ]);
    expect(twice.and(improvementChecked()).terms('afterReport')).toMatchObject([{ id: 'afterReport:2' }]);
  });
});

describe('given a request to a colleague without an answer', () => {
  const waiting = start.and(asked());
  const request = waiting.state().consultations['c-1'];
  if (!request) throw new Error('nobody was asked');
  const end = addWorkingDays(localDateOf(before), usualTerms.expiredWorkingDays);

  test('R-065: when ten working days are over, then it has run out and the asker hears, but an answer is welcome', () => {
    expect([stateOn(request, yesterday), stateOn(request, end)]).toEqual(['verzonden', 'verlopen']);
    expect(waiting.terms('expired')).toMatchObject([{ day: end, who: [{ person: teacher.id }], about: 'c-1' }]);
    expect(stateOn({ ...request, state: 'beantwoord' }, end)).toBe('beantwoord');
  });

  test('A-23: when the board gives less time, then it runs out sooner', () => {
    expect(stateOn(request, '2026-11-25', { ...usualTerms, expiredWorkingDays: 2 })).toBe('verlopen');
    expect(stateOn(request, '2026-11-24', { ...usualTerms, expiredWorkingDays: 2 })).toBe('verzonden');
  });
});

describe('given a concern that somebody started', () => {
  test('R-003: when a leader or intern begeleider says that they saw it, then whoever started hears it, once', () => {
    const seen = start.when(seeConcern(), leader);
    seen.then({ type: 'ConcernSeen', as: 'leader' });
    expect(seen.notices()).toEqual([{ to: { person: teacher.id }, kind: 'concernSeen' }]);
    seen.accepted().when(seeConcern(), leader).refused('already-answered');
    seen.accepted().when(seeConcern(), ibEr).then({ type: 'ConcernSeen', as: 'ibEr' });
    start.when(seeConcern(), teacher).refused('not-your-role');
    given(opened({ by: leader.id }))
      .when(seeConcern(), leader)
      .refused('already-answered');
  });

  test('R-003 R-123: when something was weighed since, then it can be seen anew', () => {
    const weighed = start.and(
      concernSeen({ by: leader.id, at: before }),
      suspicionWeighed({ at: minutesAfter(before, 5) }),
    );
    weighed.when(seeConcern(), leader).accepted();
  });
});

describe('given a case that needs another to go on with it', () => {
  test('A-29 I-21: when the leader hands it over, then the new owner sees it and the one before does not any more', () => {
    const moved = start.when(reassignOwner(), leader);
    moved.then({ type: 'OwnerReassigned', from: teacher.id, to: otherTeacher.id });
    expect(moved.notices()).toEqual([
      { to: { person: otherTeacher.id }, kind: 'ownerAsked' },
      { to: { person: teacher.id }, kind: 'ownerMoved' },
    ]);
    moved
      .accepted()
      .when(reassignOwner({ to: teacher.id }), teacher)
      .refused('no-such-case');
    moved.accepted().when(postponeTerm(), otherTeacher, minutesAfter(now, 2)).accepted();
    expect(whoOf(moved.accepted(), 'stalled')).toEqual([{ person: otherTeacher.id }]);
  });

  test('A-29: when nothing would change or there is no reason, then it stays as it is', () => {
    start.when(reassignOwner({ to: teacher.id }), deputy).refused('already-answered');
    start.when(reassignOwner({ reason: '  ' }), deputy).refused('reason-needed');
    start.when(reassignCasemanager(), leader).refused('no-plan');
    start
      .and(planMade())
      .when(reassignCasemanager({ to: casemanager.id }), leader)
      .refused('already-answered');
  });

  test('R-136: when another casemanager is chosen, then they are asked, and answer for themselves', () => {
    const moved = start.and(planMade()).when(reassignCasemanager(), leader);
    expect(moved.file(({ plan }) => [plan?.casemanager, plan?.accepted])).toEqual([ibEr.id, false]);
    expect(moved.notices()).toMatchObject([
      { to: { person: ibEr.id }, kind: 'casemanagerAsked' },
      { to: { person: casemanager.id }, kind: 'casemanagerMoved' },
      { to: { person: teacher.id }, kind: 'casemanagerMoved' },
    ]);
    const self = start.and(planMade()).when(reassignCasemanager({ to: leader.id }), leader);
    expect(self.file(({ plan }) => plan?.accepted)).toBe(true);
    expect(whoOf(start.and(planMade(), casemanagerReassigned()), 'result')).toContainEqual({ person: ibEr.id });
  });

  test('R-136 I-11: when who was asked can’t be casemanager, then owner and leader hear why and the plan is never without', () => {
    const planned = start.and(planMade());
    const declined = planned.when(declineCasemanagement(), casemanager);
    expect(declined.file(({ plan }) => plan?.casemanager)).toBe(teacher.id);
    expect(declined.notices().map(({ kind }) => kind)).toEqual(['casemanagementDeclined', 'casemanagementDeclined']);
    declined.accepted().when(declineCasemanagement(), casemanager).refused('no-such-case');
    planned.when(declineCasemanagement({ reason: ' ' }), casemanager).refused('reason-needed');
    expect(progress(declined.accepted().state()).waiting).toEqual([]);
  });
});

test('R-003: given a case with terms, then it stands among what waits for whoever is reminded of them', () => {
  const { awaited } = listingOf(start.and(reportMade()).state());
  expect(awaited).toEqual(expect.arrayContaining([{ person: teacher.id }, { role: 'leiding' }]));
  expect(listingOf(given(staffConcern()).state()).awaited).toEqual([]);
  expect(termsOf(start.and(ownerReassigned()).state()).flatMap(({ who }) => who)).not.toContainEqual({
    person: teacher.id,
  });
});
