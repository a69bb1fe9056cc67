import type { CaseEvent } from '../protocol/caseFile';
import { describeClosing } from './entries/closing';
import { describeEmergency } from './entries/emergency';
import { describeExits } from './entries/exits';
import { describeFollowUp } from './entries/followUp';
import { describeHelpPlan } from './entries/helpPlan';
import { describeLock } from './entries/lock';
import { describeRetention } from './entries/retention';
import { describeSibling } from './entries/siblings';
import { describeStep1Signals } from './entries/step1Signals';
import { describeStep2Consult } from './entries/step2Consult';
import { describeStep3Conversation } from './entries/step3Conversation';
import { describeStep4Weigh } from './entries/step4Weigh';
import { describeStep5Decide } from './entries/step5Decide';
import type { Describing, Description } from './entry';

/** Any recorded fact in words. */
export const describeEntry = (event: CaseEvent, words: Describing): Description => {
  switch (event.type) {
    case 'CaseOpened':
    case 'StaffConcernReported':
    case 'MovedToStaffExit':
    case 'PupilConcernReported':
    case 'ConfidantAdviceRecorded':
    case 'FollowUpAdded':
      return describeExits(event, words);
    case 'EmergencyRecorded':
      return describeEmergency(event, words);
    case 'SignalRecorded':
    case 'FlagsConfirmed':
    case 'ContactRecorded':
    case 'ChildVoiceRecorded':
    case 'SignalsMapped':
      return describeStep1Signals(event, words);
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
      return describeStep2Consult(event, words);
    case 'ConversationPlanned':
    case 'ConversationRecorded':
    case 'SignatureRecorded':
    case 'ConversationWaived':
      return describeStep3Conversation(event, words);
    case 'WeighingStarted':
    case 'RiskAssessed':
    case 'SuspicionWeighed':
    case 'SafetyWeighed':
    case 'HelpWeighed':
    case 'AcceptanceWeighed':
    case 'ResultWeighed':
    case 'WeighingConfirmed':
    case 'TalkRequested':
      return describeStep4Weigh(event, words);
    case 'ReportDecided':
    case 'ReportDiscussed':
    case 'ReportTalkWaived':
    case 'ReportMade':
    case 'FeedbackRecorded':
    case 'HelpDecided':
    case 'ContinuesReported':
    case 'ImprovementChecked':
      return describeStep5Decide(event, words);
    case 'PlanMade':
    case 'CasemanagementAccepted':
    case 'ProgressRecorded':
    case 'ParentReferred':
    case 'ArrivalRecorded':
    case 'MonitoringAgreed':
    case 'MonitoringRecorded':
      return describeHelpPlan(event, words);
    case 'TermPostponed':
    case 'TermPassedOn':
    case 'ConcernSeen':
    case 'OwnerReassigned':
    case 'CasemanagerReassigned':
    case 'CasemanagementDeclined':
      return describeFollowUp(event, words);
    case 'FileLocked':
    case 'FileUnlocked':
      return describeLock(event, words);
    case 'SiblingRecorded':
      return describeSibling(event, words);
    case 'CaseClosed':
    case 'CaseReopened':
    case 'EntryCorrected':
      return describeClosing(event, words);
    case 'FileTransferred':
    case 'ReceiptConfirmed':
    case 'FileHeld':
    case 'DestructionDecided':
      return describeRetention(event, words);
  }
};
