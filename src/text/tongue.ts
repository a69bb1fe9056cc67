import { phrases, type Phrase } from './english/phrases';
import * as actionsEn from './english/listOfActions';
import * as actionsNl from './actions';
import * as en from './en';
import * as nl from './nl';

/** Dutch is the language of the meldcode and of the file; English is how a person may read the bot. */
export type Language = 'nl' | 'en';

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Filling<Text extends string> = [Names<Text>] extends [never]
  ? []
  : [values: Readonly<Record<Names<Text>, string | number>>];

/** A Dutch text that has English and in which nothing is filled in: `Phrase` without those. */
export type Dutch = { [Text in Phrase]: Text extends `${string}{${string}` ? never : Text }[Phrase];

type Words = {
  refusals: typeof nl.refusals;
  advices: typeof nl.advices;
  notices: typeof nl.notices;
  reminders: typeof nl.reminders;
  termLabels: typeof nl.termLabels;
  readers: typeof nl.readers;
  say: nl.Say;
  actionRefusals: typeof actionsNl.actionRefusals;
  sayOfActions: actionsNl.SayOfActions;
};

/**
 * How one person is spoken to. Called with a Dutch text it gives that text in the person's language, with what stands between
 * braces filled in; a Dutch text that has no English does not compile.
 */
export interface Tongue extends Readonly<Words> {
  <Text extends Phrase>(dutch: Text, ...filling: Filling<Text>): string;
  readonly language: Language;
  /** 'di 24 november 2026' of a day or a moment. */
  readonly day: (date: string) => string;
  /** 'di 24 november 2026 om 09:30', on the Dutch clock. */
  readonly moment: (instant: string) => string;
  /** One of our own sentences that came along as a value: a hint of a schema. What is unknown stays as it is. */
  readonly ours: (sentence: string) => string;
}

const filled = (text: string, values: Readonly<Record<string, string | number>> = {}): string =>
  text.replace(/\{(\w+)\}/g, (braces, name: string) => String(values[name] ?? braces));

const tongueOf = (language: Language, locale: string, words: Words, translate: (dutch: string) => string): Tongue => {
  const date = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const days = new Intl.DateTimeFormat(locale, { ...date, timeZone: 'UTC' });
  const clock = { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam' } as const;
  const moments = new Intl.DateTimeFormat(locale, { ...date, ...clock });
  const t = (dutch: string, values?: Readonly<Record<string, string | number>>): string =>
    filled(translate(dutch), values);
  return Object.assign(t, {
    ...words,
    language,
    day: (on: string): string => days.format(new Date(on)),
    moment: (instant: string): string => moments.format(new Date(instant)),
    ours: translate,
  });
};

export const dutch: Tongue = tongueOf('nl', 'nl-NL', { ...nl, ...actionsNl }, (text) => text);
/** Sentences that come along as values are keys too; one with a number in it stands in the table with `{number}`. */
const table: Readonly<Record<string, string>> = phrases;
const withNumber = (text: string): string | undefined => {
  const [number = ''] = /\d+/.exec(text) ?? [];
  return table[text.replace(number, '{number}')]?.replace('{number}', number);
};
const inEnglish = (text: string): string => table[text] ?? withNumber(text) ?? text;
export const english: Tongue = tongueOf('en', 'en-GB', { ...en, ...actionsEn }, inEnglish);

export const tongues = { nl: dutch, en: english } as const satisfies Record<Language, Tongue>;
