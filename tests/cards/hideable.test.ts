import { formOf, forms, type FormName } from '../../src/cards/forms';
import { buttonsOf, inputsOf, textOf } from '../support/cardParts';
import { isObject, objectsIn, stringOf, type JsonObject } from '../support/json';
import { caselessContext, compose } from './showings';
import { contextOf } from './context';
import { objectsDeep, pressesOf, verbOf } from './templates';

// Object.keys of a const table gives exactly its keys; TypeScript widens them to string.
const names = Object.keys(forms) as FormName[];
const cardOf = (name: FormName): JsonObject =>
  compose(name, formOf(name).caseless ? caselessContext() : contextOf(), { hint: 'Vul dit aan.', inputs: {} });

const toggleOn = (card: JsonObject): JsonObject | undefined =>
  buttonsOf(card).find(({ title }) => title === 'Verberg of toon')?.action;

/** A copy in which each part was changed; a part that became nothing is left out. */
const changed = (node: unknown, change: (part: JsonObject) => JsonObject | undefined): unknown => {
  if (Array.isArray(node)) return node.map((part) => changed(part, change)).filter((part) => part !== undefined);
  if (!isObject(node)) return node;
  const part = change(node);
  return part && Object.fromEntries(Object.entries(part).map(([key, value]) => [key, changed(value, change)]));
};
const asCard = (node: unknown): JsonObject => (isObject(node) ? node : {});

/** The card after the client did what its button asks. */
const pressed = (card: JsonObject): JsonObject => {
  const targets = toggleOn(card)?.['targetElements'];
  const ids = Array.isArray(targets) ? targets.map(String) : [];
  const flip = (part: JsonObject): JsonObject =>
    ids.includes(stringOf(part['id']) ?? '') ? { ...part, isVisible: part['isVisible'] === false } : part;
  return asCard(changed(card, flip));
};
const readOn = (card: JsonObject): readonly string[] =>
  textOf(asCard(changed({ ...card, actions: [] }, (part) => (part['isVisible'] === false ? undefined : part))))
    .split('\n')
    .filter((line) => line !== '');

const filledIn = names.filter((name) => formOf(name).records.length > 0);
/** The recap of a practice holds nothing of anybody. */
const readOnly = names.filter(
  (name) => formOf(name).records.length === 0 && !formOf(name).caseless && name !== 'practice/recap',
);

describe('given a card on a screen, when somebody comes near', () => {
  test.each(filledIn)('then %s is blank after one press at its top, and holds all that was typed', (name) => {
    const card = cardOf(name);
    const [top] = objectsIn(card['body']);
    expect(objectsDeep(top).filter(({ type }) => type === 'Action.ToggleVisibility')).toHaveLength(1);
    const blank = pressed(card);
    expect(readOn(blank)).toEqual([
      'Verborgen. Wat je typte, staat er nog.',
      'Verberg of toon',
      expect.stringContaining('112'),
    ]);
    expect(inputsOf(blank)).toEqual(inputsOf(card));
    expect(readOn(pressed(blank))).toEqual(readOn(card));
  });

  test.each(readOnly)('then %s has a button that takes it off every device', (name) => {
    const hides = pressesOf(cardOf(name)).filter((button) => verbOf(button) === 'hideCard');
    expect(hides).toHaveLength(1);
  });

  test('then no card asks to choose between the two ways', () => {
    const both = filledIn.filter((name) => pressesOf(cardOf(name)).some((button) => verbOf(button) === 'hideCard'));
    expect(both).toEqual([]);
  });
});
