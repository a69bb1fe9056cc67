import type { CaseFile } from './caseFile';
import { recipientOf } from './followUp';
import type { Recipient } from './roles';
import { firstSchoolDay, firstWorkingDay, type TermSettings } from './termSettings';
import { addDays, instantOf, localDateOf, localTimeOf, type Instant, type LocalDate, type LocalTime } from './time';

/** A moment at which somebody must look again. `settles`: what on record makes it lapse. */
export type TermKind =
  | 'feedback'
  | 'feedbackOverdue'
  | 'tellParents'
  | 'afterReport'
  | 'result'
  | 'resultOverdue'
  | 'interimTalk'
  | 'endTalk'
  | 'arrival'
  | 'monitoring'
  | 'tellOutcome'
  | 'unanswered'
  | 'expired'
  | 'unconfirmed'
  | 'parentContact'
  | 'stalled'
  | 'retention'
  | 'receipt';
/** `day`: when somebody must look. `due`: when they are reminded of it, never before that day. */
export type Term = {
  id: string;
  kind: TermKind;
  day: LocalDate;
  due: Instant;
  who: readonly Recipient[];
  about?: string;
};
export type Untimed = Omit<Term, 'due'>;

/**
 * Reminders of the school's own work wait until school is in. What is about safety, or was agreed with others, waits for
 * no holiday: Veilig Thuis works on in them.
 */
const waitsForSchool: Readonly<Record<TermKind, boolean>> = {
  feedback: false,
  feedbackOverdue: false,
  tellParents: false,
  afterReport: false,
  result: false,
  resultOverdue: false,
  interimTalk: true,
  endTalk: true,
  arrival: true,
  monitoring: false,
  tellOutcome: true,
  unanswered: true,
  expired: true,
  unconfirmed: false,
  parentContact: true,
  stalled: true,
  retention: true,
  receipt: true,
};

export const isAboutSafety = (kind: TermKind): boolean => !waitsForSchool[kind];

/** Put off until a day, when that is later; a case that stands still is put off until then, whatever day it was. */
const putOff = ({ id, kind, day }: Untimed, { termAnswers, lastAt }: CaseFile): LocalDate => {
  const answer = termAnswers?.[id];
  if (!answer?.until) return day;
  if (kind === 'stalled') return answer.at === lastAt ? answer.until : day;
  return answer.until > day ? answer.until : day;
};

/** Passed on by those who work on the case; a leader who must know, and a colleague who was asked, are reminded all the same. */
const heardBy = ({ id, who }: Untimed, file: CaseFile): readonly Recipient[] => {
  const to = file.termAnswers?.[id]?.to;
  if (!to) return who;
  const workers = [file.owner, file.plan?.casemanager];
  const others = who.filter((one) => !('person' in one && workers.includes(one.person)));
  const next = recipientOf(to, file);
  const known = others.some((one) => 'role' in one && 'role' in next && one.role === next.role);
  return known ? others : [next, ...others];
};

const firstDay = (kind: TermKind, day: LocalDate, settings: TermSettings): LocalDate =>
  waitsForSchool[kind] ? firstSchoolDay(day, settings) : firstWorkingDay(day, settings);

/** The morning of the first day, from the term's own on, on which people are there to do something about it. */
export const timed = (term: Untimed, file: CaseFile, settings: TermSettings): Term => {
  const day = putOff(term, file);
  const due = instantOf(firstDay(term.kind, day, settings), settings.remindFrom);
  return { ...term, day, who: heardBy(term, file), due };
};

/** The first moment, from this one on, at which people may be reminded: never in an evening, a weekend or a holiday. */
export const mayRemindFrom = (kind: TermKind, from: Instant, settings: TermSettings): Instant => {
  const today = localDateOf(from);
  const late = localTimeOf(from) >= settings.remindUntil;
  const day = firstDay(kind, late ? addDays(today, 1) : today, settings);
  const opens = instantOf(day, settings.remindFrom);
  return day === today && Date.parse(opens) <= Date.parse(from) ? from : opens;
};

/** Whoever was away when the day began hears nothing of it any more this long after. */
const DIGEST_MINUTES = 120;

const minutesOf = (time: LocalTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Is this the beginning of a school day, when people hear that something waits for them? */
export const isDigestTime = (at: Instant, settings: TermSettings): boolean => {
  const [today, time] = [localDateOf(at), localTimeOf(at)];
  const passed = minutesOf(time) - minutesOf(settings.remindFrom);
  const early = passed >= 0 && passed < DIGEST_MINUTES && time < settings.remindUntil;
  return early && firstSchoolDay(today, settings) === today;
};

/** Of these a reminder of another kind comes the day after (R-128: day 5 and day 6). */
const followedUp: readonly TermKind[] = ['feedback'];

/** When people are reminded again of what they were reminded of at `last`, as long as it lasts; undefined: not again. */
export const remindAgainAt = (kind: TermKind, last: Instant, settings: TermSettings): Instant | undefined =>
  followedUp.includes(kind)
    ? undefined
    : instantOf(firstDay(kind, addDays(localDateOf(last), settings.repeatDays), settings), settings.remindFrom);

/** The latest moment, up to now, at which people were to be reminded; a bot that was away does not make up for the others. */
export const latestOccasion = (kind: TermKind, first: Instant, now: Instant, settings: TermSettings): Instant => {
  let occasion = first;
  for (;;) {
    const next = remindAgainAt(kind, occasion, settings);
    if (next === undefined || Date.parse(next) > Date.parse(now)) return occasion;
    occasion = next;
  }
};
