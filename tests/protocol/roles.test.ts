import type { CaseEvent } from '../../src/protocol/caseFile';
import { listingOf } from '../../src/protocol/listing';
import {
  isInsideColleague,
  isLeaderOf,
  isLeaderRole,
  maySeeFile,
  roles,
  standings,
  type Actor,
  type Role,
} from '../../src/protocol/roles';
import {
  board,
  casemanager,
  consulted,
  deputy,
  given,
  ibEr,
  leader,
  nurse,
  otherTeacher,
  stranger,
  teacher,
} from './given';
import { planMade, suspicionWeighed } from './laterSamples';
import {
  asked,
  answered,
  answerConsultation,
  closed,
  movedToStaffExit,
  opened,
  pupilConcern,
  recordSignal,
  signal,
  staffConcern,
  teamDiscussed,
  withdrawn,
} from './samples';

const everybody = [teacher, otherTeacher, ibEr, leader, deputy, casemanager, consulted, nurse, board, stranger];
const steps: readonly CaseEvent[] = [opened(), signal(), planMade(), asked()];
const standingOf = (person: Actor, ...events: readonly CaseEvent[]) =>
  given(...events).file((file) => standings(person, file));
const whoSees = (...events: readonly CaseEvent[]) =>
  everybody.filter((person) => given(...events).file((file) => maySeeFile(person, file))).map(({ id }) => id);

describe('given a case with steps', () => {
  test('A-29: then owner, intern begeleider, leaders and casemanager see the file, and nobody else', () => {
    expect(whoSees(...steps)).toEqual(['teacher', 'ib-er', 'leader', 'deputy', 'casemanager']);
    expect(whoSees(opened())).toEqual(['teacher', 'ib-er', 'leader', 'deputy']);
  });

  test('I-25 I-24: then for somebody without a role at its school there is no case, also if they own it or have a task', () => {
    expect(standingOf(stranger, ...steps)).toEqual([]);
    given(...steps)
      .when(recordSignal(), stranger)
      .refused('no-such-case');
    given().when(recordSignal(), leader).refused('no-such-case');
    for (const { id } of [teacher, casemanager, consulted]) {
      expect(standingOf({ id, roles: [] }, ...steps)).toEqual([]);
      given(...steps)
        .when(recordSignal(), { id, roles: [] })
        .refused('no-such-case');
    }
  });

  test('I-24: then somebody of the school who has nothing to do with it gets the same answer', () => {
    given(...steps)
      .when(recordSignal(), otherTeacher)
      .refused('no-such-case');
    given(...steps)
      .when(recordSignal(), board)
      .refused('no-such-case');
  });

  test('I-21: then a colleague who was asked may answer and does not see the file, before and after', () => {
    expect(standingOf(consulted, ...steps)).toEqual(['consulted']);
    given(...steps)
      .when(answerConsultation(), consulted)
      .accepted();
    given(...steps)
      .when(recordSignal(), consulted)
      .refused('not-your-role');
    for (const event of [answered({ by: consulted.id }), withdrawn(), closed()])
      expect(whoSees(...steps, event)).not.toContain(consulted.id);
  });

  test('I-21: when the intern begeleider is asked, then they see the file by their role', () => {
    expect(standingOf(ibEr, ...steps, asked({ consultation: 'c-2', to: ibEr.id }))).toEqual(['ibEr', 'consulted']);
  });

  test('R-137 A-29: when another casemanager is named, then the one of before sees the file no more', () => {
    expect(whoSees(...steps, planMade({ casemanager: otherTeacher.id }))).not.toContain(casemanager.id);
  });

  test('A-16: then both kinds of school leader lead, and nobody else', () => {
    expect(everybody.filter((one) => isLeaderOf(one, given(...steps).state())).map(({ id }) => id)).toEqual([
      'leader',
      'deputy',
    ]);
    // The keys of this table are the roles by its type.
    expect((Object.keys(roles) as Role[]).filter(isLeaderRole)).toEqual([
      'schoolleider',
      'plaatsvervangend-schoolleider',
    ]);
  });
});

