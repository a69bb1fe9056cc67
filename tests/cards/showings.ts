import { composeForm, type Attempt } from '../../src/cards/compose';
import type { FormContext, SchoolView } from '../../src/cards/context';
import { formOf, type FormName } from '../../src/cards/forms';
import { cardRenderer, type Card } from '../../src/cards/render';
import { emptyCase, type CaseFile } from '../../src/protocol/caseFile';
import type { Actor } from '../../src/protocol/roles';
import { termsOf } from '../../src/protocol/terms';
import { caseFiles, caseNames, type CaseName } from './caseFiles';
import { contextOf, ibEr, key, leader, school, teacher } from './context';
import type { Typed } from './everyFact';

const render = cardRenderer();

const viewers: readonly Actor[] = [
  { id: teacher, roles: ['leerkracht'] },
  { id: ibEr, roles: ['intern-begeleider'] },
  { id: leader, roles: ['schoolleider'], onlyLeader: true },
];

/** Everything that a card can be about in this file, something that is not there included. */
const subjectsOf = (file: CaseFile): readonly string[] => [
  'niet-in-deze-zaak',
  ...Object.keys(file.consultations),
  ...file.consult.toTell.map(({ about }) => about),
  ...file.conversations.signaturesOpen,
  ...file.reports.map(({ number }) => String(number)),
  ...file.referrals.map(({ id }) => id),
  ...file.monitoring.map(({ id }) => id),
  ...termsOf(file).map(({ id }) => id),
  '2',
];

/** A context that tells whether the card looked at what it is about; if not, other subjects make no other card. */
const watched = (context: FormContext): { context: FormContext; looked: () => boolean } => {
  let looked = false;
  const watching = { ...context };
  Object.defineProperty(watching, 'about', {
    enumerable: true,
    get: () => {
      looked = true;
      return undefined;
    },
  });
  return { context: watching, looked: () => looked };
};

export const compose = (name: FormName, context: FormContext, attempt?: Attempt): Card =>
  composeForm((one, data) => render(one, data, context.t.language), name, formOf(name), context, key, attempt);

export type Shown = { what: string; context: FormContext; card: Card };

/** A form as everybody can meet it: on every kind of case, for every role, about everything. */
const showings = (name: FormName, say: Typed, view: SchoolView = school): readonly Shown[] => {
  const files = caseFiles(say);
  return caseNames.flatMap((caseName: CaseName) =>
    viewers.flatMap((viewer) => {
      const context = contextOf(files[caseName], { viewer, school: view, t: view.t });
      const { context: watching, looked } = watched(context);
      const first: Shown = { what: `${caseName}, ${viewer.roles.join()}`, context, card: compose(name, watching) };
      if (!looked() || viewer.id !== teacher) return [first];
      const others = subjectsOf(context.file).map((about): Shown => {
        const one = { ...context, about };
        return { what: `${first.what}, about ${about}`, context: one, card: compose(name, one) };
      });
      return [first, ...others];
    }),
  );
};

const schools = [
  { id: 'de-linde', name: 'Basisschool De Linde' },
  { id: 'de-esch', name: 'Basisschool De Esch' },
];
export const caselessContext = (view: SchoolView = school): FormContext => ({
  ...contextOf([], { school: view, t: view.t, schools }),
  caseId: '',
  file: emptyCase,
});
const withoutCase = (name: FormName, view: SchoolView = school): readonly Shown[] =>
  [caselessContext(view), { ...caselessContext(view), schools: schools.slice(0, 1) }].map((context) => ({
    what: `${context.schools?.length ?? 0} schools`,
    context,
    card: compose(name, context),
  }));

/** A form as everybody can meet it, with or without a case. */
export const allShowings = (name: FormName, say: Typed, view: SchoolView = school): readonly Shown[] =>
  formOf(name).caseless ? withoutCase(name, view) : showings(name, say, view);
