import type { ClosingEvent, ClosingOutcome } from './closing';
import type { EmergencyEvent } from './emergency';
import { rememberClosing } from './evolve/closing';
import { rememberEmergency } from './evolve/emergency';
import { rememberExit } from './evolve/exits';
import { rememberFollowUp } from './evolve/followUp';
import { rememberLock } from './evolve/lock';
import { rememberPlan } from './evolve/helpPlan';
import { rememberRetention } from './evolve/retention';
import { rememberSibling } from './evolve/siblings';
import { rememberSignals } from './evolve/step1Signals';
import { rememberConsult } from './evolve/step2Consult';
import { rememberConversation } from './evolve/step3Conversation';
import { rememberWeighing } from './evolve/step4Weigh';
import { rememberDecisions } from './evolve/step5Decide';
import type { Circle, Exit, ExitEvent, Pupil } from './exits';
import type { FollowUpEvent, Seen, TermAnswer } from './followUp';
import type { MonitoringState, PlanEvent, PlanState, ReferralState } from './helpPlan';
import type { Lock, LockEvent } from './lock';
import type { RetentionEvent, RetentionState } from './retention';
import type { PersonId, SchoolId } from './roles';
import type { Sibling, SiblingEvent } from './siblings';
import { noSignals, type SignalsState, type Step1Event } from './step1Signals';
import { noConsult, type Consultation, type ConsultState, type Step2Event } from './step2Consult';
import { noConversations, type ConversationState, type Step3Event } from './step3Conversation';
import type { QuestionId, Step4Event, Weighing } from './step4Weigh';
import type { Decision1, Decision2, ReportDuty, ReportState, Step5Event } from './step5Decide';
import type { Instant, LocalDate } from './time';

export type Stamp = { at: Instant; by: PersonId };
export type Recorded<T extends string, D> = { type: T } & D & Stamp;

/** Every fact that a case file can hold. Facts are only added; a correction is a new fact that points to the old one. */
export type CaseEvent =
  | ExitEvent
  | EmergencyEvent
  | Step1Event
  | Step2Event
  | Step3Event
  | Step4Event
  | Step5Event
  | PlanEvent
  | FollowUpEvent
  | LockEvent
  | SiblingEvent
  | ClosingEvent
  | RetentionEvent;
export type EventType = CaseEvent['type'];

/**
 * What the file says now, as far as the protocol needs it to judge: counts, states and references, hardly any text.
 * It stays small however long the case lasts, so a turn reads this and not the history.
 */
export type CaseFile = {
  kind: 'none' | 'stappenplan' | 'medewerker' | 'leerlingen';
  status: 'open' | 'closed';
  number: string;
  schoolId: SchoolId;
  owner: PersonId;
  openedAt: Instant;
  lastAt: Instant;
  pupil: Pupil;
  about: Circle;
  exit?: Exit;
  emergency?: { at: Instant; reported: boolean };
  signals: SignalsState;
  consultations: Readonly<Record<string, Consultation>>;
  consult: ConsultState;
  conversations: ConversationState;
  weighing?: Weighing;
  decision1?: Decision1;
  decision2?: Decision2;
  reportDuty?: ReportDuty;
  /** Answers of earlier rounds that asked for a melding which nobody has made or departed from yet. */
  carried?: readonly QuestionId[];
  /** The coming melding was discussed with the parents, or left out on one of the two grounds of step 5. */
  reportTalk?: 'besproken' | 'afgezien';
  /** The day of that talk, for a melding must come after it. */
  reportTalkOn?: LocalDate;
  reports: readonly ReportState[];
  plan?: PlanState;
  referrals: readonly ReferralState[];
  monitoring: readonly MonitoringState[];
  /** What people did with reminders, by the id of the term. */
  termAnswers?: Readonly<Record<string, TermAnswer>>;
  seen?: Seen;
  /** For two named persons only; for everybody else there is no such case. */
  lock?: Lock;
  siblings?: readonly Sibling[];
  /** The highest number that was given to one of them. */
  siblingsNamed?: number;
  closed?: { outcome: ClosingOutcome; at: Instant };
  retention?: RetentionState;
};

