import type { Entry, SchoolView } from './context';
import { localDateOf, type LocalDate } from '../protocol/time';
import type { Tongue } from '../text/tongue';

/** Something from the file as a card shows it: who and when, and the words themselves. */
export type Item = { label: string; text: string };
/** The newest items in the order of their days, and a sentence about the rest ('' when there is none). */
export type Shown = { items: readonly Item[]; rest: string };
type Dated = Item & { on: LocalDate };
type Names = Pick<SchoolView, 'nameOf'>;

/** Cuts a text for a card at `most` characters; the file keeps all of it. */
export const shorten = (text: string, most: number): string => {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
};

/** For every entry, what later corrections say of it, also corrections of corrections. */
const correctionsIn = (entries: readonly Entry[]): ReadonlyMap<number, readonly string[]> => {
  const first = new Map<number, number>();
  const found = new Map<number, string[]>();
  for (const { seq, event } of entries) {
    if (event.type !== 'EntryCorrected') continue;
    const root = first.get(event.entry) ?? event.entry;
    first.set(seq, root);
    found.set(root, [...(found.get(root) ?? []), event.text]);
  }
  return found;
};

const newest = (t: Tongue, found: readonly Dated[], many: number): Shown => {
  const inOrder = [...found].sort((a, b) => a.on.localeCompare(b.on));
  const left = Math.max(0, inOrder.length - many);
  return {
    items: inOrder.slice(left).map(({ label, text }) => ({ label, text })),
    rest:
      left > 0 ? t('En nog {left} van eerder. Kijk bij het overzicht, onder ‘Alles wat is vastgelegd’.', { left }) : '',
  };
};

/** A text with what was corrected about it: an outdated fact may not travel on alone. */
const withCorrections = (t: Tongue, text: string, mended: readonly string[] = [], most: number): string =>
  mended.length === 0
    ? shorten(text, most)
    : t('{shorten} (Verbeterd: {shorten2})', {
        shorten: shorten(text, most / 2),
        shorten2: shorten(mended.join(' '), most / 2),
      });

const calming = (t: Tongue, direction: string): string => (direction === 'spreekt-tegen' ? t(' · stelt gerust') : '');

/** what somebody of the school saw or heard, for the talk with the parent. */
export const ownFacts = (t: Tongue, entries: readonly Entry[], { nameOf }: Names, many = 10, most = 200): Shown => {
  const mended = correctionsIn(entries);
  const found = entries.flatMap(({ seq, event }): Dated[] => {
    if (event.type !== 'SignalRecorded' || event.source !== 'zelf' || event.nature !== 'feit') return [];
    const label = t('{day} · gezien of gehoord door {name}{calming}', {
      day: t.day(event.happenedOn),
      name: nameOf(event.by),
      calming: calming(t, event.direction),
    });
    return [{ on: event.happenedOn, label, text: withCorrections(t, event.text, mended.get(seq), most) }];
  });
  return newest(t, found, many);
};

const from = {
  zelf: 'iemand anders',
  collega: 'een collega',
  kind: 'het kind',
  ouder: 'een ouder',
  derde: 'iemand anders',
} as const;
const partner = { ouder: 'de ouder', leerling: 'de leerling', beiden: 'de ouder en de leerling' } as const;

/** what others told; each says from whom. */
const toldBy = (t: Tongue, { event }: Entry, { nameOf }: Names): readonly Dated[] => {
  const item = (on: LocalDate, who: string, text: string | undefined): readonly Dated[] =>
    text ? [{ on, label: t('{day} · informatie van {who}', { day: t.day(on), who }), text }] : [];
  if (event.type === 'SignalRecorded') {
    if (event.nature === 'mening' || (event.source === 'zelf' && event.nature === 'feit')) return [];
    const named = event.sourceName ? `${t(from[event.source])} (${event.sourceName})` : t(from[event.source]);
    return item(
      event.happenedOn,
      t('{named}, opgeschreven door {name}{calming}', {
        named,
        name: nameOf(event.by),
        calming: calming(t, event.direction),
      }),
      event.text,
    );
  }
  if (event.type === 'ChildVoiceRecorded') return item(event.on, t('het kind'), event.words);
  if (event.type === 'ContactRecorded')
    return event.withRole === 'veilig-thuis' ? [] : item(event.on, event.withName, event.content);
  if (event.type === 'ConversationRecorded') {
    const on = localDateOf(event.talkAt);
    return [...item(on, t(partner[event.with]), event.reaction), ...item(on, t('het kind'), event.childVoice)];
  }
  if (event.type === 'ConsultationAnswered')
    return item(localDateOf(event.at), t('een collega ({name})', { name: nameOf(event.by) }), event.observations);
  if (event.type === 'ConsultationAddedTo')
    return item(localDateOf(event.at), t('een collega ({name})', { name: nameOf(event.by) }), event.addition);
  if (event.type === 'OutsideConsultationRecorded') return item(event.on, event.withName, event.content);
  if (event.type === 'InjuryExpertConsulted')
    return item(event.on, t('letseldeskundige {expert}', { expert: event.expert }), event.outcome);
  return [];
};

/** I-27: what people think, apart from what they saw. */
const thoughtBy = (t: Tongue, { event }: Entry, { nameOf }: Names): readonly Dated[] => {
  const item = (on: LocalDate, who: string, text: string | undefined): readonly Dated[] =>
    text ? [{ on, label: t('{day} · indruk van {who}', { day: t.day(on), who }), text }] : [];
  if (event.type === 'SignalRecorded' && event.nature === 'mening') {
    const who = event.source === 'zelf' ? nameOf(event.by) : (event.sourceName ?? t(from[event.source]));
    return item(event.happenedOn, who, event.text);
  }
  if (event.type === 'ConversationRecorded')
    return item(localDateOf(event.talkAt), nameOf(event.by), event.interpretation);
  if (event.type === 'ConsultationAnswered')
    return item(localDateOf(event.at), nameOf(event.by), event.otherExplanation);
  return [];
};

/** `most`: characters of one text. `many`: facts, what others told, and impressions; on paper there is room for all. */
export type Limits = { most: number; many?: readonly [number, number, number] };

/**
 * Protocol step 5-I: a melding stays close to facts and events, and says what comes from others.
 * Facts, information of others and impressions come apart; each with its day and its source.
 */
export const factsToReport = (
  t: Tongue,
  entries: readonly Entry[],
  names: Names,
  { most, many = [8, 8, 4] }: Limits = { most: 160 },
): { facts: Shown; told: Shown; thought: Shown } => {
  const mended = correctionsIn(entries);
  const collect = (read: (t: Tongue, entry: Entry, names: Names) => readonly Dated[]): readonly Dated[] =>
    entries.flatMap((entry) =>
      read(t, entry, names).map((item) => ({
        ...item,
        text: withCorrections(t, item.text, mended.get(entry.seq), most),
      })),
    );
  return {
    facts: ownFacts(t, entries, names, many[0], most),
    told: newest(t, collect(toldBy), many[1]),
    thought: newest(t, collect(thoughtBy), many[2]),
  };
};
