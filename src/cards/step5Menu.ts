import type { CaseFile } from '../protocol/caseFile';
import { stepText } from '../protocol/meldcode';
import { signalsDiscussed } from '../protocol/step3Conversation';
import { weighingComplete } from '../protocol/step4Weigh';
import { owesTelling, reportOwed } from '../protocol/step5Decide';
import { callLink } from './callLink';
import type { FormContext } from './context';
import { form, type Form, offer, type Offer } from './form';
import { awaitingFeedback, decidedNow, statusOf } from './step5State';
import type { Tongue } from '../text/tongue';

type Goal = { title: string; value: string };
const lookAgain = (t: Tongue, { reports }: CaseFile): readonly Goal[] =>
  reports.some(({ better }) => !better)
    ? [{ title: t('Kijken of het beter gaat na de melding'), value: 'step5-decide/improvement' }]
    : [];
const veiligThuis: Offer = { title: 'Contact met Veilig Thuis vastleggen', value: 'step2-consult/veilig-thuis' };

const feedbackGoals = (t: Tongue, file: CaseFile): readonly Goal[] =>
  awaitingFeedback(file).map(({ number }) => ({
    title: t('Terugkoppeling van Veilig Thuis vastleggen (melding {number})', { number }),
    value: `step5-decide/feedback|${number}`,
  }));

/** May the steps be worked on now? Closed files and exits take only what the permits leave. */
const runs = ({ kind, status }: CaseFile): boolean => kind === 'stappenplan' && status === 'open';

type Next = { line: string; goal: string };

/** What prepares a melding, in the order that usually helps (R-155, I-14). */
const nextForReport = (t: Tongue, file: CaseFile): Next => {
  if (!signalsDiscussed(file))
    return {
      line: t('Bespreek voor de melding de signalen met de ouders (stap 3). Of leg vast waarom dat niet kan.'),
      goal: 'step3-conversation/menu',
    };
  if (!file.reportTalk)
    return {
      line: t('Bespreek de melding vooraf met de ouders. Of leg vast waarom dat niet kan.'),
      goal: 'step5-decide/discuss-report',
    };
  return { line: t('Bereid de melding voor en bel Veilig Thuis.'), goal: 'step5-decide/prepare-report' };
};

const nextAfterDecisions = (t: Tongue, file: CaseFile): Next => {
  const waiting = awaitingFeedback(file)[0];
  if (!file.decision2)
    return {
      line: t('Neem nu besluit 2: kunnen we zelf (ook) hulp bieden of regelen?'),
      goal: 'step5-decide/decide-help',
    };
  if (file.decision2.possible && !file.plan)
    return { line: t('Beide besluiten zijn genomen. Maak nu het hulpplan.'), goal: 'plan/make' };
  if (waiting)
    return {
      line: t('Heb je iets gehoord van Veilig Thuis? Leg het vast. Niets gehoord? Bel opnieuw.'),
      goal: `step5-decide/feedback|${waiting.number}`,
    };
  return file.plan
    ? { line: t('Beide besluiten zijn genomen. Volg nu hoe de hulp loopt.'), goal: 'plan/menu' }
    : {
        line: t('Beide besluiten zijn genomen. Gaat het niet beter? Bel Veilig Thuis opnieuw.'),
        goal: veiligThuis.value,
      };
};

const nextOf = (t: Tongue, file: CaseFile): Next => {
  const waiting = awaitingFeedback(file)[0];
  if (!runs(file))
    return {
      line:
        file.kind === 'stappenplan'
          ? t('Deze zaak is gesloten. Dit kun je nog vastleggen. Stopt het niet? Dan gaat de zaak weer open.')
          : t('Deze zaak loopt niet via het stappenplan. Terugkoppeling op een melding kun je nog vastleggen.'),
      goal: waiting ? `step5-decide/feedback|${waiting.number}` : 'step5-decide/continues',
    };
  if (file.reportDuty)
    return { line: t('Bel nu Veilig Thuis en meld. Leg de melding daarna vast.'), goal: 'step4-weigh/report-now' };
  if (owesTelling(file))
    return {
      line: t('Er is gemeld zonder dat de ouders het wisten. Vertel het nu, of leg vast waarom dat niet kan.'),
      goal: 'step5-decide/discuss-report',
    };
  if (file.carried) return nextForReport(t, file);
  if (!decidedNow(file))
    return {
      line: weighingComplete(file.weighing)
        ? t('Neem nu besluit 1: is een melding nodig?')
        : t('Neem besluit 1 als de weging af is. Besluiten om te melden kan altijd.'),
      goal: 'step5-decide/decide-report',
    };
  return reportOwed(file) ? nextForReport(t, file) : nextAfterDecisions(t, file);
};

