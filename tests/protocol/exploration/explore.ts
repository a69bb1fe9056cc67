import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { emptyCase, evolve, type CaseFile, type EventType } from '../../../src/protocol/caseFile';
import type { Command } from '../../../src/protocol/decide';
import type { WeighAnswer } from '../../../src/protocol/step4Weigh';
import { leavesTheFile, owesWrongly, permitsWrongly, seenWrongly, standsWrongly, termsWrong, type Look } from './files';
import { invariants } from './invariants';
import type { Past } from './past';
import { refusedRightly } from './refusedRightly';
import { termsOf } from '../../../src/protocol/terms';
import { anyWalk, play, type Attempt, type Press } from './walk';

const copy = <T>(value: T): T =>
  // What is written down comes back as it was; that it does is what the walk shows.
  JSON.parse(JSON.stringify(value)) as T;

/** Which invariants the new facts break. */
const broken = ({ judgement, past, before, command, by }: Attempt): readonly string[] => {
  if ('refusal' in judgement) return [];
  let known: Past = past;
  let file: CaseFile = before;
  return judgement.events.flatMap((fact) => {
    const after = evolve(file, fact);
    const recorded = { past: known, fact, by, command, before: file, after };
    [known, file] = [[...known, fact], after];
    return invariants.filter(({ holds }) => !holds(recorded)).map(({ name }) => name);
  });
};

/** Refs of the verb, its type and what only says what was seen; the rest was filled in and must be in the file. */
const notForKeeping = ['type', 'shown', 'consultations', 'opening'];
/** Nothing that somebody filled in is lost on the way into the file. */
const lost = ({ command, judgement }: Attempt): readonly string[] => {
  if ('refusal' in judgement) return [];
  const kept = judgement.events.map((event) => JSON.stringify(event));
  return Object.entries(command)
    .filter(([name]) => !notForKeeping.includes(name))
    .map(([name, value]) => JSON.stringify({ [name]: value as unknown }).slice(1, -1))
    .filter((written) => written !== '' && !kept.some((one) => one.includes(written)))
    .map((written) => `lost: ${written}`);
};

const story = (told: readonly Attempt[]): string =>
  told
    .map(({ command, by, at, judgement }) => {
      const outcome = 'refusal' in judgement ? judgement.refusal : judgement.events.map(({ type }) => type).join();
      return `${at} ${by.id}: ${JSON.stringify(command)} → ${outcome}`;
    })
    .join('\n');

/** After these, others may see the case than before. */
const movesTheCircle: readonly EventType[] = [
  ...(['CaseOpened', 'StaffConcernReported', 'PupilConcernReported', 'MovedToStaffExit'] as const),
  ...(['ConsultationRequested', 'PlanMade', 'DestructionDecided'] as const),
];

/** After a refusal nothing is different, and what it said was so. */
const unchanged = (attempt: Attempt, file: CaseFile): readonly string[] => {
  const { before, judgement } = attempt;
  if ('events' in judgement) return ['I-23: it was accepted, and nothing came of it'];
  return [
    ...(file === before ? [] : ['I-23: a refusal changed the file']),
    ...(refusedRightly[judgement.refusal](attempt) ? [] : [`I-03: refused with ${judgement.refusal}, which is not so`]),
  ];
};

/** What is wrong after new facts; `kept` is the head as the store gives it back. */
const changed = (attempt: Attempt, now: Look, kept: CaseFile): readonly string[] => {
  const added = 'events' in attempt.judgement ? attempt.judgement.events : [];
  return [
    ...broken(attempt),
    ...lost(attempt),
    ...(isDeepStrictEqual(kept, now.file) ? [] : ['the stored head differs from the running file']),
    ...standsWrongly(now),
    ...owesWrongly(now),
    ...leavesTheFile(now),
    ...termsWrong(now),
    ...(added.some(({ type }) => movesTheCircle.includes(type)) ? seenWrongly(now) : []),
  ];
};

