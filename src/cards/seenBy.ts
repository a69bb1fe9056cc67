import { mayReadAccessLog } from '../protocol/roles';
import { localDateOf } from '../protocol/time';
import type { Entry, FormContext, Look, SchoolView } from './context';
import { describeEntry } from './entries';
import { form, type Form } from './form';
import type { Tongue } from '../text/tongue';

const PER_PAGE = 10;
/** So many changes of who may look at all are shown; the rest is in the chronology. */
const CIRCLES = 3;
/** So many names of cards stand behind one person and day. */
const NAMED = 4;

/** Everything that one person looked at on one day. */
type Visit = { by: string; day: string; last: string; times: number; what: readonly string[] };

const visitsOf = (looks: readonly Look[]): readonly Visit[] => {
  const visits = new Map<string, Visit>();
  for (const { at, by, what } of looks) {
    const day = localDateOf(at);
    const known = visits.get(`${day} ${by}`);
    visits.set(`${day} ${by}`, {
      ...{ by, day, last: at, times: (known?.times ?? 0) + 1 },
      what: known?.what.includes(what) ? known.what : [...(known?.what ?? []), what],
    });
  }
  return [...visits.values()].sort((a, b) => (a.last < b.last ? 1 : -1));
};

const takenFirst = (what: readonly string[], titleOf: (name: string) => string): readonly string[] =>
  [...what].sort((a, b) => Number(titleOf(a) !== a) - Number(titleOf(b) !== b));

/** What was taken along first, under its own name; then cards, by the words above them. */
const named = (t: Tongue, what: readonly string[], titleOf: (name: string) => string): string =>
  [
    ...[...new Set(takenFirst(what, titleOf).map(titleOf))].slice(0, NAMED),
    ...(what.length > NAMED ? [t('en nog {number}', { number: what.length - NAMED })] : []),
  ].join(', ');

/** When the case began to be for two, or for everybody with a post again: latest first. */
const circlesOf = (entries: readonly Entry[], school: SchoolView): readonly { line: string }[] =>
  entries
    .filter(({ event }) => event.type === 'FileLocked' || event.type === 'FileUnlocked')
    .reverse()
    .slice(0, CIRCLES)
    .map(({ event }) => {
      const { title, lines } = describeEntry(event, school);
      const [first] = lines.filter(({ label }) => label === school.t('Alleen voor'));
      const who = first ? ` ${first.label}: ${first.text}.` : '';
      return { line: `${school.t.moment(event.at)}: ${title}.${who}` };
    });

export const seenByForms = (titleOf: (t: Tongue, name: string) => string) =>
  ({
    /** Leaders, and the board in an exit about staff, see who looked (I-22). */
    'shared/seen-by': form({
      title: 'Wie heeft dit dossier gezien',
      records: [],
      looks: true,
      history: true,
      opensFor: mayReadAccessLog,
      data: ({ t, looks = [], entries, school, about }: FormContext) => {
        const visits = visitsOf(looks);
        const pages = Math.max(1, Math.ceil(visits.length / PER_PAGE));
        const asked = Number(about ?? 0);
        const page = Number.isInteger(asked) && asked >= 0 && asked < pages ? asked : 0;
        return {
          pageLine: t('Nieuwste bovenaan. Blad {page} van {pages}. In totaal {count} keer bekeken.', {
            page: page + 1,
            pages,
            count: looks.length,
          }),
          circles: page === 0 ? circlesOf(entries, school) : [],
          visits: visits.slice(page * PER_PAGE, (page + 1) * PER_PAGE).map(({ by, day, last, times, what }) => ({
            who: school.nameOf(by),
            when:
              times > 1
                ? t('{day}, {times} keer. Laatst: {moment}', { day: t.day(day), times, moment: t.moment(last) })
                : t.moment(last),
            what: named(t, what, (name) => titleOf(t, name)),
          })),
          older: page + 1 < pages ? String(page + 1) : '',
          newer: page > 0 ? String(page - 1) : '',
        };
      },
    }),
  }) satisfies Record<string, Form>;
