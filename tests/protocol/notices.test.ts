import type { CaseEvent, EventType } from '../../src/protocol/caseFile';
import { noticesFor, type Notice } from '../../src/protocol/notices';
import { theBot } from '../../src/protocol/roles';
import {
  board,
  casemanager,
  consulted,
  deputy,
  given,
  ibEr,
  leader,
  otherTeacher,
  teacher,
  type FactOf,
} from './given';
import * as later from './laterSamples';
import * as early from './samples';

const names: Readonly<Record<string, string>> = {
  [teacher.id]: 'owner',
  leiding: 'leaders',
  ibEr: 'intern begeleider',
};
const words = ({ to, kind, about }: Notice): string => {
  const who = 'person' in to ? to.person : `${to.role}${to.except ? ` except ${to.except}` : ''}`;
  return `${names[who] ?? who}: ${kind}${about ? ` ${about}` : ''}`;
};

const running: readonly CaseEvent[] = [
  early.opened(),
  early.signal(),
  early.asked(),
  early.parentTalk(),
  later.planMade({ colleagues: [otherTeacher.id] }),
];
/** Who hears of this fact in a running case with a casemanager. */
const told = (event: CaseEvent): string[] =>
  given(...running, event)
    .notices()
    .map(words);

/** Each kind of fact, and who hears of it. A kind that is left out does not compile. */
const table: { readonly [T in EventType]: readonly [FactOf<T>, readonly string[]] } = {
  CaseOpened: [early.opened(), []],
  StaffConcernReported: [
    early.staffConcern(),
    ['leiding except accused: staffExit', 'bestuur except accused: staffExit'],
  ],
  MovedToStaffExit: [
    early.movedToStaffExit(),
    ['leiding except accused: staffExit', 'bestuur except accused: staffExit'],
  ],
  PupilConcernReported: [early.pupilConcern({ told: deputy.id }), ['deputy: pupilExit']],
  ConfidantAdviceRecorded: [early.confidantAdvice(), []],
  FollowUpAdded: [early.followUp(), []],
  EmergencyRecorded: [early.emergency(), ['leaders: emergency']],

  SignalRecorded: [early.signal(), []],
  FlagsConfirmed: [early.flagged(), []],
  ContactRecorded: [early.contact(), []],
  ChildVoiceRecorded: [early.childVoice(), []],
  SignalsMapped: [early.mapped(), []],

  ConsultationRequested: [early.asked({ consultation: 'c-2', to: ibEr.id }), ['ib-er: consultationAsked c-2']],
  ConsultationSeen: [early.seen({ by: consulted.id }), []],
  ConsultationAnswered: [early.answered({ by: consulted.id }), ['owner: consultationAnswered c-1']],
  ConsultationAddedTo: [early.addedTo({ by: consulted.id }), ['owner: consultationAddedTo c-1']],
  ConsultationDeclined: [early.declined({ by: consulted.id }), ['owner: consultationDeclined c-1']],
  ConsultationWithdrawn: [early.withdrawn(), ['consulted: consultationWithdrawn c-1']],
  OutsideConsultationRecorded: [early.outsideConsultation(), []],
  VeiligThuisContactRecorded: [early.veiligThuisContact(), []],
  InjuryExpertConsulted: [early.injuryExpert(), []],
  ConsentRecorded: [early.consent(), []],
  SingleConsentAccepted: [early.singleConsent({ by: leader.id }), []],
  TeamDiscussed: [early.teamDiscussed(), []],
  ParentInformed: [early.parentInformed(), []],
  InformingWaived: [early.informingWaived(), []],
  SupportAsked: [early.supportAsked(), ['intern begeleider: supportAsked']],

  ConversationPlanned: [early.talkPlanned({ second: ibEr.id }), ['ib-er: secondInvited']],
  ConversationRecorded: [early.parentTalk({ id: 'g-2' }), []],
  SignatureRecorded: [early.signature(), []],
  ConversationWaived: [early.talkWaived(), []],

  WeighingStarted: [later.weighingStarted(), []],
  RiskAssessed: [later.riskAssessed(), []],
  SuspicionWeighed: [later.suspicionWeighed(), ['leaders: leaderInformed']],
  SafetyWeighed: [later.safetyWeighed({ answer: 'twijfel', acute: 'twijfel' }), ['leaders: directReport']],
  HelpWeighed: [later.helpWeighed(), []],
  AcceptanceWeighed: [later.acceptanceWeighed(), []],
  ResultWeighed: [
    later.resultWeighed({ answer: 'nee', safety: 'nee' }),
    ['leaders: resultNegative', 'owner: resultNegative', 'casemanager: resultNegative'],
  ],
  WeighingConfirmed: [later.weighingConfirmed(), ['owner: weighingConfirmed']],
  TalkRequested: [later.talkRequested({ by: leader.id }), ['owner: talkRequested']],

  ReportDecided: [later.reportDecided({ departs: true, by: leader.id }), ['owner: departed']],
  ReportDiscussed: [later.reportDiscussed(), []],
  ReportTalkWaived: [later.reportTalkWaived(), []],
  ReportMade: [later.reportMade(), ['leaders: reportMade', 'owner: reportMade']],
  FeedbackRecorded: [later.feedbackRecorded(), []],
  HelpDecided: [later.helpDecided(), []],
  ContinuesReported: [later.continuesReported(), ['leaders: continues', 'owner: continues', 'casemanager: continues']],

  ImprovementChecked: [later.improvementChecked(), []],
  TermPostponed: [later.termPostponed(), []],
  TermPassedOn: [later.termPassedOn(), ['intern begeleider: termPassedOn stalled']],
  ConcernSeen: [later.concernSeen({ by: leader.id }), ['owner: concernSeen']],
  OwnerReassigned: [later.ownerReassigned(), ['other-teacher: ownerAsked', 'owner: ownerMoved']],
  CasemanagerReassigned: [
    later.casemanagerReassigned({ by: leader.id }),
    ['ib-er: casemanagerAsked', 'casemanager: casemanagerMoved', 'owner: casemanagerMoved'],
  ],
  CasemanagementDeclined: [
    later.casemanagementDeclined({ by: casemanager.id }),
    ['owner: casemanagementDeclined', 'leaders: casemanagementDeclined'],
  ],

  PlanMade: [
    later.planMade({ colleagues: [otherTeacher.id] }),
    ['casemanager: casemanagerAsked', 'other-teacher: taskGiven'],
  ],
  CasemanagementAccepted: [later.casemanagementAccepted({ by: casemanager.id }), []],
  ProgressRecorded: [later.progressRecorded(), []],
  ParentReferred: [later.parentReferred(), []],
  ArrivalRecorded: [later.arrivalRecorded(), []],
  MonitoringAgreed: [later.monitoringAgreed(), []],
  MonitoringRecorded: [later.monitoringRecorded(), []],

  FileLocked: [later.fileLocked({ by: leader.id }), ['owner: caseLocked', 'ib-er: caseLocked']],
  FileUnlocked: [later.fileUnlocked({ by: leader.id }), ['owner: caseUnlocked', 'leaders: caseUnlocked']],

  SiblingRecorded: [later.siblingRecorded(), []],
  CaseClosed: [early.closed(), ['leaders: caseClosed', 'owner: caseClosed']],
  CaseReopened: [early.reopened(), ['leaders: caseReopened', 'owner: caseReopened']],
  EntryCorrected: [early.corrected(), []],
  FileTransferred: [early.transferred(), []],
  ReceiptConfirmed: [early.receiptConfirmed(), []],
  FileHeld: [early.held(), []],
  DestructionDecided: [early.destroyed(), []],
};
const rows = Object.values(table).map(([event, expected]) => ({ event, type: event.type, expected }));

