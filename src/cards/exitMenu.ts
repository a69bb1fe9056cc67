import type { CaseFile } from '../protocol/caseFile';
import { localDateOf } from '../protocol/time';
import { shownLines } from './chronology';
import type { Entry, FormContext, SchoolView } from './context';
import { describeEntry } from './entries';
import { dutchDay, dutchMoment } from './entry';
import { form, type Form } from './form';
import { mayRecord } from './permitted';
import { staffPhones } from './staffPhones';

/** How much of what was done fits above the choices; the rest is in the chronology. */
const LATEST = 3;

const factOf = ({ event }: Entry, school: SchoolView) => {
  const description = describeEntry(event, school);
  return { title: description.title, when: dutchMoment(event.at), lines: shownLines(description) };
};

/** The report itself, and what was done since, latest first. */
const factsOf = ({ entries, school }: FormContext) => {
  const concern = entries.findLast(
    ({ event }) =>
      event.type === 'StaffConcernReported' ||
      event.type === 'MovedToStaffExit' ||
      event.type === 'PupilConcernReported',
  );
  const since = entries.filter(({ seq }) => seq > (concern?.seq ?? 0));
  return [...(concern ? [concern] : []), ...since.slice(-LATEST).reverse()].map((entry) => factOf(entry, school));
};

const feedbackGoals = ({ reports }: CaseFile) =>
  reports
    .filter(({ feedback }) => feedback !== 'terugkoppeling')
    .map(({ number, at }) => ({
      title: `Terugkoppeling van Veilig Thuis (melding van ${dutchDay(localDateOf(at))})`,
      value: `step5-decide/feedback|${number}`,
    }));

/** What can be done here, by the permits. A melding of before the move keeps its term (I-13). */
const exitGoals = (context: FormContext): readonly { title: string; value: string }[] => [
  ...(mayRecord('addFollowUp', context) ? [{ title: 'Vervolg vastleggen', value: 'intake/follow-up' }] : []),
  ...(mayRecord('recordConfidantAdvice', context) && context.file.kind === 'medewerker'
    ? [{ title: 'Advies van een vertrouwenspersoon vastleggen', value: 'intake/confidant-advice' }]
    : []),
  ...(mayRecord('recordFeedback', context) ? feedbackGoals(context.file) : []),
  { title: 'Alles wat is vastgelegd', value: 'shared/chronology' },
  { title: 'Document: het hele dossier', value: 'shared/document|verantwoordingsdossier' },
  { title: 'Wie heeft dit dossier gezien', value: 'shared/seen-by' },
  ...(mayRecord('closeCase', context) ? [{ title: 'Zaak sluiten', value: 'shared/close' }] : []),
  ...(mayRecord('reopenCase', context) ? [{ title: 'Zaak heropenen', value: 'shared/reopen' }] : []),
  ...(mayRecord('destroyFile', context) ? [{ title: 'Bewaren of vernietigen', value: 'retention/review' }] : []),
];

/** Who was told, and who was left out on purpose. */
const toldLine = ({ file, school }: FormContext): string => {
  const board = `het bestuur van ${school.boardName}`;
  switch (file.kind) {
    case 'medewerker':
      return file.exit?.aboutLeader
        ? `Dit is gemeld aan ${board}. De schoolleiding kreeg geen bericht en ziet dit niet.`
        : `Dit is gemeld aan de schoolleiding en ${board}.`;
    case 'leerlingen':
      return `Dit is gemeld aan ${(file.exit?.told ?? []).map((id) => school.nameOf(id)).join(', ')}.`;
    case 'stappenplan':
    case 'none':
      return '';
  }
};

const titles: Readonly<Record<CaseFile['kind'], string>> = {
  medewerker: 'Zorg over een medewerker',
  leerlingen: 'Zorg tussen leerlingen',
  stappenplan: 'Zaak via de vijf stappen',
  none: '',
};

const exitData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const { file, school } = context;
  return {
    number: file.number,
    owner: school.nameOf(file.owner),
    closed: file.status === 'closed',
    title: titles[file.kind],
    told: toldLine(context),
    facts: factsOf(context),
    phones: file.kind === 'medewerker' ? staffPhones(school) : [],
    goals: exitGoals(context),
  };
};

export const exitForms = {
  /** An exit has no steps: what was reported, to whom, and what was done since (I-01, I-02). */
  'intake/exit': form({
    title: 'Overzicht van deze melding',
    records: [],
    history: true,
    data: exitData,
    inputs: (context) => ({ go: exitGoals(context)[0]?.value ?? '' }),
  }),
} satisfies Record<string, Form>;
