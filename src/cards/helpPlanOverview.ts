import type { CaseEvent } from '../protocol/caseFile';
import type { Entry, FormContext } from './context';
import { describeHelpPlan } from './entries/helpPlan';
import { shorten } from './factsOnFile';
import { correctionOf, type Said } from './step4Inputs';
import type { Tongue } from '../text/tongue';

type PlanMade = Extract<CaseEvent, { type: 'PlanMade' }>;
type Data = Readonly<Record<string, unknown>>;

/** Longest text of one line in the overview; the file itself holds all of it. */
const SHOWN = 400;

/** The plan that runs now; `planMade` is its fact in the history. */
export const planMade = ({ entries, file }: FormContext): { seq: number; event: PlanMade } | undefined => {
  const found = entries.flatMap(({ seq, event }) => (event.type === 'PlanMade' ? [{ seq, event }] : []));
  return found.findLast(({ event }) => event.id === file.plan?.id);
};

const correction = (t: Tongue, entries: readonly Entry[], seq: number): readonly Said[] => {
  const mended = correctionOf(entries, seq);
  return mended ? [{ label: t('Verbeterd: '), text: shorten(mended, SHOWN) }] : [];
};

/** The whole plan, for who sees the file. */
export const planLines = (context: FormContext): readonly Said[] => {
  const found = planMade(context);
  if (!found) return [];
  const lines = describeHelpPlan(found.event, context.school).lines;
  return [
    ...lines.map(({ label, text }) => ({ label: `${label}: `, text: shorten(text, SHOWN) })),
    ...correction(context.t, context.entries, found.seq),
  ];
};

/** What the plan should lead to, as a reminder on the card about progress. */
export const goalLines = (context: FormContext): readonly Said[] => {
  const found = planMade(context);
  if (!found) return [];
  return [
    ...found.event.goals.map((goal, i) => ({
      label: context.t('Doel {number}: ', { number: i + 1 }),
      text: shorten(goal, 200),
    })),
    { label: context.t('Waaraan zien we het: '), text: shorten(found.event.noticedBy, 200) },
    ...correction(context.t, context.entries, found.seq),
  ];
};

export const casemanagerData = (context: FormContext): Data => {
  const { file, school, viewer } = context;
  const { plan } = file;
  const yours = plan?.casemanager === viewer.id;
  return {
    plan: planLines(context),
    asked: yours && !plan.accepted && file.status === 'open',
    accepted: plan?.accepted === true,
    casemanager: plan ? school.nameOf(plan.casemanager) : '',
    owner: school.nameOf(file.owner),
  };
};

/**
 * Who does what, for a colleague with a task: roles, tasks, term and casemanager. The child, the goals and the rest
 * of the file are not theirs to read, so nothing of them goes into the card.
 */
export const taskData = (context: FormContext): Data => {
  const { school } = context;
  const made = planMade(context)?.event;
  if (!made) return { known: false, casemanager: '', made: '', until: '', roles: [], tasks: [], casemanagerTasks: '' };
  return {
    known: true,
    casemanager: school.nameOf(made.casemanager),
    casemanagerTasks: made.casemanagerTasks,
    made: school.nameOf(made.by),
    until: context.t.day(made.until),
    roles: made.roles.map(({ who, role }) => ({ label: `${who}: `, text: role })),
    tasks: made.tasks.map(({ who, what }) => ({ label: `${who}: `, text: what })),
  };
};
