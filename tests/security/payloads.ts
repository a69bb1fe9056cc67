import { answers } from '../../src/cards/answers';
import { composeForm } from '../../src/cards/compose';
import type { FormContext } from '../../src/cards/context';
import { formOf, forms, type FormName } from '../../src/cards/forms';
import { cardRenderer } from '../../src/cards/render';
import type { CaseFile } from '../../src/protocol/caseFile';
import { decide, type CommandType } from '../../src/protocol/decide';
import type { Actor } from '../../src/protocol/roles';
import { termsOf } from '../../src/protocol/terms';
import { pressOf } from '../cards/context';
import { pressesOf, refsOf, verbOf } from '../cards/templates';
import { isObject, objectsIn, stringOf, type JsonObject } from '../support/json';

const render = cardRenderer();
// Object.keys of a const table gives exactly its keys; TypeScript widens them to string.
const names = Object.keys(forms) as FormName[];

/** How somebody could fill in a card. */
type Hand = { choice: number; day: string; typed: 'all' | 'required'; on: boolean };
const hands: readonly Hand[] = [0, 1, 2, 3].flatMap((choice) =>
  ['2026-11-23', '2027-01-20'].flatMap((day) =>
    (['all', 'required'] as const).flatMap((typed) => [false, true].map((on) => ({ choice, day, typed, on }))),
  ),
);

const filledBy = (input: JsonObject, { choice, day, typed, on }: Hand): string => {
  const preset = stringOf(input['value']) ?? '';
  if (preset !== '' && choice === 0) return preset;
  const needed = input['isRequired'] === true || typed === 'all';
  switch (input['type']) {
    case 'Input.ChoiceSet': {
      const values = objectsIn(input['choices']).map(({ value }) => stringOf(value) ?? '');
      return needed ? (values[Math.min(choice, values.length - 1)] ?? '') : preset;
    }
    case 'Input.Date':
      return needed ? day : '';
    case 'Input.Time':
      return needed ? '08:00' : '';
    case 'Input.Toggle':
      return String(on);
    default:
      return needed ? 'Wat een collega opschreef' : '';
  }
};

/** Everything that a card can be about in this file. */
const subjectsOf = (file: CaseFile): readonly (string | undefined)[] => [
  undefined,
  ...Object.keys(file.consultations),
  ...file.consult.toTell.map(({ about }) => about),
  ...file.conversations.signaturesOpen,
  ...file.reports.map(({ number }) => String(number)),
  ...file.referrals.map(({ id }) => id),
  ...file.monitoring.map(({ id }) => id),
  ...termsOf(file).map(({ id }) => id),
  '2',
];

export type Payload = { verb: CommandType; form: FormName; data: JsonObject; by: Actor };

/**
 * What a client sends for this verb in a case with this context: from a real card, filled in so that the meldcode takes
 * it when one of these people sends it; undefined when there is no such card and way of filling it in.
 */
export const payloadFor = (verb: CommandType, context: FormContext, people: readonly Actor[]): Payload | undefined => {
  for (const form of names.filter((name) => formOf(name).records.includes(verb)))
    for (const viewer of people)
      for (const about of formOf(form).caseless ? [undefined] : subjectsOf(context.file)) {
        const seen = { ...context, viewer, ...(about && { about }) };
        const card = composeForm(render, form, formOf(form), seen, pressOf().key);
        const button = pressesOf(card).find((one) => verbOf(one) === verb);
        if (!button) continue;
        for (const hand of hands) {
          const inputs = Object.fromEntries(button.inputs.map((input) => [String(input['id']), filledBy(input, hand)]));
          const data = { m: refsOf(button), ...inputs };
          const read = answers[verb].read(data, pressOf({ caseId: context.caseId || pressOf().key, by: viewer.id }));
          if ('problems' in read) continue;
          const judged = decide(read.command, context.file, {
            ...{ by: viewer, at: context.now, length: context.entries.length },
          });
          if ('events' in judged && judged.events.length > 0) return { verb, form, data, by: viewer };
        }
      }
  return undefined;
};

/** The same press again, from another card of this form: another key, and another case if given. */
export const again = ({ data }: Payload, key: string, caseId?: string): JsonObject => {
  const { m, ...inputs } = data;
  const refs = isObject(m) ? m : {};
  return { m: { ...refs, key, ...(caseId === undefined ? {} : { case: caseId }) }, ...inputs };
};