/** Only what may be recorded while the steps are closed (permits). */
const closedGoals = (t: Tongue, file: CaseFile): readonly Goal[] => {
  const feedback = feedbackGoals(t, file);
  if (file.kind !== 'stappenplan') return [...feedback, { title: t('Naar het overzicht'), value: 'shared/hub' }];
  return [
    ...feedback,
    { title: t('Het stopt niet of begint opnieuw'), value: 'step5-decide/continues' },
    offer(t, veiligThuis),
  ];
};

const talkGoals = (t: Tongue, file: CaseFile): readonly Goal[] => {
  const afterwards = owesTelling(file);
  const talk = afterwards ? t('Ouders vertellen dat er is gemeld') : t('Melding met de ouders bespreken');
  const waive = afterwards
    ? t('Vastleggen waarom de ouders het niet horen')
    : t('Vastleggen dat de melding bespreken niet kan');
  return [
    { title: talk, value: 'step5-decide/discuss-report' },
    { title: waive, value: 'step5-decide/waive-report-talk' },
  ];
};

const openGoals = (t: Tongue, file: CaseFile): readonly Goal[] => {
  const decided = decidedNow(file);
  const owed = reportOwed(file);
  return [
    ...(file.reportDuty ? [{ title: t('Nu Veilig Thuis bellen en melden'), value: 'step4-weigh/report-now' }] : []),
    {
      title: decided ? t('Besluit 1 opnieuw nemen') : t('Besluit 1: is een melding nodig?'),
      value: 'step5-decide/decide-report',
    },
    ...(owed && !signalsDiscussed(file)
      ? [{ title: t('Signalen met de ouders bespreken (stap 3)'), value: 'step3-conversation/menu' }]
      : []),
    { title: t('Melding voorbereiden'), value: 'step5-decide/prepare-report' },
    { title: t('Dossiercheck: kan dit een klacht doorstaan?'), value: 'shared/dossier-check' },
    ...talkGoals(t, file),
    { title: t('Melding vastleggen'), value: 'step5-decide/report' },
    ...feedbackGoals(t, file),
    // decision 2 is not shown before decision 1 is on record.
    ...(decided
      ? [{ title: t('Besluit 2: kunnen we zelf hulp bieden of regelen?'), value: 'step5-decide/decide-help' }]
      : []),
    ...(decided && file.decision2?.possible && !file.plan ? [{ title: t('Hulpplan maken'), value: 'plan/make' }] : []),
    ...(file.plan ? [{ title: t('Hulpplan volgen'), value: 'plan/menu' }] : []),
    ...lookAgain(t, file),
    offer(t, veiligThuis),
    { title: t('Het stopt niet of begint opnieuw'), value: 'step5-decide/continues' },
  ];
};

const goalsOf = (t: Tongue, file: CaseFile): readonly Goal[] =>
  runs(file) ? openGoals(t, file) : closedGoals(t, file);

const menuData = ({ t, file, school }: FormContext): Readonly<Record<string, unknown>> => {
  const { title, why, route, routeText } = stepText(5);
  const { line } = nextOf(t, file);
  return {
    title: t(title),
    status: statusOf(t, file),
    next: line,
    urgent: runs(file) && (file.reportDuty !== undefined || owesTelling(file)),
    reported: file.reports.length > 0,
    call: callLink(school),
    why: t(why),
    route: `${t(route)}: ${t(routeText)}`,
    goals: goalsOf(t, file),
  };
};

export const step5Menu: Form = form({
  title: 'Beslissen',
  step: 5,
  records: [],
  data: menuData,
  inputs: ({ t, file }) => {
    const goals = goalsOf(t, file);
    const { goal } = nextOf(t, file);
    return { go: (goals.find(({ value }) => value === goal) ?? goals[0])?.value ?? '' };
  },
});
