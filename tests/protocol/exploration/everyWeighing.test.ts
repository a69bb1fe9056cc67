import type { CaseFile } from '../../../src/protocol/caseFile';
import type { ClosingOutcome } from '../../../src/protocol/closing';
import type { Refusal } from '../../../src/protocol/decision';
import type { Actor } from '../../../src/protocol/roles';
import { leadOf, newWeighing } from '../../../src/protocol/step4Weigh';
import { derivedReport } from '../../../src/protocol/step5Decide';
import { leader, teacher } from '../given';
import { confirmWeighing, decideReport, makeReport } from '../laterSamples';
import { closeCase, recordConversation } from '../samples';
import { everyStepExplained } from '../samples4to5';
import { after, allFlags, everyWeighing, people, refusalOf, type Situation } from './everyWeighing';

/** The protocol's steps 4 and 5 in plain words: what a situation asks for, and who may say otherwise. */
const unsafe = ({ acute, structural }: Situation): boolean =>
  [acute, structural].some((one) => one === 'ja' || one === 'twijfel');
const noHelp = ({ help, acceptance, result }: Situation): boolean =>
  [help, acceptance, result].some((one) => one === 'nee' || one === 'twijfel');
const asksForReport = (one: Situation): boolean => unsafe(one) || noHelp(one);

/** Questions are gone through one after another; each ends the weighing or leads to the next. Doubt stays where it is. */
const place = ({ suspicion, acute, help, acceptance, result }: Situation): string => {
  if (suspicion !== 'ja') return suspicion === 'nee' ? 'close' : 'suspicion';
  if (!acute) return 'safety';
  if (help !== 'ja') return help === 'nee' ? 'decide' : 'help';
  if (acceptance !== 'ja') return acceptance === 'nee' ? 'decide' : 'acceptance';
  if (!result) return 'plan';
  return { ja: 'monitor', nee: 'decide', twijfel: 'result' }[result];
};
const ended = (one: Situation): boolean => ['close', 'decide', 'plan', 'monitor'].includes(place(one));
const nothingAnswered = ({ suspicion, acute, help, acceptance, result }: Situation): boolean =>
  !suspicion && !acute && !help && !acceptance && !result;

const byRole = (held: (typeof people)[number][1], may: readonly string[]): Refusal | undefined => {
  if (held === 'none') return 'no-such-case';
  return may.includes(held) ? undefined : 'not-your-role';
};

/** Deciding not to report, before anything was confirmed. */
const notReporting = (one: Situation, held: (typeof people)[number][1], sure: boolean): Refusal | undefined => {
  const turnedAway = byRole(held, ['works', 'leads']);
  if (turnedAway) return turnedAway;
  if (one.consent === 'refused') return 'refusal-must-be-weighed';
  if (asksForReport(one) || !sure) {
    if (held !== 'leads') return 'only-leader-departs';
    return one.spoken ? undefined : 'departure-needs-veilig-thuis';
  }
  if (!ended(one)) return 'weighing-incomplete';
  return one.suspicion === 'nee' ? undefined : 'leader-first';
};

const confirming = (one: Situation, held: (typeof people)[number][1]): Refusal | undefined => {
  const turnedAway = byRole(held, ['leads']);
  if (turnedAway) return turnedAway;
  if (nothingAnswered(one)) return 'nothing-to-confirm';
  return one.consent === 'refused' ? 'refusal-must-be-weighed' : undefined;
};

/** In all of these there is a plan, so help was given; nothing was agreed yet on following the safety. */
const closing = (one: Situation, outcome: ClosingOutcome): Refusal | undefined => {
  if (asksForReport(one)) return 'report-open';
  if (one.flag && !one.spoken) return 'veilig-thuis-first';
  if (one.consent === 'refused') return 'refusal-must-be-weighed';
  if (one.result === 'ja' || outcome !== 'overgedragen-na-melding') return 'monitoring-needed';
  return 'not-this-outcome';
};

const outcomes = ['geen-actie-nodig', 'andere-oorzaak', 'hulp-afgerond', 'overgedragen-na-melding'] as const;

/** The first differences as words; all of them would be the same ones over and over. */
const differences = (
  look: (file: CaseFile, one: Situation) => readonly [string, unknown, unknown][],
  flags = allFlags,
): readonly string[] => {
  const found: string[] = [];
  everyWeighing((file, one) => {
    for (const [what, is, should] of look(file, one))
      if (is !== should && found.length < 5)
        found.push(`${what}: ${String(is)}, not ${String(should)}, ${JSON.stringify(one)}`);
  }, flags);
  return found;
};
/** What everybody may decide does not hang on which of the three suspicions it is; one of them and none will do. */
const oneFlag = [undefined, 'vgv'] as const;

