import { listingOf } from '../../src/protocol/listing';
import { maySeeFile, standings, theBot, type Actor } from '../../src/protocol/roles';
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
import {
  confirmWeighing,
  fileLocked,
  lockFile,
  makePlan,
  planMade,
  reassignOwner,
  unlockFile,
  weighedForHelp,
} from './laterSamples';
import { asked, askColleagues, closed, movedToStaffExit, opened, recordSignal, signal } from './samples';

const everybody = [teacher, otherTeacher, ibEr, leader, deputy, casemanager, consulted, nurse, board, stranger];
const running = given(opened(), signal());
const twoAre = (...keepers: readonly [Actor, 'leiding' | 'ibEr' | 'collega' | 'bestuur'][]) => ({
  keepers: keepers.map(([{ id }, as]) => ({ person: id, as })),
});
const forTeacherAndIbEr = running.and(fileLocked());
const forTeacherAndDeputy = running.and(fileLocked(twoAre([teacher, 'collega'], [deputy, 'leiding'])));
const bot: Actor = { id: theBot, roles: ['schoolleider'] };

describe('given a case that is for two', () => {
  test('A-29 I-24: then those two see it, and for everybody else it is not there, the leader who said so included', () => {
    const seen = everybody.filter((one) => forTeacherAndIbEr.file((file) => maySeeFile(one, file)));
    expect(seen).toEqual([teacher, ibEr]);
    for (const one of everybody.filter((person) => !seen.includes(person)))
      forTeacherAndIbEr.when(recordSignal(), one).refused('no-such-case');
  });

  test('I-24: then a casemanager and a colleague who was asked have nothing of it either', () => {
    const before = given(opened(), signal(), planMade(), asked());
    for (const one of [casemanager, consulted]) {
      expect(before.file((file) => standings(one, file))).not.toEqual([]);
      expect(before.and(fileLocked()).file((file) => standings(one, file))).toEqual([]);
    }
  });

  test('R-142 R-245: then whoever of the two leads the school has the leader’s part, and without a leader the intern begeleider', () => {
    const weighed = running.and(...weighedForHelp());
    const confirms = (two: Parameters<typeof fileLocked>[0], one: Actor) =>
      weighed.and(fileLocked(two)).when(confirmWeighing(), one);
    confirms(undefined, ibEr).accepted();
    confirms(twoAre([teacher, 'collega'], [deputy, 'leiding']), deputy).accepted();
    confirms(twoAre([ibEr, 'ibEr'], [deputy, 'leiding']), ibEr).refused('not-your-role');
    confirms(undefined, teacher).refused('not-your-role');
  });

  test('then it stands in the lists of the two by name, and what waits for a post waits for whoever has that part', () => {
    const listing = listingOf(forTeacherAndDeputy.and(...weighedForHelp()).state());
    expect(listing.visibleTo).toEqual([{ person: teacher.id }, { person: deputy.id }]);
    expect(listing.awaited).toContainEqual({ person: deputy.id });
    expect(listing.awaited.filter((to) => 'role' in to)).toEqual([]);
  });

  test('then nobody else is brought in by a question, a task or by handing it over', () => {
    forTeacherAndIbEr
      .when(askColleagues({ consultations: [{ id: 'c-9', to: leader.id, role: 'schoolleider' }] }), teacher)
      .refused('locked-to-two');
    forTeacherAndIbEr
      .when(askColleagues({ consultations: [{ id: 'c-9', to: ibEr.id, role: 'intern-begeleider' }] }), teacher)
      .accepted();
    forTeacherAndIbEr.when(reassignOwner({ to: otherTeacher.id }), teacher).refused('locked-to-two');
    forTeacherAndIbEr.when(makePlan({ casemanager: otherTeacher.id }), teacher).refused('locked-to-two');
  });

  test('I-01: when it turns out to be about a member of staff, then the exit has its own circle', () => {
    const moved = forTeacherAndIbEr.and(movedToStaffExit());
    expect(everybody.filter((one) => moved.file((file) => maySeeFile(one, file)))).toEqual([
      teacher,
      leader,
      deputy,
      board,
    ]);
  });
});

