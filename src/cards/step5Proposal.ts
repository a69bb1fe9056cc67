import type { CaseFile } from '../protocol/caseFile';
import { norm } from '../protocol/meldcode';
import { isLeaderOf } from '../protocol/roles';
import { questions, reportReasons, riskWeighed, weighAnswers, weighingComplete } from '../protocol/step4Weigh';
import { derivedReport, reportOwed, type ReportReason } from '../protocol/step5Decide';
import { localDateOf } from '../protocol/time';
import type { FormContext } from './context';
import { derivedWords, reasonWords } from './entries/step5Decide';
import { dutchDay } from './entry';
import { choicesOf } from './form';
import { decidedNow } from './step5State';

/** A sentence of ours on a card. */
export type Line = { text: string };
export const lines = (...texts: readonly (string | false | undefined)[]): readonly Line[] =>
  texts.flatMap((text) => (text ? [{ text }] : []));

/** Whether the norm asks for a melding now; a melding that was decided on and not made counts too (I-09). */
const asksForReport = (file: CaseFile): boolean => derivedReport(file).necessary === true || reportOwed(file);

/** A reason with the answer that gives it, or that an earlier weighing gave it. */
const reasonLine = ({ weighing }: CaseFile, reason: ReportReason): string => {
  const asked = questions.find(({ id }) => id === reason)?.id;
  if (!asked) return `${reasonWords(reason)}.`;
  const answer = weighing && reportReasons(weighing).includes(asked) ? weighing.answers[asked] : undefined;
  return `${reasonWords(reason)}: ${answer ? weighAnswers[answer].toLowerCase() : 'uit een eerdere weging'}.`;
};

const proposalOf = (file: CaseFile): { proposal: string; because: readonly Line[] } => {
  const { necessary, because } = derivedReport(file);
  const reasons = because.map((reason) => ({ text: reasonLine(file, reason) }));
  if (necessary !== true && reportOwed(file))
    return {
      proposal: 'Melden is nodig.',
      because: lines('Eerder is besloten om te melden. Die melding is nog niet vastgelegd.'),
    };
  if (necessary === 'unknown') return { proposal: `${derivedWords(necessary)}.`, because: reasons };
  return { proposal: `Volgens de weging: ${derivedWords(necessary).toLowerCase()}.`, because: reasons };
};

/** What stands in the way of "niet melden", said before the button is pressed. */
const againstNotReporting = ({ file, viewer }: FormContext): readonly Line[] => {
  const { consult, reportDuty, weighing } = file;
  const contact = reportDuty?.because === 'continues' ? 'nieuw contact' : 'contact';
  const refused =
    consult.refusals.length > 0 &&
    'Een ouder weigerde toestemming. Weeg dat eerst mee, bij risico, aard en ernst (stap 4).';
  if (asksForReport(file))
    return lines(
      isLeaderOf(viewer, file)
        ? `Niet melden wijkt af van de norm. Als schoolleider kun je dat besluiten: met jouw reden op schrift, en na ${contact} met Veilig Thuis.`
        : `Niet melden wijkt af van de norm. Dat kan alleen de schoolleider besluiten: met een reden op schrift, en na ${contact} met Veilig Thuis.`,
      consult.veiligThuis.count === 0 && 'Er is nog geen contact met Veilig Thuis vastgelegd.',
      refused,
    );
  if (derivedReport(file).necessary === 'unknown')
    return lines('Besluiten om te melden kan altijd. Niet melden kan pas als de weging af is.', refused);
  return lines(
    weighing && !riskWeighed(weighing) && 'Niet melden kan pas als risico, aard en ernst zijn gewogen (stap 4).',
    weighing &&
      riskWeighed(weighing) &&
      !weighingComplete(weighing) &&
      'Niet melden kan pas als de schoolleider de weging heeft bevestigd.',
    refused,
  );
};

/** the proposal that follows from the five answers, with its reasons and the norm. */
export const decideReportData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const { file } = context;
  const { answers = {}, confirmed = [] } = file.weighing ?? {};
  const last = file.reports.at(-1);
  return {
    norm,
    ...proposalOf(file),
    answers: questions.map(({ id, number, title }) => {
      const given = answers[id];
      const said = given ? weighAnswers[given] : 'Nog geen antwoord';
      return {
        title: `Vraag ${number}, ${title.toLowerCase()}`,
        value: confirmed.includes(id) ? `${said} (bevestigd)` : said,
      };
    }),
    against: againstNotReporting(context),
    earlier: decidedNow(file)
      ? `Besluit 1 is al genomen: ${file.decision1.report ? 'melden' : 'niet melden'}. Neem je het opnieuw? Dan neem je daarna ook besluit 2 opnieuw.`
      : '',
    made: last ? `Er is al gemeld, het laatst op ${dutchDay(localDateOf(last.at))}.` : '',
    protects: choicesOf(weighAnswers),
  };
};

export const proposedDecision = (file: CaseFile): string => {
  if (asksForReport(file)) return 'ja';
  return derivedReport(file).necessary === false ? 'nee' : '';
};
