import fc from 'fast-check';
import { emptyCase, evolve, type CaseEvent } from '../../src/protocol/caseFile';
import { figuresOf, leftOut, SMALLEST, type Figures } from '../../src/protocol/figures';
import {
  auditQuestions,
  countsInFigures,
  emptyTally,
  schoolYearOf,
  tallied,
  type QuestionName,
  type Tally,
} from '../../src/protocol/statistics';
import { factsWith } from '../cards/everyFact';
import { caseFiles, caseNames } from '../cards/caseFiles';
import { play, anyWalk } from './exploration/walk';
import { typedMark } from './exploration/chance';

const tallyOf = (events: readonly CaseEvent[]): Tally => {
  const file = events.reduce(evolve, emptyCase);
  return events.reduce((tally, event) => tallied(tally, event, file), emptyTally(file));
};
const of = factsWith((about) => about);
const opened = { ...of.CaseOpened, at: '2026-11-10T10:00:00.000Z' };

describe('given a case, when what it adds to the figures is counted', () => {
  test('R-235: then its steps, their order and days, the talk, the answers, the melding and the help are in it', () => {
    const tally = tallyOf([
      ...[opened, { ...of.ConversationRecorded, at: '2026-11-12T10:00:00.000Z' }],
      ...[{ ...of.SignalsMapped, at: '2026-11-20T10:00:00.000Z' }, of.ConsultationRequested, of.ConsultationAnswered],
      ...[of.SuspicionWeighed, of.SafetyWeighed, of.ReportDecided, of.PlanMade, of.CaseClosed, of.CaseReopened],
    ]);
    expect(tally).toMatchObject({ schoolId: 'de-linde', year: '2026-2027', route: 'stappenplan' });
    expect(tally.steps.slice(0, 2)).toEqual([
      { step: 3, after: 2 },
      { step: 1, after: 10 },
    ]);
    expect(tally.answers).toMatchObject({
      ...{ step1: 'ja', step3: 'ja', step5: 'ja', order: 'nee', consulted: 'ja', talk: 'ouder', suspicion: 'ja' },
      ...{ planned: 'ja', reopened: 'ja', bottleneck: 'wachttijd' },
    });
  });

  test.each([
    ['2026-11-17', 'op-tijd'],
    ['2026-11-18', 'later'],
  ])('R-235 I-13: then feedback on %s, five working days being the 17th, is %s', (on, feedback) => {
    const made = { ...of.ReportMade, reportedAt: '2026-11-10T10:00:00.000Z' };
    const answers = { ...of.FeedbackRecorded, outcome: 'terugkoppeling', on } as const;
    expect(tallyOf([opened, made, answers]).answers.feedback).toBe(feedback);
    expect(tallyOf([opened, made, of.FeedbackRecorded]).answers.feedback).toBeUndefined();
  });

  test('A-29: then it says whether the case is for two at this moment', () => {
    expect(tallyOf([opened]).forTwo).toBe(false);
    expect(tallyOf([opened, of.CaseClosed, of.FileLocked]).forTwo).toBe(true);
    expect(tallyOf([opened, of.FileLocked, of.CaseClosed, of.FileUnlocked]).forTwo).toBe(false);
  });

  test('R-235: then a school year begins on the first of August', () => {
    expect([schoolYearOf('2026-07-31'), schoolYearOf('2026-08-01')]).toEqual(['2025-2026', '2026-2027']);
  });

  test.each(caseNames)(
    'I-20 R-235: then nothing of %s that somebody typed, no person, number or day is in it',
    (name) => {
      const events = caseFiles((about) => `${about} QQQ`)[name];
      const told = JSON.stringify(tallyOf(events));
      expect(told).not.toMatch(/QQQ|MC-|\d{4}-\d{2}-\d{2}|[0-9a-f]{8}-/);
      for (const answer of Object.entries(tallyOf(events).answers))
        expect(Object.keys(auditQuestions[answer[0] as QuestionName].answers)).toContain(answer[1]); // a key of the table
    },
  );

  test('I-20 R-235: then the same holds for cases that anybody walks in any order', () => {
    fc.assert(
      fc.property(anyWalk, (presses) => {
        const events = play(presses, () => undefined);
        const told =
          events.length > 0 ? JSON.stringify([tallyOf(events), figuresOf('2026-2027', [tallyOf(events)])]) : '';
        expect(told).not.toContain(typedMark);
        expect(told).not.toMatch(/teacher|leader|MC-|\d{4}-\d{2}-\d{2}/);
      }),
      { numRuns: 25, seed: 20261125 },
    );
  });

  test('then a fact that adds nothing is not counted', () => {
    expect(countsInFigures(of.SignalRecorded)).toBe(false);
    expect(tallyOf([opened, of.SignalRecorded])).toEqual(tallyOf([opened]));
  });
});

