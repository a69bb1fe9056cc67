import type { CaseFile } from '../protocol/caseFile';
import { norm } from '../protocol/meldcode';
import { isLeaderOf } from '../protocol/roles';
import { questions, reportReasons, riskWeighed, weighAnswers, weighingComplete } from '../protocol/step4Weigh';
import { derivedReport, reportOwed, type ReportReason } from '../protocol/step5Decide';
import { localDateOf } from '../protocol/time';
import type { FormContext } from './context';
import { derivedWords, reasonWords } from './entries/step5Decide';
import { choicesOf } from './form';
import { decidedNow } from './step5State';
import type { Tongue } from '../text/tongue';

/** A sentence of ours on a card. */
export type Line = { text: string };
export const lines = (...texts: readonly (string | false | undefined)[]): readonly Line[] =>
  texts.flatMap((text) => (text ? [{ text }] : []));

/** Whether the norm asks for a melding now; a melding that was decided on and not made counts too (I-09). */
const asksForReport = (file: CaseFile): boolean => derivedReport(file).necessary === true || reportOwed(file);

/** A reason with the answer that gives it, or that an earlier weighing gave it. */
const reasonLine = (t: Tongue, { weighing }: CaseFile, reason: ReportReason): string => {
  const asked = questions.find(({ id }) => id === reason)?.id;
  if (!asked) return `${reasonWords(t, reason)}.`;
  const answer = weighing && reportReasons(weighing).includes(asked) ? weighing.answers[asked] : undefined;
  return `${reasonWords(t, reason)}: ${answer ? t(weighAnswers[answer]).toLowerCase() : t('uit een eerdere weging')}.`;
};

const proposalOf = (t: Tongue, file: CaseFile): { proposal: string; because: readonly Line[] } => {
  const { necessary, because } = derivedReport(file);
  const reasons = because.map((reason) => ({ text: reasonLine(t, file, reason) }));
  if (necessary !== true && reportOwed(file))
    return {
      proposal: t('Melden is nodig.'),
      because: lines(t('Eerder is besloten om te melden. Die melding is nog niet vastgelegd.')),
    };
  if (necessary === 'unknown') return { proposal: `${derivedWords(t, necessary)}.`, because: reasons };
  return {
    proposal: t('Volgens de weging: {derived}.', { derived: derivedWords(t, necessary).toLowerCase() }),
    because: reasons,
  };
};

/** What stands in the way of "niet melden", said before the button is pressed. */
const againstNotReporting = ({ t, file, viewer }: FormContext): readonly Line[] => {
  const { consult, reportDuty, weighing } = file;
  const contact = reportDuty?.because === 'continues' ? t('nieuw contact') : 'contact';
  const refused =
    consult.refusals.length > 0 &&
    t('Een ouder weigerde toestemming. Weeg dat eerst mee, bij risico, aard en ernst (stap 4).');
  if (asksForReport(file))
    return lines(
      isLeaderOf(viewer, file)
        ? t(
            'Niet melden wijkt af van de norm. Als schoolleider kun je dat besluiten: met jouw reden op schrift, en na {contact} met Veilig Thuis.',
            { contact },
          )
        : t(
            'Niet melden wijkt af van de norm. Dat kan alleen de schoolleider besluiten: met een reden op schrift, en na {contact} met Veilig Thuis.',
            { contact },
          ),
      consult.veiligThuis.count === 0 && t('Er is nog geen contact met Veilig Thuis vastgelegd.'),
      refused,
    );
  if (derivedReport(file).necessary === 'unknown')
    return lines(t('Besluiten om te melden kan altijd. Niet melden kan pas als de weging af is.'), refused);
  return lines(
    weighing && !riskWeighed(weighing) && t('Niet melden kan pas als risico, aard en ernst zijn gewogen (stap 4).'),
    weighing &&
      riskWeighed(weighing) &&
      !weighingComplete(weighing) &&
      t('Niet melden kan pas als de schoolleider de weging heeft bevestigd.'),
    refused,
  );
};

/** the proposal that follows from the five answers, with its reasons and the norm. */
export const decideReportData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const { file } = context;
  const { answers = {}, confirmed = [] } = file.weighing ?? {};
  const last = file.reports.at(-1);
  return {
    norm: context.t(norm),
    ...proposalOf(context.t, file),
    answers: questions.map(({ id, number, title }) => {
      const given = answers[id];
      const said = given ? context.t(weighAnswers[given]) : context.t('Nog geen antwoord');
      return {
        title: context.t('Vraag {number}, {title}', { number, title: context.t(title).toLowerCase() }),
        value: confirmed.includes(id) ? context.t('{said} (bevestigd)', { said }) : said,
      };
    }),
    against: againstNotReporting(context),
    earlier: decidedNow(file)
      ? context.t(
          'Besluit 1 is al genomen: {decided}. Neem je het opnieuw? Dan neem je daarna ook besluit 2 opnieuw.',
          {
            decided: file.decision1.report ? context.t('melden') : context.t('niet melden'),
          },
        )
      : '',
    made: last ? context.t('Er is al gemeld, het laatst op {day}.', { day: context.t.day(localDateOf(last.at)) }) : '',
    protects: choicesOf(context.t, weighAnswers),
  };
};

export const proposedDecision = (file: CaseFile): string => {
  if (asksForReport(file)) return 'ja';
  return derivedReport(file).necessary === false ? 'nee' : '';
};
