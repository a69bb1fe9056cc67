import type { CaseEvent, CaseFile, EventType } from './caseFile';
import { bottleneckThemes } from './closing';
import { waiverGrounds } from './step3Conversation';
import type { WeighAnswer } from './step4Weigh';
import { feedbackDue } from './terms';
import { localDateOf, type LocalDate } from './time';

/**
 * What the audit asks about the working of the meldcode. Each question divides cases with steps over its answers; `among`: only
 * cases that gave this answer to another question are asked.
 */
export type Question = {
  title: string;
  answers: Readonly<Record<string, string>>;
  /** What a case counts as until something else happens. */
  usual: string;
  among?: readonly [question: string, answer: string];
};

const done = { ja: 'Gezet', nee: 'Niet gezet' };
const yesNo = { ja: 'Ja', nee: 'Nee' };
const weighed = { ja: 'Ja', twijfel: 'Twijfel', nee: 'Nee', open: 'Niet beantwoord' };
const byCase = (title: string, answers: Question['answers'], usual: string): Question => ({ title, answers, usual });

export const auditQuestions = {
  step1: byCase('Stap 1: signalen in kaart', done, 'nee'),
  step2: byCase('Stap 2: overleg', done, 'nee'),
  step3: byCase('Stap 3: gesprek', done, 'nee'),
  step4: byCase('Stap 4: wegen', done, 'nee'),
  step5: byCase('Stap 5: beslissen', done, 'nee'),
  order: byCase('Volgorde', { ja: 'Stappen op volgorde', nee: 'In een andere volgorde' }, 'ja'),
  consulted: byCase('Een collega gaf advies', yesNo, 'nee'),
  advised: byCase('Contact met Veilig Thuis', yesNo, 'nee'),
  talk: byCase(
    'Gesprek met de ouder',
    { ouder: 'Gevoerd', leerling: 'Alleen met de leerling', ...waiverGrounds, geen: 'Niet gevoerd' },
    'geen',
  ),
  suspicion: byCase('Vraag 1: vermoeden', weighed, 'open'),
  safety: byCase('Vraag 2: onveilig', weighed, 'open'),
  help: byCase('Vraag 3: hulp mogelijk', weighed, 'open'),
  acceptance: byCase('Vraag 4: hulp aanvaard', weighed, 'open'),
  result: byCase('Vraag 5: resultaat van de hulp', weighed, 'open'),
  reported: byCase('Melding bij Veilig Thuis', yesNo, 'nee'),
  feedback: {
    title: 'Terugkoppeling na een melding',
    answers: { 'op-tijd': 'Binnen vijf werkdagen', later: 'Later', open: 'Nog niet' },
    usual: 'open',
    among: ['reported', 'ja'],
  },
  planned: byCase('Hulpplan gemaakt', yesNo, 'nee'),
  reopened: byCase('Heropend na sluiten', yesNo, 'nee'),
  bottleneck: byCase('Knelpunten voor het beleid', { ...bottleneckThemes, geen: 'Geen genoemd' }, 'geen'),
} as const satisfies Readonly<Record<string, Question>>;
export type QuestionName = keyof typeof auditQuestions;
type Answers = Partial<Record<QuestionName, string>>;

/** The three roads on which a concern goes; only the first has steps to count. */
export const routes = {
  stappenplan: 'Stappenplan',
  medewerker: 'Over een medewerker',
  leerlingen: 'Tussen leerlingen',
} as const;
export type Route = keyof typeof routes;

export type Step = 1 | 2 | 3 | 4 | 5;

/** What one case adds to the figures: answers and numbers of days. No person, no word that was typed, no day. */
export type Tally = {
  schoolId: string;
  /** School year in which it began: '2026-2027'. */
  year: string;
  route: Route;
  answers: Answers;
  /** Whether it is for two now: then nothing that could be told from this one case alone is told to others. */
  forTwo: boolean;
  /** Steps in the order in which they were first gone through, each with how many days after the beginning. */
  steps: readonly { step: Step; after: number }[];
  /** Until how many days after the beginning Veilig Thuis had, for each melding. */
  feedbackUntil: Readonly<Record<string, number>>;
};

const AUGUST = 8;
/** A school year begins on the first of August. */
export const schoolYearOf = (day: LocalDate): string => {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = month >= AUGUST ? year : year - 1;
  return `${first}-${first + 1}`;
};

const DAY_MS = 86_400_000;

export const emptyTally = ({ schoolId, openedAt }: CaseFile): Tally => ({
  ...{
    schoolId,
    year: schoolYearOf(localDateOf(openedAt)),
    route: 'stappenplan',
    answers: {},
    forTwo: false,
    steps: [],
    feedbackUntil: {},
  },
});

