import type { FormContext, Inputs } from './context';
import { offer, type Offer } from './form';
import { formOf, isFormName } from './forms';
import { mayRecord } from './permitted';

type Row = Readonly<Record<string, unknown>> & { value: string };

/** A card that can only be read, or that this person may fill in now. */
const opens = (value: string, context: FormContext): boolean => {
  const place = value.split('|', 1)[0] ?? '';
  if (!isFormName(place)) return true;
  const { records, caseless, reads, opensFor } = formOf(place);
  if (opensFor?.(context.viewer, context.file) === false) return false;
  return (
    caseless === true || reads === true || records.length === 0 || records.some((verb) => mayRecord(verb, context))
  );
};

const isRow = (row: unknown): row is Row =>
  typeof row === 'object' && row !== null && 'value' in row && typeof row.value === 'string';
const isRows = (value: unknown): value is readonly Row[] => Array.isArray(value) && value.every(isRow);

/** A list with nothing to choose is no list; the overview is always there. */
const overview: Offer = { title: 'Overzicht van deze zaak', value: 'shared/hub' };

/** The lists that a menu's `go` is chosen from. */
const lists = ['goals', 'choices', 'corrections'] as const;

/** What a menu offers is what can be done: nobody is sent to a card whose press would be refused. */
export const offered = (
  data: Readonly<Record<string, unknown>>,
  inputs: Inputs,
  context: FormContext,
): { data: Readonly<Record<string, unknown>>; inputs: Inputs } => {
  const kept = Object.fromEntries(
    lists.flatMap((name) => {
      const rows = data[name];
      if (!isRows(rows) || rows.length === 0) return [];
      const open = rows.filter(({ value }) => opens(value, context));
      return [[name, open.length > 0 || name === 'corrections' ? open : [offer(context.t, overview)]] as const];
    }),
  );
  const [list] = Object.values(kept);
  const moved = inputs.go !== undefined && list !== undefined && !list.some(({ value }) => value === inputs.go);
  const go = moved ? (list[0]?.value ?? '') : inputs.go;
  return { data: { ...data, ...kept }, inputs: { ...inputs, ...(go !== undefined && { go }) } };
};
