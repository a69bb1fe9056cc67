import type { CaseFile } from '../caseFile';
import { opened } from '../duty';
import { afresh } from './followUp';
import { type Step5Event, owesTelling } from '../step5Decide';

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
    case 'ImprovementChecked':
      return afresh(
        {
          ...file,
          reports: file.reports.map((report) =>
            report.number === event.report ? { ...report, lookedOn: event.on, better: event.better === 'ja' } : report,
          ),
        },
        `afterReport:${event.report}`,
      );
    case 'ContinuesReported':
      return file.reportDuty?.because === 'safety'
        ? opened(file)
        : { ...opened(file), reportDuty: { because: 'continues', since: event.at } };
  }
};
