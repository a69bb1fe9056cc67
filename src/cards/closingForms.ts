import {
  bottleneckThemes,
  closingRefusal,
  closings,
  justBegun,
  missingSteps,
  type ClosingOutcome,
} from '../protocol/closing';
import type { CaseFile } from '../protocol/caseFile';
import type { Refusal } from '../protocol/decision';
import { steps, type Step } from '../protocol/meldcode';
import { shownLines } from './chronology';
import type { Entry, FormContext } from './context';
import { describeEntry } from './entries';
import { choicesOf, form, type Form } from './form';
import type { Dutch, Tongue } from '../text/tongue';

// Object.keys of a const table gives exactly its keys; TypeScript widens them to string.
// A start that was a mistake has a card of its own.
const outcomes = (Object.keys(closings) as ClosingOutcome[]).filter((outcome) => outcome !== 'vergissing');
const openOutcomes = (file: CaseFile): readonly ClosingOutcome[] =>
  outcomes.filter((outcome) => closingRefusal(file, outcome) === undefined);

/** Something that stands in the way, and the card where it is taken away. */
type Way = { form: string; title: Dutch };
type Obstacle = { text: string; form: string; title: string };
const toWeighing: Way = { form: 'step4-weigh/menu', title: 'Naar wegen' };
const toDeciding: Way = { form: 'step5-decide/menu', title: 'Naar beslissen' };
const mended: Readonly<Partial<Record<Refusal, Way>>> = {
  'report-open': toDeciding,
  'parents-not-told': toDeciding,
  'feedback-open': toDeciding,
  'decision-1-first': toDeciding,
  'leader-first': toWeighing,
  'refusal-must-be-weighed': { form: 'step4-weigh/assess', title: 'Weigering meewegen' },
  'veilig-thuis-first': { form: 'step2-consult/veilig-thuis', title: 'Contact met Veilig Thuis' },
  'flags-undecided': { form: 'step1-signals/flags', title: 'Kijken wat het signaal betekent' },
  'monitoring-needed': { form: 'plan/monitoring', title: 'Afspraken over veiligheid' },
  'no-plan': { form: 'plan/make', title: 'Hulpplan maken' },
};
const overview: Way = { form: 'shared/hub', title: 'Naar het overzicht' };

/** With nothing else in the way, the way to every end leads through weighing and deciding. */
const unfinished: readonly (readonly [text: Dutch, way: Way])[] = [
  ['Beantwoord de vragen van stap 4.', toWeighing],
  ['Neem daarna de twee besluiten van stap 5.', toDeciding],
];

/** What stands in the way of every end; the plain "not this way" says nothing when there is more to say. */
const obstaclesOf = (t: Tongue, file: CaseFile): readonly Obstacle[] => {
  if (openOutcomes(file).length > 0) return [];
  const found = new Set(outcomes.flatMap((outcome) => closingRefusal(file, outcome) ?? []));
  found.delete('not-this-outcome');
  const obstacle = (text: string, { form, title }: Way): Obstacle => ({ text, form, title: t(title) });
  if (found.size === 0) return unfinished.map(([text, way]) => obstacle(t(text), way));
  return [...found].map((refusal) => obstacle(t.refusals[refusal], mended[refusal] ?? overview));
};

/** Ends without suspicion: steps 4 and 5 follow from the weighing and need no reason. */
const withoutSuspicion: readonly ClosingOutcome[] = ['geen-actie-nodig', 'andere-oorzaak'];

/** Which skipped steps are asked after, and of which it is certain that a reason is needed. */
const skippedOf = (file: CaseFile): { asked: readonly Step[]; needed: readonly Step[] } => {
  const missing = missingSteps(file);
  const open = openOutcomes(file);
  const spared = (outcome: ClosingOutcome): boolean => withoutSuspicion.includes(outcome);
  return {
    asked: missing.filter((step) => step < 4 || !open.every(spared)),
    needed: missing.filter((step) => step < 4 || !open.some(spared)),
  };
};

const closeData = ({ t, file }: FormContext): Readonly<Record<string, unknown>> => {
  const open = openOutcomes(file);
  const { asked, needed } = skippedOf(file);
  return {
    outcomes: choicesOf(t, closings, open),
    themes: choicesOf(t, bottleneckThemes),
    canClose: open.length > 0,
    obstacles: obstaclesOf(t, file),
    onSteps: file.kind === 'stappenplan',
    skipped: Object.fromEntries(
      steps.map(({ step, title }) => [
        `s${step}`,
        { asked: asked.includes(step), needed: needed.includes(step), title: t(title).toLowerCase() },
      ]),
    ),
    anySkipped: asked.length > 0,
    someSpared: asked.length > needed.length,
    otherCause: file.conversations.otherCause,
  };
};

/** The longest fact has some twenty lines; whoever corrects one sees all of it. */
const WHOLE = 24;

const entryOf = ({ about, entries }: FormContext): Entry | undefined =>
  entries.find(({ seq }) => seq === Number(about));

const correctData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const entry = entryOf(context);
  if (!entry) return { found: false, title: '', when: '', by: '', lines: [] };
  const description = describeEntry(entry.event, context.school);
  return {
    found: true,
    title: `${entry.seq}. ${description.title}`,
    when: context.t.moment(entry.event.at),
    by: context.school.nameOf(entry.event.by),
    lines: shownLines(context.t, description, WHOLE),
  };
};

export const closingForms = {
  'shared/close': form({
    title: 'Zaak sluiten',
    records: ['closeCase'],
    data: closeData,
    inputs: ({ file }) => ({ outcome: openOutcomes(file)[0] ?? '' }),
  }),
  'shared/undo-start': form({
    title: 'Begin ongedaan maken',
    records: ['undoStart'],
    data: ({ file }) => ({ possible: file.status === 'open' && justBegun(file) }),
  }),
  'shared/reopen': form({ title: 'Zaak heropenen', records: ['reopenCase'] }),
  'shared/correct': form({
    title: 'Iets verbeteren',
    records: ['correctEntry'],
    history: true,
    data: correctData,
    refs: (context) => ({ entry: entryOf(context)?.seq ?? 0 }),
  }),
} satisfies Record<string, Form>;
