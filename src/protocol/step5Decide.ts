import type { CaseFile, Recorded } from './caseFile';
import { accept, refuse, said, type Decision, type Refusal } from './decision';
import { opened } from './duty';
import { isLeaderOf, type Actor } from './roles';
import { signalsDiscussed } from './step3Conversation';
import {
  owedAnswers,
  reportReasons,
  riskWeighed,
  weighingComplete,
  weighingEnded,
  weighsTogether,
  type QuestionId,
  type WeighAnswer,
} from './step4Weigh';
import { ageOn, localDateOf, type Instant, type LocalDate } from './time';

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
  | { type: 'reportContinues'; what: string; on: LocalDate };

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
  | Recorded<'ContinuesReported', { what: string; on: LocalDate }>;

export type ReportReason = QuestionId | 'cannotProtect' | 'continues' | 'earlierSafety';
/** `unknown`: the weighing has not come to an end and nothing asks for a melding yet. */
export type DerivedReport = { necessary: boolean | 'unknown'; because: readonly ReportReason[] };

/** `claimed`: how many meldingen were made for earlier decisions; they do not fulfil this one. */
export type Decision1 = { round: number; report: boolean; departs: boolean; at: Instant; claimed?: number };
export type Decision2 = { possible: boolean; at: Instant };
export type ReportState = { number: number; at: Instant; feedback?: FeedbackOutcome; tellParents: boolean };

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

/** When it does not stop, Veilig Thuis is called again: a contact from before says nothing about that. */
const spokeAbout = ({ consult, reportDuty }: CaseFile): boolean => {
  const last = consult.veiligThuis.lastAt;
  if (last === undefined) return false;
  return reportDuty?.because !== 'continues' || localDateOf(last) >= localDateOf(reportDuty.since);
};

const decidesReport = (
  command: Extract<Step5Command, { type: 'decideReport' }>,
  file: CaseFile,
  by: Actor,
): Decision => {
  if (command.round !== (file.weighing?.round ?? 0)) return refuse('weighing-changed');
  const derived = derivedReport(file, command.canProtect);
  const { type: _verb, ...stated } = command;
  const decided = { type: 'ReportDecided', ...stated, derived: derived.necessary, because: derived.because } as const;
  if (command.report) return accept({ ...decided, departs: false });
  // not reporting while a refused consent is passed over would leave that sign out of the weighing.
  if (file.consult.refusals.length > 0) return refuse('refusal-must-be-weighed');
  // A melding that was decided on and not made is not undone by deciding again: that is departing too.
  if (derived.necessary === true || reportOwed(file)) {
    // I-09, A-02: departing from the norm takes the leader's own written reason and a contact with Veilig Thuis.
    if (!isLeaderOf(by, file) || !said(command.reason)) return refuse('only-leader-departs');
    return spokeAbout(file) ? accept({ ...decided, departs: true }) : refuse('departure-needs-veilig-thuis');
  }
  if (derived.necessary === 'unknown' || (file.weighing && !riskWeighed(file.weighing)))
    return refuse('weighing-incomplete');
  return weighingComplete(file.weighing) ? accept({ ...decided, departs: false }) : refuse('leader-first');
};

const discusses = (
  command: Extract<Step5Command, { type: 'discussReport' }>,
  file: CaseFile,
  today: LocalDate,
): Decision => {
  if (command.on > today) return refuse('in-the-future');
  if (!reportTalkOptions(file.pupil.birthDate, command.on).includes(command.with)) return refuse('not-at-this-age');
  const weighed =
    said(command.weighedNature) &&
    said(command.weighedSeriousness) &&
    said(command.weighedNecessity) &&
    command.protectionPrevails;
  if (said(command.objection) && !command.objectionSolved && !weighed) return refuse('objection-must-be-weighed');
  return accept({ ...command, type: 'ReportDiscussed' });
};

/** Beforehand is before: talks from after the melding do not prepare it. */
const tooLate = ({ reportedAt, whyDirect }: Report, file: CaseFile): Refusal | undefined => {
  if (said(whyDirect) && mayReportDirectly(file)) return undefined;
  const { waived, firstParentAt } = file.conversations;
  if (!waived && firstParentAt !== undefined && firstParentAt > reportedAt) return 'signals-not-discussed';
  const told = file.reportTalk === 'besproken' ? file.reportTalkOn : undefined;
  return told !== undefined && told > localDateOf(reportedAt) ? 'parents-not-told' : undefined;
};

const reports = (command: Extract<Step5Command, { type: 'makeReport' }>, file: CaseFile, at: Instant): Decision => {
  if (command.reportedAt > at) return refuse('in-the-future');
  if (command.nameWithheld && !command.withheldGround) return refuse('withheld-needs-ground');
  const refusal = reportRefusal(file, command.whyDirect) ?? tooLate(command, file);
  if (refusal) return refuse(refusal);
  const direct = said(command.whyDirect) && mayReportDirectly(file) && !(signalsDiscussed(file) && file.reportTalk);
  return accept({ ...command, type: 'ReportMade', number: file.reports.length + 1, direct });
};

