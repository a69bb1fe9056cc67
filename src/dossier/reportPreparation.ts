import type { Entry } from '../cards/context';
import { factsToReport, type Limits, type Shown } from '../cards/factsOnFile';
import { protocol } from '../protocol/meldcode';
import { roles } from '../protocol/roles';
import { harmKinds, questions, riskLevels, weighAnswers } from '../protocol/step4Weigh';
import { ageOn, localDateOf } from '../protocol/time';
import type { Block, Document } from './blocks';
import type { Sources } from './sources';
import { dutch } from '../text/tongue';

const EVERYTHING: Limits = { most: Infinity, many: [Infinity, Infinity, Infinity] };

const items = (heading: string, { items: rows }: Shown, none: string): readonly Block[] => [
  { kind: 'heading', level: 2, text: heading },
  rows.length > 0 ? { kind: 'facts', rows } : { kind: 'text', text: none, tone: 'quiet' },
];

/** A step that was taken before the melding, in one line. */
const doneBy = ({ event }: Entry, { school }: Sources): { label: string; text: string } | undefined => {
  const row = (on: string, text: string) => ({ label: dutch.day(on), text });
  if (event.type === 'ConversationRecorded')
    return row(localDateOf(event.talkAt), `Gesprek met ${event.with === 'leerling' ? 'de leerling' : 'de ouder'}`);
  if (event.type === 'ConversationWaived')
    return row(localDateOf(event.at), `Geen gesprek met de ouder: ${event.reason}`);
  if (event.type === 'VeiligThuisContactRecorded')
    return row(localDateOf(event.contactAt), `Advies van Veilig Thuis (${event.spokeWith}): ${event.advice}`);
  if (event.type === 'TeamDiscussed') {
    const { step3, step4 } = school.teamNames;
    return row(event.on, `Besproken in het ${event.team === 'schoolteam' ? step3 : step4}`);
  }
  if (event.type === 'ReportDiscussed')
    return row(event.on, `Melding besproken met ${event.who}. Reactie: ${event.reaction}`);
  if (event.type === 'ReportTalkWaived') return row(localDateOf(event.at), `Melding niet besproken: ${event.reason}`);
  if (event.type === 'ReportMade')
    return row(localDateOf(event.reportedAt), `Melding ${event.number} gedaan bij ${event.spokeWith}`);
  return undefined;
};

const done = (sources: Sources): readonly Block[] => {
  const rows = sources.entries.flatMap((entry) => doneBy(entry, sources) ?? []);
  if (rows.length > 0) return [{ kind: 'facts', rows }];
  return [{ kind: 'text', text: 'Hierover is nog niets vastgelegd.', tone: 'quiet' }];
};

const weighed = ({ file, entries }: Sources): readonly Block[] => {
  const answers = file.weighing?.answers ?? {};
  const risk = entries.flatMap(({ event }) => (event.type === 'RiskAssessed' ? [event] : [])).at(-1);
  return [
    {
      kind: 'facts',
      rows: [
        ...(risk
          ? [
              { label: 'Risico', text: `${riskLevels[risk.risk]}: ${risk.riskText}` },
              { label: 'Aard', text: risk.nature.map((kind) => harmKinds[kind]).join(', ') },
              { label: 'Ernst', text: risk.seriousness },
            ]
          : []),
        ...questions.flatMap(({ id, number, title }) => {
          const answer = answers[id];
          return answer ? [{ label: `Vraag ${number}, ${title.toLowerCase()}`, text: weighAnswers[answer] }] : [];
        }),
      ],
    },
  ];
};

/** Apart, for it is said on the phone and not left lying about: who may not hear what. */
const withheld = ({ entries, file }: Sources): readonly Block[] => {
  const risks = file.consult.veiligThuis.risks;
  const names = entries.flatMap(({ event }) =>
    event.type === 'SignalRecorded' && event.source === 'derde' && event.sourceName ? [event.sourceName] : [],
  );
  return [
    {
      kind: 'list',
      items: [
        'Moet jouw naam geheim blijven voor het gezin? Dat kan alleen op drie gronden. Veilig Thuis weet altijd wie je bent.',
        ...(names.length > 0
          ? [`Vraag eerst of het gezin mag weten dat dit komt van: ${[...new Set(names)].join(', ')}.`]
          : []),
        ...(risks ? [`Veilig Thuis noemde eerder dit risico: ${risks}`] : []),
      ],
    },
  ];
};

/** what to have at hand when calling Veilig Thuis, in the order of its form. The bot sends it to nobody (I-17). */
export const reportPreparation = (sources: Sources): Document => {
  const { file, entries, school, madeBy, today, at } = sources;
  const { name, group, birthDate } = file.pupil;
  const { facts, told, thought } = factsToReport(dutch, entries, school, EVERYTHING);
  const family = entries
    .flatMap(({ event }) => (event.type === 'CaseOpened' && event.family ? [event.family] : []))
    .at(0);
  const reporter = school.colleagues.find(({ id }) => id === madeBy);
  const { phone } = school.contacts.veiligThuis;
  const blocks: readonly Block[] = [
    { kind: 'title', text: 'Voorbereiding van een melding', lines: [school.name, `Gemaakt op ${dutch.moment(at)}`] },
    {
      kind: 'text',
      tone: 'strong',
      text: `Bel altijd eerst: Veilig Thuis, ${phone}. Dit papier helpt je bij het gesprek. Het wordt nergens naartoe gestuurd.`,
    },
    { kind: 'heading', level: 1, text: '1. Wie meldt' },
    {
      kind: 'facts',
      rows: [
        { label: 'Naam', text: school.nameOf(madeBy) },
        { label: 'Rol', text: reporter?.roles.map((role) => roles[role]).join(', ') ?? '' },
        { label: 'School', text: `${school.name}, ${school.boardName}` },
      ],
    },
    { kind: 'heading', level: 1, text: '2. Om welk kind het gaat' },
    {
      kind: 'facts',
      rows: [
        { label: 'Naam', text: name },
        {
          label: 'Geboren',
          text: birthDate ? `${dutch.day(birthDate)} (${ageOn(birthDate, today)} jaar)` : 'Niet vastgelegd',
        },
        { label: 'Groep', text: group ?? 'Niet vastgelegd' },
        ...(family ? [{ label: 'Gezin', text: family }] : []),
      ],
    },
    { kind: 'heading', level: 1, text: '3. Wat er aan de hand is' },
    ...items('Feiten: gezien of gehoord door iemand van school', facts, 'Er is nog geen feit vastgelegd.'),
    ...items('Wat anderen vertelden, met de bron', told, 'Niemand anders vertelde iets.'),
    ...items('Indrukken: wat wij denken', thought, 'Er is geen indruk vastgelegd.'),
    { kind: 'heading', level: 1, text: '4. Wat er al is gedaan' },
    ...done(sources),
    { kind: 'heading', level: 1, text: '5. Hoe wij het wegen' },
    ...weighed(sources),
    { kind: 'heading', level: 1, text: '6. Niet zomaar delen' },
    ...withheld(sources),
    { kind: 'heading', level: 1, text: '7. Wat je afspreekt' },
    { kind: 'lines', label: 'Met wie sprak je, wanneer, en wat gebeurt er nu?', count: 4 },
  ];
  return {
    title: 'Voorbereiding van een melding',
    header: 'Vertrouwelijk · voorbereiding van een melding',
    footer: `${school.name} · ${protocol.title} ${protocol.version}`,
    blocks: () => blocks,
  };
};