describe.each(rows)('given $type', ({ event, expected }) => {
  test('R-056 R-061 R-062 R-083 R-111 R-123: then exactly these people hear of it', () => {
    expect(told(event)).toEqual(expected);
  });

  test('I-20 I-17: then what they hear is a kind and a reference, and all of them are of the school or its board', () => {
    const posts = ['leiding', 'ibEr', 'bestuur'];
    const people = [teacher, otherTeacher, ibEr, leader, deputy, casemanager, consulted, board].map(({ id }) => id);
    for (const notice of given(...running, event).notices()) {
      expect(Object.keys(notice).filter((key) => !['to', 'kind', 'about'].includes(key))).toEqual([]);
      expect(notice.about ?? 'c-1').toMatch(/^(c-\d|stalled)$/);
      expect([...posts, ...people]).toContain('person' in notice.to ? notice.to.person : notice.to.role);
    }
  });
});

describe('given answers to the questions of the weighing', () => {
  const weighed = (...events: readonly CaseEvent[]) =>
    given(early.opened(), ...events)
      .notices()
      .map(words);

  test('R-122 R-123: then the leader hears of a suspicion and of none, and not of doubt', () => {
    expect(weighed(later.suspicionWeighed({ answer: 'nee' }))).toEqual(['leaders: noAction']);
    expect(weighed(later.suspicionWeighed({ answer: 'twijfel' }))).toEqual([]);
    expect(weighed(later.safetyWeighed())).toEqual([]);
  });

  test('R-124: then the leader is asked to confirm when the answers are whole, whichever came last', () => {
    const four = [
      later.suspicionWeighed(),
      later.safetyWeighed(),
      later.helpWeighed(),
      later.acceptanceWeighed(),
    ] as const;
    for (const last of four) {
      const before = four.filter((one) => one !== last);
      expect(weighed(...before, last)).toContain('leaders: weighingToConfirm');
      expect(weighed(...before)).not.toContain('leaders: weighingToConfirm');
    }
  });

  test('R-140: then nobody hears of a result that is good', () => {
    expect(weighed(later.resultWeighed())).toEqual([]);
  });
});