const answered = (tally: Tally, answers: Answers): Tally => ({ ...tally, answers: { ...tally.answers, ...answers } });
const stepped = (tally: Tally, step: Step, after: number): Tally => {
  if (tally.steps.some((one) => one.step === step)) return tally;
  const steps = [...tally.steps, { step, after }];
  const inOrder = steps.every((one, i) => i === 0 || one.step > (steps[i - 1]?.step ?? 0));
  return { ...answered(tally, { [`step${step}`]: 'ja', order: inOrder ? 'ja' : 'nee' }), steps };
};
const weighedAs =
  (question: QuestionName) =>
  (tally: Tally, { answer }: { answer: WeighAnswer }): Tally =>
    answered(tally, { [question]: answer });

/** `days`: how many days after the beginning. */
type Counting = {
  [T in EventType]?: (tally: Tally, event: Extract<CaseEvent, { type: T }>, days: (day: LocalDate) => number) => Tally;
};

/** The facts that the figures are made of. */
const counting: Counting = {
  CaseOpened: (tally) => ({ ...tally, route: 'stappenplan' }),
  StaffConcernReported: (tally) => ({ ...tally, route: 'medewerker' }),
  MovedToStaffExit: (tally) => ({ ...tally, route: 'medewerker' }),
  PupilConcernReported: (tally) => ({ ...tally, route: 'leerlingen' }),
  SignalsMapped: (tally, { at }, days) => stepped(tally, 1, days(localDateOf(at))),
  ConsultationAnswered: (tally, { at }, days) =>
    answered(stepped(tally, 2, days(localDateOf(at))), { consulted: 'ja' }),
  OutsideConsultationRecorded: (tally, { at }, days) =>
    answered(stepped(tally, 2, days(localDateOf(at))), { consulted: 'ja' }),
  VeiligThuisContactRecorded: (tally, { at }, days) =>
    answered(stepped(tally, 2, days(localDateOf(at))), { advised: 'ja' }),
  ConversationRecorded: (tally, { at, with: whom }, days) => {
    const talk = whom === 'leerling' && tally.answers.talk !== 'ouder' ? 'leerling' : 'ouder';
    return answered(stepped(tally, 3, days(localDateOf(at))), { talk });
  },
  ConversationWaived: (tally, { ground }) =>
    tally.answers.talk === undefined ? answered(tally, { talk: ground }) : tally,
  SuspicionWeighed: (tally, event, days) =>
    weighedAs('suspicion')(stepped(tally, 4, days(localDateOf(event.at))), event),
  SafetyWeighed: weighedAs('safety'),
  HelpWeighed: weighedAs('help'),
  AcceptanceWeighed: weighedAs('acceptance'),
  ResultWeighed: weighedAs('result'),
  ReportDecided: (tally, { at }, days) => stepped(tally, 5, days(localDateOf(at))),
  ReportMade: (tally, { number, reportedAt }, days) => ({
    ...answered(tally, { reported: 'ja' }),
    feedbackUntil: { ...tally.feedbackUntil, [number]: days(feedbackDue(reportedAt)) },
  }),
  FeedbackRecorded: (tally, { report, outcome, on }, days) => {
    if (outcome !== 'terugkoppeling') return tally;
    const inTime = days(on) <= (tally.feedbackUntil[report] ?? 0);
    const late = tally.answers.feedback === 'later' || !inTime;
    return answered(tally, { feedback: late ? 'later' : 'op-tijd' });
  },
  PlanMade: (tally) => answered(tally, { planned: 'ja' }),
  FileLocked: (tally) => ({ ...tally, forTwo: true }),
  FileUnlocked: (tally) => ({ ...tally, forTwo: false }),
  CaseReopened: (tally) => answered(tally, { reopened: 'ja' }),
  CaseClosed: (tally, { bottleneck, bottleneckTheme }) =>
    answered(tally, { bottleneck: bottleneckTheme ?? (bottleneck ? 'anders' : 'geen') }),
};

export const countsInFigures = ({ type }: CaseEvent): boolean => counting[type] !== undefined;

/** The tally after one more fact of this case. */
export const tallied = (tally: Tally, event: CaseEvent, file: CaseFile): Tally => {
  // The table's row for a type takes events of that type; the compiler cannot follow the type through the index.
  const count = counting[event.type] as
    ((...told: [Tally, CaseEvent, (day: LocalDate) => number]) => Tally) | undefined;
  const begun = Date.parse(localDateOf(file.openedAt));
  return count ? count(tally, event, (day) => Math.round((Date.parse(day) - begun) / DAY_MS)) : tally;
};
