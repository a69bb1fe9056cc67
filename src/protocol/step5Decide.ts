import type { CaseFile, Recorded } from './caseFile';
import { said, type Refusal } from './decision';
import { signalsDiscussed } from './step3Conversation';
import {
  owedAnswers,
  reportReasons,
  weighingEnded,
  weighsTogether,
  type QuestionId,
  type WeighAnswer,
} from './step4Weigh';
import { ageOn, type Instant, type LocalDate } from './time';

/** the grounds to leave out the talk about the melding. Not the list of step 3. */
export const reportWaiverGrounds = {
  veiligheid: 'De veiligheid van de leerling, jezelf of een ander is in gevaar',
  'contact-verbroken': 'Je hebt een goede reden om te denken dat de leerling of de ouder het contact met jou verbreekt',
} as const;

export type ReportWaiverGround = keyof typeof reportWaiverGrounds;

/** who can be spoken to about the melding depends on the age of the pupil. */
export const reportTalkPartners = {
  ouders: 'Alleen de ouders',
  'kind-met-ouders': 'De leerling samen met de ouders',
  'kind-alleen': 'De leerling alleen',
} as const;

export type ReportTalkPartner = keyof typeof reportTalkPartners;

export const reportChannels = { telefoon: 'Telefoon', online: 'Online formulier, na telefonisch contact' } as const;

export type ReportChannel = keyof typeof reportChannels;

/** the family does not hear who reported, on one of three grounds. Veilig Thuis always knows. */
export const withheldGrounds = {
  'bedreiging-gezin': 'Bedreiging van kind of gezinsleden',
  'bedreiging-melder': 'Bedreiging van de melder of collega’s',
  vertrouwen: 'De vertrouwensband zou breken',
} as const;

export type WithheldGround = keyof typeof withheldGrounds;

export const feedbackOutcomes = {
  terugkoppeling: 'Veilig Thuis heeft laten weten wat er gebeurt',
  'opnieuw-gebeld': 'Nog niets gehoord, opnieuw gebeld',
} as const;

export type FeedbackOutcome = keyof typeof feedbackOutcomes;

export type ReportTalk = {
  with: ReportTalkPartner;
  on: LocalDate;
  who: string;
  explained: string;
  reaction: string;
  objection?: string;
  objectionOf?: string;
  howMet?: string;
  objectionSolved?: boolean;
  weighedNature?: string;
  weighedSeriousness?: string;
  weighedNecessity?: string;
  protectionPrevails?: 'ja' | 'nee';
};

export type Report = {
  reportedAt: Instant;
  reportedBy: string;
  spokeWith: string;
  channel: ReportChannel;
  reference?: string;
  nameWithheld: boolean;
  withheldGround?: WithheldGround;
  /** what the school itself still does after the melding. */
  agreements: string;
  /** Why parents hear of it afterwards; only after question 2 "ja of twijfel" or an emergency (I-14). */
  whyDirect?: string;
};

export type Feedback = {
  report: number;
  outcome: FeedbackOutcome;
  on: LocalDate;
  spokeWith?: string;
  decision?: string;
};

/** some time after a melding somebody looks whether it goes better. */
export const improvements = { ja: 'Ja, het gaat beter', twijfel: 'Twijfel', nee: 'Nee, niet genoeg' } as const;

export type Improvement = { report: number; better: keyof typeof improvements; on: LocalDate; text: string };

export type HelpDecision = {
  schoolCan: boolean;
  familyCan: boolean;
  reason: string;
  veiligThuisName?: string;
  veiligThuisOn?: LocalDate;
  familyOn?: LocalDate;
  familyGround?: ReportWaiverGround;
};

export type Step5Command =
  | { type: 'decideReport'; round: number; report: boolean; canProtect: WeighAnswer; reason: string }
  | ({ type: 'discussReport' } & ReportTalk)
  | { type: 'waiveReportTalk'; ground: ReportWaiverGround; reason: string }
  | ({ type: 'makeReport' } & Report)
  | ({ type: 'recordFeedback' } & Feedback)
  | ({ type: 'decideHelp' } & HelpDecision)
  | { type: 'reportContinues'; what: string; on: LocalDate }
  | ({ type: 'checkImprovement' } & Improvement);

