import { safetyScale } from '../protocol/safetyScale';
import { safetyTrend } from './safetyTrend';
import { progressKinds, type ProgressKind } from '../protocol/helpPlan';
import { addDays } from '../protocol/time';
import type { FormContext, Inputs } from './context';
import { coordinatorTitles } from './entries/helpPlan';
import { choicesOf, form, wordedRows, type Form } from './form';
import { nobody } from './helpPlanMake';
import { arrivalData, monitoringCheckData, monitoringRef, referralRef } from './helpPlanFollow';
import { helpPlanMenu } from './helpPlanMenu';
import { casemanagerData, goalLines, planMade, taskData } from './helpPlanOverview';
import { insideColleagues, isOneOf, mayBeResponsible, peopleChoices } from './helpPlanPeople';
import { correctionOf } from './step4Inputs';

const makeData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const { school, today, entries } = context;
  const earlier = planMade(context);
  return {
    tomorrow: addDays(today, 1),
    renews: earlier !== undefined,
    mended: (earlier && correctionOf(entries, earlier.seq)) ?? '',
    people: peopleChoices(context.t, insideColleagues(school)),
    coordinators: wordedRows(coordinatorTitles(school)),
    responsibles: [
      ...peopleChoices(context.t, mayBeResponsible(school)),
      { title: context.t('Nog niet gekozen'), value: nobody },
    ],
  };
};

const numbered = (name: string, values: readonly string[]): Inputs =>
  Object.fromEntries(values.map((value, i) => [name.replace('#', String(i + 1)), value]));

/** A new plan starts from the one that runs: changing one role should not mean typing all the rest again. */
const makeInputs = (context: FormContext): Inputs => {
  const made = planMade(context)?.event;
  const fresh = { coordinator: 'school', responsible: nobody };
  if (!made) return fresh;
  const { school, today } = context;
  const here = insideColleagues(school);
  const known = made.responsible !== undefined && isOneOf(mayBeResponsible(school), made.responsible);
  return {
    coordinator: made.coordinator,
    responsible: known ? (made.responsible ?? nobody) : nobody,
    until: made.until > today ? made.until : '',
    interim: made.interim && made.interim > today ? made.interim : '',
    noticedBy: made.noticedBy,
    casemanager: isOneOf(here, made.casemanager) ? made.casemanager : '',
    casemanagerTasks: made.casemanagerTasks,
    colleagues: made.colleagues.filter((id) => isOneOf(here, id)).join(','),
    classAgreements: made.classAgreements ?? '',
    document: made.document ?? '',
    ...numbered('goal#', made.goals),
    ...numbered(
      'role#Who',
      made.roles.map(({ who }) => who),
    ),
    ...numbered(
      'role#Role',
      made.roles.map(({ role }) => role),
    ),
    ...numbered(
      'task#Who',
      made.tasks.map(({ who }) => who),
    ),
    ...numbered(
      'task#What',
      made.tasks.map(({ what }) => what),
    ),
  };
};

/** The talk that is due; else how it goes. */
const likelyProgress = ({ file: { plan }, today }: FormContext): ProgressKind => {
  if (plan && plan.until <= today && !plan.endDone) return 'na-afloop-besproken';
  return plan?.interim && plan.interim <= today && !plan.interimDone ? 'tussentijds-besproken' : 'voortgang';
};

export const helpPlanForms = {
  'plan/menu': helpPlanMenu,
  'plan/make': form({
    title: 'Hulpplan maken',
    step: 5,
    records: ['makePlan'],
    history: true,
    data: makeData,
    inputs: makeInputs,
  }),
  'plan/casemanager': form({
    reads: true,
    title: 'Het hulpplan en de casemanager',
    step: 5,
    records: ['acceptCasemanagement'],
    history: true,
    data: casemanagerData,
  }),
  'plan/task': form({
    title: 'Jouw taak in een plan',
    records: [],
    history: true,
    // I-21: whoever has a task does not see the file, and needs no name above the card.
    named: () => '',
    data: taskData,
  }),
  'plan/progress': form({
    title: 'Hoe het gaat met de hulp',
    step: 5,
    records: ['recordProgress'],
    history: true,
    data: (context) => ({
      known: context.file.plan !== undefined,
      goals: goalLines(context),
      kinds: choicesOf(context.t, progressKinds),
      figures: choicesOf(context.t, safetyScale),
      trend: safetyTrend(context),
    }),
    inputs: (context) => ({ kind: likelyProgress(context), on: context.today }),
  }),
  'plan/refer': form({
    title: 'Ouder doorverwijzen',
    step: 5,
    records: ['referParent'],
    inputs: ({ today }) => ({ on: today }),
  }),
  'plan/arrival': form({
    title: 'Is de ouder bij de hulp?',
    step: 5,
    records: ['recordArrival'],
    history: true,
    data: arrivalData,
    refs: referralRef,
  }),
  'plan/monitoring': form({
    title: 'Afspreken hoe we de veiligheid volgen',
    step: 5,
    records: ['agreeMonitoring'],
    inputs: ({ file, school }) => ({ who: file.plan ? school.nameOf(file.plan.casemanager) : '' }),
  }),
  'plan/monitoring-check': form({
    title: 'Is het veilig?',
    step: 5,
    records: ['recordMonitoring'],
    history: true,
    data: monitoringCheckData,
    inputs: ({ today }) => ({ on: today }),
    refs: monitoringRef,
  }),
} satisfies Record<string, Form>;
