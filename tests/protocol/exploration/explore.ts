import fc from 'fast-check';
import { emptyCase, evolve, type CaseFile, type EventType } from '../../../src/protocol/caseFile';
import { leavesTheFile, permitsWrongly, seenWrongly, standsWrongly, termsWrong, type Look } from './files';
import { invariants } from './invariants';
import type { Past } from './past';
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
  ...(['ConsultationRequested', 'PlanMade'] as const),
];

/** After a refusal nothing is different. */
const unchanged = ({ before }: Attempt, file: CaseFile): readonly string[] =>
  file === before ? [] : ['I-23: a refusal changed the file'];

/** What is wrong after new facts; `kept` is the head as the store gives it back. */
const changed = (attempt: Attempt, now: Look, kept: CaseFile): readonly string[] => {
  const added = 'events' in attempt.judgement ? attempt.judgement.events : [];
  return [
    ...broken(attempt),
    ...lost(attempt),
    ...(JSON.stringify(kept) === JSON.stringify(now.file) ? [] : ['the stored head differs from the running file']),
    ...standsWrongly(now),
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
    ...(JSON.stringify(replayed) === JSON.stringify(end.file) ? [] : ['I-04: the stored history tells another story']),
    ...seenWrongly(end),
    ...permitsWrongly(end),
  ];
  return wrong.length > 0 ? `${wrong.join('\n')}\n\n${story(told)}` : undefined;
};

/** The date of the protocol; another start, or more walks, by the environment: EXPLORATION_SEED, EXPLORATION_WALKS. */
const seed = Number(process.env['EXPLORATION_SEED'] ?? 20181030);
const walks = Number(process.env['EXPLORATION_WALKS'] ?? 320);

export type Explored = { fault: string | undefined; seen: ReadonlySet<string> };

/** Walks many cases. `seen`: every kind of fact, end and refusal that came by. */
export const explore = (): Explored => {
  const seen = new Set<string>();
  const note = ({ judgement }: Attempt): void => {
    if ('refusal' in judgement) seen.add(judgement.refusal);
    else
      for (const event of judgement.events) {
        seen.add(event.type);
        if (event.type === 'CaseClosed') seen.add(event.outcome);
      }
  };
  const result = fc.check(
    fc.property(anyWalk, (presses) => {
      const fault = faultIn(presses, note);
      if (fault !== undefined) throw new Error(fault);
    }),
    { seed, numRuns: walks },
  );
  const { errorInstance } = result;
  const message = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return { fault: result.failed ? message : undefined, seen };
};
