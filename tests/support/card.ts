import { buttonsOf, inputsOf, textOf, type Button } from './cardParts';
import { checkInput, sentValue, type EmptyInputs } from './cardInputs';
import { isObject, stringOf, type JsonObject } from './json';

/** A card as one person saw it at one moment: pressing an old one is pressing on a screen that was not refreshed. */
export interface Card {
  conversationId: string;
  activityId: string;
  /** Which attachment of the activity, from 0. */
  place: number;
  content: JsonObject;
  text: string;
  buttons: string[];
  inputs: string[];
}

export const cardOf = (conversationId: string, activityId: string, place: number, content: JsonObject): Card => ({
  conversationId,
  activityId,
  place,
  content,
  text: textOf(content),
  buttons: buttonsOf(content).map(({ title }) => title),
  inputs: inputsOf(content).map((input) => String(input['id'])),
});

/** The Teams client refused the press: nothing went to the bot. `messages` is what the person read, one per input. */
export class NotSent extends Error {
  constructor(readonly messages: string[]) {
    super(`not sent: ${messages.join(' | ')}`);
    this.name = 'NotSent';
  }
}

export type WhichButton = string | RegExp | ((action: JsonObject) => boolean);

export interface PressOptions {
  /** Which of several buttons that fit, from 0. */
  nth?: number;
  /** Send what a forged client could send: no validation, unknown inputs and hidden choices included. */
  skipClientValidation?: boolean;
  /** Clients differ in what they send for an empty input; see EmptyInputs. */
  emptyInputs?: EmptyInputs;
}

/** Values by input id; a ChoiceSet with several answers takes an array. */
export type Filled = Record<string, string | number | boolean | string[]>;

const fits = (button: Button, which: WhichButton): boolean =>
  typeof which === 'string'
    ? button.title === which
    : which instanceof RegExp
      ? which.test(button.title)
      : which(button.action);

/** The button meant; throws when there is none, or several and no `nth`. */
export const findButton = (content: JsonObject, which: WhichButton, nth?: number): Button => {
  const all = buttonsOf(content);
  const found = all.filter((button) => fits(button, which));
  const titles = all.map(({ title }) => `'${title}'`).join(', ');
  const button = found[nth ?? 0];
  if (button === undefined) throw new Error(`no button ${String(which)} on this card; it has ${titles}`);
  if (found.length > 1 && nth === undefined)
    throw new Error(`${found.length} buttons ${String(which)} on this card (${titles}); say which with { nth }`);
  return button;
};

/** `action` (Action.Execute) goes out as an invoke, `data` (Action.Submit) as a message with a value. */
export type Press = { kind: 'execute'; action: JsonObject } | { kind: 'submit'; data: JsonObject };

/**
 * What a press on the button sends: the action's data with the inputs at top level over it.
 * Throws NotSent when the client's validation fails, Error when the test asks what no client can do.
 */
export const press = (card: Card, which: WhichButton, filled: Filled = {}, options: PressOptions = {}): Press => {
  const { action, inputs, title } = findButton(card.content, which, options.nth);
  const known = new Set(inputs.map((input) => input['id']));
  const stray = Object.keys(filled).filter((id) => !known.has(id));
  if (options.skipClientValidation !== true) {
    if (stray.length > 0)
      throw new Error(`'${title}' sends no input ${stray.join(', ')}; it sends ${[...known].join(', ')}`);
    if (action['isEnabled'] === false) throw new NotSent([`'${title}' is disabled`]);
    const problems = inputs.flatMap((input) => checkInput(input, filled[String(input['id'])]));
    if (problems.length > 0) throw new NotSent(problems);
  }
  const values = Object.fromEntries([
    ...inputs.flatMap((input) => {
      const value = sentValue(input, filled[String(input['id'])], options.emptyInputs ?? 'asEmptyText');
      return value === undefined ? [] : [[String(input['id']), value]];
    }),
    ...stray.map((id) => [id, filled[id]]),
  ]) as JsonObject; // fromEntries loses the value type of the mixed pairs
  const data = { ...(isObject(action['data']) ? action['data'] : {}), ...values };
  const id = stringOf(action['id']);
  switch (action['type']) {
    case 'Action.Execute':
      return {
        kind: 'execute',
        action: { type: 'Action.Execute', ...(id === undefined ? {} : { id }), verb: action['verb'], data },
      };
    case 'Action.Submit':
      return { kind: 'submit', data };
    default:
      throw new Error(`'${title}' is ${String(action['type'])}: pressing it sends nothing to the bot`);
  }
};
