import type { Dutch, Tongue } from '../text/tongue';
import { optionalChoice } from './fields';
import { choicesOf } from './form';

/** Radio buttons can't be cleared again, so a choice that may stay open has a button for that. */
const unsaid = 'geen';

/** One of a table, or nothing said. */
export const optionalPick = <K extends string>(table: Readonly<Record<K, unknown>>, say: Dutch) =>
  optionalChoice<K | typeof unsaid>({ ...table, [unsaid]: '' }, say).transform((value): K | undefined =>
    value === unsaid ? undefined : value,
  );

/** The rows of such a choice; `open`: the Dutch words for leaving it open. */
export const pickRows = <K extends string>(
  t: Tongue,
  table: Readonly<Record<K, Dutch>>,
  open: Dutch,
): readonly { title: string; value: string }[] => [...choicesOf(t, table), { title: t(open), value: unsaid }];

/** A yes-or-no question of a form. */
export const yesNoChoices = { ja: 'Ja', nee: 'Nee' } as const;
