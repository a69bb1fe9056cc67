import {
  auditQuestions,
  routes,
  type Route,
  type Question,
  type QuestionName,
  type Step,
  type Tally,
} from './statistics';

/** Fewer cases than this are never told: who knows the school could know the child. */
export const SMALLEST = 5;
const HALF = 2;

/** A number, rounded to a multiple of five; nothing when it is small, or when a small one could be worked out from it. */
export type Shown = number | undefined;
export type Answered = { answer: string; label: string; count: Shown };
export type Figures = {
  year: string;
  /** Cases with steps that began. */
  cases: Shown;
  /** Concerns that have no steps; each told apart, without a whole they would be part of. */
  exits: readonly { route: Route; label: string; count: Shown }[];
  questions: readonly { name: QuestionName; title: string; of: Shown; answers: readonly Answered[] }[];
  /** Days until a step was first gone through: the middle one of all. */
  days: readonly { step: Step; days: Shown }[];
  /** Cases by school; only when there is more than one. */
  schools: readonly { schoolId: string; cases: Shown }[];
};

const names = Object.keys(auditQuestions) as readonly QuestionName[]; // keys of a const table
const steps: readonly Step[] = [1, 2, 3, 4, 5];

const answerOf = ({ answers }: Tally, name: QuestionName): string => answers[name] ?? auditQuestions[name].usual;
const isAsked = (tally: Tally, { among }: Question): boolean =>
  among === undefined || answerOf(tally, among[0] as QuestionName) === among[1]; // names of questions, by the table below
const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

/**
 * What somebody can work out who already knows all about one school: the cases of all schools, and of all but each one.
 * A number is only told when it is large enough in every one of these.
 */
const worlds = (tallies: readonly Tally[]): readonly (readonly Tally[])[] => {
  const schools = [...new Set(tallies.map(({ schoolId }) => schoolId))];
  const without = schools.map((school) => tallies.filter(({ schoolId }) => schoolId !== school));
  return [tallies, ...without.filter((rest) => rest.length > 0)];
};

/** To a multiple of five: from two numbers that differ by one child nobody learns that. */
const rounded = (count: number): number => Math.round(count / SMALLEST) * SMALLEST;
/** The numbers that a published one may stand for. */
const standsFor = (count: number): readonly [least: number, most: number] =>
  count === 0 ? [0, 0] : [Math.max(SMALLEST, rounded(count) - HALF), rounded(count) + HALF];

/**
 * Whether nobody can tell more of what is left out than that it is small: with the whole and the parts that are told, each
 * hidden part may still be any of 1 to 4.
 * @param parts the counts in one world, @param own what the reader knows of them already
 */
const hides = (parts: readonly number[], out: readonly boolean[], own: readonly number[]): boolean => {
  const hidden = parts.filter((_, i) => out[i]);
  const [least, most] = standsFor(sum(parts));
  const told = parts.filter((_, i) => !out[i]).map(standsFor);
  const known = sum(own.filter((_, i) => out[i]));
  const low = least - sum(told.map(([, one]) => one)) - known;
  const high = most - sum(told.map(([one]) => one)) - known;
  if (sum(hidden) === known) return true; // the rest is nothing
  return high - (known > 0 ? 0 : hidden.length - 1) >= SMALLEST - 1 && (hidden.length > 1 || low <= 1);
};

const isSmall = (count: number): boolean => count > 0 && count < SMALLEST;

/**
 * Which parts of a whole are left out: small ones, and then the smallest others, until no small one can be worked out.
 * @param columns the counts of each part: in all schools, and then in all but each one, for whoever knows that one
 */
export const leftOut = (columns: readonly (readonly number[])[]): readonly boolean[] => {
  const all = columns.map(([first = 0]) => first);
  const out = columns.map((counts) => counts.some(isSmall));
  const worlds = (columns[0] ?? []).map((_, world) => all.map((count, i) => count - (columns[i]?.[world] ?? 0)));
  const order = all.map((count, i) => ({ count, i })).sort((a, b) => a.count - b.count);
  while (out.includes(true) && !worlds.every((own) => hides(all, out, own))) {
    const next = order.find(({ i, count }) => !out[i] && count > 0);
    if (!next) break; // everything is left out
    out[next.i] = true;
  }
  return out;
};

const large = (counts: readonly number[]): Shown =>
  counts.every((count) => count >= SMALLEST) ? rounded(counts[0] ?? 0) : undefined;

type Row = Figures['questions'][number];
const question = (name: QuestionName, all: readonly (readonly Tally[])[], of: Shown): Row => {
  const asked: Question = auditQuestions[name];
  const told = all.map((tallies) => tallies.filter((tally) => isAsked(tally, asked)));
  const rows = Object.entries(asked.answers);
  const columns = rows.map(([answer]) =>
    told.map((tallies) => tallies.filter((tally) => answerOf(tally, name) === answer).length),
  );
  const out = leftOut(columns);
  const shown = (i: number): Shown => (of === undefined || out[i] ? undefined : rounded(columns[i]?.[0] ?? 0));
  return {
    ...{ name, title: asked.title, of },
    answers: rows.map(([answer, label], i): Answered => ({ answer, label, count: shown(i) })),
  };
};

/** The questions in order; one that is asked among some cases is only told when their number is. */
const allQuestions = (all: readonly (readonly Tally[])[], cases: Shown): readonly Row[] => {
  const rows: Row[] = [];
  for (const name of names) {
    const { among }: Question = auditQuestions[name];
    const whole = rows.find((row) => row.name === among?.[0])?.answers.find(({ answer }) => answer === among?.[1]);
    rows.push(question(name, all, among ? whole?.count : cases));
  }
  return rows;
};

const middle = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const daysUntil = (step: Step, all: readonly (readonly Tally[])[]): Shown => {
  const inWorlds = all.map((tallies) =>
    tallies.flatMap((tally) => tally.steps.filter((one) => one.step === step).map(({ after }) => after)),
  );
  const [first = []] = inWorlds;
  return inWorlds.every(({ length }) => length === 0 || length >= SMALLEST) && first.length > 0
    ? middle(first)
    : undefined;
};

const bySchool = (tallies: readonly Tally[]): Figures['schools'] => {
  const schools = [...new Set(tallies.map(({ schoolId }) => schoolId))].sort();
  if (schools.length < 2) return [];
  const counts = schools.map((school) => tallies.filter(({ schoolId }) => schoolId === school).length);
  const safe = counts.every((count) => count >= SMALLEST); // one that is left out could be worked out from the others
  return schools.map((schoolId, i) => ({ schoolId, cases: safe ? rounded(counts[i] ?? 0) : undefined }));
};

/** What may be told of these cases: by school year, small numbers left out, also those that could be worked out. */
export const figuresOf = (year: string, tallies: readonly Tally[]): Figures => {
  const inYear = tallies.filter((tally) => tally.year === year);
  const on = (route: Route): readonly Tally[] => inYear.filter((tally) => tally.route === route);
  const exits = (['medewerker', 'leerlingen'] as const).map((route) => ({
    ...{ route, label: routes[route] },
    count: large(worlds(on(route)).map(({ length }) => length)),
  }));
  const all = worlds(on('stappenplan'));
  const cases = large(all.map(({ length }) => length));
  return {
    ...{ year, cases, exits, schools: cases === undefined ? [] : bySchool(all[0] ?? []) },
    questions: allQuestions(all, cases),
    days: steps.map((step) => ({ step, days: cases === undefined ? undefined : daysUntil(step, all) })),
  };
};
