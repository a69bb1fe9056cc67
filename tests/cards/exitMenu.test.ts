import { describeEntry } from '../../src/cards/entries';
import { dutch } from '../../src/text/tongue';
import type { CaseEvent } from '../../src/protocol/caseFile';
import { closings } from '../../src/protocol/closing';
import { emergencyLines } from '../../src/protocol/emergency';
import { circle } from '../../src/protocol/exits';
import type { Actor } from '../../src/protocol/roles';
import { choicesOn, valueOf } from './cardOnScreen';
import { asLeader, asTeacher, facts, inCase } from './begunCases';
import { board, leader, nurse, opened, otherTeacher, school } from './context';

const asBoard: Actor = { id: board, roles: ['bestuur'] };
const goals = (events: readonly CaseEvent[], viewer: Actor = asTeacher): readonly string[] =>
  choicesOn(inCase('intake/exit', events, { viewer }), 'go').map(({ value }) => value);
const staff: CaseEvent = { ...facts.StaffConcernReported, accused: otherTeacher };
const closed: CaseEvent = { ...facts.CaseClosed, outcome: 'overgedragen', missing: {} };

describe('given a concern about a member of staff, when its overview opens', () => {
  const shown = inCase('intake/exit', [staff, facts.ConfidantAdviceRecorded, facts.FollowUpAdded]);

  test('then it says what was reported, to whom, and what was done since', () => {
    expect(shown.text).toContain('Zorg over een medewerker');
    expect(shown.text).toContain('Dit is gemeld aan de schoolleiding en het bestuur van Stichting Consent.');
    for (const what of [staff.what, facts.ConfidantAdviceRecorded.advice, facts.FollowUpAdded.text])
      expect(shown.text).toContain(what);
    expect(shown.text).toContain('0900-111 3 111');
  });

  test('then everything is offered that may be recorded, and no step of the meldcode', () => {
    expect(goals([staff])).toEqual([
      'intake/follow-up',
      'intake/confidant-advice',
      'shared/chronology',
      'shared/document|verantwoordingsdossier',
      'shared/close',
    ]);
    const forBoard = goals([staff], asBoard);
    expect(forBoard.filter((goal) => goal !== 'shared/seen-by')).toEqual(goals([staff]));
    expect(forBoard).toContain('shared/seen-by');
    expect(valueOf(shown, 'go')).toBe('intake/follow-up');
  });

  test('then the first report stays in sight, however much followed', () => {
    const many = Array.from({ length: 9 }, (_, i) => ({ ...facts.FollowUpAdded, text: `Vervolg nummer ${i}.` }));
    const long = inCase('intake/exit', [staff, ...many]).text;
    expect(long).toContain(staff.what);
    expect(long).toContain('Vervolg nummer 8.');
    expect(long).not.toContain('Vervolg nummer 0.');
    expect(long.indexOf('Vervolg nummer 8.')).toBeLessThan(long.indexOf('Vervolg nummer 7.'));
  });

  test('then with the leadership as its subject, it says that they heard nothing', () => {
    const about = inCase('intake/exit', [{ ...staff, accused: leader, aboutLeader: true }], { viewer: asBoard });
    expect(about.text).toContain('De schoolleiding kreeg geen bericht en ziet dit niet.');
  });

  test('then once closed it can be read and reopened', () => {
    expect(goals([staff, closed])).toEqual([
      ...['shared/chronology', 'shared/document|verantwoordingsdossier', 'shared/reopen'],
    ]);
    expect(inCase('intake/exit', [staff, closed]).text).toContain('Deze zaak is gesloten.');
  });
});

describe('given a case that moved to the exit after a melding, when its overview opens', () => {
  const { ReportMade, MovedToStaffExit, FeedbackRecorded } = facts;

  test('then the answer of Veilig Thuis can still be recorded, also after closing (I-13)', () => {
    expect(goals([opened, ReportMade, MovedToStaffExit])).toContain('step5-decide/feedback|1');
    expect(goals([opened, ReportMade, MovedToStaffExit, closed])).toContain('step5-decide/feedback|1');
  });

  test('then that question is gone when the answer came', () => {
    const answered: CaseEvent = { ...FeedbackRecorded, outcome: 'terugkoppeling' };
    expect(goals([opened, ReportMade, answered, MovedToStaffExit])).not.toContain('step5-decide/feedback|1');
  });
});

describe('given something between pupils, when its overview opens', () => {
  const shown = inCase('intake/exit', [facts.PupilConcernReported], { viewer: asLeader });

  test('then it says who was told, and a confidant has no part in it', () => {
    expect(shown.text).toContain('Dit is gemeld aan Jeroen Nijhuis.');
    expect(goals([facts.PupilConcernReported], asLeader)).toEqual([
      'intake/follow-up',
      'shared/chronology',
      'shared/document|verantwoordingsdossier',
      'shared/seen-by',
      'shared/close',
    ]);
    expect(shown.text).not.toContain('Bellen voor advies');
  });
});

describe('given each fact of a beginning, an emergency and an end, when it is put in words', () => {
  const wordsOf = (event: CaseEvent): string => JSON.stringify(describeEntry(event, school));
  const is = {
    ...{ opened: facts.CaseOpened, staff: facts.StaffConcernReported, moved: facts.MovedToStaffExit },
    ...{ pupils: facts.PupilConcernReported, advice: facts.ConfidantAdviceRecorded, followed: facts.FollowUpAdded },
    ...{ emergency: facts.EmergencyRecorded, closed: facts.CaseClosed, corrected: facts.EntryCorrected },
  };

  test.each<[CaseEvent, readonly (string | undefined)[]]>([
    [
      is.opened,
      [is.opened.number, is.opened.pupil.name, 'groep 8', dutch.day('2013-05-01'), circle.ouder, is.opened.family],
    ],
    [is.staff, [is.staff.number, school.nameOf(nurse), is.staff.accusedName, '"Nee"', is.staff.what]],
    [is.moved, [is.moved.accusedName, '"Nee"', is.moved.what]],
    [is.pupils, [is.pupils.number, 'Jeroen Nijhuis', is.pupils.what]],
    [is.advice, [dutch.day(is.advice.on), is.advice.advice]],
    [is.followed, [dutch.day(is.followed.on), is.followed.text]],
    [
      is.emergency,
      [
        ...[dutch.moment(is.emergency.calledAt), is.emergency.calledBy, emergencyLines['112']],
        ...[emergencyLines['veilig-thuis'], is.emergency.spokeWith, is.emergency.agreed, '"Ja"', '"Nee"'],
      ],
    ],
    [
      is.closed,
      [
        ...[closings['hulp-afgerond'], is.closed.reason, is.closed.missing[3], is.closed.evaluation],
        ...[is.closed.aftercare, is.closed.bottleneck, is.closed.furtherSupport],
      ],
    ],
    [facts.CaseReopened, [facts.CaseReopened.reason]],
    [is.corrected, ['"2"', is.corrected.text, is.corrected.reason]],
  ])('then nothing of it is left out: $type', (event, parts) => {
    const words = wordsOf(event);
    for (const part of parts) expect(words).toContain(part);
  });
});
