import { talkOutcomes, talkPartners, waiverGrounds } from '../protocol/step3Conversation';
import { localDateOf, type LocalDate } from '../protocol/time';
import type { CaseEvent } from '../protocol/caseFile';
import type { Entry, FormContext, SchoolView } from './context';
import { protectionIn, safetyTrend } from './safetyTrend';
import type { Tongue } from '../text/tongue';

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

const rest = (t: Tongue, all: number, shown: number): string =>
  all > shown ? t('En nog {number} eerder.', { number: all - shown }) : '';

/** The newest `most`, oldest of them first, each with its correction in place of the mistake. */
const newest = (t: Tongue, found: readonly Found[], most: number, entries: readonly Entry[]): readonly Said[] =>
  found.slice(-most).map(({ seq, label, on, text }) => {
    const mended = correctionOf(entries, seq);
    return {
      label: `${label}, ${t.day(on)}${mended ? t(' (verbeterd)') : ''}: `,
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

const signalsOf = ({ t, entries, file }: FormContext): WeighingInput => {
  const towards = (direction: string, label: string): readonly Found[] =>
    gather(entries, (event) =>
      event.type === 'SignalRecorded' && event.direction === direction
        ? { label, on: event.happenedOn, text: event.text }
        : undefined,
    );
  const items = [
    ...newest(t, towards('wijst-op-zorg', t('Zorg')), 3, entries),
    ...newest(t, towards('spreekt-tegen', t('Stelt gerust')), 2, entries),
    ...newest(t, towards('onduidelijk', t('Onduidelijk')), 1, entries),
  ];
  const { concern, against, unclear } = file.signals;
  const counts = [
    concern === 1 ? t('1 geeft zorg') : t('{concern} geven zorg', { concern }),
    against === 1 ? t('1 stelt gerust') : t('{against} stellen gerust', { against }),
    ...(unclear > 0 ? [t('{unclear} onduidelijk', { unclear })] : []),
  ];
  const note = concern + against + unclear === 0 ? t('Nog geen signalen vastgelegd.') : `${counts.join(', ')}.`;
  const all = concern + against + unclear;
  return { title: t('Signalen'), note: [note, rest(t, all, items.length)].join(' ').trim(), items, all };
};

const colleagueAdvice = (event: CaseEvent, school: SchoolView): Omit<Found, 'seq'> | undefined => {
  if (event.type === 'ConsultationAnswered')
    return {
      label: school.t('Advies van {name}', { name: school.nameOf(event.by) }),
      on: localDateOf(event.at),
      text: event.advice,
    };
  if (event.type === 'ConsultationAddedTo')
    return {
      label: school.t('Aanvulling van {name}', { name: school.nameOf(event.by) }),
      on: localDateOf(event.at),
      text: event.addition,
    };
  if (event.type === 'OutsideConsultationRecorded')
    return { label: school.t('Advies'), on: event.on, text: `${event.withName}: ${event.advice}` };
  if (event.type === 'InjuryExpertConsulted')
    return { label: school.t('Letseldeskundige'), on: event.on, text: event.outcome };
  if (event.type === 'TeamDiscussed')
    return { label: school.t('Besproken in het team'), on: event.on, text: event.assessment };
  return undefined;
};

const adviceOf = ({ t, entries, school }: FormContext): WeighingInput => {
  const veiligThuis = gather(entries, (event) =>
    event.type === 'VeiligThuisContactRecorded'
      ? { label: t('Veilig Thuis'), on: localDateOf(event.contactAt), text: event.advice }
      : undefined,
  );
  const colleagues = gather(entries, (event) => colleagueAdvice(event, school));
  const items = [...newest(t, colleagues, 3, entries), ...newest(t, veiligThuis, 1, entries)];
  const all = veiligThuis.length + colleagues.length;
  return {
    title: t('Advies'),
    note: all === 0 ? t('Nog geen advies vastgelegd.') : rest(t, all, items.length),
    items,
    all,
  };
};

const talkOf = ({ t, entries, file }: FormContext): WeighingInput => {
  const talks = gather(entries, (event) =>
    event.type === 'ConversationRecorded'
      ? {
          label: `${t(talkPartners[event.with])} (${t(talkOutcomes[event.outcome]).toLowerCase()})`,
          on: localDateOf(event.talkAt),
          text: event.reaction,
        }
      : undefined,
  );
  const items = newest(t, talks, 2, entries);
  const { waived } = file.conversations;
  const none = waived
    ? t('Geen gesprek gevoerd. Reden: {reason}.', {
        reason: t(waiverGrounds[waived.ground]).toLowerCase(),
      })
    : t('Nog geen gesprek vastgelegd.');
  return {
    title: t('Gesprek'),
    note: talks.length === 0 ? none : rest(t, talks.length, items.length),
    items,
    all: talks.length,
  };
};

const childOf = ({ t, entries }: FormContext): WeighingInput => {
  const words = gather(entries, (event) => {
    if (event.type === 'ChildVoiceRecorded') return { label: t('Het kind'), on: event.on, text: event.words };
    if (event.type === 'ConversationRecorded' && event.childVoice)
      return { label: t('Het kind'), on: localDateOf(event.talkAt), text: event.childVoice };
    return undefined;
  });
  const items = newest(t, words, 2, entries);
  const note = words.length === 0 ? t('Nog niets van het kind zelf vastgelegd.') : rest(t, words.length, items.length);
  return { title: t('Stem van het kind'), note, items, all: words.length };
};

/** Only when there is something: neither the figure nor what protects is asked by the protocol. */
const protectionOf = (context: FormContext): readonly WeighingInput[] => {
  const found = gather(context.entries, (event) => protectionIn(context.t, event));
  const note = safetyTrend(context);
  const items = newest(context.t, found, 2, context.entries);
  return note === '' && items.length === 0
    ? []
    : [{ title: context.t('Veiligheid en wat beschermt'), note, items, all: found.length }];
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