describe('given somebody who left the school, as the bot sees in the directory', () => {
  test('R-086: when they would be at a talk, then whoever began the case hears that, and nobody is asked', () => {
    expect(told(early.talkPlanned({ by: theBot }))).toEqual(['owner: secondLeft']);
  });

  test('R-136: when they had a task in the plan, then whoever began the case hears that, and the casemanager', () => {
    expect(told(later.progressRecorded({ by: theBot }))).toEqual(['owner: taskLeft', 'casemanager: taskLeft']);
  });
});

describe('given somebody who does it themselves', () => {
  test('R-136: when a casemanager makes the plan, then they are not asked to be it', () => {
    const made = later.planMade({ by: casemanager.id });
    expect(given(...running, made).notices()).toEqual([]);
    expect(given(...running, made).file(({ plan }) => plan?.accepted)).toBe(true);
  });

  test('A-02: when a decision follows the norm, then it is no departure to hear of', () => {
    expect(told(later.reportDecided())).toEqual([]);
  });
});

describe('given a member of staff who is accused', () => {
  const accused = teacher.id;
  const moved: readonly CaseEvent[] = [...running, early.movedToStaffExit({ accused, by: leader.id })];

  const onExit: readonly CaseEvent[] = [
    early.movedToStaffExit({ accused, by: leader.id }),
    early.confidantAdvice(),
    early.followUp(),
    later.feedbackRecorded(),
    early.closed(),
    early.reopened(),
    early.corrected(),
  ];

  test.each(onExit)('A-06 I-01: when $type is recorded, then they hear of nothing', (event) => {
    for (const { to } of given(...moved, event).notices()) {
      if ('person' in to) expect(to.person).not.toBe(accused);
      else expect(to.except).toBe(accused);
    }
  });

  test('A-06 I-01: when the case closes or opens again, then the leaders and the board hear, and nobody else', () => {
    for (const event of [early.closed(), early.reopened()])
      expect(noticesFor(event, given(...moved).state()).map(({ to }) => to)).toEqual([
        { role: 'leiding', except: accused },
        { role: 'bestuur', except: accused },
      ]);
  });

  test('R-059: when they are a leader, then no leader hears of anything, and the reporter and the board do', () => {
    const aboutLeader = early.staffConcern({ aboutLeader: true });
    for (const event of [early.closed(), early.reopened()])
      expect(
        given(aboutLeader, event)
          .notices()
          .map(({ to }) => to),
      ).toEqual([{ person: teacher.id }, { role: 'bestuur', except: 'accused' }]);
  });

  test('R-056: when nobody knows who it is, then the leaders and the board hear, without an exception', () => {
    const { accused: _unknown, ...nameless } = early.staffConcern();
    expect(
      given(nameless)
        .notices()
        .map(({ to }) => to),
    ).toEqual([{ role: 'leiding' }, { role: 'bestuur' }]);
  });
});
