import type { CaseFile } from '../protocol/caseFile';
import { owesTelling, reportOwed, type Decision1, type ReportState } from '../protocol/step5Decide';
import { feedbackDue } from '../protocol/terms';
import { localDateOf } from '../protocol/time';
import type { Tongue } from '../text/tongue';

/** Was decision 1 taken on the weighing of now? Each round has its own two decisions (I-08). */
export const decidedNow = (file: CaseFile): file is CaseFile & { decision1: Decision1 } =>
  file.decision1 !== undefined && file.decision1.round === (file.weighing?.round ?? 0);

/** Meldingen on which Veilig Thuis has not said yet what it does; the oldest first. */
export const awaitingFeedback = ({ reports }: CaseFile): readonly ReportState[] =>
  reports.filter(({ feedback }) => feedback !== 'terugkoppeling');

const decision1Words = (t: Tongue, file: CaseFile): string => {
  const { decision1, weighing } = file;
  if (!decision1) return t('Nog niet genomen');
  const taken = `${decision1.report ? t('Melden') : t('Niet melden')}${decision1.departs ? t(', tegen de norm in') : ''}`;
  const day = t.day(localDateOf(decision1.at));
  if (decidedNow(file)) return `${taken} (${day})`;
  return t('Nog niet genomen in weging {number}. Eerder: {taken} ({day})', {
    number: weighing?.round ?? 0,
    taken: taken.toLowerCase(),
    day,
  });
};

const decision2Words = (t: Tongue, file: CaseFile): string => {
  const { decision2 } = file;
  if (!decidedNow(file)) return t('Komt na besluit 1');
  if (!decision2) return t('Nog niet genomen');
  const taken = decision2.possible ? t('Zelf hulp bieden of regelen kan') : t('Zelf genoeg hulp bieden kan niet');
  return `${taken} (${t.day(localDateOf(decision2.at))})`;
};

const toldWords = (t: Tongue, { reportTalk, reportTalkOn }: CaseFile): string => {
  if (reportTalk === 'afgezien') return t('Nee, met een reden');
  return reportTalk
    ? t('Ja, besproken{more}', { more: reportTalkOn ? t(' op {day}', { day: t.day(reportTalkOn) }) : '' })
    : t('Nog niet');
};

const reportWords = (t: Tongue, { at, feedback }: ReportState): string => {
  const day = t.day(localDateOf(at));
  if (feedback === 'terugkoppeling') return t('{day}. Veilig Thuis liet iets weten.', { day });
  if (feedback === 'opnieuw-gebeld') return t('{day}. Opnieuw gebeld, nog geen terugkoppeling.', { day });
  return t('{day}. Nog geen terugkoppeling; die komt uiterlijk {day2}.', { day, day2: t.day(feedbackDue(at)) });
};

type Row = { title: string; value: string };

/** Where the decisions and meldingen stand, in our own words; nothing that people typed. */
export const statusOf = (t: Tongue, file: CaseFile): readonly Row[] => {
  const { reports, consult } = file;
  const coming = reportOwed(file) && !owesTelling(file);
  return [
    { title: t('Besluit 1: melden?'), value: decision1Words(t, file) },
    { title: t('Besluit 2: zelf hulp?'), value: decision2Words(t, file) },
    ...(coming ? [{ title: t('Ouders weten van de melding'), value: toldWords(t, file) }] : []),
    ...reports
      .slice(-6)
      .map((report) => ({ title: t('Melding {number}', { number: report.number }), value: reportWords(t, report) })),
    { title: t('Advies van Veilig Thuis'), value: t('{count} keer', { count: consult.veiligThuis.count }) },
  ];
};
