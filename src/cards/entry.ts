import type { SchoolView } from './context';

/** One labelled line of a recorded fact, as people read it. */
export type Line = { label: string; text: string };
/** A recorded fact in words: for receipts, the chronology and, later, the dossier. */
export type Description = { title: string; lines: readonly Line[] };

/** Leaves out lines that have nothing to say. */
export const described = (
  title: string,
  ...lines: readonly (readonly [label: string, text: string | undefined])[]
): Description => ({
  title,
  lines: lines.flatMap(([label, text]) => (text ? [{ label, text }] : [])),
});

/** What a description needs besides the fact: names of people, and the day in Dutch. */
export type Describing = Pick<SchoolView, 'nameOf' | 'teamNames'>;

const days = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const moments = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
/** 'di 24 november 2026' */
export const dutchDay = (date: string): string => days.format(new Date(date));
/** 'di 24 november 2026 om 09:30' (Dutch clock) */
export const dutchMoment = (instant: string): string => moments.format(new Date(instant));
export const yesNo = (value: boolean): string => (value ? 'Ja' : 'Nee');
