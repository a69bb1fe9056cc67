import type { CaseEvent } from '../../src/protocol/caseFile';
import type { Command } from '../../src/protocol/decide';
import type { Advice } from '../../src/protocol/progress';
import { progress } from '../../src/protocol/progress';
import { stepStates } from '../../src/protocol/progress';
import { usualTerms } from '../../src/protocol/terms';
import { casemanager, consulted, given, leader, teacher, type Given } from './given';
import {
  acceptanceWeighed,
  assessRisk,
  casemanagementAccepted,
  decideReport,
  feedbackRecorded,
  helpDecided,
  helpWeighed,
  monitoringAgreed,
  planMade,
  reportDecided,
  reportDiscussed,
  reportMade,
  resultWeighed,
  riskAssessed,
  safetyWeighed,
  startWeighing,
  suspicionWeighed,
  talkRequested,
  weighAcceptance,
  weighHelp,
  weighingConfirmed,
  weighResult,
  weighSafety,
  weighSuspicion,
} from './laterSamples';
import {
  answered,
  asked,
  askColleagues,
  closed,
  consent,
  mapped,
  mapSignals,
  opened,
  outsideConsultation,
  parentInformed,
  parentTalk,
  recordConversation,
  recordInjuryExpert,
  recordOutsideConsultation,
  recordSignal,
  recordVeiligThuisContact,
  signal,
  staffConcern,
  talkPlanned,
  talkWaived,
  teamDiscussed,
  waiveConversation,
} from './samples';

const statesOf = (story: Given) => progress(story.state()).steps.map(({ state }) => state);

describe('given a case that was only opened', () => {
  const anything: readonly [string, Command][] = [
    ['step 1', recordSignal()],
    ['step 1', mapSignals()],
    ['step 2', askColleagues()],
    ['step 2', recordOutsideConsultation()],
    ['step 2', recordVeiligThuisContact()],
    ['step 2', recordInjuryExpert()],
    ['step 3', recordConversation()],
    ['step 3', waiveConversation()],
    ['step 4', assessRisk()],
    ['step 4', weighSuspicion()],
    ['step 4', weighSafety()],
    ['step 4', weighHelp()],
    ['step 4', weighAcceptance()],
    ['step 4', weighResult()],
    ['step 5', decideReport({ round: 0, report: true })],
  ];

  test.each(anything)('R-018 I-03: when %s is taken first, then it is recorded', (_step, command) => {
    given(opened()).when(command).accepted();
  });

  test('R-019 R-083: when a later step is done, then the earlier ones are still asked for', () => {
    const story = given(opened(), parentTalk(), riskAssessed(), suspicionWeighed());
    expect(statesOf(story)).toEqual(['open', 'open', 'gedaan', 'bezig', 'open']);
    expect(story.advice()).toBe('recordFirstSignal');
  });
});

describe('given the five steps', () => {
  test('R-017: then each is open, under way, done, or left out for a reason', () => {
    expect(Object.keys(stepStates)).toEqual(['open', 'bezig', 'gedaan', 'overgeslagen']);
    expect(statesOf(given(opened()))).toEqual(['open', 'open', 'open', 'open', 'open']);
    const begun = given(opened(), signal(), teamDiscussed(), talkPlanned(), suspicionWeighed(), reportMade());
    expect(statesOf(begun)).toEqual(['bezig', 'bezig', 'bezig', 'bezig', 'bezig']);
    const done = given(opened(), signal(), mapped(), outsideConsultation(), talkWaived(), riskAssessed());
    const noSuspicion = suspicionWeighed({ answer: 'nee' });
    const decided = done.and(noSuspicion, reportDecided(), helpDecided());
    expect(statesOf(decided)).toEqual(['gedaan', 'gedaan', 'overgeslagen', 'gedaan', 'gedaan']);
  });

  test('R-009: then step 5 is not done before the weighing is, whatever was decided', () => {
    const decided = given(opened(), suspicionWeighed(), reportDecided(), helpDecided());
    expect(decided.step(5).state).toBe('bezig');
  });

  test('R-020 I-04: when a step is taken again, then it counts once more and all of it stays on record', () => {
    const again = given(
      opened(),
      signal(),
      mapped(),
      mapped(),
      outsideConsultation(),
      outsideConsultation(),
      parentTalk(),
      parentTalk({ id: 'g-2' }),
      suspicionWeighed(),
    )
      .when(startWeighing())
      .then({ type: 'WeighingStarted', round: 2 });
    expect(progress(again.state()).steps.map(({ times }) => times)).toEqual([2, 2, 2, 2, 0]);
    expect(again.history).toHaveLength(10);
  });
});

/** Fact by fact: what it adds to the file, and what helps most after it. */
type Way = readonly (readonly [CaseEvent, Advice])[];
const follow = (way: Way): void => {
  let story = given();
  for (const [event, advice] of way) {
    story = story.and(event);
    expect([event.type, story.advice()]).toEqual([event.type, advice]);
  }
};

