import { protocol } from '../../src/protocol/meldcode';
import { before, casemanager, leader, today, yesterday } from './given';
import { both, command, fact } from './sample';

/** Samples of steps 4 and 5 and of the plan. */

export const [startWeighing, weighingStarted] = [
  command<'startWeighing'>({ type: 'startWeighing', reason: 'Er is nieuws' }),
  fact<'WeighingStarted'>({ type: 'WeighingStarted', round: 2, reason: 'Er is nieuws' }),
];
export const [assessRisk, riskAssessed] = both('assessRisk', 'RiskAssessed', {
  round: 1,
  risk: 'matig',
  riskText: 'Het komt vaker voor',
  nature: ['lichamelijk'],
  seriousness: 'Blauwe plekken',
});

const explained = { round: 1, explanation: 'Omdat wij dit zagen' };
const recorded = { ...explained, kader: protocol.kader };
const helper = { helper: 'school', helperName: 'Ilse', effective: 'ja', averts: 'ja' } as const;
const accepting = { people: [{ name: 'Moeder', accepts: 'aanvaardt' }], active: 'ja' } as const;
const results = { safety: 'ja', welfare: 'ja', recovery: 'ja', goals: ['behaald'] } as const;

export const weighSuspicion = command<'weighSuspicion'>({ type: 'weighSuspicion', ...explained, answer: 'ja' });
export const suspicionWeighed = fact<'SuspicionWeighed'>({ type: 'SuspicionWeighed', ...recorded, answer: 'ja' });
export const weighSafety = command<'weighSafety'>({
  type: 'weighSafety',
  ...explained,
  acute: 'nee',
  structural: 'nee',
});
export const safetyWeighed = fact<'SafetyWeighed'>({
  type: 'SafetyWeighed',
  ...recorded,
  acute: 'nee',
  structural: 'nee',
  answer: 'nee',
});
export const weighHelp = command<'weighHelp'>({ type: 'weighHelp', ...explained, ...helper });
export const helpWeighed = fact<'HelpWeighed'>({ type: 'HelpWeighed', ...recorded, ...helper, answer: 'ja' });
export const weighAcceptance = command<'weighAcceptance'>({ type: 'weighAcceptance', ...explained, ...accepting });
export const acceptanceWeighed = fact<'AcceptanceWeighed'>({
  type: 'AcceptanceWeighed',
  ...recorded,
  ...accepting,
  answer: 'ja',
});
export const weighResult = command<'weighResult'>({ type: 'weighResult', ...explained, ...results });
export const resultWeighed = fact<'ResultWeighed'>({ type: 'ResultWeighed', ...recorded, ...results, answer: 'ja' });
export const confirmWeighing = command<'confirmWeighing'>({ type: 'confirmWeighing', round: 1, shown: 4 });
/** By the leader, of the first four questions. */
export const weighingConfirmed = (change: Parameters<typeof confirmed>[0] = {}) =>
  confirmed({ by: leader.id, ...change });
const confirmed = fact<'WeighingConfirmed'>({
  type: 'WeighingConfirmed',
  round: 1,
  shown: 4,
  questions: ['suspicion', 'safety', 'help', 'acceptance'],
});
export const [requestTalk, talkRequested] = both('requestTalk', 'TalkRequested', { round: 1, reason: 'Even samen' });

/** A weighing that leads to help without a melding, confirmed by the leader. */
export const weighedForHelp = () => [
  riskAssessed(),
  suspicionWeighed(),
  safetyWeighed(),
  helpWeighed(),
  acceptanceWeighed(),
  weighingConfirmed(),
];

export const decideReport = command<'decideReport'>({
  type: 'decideReport',
  round: 1,
  report: false,
  canProtect: 'ja',
  reason: 'Wij kunnen helpen',
});
export const reportDecided = fact<'ReportDecided'>({
  type: 'ReportDecided',
  round: 1,
  report: false,
  canProtect: 'ja',
  reason: 'Wij kunnen helpen',
  derived: false,
  because: [],
  departs: false,
});
export const [discussReport, reportDiscussed] = both('discussReport', 'ReportDiscussed', {
  with: 'ouders',
  on: yesterday,
  who: 'Moeder',
  explained: 'Waarom wij melden',
  reaction: 'Moeder begrijpt het',
});
export const [waiveReportTalk, reportTalkWaived] = both('waiveReportTalk', 'ReportTalkWaived', {
  ground: 'veiligheid',
  reason: 'Vader dreigt',
});

const melding = {
  reportedAt: '2026-11-24T09:00:00.000Z',
  reportedBy: 'Marieke',
  spokeWith: 'Karin',
  channel: 'telefoon',
  nameWithheld: false,
  agreements: 'Wij blijven het kind zien',
} as const;
export const makeReport = command<'makeReport'>({ type: 'makeReport', ...melding });
export const reportMade = fact<'ReportMade'>({
  type: 'ReportMade',
  ...melding,
  reportedAt: before,
  number: 1,
  direct: false,
});
export const [recordFeedback, feedbackRecorded] = both('recordFeedback', 'FeedbackRecorded', {
  report: 1,
  outcome: 'terugkoppeling',
  on: today,
});

