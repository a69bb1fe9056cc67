import type { Entry } from '../cards/context';
import { describeEntry } from '../cards/entries';
import { type Line } from '../cards/entry';
import type { CaseEvent } from '../protocol/caseFile';
import { checkQuestions, dossierCheck, type CheckState } from '../protocol/dossierCheck';
import { protocol, stepText } from '../protocol/meldcode';
import { progress, stepStates } from '../protocol/progress';
import type { Nature } from '../protocol/step1Signals';
import { signatureStates } from '../protocol/step3Conversation';
import type { Block, Document, TimelineRow } from './blocks';
import { partNames, partOf, partsIn } from '../cards/parts';
import { correctionsOf, type Sources } from './sources';
import { dutch } from '../text/tongue';

/** I-27: apart in every document, facts first. */
const natures: Readonly<Record<Nature, string>> = {
  feit: 'Feiten',
  uitspraak: 'Wat iemand zei',
  mening: 'Oordeel van wie dit vastlegde',
};
const checkWords: Readonly<Record<CheckState, string>> = {
  goed: 'In orde',
  open: 'Nog open',
  nvt: 'Niet van toepassing',
};

const factBlocks = (lines: readonly Line[]): readonly Block[] =>
  (['feit', 'uitspraak', 'mening'] as const).flatMap((nature): Block[] => {
    const rows = lines.filter((line) => line.nature === nature);
    return rows.length > 0 ? [{ kind: 'facts', heading: natures[nature], rows }] : [];
  });

const entryBlocks = (
  { seq, event }: Entry,
  { school }: Sources,
  corrected: readonly number[] = [],
): readonly Block[] => {
  const { title, lines } = describeEntry(event, school);
  return [
    { kind: 'heading', level: 2, text: `${seq}. ${title}` },
    { kind: 'text', tone: 'quiet', text: `Vastgelegd op ${dutch.moment(event.at)} door ${school.nameOf(event.by)}` },
    ...(corrected.length > 0
      ? [{ kind: 'text', tone: 'strong', text: `Later verbeterd: zie nummer ${corrected.join(', ')}.` } as const]
      : []),
    ...factBlocks(lines),
  ];
};

const timelineOf = ({ entries, school }: Sources): readonly Block[] => {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return [];
  const names = partsIn(dutch);
  const rows = partNames.map((part): TimelineRow => ({
    label: names[part],
    at: entries.filter(({ event }) => partOf(event.type) === part).map(({ event }) => event.at),
  }));
  const told = rows.filter(({ at }) => at.length > 0).map(({ label, at }) => `${label}: ${at.length} keer`);
  return [
    {
      kind: 'timeline',
      rows,
      from: first.event.at,
      until: last.event.at,
      alt: `Tijdlijn van ${dutch.day(first.event.at)} tot en met ${dutch.day(last.event.at)}, ${school.name}. ${told.join('; ')}.`,
    },
  ];
};

const stepsTable = ({ file }: Sources): Block => ({
  kind: 'table',
  head: ['Stap', 'Hoe die ervoor staat', 'Hoe vaak'],
  rows: progress(file).steps.map(({ step, state, times }) => [
    `${step}. ${stepText(step).title}`,
    stepStates[state],
    String(times),
  ]),
  widths: [0.5, 0.32, 0.18],
});

type Signature = Extract<CaseEvent, { type: 'SignatureRecorded' }>;
const signaturesTable = ({ entries }: Sources): readonly Block[] => {
  const signed = entries.flatMap(({ event }): Signature[] => (event.type === 'SignatureRecorded' ? [event] : []));
  if (signed.length === 0) return [{ kind: 'text', text: 'Er is geen handtekening vastgelegd.' }];
  return [
    {
      kind: 'table',
      head: ['Wie', 'Stand', 'Dag', 'Waar het verslag ligt'],
      rows: signed.map(({ person, state, on, keptAt }) => [
        person,
        signatureStates[state],
        dutch.day(on),
        keptAt ?? '',
      ]),
      widths: [0.25, 0.3, 0.2, 0.25],
    },
  ];
};

