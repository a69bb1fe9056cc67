import type { CaseFile } from '../protocol/caseFile';
import type { PlanState } from '../protocol/helpPlan';
import { stepText } from '../protocol/meldcode';
import type { WeighAnswer } from '../protocol/step4Weigh';
import { callLink } from './callLink';
import type { FormContext } from './context';
import { form, type Form, offer, type Offer } from './form';
import { awaitedArrivals, parentKnows, planStatus, resultOf, runningMonitoring } from './helpPlanState';
import { decidedNow } from './step5State';
import type { Dutch, Tongue } from '../text/tongue';

type Goal = { title: string; value: string };
type Next = { line: string; goal: string };

const MOST = 3;
const overview: Offer = { title: 'Naar het overzicht', value: 'shared/hub' };
const continues: Offer = { title: 'Het stopt niet of begint opnieuw', value: 'step5-decide/continues' };
const read: Offer = { title: 'Hulpplan lezen', value: 'plan/casemanager' };
const tell = ({ id }: PlanState): string => `step2-consult/inform-parent|${id}`;

const arrivalGoals = (t: Tongue, file: CaseFile): readonly Goal[] =>
  awaitedArrivals(file)
    .slice(0, MOST)
    .map(({ id, on }) => ({
      title: t('Is de ouder bij de hulp? (verwezen op {day}, verwijzing {number})', {
        day: t.day(on),
        number: file.referrals.findIndex((one) => one.id === id) + 1,
      }),
      value: `plan/arrival|${id}`,
    }));

const checkGoals = (t: Tongue, file: CaseFile): readonly Goal[] =>
  runningMonitoring(file)
    .slice(0, MOST)
    .map(({ id, next }) => ({
      title: t('Is het veilig? (kijken op {day}, afspraak {number})', {
        day: t.day(next),
        number: file.monitoring.findIndex((one) => one.id === id) + 1,
      }),
      value: `plan/monitoring-check|${id}`,
    }));

const tellGoals = (t: Tongue, file: CaseFile, plan: PlanState): readonly Goal[] =>
  parentKnows(file, plan) ? [] : [{ title: t('De ouder over het hulpplan vertellen'), value: tell(plan) }];

const asked = ({ viewer }: FormContext, plan: PlanState): boolean => plan.casemanager === viewer.id && !plan.accepted;

const planGoals = (context: FormContext, plan: PlanState): readonly Goal[] => {
  const { file, today } = context;
  const due = plan.until <= today && !resultOf(file, plan);
  return [
    asked(context, plan) ? { title: context.t('Casemanager worden'), value: 'plan/casemanager' } : read,
    ...tellGoals(context.t, file, plan),
    ...(due ? [{ title: context.t('Vraag 5: heeft de hulp gewerkt?'), value: 'step4-weigh/result' }] : []),
    { title: context.t('Vastleggen hoe het gaat, of een gesprek daarover'), value: 'plan/progress' },
    { title: context.t('Een andere casemanager kiezen'), value: 'plan/new-casemanager' },
  ];
};

const nextGoals: Readonly<Record<string, Dutch>> = {
  'step5-decide/menu': 'Naar stap 5: beslissen',
  'step2-consult/veilig-thuis': 'Contact met Veilig Thuis vastleggen',
  'shared/close': 'Zaak sluiten',
};

const openGoals = (context: FormContext): readonly Goal[] => {
  const { file } = context;
  const { goal } = nextOf(context);
  const title = nextGoals[goal];
  return [
    ...(file.reportDuty
      ? [{ title: context.t('Nu Veilig Thuis bellen en melden'), value: 'step4-weigh/report-now' }]
      : []),
    ...(title ? [offer(context.t, { title, value: goal })] : []),
    ...checkGoals(context.t, file),
    ...(file.plan ? planGoals(context, file.plan) : [{ title: context.t('Hulpplan maken'), value: 'plan/make' }]),
    { title: context.t('Ouder doorverwijzen'), value: 'plan/refer' },
    ...arrivalGoals(context.t, file),
    { title: context.t('Afspreken hoe we de veiligheid volgen'), value: 'plan/monitoring' },
    offer(context.t, continues),
    ...(file.plan ? [{ title: context.t('Nieuw hulpplan maken'), value: 'plan/make' }] : []),
  ];
};

/** Only what may be recorded after closing (permits), and what can be read. */
const closedGoals = (t: Tongue, file: CaseFile): readonly Goal[] => [
  ...checkGoals(t, file),
  ...arrivalGoals(t, file),
  ...(file.plan ? [...tellGoals(t, file, file.plan), offer(t, read)] : []),
  offer(t, continues),
];

