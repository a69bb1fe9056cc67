import { safetyScale } from '../protocol/safetyScale';
import { safetyTrend } from './safetyTrend';
import { definitions } from '../protocol/meldcode';
import {
  acceptances,
  goalResults,
  harmKinds,
  helperKinds,
  questionOf,
  riskLevels,
  weighAnswers,
  weighsTogether,
  type QuestionId,
} from '../protocol/step4Weigh';
import type { FormContext } from './context';
import { choicesOf, form, type Form } from './form';
import { confirmation } from './step4Confirm';
import {
  earlierAcceptance,
  earlierAssessment,
  earlierData,
  earlierHelp,
  earlierResult,
  earlierSafety,
  earlierSuspicion,
} from './step4Earlier';
import { correctionOf, shortened, weighingInputsFolded } from './step4Inputs';
import { weighingMenu, weighingStart } from './step4Menu';
import type { Tongue } from '../text/tongue';

const MOST_GOALS = 6;
const round = ({ file }: FormContext) => ({ round: file.weighing?.round ?? 1 });
const together = ({ file }: FormContext): boolean => file.weighing !== undefined && weighsTogether(file.weighing);
const phoneOf = ({ school }: FormContext): { phone: string; tel: string } => {
  const { phone } = school.contacts.veiligThuis;
  return { phone, tel: phone.replace(/\D/g, '') };
};

const weighedBy = {
  suspicion: 'SuspicionWeighed',
  safety: 'SafetyWeighed',
  help: 'HelpWeighed',
  acceptance: 'AcceptanceWeighed',
  result: 'ResultWeighed',
} as const satisfies Record<QuestionId, string>;

/** What every question's card shows: the question as the protocol's table has it, and what was answered before. */
const questionData = (id: QuestionId, context: FormContext) => {
  const { number, title, ask, help } = questionOf(id);
  return {
    heading: context.t('Vraag {number} van 5: {title}', { number, title: context.t(title).toLowerCase() }),
    ask: context.t(ask),
    help: context.t(help),
    ...earlierData(context, weighedBy[id]),
    answers: choicesOf(context.t, weighAnswers),
    together: together(context),
    ...phoneOf(context),
  };
};
/** Gone through with Veilig Thuis today, unless the weigher says otherwise. */
const todayTogether = (context: FormContext) => ({ veiligThuisOn: together(context) ? context.today : '' });

const assessData = (context: FormContext) => ({
  ...earlierData(context, 'RiskAssessed'),
  ...weighingInputsFolded(context),
  risks: choicesOf(context.t, riskLevels),
  natures: choicesOf(context.t, harmKinds),
  figures: choicesOf(context.t, safetyScale),
  trend: safetyTrend(context),
  refusals: context.file.consult.refusals.slice(-3).map(({ parent, on }) => ({
    label: context.t('Ouder weigerde toestemming op {day}: ', { day: context.t.day(on) }),
    text: parent,
  })),
});

const meaningOf = (t: Tongue, term: (typeof definitions)[number]['term']): string =>
  definitions
    .filter((one) => one.term === term)
    .map(({ meaning }) => t(meaning))
    .join('');

const isOnlyTeacher = ({ viewer }: FormContext): boolean => viewer.roles.every((role) => role === 'leerkracht');

/** The goals of the plan that runs now; the plan itself is in the history. */
const goalsOf = ({ t, file, entries }: FormContext): readonly { text: string }[] => {
  const made = entries.findLast(({ event }) => event.type === 'PlanMade' && event.id === file.plan?.id);
  if (made?.event.type !== 'PlanMade') return [];
  const mended = correctionOf(entries, made.seq);
  const goals = made.event.goals.slice(0, MOST_GOALS).map((goal, i) => ({ text: `${i + 1}. ${shortened(goal, 300)}` }));
  return mended ? [...goals, { text: t('Verbeterd: {text}', { text: shortened(mended, 300) }) }] : goals;
};

const resultData = (context: FormContext) => {
  const { plan } = context.file;
  const count = Math.min(plan?.goals ?? 0, MOST_GOALS);
  return {
    ...questionData('result', context),
    goals: goalsOf(context),
    goalCount: count,
    results: choicesOf(context.t, goalResults),
    planLine: plan
      ? context.t('Afgesproken was: te merken op {day}.', { day: context.t.day(plan.until) })
      : context.t('Er is nog geen hulpplan vastgelegd.'),
  };
};

