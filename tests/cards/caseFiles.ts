import type { CaseEvent } from '../../src/protocol/caseFile';
import { ibEr, leader } from './context';
import { factsWith, type Typed } from './everyFact';

export const plainly: Typed = (about) => `${about}: Sam vertelde dit in de kring.`;
/** As long as people write when they take their time. */
export const atLength: Typed = (about) =>
  `${about}. ${'Sam vertelde dit in de kring en wij schreven het op zoals hij het zei. '.repeat(5)}`.trim();
/** What somebody could type to make a card say more than it should. */
export const hostile: Typed = (about) => `**b** [x](http://evil.example) \${evil} ${about}`;

export const caseNames = [
  'a case that was opened',
  'a case with signals and open questions',
  'a case that waits for the leader',
  'a case with everything in it',
  'a case that is weighed again',
  'an emergency',
  'a closed case',
  'a concern about a member of staff',
  'a case that moved to the exit',
  'a concern between pupils',
] as const;
export type CaseName = (typeof caseNames)[number];

/** Case files of every kind, as `evolve` reads them; the words in them as somebody types. */
export const caseFiles = (say: Typed): Readonly<Record<CaseName, readonly CaseEvent[]>> => {
  const of = factsWith(say);
  const asked = of.ConsultationRequested;
  const signals: CaseEvent[] = [
    of.CaseOpened,
    of.SignalRecorded,
    { ...of.SignalRecorded, source: 'derde', sourceName: say('Buurvrouw'), category: 'LW', happenedOn: '2026-11-08' },
    { ...of.SignalRecorded, nature: 'mening', direction: 'spreekt-tegen', category: 'LW' },
    of.ContactRecorded,
    of.ChildVoiceRecorded,
  ];
  const consulted: CaseEvent[] = [
    ...signals,
    of.FlagsConfirmed,
    of.SignalsMapped,
    asked,
    of.ConsultationSeen,
    of.ConsultationAnswered,
    of.ConsultationAddedTo,
    { ...asked, consultation: 'c-2', to: ibEr, role: 'intern-begeleider' },
    of.ConsultationDeclined,
    { ...asked, consultation: 'c-3', to: leader, role: 'schoolleider' },
    of.ConsultationWithdrawn,
    { ...asked, consultation: 'c-4', to: ibEr, role: 'intern-begeleider' },
    of.OutsideConsultationRecorded,
    of.VeiligThuisContactRecorded,
    of.InjuryExpertConsulted,
    of.ConsentRecorded,
    of.SingleConsentAccepted,
    { ...of.TeamDiscussed, id: 't-9' },
    of.ParentInformed,
    { ...of.TeamDiscussed, id: 't-8' },
    of.InformingWaived,
    of.TeamDiscussed,
    of.SupportAsked,
    of.ConversationPlanned,
    { ...of.ConversationRecorded, id: 'g-0' },
    of.SignatureRecorded,
    of.ConversationRecorded,
    of.ConversationWaived,
  ];
  const weighed: CaseEvent[] = [
    ...consulted,
    of.RiskAssessed,
    of.SuspicionWeighed,
    of.SafetyWeighed,
    of.HelpWeighed,
    of.AcceptanceWeighed,
  ];
  const decided: CaseEvent[] = [
    ...weighed,
    of.TalkRequested,
    of.WeighingConfirmed,
    of.ReportDecided,
    of.ReportTalkWaived,
    of.ReportDiscussed,
    of.ReportMade,
    of.FeedbackRecorded,
    of.HelpDecided,
    of.EntryCorrected,
  ];
  const helped: CaseEvent[] = [
    ...decided,
    of.PlanMade,
    of.CasemanagementAccepted,
    of.ProgressRecorded,
    of.ParentReferred,
    of.ArrivalRecorded,
    of.MonitoringAgreed,
    of.MonitoringRecorded,
    of.ResultWeighed,
    { ...of.EntryCorrected, entry: decided.length + 1 },
  ];
  return {
    'a case that was opened': [of.CaseOpened],
    'a case with signals and open questions': [
      ...signals,
      asked,
      { ...asked, consultation: 'c-2', to: ibEr, role: 'intern-begeleider' },
      of.ConversationPlanned,
    ],
    'a case that waits for the leader': weighed,
    'a case with everything in it': [...helped, of.ContinuesReported],
    'a case that is weighed again': [...decided, of.WeighingStarted],
    'an emergency': [of.CaseOpened, of.EmergencyRecorded],
    'a closed case': [...helped, of.CaseClosed, of.CaseReopened, of.CaseClosed],
    'a concern about a member of staff': [of.StaffConcernReported, of.ConfidantAdviceRecorded, of.FollowUpAdded],
    'a case that moved to the exit': [...helped, of.MovedToStaffExit, of.FollowUpAdded],
    'a concern between pupils': [of.PupilConcernReported, of.FollowUpAdded],
  };
};