const goalsOf = (context: FormContext): readonly Goal[] => {
  const { file } = context;
  if (file.kind !== 'stappenplan') return [offer(context.t, overview)];
  return file.status === 'closed' ? closedGoals(context.t, file) : openGoals(context);
};

const afterResult = (t: Tongue, result: WeighAnswer, file: CaseFile): Next => {
  switch (result) {
    case 'nee':
      return { line: t('De hulp geeft niet het afgesproken resultaat. Ga naar stap 5.'), goal: 'step5-decide/menu' };
    case 'twijfel':
      return {
        line: t('Je twijfelt bij vraag 5. Bel Veilig Thuis en beantwoord de vraag daarna opnieuw.'),
        goal: 'step2-consult/veilig-thuis',
      };
    case 'ja':
      return file.monitoring.length > 0
        ? { line: t('De hulp werkt en de veiligheid wordt gevolgd. Je kunt de zaak sluiten.'), goal: 'shared/close' }
        : { line: t('De hulp werkt. Spreek af hoe jullie de veiligheid blijven volgen.'), goal: 'plan/monitoring' };
  }
};

const withPlan = (context: FormContext, plan: PlanState): Next => {
  const { file, today } = context;
  const result = resultOf(file, plan);
  if (asked(context, plan))
    return {
      line: context.t('Je bent gevraagd als casemanager. Lees het plan en bevestig.'),
      goal: 'plan/casemanager',
    };
  if (!parentKnows(file, plan)) return { line: context.t('Vertel de ouder over het hulpplan.'), goal: tell(plan) };
  if (result) return afterResult(context.t, result, file);
  if (plan.until <= today)
    return { line: context.t('De afgesproken dag is er. Beantwoord nu vraag 5.'), goal: 'step4-weigh/result' };
  if (plan.interim && plan.interim <= today && !plan.interimDone)
    return { line: context.t('Bespreek nu tussentijds met de ouder hoe het gaat.'), goal: 'plan/progress' };
  return {
    line: context.t('De hulp loopt. Op {day} beantwoord je vraag 5.', { day: context.t.day(plan.until) }),
    goal: 'plan/progress',
  };
};

const withoutPlan = (t: Tongue, file: CaseFile): Next =>
  decidedNow(file) && file.decision2?.possible
    ? { line: t('Beide besluiten zijn genomen. Maak nu het hulpplan.'), goal: 'plan/make' }
    : {
        line: t('Neem eerst de twee besluiten van stap 5. Kan hulp niet wachten? Maak het plan dan nu.'),
        goal: 'step5-decide/menu',
      };

/** What helps most now; safety comes before paper. */
const nextOf = (context: FormContext): Next => {
  const { file, today } = context;
  if (file.kind !== 'stappenplan')
    return { line: context.t('Deze zaak loopt niet via het stappenplan.'), goal: overview.value };
  if (file.reportDuty && file.status === 'open')
    return {
      line: context.t('Bel nu Veilig Thuis en meld. Leg de melding daarna vast.'),
      goal: 'step4-weigh/report-now',
    };
  const check = runningMonitoring(file).find(({ next }) => next <= today);
  if (check)
    return { line: context.t('Het is tijd om te kijken of het veilig is.'), goal: `plan/monitoring-check|${check.id}` };
  const arrival = awaitedArrivals(file).find(({ askOn }) => askOn <= today);
  if (arrival)
    return { line: context.t('Vraag of de ouder bij de hulp is aangekomen.'), goal: `plan/arrival|${arrival.id}` };
  if (file.status === 'closed')
    return {
      line: context.t('Deze zaak is gesloten. Wat is afgesproken over volgen, gaat door.'),
      goal: closedGoals(context.t, file)[0]?.value ?? '',
    };
  return file.plan ? withPlan(context, file.plan) : withoutPlan(context.t, file);
};

const menuData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const { file, school, today } = context;
  const { route, routeText } = stepText(5);
  return {
    status: planStatus(context.t, file, today),
    casemanager: file.plan ? school.nameOf(file.plan.casemanager) : '',
    next: nextOf(context).line,
    urgent: file.reportDuty !== undefined && file.status === 'open',
    call: callLink(school),
    route: context.t('{route}: {routeText} Het team heet bij jullie {step4}.', {
      route: context.t(route),
      routeText: context.t(routeText),
      step4: school.teamNames.step4,
    }),
    goals: goalsOf(context),
  };
};

export const helpPlanMenu: Form = form({
  title: 'Hulpplan en volgen',
  step: 5,
  records: [],
  data: menuData,
  inputs: (context) => {
    const goals = goalsOf(context);
    const { goal } = nextOf(context);
    return { go: (goals.find(({ value }) => value === goal) ?? goals[0])?.value ?? '' };
  },
});
