import * as z from 'zod';
import { reference } from '../cards/fields';
import type { Card } from '../cards/render';

const action = z.object({ type: z.literal('Action.Execute'), verb: z.string().max(60), data: z.unknown() });
const invoke = z.object({ action });

/** What a client sent with a press, before anybody judged it; undefined when it is no press at all. */
export const pressedIn = (value: unknown): { verb: string; data: unknown } | undefined => {
  const parsed = invoke.safeParse(value);
  return parsed.success ? { verb: parsed.data.action.verb, data: parsed.data.action.data } : undefined;
};

/** References as far as they can be read before the answer itself is; whatever is not one is left out. */
const refsSchema = z.object({ m: z.record(z.string().max(40), z.union([reference(), z.number()])) });
export type Refs = Readonly<Record<string, string | number>>;
export const refsOf = (data: unknown): Refs => {
  const parsed = refsSchema.safeParse(data);
  return parsed.success ? parsed.data.m : {};
};
export const textOf = (refs: Refs, name: string): string | undefined =>
  typeof refs[name] === 'string' ? refs[name] : undefined;

/** The references that every card may carry; one beside these is what the card is about. */
const common: readonly string[] = ['case', 'key', 'form', 'school', 'round', 'shown'];
export const aboutOf = (refs: Refs): string | undefined => {
  const own = Object.entries(refs).find(([name]) => !common.includes(name));
  return own && String(own[1]);
};

export type Typed = Readonly<Record<string, string>>;

const stringsIn = (data: unknown): Typed =>
  typeof data === 'object' && data !== null
    ? Object.fromEntries(
        Object.entries(data).filter((pair): pair is [string, string] => pair[0] !== 'm' && typeof pair[1] === 'string'),
      )
    : {};

/** Longer than this is not put in a card again; then the card that was pressed stays as it is, text and all. */
const LONGEST = 4000;

/** What somebody typed, to fill the card again: text only, and never what the references say. */
export const typedIn = (data: unknown): Typed =>
  Object.fromEntries(Object.entries(stringsIn(data)).filter(([, text]) => text.length <= LONGEST));

/** Words of somebody's own, not a choice, a day or an id: those have no spaces and are soon given again. */
const ownWords = (typed: Typed): readonly string[] => Object.values(typed).filter((text) => /\S\s+\S/.test(text));
export const wroteSomething = (data: unknown): boolean => ownWords(stringsIn(data)).length > 0;

/** Whether a card made again still holds all that was written; a form that has changed may have no place for it. */
export const stillHolds = (card: Card, data: unknown): boolean => {
  const values = new Set<unknown>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (typeof node === 'object' && node !== null) {
      if ('value' in node) values.add(node.value);
      Object.values(node).forEach(walk);
    }
  };
  walk(card);
  return ownWords(stringsIn(data)).every((text) => values.has(text));
};
