import { bottleneckThemes } from './closing';
import type { PersonId } from './roles';
import { addDays, localDateOf, type Instant, type LocalDate } from './time';

/**
 * Actions that promote knowledge and use of the meldcode where the figures or the knelpunten ask for them.
 * They stand on the list of a school or of the board, in no case file, and name no child and no case.
 */

const { anders, ...themes } = bottleneckThemes;
/** What an action is about: a theme of the knelpunten, or a part of the figures. */
export const actionTopics = {
  ...themes,
  kennis: 'Kennis van de meldcode',
  stappen: 'Stappen en volgorde',
  wegen: 'Wegen',
  melden: 'Gesprek, melding en hulp',
  anders,
} as const;
export type ActionTopic = keyof typeof actionTopics;

/** Whom an action can be given to besides a person of the directory. */
export const actionRoles = {
  schoolleider: 'De schoolleiding',
  'intern-begeleider': 'De intern begeleider',
  vertrouwenspersoon: 'De interne vertrouwenspersoon',
  bestuur: 'Het bestuur',
} as const;
export type ActionRole = keyof typeof actionRoles;
export type ActionDoer = { person: PersonId } | { role: ActionRole };

/** `due`: the last day on which it is in time. */
export type AgreedAction = { what: string; topic: ActionTopic; who: ActionDoer; due: LocalDate };

/** `key`: of the press that recorded it; the same press again records nothing. `action`: its number on the list: 1, 2, 3 … */
type Recorded<T extends string, Fact> = { type: T; action: number; by: PersonId; at: Instant; key: string } & Fact;
export type ActionEvent =
  | Recorded<'ActionAgreed', AgreedAction>
  | Recorded<'ActionChanged', AgreedAction & { reason: string }>
  | Recorded<'ActionDone', { result: string }>
  | Recorded<'ActionDropped', { reason: string }>;

export type ActionCommand =
  | ({ type: 'agreeAction' } & AgreedAction)
  | ({ type: 'changeAction'; action: number; reason: string } & AgreedAction)
  | { type: 'finishAction'; action: number; result: string }
  | { type: 'dropAction'; action: number; reason: string };
export type ActionCommandType = ActionCommand['type'];

export const actionStates = { open: 'Open', gedaan: 'Gedaan', vervallen: 'Vervallen' } as const;
export type ActionState = keyof typeof actionStates;

/** An action as the list says it now. `history`: every fact of it, oldest first. */
export type Action = AgreedAction & {
  number: number;
  state: ActionState;
  agreedAt: Instant;
  /** What came of it, or why it was dropped. */
  ended?: { at: Instant; by: PersonId; text: string };
  history: readonly ActionEvent[];
};

const after = (before: Action | undefined, event: ActionEvent): Action | undefined => {
  const history = [...(before?.history ?? []), event];
  if (event.type === 'ActionAgreed') {
    const { what, topic, who, due, action: number, at: agreedAt } = event;
    return { number, what, topic, who, due, agreedAt, state: 'open', history };
  }
  if (!before) return undefined; // nothing was agreed under this number
  switch (event.type) {
    case 'ActionChanged': {
      const { what, topic, who, due } = event;
      return { ...before, what, topic, who, due, history };
    }
    case 'ActionDone':
      return { ...before, state: 'gedaan', ended: { at: event.at, by: event.by, text: event.result }, history };
    case 'ActionDropped':
      return { ...before, state: 'vervallen', ended: { at: event.at, by: event.by, text: event.reason }, history };
  }
};

/** What a list says after these facts, in the order of agreeing. */
export const actionsIn = (events: readonly ActionEvent[]): readonly Action[] => {
  const found = new Map<number, Action>();
  for (const event of events) {
    const action = after(found.get(event.action), event);
    if (action) found.set(event.action, action);
  }
  return [...found.values()];
};

