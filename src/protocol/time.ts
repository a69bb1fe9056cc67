/** ISO-8601 in UTC, as a clock gives it: 2026-11-24T09:30:00.000Z. */
export type Instant = string;
/** A day in the Netherlands: 2026-11-24. */
export type LocalDate = string;
/** A wall-clock time in the Netherlands: 09:30. */
export type LocalTime = string;

const MINUTE = 60_000;
const DAY = 86_400_000;
const MOST_DAYS = 4_000;

const amsterdam = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** What clocks in the Netherlands show at this moment, in whole minutes, as if it were UTC. */
const shownByIntl = (at: number): number => {
  const part = Object.fromEntries(amsterdam.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  return Date.parse(`${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}Z`);
};
const offsetByIntl = (at: number): number => shownByIntl(at) - Math.floor(at / MINUTE) * MINUTE;

/** By day in UTC: how far clocks here are ahead; undefined on the two days of a year when that changes. */
const offsets = new Map<number, number | undefined>();
/** Asking Intl takes some ten microseconds, and a turn asks dozens of times. */
const offsetAt = (at: number): number => {
  const day = Math.floor(at / DAY);
  if (!offsets.has(day)) {
    if (offsets.size >= MOST_DAYS) offsets.clear();
    const [first, last] = [offsetByIntl(day * DAY), offsetByIntl((day + 1) * DAY)];
    offsets.set(day, first === last ? first : undefined);
  }
  return offsets.get(day) ?? offsetByIntl(at);
};

const shown = (at: number): number => Math.floor(at / MINUTE) * MINUTE + offsetAt(at);

const partsOf = (instant: Instant): { date: LocalDate; time: LocalTime } => {
  const clock = new Date(shown(Date.parse(instant))).toISOString();
  return { date: clock.slice(0, 10), time: clock.slice(11, 16) };
};

export const localDateOf = (instant: Instant): LocalDate => partsOf(instant).date;
export const localTimeOf = (instant: Instant): LocalTime => partsOf(instant).time;

/** The moment at which clocks in the Netherlands show this date and time; a time that daylight saving skips moves on an hour. */
export const instantOf = (date: LocalDate, time: LocalTime): Instant => {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const first = wanted - (shown(wanted) - wanted);
  const second = first - (shown(first) - wanted);
  return new Date(shown(second) === wanted ? second : Math.max(first, second)).toISOString();
};

export const isLocalDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().slice(0, 10) === text;

export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/** So many calendar months on; the last day of the month when that month is shorter. */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
};

/** Easter Sunday by the Gregorian computus (Meeus/Jones/Butcher). */
export const easterSunday = (year: number): LocalDate => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

const weekdayOf = (date: LocalDate): number => new Date(Date.parse(date)).getUTCDay();

/** Koningsdag is 27 April, or the 26th when that is a Sunday. */
const kingsDay = (year: number): LocalDate => (weekdayOf(`${year}-04-27`) === 0 ? `${year}-04-26` : `${year}-04-27`);

/** When 5 May is a day off: every year, or once in five, as is usual. */
export type LiberationDay = 'yearly' | 'lustrum';

/**
 * General holidays by the Algemene termijnenwet art. 3 (Good Friday and Koningsdag count as such).
 * Liberation Day counts once in five years, when it is a public day off, unless a board gives it every year.
 */
export const publicHolidays = (year: number, liberationDay: LiberationDay = 'lustrum'): readonly LocalDate[] => {
  const easter = easterSunday(year);
  return [
    `${year}-01-01`,
    addDays(easter, -2),
    addDays(easter, 1),
    kingsDay(year),
    ...(liberationDay === 'yearly' || year % 5 === 0 ? [`${year}-05-05`] : []),
    addDays(easter, 39),
    addDays(easter, 50),
    `${year}-12-25`,
    `${year}-12-26`,
  ];
};

/** School holidays are ordinary working days for Veilig Thuis. */
export const isWorkingDay = (date: LocalDate, liberationDay: LiberationDay = 'lustrum'): boolean => {
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6 && !publicHolidays(Number(date.slice(0, 4)), liberationDay).includes(date);
};

/** The n-th working day after `date`; the day itself does not count. */
export const addWorkingDays = (date: LocalDate, days: number, liberationDay: LiberationDay = 'lustrum'): LocalDate => {
  let day = date;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, liberationDay)) left -= 1;
  }
  return day;
};

/** Age in whole years on a day. Born on 29 February: older on 1 March in other years (I-15). */
export const ageOn = (birthDate: LocalDate, day: LocalDate): number => {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
};
