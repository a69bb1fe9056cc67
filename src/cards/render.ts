import { Template } from 'adaptivecards-templating';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root';
import { templateEnglish } from '../text/english/templates';
import type { Language } from '../text/tongue';

/** An Adaptive Card as JSON. */
export type Card = Record<string, unknown> & { type: 'AdaptiveCard' };

const folder = join(root, 'cards');

const inputIds = function* (node: unknown): Generator<string> {
  if (Array.isArray(node)) for (const part of node) yield* inputIds(part);
  else if (node !== null && typeof node === 'object') {
    const { type, id } = node as { type?: unknown; id?: unknown }; // any JSON object may have these
    if (typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string') yield id;
    for (const part of Object.values(node)) yield* inputIds(part);
  }
};

/** What people read; the rest of a template names data, inputs and buttons. Of the rows of facts also the value. */
const read = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'altText', 'fallbackText'];
const readOfFacts = [...read, 'value'];
/** Every text of every template is a key; a test walks them, and one that is missing does not compile. */
const english: Readonly<Record<string, string>> = templateEnglish;

/** The template in English: the same card, with what people read looked up in the table. */
const translated = (node: unknown, keys: readonly string[] = read): unknown => {
  if (Array.isArray(node)) return node.map((part) => translated(part, keys));
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, part]: [string, unknown]) => {
      if (key === 'lang') return [key, 'en'];
      if (typeof part === 'string') return [key, keys.includes(key) ? (english[part] ?? part) : part];
      return [key, translated(part, key === 'facts' ? readOfFacts : read)];
    }),
  );
};

type Prepared = { template: Template; inputs: readonly string[] };

/** Templates are read from disk and parsed once; making a card is then ten times cheaper. */
export const cardRenderer = () => {
  const prepared = new Map<string, Prepared>();
  const prepare = (name: string, language: Language): Prepared => {
    const key = `${language} ${name}`;
    const known = prepared.get(key);
    if (known) return known;
    const source: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
    const template = new Template(language === 'nl' ? source : translated(source));
    const fresh = { template, inputs: [...inputIds(source)] };
    prepared.set(key, fresh);
    return fresh;
  };
  /** `data` fills the template; inputs that `data.in` does not name start empty. */
  return (
    name: string,
    data: Readonly<Record<string, unknown>> & { in?: Readonly<Record<string, string>> },
    language: Language = 'nl',
  ): Card => {
    const { template, inputs } = prepare(name, language);
    const filled = { ...Object.fromEntries(inputs.map((id) => [id, ''])), ...data.in };
    return template.expand({ $root: { ...data, in: filled } }) as Card; // a template file holds an Adaptive Card; tests parse each one
  };
};
export type RenderCard = ReturnType<typeof cardRenderer>;
