import { usualRetention, type RetentionRule } from './retention';
import { addDays, isWorkingDay, type LiberationDay, type LocalDate, type LocalTime } from './time';

/** A school holiday, its first and last day included. */
export type Vacation = { from: LocalDate; until: LocalDate };

/** What a board lays down about terms. `feedback` is the law's and is not for setting. */
export type TermSettings = {
  afterReportDays: number;
  unansweredWorkingDays: number;
  /** After this the request counts as run out; an answer is still welcome. */
  expiredWorkingDays: number;
  unconfirmedWorkingDays: number;
  parentContactDays: number;
  stalledDays: number;
  resultOverdueDays: number;
  tellOutcomeWorkingDays: number;
  /** Nobody is reminded of the same thing again within this number of days. */
  repeatDays: number;
  /** Is Liberation Day a day off at these schools every year, or once in five? */
  liberationDay: LiberationDay;
  vacations: readonly Vacation[];
  /** Between these times, on working days, people may be reminded. What can't wait is told at once, day and night. */
  remindFrom: LocalTime;
  remindUntil: LocalTime;
  /** How long a closed file is kept before the leader looks at it again (I-26). */
  retention: RetentionRule;
};

export const usualTerms: TermSettings = {
  afterReportDays: 28,
  unansweredWorkingDays: 2,
  expiredWorkingDays: 10,
  unconfirmedWorkingDays: 1,
  parentContactDays: 28,
  stalledDays: 14,
  resultOverdueDays: 7,
  tellOutcomeWorkingDays: 5,
  repeatDays: 7,
  liberationDay: 'lustrum',
  vacations: [],
  remindFrom: '08:30',
  remindUntil: '17:00',
  retention: usualRetention,
};

type Days = Pick<TermSettings, 'liberationDay' | 'vacations'>;

const inVacation = (date: LocalDate, { vacations }: Days): boolean =>
  vacations.some(({ from, until }) => from <= date && date <= until);

/** The day itself when people work then, else the first day after it on which they do. */
export const firstWorkingDay = (date: LocalDate, { liberationDay }: Pick<Days, 'liberationDay'>): LocalDate => {
  let day = date;
  while (!isWorkingDay(day, liberationDay)) day = addDays(day, 1);
  return day;
};

/** The day itself when school is in, else the first school day after it. */
export const firstSchoolDay = (date: LocalDate, days: Days): LocalDate => {
  let day = firstWorkingDay(date, days);
  while (inVacation(day, days)) day = firstWorkingDay(addDays(day, 1), days);
  return day;
};
