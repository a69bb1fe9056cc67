import { emptyCase, evolve, type CaseFile } from '../../src/protocol/caseFile';
import { decide, type Command } from '../../src/protocol/decide';
import type { Refusal } from '../../src/protocol/decision';
import type { Actor } from '../../src/protocol/roles';
import { leadOf, newWeighing, weighsTogether, type Lead, type QuestionId } from '../../src/protocol/step4Weigh';
import { derivedReport, reportOwed } from '../../src/protocol/step5Decide';
import { before, leader, now, teacher, yesterday } from './given';
import { decideHelp, decideReport, riskAssessed } from './laterSamples';
import { closeCase, opened, veiligThuisContact } from './samples';
import { answered, confirmed, everyStepExplained, questionIds, together, weigh, weighAnswers } from './samples4to5';
import type { Answers } from './samples4to5';

/**
 * The decision table of the afwegingskader, written down a second time and in another way: row by row, as the protocol's
 * step 4 and step 5 have it. What the bot derives is held against it for every combination of answers, in every order.
 */
type Row = { when: Answers; goesTo: Lead['to']; call?: true };
const rows: readonly Row[] = [
  { when: {}, goesTo: 'suspicion' },
  { when: { suspicion: 'nee' }, goesTo: 'close' },
  { when: { suspicion: 'twijfel' }, goesTo: 'suspicion', call: true },
  { when: { suspicion: 'ja' }, goesTo: 'safety' },
  { when: { suspicion: 'ja', safety: 'nee' }, goesTo: 'help' },
  { when: { suspicion: 'ja', safety: 'ja' }, goesTo: 'help' },
  { when: { suspicion: 'ja', safety: 'twijfel' }, goesTo: 'help' },
];
const beyondSafety: readonly Row[] = [
  { when: { help: 'nee' }, goesTo: 'decide' },
  { when: { help: 'twijfel' }, goesTo: 'help', call: true },
  { when: { help: 'ja' }, goesTo: 'acceptance' },
  { when: { help: 'ja', acceptance: 'nee' }, goesTo: 'decide' },
  { when: { help: 'ja', acceptance: 'twijfel' }, goesTo: 'acceptance', call: true },
  { when: { help: 'ja', acceptance: 'ja' }, goesTo: 'plan' },
  { when: { help: 'ja', acceptance: 'ja', result: 'nee' }, goesTo: 'decide' },
  { when: { help: 'ja', acceptance: 'ja', result: 'twijfel' }, goesTo: 'result', call: true },
  { when: { help: 'ja', acceptance: 'ja', result: 'ja' }, goesTo: 'monitor' },
];
const table: readonly Row[] = [
  ...rows,
  ...weighAnswers.flatMap((safety) =>
    beyondSafety.map(({ when, ...row }): Row => ({ when: { suspicion: 'ja', safety, ...when }, ...row })),
  ),
];

/** The last row whose answers were all given: later rows are further on. */
const rowFor = (answers: Answers): Row => {
  const fits = ({ when }: Row) => questionIds.every((id) => when[id] === undefined || when[id] === answers[id]);
  const row = table.filter(fits).at(-1);
  if (!row) throw new Error('the first row fits everything');
  return row;
};

/** "Ja of twijfel" on question 2 asks for a melding and brings Veilig Thuis in; so do a no and a doubt about the help. */
const unsafe = ({ safety }: Answers): boolean => safety === 'ja' || safety === 'twijfel';
const needsReport = (answers: Answers): boolean =>
  unsafe(answers) ||
  [answers.help, answers.acceptance, answers.result].some((one) => one === 'nee' || one === 'twijfel');
const cameToAnEnd = (answers: Answers): boolean =>
  ['close', 'decide', 'plan', 'monitor'].includes(rowFor(answers).goesTo);

const opener = evolve(emptyCase, opened());
const answer = (file: CaseFile, command: Command, by: Actor = teacher) =>
  decide(command, file, { by, at: now, length: 1 });
const refusalOf = (file: CaseFile, command: Command, by?: Actor): Refusal | undefined => {
  const judgement = answer(file, command, by);
  return 'refusal' in judgement ? judgement.refusal : undefined;
};

const answerSets = (left: readonly QuestionId[] = questionIds): Answers[] => {
  const [id, ...rest] = left;
  if (!id) return [{}];
  return answerSets(rest).flatMap((others) => [others, ...weighAnswers.map((one) => ({ ...others, [id]: one }))]);
};
const everyAnswer = answerSets();
const fileWith = (answers: Answers): CaseFile => answered(answers).reduce(evolve, opener);

const facts = (file: CaseFile) => ({
  goesTo: leadOf(file.weighing ?? newWeighing(1)).to,
  calls: leadOf(file.weighing ?? newWeighing(1)).contact === 'veilig-thuis',
  together: file.weighing !== undefined && weighsTogether(file.weighing),
  necessary: derivedReport(file).necessary,
  owed: reportOwed(file),
});
const expected = (answers: Answers): ReturnType<typeof facts> => ({
  goesTo: rowFor(answers).goesTo,
  calls: rowFor(answers).call === true,
  together: unsafe(answers),
  necessary: needsReport(answers) ? true : cameToAnEnd(answers) ? false : 'unknown',
  owed: needsReport(answers),
});