const upToWeighing: Way = [
  [opened(), 'recordFirstSignal'],
  [signal(), 'mapSignals'],
  [mapped(), 'consultColleague'],
  [asked(), 'waitForColleague'],
  [answered({ by: consulted.id }), 'talkWithParent'],
  [parentTalk(), 'assessRisk'],
  [riskAssessed(), 'weigh'],
];

describe('given a case that goes its way', () => {
  test('R-003 R-007: when help is possible, then each moment has one next step, up to the end', () => {
    follow([
      ...upToWeighing,
      [suspicionWeighed(), 'weigh'],
      [safetyWeighed(), 'weigh'],
      [helpWeighed(), 'weigh'],
      [acceptanceWeighed(), 'waitForLeader'],
      [talkRequested({ by: leader.id }), 'talkWithLeader'],
      [weighingConfirmed(), 'decideReport'],
      [reportDecided(), 'decideHelp'],
      [helpDecided(), 'makePlan'],
      [planMade(), 'tellParentOutcome'],
      [parentInformed({ about: 'plan-1' }), 'followHelp'],
      [resultWeighed(), 'agreeMonitoring'],
      [monitoringAgreed(), 'closeCase'],
      [closed({ outcome: 'hulp-afgerond' }), 'nothing'],
    ]);
  });

  test('R-003: when the school cannot help, then the melding and its answer come before the end', () => {
    follow([
      ...upToWeighing,
      [suspicionWeighed(), 'weigh'],
      [safetyWeighed(), 'weigh'],
      [helpWeighed({ answer: 'nee', effective: 'nee' }), 'waitForLeader'],
      [weighingConfirmed({ shown: 3 }), 'decideReport'],
      [reportDecided({ report: true, derived: true, because: ['help'] }), 'makeReport'],
      [reportMade(), 'decideHelp'],
      [helpDecided({ schoolCan: false, possible: false }), 'recordFeedback'],
      [feedbackRecorded(), 'closeCase'],
    ]);
  });

  test('R-125 I-14: when the child is not safe, then reporting goes before everything, and telling the parents follows', () => {
    follow([
      ...upToWeighing,
      [suspicionWeighed(), 'weigh'],
      [safetyWeighed({ answer: 'ja', acute: 'ja' }), 'reportNow'],
      [reportMade({ direct: true }), 'tellParentsAfterwards'],
      [reportDiscussed(), 'weigh'],
    ]);
  });

  test('R-122: when there is no suspicion, then closing is next; R-111: also when a talk showed another cause', () => {
    follow([...upToWeighing, [suspicionWeighed({ answer: 'nee' }), 'closeNoAction']]);
    follow([...upToWeighing.slice(0, 5), [parentTalk({ outcome: 'andere-oorzaak' }), 'otherCauseClose']]);
  });

  test('R-074 R-120: when there is doubt, then Veilig Thuis is asked', () => {
    follow([...upToWeighing, [suspicionWeighed({ answer: 'twijfel' }), 'contactVeiligThuis']]);
  });
});

describe('given an open case that nobody works on', () => {
  const story = given(opened(), signal(), mapped());

  test('R-003: then the owner is reminded after two weeks without any fact', () => {
    expect(usualTerms.stalledDays).toBe(14);
    expect(story.terms('stalled')).toMatchObject([{ due: '2026-12-07T07:30:00.000Z', who: [{ person: teacher.id }] }]);
    expect(story.and(signal({ at: '2026-12-01T10:00:00.000Z' })).terms('stalled')).toMatchObject([
      { due: '2026-12-15T07:30:00.000Z' },
    ]);
    expect(story.and(closed()).terms('stalled')).toEqual([]);
  });

  test('R-003: then what it waits for is said: a colleague, the leader, the casemanager', () => {
    const waiting = (...events: CaseEvent[]) => progress(story.and(...events).state()).waiting;
    expect(waiting(consent())).toEqual([]);
    expect(waiting(asked())).toEqual([{ for: 'colleague', person: consulted.id, consultation: 'c-1' }]);
    expect(waiting(suspicionWeighed())).toEqual([{ for: 'leader' }]);
    expect(waiting(suspicionWeighed(), weighingConfirmed({ questions: ['suspicion'] }))).toEqual([]);
    expect(waiting(planMade())).toEqual([{ for: 'casemanager', person: casemanager.id }]);
    expect(waiting(planMade(), casemanagementAccepted({ by: casemanager.id }))).toEqual([]);
    expect(waiting(asked(), planMade(), closed())).toEqual([]);
  });
});

test('R-057 R-060: given an exit, then there is no next step and nothing it waits for', () => {
  expect(progress(given(staffConcern()).state())).toMatchObject({ advice: 'nothing', waiting: [] });
});
