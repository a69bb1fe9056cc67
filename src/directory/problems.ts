import type * as z from 'zod';

/** One thing that is wrong in the file: where, and what is wrong with the cure. */
export interface Problem {
  path: readonly PropertyKey[];
  text: string;
}

/** Names of keys a person wrote may be long or hold odd characters; a line of a report must stay one line. */
const shown = (key: PropertyKey): string => {
  const plain = String(key).replace(/[^\p{L}\p{N} _.$-]/gu, '?');
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
};

/** schools[0].people[2].roles */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? shown(key) : `${text}.${shown(key)}`),
    '',
  );

const kinds: Record<string, string> = {
  string: 'tekst tussen aanhalingstekens',
  boolean: 'true of false',
  number: 'een getal',
  array: 'een lijst tussen [ en ]',
  object: 'een blok tussen { en }',
};

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      // Own keys only: a path never leads into what every object inherits. The cast follows from the check.
      value !== null && typeof value === 'object' && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    data,
  );

/** Dutch for what zod found; the schema's own sentences stay as they are. */
const textOf = (issue: z.core.$ZodIssue, data: unknown): string => {
  if (valueAt(data, issue.path) === undefined) return 'Deze sleutel ontbreekt. Vul hem aan.';
  if (issue.code === 'unrecognized_keys') {
    return `Onbekende sleutel: ${issue.keys.map(shown).join(', ')}. Verbeter de spelling of haal hem weg.`;
  }
  if (issue.code === 'invalid_type') return `Hier hoort ${kinds[issue.expected] ?? 'iets anders'} te staan.`;
  if (issue.code === 'too_big') return `Dit is te lang (hoogstens ${issue.maximum} tekens). Kort het in.`;
  return issue.message;
};

export const problemsOf = (error: z.ZodError, data: unknown): Problem[] =>
  error.issues.map((issue) => ({ path: issue.path, text: textOf(issue, data) }));

/** Lines for the person who keeps the file; never a value from it, as that may be somebody's name. */
export const linesOf = (fileName: string, problems: readonly Problem[]): string[] => [
  ...new Set(
    problems.map(({ path, text }) => {
      const where = pathText(path);
      return where === '' ? `${fileName}: ${text}` : `${fileName}, bij ${where}: ${text}`;
    }),
  ),
];