test('then every combination is there: 4 × 4 × 4 × 4 plain answers, 10 of safety, 4 flags, with and without a contact, 3 of consent', () => {
  let count = 0;
  everyWeighing(() => (count += 1));
  expect(count).toBe(256 * 10 * 4 * 2 * 3);
});

test('R-120 to R-132, R-139, R-140, R-146, R-151, I-09: given every weighing, then it leads where the protocol says, and proposes what it says', () => {
  const wrong = differences((file, one) => {
    const { to, contact } = leadOf(file.weighing ?? newWeighing(1));
    const { necessary } = derivedReport(file);
    const doubts = !ended(one) && [one.suspicion, one.help, one.acceptance, one.result].includes('twijfel');
    return [
      ['leads to', to, place(one)],
      ['proposes', necessary, asksForReport(one) || (ended(one) ? false : 'unknown')],
      ['proposes when in doubt about protecting', derivedReport(file, 'twijfel').necessary, true],
      ...(contact && !doubts ? [['calls', contact, undefined] as [string, unknown, unknown]] : []),
    ];
  });
  expect(wrong).toEqual([]);
});

test('R-005, R-009, R-011, R-071, R-149, A-02, I-06, I-09: given every weighing and everybody, when they decide against a melding, then only a leader departs from the norm, after Veilig Thuis', () => {
  const wrong = differences(
    (file, one) =>
      people.flatMap(([person, held]): [string, unknown, unknown][] => {
        const decides = (canProtect: 'ja' | 'twijfel') =>
          refusalOf(file, decideReport({ report: false, canProtect, reason: 'Zo wegen wij het' }), person);
        return [
          [`${person.id} decides`, decides('ja'), notReporting(one, held, true)],
          [`${person.id} decides in doubt`, decides('twijfel'), notReporting(one, held, false)],
        ];
      }),
    oneFlag,
  );
  expect(wrong).toEqual([]);
});

const departs = (file: CaseFile, by: Actor): unknown => {
  const decided = after(file, decideReport({ report: false, reason: 'Zo wegen wij het' }), by).decision1;
  return decided?.departs;
};

test('R-123, R-124, R-142, A-26: given every weighing and everybody, then the leader confirms, what the norm says can then be decided by all who work on it, and nobody has to agree to a melding', () => {
  const wrong = differences((file, one) => {
    const confirm = confirmWeighing({ shown: file.weighing?.given ?? 0 });
    const mayConfirm = confirming(one, 'leads') === undefined;
    const follows = mayConfirm && ended(one) && !asksForReport(one);
    const agreed = mayConfirm ? after(file, confirm, leader) : file;
    return [
      ...people.flatMap(([person, held]): [string, unknown, unknown][] => [
        [`${person.id} confirms`, refusalOf(file, confirm, person), confirming(one, held)],
        [
          `${person.id} reports`,
          refusalOf(file, decideReport({ report: true }), person),
          byRole(held, ['works', 'leads']),
        ],
      ]),
      ...(follows ? [['departs', departs(agreed, teacher), false] as [string, unknown, unknown]] : []),
      ...(mayConfirm && asksForReport(one) && one.spoken
        ? [['departs', departs(agreed, leader), true] as [string, unknown, unknown]]
        : []),
    ];
  }, oneFlag);
  expect(wrong).toEqual([]);
});

test('R-092, R-125, R-155, A-08, I-05, I-14: given every weighing, then a melding that can’t wait is made after "ja of twijfel" only, and a talk with a parent never goes before Veilig Thuis', () => {
  const wrong = differences((file, one) => [
    [
      'reports at once',
      refusalOf(file, makeReport({ whyDirect: 'Het kind is nu in gevaar' })),
      unsafe(one) ? undefined : 'signals-not-discussed',
    ],
    ['reports without a reason not to wait', refusalOf(file, makeReport()), 'signals-not-discussed'],
    ['talks', refusalOf(file, recordConversation()), one.flag && !one.spoken ? 'veilig-thuis-first' : undefined],
    [
      'leader talks',
      refusalOf(file, recordConversation(), leader),
      one.flag && !one.spoken ? 'veilig-thuis-first' : undefined,
    ],
  ]);
  expect(wrong).toEqual([]);
});

test('R-071, R-092, R-122, R-141, I-09, I-12: given every weighing and every end, then nothing closes while something is owed to the child', () => {
  const wrong = differences((file, one) =>
    outcomes.map((outcome) => [
      `closes as ${outcome}`,
      refusalOf(file, closeCase({ outcome, missing: everyStepExplained })),
      closing(one, outcome),
    ]),
  );
  expect(wrong).toEqual([]);
});
