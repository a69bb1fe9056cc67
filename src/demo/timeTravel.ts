import { firstWorkingDay, usualTerms } from '../protocol/termSettings';
import { addDays, addWorkingDays, instantOf, localDateOf, type Instant, type LocalDate } from '../protocol/time';
import { dutch } from '../text/tongue';

const usage = 'Typ bijvoorbeeld ‘tijdreis 5 werkdagen’, ‘tijdreis 3 dagen’ of ‘tijdreis 2 weken’.';
const tooFar = 'Zo ver reis ik niet. Hoogstens een jaar per keer, en nooit terug.';
/** Reminders come in the morning at half past eight; whoever travels arrives after that. */
const ARRIVAL = '09:00';
const MOST_DAYS = 366;

const counts: Readonly<Record<string, number>> = { een: 1, één: 1, twee: 2, drie: 3, vier: 4, vijf: 5, zes: 6 };
const request = /^tijdreis(?:\s+(\p{L}+|\d{1,4})\s+(werkdag(?:en)?|dag(?:en)?|week|weken))?[.!]?$/u;

const arrivalDay = (today: LocalDate, count: number, unit: string): LocalDate => {
  if (unit.startsWith('werkdag')) return addWorkingDays(today, count);
  // Nobody is reminded in a weekend, and whoever travels comes to see reminders.
  return firstWorkingDay(addDays(today, unit.startsWith('we') ? 7 * count : count), usualTerms);
};

export type TimeTravel = {
  now: () => Instant;
  /** What is said to somebody who asks to travel, after the clock has moved; undefined for every other line. */
  hear: (text: string) => string | undefined;
};

/** A clock that people of the demo put forward by a typed line, to see reminders come. `real`: milliseconds. */
export const timeTravel = (real: () => number): TimeTravel => {
  let ahead = 0;
  const now = (): Instant => new Date(real() + ahead).toISOString();
  const hear = (text: string): string | undefined => {
    const found = request.exec(text.trim().toLowerCase());
    if (!found) return undefined;
    const [, said, unit] = found;
    const count = said === undefined ? 0 : (counts[said] ?? Number(said));
    if (!unit || !Number.isInteger(count) || count < 1) return usage;
    if (count * (unit.startsWith('we') && !unit.startsWith('werkdag') ? 7 : 1) > MOST_DAYS) return tooFar;
    const here = now();
    const today = localDateOf(here);
    const there = instantOf(arrivalDay(today, count, unit), ARRIVAL);
    ahead += Date.parse(there) - Date.parse(here);
    return `De klok van de demo staat nu op ${dutch.moment(now())}. Herinneringen die intussen kwamen, komen er nu aan.`;
  };
  return { now, hear };
};