/** One walk: what is wrong at the first step where something is, with the story so far. */
const faultIn = (presses: readonly Press[], onEach: (attempt: Attempt) => void): string | undefined => {
  let fault: string | undefined;
  let kept = emptyCase;
  let end: Look = { past: [], file: emptyCase, terms: [] };
  const told: Attempt[] = [];
  const history = play(presses, (attempt, file) => {
    if (fault !== undefined) return;
    onEach(attempt);
    told.push(attempt);
    const added = 'events' in attempt.judgement ? attempt.judgement.events : [];
    kept = added.reduce((one, event) => copy(evolve(one, copy(event))), kept);
    end = added.length === 0 ? end : { past: [...attempt.past, ...added], file, terms: termsOf(file) };
    const wrong = added.length === 0 ? unchanged(attempt, file) : changed(attempt, end, kept);
    if (wrong.length > 0) fault = `${wrong.join('\n')}\n\n${story(told)}`;
  });
  if (fault !== undefined) return fault;
  const replayed = copy(history).reduce(evolve, emptyCase);
  const wrong = [
    ...(isDeepStrictEqual(replayed, end.file) ? [] : ['I-04: the stored history tells another story']),
    ...seenWrongly(end),
    ...permitsWrongly(end),
  ];
  return wrong.length > 0 ? `${wrong.join('\n')}\n\n${story(told)}` : undefined;
};

/** The date of the protocol; another start, or more walks, by the environment: EXPLORATION_SEED, EXPLORATION_WALKS. */
const seed = Number(process.env['EXPLORATION_SEED'] ?? 20181030);
const walks = Number(process.env['EXPLORATION_WALKS'] ?? 200);

const doubtful = (command: Command): Command => {
  const doubt = (answer: WeighAnswer): WeighAnswer => (answer === 'ja' ? 'twijfel' : answer);
  return command.type === 'weighSafety'
    ? { ...command, acute: doubt(command.acute), structural: doubt(command.structural) }
    : command;
};

/** What came of each press; how sure somebody was about the safety is left out. */
const outcomes = (presses: readonly Press[], change?: (command: Command) => Command): readonly string[] => {
  const told: string[] = [];
  play(
    presses,
    ({ judgement }, { reportDuty, carried, status, reports }) => {
      const came = JSON.stringify([judgement, reportDuty, carried, status, reports]);
      told.push(came.replace(/"(acute|structural|answer)":"(ja|twijfel)"/g, '"$1":"ja of twijfel"'));
    },
    change,
  );
  return told;
};

/** I-09: the first thing that comes out differently when "twijfel" stands where "ja" stood on question 2. */
export const doubtDiffers = (): string | undefined => {
  for (const presses of fc.sample(anyWalk, { seed, numRuns: walks })) {
    const sure = outcomes(presses);
    const unsure = outcomes(presses, doubtful);
    const at = sure.findIndex((one, i) => one !== unsure[i]);
    if (at >= 0) return `${sure[at]} became ${unsure[at]}`;
  }
  return undefined;
};

export type Explored = { fault: string | undefined; seen: ReadonlySet<string> };

const BATCH = 100;
const MOST_BATCHES = 20;

/**
 * Walks many cases, and goes on for a while as long as something on the list did not come by. `seen`: every kind of fact,
 * end and refusal that came by.
 */
export const explore = (list: readonly string[]): Explored => {
  const seen = new Set<string>();
  const note = ({ judgement }: Attempt): void => {
    if ('refusal' in judgement) seen.add(judgement.refusal);
    else
      for (const event of judgement.events) {
        seen.add(event.type);
        if (event.type === 'CaseClosed') seen.add(event.outcome);
      }
  };
  const oneWalk = fc.property(anyWalk, (presses) => {
    const fault = faultIn(presses, note);
    if (fault !== undefined) throw new Error(fault);
  });
  const enough = (batch: number): boolean =>
    batch * BATCH >= walks && (list.every((one) => seen.has(one)) || batch >= MOST_BATCHES);
  for (let batch = 0; !enough(batch); batch += 1) {
    const { failed, errorInstance } = fc.check(oneWalk, { seed: seed + batch, numRuns: BATCH });
    const message = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
    if (failed) return { fault: message, seen };
  }
  return { fault: undefined, seen };
};