/** what to say on the phone; facts first, and where they come from. */
const tell = [
  'Is het kind nu veilig? En waar is het nu?',
  'Wat jij zag en hoorde: feiten, met dag en plaats.',
  'Wat je van anderen weet, en van wie.',
  'Waarom je denkt dat het niet veilig is.',
  'Wie er in het gezin zijn. Denk ook aan broertjes en zusjes.',
  'Wat jij en de school hierna zelf nog doen. Spreek dat samen af.',
] as const;

export const step4Forms = {
  'step4-weigh/menu': form({
    title: 'Wegen',
    step: 4,
    records: [],
    data: weighingMenu,
    inputs: (context) => ({ go: weighingStart(context) }),
  }),
  'step4-weigh/assess': form({
    title: 'Risico, aard en ernst wegen',
    step: 4,
    records: ['assessRisk'],
    history: true,
    data: assessData,
    inputs: earlierAssessment,
    refs: round,
  }),
  'step4-weigh/suspicion': form({
    title: 'Vraag 1: vermoeden',
    step: 4,
    records: ['weighSuspicion'],
    history: true,
    data: (context) => questionData('suspicion', context),
    inputs: earlierSuspicion,
    refs: round,
  }),
  'step4-weigh/safety': form({
    title: 'Vraag 2: veiligheid',
    step: 4,
    records: ['weighSafety'],
    history: true,
    inputs: earlierSafety,
    data: (context) => ({
      ...questionData('safety', context),
      acuteMeaning: meaningOf(context.t, 'Acute onveiligheid'),
      structuralMeaning: meaningOf(context.t, 'Structurele onveiligheid'),
    }),
    refs: round,
  }),
  'step4-weigh/help': form({
    title: 'Vraag 3: hulp mogelijk',
    step: 4,
    records: ['weighHelp'],
    history: true,
    data: (context) => ({
      ...questionData('help', context),
      helpers: choicesOf(context.t, helperKinds),
      // the helper is not the class teacher alone.
      warning: isOnlyTeacher(context)
        ? context.t(
            'Jij bent leerkracht. Hulp van jou alleen is niet genoeg. Noem ook de intern begeleider of een hulpverlener.',
          )
        : context.t('Hulp van alleen de leerkracht is niet genoeg. Noem ook de intern begeleider of een hulpverlener.'),
    }),
    inputs: (context) => ({ ...earlierHelp(context), ...todayTogether(context) }),
    refs: round,
  }),
  'step4-weigh/acceptance': form({
    title: 'Vraag 4: hulp aanvaard',
    step: 4,
    records: ['weighAcceptance'],
    history: true,
    data: (context) => ({ ...questionData('acceptance', context), acceptances: choicesOf(context.t, acceptances) }),
    inputs: (context) => ({ ...earlierAcceptance(context), ...todayTogether(context) }),
    refs: round,
  }),
  'step4-weigh/result': form({
    title: 'Vraag 5: resultaat',
    step: 4,
    records: ['weighResult'],
    history: true,
    data: resultData,
    inputs: (context) => ({ ...earlierResult(context), ...todayTogether(context) }),
    refs: (context) => ({ ...round(context), goals: Math.min(context.file.plan?.goals ?? 0, MOST_GOALS) }),
  }),
  'step4-weigh/report-now': form({
    title: 'Bel nu Veilig Thuis',
    step: 4,
    records: [],
    data: (context) => ({
      ...phoneOf(context),
      emergency: context.school.contacts.emergency,
      tell: tell.map((text) => ({ text: context.t(text) })),
      done: context.file.reportDuty === undefined,
    }),
  }),
  'step4-weigh/confirm': form({
    title: 'Weging bevestigen',
    step: 4,
    records: ['confirmWeighing'],
    history: true,
    data: confirmation,
    refs: (context) => ({ ...round(context), shown: context.file.weighing?.given ?? 0 }),
  }),
  'step4-weigh/request-talk': form({ title: 'Eerst overleg', step: 4, records: ['requestTalk'], refs: round }),
  'step4-weigh/again': form({ title: 'Opnieuw wegen', step: 4, records: ['startWeighing'] }),
} satisfies Record<string, Form>;