const help = { schoolCan: true, familyCan: true, reason: 'De intern begeleider helpt' };
export const decideHelp = command<'decideHelp'>({ type: 'decideHelp', ...help });
export const helpDecided = fact<'HelpDecided'>({ type: 'HelpDecided', ...help, possible: true });
export const [reportContinues, continuesReported] = both('reportContinues', 'ContinuesReported', {
  what: 'Het begint opnieuw',
  on: today,
});

export const [makePlan, planMade] = both('makePlan', 'PlanMade', {
  id: 'plan-1',
  goals: ['Sam is thuis veilig'],
  until: '2027-01-15',
  noticedBy: 'Sam slaapt weer',
  roles: [{ who: 'Moeder', role: 'Zorgt dat Sam slaapt' }],
  casemanager: casemanager.id,
  casemanagerTasks: 'Elke week bellen',
  tasks: [],
  colleagues: [],
  coordinator: 'school',
});
export const [acceptCasemanagement, casemanagementAccepted] = [
  command<'acceptCasemanagement'>({ type: 'acceptCasemanagement' }),
  fact<'CasemanagementAccepted'>({ type: 'CasemanagementAccepted' }),
];
export const [recordProgress, progressRecorded] = both('recordProgress', 'ProgressRecorded', {
  kind: 'voortgang',
  on: today,
  text: 'Het gaat beter',
});
export const [referParent, parentReferred] = both('referParent', 'ParentReferred', {
  id: 'v-1',
  to: 'Wijkcoach',
  purpose: 'Opvoedhulp',
  on: yesterday,
});
export const [recordArrival, arrivalRecorded] = both('recordArrival', 'ArrivalRecorded', {
  referral: 'v-1',
  arrived: 'ja',
});
export const [agreeMonitoring, monitoringAgreed] = both('agreeMonitoring', 'MonitoringAgreed', {
  id: 'm-1',
  who: 'Ilse',
  what: 'Veiligheid thuis',
  often: 'Elke week',
  next: '2026-12-01',
  until: '2027-03-01',
  atRelapse: 'Veilig Thuis bellen',
});
export const [recordMonitoring, monitoringRecorded] = both('recordMonitoring', 'MonitoringRecorded', {
  monitoring: 'm-1',
  safe: 'ja',
  text: 'Rustig',
  on: today,
});

export const [checkImprovement, improvementChecked] = both('checkImprovement', 'ImprovementChecked', {
  report: 1,
  better: 'ja',
  on: today,
  text: 'Sam is vrolijk',
});

/** What people do with reminders, and who goes on with the case. */
export const postponeTerm = command<'postponeTerm'>({
  type: 'postponeTerm',
  term: 'stalled',
  until: '2026-12-03',
  reason: 'Sam is ziek',
});
export const termPostponed = fact<'TermPostponed'>({
  type: 'TermPostponed',
  term: 'stalled',
  kind: 'stalled',
  until: '2026-12-03',
  reason: 'Sam is ziek',
});
export const passOnTerm = command<'passOnTerm'>({
  type: 'passOnTerm',
  term: 'stalled',
  to: 'ibEr',
  reason: 'Ik ben vrij',
});
export const termPassedOn = fact<'TermPassedOn'>({
  type: 'TermPassedOn',
  term: 'stalled',
  kind: 'stalled',
  to: 'ibEr',
  reason: 'Ik ben vrij',
});
export const seeConcern = command<'seeConcern'>({ type: 'seeConcern' });
export const concernSeen = fact<'ConcernSeen'>({ type: 'ConcernSeen', as: 'leader' });
export const reassignOwner = command<'reassignOwner'>({
  type: 'reassignOwner',
  to: 'other-teacher',
  reason: 'Sam zit nu in een andere groep',
});
export const ownerReassigned = fact<'OwnerReassigned'>({
  type: 'OwnerReassigned',
  from: 'teacher',
  to: 'other-teacher',
  reason: 'Sam zit nu in een andere groep',
});
export const reassignCasemanager = command<'reassignCasemanager'>({
  type: 'reassignCasemanager',
  to: 'ib-er',
  reason: 'Lang ziek',
});
export const casemanagerReassigned = fact<'CasemanagerReassigned'>({
  type: 'CasemanagerReassigned',
  from: casemanager.id,
  to: 'ib-er',
  reason: 'Lang ziek',
});
export const [declineCasemanagement, casemanagementDeclined] = both('declineCasemanagement', 'CasemanagementDeclined', {
  reason: 'Ik ken het gezin goed',
});

/** For the teacher and the intern begeleider, because the deputy is family. */
export const [lockFile, fileLocked] = both('lockFile', 'FileLocked', {
  keepers: [
    { person: 'teacher', as: 'collega' },
    { person: 'ib-er', as: 'ibEr' },
  ],
  aboutLeader: false,
  reason: 'Een collega is familie van het gezin',
});
export const [unlockFile, fileUnlocked] = both('unlockFile', 'FileUnlocked', {
  reason: 'Deze collega werkt hier niet meer',
});

export const recordSibling = command<'recordSibling'>({
  ...{ type: 'recordSibling', mistaken: false },
  ...{ name: 'Noor de Vries', birthDate: '2019-03-02', group: 'groep 3', school: 'de-linde' },
});
export const siblingRecorded = fact<'SiblingRecorded'>({
  ...{ type: 'SiblingRecorded', sibling: 1, mends: false, mistaken: false },
  ...{ name: 'Noor de Vries', birthDate: '2019-03-02', group: 'groep 3', school: 'de-linde' },
});
