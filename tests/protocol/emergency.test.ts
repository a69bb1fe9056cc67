import { emergencyLines } from '../../src/protocol/emergency';
import { given, ibEr, leader, now, otherTeacher, teacher, type CommandOf } from './given';
import { reportDiscussed } from './laterSamples';
import {
  closed,
  emergency,
  flagged,
  mapped,
  opened,
  opening,
  recordConversation,
  recordEmergency,
  recordSignal,
  signal,
  staffConcern,
} from './samples';

const onlyAmbulance = { called: ['112'] } as const;
const reportedToo: Partial<CommandOf<'recordEmergency'>> = { reported: true, immediateAction: true };

describe('given danger now', () => {
  test('R-080 R-082 I-18: then the lines are 112 first, Veilig Thuis second, then the police and the crisis service', () => {
    expect(Object.keys(emergencyLines)).toEqual(['112', 'veilig-thuis', 'politie', 'crisisdienst']);
  });

  test('R-082: when police and crisis service were called, then that is recorded', () => {
    const called = ['politie', 'crisisdienst'] as const;
    given(opened()).when(recordEmergency({ called })).then({ type: 'EmergencyRecorded', called });
  });

  test('R-079 R-084: when it is written down without a case, then one is opened with it', () => {
    const { type: _verb, ...words } = recordEmergency();
    given()
      .when(recordEmergency({ opening }), otherTeacher)
      .then({ type: 'CaseOpened', ...opening }, { type: 'EmergencyRecorded', ...words });
  });

  test('R-079: when there is neither a case nor an opening of one, then it is refused', () => {
    given().when(recordEmergency()).refused('no-such-case');
  });

  test('R-079: when the case is closed, then it is written down all the same and the case is open again', () => {
    const outcome = given(opened(), closed()).when(recordEmergency());
    expect(outcome.file(({ status }) => status)).toBe('open');
  });

  test('R-084: then who called, when, with whom and what was agreed is kept; a call of tomorrow is refused', () => {
    given(opened())
      .when(recordEmergency({ calledAt: now }))
      .then({ type: 'EmergencyRecorded', calledAt: now, calledBy: 'Marieke', spokeWith: 'Karin' });
    given(opened())
      .when(recordEmergency({ calledAt: '2026-11-24T09:31:00.000Z' }))
      .refused('in-the-future');
  });

  test('R-083: when it is written down, then the leader hears at once', () => {
    expect(given(opened()).when(recordEmergency()).notices()).toEqual([{ to: { role: 'leiding' }, kind: 'emergency' }]);
  });

  test('R-083: then it breaks the order of the steps and replaces none of them', () => {
    const story = given(opened(), emergency());
    for (const step of [1, 3, 4, 5] as const) expect(story.step(step).state).toBe('open');
    expect(story.advice()).toBe('recordFirstSignal');
    story.when(recordSignal()).accepted();
  });

  test('R-079: when the case is an exit, then its steps stay frozen', () => {
    given(staffConcern()).when(recordEmergency()).refused('steps-frozen');
  });
});

describe('given a call in an emergency in which Veilig Thuis says that action is needed at once', () => {
  const urgent = given(opened(), signal(), emergency({ immediateAction: true }));

  test('R-081: then a melding is owed, and that is the first thing to do', () => {
    expect(urgent.advice()).toBe('reportNow');
    expect(urgent.file(({ reportDuty }) => reportDuty?.because)).toBe('safety');
    expect(given(opened(), emergency()).file(({ reportDuty }) => reportDuty)).toBeUndefined();
  });

  test('R-081: when the melding was made in that call, then it is recorded with it, of the same time and person', () => {
    given(opened())
      .when(recordEmergency({ ...reportedToo, spokeWith: 'Fatima' }))
      .then(
        { type: 'EmergencyRecorded', reported: true },
        { type: 'ReportMade', number: 1, direct: true, spokeWith: 'Fatima', reportedAt: '2026-11-23T09:00:00.000Z' },
      );
  });

  test('R-081 I-13: then the term of five working days runs from that call', () => {
    const story = given(opened()).when(recordEmergency(reportedToo)).accepted();
    expect(story.terms('feedback')).toMatchObject([{ due: '2026-11-30T07:30:00.000Z' }]);
    expect(story.file(({ reportDuty }) => reportDuty)).toBeUndefined();
  });

  test('R-081: when a melding is said to be made in a call without Veilig Thuis, then it is refused', () => {
    given(opened())
      .when(recordEmergency({ ...reportedToo, ...onlyAmbulance }))
      .refused('report-details-needed');
    given(opened()).when(recordEmergency(onlyAmbulance)).accepted();
  });

  test('I-14: when it could not wait, then the parents are told afterwards, the next working day', () => {
    const story = given(opened()).when(recordEmergency(reportedToo)).accepted();
    expect(story.advice()).toBe('tellParentsAfterwards');
    expect(story.terms('tellParents')).toMatchObject([
      { due: '2026-11-24T07:30:00.000Z', who: [{ person: teacher.id }] },
    ]);
    expect(story.and(reportDiscussed()).terms('tellParents')).toEqual([]);
  });

  test('R-081: when another melding was made before, then this one has its own number', () => {
    const story = given(opened()).when(recordEmergency(reportedToo)).accepted();
    story
      .when(recordEmergency(reportedToo), leader)
      .then({ type: 'EmergencyRecorded' }, { type: 'ReportMade', number: 2 });
  });
});

describe('given a flag for which Veilig Thuis is called before a talk', () => {
  const start = given(opened(), signal(), mapped(), flagged());

  test('R-080 R-092: when Veilig Thuis was called in an emergency, then that is the call that comes first', () => {
    start.when(recordConversation()).refused('veilig-thuis-first');
    start.and(emergency()).when(recordConversation()).accepted();
  });

  test('R-092: when only 112 was called, then Veilig Thuis still comes first', () => {
    start.and(emergency(onlyAmbulance)).when(recordConversation(), ibEr).refused('veilig-thuis-first');
  });
});
