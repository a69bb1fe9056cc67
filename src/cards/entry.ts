import type { Nature } from '../protocol/step1Signals';
import type { SchoolView } from './context';
import type { Tongue } from '../text/tongue';

/** One labelled line of a recorded fact, as people read it: a fact, what somebody said, or what somebody makes of it (I-27). */
export type Line = { label: string; text: string; nature: Nature };
/** A line that may have nothing to say. Without a nature it is a fact. */
export type Row = readonly [label: string, text: string | undefined, nature?: Nature];
/** A recorded fact in words: for receipts, the chronology and the dossier. */
export type Description = { title: string; lines: readonly Line[] };

/** Leaves out lines that have nothing to say. */
export const described = (title: string, ...lines: readonly Row[]): Description => ({
  title,
  lines: lines.flatMap(([label, text, nature = 'feit']) => (text ? [{ label, text, nature }] : [])),
});

/** What a description needs besides the fact: names of people, and the day in Dutch. */
export type Describing = Pick<SchoolView, 'nameOf' | 'teamNames' | 'boardSchools' | 't'>;

export const yesNo = (t: Tongue, value: boolean): string => (value ? t('Ja') : t('Nee'));
