import type { CaseFile } from '../protocol/caseFile';
import { stepText } from '../protocol/meldcode';
import { signalsDiscussed } from '../protocol/step3Conversation';
import { weighingComplete } from '../protocol/step4Weigh';
import { owesTelling, reportOwed } from '../protocol/step5Decide';
import { callLink } from './callLink';
import type { FormContext } from './context';
import { form, type Form } from './form';
import { awaitingFeedback, decidedNow, statusOf } from './step5State';

type Goal = { title: string; value: string };
const lookAgain = ({ reports }: CaseFile): readonly Goal[] =>
  reports.some(({ better }) => !better)
    ? [{ title: 'Kijken of het beter gaat na de melding', value: 'step5-decide/improvement' }]
    : [];
const veiligThuis: Goal = { title: 'Contact met Veilig Thuis vastleggen', value: 'step2-consult/veilig-thuis' };

const feedbackGoals = (file: CaseFile): readonly Goal[] =>
  awaitingFeedback(file).map(({ number }) => ({
    title: `Terugkoppeling van Veilig Thuis vastleggen (melding ${number})`,
    value: `step5-decide/feedback|${number}`,
  }));

/** May the steps be worked on now? Closed files and exits take only what the permits leave. */
const runs = ({ kind, status }: CaseFile): boolean => kind === 'stappenplan' && status === 'open';

type Next = { line: string; goal: string };

/** What prepares a melding, in the order that usually helps (R-155, I-14). */
const nextForReport = (file: CaseFile): Next => {
  if (!signalsDiscussed(file))
    return {
      line: 'Bespreek voor de melding de signalen met de ouders (stap 3). Of leg vast waarom dat niet kan.',
      goal: 'step3-conversation/menu',
    };
  if (!file.reportTalk)
    return {
      line: 'Bespreek de melding vooraf met de ouders. Of leg vast waarom dat niet kan.',
      goal: 'step5-decide/discuss-report',
    };
  return { line: 'Bereid de melding voor en bel Veilig Thuis.', goal: 'step5-decide/prepare-report' };
};

const nextAfterDecisions = (file: CaseFile): Next => {
  const waiting = awaitingFeedback(file)[0];
  if (!file.decision2)
    return {
      line: 'Neem nu besluit 2: kunnen we zelf (ook) hulp bieden of regelen?',
      goal: 'step5-decide/decide-help',
    };
  if (file.decision2.possible && !file.plan)
    return { line: 'Beide besluiten zijn genomen. Maak nu het hulpplan.', goal: 'plan/make' };
  if (waiting)
    return {
      line: 'Heb je iets gehoord van Veilig Thuis? Leg het vast. Niets gehoord? Bel opnieuw.',
      goal: `step5-decide/feedback|${waiting.number}`,
    };
  return file.plan
    ? { line: 'Beide besluiten zijn genomen. Volg nu hoe de hulp loopt.', goal: 'plan/menu' }
    : {
        line: 'Beide besluiten zijn genomen. Gaat het niet beter? Bel Veilig Thuis opnieuw.',
        goal: veiligThuis.value,
      };
};

const nextOf = (file: CaseFile): Next => {
  const waiting = awaitingFeedback(file)[0];
  if (!runs(file))
    return {
      line:
        file.kind === 'stappenplan'
          ? 'Deze zaak is gesloten. Dit kun je nog vastleggen. Stopt het niet? Dan gaat de zaak weer open.'
          : 'Deze zaak loopt niet via het stappenplan. Terugkoppeling op een melding kun je nog vastleggen.',
      goal: waiting ? `step5-decide/feedback|${waiting.number}` : 'step5-decide/continues',
    };
  if (file.reportDuty)
    return { line: 'Bel nu Veilig Thuis en meld. Leg de melding daarna vast.', goal: 'step4-weigh/report-now' };
  if (owesTelling(file))
    return {
      line: 'Er is gemeld zonder dat de ouders het wisten. Vertel het nu, of leg vast waarom dat niet kan.',
      goal: 'step5-decide/discuss-report',
    };
  if (file.carried) return nextForReport(file);
  if (!decidedNow(file))
    return {
      line: weighingComplete(file.weighing)
        ? 'Neem nu besluit 1: is een melding nodig?'
        : 'Neem besluit 1 als de weging af is. Besluiten om te melden kan altijd.',
      goal: 'step5-decide/decide-report',
    };
  return reportOwed(file) ? nextForReport(file) : nextAfterDecisions(file);
};

