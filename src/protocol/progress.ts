import type { CaseFile } from './caseFile';
import { steps, type Step } from './meldcode';
import { countSignals } from './step1Signals';
import { hasConsulted, openConsultations } from './step2Consult';
import { awaitsLeader, leadOf, weighingComplete } from './step4Weigh';
import { owesTelling, reportOwed } from './step5Decide';
import type { PersonId } from './roles';

/** how a step stands. `overgeslagen`: left out on a ground that is on record. */
export const stepStates = {
  open: 'Nog niet begonnen',
  bezig: 'Bezig',
  gedaan: 'Gedaan',
  overgeslagen: 'Overgeslagen met reden',
} as const;
export type StepState = keyof typeof stepStates;
export type StepProgress = { step: Step; state: StepState; times: number };

/** The one thing that helps most now. Advice only: every step stays open (I-03). */
export type Advice =
  | 'reportNow'
  | 'tellParentsAfterwards'
  | 'decideFlags'
  | 'callVeiligThuisFirst'
  | 'recordFirstSignal'
  | 'mapSignals'
  | 'consultColleague'
  | 'waitForColleague'
  | 'talkWithParent'
  | 'otherCauseClose'
  | 'assessRisk'
  | 'weigh'
  | 'contactVeiligThuis'
  | 'waitForLeader'
  | 'talkWithLeader'
  | 'closeNoAction'
  | 'decideReport'
  | 'makeReport'
  | 'recordFeedback'
  | 'decideHelp'
  | 'makePlan'
  | 'tellParentOutcome'
  | 'followHelp'
  | 'agreeMonitoring'
  | 'closeCase'
  | 'nothing';

/** What the case waits for: a colleague, the leader, the casemanager. */
export type Waiting =
  | { for: 'colleague'; person: PersonId; consultation: string }
  | { for: 'leader' }
  | { for: 'casemanager'; person: PersonId };
export type Progress = { steps: readonly StepProgress[]; advice: Advice; waiting: readonly Waiting[] };

const signalsState = (file: CaseFile): StepState => {
  if (file.signals.mapped > 0 && countSignals(file) > 0) return 'gedaan';
  return countSignals(file) + file.signals.contacts > 0 ? 'bezig' : 'open';
};
const consultState = (file: CaseFile): StepState => {
  if (hasConsulted(file)) return 'gedaan';
  const begun =
    Object.keys(file.consultations).length +
    file.consult.veiligThuis.count +
    file.consult.external +
    file.consult.teamDiscussions;
  return begun > 0 ? 'bezig' : 'open';
};
const conversationState = ({ conversations }: CaseFile): StepState => {
  if (conversations.withParent > 0) return 'gedaan';
  if (conversations.waived) return 'overgeslagen';
  // the talk is with the pupil and/or the parents; with the pupil alone, telling the parents remains.
  return conversations.withPupil > 0 || conversations.planned ? 'bezig' : 'open';
};
const weighState = ({ weighing }: CaseFile): StepState => {
  if (weighingComplete(weighing)) return 'gedaan';
  return weighing ? 'bezig' : 'open';
};
/** both decisions, in order, on a finished weighing, and the melding made when it was decided. */
const decideState = (file: CaseFile): StepState => {
  const { decision1, decision2, weighing } = file;
  const onThisRound = decision1?.round === weighing?.round;
  if (decision1 && decision2 && onThisRound && weighingComplete(weighing) && !(decision1.report && reportOwed(file)))
    return 'gedaan';
  return decision1 || file.reports.length > 0 ? 'bezig' : 'open';
};

const times = (file: CaseFile): readonly number[] => [
  file.signals.mapped,
  Object.values(file.consultations).filter(({ state }) => state === 'beantwoord').length + file.consult.outside,
  file.conversations.withParent + file.conversations.withPupil,
  file.weighing?.round ?? 0,
  file.reports.length + (file.decision2 ? 1 : 0),
];

