import type { Entry, FormContext } from './context';
import { describeEntry } from './entries';
import { dutchMoment, type Description } from './entry';
import { form, type Form } from './form';

const PER_PAGE = 6;
/** Longest text of one line in a card; the file itself holds all of it. */
const SHOWN = 200;

const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)} …` : text);

type Line = { label: string; text: string };
const linesOf = ({ lines }: Description): readonly Line[] =>
  lines.map(({ label, text }) => ({ label, text: shortened(text) }));

/** Lines of a fact as a card shows them. When there are more, the last one says so: nothing seems lost. */
export const shownLines = (description: Description, most = 6): readonly Line[] => {
  const lines = linesOf(description);
  if (lines.length <= most) return lines;
  const rest = lines.length - most + 1;
  return [...lines.slice(0, most - 1), { label: 'En nog', text: `${rest} regels. Die lees je als je dit feit opent.` }];
};

const correctionsOf = (entries: readonly Entry[]): ReadonlyMap<number, number> =>
  new Map(entries.flatMap(({ seq, event }) => (event.type === 'EntryCorrected' ? [[event.entry, seq] as const] : [])));

const pageOf = ({ about }: FormContext, pages: number): number => {
  const page = Number(about ?? 0);
  return Number.isInteger(page) && page >= 0 && page < pages ? page : 0;
};

const chronologyData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const { entries, school } = context;
  const pages = Math.max(1, Math.ceil(entries.length / PER_PAGE));
  const page = pageOf(context, pages);
  const newestFirst = [...entries].reverse();
  const shown = newestFirst.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  const corrected = correctionsOf(entries);
  return {
    pageLine: `Nieuwste bovenaan. Blad ${page + 1} van ${pages}. In totaal ${entries.length} keer iets vastgelegd.`,
    entries: shown.map(({ seq, event }) => {
      const description = describeEntry(event, school);
      const mended = corrected.get(seq);
      return {
        nr: String(seq),
        title: mended ? `${description.title} (verbeterd: zie nr. ${mended})` : description.title,
        when: dutchMoment(event.at),
        by: school.nameOf(event.by),
        lines: shownLines(description),
      };
    }),
    corrections: shown
      .filter(({ event }) => event.type !== 'EntryCorrected')
      .map(({ seq, event }) => ({
        title: `${seq}. ${describeEntry(event, school).title}`,
        value: `shared/correct|${seq}`,
      })),
    older: page + 1 < pages ? String(page + 1) : '',
    newer: page > 0 ? String(page - 1) : '',
  };
};

export const chronologyForms = {
  'shared/chronology': form({ title: 'Alles wat is vastgelegd', records: [], history: true, data: chronologyData }),
} satisfies Record<string, Form>;
