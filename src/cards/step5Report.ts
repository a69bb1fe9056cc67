import type { CaseFile } from '../protocol/caseFile';
import { signalsDiscussed } from '../protocol/step3Conversation';
import {
  feedbackOutcomes,
  mayReportDirectly,
  owesTelling,
  reportChannels,
  reportRefusal,
  reportTalkOptions,
  reportTalkPartners,
  withheldGrounds,
  type ReportState,
} from '../protocol/step5Decide';
import { feedbackDue } from '../protocol/terms';
import { ageOn, localDateOf } from '../protocol/time';
import { callLink } from './callLink';
import type { FormContext } from './context';
import { factsToReport } from './factsOnFile';
import { rolesIn } from './helpPlanPeople';
import { choicesOf } from './form';
import { pickRows } from './pick';
import { warnings } from './step3Menu';
import { lines, type Line } from './step5Proposal';
import { awaitingFeedback } from './step5State';
import { numbered, reportTalkGuide, reportTalkTips } from './talkTips';
import type { Tongue } from '../text/tongue';

type Data = Readonly<Record<string, unknown>>;

/** what to read while calling. Facts first, what others told apart, impressions last. */
export const prepareReportData = ({ t, file, entries, school, viewer, today }: FormContext): Data => {
  const { name, group, birthDate } = file.pupil;
  const held = rolesIn(t, viewer.roles);
  return {
    ...factsToReport(t, entries, school),
    call: callLink(school),
    reporter: [school.nameOf(viewer.id), held, school.name].join(', '),
    pupil: [
      name,
      group,
      birthDate
        ? t('geboren op {day} ({ageOn} jaar)', { day: t.day(birthDate), ageOn: ageOn(birthDate, today) })
        : t('geboortedatum niet bekend'),
    ]
      .filter(Boolean)
      .join(', '),
    earlier:
      file.reports.length > 0
        ? t('Dit wordt melding {number} over dit kind in deze zaak.', { number: file.reports.length + 1 })
        : '',
    missing: missingTalks(t, file),
    direct: mayReportDirectly(file),
  };
};

/** I-14: what must be on record before the melding, in words. */
const missingTalks = (t: Tongue, file: CaseFile): readonly Line[] =>
  lines(
    !signalsDiscussed(file) && t('De signalen zijn nog niet met de ouders besproken (stap 3).'),
    owesTelling(file) && t('De ouders weten nog niet van de vorige melding. Vertel dat eerst.'),
    !file.reportTalk && t('De melding is nog niet met de ouders besproken.'),
  );

/** I-15, A-09: with whom the melding can be discussed at this age. */
const ageWords = ({ t, file, today }: FormContext): string => {
  const { birthDate } = file.pupil;
  if (!birthDate) return t('De geboortedatum is niet bekend. Daarom staan hier alleen de ouders.');
  const age = ageOn(birthDate, today);
  if (age < 12)
    return t(
      'De leerling is {age} jaar. Je bespreekt de melding met de ouders. Vertel het kind wat er gebeurt, als dat bij de leeftijd past.',
      { age },
    );
  if (age < 16)
    return t(
      'De leerling is {age} jaar. Je kunt de melding ook met de leerling bespreken: alleen, of samen met de ouders.',
      { age },
    );
  return t('De leerling is {age} jaar. Bespreek de melding met de leerling zelf.', { age });
};

export const discussReportData = (context: FormContext): Data => ({
  ...warnings(context),
  afterwards: owesTelling(context.file),
  ageLine: ageWords(context),
  partners: choicesOf(context.t, reportTalkPartners, reportTalkOptions(context.file.pupil.birthDate, context.today)),
  guide: numbered(context.t, reportTalkGuide),
  tips: reportTalkTips.map((text) => ({ text: context.t(text) })),
});

/** A melding is made by a person; here it is written down. What is still missing is said first, and where to mend it. */
export const reportData = ({ t, file, school }: FormContext): Data => {
  const direct = mayReportDirectly(file);
  const refusal = reportRefusal(file, undefined);
  return {
    call: callLink(school),
    direct,
    // Parents who heard of it by now may have heard after the call: the reason can always be filled in.
    whyNeeded: direct && refusal !== undefined,
    blocked: !direct && refusal !== undefined,
    missing: refusal ? missingTalks(t, file) : [],
    mend: refusal === 'signals-not-discussed' ? 'step3-conversation/menu' : 'step5-decide/discuss-report',
    mendTitle: refusal === 'signals-not-discussed' ? t('Naar stap 3: gesprek') : t('Melding bespreken'),
    channels: choicesOf(t, reportChannels),
    grounds: pickRows(t, withheldGrounds, 'Geen: het gezin mag de naam horen'),
  };
};

/** The melding that feedback is about: the one pointed to, or the oldest that still waits. */
const reportOf = ({ file, about }: FormContext): ReportState | undefined =>
  about === undefined ? awaitingFeedback(file)[0] : file.reports.find(({ number }) => String(number) === about);

export const feedbackReport = (context: FormContext): number => reportOf(context)?.number ?? 0;

const feedbackLine = (t: Tongue, report: ReportState | undefined): string => {
  if (!report) return t('Er is geen melding die op terugkoppeling wacht.');
  const { number, at, feedback } = report;
  const about = t('Melding {number}, gedaan op {day}.', { number, day: t.day(localDateOf(at)) });
  return feedback === 'terugkoppeling'
    ? t('{about} De terugkoppeling is al vastgelegd.', { about })
    : t('{about} Veilig Thuis laat binnen vijf werkdagen iets weten: uiterlijk {day}.', {
        about,
        day: t.day(feedbackDue(at)),
      });
};

export const feedbackData = (context: FormContext): Data => {
  const report = reportOf(context);
  return {
    waits: report !== undefined && report.feedback !== 'terugkoppeling',
    call: callLink(context.school),
    line: feedbackLine(context.t, report),
    calledAgain: report?.feedback === 'opnieuw-gebeld',
    outcomes: choicesOf(context.t, feedbackOutcomes),
  };
};
