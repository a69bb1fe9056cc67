import type { CaseFile } from '../protocol/caseFile';
import { localDateOf } from '../protocol/time';
import { shownLines } from './chronology';
import type { Entry, FormContext, SchoolView } from './context';
import { describeEntry } from './entries';
import { form, type Form } from './form';
import { mayRecord } from './permitted';
import { staffPhones } from './staffPhones';
import type { Dutch, Tongue } from '../text/tongue';

/** How much of what was done fits above the choices; the rest is in the chronology. */
const LATEST = 3;

const factOf = ({ event }: Entry, school: SchoolView) => {
  const description = describeEntry(event, school);
  return { title: description.title, when: school.t.moment(event.at), lines: shownLines(school.t, description) };
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

const feedbackGoals = (t: Tongue, { reports }: CaseFile) =>
  reports
    .filter(({ feedback }) => feedback !== 'terugkoppeling')
    .map(({ number, at }) => ({
      title: t('Terugkoppeling van Veilig Thuis (melding van {day})', { day: t.day(localDateOf(at)) }),
      value: `step5-decide/feedback|${number}`,
    }));

/** What can be done here, by the permits. A melding of before the move keeps its term (I-13). */
const exitGoals = (context: FormContext): readonly { title: string; value: string }[] => [
  ...(mayRecord('addFollowUp', context) ? [{ title: context.t('Vervolg vastleggen'), value: 'intake/follow-up' }] : []),
  ...(mayRecord('recordConfidantAdvice', context) && context.file.kind === 'medewerker'
    ? [{ title: context.t('Advies van een vertrouwenspersoon vastleggen'), value: 'intake/confidant-advice' }]
    : []),
  ...(mayRecord('recordFeedback', context) ? feedbackGoals(context.t, context.file) : []),
  { title: context.t('Alles wat is vastgelegd'), value: 'shared/chronology' },
  { title: context.t('Document: het hele dossier'), value: 'shared/document|verantwoordingsdossier' },
  { title: context.t('Wie heeft dit dossier gezien'), value: 'shared/seen-by' },
  ...(mayRecord('closeCase', context) ? [{ title: context.t('Zaak sluiten'), value: 'shared/close' }] : []),
  ...(mayRecord('reopenCase', context) ? [{ title: context.t('Zaak heropenen'), value: 'shared/reopen' }] : []),
  ...(mayRecord('destroyFile', context)
    ? [{ title: context.t('Bewaren of vernietigen'), value: 'retention/review' }]
    : []),
];

/** Who was told, and who was left out on purpose. */
const toldLine = ({ t, file, school }: FormContext): string => {
  const board = t('het bestuur van {boardName}', { boardName: school.boardName });
  switch (file.kind) {
    case 'medewerker':
      return file.exit?.aboutLeader
        ? t('Dit is gemeld aan {board}. De schoolleiding kreeg geen bericht en ziet dit niet.', { board })
        : t('Dit is gemeld aan de schoolleiding en {board}.', { board });
    case 'leerlingen':
      return t('Dit is gemeld aan {names}.', {
        names: (file.exit?.told ?? []).map((id) => school.nameOf(id)).join(', '),
      });
    case 'stappenplan':
    case 'none':
      return '';
  }
};

const titles = {
  medewerker: 'Zorg over een medewerker',
  leerlingen: 'Zorg tussen leerlingen',
  stappenplan: 'Zaak via de vijf stappen',
  none: undefined,
} as const satisfies Record<CaseFile['kind'], Dutch | undefined>;

const exitData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const { file, school, t } = context;
  const title = titles[file.kind];
  return {
    number: file.number,
    owner: school.nameOf(file.owner),
    closed: file.status === 'closed',
    title: title ? t(title) : '',
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
