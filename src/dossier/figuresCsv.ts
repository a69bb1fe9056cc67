import type { Figures, Shown } from '../protocol/figures';
import type { TextFile } from './documents';

/** A cell that no spreadsheet takes for a formula. */
const cell = (text: string): string => `"${text.replace(/^[=+\-@\t]/, "'$&").replaceAll('"', '""')}"`;
const shown = (count: Shown): string => (count === undefined ? 'minder dan 5 of weggelaten' : String(count));

/** An action as it leaves: who is a role, for the file goes further than the list does. */
export type TakenAction = {
  where: string;
  year: string;
  what: string;
  about: string;
  who: string;
  until: string;
  state: string;
  result: string;
};

/** The figures of a school year as a table, with semicolons as spreadsheets in the Netherlands read them. */
export const figuresCsv = (
  place: string,
  figures: Figures,
  schoolName: (id: string) => string,
  actions: readonly TakenAction[] = [],
): TextFile => {
  const rows: readonly (readonly string[])[] = [
    ['Waar', 'Schooljaar', 'Vraag', 'Antwoord', 'Zaken (op vijftallen afgerond)'],
    ['Alle zaken', '', shown(figures.cases)],
    ...figures.exits.map(({ label, count }) => ['Zorgen buiten het stappenplan', label, shown(count)]),
    ...figures.schools.map(({ schoolId, cases }) => ['Zaken per school', schoolName(schoolId), shown(cases)]),
    ...figures.questions.flatMap(({ title, answers }) =>
      answers.map(({ label, count }) => [title, label, shown(count)]),
    ),
    ...figures.days.map(({ step, days }) => ['Dagen tot een stap is gezet (midden)', `Stap ${step}`, shown(days)]),
  ].map((row, i) => (i === 0 ? row : [place, figures.year, ...row]));
  const agreed = actions.map(({ where, year, what, about, who, until, state, result }) => [
    where,
    year,
    what,
    about,
    who,
    until,
    state,
    result,
  ]);
  const list =
    agreed.length === 0
      ? []
      : [[], ['Waar', 'Schooljaar', 'Actie', 'Over', 'Wie', 'Uiterlijk', 'Stand', 'Wat ervan kwam'], ...agreed];
  const text = [...rows, ...list].map((row) => row.map(cell).join(';')).join('\r\n');
  return { type: 'text/csv', extension: 'csv', text: `\ufeff${text}\r\n` };
};
