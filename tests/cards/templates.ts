import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buttonsOf, inputsOf, type Button } from '../support/cardParts';
import { isObject, stringOf, type JsonObject } from '../support/json';

const folder = join(__dirname, '../../cards');

/** A card as it stands in its file, before anything is filled in. */
export type Template = { name: string; source: string; card: JsonObject };

const read = (file: string): Template => {
  const source = readFileSync(join(folder, file), 'utf8');
  const card: unknown = JSON.parse(source);
  if (!isObject(card)) throw new Error(`${file} holds no card`);
  return { name: file.replace(/\.json$/, '').replaceAll('\\', '/'), source, card };
};

export const templates: readonly Template[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map(read);

export const templateOf = (name: string): Template | undefined => templates.find((one) => one.name === name);

/** Every object in a card, whatever holds it. */
export const objectsDeep = (value: unknown): readonly JsonObject[] => {
  if (Array.isArray(value)) return value.flatMap(objectsDeep);
  return isObject(value) ? [value, ...Object.values(value).flatMap(objectsDeep)] : [];
};

/** Every text in a card with the path that leads to it, as `body.0.items.2.text`. */
export const textsDeep = (value: unknown, path = ''): readonly { path: string; text: string }[] => {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsDeep(part, path === '' ? key : `${path}.${key}`));
};

export const verbOf = ({ action }: Button): string => stringOf(action['verb']) ?? '';

/** Buttons that go to the bot. */
export const pressesOf = (card: JsonObject): readonly Button[] =>
  buttonsOf(card).filter(({ action }) => action['type'] === 'Action.Execute');

/** The references that a press carries. */
export const refsOf = ({ action }: Button): JsonObject => {
  const data = action['data'];
  return isObject(data) && isObject(data['m']) ? data['m'] : {};
};

export const idsOf = (inputs: readonly JsonObject[]): readonly string[] => inputs.map(({ id }) => String(id));
export const inputIdsOf = (card: JsonObject): readonly string[] => idsOf(inputsOf(card));
