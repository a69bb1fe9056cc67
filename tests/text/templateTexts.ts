import { objectsDeep, templates } from '../cards/templates';
import { objectsIn, stringOf, type JsonObject } from '../support/json';

const shown = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'altText', 'fallbackText'];

/** Whether a string of a template says something itself, or only shows what is filled in. */
const saysSomething = (text: string): boolean =>
  /[a-z]/i.test(text.replace(/\$\{[^}]*\}/g, '')) ||
  [...text.matchAll(/'([^']*)'/g)].some(([, word = '']) => /[A-Z].*[a-z]/.test(word));

const shownOf = (part: JsonObject): readonly unknown[] => [
  ...shown.map((key) => part[key]),
  // A fact shows its value; the value of a choice is a word of ours that nobody sees.
  ...objectsIn(part['facts']).map(({ value }) => value),
];

const textsIn = (card: unknown): readonly string[] =>
  objectsDeep(card)
    .flatMap(shownOf)
    .flatMap((one) => stringOf(one) ?? [])
    .filter(saysSomething);

/** Every text of the templates by their folder; what several folders say stands once, under `common`. */
export const textsByFolder = (): ReadonlyMap<string, readonly string[]> => {
  const folders = new Map<string, Set<string>>();
  for (const { name, card } of templates) {
    const folder = name.split('/')[0] ?? '';
    const texts = folders.get(folder) ?? new Set();
    for (const text of textsIn(card)) texts.add(text);
    folders.set(folder, texts);
  }
  const holding = (text: string): number => [...folders.values()].filter((texts) => texts.has(text)).length;
  const common = new Set([...folders.values()].flatMap((texts) => [...texts].filter((text) => holding(text) > 1)));
  const own = [...folders].map(([folder, texts]) => [folder, [...texts].filter((text) => !common.has(text))] as const);
  return new Map([['common', [...common]] as const, ...own]);
};
