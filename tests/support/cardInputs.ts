import { objectsIn, stringOf, type JsonObject } from './json';

/**
 * The official renderer leaves an empty input out of the data; native clients send an empty string.
 * A bot must take both, so a scenario can be played either way.
 */
export type EmptyInputs = 'asEmptyText' | 'leftOut';

export type FilledValue = string | number | boolean | string[];

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

const toggleText = (input: JsonObject, filled: FilledValue | undefined): string => {
  const on = asText(input['valueOn'] ?? 'true');
  const off = asText(input['valueOff'] ?? 'false');
  if (typeof filled === 'boolean') return filled ? on : off;
  // The standard calls the preset value of a toggle a string; without one it is off.
  return filled === undefined ? asText(input['value'] ?? off) : asText(filled);
};

/** The text in the input before the button is pressed; '' when empty. Every client sends inputs as text. */
const textIn = (input: JsonObject, filled: FilledValue | undefined): string => {
  if (input['type'] === 'Input.Toggle') return toggleText(input, filled);
  if (Array.isArray(filled)) return filled.join(',');
  return asText(filled ?? input['value']);
};

/** What the client sends for this input; undefined when it sends nothing. */
export const sentValue = (
  input: JsonObject,
  filled: FilledValue | undefined,
  empty: EmptyInputs,
): string | undefined => {
  const text = textIn(input, filled);
  return text === '' && empty === 'leftOut' ? undefined : text;
};

const outOfRange = (input: JsonObject, text: string): boolean => {
  const { min, max } = input;
  if (input['type'] === 'Input.Number') {
    const number = Number(text);
    return (
      Number.isNaN(number) || (min !== undefined && number < Number(min)) || (max !== undefined && number > Number(max))
    );
  }
  if (input['type'] === 'Input.Date' && !/^\d{4}-\d{2}-\d{2}$/.test(text)) return true;
  if (input['type'] === 'Input.Time' && !/^\d{2}:\d{2}$/.test(text)) return true;
  // ISO dates and 24-hour times sort as text.
  return (min !== undefined && text < asText(min)) || (max !== undefined && text > asText(max));
};

const notAChoice = (input: JsonObject, text: string): boolean => {
  if (input['choices.data'] !== undefined || input['style'] === 'filtered') return false;
  const values = objectsIn(input['choices']).map((choice) => choice['value']);
  const chosen = input['isMultiSelect'] === true ? text.split(',') : [text];
  return chosen.some((value) => !values.includes(value));
};

const wrong = (input: JsonObject, text: string): boolean => {
  if (input['type'] === 'Input.Toggle')
    return input['isRequired'] === true && text !== asText(input['valueOn'] ?? 'true');
  if (text === '') return input['isRequired'] === true;
  switch (input['type']) {
    case 'Input.Text': {
      const regex = stringOf(input['regex']);
      const longest = input['maxLength'];
      // As the renderer does: the expression may match anywhere, anchors are the card's own business.
      return (
        (regex !== undefined && !new RegExp(regex).test(text)) || (typeof longest === 'number' && text.length > longest)
      );
    }
    case 'Input.Number':
    case 'Input.Date':
    case 'Input.Time':
      return outOfRange(input, text);
    default:
      return false;
  }
};

/**
 * The messages the client shows under this input; none when it may be sent. Hidden inputs count, as in the renderer.
 * Throws when the test chooses what the card does not offer: nobody can click that.
 */
export const checkInput = (input: JsonObject, filled: FilledValue | undefined): string[] => {
  const id = asText(input['id']);
  const text = textIn(input, filled);
  if (input['type'] === 'Input.ChoiceSet' && text !== '' && notAChoice(input, text))
    throw new Error(`input ${id} has no choice '${text}'`);
  return wrong(input, text)
    ? [stringOf(input['errorMessage']) ?? `${stringOf(input['label']) ?? id} is not filled in correctly`]
    : [];
};