describe('given a concern about a member of staff', () => {
  const accused = (held: readonly Role[]): Actor => ({ id: 'accused', roles: held });

  test('I-01: then reporter, leaders and board see it; the intern begeleider does not', () => {
    expect(whoSees(staffConcern())).toEqual(['teacher', 'leader', 'deputy', 'board']);
  });

  test.each(Object.keys(roles) as Role[])(
    'R-059 A-06 I-01: when the accused is a %s, then they have no case',
    (role) => {
      for (const event of [staffConcern(), staffConcern({ aboutLeader: true })])
        expect(standingOf(accused([role]), event)).toEqual([]);
      expect(standingOf(accused([role]), ...steps, movedToStaffExit())).toEqual([]);
    },
  );

  test('R-059 I-01: when it is about a leader, then no leader has a case, also not one whose name is unknown', () => {
    expect(whoSees(staffConcern({ aboutLeader: true }))).toEqual(['teacher', 'board']);
  });

  test('A-06: when a running case moves and its owner is the accused, then the owner sees it no more', () => {
    const moved = movedToStaffExit({ accused: teacher.id, by: leader.id });
    expect(whoSees(...steps)).toContain(teacher.id);
    expect(whoSees(...steps, moved)).toEqual(['leader', 'deputy', 'board']);
  });

  test('I-21 A-29: when a running case moves, then casemanager, intern begeleider and who was asked have none', () => {
    for (const one of [casemanager, ibEr, consulted]) expect(standingOf(one, ...steps, movedToStaffExit())).toEqual([]);
  });
});

test('R-061: given violence between pupils, then reporter, leaders and who was told see it', () => {
  expect(whoSees(pupilConcern({ told: otherTeacher.id }))).toEqual(['teacher', 'other-teacher', 'leader', 'deputy']);
});

test('R-064 R-066: given the roles, then consulting inside the school is with five of them', () => {
  expect((Object.keys(roles) as Role[]).filter(isInsideColleague)).toEqual([
    'leerkracht',
    'intern-begeleider',
    'schoolleider',
    'plaatsvervangend-schoolleider',
    'vertrouwenspersoon',
  ]);
  expect(isInsideColleague('anders')).toBe(false);
});

describe('given the lists of cases', () => {
  const listed = (...events: readonly CaseEvent[]) => given(...events).file(listingOf);

  test('A-29 I-21: then a case stands in the lists of who may see it, and a request only among what waits', () => {
    expect(listed(...steps)).toEqual({
      visibleTo: [{ person: teacher.id }, { role: 'leiding' }, { role: 'ibEr' }, { person: casemanager.id }],
      awaited: [
        ...[consulted, casemanager, teacher].map(({ id }) => ({ person: id })),
        { role: 'leiding' },
        { role: 'ibEr' },
      ],
    });
    expect(listed()).toEqual({ visibleTo: [], awaited: [] });
  });

  // Whoever a running term reminds is among them too, and the leadership for whoever is away: which terms have come, and who
  // is away, is for the reader's moment.
  test('R-065 R-123: then it waits for the leader while a weighing is to be confirmed, and when closed until its review (I-26)', () => {
    expect(listed(opened(), suspicionWeighed()).awaited).toEqual([{ role: 'leiding' }, { person: teacher.id }]);
    expect(listed(opened(), suspicionWeighed(), closed()).awaited).toEqual([{ role: 'leiding' }]);
  });

  test('R-105 R-198: then it waits for the intern begeleider while an outcome of the zorgteam is to be told', () => {
    expect(listed(opened(), teamDiscussed()).awaited).toEqual([
      { role: 'ibEr' },
      { person: teacher.id },
      { role: 'leiding' },
    ]);
    const reminded = [{ person: teacher.id }, { role: 'ibEr' }, { role: 'leiding' }];
    expect(listed(opened(), teamDiscussed({ team: 'schoolteam' })).awaited).toEqual(reminded);
    expect(listed(opened(), teamDiscussed(), closed()).awaited).toEqual([
      { role: 'leiding' },
      { person: teacher.id },
      { role: 'ibEr' },
    ]);
  });

  test('A-06 I-01: then an exit about staff stands in no list of the accused', () => {
    expect(listed(staffConcern()).visibleTo).toEqual([
      { person: teacher.id },
      { role: 'leiding', except: 'accused' },
      { role: 'bestuur', except: 'accused' },
    ]);
    expect(listed(staffConcern({ aboutLeader: true })).visibleTo).not.toContainEqual(
      expect.objectContaining({ role: 'leiding' }),
    );
    expect(listed(...steps, movedToStaffExit({ accused: teacher.id })).visibleTo).toEqual([
      { role: 'leiding', except: teacher.id },
      { role: 'bestuur', except: teacher.id },
    ]);
  });

  test('R-061: then an exit between pupils stands in the lists of reporter, leaders and who was told', () => {
    expect(listed(pupilConcern())).toEqual({
      visibleTo: [{ person: teacher.id }, { role: 'leiding' }, { person: leader.id }],
      awaited: [],
    });
  });
});
