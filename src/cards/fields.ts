import * as z from 'zod';
import { dutch, type Dutch } from '../text/tongue';
import { addDays, isLocalDate } from '../protocol/time';

/** Text as a person typed it: no control, zero-width or direction-changing characters, no loose white space. */
const clean = (text: string): string =>
  text
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- these are what must not get in
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
    .trim();

/** Longest text that one field takes, in characters; the same number stands in the template's maxLength. */
export const SHORT = 120;
export const LONG = 2000;

const tooLong = (max: number): string => dutch('Maak deze tekst korter: hoogstens {number} tekens.', { number: max });

/** A text that must be there. `say`: the Dutch words when it is not. */
export const text = (say: Dutch, max: number = LONG) =>
  z
    .string(say)
    .max(max * 2, tooLong(max))
    .transform(clean)
    .pipe(z.string().min(1, say).max(max, tooLong(max)));

/** A text that may stay empty; then it is left out. */
export const optionalText = (max: number = LONG) =>
  z
    .string()
    .max(max * 2, tooLong(max))
    .default('')
    .transform(clean)
    .pipe(z.string().max(max, tooLong(max)))
    .transform((value) => (value === '' ? undefined : value));

// Object.keys of a const table gives exactly its keys; TypeScript widens them to string.
const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): [K, ...K[]] =>
  Object.keys(table) as [K, ...K[]];

/** One of a protocol table. */
export const choice = <K extends string>(table: Readonly<Record<K, unknown>>, say: Dutch) => z.enum(keysOf(table), say);

/** One of a table, or nothing chosen. */
export const optionalChoice = <K extends string>(table: Readonly<Record<K, unknown>>, say: Dutch) =>
  z
    .union([z.literal(''), z.enum(keysOf(table))], say)
    .default('')
    .transform((value): K | undefined => (value === '' ? undefined : value));

const split = (value: string): string[] => [...new Set(value.split(',').filter((part) => part !== ''))];

/** Several of a table; a client sends them with commas between. */
export const choices = <K extends string>(table: Readonly<Record<K, unknown>>, say: Dutch, least = 0) =>
  z
    .string(say)
    .max(2000, say)
    .default('')
    .transform(split)
    .pipe(z.array(z.enum(keysOf(table), say)).min(least, say));

/** Ids of people, chosen from a list; whether they are colleagues is judged by who reads them. */
export const personIds = (say: Dutch, least = 1) =>
  z
    .string(say)
    .max(2000, say)
    .default('')
    .transform(split)
    .pipe(z.array(z.string().max(64, say)).min(least, say).max(10, say));

export const personId = (say: Dutch) => z.string(say).min(1, say).max(64, say);

const date = (say: Dutch) =>
  z.string(say).refine((value) => isLocalDate(value) && value > '1990-01-01' && value < '2100-01-01', say);

/** A day: 2026-11-24. Whether it may lie in the future is for the protocol to say. */
export const day = (say: Dutch) => date(say);
export const optionalDay = (say: Dutch) =>
  z
    .union([z.literal(''), date(say)], say)
    .default('')
    .transform((value) => (value === '' ? undefined : value));

/** A time of day: 09:30. */
export const time = (say: Dutch) => z.string(say).regex(/^([01]\d|2[0-3]):[0-5]\d$/, say);

/** A toggle; clients send text. */
export const toggle = () =>
  z
    .union([z.boolean(), z.enum(['true', 'false', ''])])
    .default(false)
    .transform((value) => value === true || value === 'true');

/** A reference that a card carries: opaque, harmless, short. */
export const reference = () => z.string().regex(/^[A-Za-z0-9:_/-]{1,100}$/);
export const count = () => z.coerce.number().int().min(0).max(100_000);

/** Latest day that still makes sense for a term: five years on. */
export const farthest = (today: string): string => addDays(today, 5 * 365);