export const emptyCase: CaseFile = {
  kind: 'none',
  status: 'open',
  number: '',
  schoolId: '',
  owner: '',
  openedAt: '',
  lastAt: '',
  pupil: { name: '' },
  about: 'onbekend',
  signals: noSignals,
  consultations: {},
  consult: noConsult,
  conversations: noConversations,
  reports: [],
  referrals: [],
  monitoring: [],
};

/** What the file says after one more fact. */
export const evolve = (file: CaseFile, event: CaseEvent): CaseFile => ({ ...remember(file, event), lastAt: event.at });

const remember = (file: CaseFile, event: CaseEvent): CaseFile => {
  switch (event.type) {
    case 'CaseOpened':
    case 'StaffConcernReported':
    case 'MovedToStaffExit':
    case 'PupilConcernReported':
    case 'ConfidantAdviceRecorded':
    case 'FollowUpAdded':
      return rememberExit(file, event);
    case 'EmergencyRecorded':
      return rememberEmergency(file, event);
    case 'SignalRecorded':
    case 'FlagsConfirmed':
    case 'ContactRecorded':
    case 'ChildVoiceRecorded':
    case 'SignalsMapped':
      return rememberSignals(file, event);
    case 'ConsultationRequested':
    case 'ConsultationSeen':
    case 'ConsultationAnswered':
    case 'ConsultationAddedTo':
    case 'ConsultationDeclined':
    case 'ConsultationWithdrawn':
    case 'OutsideConsultationRecorded':
    case 'VeiligThuisContactRecorded':
    case 'InjuryExpertConsulted':
    case 'ConsentRecorded':
    case 'SingleConsentAccepted':
    case 'TeamDiscussed':
    case 'ParentInformed':
    case 'InformingWaived':
    case 'SupportAsked':
      return rememberConsult(file, event);
    case 'ConversationPlanned':
    case 'ConversationRecorded':
    case 'SignatureRecorded':
    case 'ConversationWaived':
      return rememberConversation(file, event);
    case 'WeighingStarted':
    case 'RiskAssessed':
    case 'SuspicionWeighed':
    case 'SafetyWeighed':
    case 'HelpWeighed':
    case 'AcceptanceWeighed':
    case 'ResultWeighed':
    case 'WeighingConfirmed':
    case 'TalkRequested':
      return rememberWeighing(file, event);
    case 'ReportDecided':
    case 'ReportDiscussed':
    case 'ReportTalkWaived':
    case 'ReportMade':
    case 'FeedbackRecorded':
    case 'HelpDecided':
    case 'ContinuesReported':
    case 'ImprovementChecked':
      return rememberDecisions(file, event);
    case 'PlanMade':
    case 'CasemanagementAccepted':
    case 'ProgressRecorded':
    case 'ParentReferred':
    case 'ArrivalRecorded':
    case 'MonitoringAgreed':
    case 'MonitoringRecorded':
      return rememberPlan(file, event);
    case 'TermPostponed':
    case 'TermPassedOn':
    case 'ConcernSeen':
    case 'OwnerReassigned':
    case 'CasemanagerReassigned':
    case 'CasemanagementDeclined':
      return rememberFollowUp(file, event);
    case 'FileLocked':
    case 'FileUnlocked':
      return rememberLock(file, event);
    case 'SiblingRecorded':
      return rememberSibling(file, event);
    case 'CaseClosed':
    case 'CaseReopened':
    case 'EntryCorrected':
      return rememberClosing(file, event);
    case 'FileTransferred':
    case 'ReceiptConfirmed':
    case 'FileHeld':
    case 'DestructionDecided':
      return rememberRetention(file, event);
  }
};
