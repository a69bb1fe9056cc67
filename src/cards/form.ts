import type { CommandType } from '../protocol/decide';
import type { Step } from '../protocol/meldcode';
import type { CaseFile } from '../protocol/caseFile';
import type { Actor } from '../protocol/roles';
import type { Dutch, Tongue } from '../text/tongue';
import type { FormContext, Inputs } from './context';

/**
 * A card that somebody works with: what it shows and what its inputs start with. Its name is its template's path in cards/.
 * `records`: the buttons on it that record. A form without any is a menu or a page to read.
 */
export interface Form {
  title: Dutch;
  step?: Step;
  records: readonly CommandType[];
  /** Ask for the whole history in the context; pages to read and summaries only. */
  history?: true;
  /** Ask for the list of who looked at the file in the context. */
  looks?: true;
  /** Ask for the linked cases of brothers and sisters in the context. */
  links?: true;
  /** Ask for the other cases that the viewer may see in the context. */
  others?: true;
  /** Ask for the files that may be about the same pupil in the context. */
  pairs?: true;
  /** Opens for fewer people than may see the file. */
  opensFor?: (viewer: Actor, file: CaseFile) => boolean;
  /** Worth opening also for who can't press its button: it shows something to read. */
  reads?: true;
  /** Opened without a case: intake and pages to read. */
  caseless?: true;
  /** The kind of file that its press begins, or makes of this one; absent: the file stays what it is. */
  begins?: Exclude<CaseFile['kind'], 'none'>;
  /** Where what is typed goes, when that is not the file. */
  goesTo?: 'goneWithFile' | 'readByTwo' | 'readByPosts';
  /** Whose name stands above the card. Absent: the pupil's; a card for somebody who may not know it says so here (I-21). */
  named?: (context: FormContext) => string;
  data?: (context: FormContext) => Readonly<Record<string, unknown>>;
  inputs?: (context: FormContext) => Inputs;
  /** References beside case, key and form, for instance the round of a weighing. */
  refs?: (context: FormContext) => Readonly<Record<string, string | number>>;
}

export const form = (definition: Form): Form => definition;

/** Rows for the choices of an input, of words that are already in the person's language. */
export const wordedRows = <K extends string>(
  table: Readonly<Record<K, string>>,
): readonly { title: string; value: K }[] =>
  // Object.entries of a table gives exactly its keys; TypeScript widens them to string.
  (Object.entries(table) as [K, string][]).map(([value, title]) => ({ title, value }));

/** Rows for the choices of an input: title and value. */
export const choicesOf = <K extends string>(
  t: Tongue,
  table: Readonly<Record<K, Dutch | `${number}`>>,
  only?: readonly K[],
): readonly { title: string; value: K }[] =>
  wordedRows(table)
    .filter(({ value }) => !only || only.includes(value))
    .map(({ title, value }) => ({ title: t.ours(title), value }));

/** A choice of a menu, as it stands in a table. */
export type Offer = { title: Dutch; value: string };
/** The same for one person. */
export const offer = (t: Tongue, { title, value }: Offer): { title: string; value: string } => ({
  title: t(title),
  value,
});
