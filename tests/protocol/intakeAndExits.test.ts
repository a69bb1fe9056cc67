import { circle, routes } from '../../src/protocol/exits';
import { roles, type Role } from '../../src/protocol/roles';
import {
  board,
  casemanager,
  deputy,
  given,
  ibEr,
  leader,
  otherTeacher,
  stranger,
  teacher,
  tomorrow,
  type CommandOf,
} from './given';
import { planMade, reportMade, weighedForHelp } from './laterSamples';
import {
  addFollowUp,
  asked,
  closeCase,
  followUp,
  mapped,
  movedToStaffExit,
  moveToStaffExit,
  openCase,
  opened,
  pupilConcern,
  recordConfidantAdvice,
  recordSignal,
  reopenCase,
  reportPupilConcern,
  reportStaffConcern,
  signal,
  staffConcern,
} from './samples';

// The keys of this table are the roles by its type.
const everyRole = Object.keys(roles) as Role[];
const handedOver = (change: Partial<CommandOf<'closeCase'>> = {}) => closeCase({ outcome: 'overgedragen', ...change });

describe('given no case', () => {
  test.each(everyRole)('R-002 R-026 A-20: when a %s opens one, with a name and no more, then it is there', (role) => {
    const [by, pupil] = [{ id: 'somebody', roles: [role] }, { name: 'Sam' }];
    given().when(openCase({ pupil }), by).then({ type: 'CaseOpened', pupil, about: 'onbekend' });
  });

  test('R-026: when somebody opens one who works at no school of the board, then there is none', () => {
    given().when(openCase(), stranger).refused('no-such-case');
  });

  test('R-024 R-027: when one is opened, then pupil, family and about whom the suspicion is are in the fact', () => {
    const words = { pupil: { name: 'Sam', group: '5' }, family: 'Een zusje, Noor', about: 'ex-partner' } as const;
    given()
      .when(openCase(words))
      .then({ type: 'CaseOpened', ...words });
    expect(circle['ex-partner']).not.toBe('');
  });

  test('R-003: when one is opened, then there is a next step at once', () => {
    expect(given().when(openCase()).accepted().advice()).toBe('recordFirstSignal');
  });

  test('A-28: when a case is opened that is there already, then it is refused', () => {
    given(opened()).when(openCase()).refused('already-answered');
  });

  test('R-056 R-060 R-079: then home, staff, pupils and danger now are the ways in', () => {
    expect(Object.keys(routes)).toEqual(['thuis', 'medewerker', 'leerlingen', 'nood']);
  });
});

describe('given a concern about a member of staff', () => {
  test('R-056 I-01: when it is reported, then the leaders and the board hear at once, and when it was is on record', () => {
    const at = '2026-11-24T10:00:00.000Z';
    const reported = given().when(reportStaffConcern(), teacher, at);
    expect(reported.events()).toMatchObject([{ type: 'StaffConcernReported', at }]);
    expect(reported.notices()).toEqual([
      { to: { role: 'leiding', except: 'accused' }, kind: 'staffExit' },
      { to: { role: 'bestuur', except: 'accused' }, kind: 'staffExit' },
    ]);
  });

  test('R-059 I-01: when it is about the leader, then only the board hears, and no leader has a case', () => {
    const reported = given().when(reportStaffConcern({ aboutLeader: true }));
    expect(reported.notices()).toEqual([{ to: { role: 'bestuur', except: 'accused' }, kind: 'staffExit' }]);
    const story = reported.accepted();
    story.when(addFollowUp(), leader).refused('no-such-case');
    story.when(addFollowUp(), deputy).refused('no-such-case');
    story.when(addFollowUp(), board).then({ type: 'FollowUpAdded' });
  });

  test('R-057 I-01: then it has no steps: no step, advice or term, and what belongs to a step is refused', () => {
    const story = given(staffConcern());
    story.when(recordSignal()).refused('steps-frozen');
    expect(story.advice()).toBe('nothing');
    expect(story.terms()).toEqual([]);
    for (const step of [1, 2, 3, 4, 5] as const) expect(story.step(step)).toEqual({ state: 'open', times: 0 });
  });

  test('R-058 A-05: then the report waits for no advice, and advice of the confidant is written down beside it', () => {
    given().when(reportStaffConcern()).accepted();
    given(staffConcern())
      .when(recordConfidantAdvice())
      .then({ type: 'ConfidantAdviceRecorded', advice: 'Meld het meteen' });
    given(staffConcern())
      .when(recordConfidantAdvice({ on: tomorrow }))
      .refused('in-the-future');
  });

  test('R-059 A-06: when somebody reports themselves, then it is refused', () => {
    given()
      .when(reportStaffConcern({ accused: teacher.id }))
      .refused('asked-yourself');
    given(opened())
      .when(moveToStaffExit({ accused: teacher.id }))
      .refused('asked-yourself');
  });

  test('R-056: when it is closed, then only as handed over, and it can be opened again', () => {
    given(staffConcern()).when(closeCase()).refused('not-this-outcome');
    given(staffConcern())
      .when(handedOver(), board)
      .then({ type: 'CaseClosed', outcome: 'overgedragen' })
      .when(addFollowUp())
      .refused('case-closed')
      .when(reopenCase(), board)
      .then({ type: 'CaseReopened' })
      .when(addFollowUp(), board)
      .accepted();
  });
});