/** Only what may be recorded while the steps are closed (permits). */
const closedGoals = (file: CaseFile): readonly Goal[] => {
  const feedback = feedbackGoals(file);
  if (file.kind !== 'stappenplan') return [...feedback, { title: 'Naar het overzicht', value: 'shared/hub' }];
  return [...feedback, { title: 'Het stopt niet of begint opnieuw', value: 'step5-decide/continues' }, veiligThuis];
};

const talkGoals = (file: CaseFile): readonly Goal[] => {
  const afterwards = owesTelling(file);
  const talk = afterwards ? 'Ouders vertellen dat er is gemeld' : 'Melding met de ouders bespreken';
  const waive = afterwards
    ? 'Vastleggen waarom de ouders het niet horen'
    : 'Vastleggen dat de melding bespreken niet kan';
  return [
    { title: talk, value: 'step5-decide/discuss-report' },
    { title: waive, value: 'step5-decide/waive-report-talk' },
  ];
};

const openGoals = (file: CaseFile): readonly Goal[] => {
  const decided = decidedNow(file);
  const owed = reportOwed(file);
  return [
    ...(file.reportDuty ? [{ title: 'Nu Veilig Thuis bellen en melden', value: 'step4-weigh/report-now' }] : []),
    {
      title: decided ? 'Besluit 1 opnieuw nemen' : 'Besluit 1: is een melding nodig?',
      value: 'step5-decide/decide-report',
    },
    ...(owed && !signalsDiscussed(file)
      ? [{ title: 'Signalen met de ouders bespreken (stap 3)', value: 'step3-conversation/menu' }]
      : []),
    { title: 'Melding voorbereiden', value: 'step5-decide/prepare-report' },
    { title: 'Dossiercheck: kan dit een klacht doorstaan?', value: 'shared/dossier-check' },
    ...talkGoals(file),
    { title: 'Melding vastleggen', value: 'step5-decide/report' },
    ...feedbackGoals(file),
    // decision 2 is not shown before decision 1 is on record.
    ...(decided
      ? [{ title: 'Besluit 2: kunnen we zelf hulp bieden of regelen?', value: 'step5-decide/decide-help' }]
      : []),
    ...(decided && file.decision2?.possible && !file.plan ? [{ title: 'Hulpplan maken', value: 'plan/make' }] : []),
    ...(file.plan ? [{ title: 'Hulpplan volgen', value: 'plan/menu' }] : []),
    ...lookAgain(file),
    veiligThuis,
    { title: 'Het stopt niet of begint opnieuw', value: 'step5-decide/continues' },
  ];
};

const goalsOf = (file: CaseFile): readonly Goal[] => (runs(file) ? openGoals(file) : closedGoals(file));

const menuData = ({ file, school }: FormContext): Readonly<Record<string, unknown>> => {
  const { title, why, route, routeText } = stepText(5);
  const { line } = nextOf(file);
  return {
    title,
    status: statusOf(file),
    next: line,
    urgent: runs(file) && (file.reportDuty !== undefined || owesTelling(file)),
    reported: file.reports.length > 0,
    call: callLink(school),
    why,
    route: `${route}: ${routeText}`,
    goals: goalsOf(file),
  };
};

export const step5Menu: Form = form({
  title: 'Beslissen',
  step: 5,
  records: [],
  data: menuData,
  inputs: ({ file }) => {
    const goals = goalsOf(file);
    const { goal } = nextOf(file);
    return { go: (goals.find(({ value }) => value === goal) ?? goals[0])?.value ?? '' };
  },
});
