import { talkOutcomes, talkPartners, waiverGrounds } from '../protocol/step3Conversation';
import { localDateOf, type LocalDate } from '../protocol/time';
import type { CaseEvent } from '../protocol/caseFile';
import type { Entry, FormContext, SchoolView } from './context';
import { dutchDay } from './entry';
import { protectionIn, safetyTrend } from './safetyTrend';

/** A line with our own label and words that people typed; a card shows it in a RichTextBlock. */
export type Said = { label: string; text: string };
/** One of the inputs of the weighing. `note`: our own words, when something is missing or left out. */
/** `all`: how many there are, shown or not. */
export type WeighingInput = { title: string; note: string; items: readonly Said[]; all: number };

/** Cuts between characters, never inside one. */
export const shortened = (text: string, most: number): string => {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most).join('').trimEnd()} …` : text;
};

/** The words that stand for a fact now: its last correction, if there is one (I-04). */
export const correctionOf = (entries: readonly Entry[], seq: number): string | undefined => {
  const correction = entries.findLast(({ event }) => event.type === 'EntryCorrected' && event.entry === seq)?.event;
  return correction?.type === 'EntryCorrected' ? correction.text : undefined;
};

const SHOWN = 120;
type Found = { seq: number; label: string; on: LocalDate; text: string };

const rest = (all: number, shown: number): string => (all > shown ? `En nog ${all - shown} eerder.` : '');

/** The newest `most`, oldest of them first, each with its correction in place of the mistake. */
const newest = (found: readonly Found[], most: number, entries: readonly Entry[]): readonly Said[] =>
  found.slice(-most).map(({ seq, label, on, text }) => {
    const mended = correctionOf(entries, seq);
    return {
      label: `${label}, ${dutchDay(on)}${mended ? ' (verbeterd)' : ''}: `,
      text: shortened(mended ?? text, SHOWN),
    };
  });

const gather = (
  entries: readonly Entry[],
  read: (event: CaseEvent) => Omit<Found, 'seq'> | undefined,
): readonly Found[] =>
  entries.flatMap(({ seq, event }) => {
    const found = read(event);
    return found ? [{ seq, ...found }] : [];
  });

const signalsOf = ({ entries, file }: FormContext): WeighingInput => {
  const towards = (direction: string, label: string): readonly Found[] =>
    gather(entries, (event) =>
      event.type === 'SignalRecorded' && event.direction === direction
        ? { label, on: event.happenedOn, text: event.text }
        : undefined,
    );
  const items = [
    ...newest(towards('wijst-op-zorg', 'Zorg'), 3, entries),
    ...newest(towards('spreekt-tegen', 'Stelt gerust'), 2, entries),
    ...newest(towards('onduidelijk', 'Onduidelijk'), 1, entries),
  ];
  const { concern, against, unclear } = file.signals;
  const counts = [
    `${concern} ${concern === 1 ? 'geeft' : 'geven'} zorg`,
    `${against} ${against === 1 ? 'stelt' : 'stellen'} gerust`,
    ...(unclear > 0 ? [`${unclear} onduidelijk`] : []),
  ];
  const note = concern + against + unclear === 0 ? 'Nog geen signalen vastgelegd.' : `${counts.join(', ')}.`;
  const all = concern + against + unclear;
  return { title: 'Signalen', note: [note, rest(all, items.length)].join(' ').trim(), items, all };
};

const colleagueAdvice = (event: CaseEvent, school: SchoolView): Omit<Found, 'seq'> | undefined => {
  if (event.type === 'ConsultationAnswered')
    return { label: `Advies van ${school.nameOf(event.by)}`, on: localDateOf(event.at), text: event.advice };
  if (event.type === 'OutsideConsultationRecorded')
    return { label: 'Advies', on: event.on, text: `${event.withName}: ${event.advice}` };
  if (event.type === 'InjuryExpertConsulted') return { label: 'Letseldeskundige', on: event.on, text: event.outcome };
  if (event.type === 'TeamDiscussed') return { label: 'Besproken in het team', on: event.on, text: event.assessment };
  return undefined;
};

const adviceOf = ({ entries, school }: FormContext): WeighingInput => {
  const veiligThuis = gather(entries, (event) =>
    event.type === 'VeiligThuisContactRecorded'
      ? { label: 'Veilig Thuis', on: localDateOf(event.contactAt), text: event.advice }
      : undefined,
  );
  const colleagues = gather(entries, (event) => colleagueAdvice(event, school));
  const items = [...newest(colleagues, 3, entries), ...newest(veiligThuis, 1, entries)];
  const all = veiligThuis.length + colleagues.length;
  return { title: 'Advies', note: all === 0 ? 'Nog geen advies vastgelegd.' : rest(all, items.length), items, all };
};

const talkOf = ({ entries, file }: FormContext): WeighingInput => {
  const talks = gather(entries, (event) =>
    event.type === 'ConversationRecorded'
      ? {
          label: `${talkPartners[event.with]} (${talkOutcomes[event.outcome].toLowerCase()})`,
          on: localDateOf(event.talkAt),
          text: event.reaction,
        }
      : undefined,
  );
  const items = newest(talks, 2, entries);
  const { waived } = file.conversations;
  const none = waived
    ? `Geen gesprek gevoerd. Reden: ${waiverGrounds[waived.ground].toLowerCase()}.`
    : 'Nog geen gesprek vastgelegd.';
  return {
    title: 'Gesprek',
    note: talks.length === 0 ? none : rest(talks.length, items.length),
    items,
    all: talks.length,
  };
};

const childOf = ({ entries }: FormContext): WeighingInput => {
  const words = gather(entries, (event) => {
    if (event.type === 'ChildVoiceRecorded') return { label: 'Het kind', on: event.on, text: event.words };
    if (event.type === 'ConversationRecorded' && event.childVoice)
      return { label: 'Het kind', on: localDateOf(event.talkAt), text: event.childVoice };
    return undefined;
  });
  const items = newest(words, 2, entries);
  const note = words.length === 0 ? 'Nog niets van het kind zelf vastgelegd.' : rest(words.length, items.length);
  return { title: 'Stem van het kind', note, items, all: words.length };
};

/** Only when there is something: neither the figure nor what protects is asked by the protocol. */
const protectionOf = (context: FormContext): readonly WeighingInput[] => {
  const found = gather(context.entries, protectionIn);
  const note = safetyTrend(context);
  const items = newest(found, 2, context.entries);
  return note === '' && items.length === 0
    ? []
    : [{ title: 'Veiligheid en wat beschermt', note, items, all: found.length }];
};

/** What the weighing rests on: signals, advice, the talk, and the child's own words. Needs the history. */
export const weighingInputs = (context: FormContext): readonly WeighingInput[] => [
  ...inputsToRead(context),
  childOf(context),
  ...protectionOf(context),
];

const inputsToRead = (context: FormContext) => [signalsOf(context), adviceOf(context), talkOf(context)] as const;

/** The same for a card with room for little: the child's own words in sight, the rest counted and folded. */
export const weighingInputsFolded = (context: FormContext) => {
  const read = inputsToRead(context);
  return {
    inputs: [...read, ...protectionOf(context)],
    child: [childOf(context)],
    counts: read.map(({ title, all }) => `${title}: ${all}`).join(' · '),
  };
};