export type Step5Event =
  | Recorded<
      'ReportDecided',
      {
        round: number;
        report: boolean;
        canProtect: WeighAnswer;
        reason: string;
        derived: DerivedReport['necessary'];
        because: readonly ReportReason[];
        departs: boolean;
      }
    >
  | Recorded<'ReportDiscussed', ReportTalk>
  | Recorded<'ReportTalkWaived', { ground: ReportWaiverGround; reason: string }>
  | Recorded<'ReportMade', Report & { number: number; direct: boolean }>
  | Recorded<'FeedbackRecorded', Feedback>
  | Recorded<'HelpDecided', HelpDecision & { possible: boolean }>
  | Recorded<'ContinuesReported', { what: string; on: LocalDate }>
  | Recorded<'ImprovementChecked', Improvement>;

export type ReportReason = QuestionId | 'cannotProtect' | 'continues' | 'earlierSafety';

/** `unknown`: the weighing has not come to an end and nothing asks for a melding yet. */
export type DerivedReport = { necessary: boolean | 'unknown'; because: readonly ReportReason[] };

/** `claimed`: how many meldingen were made for earlier decisions; they do not fulfil this one. */
export type Decision1 = { round: number; report: boolean; departs: boolean; at: Instant; claimed?: number };

export type Decision2 = { possible: boolean; at: Instant };

/** `lookedOn`: when somebody last looked whether it goes better; `better`: and it did. */
export type ReportState = {
  number: number;
  at: Instant;
  feedback?: FeedbackOutcome;
  tellParents: boolean;
  lookedOn?: LocalDate;
  better?: boolean;
};

/** A duty to report that stands until a melding is made or the leader departs from the norm with reasons. */
export type ReportDuty = { because: 'safety' | 'continues'; since: Instant };

/** Decision 1 follows from the weighing, with its reasons (R-146; part 2 of the requirements). */
export const derivedReport = (file: CaseFile, canProtect: WeighAnswer = 'ja'): DerivedReport => {
  const because: ReportReason[] = file.weighing ? [...reportReasons(file.weighing)] : [];
  for (const id of file.carried ?? []) if (!because.includes(id)) because.push(id);
  if (file.reportDuty?.because === 'continues') because.push('continues');
  if (file.reportDuty?.because === 'safety' && !because.includes('safety')) because.push('earlierSafety');
  if (canProtect !== 'ja') because.push('cannotProtect');
  if (because.length > 0) return { necessary: true, because };
  return { necessary: file.weighing && weighingEnded(file.weighing) ? false : 'unknown', because };
};

/**
 * Is a melding still owed? By "ja of twijfel" on safety or "het stopt niet" until it is made or the leader departs from the
 * norm; by a no on questions 3 to 5 until one was made, or departed from, after that answer.
 */
export const reportOwed = (file: CaseFile): boolean => {
  if (file.reportDuty) return true;
  const { decision1, reports: made, carried } = file;
  if (decision1?.report && made.length <= (decision1.claimed ?? 0)) return true;
  return (carried ?? []).length > 0 || owedAnswers(file).length > 0;
};

/** May parents be told after the melding? Only when it could not wait (I-14). */
export const mayReportDirectly = (file: CaseFile): boolean =>
  (file.weighing !== undefined && weighsTogether(file.weighing)) ||
  file.emergency !== undefined ||
  file.reportDuty?.because === 'safety';

/** Which talks about the melding the protocol knows at this age (I-15). Unknown age: the parents. */
export const reportTalkOptions = (birthDate: LocalDate | undefined, today: LocalDate): readonly ReportTalkPartner[] => {
  if (!birthDate) return ['ouders'];
  const age = ageOn(birthDate, today);
  if (age < 12) return ['ouders'];
  return age < 16 ? ['ouders', 'kind-met-ouders', 'kind-alleen'] : ['kind-alleen', 'ouders'];
};

/** Protocol I-14: what must have happened before a melding is registered, besides the melding itself. */
export const reportRefusal = (file: CaseFile, whyDirect: string | undefined): Refusal | undefined => {
  if (said(whyDirect) && mayReportDirectly(file)) return undefined;
  if (!signalsDiscussed(file)) return 'signals-not-discussed';
  return file.reportTalk ? undefined : 'parents-not-told';
};

/** A talk after a melding that could not wait belongs to that melding; it does not prepare the next one. */
export const owesTelling = ({ reports: made }: CaseFile): boolean => made.some(({ tellParents }) => tellParents);
