import { composeForm, type Attempt } from '../../src/cards/compose';
import type { Answer } from '../../src/cards/answer';
import type { FormContext } from '../../src/cards/context';
import type { Form } from '../../src/cards/form';
import { cardRenderer, type Card } from '../../src/cards/render';
import { readWay, wayVerbs } from '../../src/cards/ways';
import { checkInput, sentValue } from '../support/cardInputs';
import { buttonsOf, inputsOf, textOf } from '../support/cardParts';
import { isObject, stringOf, type JsonObject } from '../support/json';
import { key } from './context';

// The built file, for the package's own entry point is written for bundlers; its types are the same.
const { AdaptiveCard, HostConfig, SerializationContext } = jest.requireActual<typeof import('adaptivecards')>(
  'adaptivecards/dist/adaptivecards.js',
);

const render = cardRenderer();
const LARGEST = 25 * 1024;
const MOST_BUTTONS = 6;

export type Typed = Readonly<Record<string, string | string[] | boolean>>;
export type Screen = { card: Card; text: string; titles: readonly string[]; ids: readonly string[] };

/** A form as somebody sees it. */
export const screenOf = (name: string, form: Form, context: FormContext, attempt?: Attempt): Screen => {
  const card = composeForm(render, name, form, context, key, attempt);
  return {
    card,
    text: textOf(card),
    titles: buttonsOf(card).map(({ title }) => title),
    ids: inputsOf(card).map(({ id }) => stringOf(id) ?? ''),
  };
};

/** The start value of an input, as the card shows it. */
export const valueOf = ({ card }: Screen, id: string): unknown =>
  inputsOf(card).find((one) => one['id'] === id)?.['value'];
export const choicesOn = ({ card }: Screen, id: string): readonly { title: string; value: string }[] =>
  // Choices of our own templates hold a title and a value.
  (inputsOf(card).find((one) => one['id'] === id)?.['choices'] ?? []) as { title: string; value: string }[];

const refsOf = (action: JsonObject): JsonObject => {
  const data = action['data'];
  return isObject(data) && isObject(data['m']) ? data['m'] : {};
};

/** What a client sends when somebody fills in these values and presses this button; throws when the client would refuse. */
export const sentBy = ({ card }: Screen, title: string, typed: Typed = {}): object => {
  const button = buttonsOf(card).find((one) => one.title === title);
  if (!button) throw new Error(`the card has no button '${title}'`);
  const complaints = button.inputs.flatMap((input) => checkInput(input, typed[String(input['id'])]));
  if (complaints.length > 0) throw new Error(complaints.join(' | '));
  const values = button.inputs.map((input): [string, string | undefined] => [
    String(input['id']),
    sentValue(input, typed[String(input['id'])], 'asEmptyText'),
  ]);
  return { m: refsOf(button.action), ...Object.fromEntries(values) };
};

/** The renderer's test of `lang` is a global expression that remembers its place: it rejects every second right card. */
const alternating = 'Invalid value "nl" for property "lang".';

const eventsIn = (card: Card): readonly string[] => {
  const context = new SerializationContext();
  const parsed = new AdaptiveCard();
  parsed.hostConfig = new HostConfig({ actions: { maxActions: MOST_BUTTONS } }); // as Teams has it
  parsed.parse(card, context);
  const read = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
  const found: readonly string[] = [
    ...read,
    ...parsed.validateProperties().validationEvents.map(({ message }) => message),
  ];
  return found.filter((message) => message !== alternating);
};

/** A recording button sends exactly what its answer reads; one that leads somewhere is understood. */
const buttonFaults = (card: Card, form: Form, answers: Readonly<Record<string, Answer>>): readonly string[] =>
  buttonsOf(card).flatMap(({ action, inputs }) => {
    const verb = stringOf(action['verb']);
    if (action['type'] !== 'Action.Execute' || verb === undefined) return [];
    if ((wayVerbs as readonly string[]).includes(verb))
      return readWay(verb, action['data']) ? [] : [`${verb} leads nowhere`];
    const answer = answers[verb];
    if (!answer || !(form.records as readonly string[]).includes(verb)) return [`${verb} is not recorded by this form`];
    const own = Object.keys(refsOf(action)).filter((ref) => !['case', 'key', 'form', 'school'].includes(ref));
    const unread = inputs.map(({ id }) => String(id)).filter((id) => !answer.inputs.includes(id));
    return [
      ...unread.map((id) => `${verb} does not read ${id}`),
      ...(own.join() === answer.refs.filter((ref) => ref !== 'school').join() ? [] : [`${verb} has other references`]),
    ];
  });

/** What is wrong with a card, whatever it is about; nothing when it is right. */
export const faultsOf = (
  { card, text }: Screen,
  form: Form,
  answers: Readonly<Record<string, Answer>>,
): readonly string[] => {
  const whole = JSON.stringify(card);
  const size = Buffer.byteLength(whole, 'utf16le');
  const actions = card['actions'];
  const ids = inputsOf(card).map(({ id }) => id);
  const required = inputsOf(card).filter((one) => one['isRequired'] === true);
  return [
    ...(whole.includes('${') ? ['a template expression was left'] : []),
    ...(/undefined|\[object/.test(text) ? ['a value without words'] : []),
    ...(size > LARGEST ? [`${size} bytes`] : []),
    ...(Array.isArray(actions) && actions.length > MOST_BUTTONS ? ['too many buttons'] : []),
    ...(new Set(ids).size < ids.length ? ['an input that stands twice'] : []),
    ...required
      .filter((one) => !stringOf(one['errorMessage']))
      .map(({ id }) => `${String(id)} says nothing when empty`),
    ...inputsOf(card)
      .filter((one) => !stringOf(one['label']) && !stringOf(one['title']))
      .map(({ id }) => `${String(id)} has no label`),
    ...(text.includes('Nood: bel') ? [] : ['no emergency numbers']),
    ...eventsIn(card),
    ...buttonFaults(card, form, answers),
  ];
};
