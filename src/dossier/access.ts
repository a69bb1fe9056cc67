import { askers, isAsker, type Asker } from '../cards/documents';
import { describeEntry } from '../cards/entries';
import { type Line } from '../cards/entry';
import { keptFor } from '../cards/retention';
import type { CaseEvent, EventType } from '../protocol/caseFile';
import { protocol } from '../protocol/meldcode';
import { localDateOf } from '../protocol/time';
import type { Block, Document } from './blocks';
import type { TextFile } from './documents';
import { namesOther } from './nameless';
import { correctionsOf, type Sources } from './sources';
import { isTaken } from './taken';
import { dutch } from '../text/tongue';

/** Why somebody must look at a line before it is given (AVG article 15.4; UAVG article 41). */
const reasons = {
  ander: 'Gaat over iemand anders, of die is genoemd',
  bron: 'Iemand anders vertelde dit',
  kind: 'Het kind vertelde dit; mag de ouder dit lezen?',
} as const;
type Reason = keyof typeof reasons;

type Told = { label: string; text: string; aard: Line['nature']; nakijken: readonly Reason[] };
type Part = { nummer: number; op: string; soort: string; regels: readonly Told[]; verbeterdIn: readonly number[] };

/** Facts in which somebody outside the family speaks, and expects that to stay with whoever asked. */
const spokenByOthers: readonly EventType[] = [
  'ConsultationAnswered',
  'ConsultationAddedTo',
  'ConsultationDeclined',
  'OutsideConsultationRecorded',
  'VeiligThuisContactRecorded',
  'InjuryExpertConsulted',
  'ConfidantAdviceRecorded',
  'FeedbackRecorded',
];
const others = ['collega', 'derde'] as const;

const isTheChilds = (event: CaseEvent, label: string): boolean =>
  event.type === 'ChildVoiceRecorded' ||
  (event.type === 'SignalRecorded' && event.source === 'kind') ||
  (event.type === 'ConversationRecorded' && event.with === 'leerling') ||
  /kind|leerling/i.test(label);

const reasonsFor = (
  event: CaseEvent,
  { label, text }: Line,
  asker: Asker,
  namesAnother: (text: string) => boolean,
): readonly Reason[] => {
  const toldByOther =
    spokenByOthers.includes(event.type) ||
    (event.type === 'SignalRecorded' && (others as readonly string[]).includes(event.source));
  return [
    ...(namesAnother(text) ? ['ander' as const] : []),
    ...(toldByOther ? ['bron' as const] : []),
    ...(asker === 'ouder' && isTheChilds(event, label) ? ['kind' as const] : []),
  ];
};

/** Every recorded fact in words, each line with what to look at before it is given. */
function* partsOf(sources: Sources, asker: Asker): Iterable<Part> {
  const namesAnother = namesOther(sources);
  const corrected = correctionsOf(sources.entries);
  for (const { seq, event } of sources.entries) {
    const { title, lines } = describeEntry(event, sources.school);
    yield {
      ...{ nummer: seq, op: event.at, soort: title, verbeterdIn: corrected.get(seq) ?? [] },
      regels: lines.map((line) => ({
        ...{ label: line.label, text: line.text, aard: line.nature },
        nakijken: reasonsFor(event, line, asker, namesAnother),
      })),
    };
  }
}

const about = ({ file, school }: Sources) => [
  { label: 'Leerling', text: file.pupil.name || 'Niet vastgelegd' },
  { label: 'Groep', text: file.pupil.group ?? 'Niet vastgelegd' },
  { label: 'Geboren', text: file.pupil.birthDate ? dutch.day(file.pupil.birthDate) : 'Niet vastgelegd' },
  { label: 'School', text: school.name },
];

/** What whoever asks must be told besides the data themselves (AVG article 15.1). */
const explained = ({ school }: Sources): readonly string[] => [
  'Waarom: bij zorgen over de veiligheid van een kind volgt de school de wettelijke meldcode. Zij legt vast wat zij ziet, weegt en besluit.',
  'Wie het zien: wie de zorg begon, de schoolleiding, de intern begeleider en wie een hulpplan begeleidt. Collega’s die om advies zijn gevraagd, zagen alleen hun vraag. Wie van buiten iets hoorde, staat bij de vastleggingen.',
  'Waar het vandaan komt: van medewerkers van de school, van het kind en de ouders, en van wie bij een vastlegging staat genoemd.',
  `Hoe lang: ${keptFor(school)}`,
  'Besluiten zijn door mensen genomen, niet door een computer.',
  'Je mag vragen een fout te verbeteren: de eerste tekst blijft dan leesbaar, met de verbetering erbij. Je mag ook vragen gegevens te wissen of er minder mee te doen, of bezwaar maken.',
  'Ben je het er niet mee eens? Praat met de schoolleiding, of dien een klacht in bij de Autoriteit Persoonsgegevens.',
];

