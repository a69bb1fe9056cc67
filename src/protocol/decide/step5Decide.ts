import type { CaseFile } from '../caseFile';
import { accept, refuse, said, type Decision, type Refusal } from '../decision';
import { isLeaderOf, isLeaderRole, type Actor } from '../roles';
import { signalsDiscussed } from '../step3Conversation';
import { riskWeighed, weighingComplete } from '../step4Weigh';
import {
  type Report,
  type Step5Command,
  derivedReport,
  reportOwed,
  mayReportDirectly,
  reportTalkOptions,
  reportRefusal,
} from '../step5Decide';
import { localDateOf, type Instant, type LocalDate } from '../time';

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
    // Whoever has the leader's part in a case for two confirms, but is no school leader.
    if (!isLeaderOf(by, file) || !by.roles.some(isLeaderRole) || !said(command.reason))
      return refuse('only-leader-departs');
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
    case 'checkImprovement':
      if (!file.reports.some(({ number }) => number === command.report)) return refuse('no-such-entry');
      return command.on > today ? refuse('in-the-future') : accept({ ...command, type: 'ImprovementChecked' });
    case 'decideHelp':
      return decidesHelp(command, file, at);
    case 'reportContinues':
      return command.on > today ? refuse('in-the-future') : accept({ ...command, type: 'ContinuesReported' });
  }
};