/** Everything that three parts of a whole may be, for whoever sees what was published. */
const possible = (parts: readonly number[], out: readonly boolean[]): readonly (readonly number[])[] => {
  const round = (count: number): number => Math.round(count / 5) * 5;
  const total = parts.reduce((a, b) => a + b, 0);
  const fits = (part: number, i: number): boolean =>
    out[i] ? part >= 1 : parts[i] === 0 ? part === 0 : part >= 5 && round(part) === round(parts[i] ?? 0);
  const found: number[][] = [];
  for (let a = 0; a <= 40; a += 1)
    for (let b = 0; fits(a, 0) && b <= 40; b += 1)
      for (let c = 0; fits(b, 1) && c <= 40; c += 1)
        if (fits(c, 2) && a + b + c >= 5 && round(a + b + c) === round(total)) found.push([a, b, c]);
  return found;
};

test('R-235: given any three parts of a whole, when they are published, then a small one may still be anything from 1 to 4', () => {
  const part = fc.nat({ max: 12 });
  fc.assert(
    fc.property(part, part, part, (...parts) => {
      const total = parts.reduce((a, b) => a + b, 0);
      if (total < SMALLEST) return;
      const out = leftOut(parts.map((count) => [count]));
      parts.forEach((count, i) => {
        if (count === 0 || count >= SMALLEST) return;
        expect(out[i]).toBe(true);
        const left = new Set(possible(parts, out).map((one) => one[i]));
        expect([1, 2, 3, 4].filter((guess) => !left.has(guess))).toEqual([]);
      });
    }),
    { numRuns: 60, seed: 20261125 },
  );
});

const anyTally = fc.record({
  schoolId: fc.constantFrom('de-linde', 'de-esch', 'de-beuk'),
  year: fc.constant('2026-2027'),
  route: fc.constantFrom('stappenplan' as const, 'stappenplan' as const, 'medewerker' as const, 'leerlingen' as const),
  answers: fc.record(
    Object.fromEntries(
      (Object.keys(auditQuestions) as QuestionName[]).map((name) => [
        name,
        fc.constantFrom(...Object.keys(auditQuestions[name].answers)),
      ]),
    ) as { [N in QuestionName]: fc.Arbitrary<string> }, // one of its answers for each question
  ),
  steps: fc.array(fc.record({ step: fc.constantFrom(1 as const, 2 as const, 3 as const), after: fc.nat(90) }), {
    maxLength: 2,
  }),
  feedbackUntil: fc.constant({}),
  forTwo: fc.boolean(),
});
const countsIn = ({ cases, exits, questions, schools }: Figures): readonly number[] =>
  [
    cases,
    ...exits.map(({ count }) => count),
    ...schools.map((one) => one.cases),
    ...questions.flatMap(({ of: whole, answers }) => [whole, ...answers.map(({ count }) => count)]),
  ].filter((count) => count !== undefined);

test('R-235: given any cases of any schools, when they are published, then no number is small, and one case more or less is not told', () => {
  fc.assert(
    fc.property(fc.array(anyTally, { maxLength: 60 }), (tallies) => {
      const figures = figuresOf('2026-2027', tallies);
      expect(countsIn(figures).filter((count) => count % SMALLEST !== 0)).toEqual([]);
      for (const { name, answers } of figures.questions)
        for (const { answer, count } of answers) {
          const true_ = tallies.filter((one) => one.route === 'stappenplan' && one.answers[name] === answer).length;
          if (count !== undefined && name !== 'feedback') expect(true_ === 0 || true_ >= SMALLEST).toBe(true);
        }
      if (tallies.filter(({ route }) => route === 'stappenplan').length < SMALLEST)
        expect(countsIn({ ...figures, exits: [] })).toEqual([]);
    }),
    { numRuns: 60, seed: 20261125 },
  );
});

test('R-235: given twelve cases of one school, when they are published, then each number is there, to a multiple of five', () => {
  const one = tallyOf([opened, of.SignalsMapped, of.CaseClosed]);
  const other = tallyOf([opened, { ...of.SafetyWeighed, answer: 'ja' }, of.ReportMade]);
  const figures = figuresOf('2026-2027', [
    ...Array.from({ length: 7 }, () => one),
    ...Array.from({ length: 5 }, () => other),
  ]);
  expect(figures.cases).toBe(10);
  const found = (name: QuestionName) => figures.questions.find((question) => question.name === name);
  expect(found('reported')?.answers.map(({ count }) => count)).toEqual([5, 5]);
  expect(found('feedback')).toMatchObject({ of: 5, answers: [{ count: 0 }, { count: 0 }, { count: 5 }] });
  expect(figures.days[0]).toEqual({ step: 1, days: 0 });
  expect(figuresOf('2025-2026', [one]).cases).toBeUndefined();
});