const decidesHelp = (command: Extract<Step5Command, { type: 'decideHelp' }>, file: CaseFile, at: Instant): Decision => {
  const first = file.decision1;
  // Each round has its own two decisions, in order: the first of an earlier round says nothing now (I-08).
  if (!first || first.round !== (file.weighing?.round ?? 0) || at <= first.at) return refuse('decision-1-first');
  const { veiligThuisName, veiligThuisOn, familyOn, familyGround } = command;
  if ([veiligThuisOn, familyOn].some((on) => on !== undefined && on > localDateOf(at))) return refuse('in-the-future');
  // when melden is necessary by the kader, also if the leader departs from it, Veilig Thuis and the family take part.
  if (first.report || first.departs || derivedReport(file).necessary === true) {
    if (!said(veiligThuisName) || !veiligThuisOn) return refuse('help-needs-veilig-thuis');
    if (!familyOn && !familyGround) return refuse('help-needs-family');
  }
  return accept({ ...command, type: 'HelpDecided', possible: command.schoolCan && command.familyCan });
};

export const decideDecisions = (command: Step5Command, file: CaseFile, by: Actor, at: Instant): Decision => {
  const today = localDateOf(at);
  switch (command.type) {
    case 'decideReport':
      return decidesReport(command, file, by);
    case 'discussReport':
      return discusses(command, file, today);
    case 'waiveReportTalk':
      return accept({ ...command, type: 'ReportTalkWaived' });
    case 'makeReport':
      return reports(command, file, at);
    case 'recordFeedback': {
      const report = file.reports.find(({ number }) => number === command.report);
      if (!report) return refuse('no-such-entry');
      if (report.feedback === 'terugkoppeling') return refuse('already-answered');
      return command.on > today ? refuse('in-the-future') : accept({ ...command, type: 'FeedbackRecorded' });
    }
    case 'decideHelp':
      return decidesHelp(command, file, at);
    case 'reportContinues':
      return command.on > today ? refuse('in-the-future') : accept({ ...command, type: 'ContinuesReported' });
  }
};

/** A talk after a melding that could not wait belongs to that melding; it does not prepare the next one. */
export const owesTelling = ({ reports: made }: CaseFile): boolean => made.some(({ tellParents }) => tellParents);
const toldAfterwards = (file: CaseFile): CaseFile => ({
  ...file,
  reports: file.reports.map((report) => ({ ...report, tellParents: false })),
});

/** What a melding leaves behind: its own term, the duty fulfilled, and parents to be told when it could not wait. */
export const reported = (file: CaseFile, event: Extract<Step5Event, { type: 'ReportMade' }>): CaseFile => {
  const { reportDuty: _fulfilled, carried: _made, reportTalk: _spent, reportTalkOn: _day, ...rest } = file;
  return {
    ...rest,
    reports: [...file.reports, { number: event.number, at: event.reportedAt, tellParents: event.direct }],
  };
};

/** A decision to report of an earlier round took one melding for itself; more than that may be for this round. */
const claimedBefore = ({ decision1, reports: made }: CaseFile, round: number): number => {
  const before = decision1?.claimed ?? 0;
  return decision1?.report && decision1.round !== round ? Math.min(made.length, before + 1) : before;
};

export const rememberDecisions = (file: CaseFile, event: Step5Event): CaseFile => {
  switch (event.type) {
    case 'ReportDecided': {
      const { round, report, departs, at } = event;
      const decided: CaseFile = {
        ...file,
        decision1: { round, report, departs, at, claimed: claimedBefore(file, round) },
      };
      delete decided.decision2;
      if (departs) {
        delete decided.reportDuty;
        delete decided.carried;
      }
      if (!report) {
        // The talk was about a melding that does not come; the next one needs its own.
        delete decided.reportTalk;
        delete decided.reportTalkOn;
      }
      return decided;
    }
    case 'ReportDiscussed': {
      const told = event.with !== 'kind-alleen';
      if (!told) return file;
      return owesTelling(file) ? toldAfterwards(file) : { ...file, reportTalk: 'besproken', reportTalkOn: event.on };
    }
    case 'ReportTalkWaived': {
      const { reportTalkOn: _day, ...rest } = file;
      return owesTelling(file) ? toldAfterwards(file) : { ...rest, reportTalk: 'afgezien' };
    }
    case 'ReportMade':
      return reported(file, event);
    case 'FeedbackRecorded':
      return {
        ...file,
        reports: file.reports.map((report) =>
          report.number === event.report ? { ...report, feedback: event.outcome } : report,
        ),
      };
    case 'HelpDecided':
      return { ...file, decision2: { possible: event.possible, at: event.at } };
    case 'ContinuesReported':
      return file.reportDuty?.because === 'safety'
        ? opened(file)
        : { ...opened(file), reportDuty: { because: 'continues', since: event.at } };
  }
};
