import type { CaseEvent, CaseFile } from './caseFile';
import { recipientOf } from './followUp';
import { toldOfLock } from './lock';
import { staffExitCircle, theBot, type Recipient } from './roles';
import { leadOf, weighsTogether, type Weighing } from './step4Weigh';

/** Something happened that somebody must hear. The notice says that, not what (house rule 8, I-20). */
export type NoticeKind =
  | 'consultationAsked'
  | 'consultationAnswered'
  | 'consultationAddedTo'
  | 'consultationDeclined'
  | 'consultationWithdrawn'
  | 'supportAsked'
  | 'secondInvited'
  | 'secondLeft'
  | 'leaderInformed'
  | 'weighingToConfirm'
  | 'directReport'
  | 'noAction'
  | 'weighingConfirmed'
  | 'talkRequested'
  | 'departed'
  | 'reportMade'
  | 'emergency'
  | 'staffExit'
  | 'pupilExit'
  | 'casemanagerAsked'
  | 'taskGiven'
  | 'taskLeft'
  | 'termPassedOn'
  | 'concernSeen'
  | 'ownerAsked'
  | 'ownerMoved'
  | 'casemanagerMoved'
  | 'casemanagementDeclined'
  | 'resultNegative'
  | 'continues'
  | 'caseLocked'
  | 'caseUnlocked'
  | 'keeperNeeded'
  | 'caseClosed'
  | 'caseReopened'
  | 'samePupil'
  | 'ownPupil';
export type Notice = { to: Recipient; kind: NoticeKind; about?: string };

const leiding: Recipient = { role: 'leiding' };
const person = (id: string): Recipient => ({ person: id });

/** Exit staff: both the directorate and the board at once; the directorate hears nothing when it is the subject (I-01). */
const staffExit = (file: CaseFile): Notice[] =>
  staffExitCircle(file)
    .filter((to) => 'role' in to)
    .map((to) => ({ to, kind: 'staffExit' }));

/** The end of a case, or its return, is for those who may know that it exists (I-01, A-06). */
const toAllWhoKnow = (file: CaseFile, kind: NoticeKind): Notice[] => {
  const circle = file.kind === 'medewerker' ? staffExitCircle(file) : [leiding, person(file.owner)];
  return circle.map((to) => ({ to, kind }));
};

/** Questions 1 to 4 have come to an end, so there is a whole weighing to confirm. */
const isWhole = (weighing: Weighing): boolean => ['decide', 'plan'].includes(leadOf(weighing).to);

/** The leader hears at the suspicion, at once when a melding can't wait, and is asked to confirm the whole. */
const afterWeighing = ({ weighing }: CaseFile): Notice[] =>
  weighing && isWhole(weighing) ? [{ to: leiding, kind: 'weighingToConfirm' }] : [];

const suspected = (file: CaseFile): Notice[] => {
  const asked = afterWeighing(file);
  return asked.length > 0 ? asked : [{ to: leiding, kind: 'leaderInformed' }];
};

/** Does the leader hear more of this weighing than that there is a suspicion? Then that says it too. */
export const saysMoreThanSuspicion = (weighing: Weighing): boolean => isWhole(weighing) || weighsTogether(weighing);

