import { isObject, objectsIn, stringOf, type JsonObject } from './json';

/** A button together with the inputs whose values a press on it sends. */
export interface Button {
  title: string;
  action: JsonObject;
  inputs: JsonObject[];
}

// Where Adaptive Cards 1.5 nests elements and actions; `card` of a ShowCard is apart, because its inputs are.
const nests = [
  'selectAction',
  'body',
  'items',
  'columns',
  'rows',
  'cells',
  'images',
  'inlines',
  'inlineAction',
  'actions',
] as const;

const typeOf = (part: JsonObject): string => stringOf(part['type']) ?? '';

/** Every element and action of a card in reading order, the insides of ShowCards left out. */
const partsOf = (part: JsonObject): JsonObject[] => [
  part,
  ...nests.flatMap((key) => {
    const inside = part[key];
    return (isObject(inside) ? [inside] : objectsIn(inside)).flatMap(partsOf);
  }),
];

const ownInputs = (card: JsonObject): JsonObject[] =>
  partsOf(card).filter((part) => typeOf(part).startsWith('Input.') && stringOf(part['id']) !== undefined);

const shownCard = (part: JsonObject): JsonObject | undefined =>
  typeOf(part) === 'Action.ShowCard' && isObject(part['card']) ? part['card'] : undefined;

/**
 * Buttons of a card and of its ShowCards. A button sends the inputs of its own card and of the cards around it,
 * never those of a ShowCard inside (SubmitActionBase.internalGetReferencedInputs of the official renderer).
 */
export const buttonsOf = (card: JsonObject, around: JsonObject[] = []): Button[] => {
  const inputs = [...around, ...ownInputs(card)];
  return partsOf(card)
    .filter((part) => typeOf(part).startsWith('Action.'))
    .flatMap((action) => {
      const button = {
        title: stringOf(action['title']) ?? '',
        action,
        inputs: action['associatedInputs'] === 'none' ? [] : inputs,
      };
      const inside = shownCard(action);
      return inside === undefined ? [button] : [button, ...buttonsOf(inside, inputs)];
    });
};

/** Inputs of a card and of its ShowCards. */
export const inputsOf = (card: JsonObject): JsonObject[] => [
  ...ownInputs(card),
  ...partsOf(card).flatMap((part) => {
    const inside = shownCard(part);
    return inside === undefined ? [] : inputsOf(inside);
  }),
];

const readable = ['text', 'title', 'value', 'label', 'placeholder', 'altText'] as const;

const readableIn = (part: JsonObject): string[] =>
  typeOf(part) === 'Input.Toggle' || typeOf(part) === 'Input.ChoiceSet'
    ? [part['label'], part['title'], ...objectsIn(part['choices']).map((choice) => choice['title'])].flatMap(
        (text) => stringOf(text) ?? [],
      )
    : [
        ...readable.flatMap((key) => stringOf(part[key]) ?? []),
        ...objectsIn(part['facts']).flatMap((fact) => [stringOf(fact['title']) ?? '', stringOf(fact['value']) ?? '']),
      ];

/** Everything a person can read on the card, hidden parts and ShowCards too, one line per text. */
export const textOf = (card: JsonObject): string =>
  partsOf(card)
    .flatMap((part) => {
      const inside = shownCard(part);
      // The runs of a RichTextBlock may be plain strings, which partsOf does not visit.
      const runs = Array.isArray(part['inlines']) ? part['inlines'].flatMap((run) => stringOf(run) ?? []) : [];
      return [...readableIn(part), ...runs, ...(inside === undefined ? [] : [textOf(inside)])];
    })
    .filter((line) => line !== '')
    .join('\n');
