import type { CaseFile } from '../protocol/caseFile';
import { checkQuestions, dossierCheck, type CheckQuestion, type CheckState } from '../protocol/dossierCheck';
import type { FormContext } from './context';
import { form, type Form } from './form';
import { mayReadAccessLog, type Actor } from '../protocol/roles';
import { localDateOf } from '../protocol/time';
import type { Dutch } from '../text/tongue';

/** What can be taken along from a file: its title, and what it is for. */
export const documents = {
  verantwoordingsdossier: {
    title: 'Verantwoordingsdossier',
    what: 'Alles wat is vastgelegd, gewogen en besloten. Voor de inspectie, een klacht of het archief.',
  },
  gespreksverslag: {
    title: 'Gespreksverslag',
    what: 'Het verslag van één gesprek, met plaats om te tekenen.',
  },
  toestemmingsformulier: {
    title: 'Toestemmingsformulier',
    what: 'Om een ouder op papier te laten kiezen: open bespreken met mensen van buiten de school, of niet.',
  },
  'voorbereiding-melding': {
    title: 'Voorbereiding van een melding',
    what: 'Wat je bij de hand hebt als je Veilig Thuis belt: eerst feiten, dan wat anderen vertelden. De bot stuurt dit nergens naartoe.',
  },
  'samenvatting-zonder-namen': {
    title: 'Samenvatting zonder namen',
    what: 'Om anoniem te bespreken of advies te vragen. Lees zelf na of niemand het kind erin herkent.',
  },
  inzage: {
    title: 'Inzage voor kind of ouder',
    what: 'Alles wat in het dossier staat, om na te kijken en dan te geven. Wat over anderen gaat, is gemarkeerd. Antwoord binnen een maand. Is inzage gevaarlijk voor het kind? Overleg eerst met de functionaris gegevensbescherming.',
  },
  'inzage-gegevens': {
    title: 'Inzage als gegevensbestand',
    what: 'Hetzelfde als een bestand (JSON), voor wie de gegevens zo wil krijgen. Kijk ook dit eerst na.',
  },
  cijfers: {
    title: 'Cijfers van de meldcode',
    what: 'De cijfers van een schooljaar als tabel (CSV), zonder persoonsgegevens.',
  },
} as const;
export type DocumentName = keyof typeof documents;

export const isDocumentName = (name: string): name is DocumentName => Object.hasOwn(documents, name);

/** How a way points to a document: `gespreksverslag:<talk>`. */
export const wantedIn = (about: string | undefined): { name: DocumentName; of: string } | undefined => {
  const [name = '', ...of] = (about ?? '').split(':');
  return isDocumentName(name) ? { name, of: of.join(':') } : undefined;
};

/** The same, written. */
export const aboutOf = ({ document, of }: { document: string; of: string }): string =>
  of === '' ? document : `${document}:${of}`;

/** For whom inzage is: the pupil, or a parent or somebody else who cares for the pupil (AVG article 15). */
export const askers = { leerling: 'het kind', ouder: 'een ouder of verzorger' } as const;
export type Asker = keyof typeof askers;
export const isAsker = (text: string): text is Asker => Object.hasOwn(askers, text);

/** What only the leadership, or the board where it stands in the case, takes along: they answer for who gets it. */
const ofLeaders: readonly DocumentName[] = ['inzage', 'inzage-gegevens'];
export const mayTake = (name: DocumentName, viewer: Actor, file: CaseFile): boolean =>
  !ofLeaders.includes(name) || mayReadAccessLog(viewer, file);

/** An exit has no steps to prepare or sign; there only the file itself is taken along. */
const offeredFor = ({ kind }: CaseFile): readonly DocumentName[] =>
  kind === 'stappenplan'
    ? ['verantwoordingsdossier', 'voorbereiding-melding', 'samenvatting-zonder-namen', 'toestemmingsformulier']
    : ['verantwoordingsdossier'];

const accessGoals = ({ t, viewer, file }: FormContext): readonly { title: string; value: string }[] =>
  ofLeaders
    .filter((name) => mayTake(name, viewer, file))
    .flatMap((name) =>
      (Object.keys(askers) as Asker[]).map((asker) => ({
        title: t('{document} voor {asker}', {
          document: name === 'inzage' ? t('Inzage') : t(documents[name].title),
          asker: t(askers[asker]),
        }),
        value: `shared/document|${name}:${asker}`,
      })),
    );

/** So many talks stand in the menu; the newest. */
const TALKS = 5;

const documentsData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const { file, entries } = context;
  return {
    goals: [
      ...offeredFor(file).map((name) => ({
        title: context.t(documents[name].title),
        value: `shared/document|${name}`,
      })),
      ...entries
        .flatMap(({ event }) => (event.type === 'ConversationRecorded' ? [event] : []))
        .slice(-TALKS)
        .map(({ id, talkAt }) => ({
          title: context.t('{title} van {day}', {
            title: context.t(documents.gespreksverslag.title),
            day: context.t.day(localDateOf(talkAt)),
          }),
          value: `shared/document|gespreksverslag:${id}`,
        })),
      ...(file.kind === 'stappenplan' ? [{ title: context.t('Dossiercheck'), value: 'shared/dossier-check' }] : []),
      ...accessGoals(context),
    ],
  };
};

const documentData = ({ t, about }: FormContext): Readonly<Record<string, unknown>> => {
  const wanted = wantedIn(about);
  const { title, what } = wanted
    ? documents[wanted.name]
    : ({ title: 'Dit document bestaat niet', what: 'Kies er een uit de lijst.' } as const);
  return { title: t(title), what: t(what), document: wanted && about ? about : '' };
};

const states = {
  goed: '✓ In orde',
  open: '○ Nog open',
  nvt: '– Niet van toepassing',
} as const satisfies Record<CheckState, Dutch>;

/** Where something open is mended. */
const mendedAt: Readonly<Record<CheckQuestion, string>> = {
  ownCode: 'shared/hub',
  reason: 'step1-signals/signal',
  apart: 'step1-signals/signal',
  sources: 'shared/chronology',
  reports: 'step3-conversation/menu',
  parentsTold: 'step3-conversation/menu',
  meldingTold: 'step5-decide/discuss-report',
  objections: 'step5-decide/discuss-report',
  doubt: 'step2-consult/veilig-thuis',
  decider: 'step4-weigh/menu',
  order: 'step5-decide/menu',
};

const checkData = ({ t, file, entries }: FormContext): Readonly<Record<string, unknown>> => {
  const lines = dossierCheck(
    file,
    entries.map(({ event }) => event),
  );
  const open = lines.filter(({ state }) => state === 'open');
  return {
    urgent: file.reportDuty !== undefined,
    summary: open.length === 0 ? t('Alles is in orde.') : t('Nog open: {count}.', { count: open.length }),
    lines: lines.map(({ id, state }) => ({ question: t(checkQuestions[id]), state: t(states[state]) })),
    goals: open.map(({ id }) => ({ title: t(checkQuestions[id]), value: mendedAt[id] })),
  };
};

export const documentForms = {
  'shared/documents': form({ title: 'Documenten', records: [], history: true, data: documentsData }),
  'shared/document': form({ title: 'Document ophalen', records: [], data: documentData }),
  'shared/dossier-check': form({ title: 'Dossiercheck', records: [], history: true, data: checkData }),
} satisfies Record<string, Form>;