/** Every way to go on from here: each question that is still open with each answer, until none is left. */
const walk = (file: CaseFile, answers: Answers, visit: (file: CaseFile, answers: Answers) => void): void => {
  visit(file, answers);
  for (const id of questionIds.filter((one) => !answers[one]))
    for (const given of weighAnswers) {
      const joint = unsafe(answers) && id !== 'suspicion' && id !== 'safety';
      const judgement = answer(file, weigh(id, given, joint ? together : {}));
      if ('refusal' in judgement) throw new Error(`${id} ${given} after ${JSON.stringify(answers)}`);
      walk(judgement.events.reduce(evolve, file), { ...answers, [id]: given }, visit);
    }
};

/** What differs from the table, as words, so that a failure names the answers and not a number. */
const differences = (visits: (report: (file: CaseFile, answers: Answers) => void) => void): string[] => {
  const found = new Set<string>();
  visits((file, answers) => {
    const [is, should] = [JSON.stringify(facts(file)), JSON.stringify(expected(answers))];
    if (is !== should) found.add(`${JSON.stringify(answers)}: ${is} instead of ${should}`);
  });
  return [...found];
};

test('R-120, R-122, R-125, R-128 to R-132, R-140, R-141, R-146, R-151, I-03: given every answer to the five questions in every order, then it leads where the table says', () => {
  let visited = 0;
  const wrong = differences((report) =>
    walk(opener, {}, (file, answers) => {
      visited += 1;
      report(file, answers);
    }),
  );
  expect(wrong).toEqual([]);
  // Each way to pick some of five questions in some order, with three answers to each: 1 + 15 + 180 + 1620 + 9720 + 29160.
  expect(visited).toBe(40_696);
});

test('R-126 I-10: given each combination of answers, then questions 3 to 5 take Veilig Thuis exactly after "ja of twijfel" on question 2', () => {
  const wrong = everyAnswer.flatMap((answers) =>
    (['help', 'acceptance', 'result'] as const)
      .filter((id) => answers[id] === undefined)
      .filter(
        (id) => refusalOf(fileWith(answers), weigh(id, 'ja')) !== (unsafe(answers) ? 'with-veilig-thuis' : undefined),
      )
      .map((id) => `${id} after ${JSON.stringify(answers)}`),
  );
  expect(wrong).toEqual([]);
  expect(everyAnswer).toHaveLength(1024);
});

/** Decision 1 "no melding", by whom and with or without a contact with Veilig Thuis before it. */
const notReporting = (answers: Answers, by: Actor, spoke: boolean): Refusal | undefined => {
  const contact = spoke ? [veiligThuisContact({ contactAt: before })] : [];
  const file = [riskAssessed(), ...answered(answers), confirmed(answers), ...contact].reduce(evolve, opener);
  return refusalOf(file, decideReport({ report: false, reason: 'Zo wegen wij het' }), by);
};
const notReportingExpected = (answers: Answers, by: Actor, spoke: boolean): Refusal | undefined => {
  if (!needsReport(answers)) return cameToAnEnd(answers) ? undefined : 'weighing-incomplete';
  if (by !== leader) return 'only-leader-departs';
  return spoke ? undefined : 'departure-needs-veilig-thuis';
};

test('R-009, R-011, R-149, I-09: given each combination of answers, when somebody decides not to report, then only the leader departs from the table, after Veilig Thuis', () => {
  const wrong = everyAnswer.flatMap((answers) =>
    [teacher, leader].flatMap((by) =>
      [true, false]
        .filter((spoke) => notReporting(answers, by, spoke) !== notReportingExpected(answers, by, spoke))
        .map((spoke) => `${by.id}, ${spoke ? 'after' : 'without'} Veilig Thuis: ${JSON.stringify(answers)}`),
    ),
  );
  expect(wrong).toEqual([]);
});

test('R-148: given each combination of answers and a decision 1, then help is decided with Veilig Thuis and the family exactly where a melding is needed', () => {
  const decided = (answers: Answers): CaseFile => {
    const file = [riskAssessed(), ...answered(answers), confirmed(answers), veiligThuisContact()].reduce(
      evolve,
      opener,
    );
    const judgement = decide(decideReport({ report: false }), file, { by: leader, at: before, length: 1 });
    return 'events' in judgement ? judgement.events.reduce(evolve, file) : file;
  };
  const helpRefusal = (answers: Answers): Refusal | undefined => {
    if (needsReport(answers)) return 'help-needs-veilig-thuis';
    return cameToAnEnd(answers) ? undefined : 'decision-1-first';
  };
  const withAll = { veiligThuisName: 'Karin', veiligThuisOn: yesterday, familyOn: yesterday };
  const wrong = everyAnswer.filter((answers) => {
    const file = decided(answers);
    const joined = refusalOf(file, decideHelp(withAll));
    const should = helpRefusal(answers);
    return refusalOf(file, decideHelp()) !== should || joined !== (should === 'decision-1-first' ? should : undefined);
  });
  expect(wrong).toEqual([]);
});

test('R-122 I-09: given each combination of answers, then "no action needed" closes exactly after a no on question 1 without a melding owed', () => {
  const closing = closeCase({ outcome: 'geen-actie-nodig', missing: everyStepExplained });
  const should = (answers: Answers): Refusal | undefined => {
    if (needsReport(answers)) return 'report-open';
    if (answers.result === 'ja') return 'monitoring-needed';
    return answers.suspicion === 'nee' ? undefined : 'not-this-outcome';
  };
  const wrong = everyAnswer.filter((answers) => refusalOf(fileWith(answers), closing) !== should(answers));
  expect(wrong).toEqual([]);
});
