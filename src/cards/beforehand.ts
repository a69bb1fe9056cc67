import type { CommandType } from '../protocol/decide';
import { maySeeFile, readersOf, type Reader } from '../protocol/roles';
import type { FormContext } from './context';
import type { Form } from './form';
import { minutesFor } from './minutes';
import type { Card } from './render';

/** Who comes to read the file by this press, whoever had that post before. */
const comes: Readonly<Partial<Record<CommandType, Reader>>> = {
  reassignOwner: 'owner',
  makePlan: 'casemanager',
  reassignCasemanager: 'casemanager',
};

/** The readers of what is written on this form, except who writes it. */
const otherReaders = (form: Form, { file, viewer }: FormContext): readonly Reader[] => {
  const after = form.begins ? { ...file, kind: form.begins, owner: file.owner || viewer.id } : file;
  const coming = form.records.flatMap((verb) => comes[verb] ?? []);
  const alone = (reader: Reader): boolean =>
    (reader === 'owner' && after.owner === viewer.id) ||
    (reader === 'casemanager' && after.plan?.casemanager === viewer.id) ||
    (reader === 'keeper' && after.lock?.keepers.every(({ person }) => person === viewer.id) === true) ||
    (reader === 'told' && after.exit?.told.every((id) => id === viewer.id) === true);
  const others = readersOf(after).filter((reader) => coming.includes(reader) || !alone(reader));
  return [...new Set([...others, ...coming])];
};

const whoReads = (form: Form, context: FormContext): string => {
  const { say, readers } = context.t;
  if (context.practised) return say.onlyPractice;
  if (form.goesTo) return context.t.say[form.goesTo];
  if (!form.begins && !maySeeFile(context.viewer, context.file)) return say.answerReadBy;
  const read = say.readBy(otherReaders(form, context).map((one) => readers[one]));
  return form.begins === 'medewerker' ? `${read} ${say.notTheLeaders}` : read;
};

/** Is there something in this part of a card that has this key with one of these values? */
const holds = (part: unknown, key: string, values: readonly unknown[]): boolean => {
  if (typeof part !== 'object' || part === null) return false;
  return Object.entries(part).some(
    ([one, value]) => (one === key && values.includes(value)) || holds(value, key, values),
  );
};
const isHeading = (part: unknown): boolean => holds(part, 'style', ['heading']);

/**
 * What somebody may know before filling in a card: how long it takes, where it goes and who reads it; under the heading.
 * A card on which nothing is to be recorded now says nothing of it.
 */
export const withBeforehand = (card: Card, form: Form, context: FormContext): Card => {
  if (!holds(card, 'verb', form.records)) return card;
  const body: readonly unknown[] = Array.isArray(card['body']) ? card['body'] : [];
  const under = body.findIndex(isHeading) + 1;
  const text = `${context.t.say.takes(minutesFor(body))} ${whoReads(form, context)}`;
  const line = { type: 'TextBlock', text, wrap: true, size: 'Small', isSubtle: true, spacing: 'Small' };
  return { ...card, body: [...body.slice(0, under), line, ...body.slice(under)] };
};
