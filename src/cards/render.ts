import { Template } from 'adaptivecards-templating';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root';

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

type Prepared = { template: Template; inputs: readonly string[] };

/** Templates are read from disk and parsed once; making a card is then ten times cheaper. */
export const cardRenderer = () => {
  const prepared = new Map<string, Prepared>();
  const prepare = (name: string): Prepared => {
    const known = prepared.get(name);
    if (known) return known;
    const source: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
    const fresh = { template: new Template(source), inputs: [...inputIds(source)] };
    prepared.set(name, fresh);
    return fresh;
  };
  /** `data` fills the template; inputs that `data.in` does not name start empty. */
  return (name: string, data: Readonly<Record<string, unknown>> & { in?: Readonly<Record<string, string>> }): Card => {
    const { template, inputs } = prepare(name);
    const filled = { ...Object.fromEntries(inputs.map((id) => [id, ''])), ...data.in };
    return template.expand({ $root: { ...data, in: filled } }) as Card; // a template file holds an Adaptive Card; tests parse each one
  };
};
export type RenderCard = ReturnType<typeof cardRenderer>;
