import { templateEnglish } from '../../src/text/english/templates';
import { objectsDeep, templates } from '../cards/templates';
import { stringOf } from '../support/json';
import { sentencesOf, wordsOf } from './words';

const texts = Object.entries(templateEnglish);
const english = new Map(texts);

/** As much as a phone shows of a button. */
const phoneWidth = 32;

const expressionsOf = (text: string): readonly string[] => text.match(/\$\{[^}]*\}/g) ?? [];

/** What an expression asks of the data: all of it but the words that a reader sees. */
const dataOf = (text: string): readonly string[] =>
  expressionsOf(text)
    .map((one) => one.replace(/'[^']*'/g, "''"))
    .sort();

const numbersAndLinksOf = (text: string): readonly string[] =>
  (text.match(/\d[\d-]*|\]\([^)]*\)|(?:https?:\/\/|www\.)\S+/g) ?? []).slice().sort();

const marksOf = (text: string): readonly string[] => text.match(/\*\*|^• |^ +| +$|↗/g) ?? [];

/** What a reader sees: the plain text, and the words that stand quoted in an expression. */
const readOf = (text: string): string =>
  text
    .replace(/\$\{[^}]*\}/g, (expression) => [...expression.matchAll(/'([^']*)'/g)].map(([, word]) => word).join(' '))
    .replace(/\]\([^)]*\)/g, ']');

const dutchWords =
  'de het een niet je jij jou jouw voor van met dat die dit deze wordt worden zijn en bij naar ook maar geen wat wie hoe kies schrijf'.split(
    ' ',
  );

/** Names that carry over. */
const notDutch = [
  'Veilig Thuis',
  'Beleidsplan Integriteit',
  'wijkcoach',
  'wijkschoolcoach',
  'zorgteam',
  'handelingsplan',
];

const buttons = new Set(
  templates
    .flatMap(({ card }) => objectsDeep(card))
    .filter((part) => stringOf(part['type'])?.startsWith('Action.'))
    .flatMap((part) => stringOf(part['title']) ?? []),
);

/** Texts that fall short, each with its Dutch, so that a failing test shows where to look. */
const those = (falls: (dutch: string, text: string) => boolean): readonly (readonly [string, string])[] =>
  texts.filter(([dutch, text]) => falls(dutch, text));

test('each English text says something', () => {
  expect(those((_, text) => !/[a-z]|\$\{/i.test(text))).toEqual([]);
});

test('each English text shows the same data as the Dutch one', () => {
  expect(those((dutch, text) => String(dataOf(dutch)) !== String(dataOf(text)))).toEqual([]);
});

test('each English text names the same numbers and links as the Dutch one, and is marked up alike', () => {
  expect(those((dutch, text) => String(numbersAndLinksOf(dutch)) !== String(numbersAndLinksOf(text)))).toEqual([]);
  expect(those((dutch, text) => String(marksOf(dutch)) !== String(marksOf(text)))).toEqual([]);
});

test('no Dutch is left in an English text', () => {
  const left = (text: string): boolean => {
    const own = notDutch.reduce((rest, name) => rest.replaceAll(name, ''), readOf(text));
    return dutchWords.some((word) => new RegExp(`(?<![\\w’])${word}(?!\\w)`, 'i').test(own));
  };
  expect(those((_, text) => left(text))).toEqual([]);
});

test('a button or a word to type is called in a text as it is called where it stands', () => {
  const quoted = (text: string): readonly string[] => [...text.matchAll(/‘([^’]*)’/g)].map(([, name = '']) => name);
  const wrong = those((dutch, text) =>
    quoted(dutch).some((name) => english.has(name) && !quoted(text).includes(english.get(name) ?? '')),
  );
  expect(wrong).toEqual([]);
  expect(texts.filter(([dutch]) => quoted(dutch).some((name) => english.has(name))).length).toBeGreaterThan(8);
});

test('the English is set like the Dutch: curly quotes, no exclamation marks', () => {
  expect(those((_, text) => /['"!]/.test(text.replace(/\$\{[^}]*\}/g, '')))).toEqual([]);
});

test('no English sentence is longer than a Dutch one may be', () => {
  expect(those((_, text) => sentencesOf(readOf(text)).some((sentence) => wordsOf(sentence).length > 20))).toEqual([]);
});

test('no English text is much longer than the Dutch one, and no button is cut off on a phone', () => {
  const room = (dutch: string): number =>
    Math.max(phoneWidth, buttons.has(dutch) ? readOf(dutch).length : readOf(dutch).length * 1.6);
  expect(buttons.size).toBeGreaterThan(80);
  expect(those((dutch, text) => readOf(text).length > room(dutch))).toEqual([]);
});