const shown = ({ label, text, nakijken }: Told) => ({
  label: nakijken.length > 0 ? `▲ ${label}` : label,
  text: nakijken.length > 0 ? `${text} [Nakijken: ${nakijken.map((one) => reasons[one]).join('; ')}]` : text,
});

function* blocksOf(sources: Sources, asker: Asker): Iterable<Block> {
  yield { kind: 'title', text: 'Inzage in het dossier', lines: [`Voor ${askers[asker]}`, sources.school.name] };
  yield { kind: 'text', text: `Gemaakt op ${dutch.moment(sources.at)}. ${protocol.title}, ${protocol.version}.` };
  yield {
    kind: 'text',
    tone: 'strong',
    text: 'Voor de school: dit is nog niet om te geven. Kijk eerst elke regel met ▲ na. Maak onleesbaar wat alleen over een ander gaat, of wat het kind in gevaar brengt. Stel vast wie erom vraagt. Haal daarna deze regel weg.',
  };
  if (sources.entries.some(({ event }) => dangerous.includes(event.type)))
    yield {
      kind: 'text',
      tone: 'strong',
      text: 'Let op: in deze zaak is een gesprek of bericht weggelaten omdat het niet veilig was. Overleg over deze inzage eerst met Veilig Thuis (dat kan anoniem).',
    };
  yield { kind: 'contents' };
  yield { kind: 'heading', level: 1, text: 'Over wie het gaat' };
  yield { kind: 'facts', rows: about(sources) };
  yield { kind: 'heading', level: 1, text: 'Wat je moet weten' };
  yield { kind: 'list', items: explained(sources) };
  yield { kind: 'heading', level: 1, text: 'Wat er is vastgelegd' };
  for (const { nummer, op, soort, regels, verbeterdIn } of partsOf(sources, asker)) {
    yield { kind: 'heading', level: 2, text: `${nummer}. ${soort}` };
    yield { kind: 'text', tone: 'quiet', text: `Vastgelegd op ${dutch.moment(op)}` };
    if (verbeterdIn.length > 0)
      yield { kind: 'text', tone: 'strong', text: `Later verbeterd: zie nummer ${verbeterdIn.join(', ')}.` };
    if (regels.length > 0) yield { kind: 'facts', rows: regels.map(shown) };
  }
  yield { kind: 'heading', level: 1, text: 'Wanneer iemand iets meenam' };
  const taken = sources.looks.filter(({ what }) => isTaken(what));
  yield {
    kind: 'list',
    items:
      taken.length === 0
        ? ['Niemand nam een document mee.']
        : taken.map(({ at, what }) => `${dutch.day(localDateOf(at))}: ${what}`),
  };
}

const dangerous: readonly EventType[] = ['ConversationWaived', 'ReportTalkWaived', 'InformingWaived'];

/** All that the file holds, to look through and then to give to whoever it is about (AVG article 15). */
export const accessDocument = (sources: Sources, of: string): Document | undefined =>
  isAsker(of)
    ? {
        title: 'Inzage in het dossier',
        header: 'Vertrouwelijk · inzage, nog na te kijken',
        footer: `${sources.school.name} · ${protocol.title} ${protocol.version}`,
        blocks: () => blocksOf(sources, of),
      }
    : undefined;

/** The same as data. */
export const accessFile = (sources: Sources, of: string): TextFile | undefined => {
  if (!isAsker(of)) return undefined;
  const { at, file, school, looks } = sources;
  const data = {
    ...{ soort: 'inzage', versie: 1, gemaaktOp: at, voor: askers[of], protocol: protocol.version },
    nakijken: reasons,
    leerling: file.pupil,
    ...{ school: school.name, bestuur: school.boardName, uitleg: explained(sources) },
    vastleggingen: [...partsOf(sources, of)],
    meegenomen: looks.filter(({ what }) => isTaken(what)).map((look) => ({ op: look.at, wat: look.what })),
  };
  return { type: 'application/json', extension: 'json', text: JSON.stringify(data, null, 2) };
};