const signalAdvice = (file: CaseFile): Advice | undefined => {
  if (countSignals(file) === 0) return 'recordFirstSignal';
  if (file.signals.suggested.length > 0) return 'decideFlags';
  const flagged = file.signals.flags.length > 0 && file.consult.veiligThuis.count === 0;
  if (flagged) return 'callVeiligThuisFirst';
  return signalsState(file) === 'gedaan' ? undefined : 'mapSignals';
};
const consultAdvice = (file: CaseFile): Advice | undefined => {
  if (consultState(file) === 'gedaan') return undefined;
  return openConsultations(file).length > 0 ? 'waitForColleague' : 'consultColleague';
};
const conversationAdvice = (file: CaseFile): Advice | undefined => {
  const state = conversationState(file);
  if (state === 'open' || state === 'bezig') return 'talkWithParent';
  return file.conversations.otherCause && !file.weighing ? 'otherCauseClose' : undefined;
};
const weighAdvice = ({ weighing }: CaseFile): Advice | undefined => {
  if (!weighing?.assessed && !weighing?.answers.suspicion) return 'assessRisk';
  if (weighing.talkRequested) return 'talkWithLeader';
  const lead = leadOf(weighing);
  if (lead.contact) return 'contactVeiligThuis';
  if (lead.to === 'close') return 'closeNoAction';
  if (lead.to !== 'decide' && lead.to !== 'plan' && lead.to !== 'monitor') return 'weigh';
  // the five questions do not replace weighing the risk, the nature and the seriousness.
  if (!weighing.assessed) return 'assessRisk';
  return awaitsLeader(weighing) ? 'waitForLeader' : undefined;
};
const decideAdvice = (file: CaseFile): Advice | undefined => {
  const { decision1, decision2, reports, weighing, plan } = file;
  if (!decision1 || decision1.round !== weighing?.round) return 'decideReport';
  if (decision1.report && (reports.length === 0 || reportOwed(file))) return 'makeReport';
  if (!decision2) return 'decideHelp';
  if (decision2.possible && !plan) return 'makePlan';
  if (file.consult.toTell.length > 0) return 'tellParentOutcome';
  if (reports.some(({ feedback }) => !feedback)) return 'recordFeedback';
  return undefined;
};
const planAdvice = (file: CaseFile): Advice => {
  if (file.plan && !file.weighing?.answers.result) return 'followHelp';
  if (file.weighing?.answers.result === 'ja' && file.monitoring.length === 0) return 'agreeMonitoring';
  return 'closeCase';
};

const advise = (file: CaseFile): Advice => {
  if (file.kind !== 'stappenplan' || file.status === 'closed') return 'nothing';
  if (file.reportDuty) return 'reportNow';
  if (owesTelling(file)) return 'tellParentsAfterwards';
  // A no of an earlier round still asks for its melding.
  if (file.carried) return 'makeReport';
  return (
    signalAdvice(file) ??
    consultAdvice(file) ??
    conversationAdvice(file) ??
    weighAdvice(file) ??
    decideAdvice(file) ??
    planAdvice(file)
  );
};

const waitsFor = (file: CaseFile): readonly Waiting[] => {
  if (file.status === 'closed' || file.kind !== 'stappenplan') return [];
  const waiting: Waiting[] = openConsultations(file).map(([consultation, { to }]) => ({
    for: 'colleague',
    person: to,
    consultation,
  }));
  if (awaitsLeader(file.weighing)) waiting.push({ for: 'leader' });
  if (file.plan && !file.plan.accepted) waiting.push({ for: 'casemanager', person: file.plan.casemanager });
  return waiting;
};

/** How far the case is, in the words of the protocol. Blocks nothing. */
export const progress = (file: CaseFile): Progress => {
  const states = [signalsState(file), consultState(file), conversationState(file), weighState(file), decideState(file)];
  const counts = times(file);
  return {
    steps: steps.map(({ step }) => ({ step, state: states[step - 1] ?? 'open', times: counts[step - 1] ?? 0 })),
    advice: advise(file),
    waiting: waitsFor(file),
  };
};
