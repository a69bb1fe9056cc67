import type { CaseFile } from '../protocol/caseFile';
import { owesTelling, reportOwed, type Decision1, type ReportState } from '../protocol/step5Decide';
import { feedbackDue } from '../protocol/terms';
import { localDateOf } from '../protocol/time';
import { dutchDay } from './entry';

/** Was decision 1 taken on the weighing of now? Each round has its own two decisions (I-08). */
export const decidedNow = (file: CaseFile): file is CaseFile & { decision1: Decision1 } =>
  file.decision1 !== undefined && file.decision1.round === (file.weighing?.round ?? 0);

/** Meldingen on which Veilig Thuis has not said yet what it does; the oldest first. */
export const awaitingFeedback = ({ reports }: CaseFile): readonly ReportState[] =>
  reports.filter(({ feedback }) => feedback !== 'terugkoppeling');

const decision1Words = (file: CaseFile): string => {
  const { decision1, weighing } = file;
  if (!decision1) return 'Nog niet genomen';
  const taken = `${decision1.report ? 'Melden' : 'Niet melden'}${decision1.departs ? ', tegen de norm in' : ''}`;
  const day = dutchDay(localDateOf(decision1.at));
  if (decidedNow(file)) return `${taken} (${day})`;
  return `Nog niet genomen in weging ${weighing?.round ?? 0}. Eerder: ${taken.toLowerCase()} (${day})`;
};

const decision2Words = (file: CaseFile): string => {
  const { decision2 } = file;
  if (!decidedNow(file)) return 'Komt na besluit 1';
  if (!decision2) return 'Nog niet genomen';
  const taken = decision2.possible ? 'Zelf hulp bieden of regelen kan' : 'Zelf genoeg hulp bieden kan niet';
  return `${taken} (${dutchDay(localDateOf(decision2.at))})`;
};

const toldWords = ({ reportTalk, reportTalkOn }: CaseFile): string => {
  if (reportTalk === 'afgezien') return 'Nee, met een reden';
  return reportTalk ? `Ja, besproken${reportTalkOn ? ` op ${dutchDay(reportTalkOn)}` : ''}` : 'Nog niet';
};

const reportWords = ({ at, feedback }: ReportState): string => {
  const day = dutchDay(localDateOf(at));
  if (feedback === 'terugkoppeling') return `${day}. Veilig Thuis liet iets weten.`;
  if (feedback === 'opnieuw-gebeld') return `${day}. Opnieuw gebeld, nog geen terugkoppeling.`;
  return `${day}. Nog geen terugkoppeling; die komt uiterlijk ${dutchDay(feedbackDue(at))}.`;
};

type Row = { title: string; value: string };

/** Where the decisions and meldingen stand, in our own words; nothing that people typed. */
export const statusOf = (file: CaseFile): readonly Row[] => {
  const { reports, consult } = file;
  const coming = reportOwed(file) && !owesTelling(file);
  return [
    { title: 'Besluit 1: melden?', value: decision1Words(file) },
    { title: 'Besluit 2: zelf hulp?', value: decision2Words(file) },
    ...(coming ? [{ title: 'Ouders weten van de melding', value: toldWords(file) }] : []),
    ...reports.slice(-6).map((report) => ({ title: `Melding ${report.number}`, value: reportWords(report) })),
    { title: 'Advies van Veilig Thuis', value: `${consult.veiligThuis.count} keer` },
  ];
};