export const isLate = ({ state, due }: Pick<Action, 'state' | 'due'>, today: LocalDate): boolean =>
  state === 'open' && due < today;
/** Asked for from its day on, until it is done. */
export const isAsked = ({ state, due }: Pick<Action, 'state' | 'due'>, today: LocalDate): boolean =>
  state === 'open' && due <= today;

/** What somebody is to an action: who keeps the list, who has to do it, or who reads the list only (the board, a school's list). */
export type ActionStanding = 'keeper' | 'doer' | 'reader';
export const actionPermits: Readonly<Record<ActionCommandType, readonly ActionStanding[]>> = {
  agreeAction: ['keeper'],
  changeAction: ['keeper'],
  finishAction: ['keeper', 'doer'],
  dropAction: ['keeper'],
};

export type ActionRefusal = 'not-theirs' | 'action-ended' | 'day-passed' | 'day-too-far' | 'list-full';
export type ActionDecision = { event: ActionEvent } | { already: number } | { refusal: ActionRefusal };

/**
 * So many school years a list stands after its own: a school plan is made for four, and when the next is made somebody looks
 * at what was agreed. What people wrote does not stay longer, as the figures do, for it names who does what.
 */
export const YEARS_KEPT = 4;
/** The first day on which the list of a school year ('2026-2027') is gone. */
export const listEnds = (year: string): LocalDate => `${Number(year.slice(0, 4)) + 1 + YEARS_KEPT}-08-01`;

/** More than any school agrees on in a year, and what one stored list can hold. */
const MOST_FACTS = 500;
const FARTHEST_DAYS = 2 * 366;

const dayProblem = (
  due: LocalDate,
  today: LocalDate,
  ends: LocalDate,
  before?: LocalDate,
): ActionRefusal | undefined => {
  if (due < today && due !== before) return 'day-passed';
  return due > addDays(today, FARTHEST_DAYS) || due >= ends ? 'day-too-far' : undefined;
};

/** `ends`: the first day on which this list is gone. */
type Asking = {
  by: PersonId;
  at: Instant;
  key: string;
  ends: LocalDate;
  standings: (who?: ActionDoer) => readonly ActionStanding[];
};

/** Judges what somebody wants with a list. What is not theirs is answered as what is not there (I-24). */
export const decideAction = (
  events: readonly ActionEvent[],
  command: ActionCommand,
  { by, at, key, ends, standings }: Asking,
): ActionDecision => {
  const all = actionsIn(events);
  const before = command.type === 'agreeAction' ? undefined : all.find(({ number }) => number === command.action);
  const stands = standings(before?.who);
  if (!actionPermits[command.type].some((one) => stands.includes(one))) return { refusal: 'not-theirs' };
  const same = events.find((event) => event.key === key);
  if (same) return { already: same.action };
  if (events.length >= MOST_FACTS) return { refusal: 'list-full' };
  const today = localDateOf(at);
  if (command.type === 'agreeAction') {
    const { what, topic, who, due } = command;
    const problem = dayProblem(due, today, ends);
    if (problem) return { refusal: problem };
    const action = Math.max(0, ...all.map(({ number }) => number)) + 1;
    return { event: { type: 'ActionAgreed', action, by, at, key, what, topic, who, due } };
  }
  if (!before) return { refusal: 'not-theirs' };
  if (before.state !== 'open') return { refusal: 'action-ended' };
  const told = { action: before.number, by, at, key };
  switch (command.type) {
    case 'changeAction': {
      const { what, topic, who, due, reason } = command;
      const problem = dayProblem(due, today, ends, before.due);
      return problem
        ? { refusal: problem }
        : { event: { type: 'ActionChanged', ...told, what, topic, who, due, reason } };
    }
    case 'finishAction':
      return { event: { type: 'ActionDone', ...told, result: command.result } };
    case 'dropAction':
      return { event: { type: 'ActionDropped', ...told, reason: command.reason } };
  }
};
