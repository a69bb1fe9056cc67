import type { Entry, FormContext } from './context';
import { describeEntry } from './entries';
import { type Description } from './entry';
import { form, type Form } from './form';
import { samePupilLines } from './samePupil';
import { linkLines } from './siblings';
import { partNames, partOf, partsIn, type Part } from './parts';
import type { Tongue } from '../text/tongue';

const PER_PAGE = 5;
/** Longest text of one line in a card; the file itself holds all of it. */
const SHOWN = 160;

const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)} …` : text);

type Line = { label: string; text: string };
const linesOf = ({ lines }: Description): readonly Line[] =>
  lines.map(({ label, text }) => ({ label, text: shortened(text) }));

/** Lines of a fact as a card shows them. When there are more, the last one says so: nothing seems lost. */
export const shownLines = (t: Tongue, description: Description, most = 6): readonly Line[] => {
  const lines = linesOf(description);
  if (lines.length <= most) return lines;
  const rest = lines.length - most + 1;
  return [
    ...lines.slice(0, most - 1),
    { label: t('En nog'), text: t('{rest} regels. Die lees je als je dit feit opent.', { rest }) },
  ];
};

const correctionsOf = (entries: readonly Entry[]): ReadonlyMap<number, number> =>
  new Map(entries.flatMap(({ seq, event }) => (event.type === 'EntryCorrected' ? [[event.entry, seq] as const] : [])));

const isPart = (word: string): word is Part => (partNames as readonly string[]).includes(word);

/** `about` says which part of the work is shown, all of it when none is named, and which page: `step1:2`, `2`. */
const shownPart = ({ about = '' }: FormContext): { part: Part | undefined; page: string } => {
  const [first = '', second = ''] = about.split(':');
  return isPart(first) ? { part: first, page: second } : { part: undefined, page: first };
};

const pageOf = (asked: string, pages: number): number => {
  const page = Number(asked);
  return Number.isInteger(page) && page >= 0 && page < pages ? page : 0;
};

/** Only what there is to choose: the parts of the work in which something was recorded, and everything. */
const filtersOf = (t: Tongue, entries: readonly Entry[], part: Part | undefined) => {
  const there = new Set(entries.map(({ event }) => partOf(event.type)));
  const names = partsIn(t);
  const all = partNames
    .filter((one) => there.has(one) && one !== part)
    .map((about) => ({ about, title: names[about] }));
  return part === undefined ? all : [{ about: '0', title: t('Alles') }, ...all];
};

const chronologyData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const { school } = context;
  const { part, page: asked } = shownPart(context);
  const entries = part ? context.entries.filter(({ event }) => partOf(event.type) === part) : context.entries;
  const pages = Math.max(1, Math.ceil(entries.length / PER_PAGE));
  const page = pageOf(asked, pages);
  const to = (there: number): string => (part ? `${part}:${there}` : String(there));
  const newestFirst = [...entries].reverse();
  const shown = newestFirst.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  const corrected = correctionsOf(context.entries);
  return {
    filters: filtersOf(context.t, context.entries, part),
    partLine: part ? context.t('Je ziet alleen: {part}.', { part: partsIn(context.t)[part] }) : '',
    links: page === 0 ? linkLines(context) : [],
    same: page === 0 ? samePupilLines(context) : [],
    pageLine: context.t('Nieuwste bovenaan. Blad {page} van {pages}. In totaal {count} keer iets vastgelegd.', {
      page: page + 1,
      pages,
      count: entries.length,
    }),
    entries: shown.map(({ seq, event }) => {
      const description = describeEntry(event, school);
      const mended = corrected.get(seq);
      return {
        nr: String(seq),
        title: mended
          ? context.t('{title} (verbeterd: zie nr. {mended})', { title: description.title, mended })
          : description.title,
        when: context.t.moment(event.at),
        by: school.nameOf(event.by),
        lines: shownLines(context.t, description),
      };
    }),
    corrections: shown
      .filter(({ event }) => event.type !== 'EntryCorrected')
      .map(({ seq, event }) => ({
        title: `${seq}. ${describeEntry(event, school).title}`,
        value: `shared/correct|${seq}`,
      })),
    older: page + 1 < pages ? to(page + 1) : '',
    newer: page > 0 ? to(page - 1) : '',
  };
};

export const chronologyForms = {
  'shared/chronology': form({
    title: 'Alles wat is vastgelegd',
    records: [],
    history: true,
    links: true,
    data: chronologyData,
  }),
} satisfies Record<string, Form>;