describe('given a running case that turns out to be about a member of staff', () => {
  const running = given(opened(), signal(), mapped(), ...weighedForHelp(), planMade(), asked());
  const moved = running.and(movedToStaffExit());

  test('R-057: when it moves to the exit, then the leaders and the board hear and all that was recorded stays', () => {
    const outcome = running.when(moveToStaffExit());
    expect(outcome.notices().map(({ kind }) => kind)).toEqual(['staffExit', 'staffExit']);
    expect(outcome.accepted().history).toHaveLength(running.history.length + 1);
    expect(outcome.file(({ signals, weighing }) => [signals.concern, weighing?.given])).toEqual([1, 4]);
  });

  test('R-057: then its steps are frozen; before that they were not', () => {
    running.when(recordSignal()).accepted();
    moved.when(recordSignal()).refused('steps-frozen');
    moved.when(moveToStaffExit()).refused('steps-frozen');
    expect(moved.advice()).toBe('nothing');
  });

  test('A-06 A-29: then intern begeleider and casemanager have no case any more, and the board has', () => {
    running.when(recordSignal(), ibEr).accepted();
    moved.when(addFollowUp(), ibEr).refused('no-such-case');
    moved.when(addFollowUp(), casemanager).refused('no-such-case');
    running.when(recordSignal(), board).refused('no-such-case');
    moved.when(addFollowUp(), board).accepted();
  });

  test('I-13: when a melding was made before, then its term runs on, for those who may know', () => {
    const terms = running.and(reportMade(), movedToStaffExit()).terms();
    expect(terms.map(({ kind }) => kind).sort()).toEqual(['feedback', 'feedbackOverdue']);
    for (const { who } of terms) expect(who).toContainEqual({ role: 'bestuur', except: 'accused' });
  });

  test('A-06 I-13: when it is about its owner, then the owner hears of no term', () => {
    const terms = running.and(reportMade(), movedToStaffExit({ accused: teacher.id, by: leader.id })).terms();
    expect(terms).toHaveLength(2);
    expect(JSON.stringify(terms.map(({ who }) => who))).not.toContain(JSON.stringify({ person: teacher.id }));
  });
});

describe('given violence between pupils', () => {
  test('R-060 R-061 I-02: when it is reported, then the chosen leader hears of it, and it has no steps', () => {
    const reported = given().when(reportPupilConcern({ told: deputy.id }));
    expect(reported.notices()).toEqual([{ to: { person: deputy.id }, kind: 'pupilExit' }]);
    const story = reported.accepted();
    story.when(recordSignal()).refused('steps-frozen');
    expect(story.advice()).toBe('nothing');
    expect(story.terms()).toEqual([]);
  });

  test('R-061: when somebody follows it up, then that is the reporter, a leader or who was told, and nobody else', () => {
    const story = given(pupilConcern({ told: otherTeacher.id }));
    for (const by of [teacher, leader, otherTeacher]) story.when(addFollowUp(), by).then({ type: 'FollowUpAdded' });
    for (const by of [ibEr, board, casemanager]) story.when(addFollowUp(), by).refused('no-such-case');
    story.when(addFollowUp({ on: tomorrow })).refused('in-the-future');
  });

  test('R-060: when advice of the confidant about staff is written down there, then it is refused', () => {
    given(pupilConcern()).when(recordConfidantAdvice()).refused('not-this-outcome');
  });

  test('R-061: when it is closed, then as handed over', () => {
    given(pupilConcern(), followUp()).when(handedOver(), leader).then({ type: 'CaseClosed' });
  });

  test('A-07: when there are also signals from home, then those get a case of their own', () => {
    given().when(openCase()).then({ type: 'CaseOpened' });
    given(pupilConcern()).when(openCase()).refused('already-answered');
  });
});