/** Who must hear of a fact. `after` is the file with the fact in it. Whoever did it is left out by the sender. */
export const noticesFor = (event: CaseEvent, after: CaseFile): readonly Notice[] => {
  const owner = person(after.owner);
  const casemanager = after.plan ? [person(after.plan.casemanager)] : [];
  switch (event.type) {
    case 'ConsultationRequested':
      return [{ to: person(event.to), kind: 'consultationAsked', about: event.consultation }];
    case 'ConsultationAnswered':
      return [{ to: owner, kind: 'consultationAnswered', about: event.consultation }];
    case 'ConsultationAddedTo':
      return [{ to: owner, kind: 'consultationAddedTo', about: event.consultation }];
    case 'ConsultationDeclined':
      return [{ to: owner, kind: 'consultationDeclined', about: event.consultation }];
    case 'ConsultationWithdrawn': {
      const asked = after.consultations[event.consultation];
      if (!asked) return [];
      const withdrawn = { to: person(asked.to), kind: 'consultationWithdrawn', about: event.consultation } as const;
      // Somebody else took it back: then the owner has no answer to wait for.
      return event.by === after.owner
        ? [withdrawn]
        : [withdrawn, { to: owner, kind: 'consultationDeclined', about: event.consultation }];
    }
    case 'SupportAsked':
      return [{ to: { role: 'ibEr' }, kind: 'supportAsked' }];
    case 'ConversationPlanned':
      // The bot plans no talk: it takes out a second who left the school.
      if (event.by === theBot) return [{ to: owner, kind: 'secondLeft' }];
      return event.second ? [{ to: person(event.second), kind: 'secondInvited' }] : [];
    case 'SuspicionWeighed':
      if (event.answer === 'nee') return [{ to: leiding, kind: 'noAction' }];
      return event.answer === 'ja' ? suspected(after) : [];
    case 'SafetyWeighed':
      return [
        ...(event.answer === 'nee' ? [] : [{ to: leiding, kind: 'directReport' } as const]),
        // Questions may be answered in any order: this can be the last one that was missing.
        ...afterWeighing(after),
      ];
    case 'HelpWeighed':
    case 'AcceptanceWeighed':
      return afterWeighing(after);
    case 'ResultWeighed':
      return event.answer === 'nee'
        ? [leiding, owner, ...casemanager].map((to): Notice => ({ to, kind: 'resultNegative' }))
        : [];
    case 'WeighingConfirmed':
      return [{ to: owner, kind: 'weighingConfirmed' }];
    case 'TalkRequested':
      return [{ to: owner, kind: 'talkRequested' }];
    case 'ReportDecided':
      return event.departs ? [{ to: owner, kind: 'departed' }] : [];
    case 'ReportMade':
      return [leiding, owner].map((to): Notice => ({ to, kind: 'reportMade' }));
    case 'EmergencyRecorded':
      return [{ to: leiding, kind: 'emergency' }];
    case 'StaffConcernReported':
    case 'MovedToStaffExit':
      return staffExit(after);
    case 'PupilConcernReported':
      return [{ to: person(event.told), kind: 'pupilExit' }];
    case 'PlanMade':
      return [
        ...(event.by === event.casemanager
          ? []
          : [{ to: person(event.casemanager), kind: 'casemanagerAsked' } as const]),
        ...event.colleagues.map((id): Notice => ({ to: person(id), kind: 'taskGiven' })),
      ];
    case 'ProgressRecorded':
      // The bot sees one thing only: that somebody with a task left the school.
      return event.by === theBot ? [owner, ...casemanager].map((to): Notice => ({ to, kind: 'taskLeft' })) : [];
    case 'TermPassedOn':
      return [{ to: recipientOf(event.to, after), kind: 'termPassedOn', about: event.term }];
    case 'ConcernSeen':
      return [{ to: owner, kind: 'concernSeen' }];
    case 'OwnerReassigned':
      return [
        { to: owner, kind: 'ownerAsked' },
        { to: person(event.from), kind: 'ownerMoved' },
      ];
    case 'CasemanagerReassigned':
      return [
        ...(event.by === event.to ? [] : [{ to: person(event.to), kind: 'casemanagerAsked' } as const]),
        { to: person(event.from), kind: 'casemanagerMoved' },
        ...(event.by === after.owner || event.to === after.owner
          ? []
          : [{ to: owner, kind: 'casemanagerMoved' } as const]),
      ];
    case 'FileLocked':
      return toldOfLock(event);
    case 'FileUnlocked':
      return [owner, leiding].map((to): Notice => ({ to, kind: 'caseUnlocked' }));
    case 'CasemanagementDeclined':
      return [owner, leiding].map((to): Notice => ({ to, kind: 'casemanagementDeclined' }));
    case 'ContinuesReported':
      return [leiding, owner, ...casemanager].map((to): Notice => ({ to, kind: 'continues' }));
    case 'CaseClosed':
      // Nobody had heard of a case that was begun by mistake.
      return event.outcome === 'vergissing' ? [] : toAllWhoKnow(after, 'caseClosed');
    case 'CaseReopened':
      return toAllWhoKnow(after, 'caseReopened');
    case 'CaseOpened':
    case 'ConfidantAdviceRecorded':
    case 'FollowUpAdded':
    case 'SignalRecorded':
    case 'FlagsConfirmed':
    case 'ContactRecorded':
    case 'ChildVoiceRecorded':
    case 'SignalsMapped':
    case 'ConsultationSeen':
    case 'OutsideConsultationRecorded':
    case 'VeiligThuisContactRecorded':
    case 'InjuryExpertConsulted':
    case 'ConsentRecorded':
    case 'SingleConsentAccepted':
    case 'TeamDiscussed':
    case 'ParentInformed':
    case 'InformingWaived':
    case 'ConversationRecorded':
    case 'SignatureRecorded':
    case 'ConversationWaived':
    case 'WeighingStarted':
    case 'RiskAssessed':
    case 'ReportDiscussed':
    case 'ReportTalkWaived':
    case 'FeedbackRecorded':
    case 'HelpDecided':
    case 'ImprovementChecked':
    case 'TermPostponed':
    case 'CasemanagementAccepted':
    case 'ParentReferred':
    case 'ArrivalRecorded':
    case 'MonitoringAgreed':
    case 'MonitoringRecorded':
    case 'SiblingRecorded':
    case 'EntryCorrected':
    case 'FileTransferred':
    case 'ReceiptConfirmed':
    case 'FileHeld':
    case 'DestructionDecided':
      return [];
  }
};