describe('given a leader who limits a case', () => {
  test('when the owner, the casemanager and somebody who was asked are none of the two, then what they had goes to the two', () => {
    const two = twoAre([otherTeacher, 'collega'], [deputy, 'leiding']);
    given(opened(), signal(), planMade(), asked())
      .when(lockFile(two), leader)
      .then(
        { type: 'FileLocked', ...two },
        { type: 'OwnerReassigned', from: teacher.id, to: otherTeacher.id },
        { type: 'CasemanagerReassigned', from: casemanager.id, to: otherTeacher.id },
        { type: 'ConsultationWithdrawn', consultation: 'c-1' },
      );
  });

  test('when the owner is one of the two, then they stay it, also in a closed case', () => {
    running.when(lockFile(), leader).then({ type: 'FileLocked' });
    running.and(closed()).when(lockFile(), leader).then({ type: 'FileLocked' });
  });

  test('when it would be one person twice, nobody with a post, or without a reason, then it is refused', () => {
    running.when(lockFile(twoAre([ibEr, 'ibEr'], [ibEr, 'ibEr'])), leader).refused('two-keepers-needed');
    running.when(lockFile(twoAre([ibEr, 'ibEr'])), leader).refused('two-keepers-needed');
    running
      .when(lockFile(twoAre([teacher, 'collega'], [otherTeacher, 'collega'])), leader)
      .refused('two-keepers-needed');
    running.when(lockFile({ reason: ' ' }), leader).refused('reason-needed');
  });

  test('when somebody else wants to, then it is not theirs to do', () => {
    for (const one of [teacher, ibEr]) running.when(lockFile(), one).refused('not-your-role');
    running.when(lockFile(), otherTeacher).refused('no-such-case');
  });

  test('when they lift it, with a reason, then everybody with a post reads it again', () => {
    const two = forTeacherAndDeputy;
    two.when(unlockFile({ reason: '' }), deputy).refused('reason-needed');
    two.when(unlockFile(), teacher).refused('not-your-role');
    two.when(unlockFile(), leader).refused('no-such-case');
    const lifted = two.when(unlockFile(), deputy).then({ type: 'FileUnlocked' });
    expect(everybody.filter((one) => lifted.file((file) => maySeeFile(one, file)))).toEqual([
      teacher,
      ibEr,
      leader,
      deputy,
    ]);
    lifted.when(unlockFile(), deputy).refused('already-answered');
  });

  test('when the same two are named again, then nothing changes', () => {
    forTeacherAndIbEr.when(lockFile(), ibEr).refused('already-answered');
  });
});

describe('given one of the two who goes', () => {
  const alone = forTeacherAndDeputy.and(fileLocked({ ...twoAre([teacher, 'collega']), by: theBot }));

  test('when the bot sees it, then the other hears that a second must be named, and so do those who lead the school', () => {
    const gone = forTeacherAndDeputy.when(lockFile(twoAre([teacher, 'collega'])), bot);
    gone.then({ type: 'FileLocked', ...twoAre([teacher, 'collega']) });
    expect(gone.notices()).toEqual([
      { to: { person: teacher.id }, kind: 'keeperNeeded' },
      { to: { role: 'leiding', beyondLock: true }, kind: 'keeperNeeded' },
    ]);
  });

  test('when the leadership is why it is for two, then the board hears it in their place', () => {
    const aboutLeader = running.and(fileLocked({ ...twoAre([teacher, 'collega'], [ibEr, 'ibEr']), aboutLeader: true }));
    const told = aboutLeader.when(lockFile(twoAre([teacher, 'collega'])), bot).notices();
    expect(told).toContainEqual({ to: { role: 'bestuur', beyondLock: true }, kind: 'keeperNeeded' });
  });

  test('then a teacher alone confirms nothing, and the file stays for them alone', () => {
    alone
      .and(...weighedForHelp())
      .when(confirmWeighing(), teacher)
      .refused('not-your-role');
    expect(everybody.filter((one) => alone.file((file) => maySeeFile(one, file)))).toEqual([teacher]);
  });

  test('then the other names a second of the leadership or the intern begeleider', () => {
    alone
      .when(lockFile(twoAre([teacher, 'collega'], [otherTeacher, 'collega'])), teacher)
      .refused('two-keepers-needed');
    alone.when(lockFile(twoAre([teacher, 'collega'], [ibEr, 'ibEr'])), teacher).then({ type: 'FileLocked' });
  });

  test('when both are there, then nobody without the leader’s part puts the other out, and may give away the own place', () => {
    forTeacherAndDeputy.when(lockFile(twoAre([teacher, 'collega'], [ibEr, 'ibEr'])), teacher).refused('not-your-role');
    forTeacherAndDeputy
      .when(lockFile(twoAre([otherTeacher, 'collega'], [deputy, 'leiding'])), teacher)
      .then({ type: 'FileLocked' }, { type: 'OwnerReassigned', to: otherTeacher.id });
    forTeacherAndDeputy.when(lockFile(twoAre([teacher, 'collega'], [ibEr, 'ibEr'])), deputy).accepted();
  });

  test('when both are gone, then whoever gets it has it alone, with the leader’s part, and owns it', () => {
    const heir = forTeacherAndDeputy.when(lockFile(twoAre([leader, 'leiding'])), bot);
    heir.then({ type: 'FileLocked' }, { type: 'OwnerReassigned', from: teacher.id, to: leader.id });
    heir.accepted().when(unlockFile(), leader).accepted();
    const ofBoard = forTeacherAndDeputy.when(lockFile(twoAre([board, 'bestuur'])), bot).accepted();
    expect(ofBoard.file((file) => standings(board, file))).toEqual(['owner', 'leader', 'keeper']);
    ofBoard.when(lockFile(twoAre([otherTeacher, 'collega'], [ibEr, 'ibEr'])), board).accepted();
  });
});