const looksTable = ({ looks, school }: Sources): readonly Block[] =>
  looks.length === 0
    ? [{ kind: 'text', text: 'Niemand opende dit dossier nog.' }]
    : [
        {
          kind: 'table',
          head: ['Wanneer', 'Wie', 'Wat'],
          rows: looks.map(({ at, by, what }) => [dutch.moment(at), school.nameOf(by), what]),
          widths: [0.42, 0.29, 0.29],
        },
      ];

const decisive = (event: CaseEvent): boolean => ['step4', 'step5'].includes(partOf(event.type));

function* blocksOf(sources: Sources): Iterable<Block> {
  const { file, entries, school, at, madeBy } = sources;
  const corrected = correctionsOf(entries);
  const all = (some: readonly Entry[]): readonly Block[] =>
    some.flatMap((entry) => entryBlocks(entry, sources, corrected.get(entry.seq)));
  yield {
    kind: 'title',
    text: 'Verantwoordingsdossier',
    lines: [`Zaak ${file.number}`, school.name, school.boardName],
  };
  yield {
    kind: 'text',
    text: `Gemaakt op ${dutch.moment(at)} door ${school.nameOf(madeBy)}. ${protocol.title}, ${protocol.version}. ${protocol.kader}.`,
  };
  yield {
    kind: 'text',
    tone: 'strong',
    text: 'Dit dossier ligt nu buiten de beveiligde opslag. Bewaar het veilig, en vernietig het als het niet meer nodig is.',
  };
  yield { kind: 'contents' };
  yield { kind: 'heading', level: 1, text: 'Om wie het gaat' };
  yield {
    kind: 'facts',
    rows: [
      { label: 'Leerling', text: file.pupil.name },
      { label: 'Groep', text: file.pupil.group ?? 'Niet vastgelegd' },
      { label: 'Geboren', text: file.pupil.birthDate ? dutch.day(file.pupil.birthDate) : 'Niet vastgelegd' },
      { label: 'Zaak van', text: school.nameOf(file.owner) },
      { label: 'Begonnen', text: dutch.moment(file.openedAt) },
      { label: 'Stand', text: file.closed ? `Gesloten op ${dutch.moment(file.closed.at)}` : 'Open' },
    ],
  };
  yield { kind: 'heading', level: 1, text: 'De vijf stappen' };
  yield stepsTable(sources);
  yield* timelineOf(sources);
  yield { kind: 'heading', level: 1, text: 'Dossiercheck' };
  yield {
    kind: 'table',
    head: ['Vraag', 'Antwoord uit het dossier'],
    widths: [0.66, 0.34],
    rows: dossierCheck(
      file,
      entries.map(({ event }) => event),
    ).map(({ id, state }) => [checkQuestions[id], checkWords[state]]),
  };
  yield { kind: 'heading', level: 1, text: 'Wegen en beslissen' };
  yield* all(entries.filter(({ event }) => decisive(event)));
  yield { kind: 'heading', level: 1, text: 'Handtekeningen onder verslagen' };
  yield* signaturesTable(sources);
  yield { kind: 'heading', level: 1, text: 'Alles wat is vastgelegd' };
  for (const entry of entries) yield* entryBlocks(entry, sources, corrected.get(entry.seq));
  yield { kind: 'heading', level: 1, text: 'Wie dit dossier zag of meenam' };
  yield* looksTable(sources);
}

/** The whole file, to account for it to the inspectorate: what was recorded, by whom, in which order, and why. */
export const accountabilityDossier = (sources: Sources): Document => ({
  title: `Verantwoordingsdossier ${sources.file.number}`,
  header: `Vertrouwelijk · zaak ${sources.file.number}`,
  footer: `${sources.school.name} · ${protocol.title} ${protocol.version}`,
  blocks: () => blocksOf(sources),
});
