import { answers } from '../../src/cards/answers';
import type { FormContext, SchoolView } from '../../src/cards/context';
import type { Form } from '../../src/cards/form';
import { formOf, forms, isFormName, type FormName } from '../../src/cards/forms';
import type { Card } from '../../src/cards/render';
import { reference } from '../../src/cards/fields';
import { permits } from '../../src/protocol/permits';
import { standings } from '../../src/protocol/roles';
import { inputsOf, textOf } from '../support/cardParts';
import { isObject, objectsIn, stringOf, type JsonObject } from '../support/json';
import { faultsOf } from './cardOnScreen';
import { atLength, caseFiles, hostile, plainly } from './caseFiles';
import { contextOf, school } from './context';
import { allShowings, caselessContext, compose } from './showings';
import { inputIdsOf, objectsDeep, pressesOf, templateOf, textsDeep, verbOf } from './templates';

// Object.keys of a const table gives exactly its keys; TypeScript widens them to string.
const names = Object.keys(forms) as FormName[];
const inCase = names.filter((name) => !formOf(name).caseless);
const caseless = names.filter((name) => formOf(name).caseless);

/** The first few faults are enough to mend; the rest are mostly the same. */
const few = <T>(found: readonly T[]): readonly T[] => found.slice(0, 5);

const choicesOf = (card: Card, id: string): readonly JsonObject[] =>
  inputsOf(card)
    .filter((input) => input['id'] === id)
    .flatMap((input) => objectsIn(input['choices']));

describe.each(names)('given the form %s', (name) => {
  const form = formOf(name);

  test('when it opens anywhere, then it is a right card: small enough, whole, and understood by the renderer', () => {
    const faults = allShowings(name, plainly).flatMap(({ what, card }) =>
      faultsOf({ card, text: textOf(card), titles: [], ids: inputIdsOf(card) }, form, answers).map(
        (fault) => `${what}: ${fault}`,
      ),
    );
    expect(few(faults)).toEqual([]);
  });

  test('when people wrote at length, then it still fits in one message', () => {
    const large = allShowings(name, atLength).flatMap(({ what, card }) => {
      const size = Buffer.byteLength(JSON.stringify(card), 'utf16le');
      return size > 25 * 1024 ? [`${what}: ${size} bytes`] : [];
    });
    expect(few(large)).toEqual([]);
  });

  test('when a choice leads somewhere, then that card exists, each choice is there once, and the first one is offered', () => {
    const faults = allShowings(name, plainly).flatMap(({ what, card }) => {
      const values = choicesOf(card, 'go').map(({ value }) => String(value));
      const start = inputsOf(card).find(({ id }) => id === 'go')?.['value'];
      const places = [
        ...values.map((value) => value.split('|')[0] ?? ''),
        ...pressesOf(card)
          .filter((button) => verbOf(button) === 'openForm')
          .flatMap(({ action }) => formIn(action)),
      ];
      return [
        ...places.filter((place) => !isFormName(place)).map((place) => `${what}: no card ${place}`),
        ...values.filter((value, i) => values.indexOf(value) !== i).map((value) => `${what}: twice ${value}`),
        ...(typeof start === 'string' && start !== '' && !values.includes(start)
          ? [`${what}: starts at ${start}`]
          : []),
      ];
    });
    expect(few(faults)).toEqual([]);
  });

  test('when it is a menu, then it offers no card on which nothing can be recorded now', () => {
    const faults = allShowings(name, plainly).flatMap(({ what, context, card }) =>
      choicesOf(card, 'go')
        .map(({ value }) => String(value).split('|')[0] ?? '')
        .filter((place) => isFormName(place) && !canRecord(formOf(place), context))
        .map((place) => `${what}: ${place}`),
    );
    expect(few(faults)).toEqual([]);
  });

  test('when it starts with values, then its template has an input for each, and a choice with that value', () => {
    const known = inputIdsOf(templateOf(name)?.card ?? {});
    const faults = allShowings(name, plainly).flatMap(({ what, context, card }) => {
      const started = Object.entries(form.inputs?.(context) ?? {});
      return [
        ...started.filter(([id]) => !known.includes(id)).map(([id]) => `${what}: no input ${id}`),
        ...inputsOf(card).flatMap((input) => startFaults(input).map((fault) => `${what}: ${fault}`)),
      ];
    });
    expect(few(faults)).toEqual([]);
  });

  test('when a part is folded, then nothing in it is missing: a client would refuse without saying where', () => {
    const faults = allShowings(name, plainly).flatMap(({ what, card }) =>
      objectsDeep(card)
        .filter(({ isVisible }) => isVisible === false)
        .flatMap((part) => inputsOf(part))
        // A choice that starts with a value can't be emptied again.
        .filter(
          (input) => input['isRequired'] === true && !(input['type'] === 'Input.ChoiceSet' && input['value'] !== ''),
        )
        .map(({ id }) => `${what}: ${String(id)}`),
    );
    expect(few(faults)).toEqual([]);
  });

  test('when it is pressed, then it carries references and nothing of what is in the file', () => {
    const faults = allShowings(name, plainly).flatMap(({ what, card }) =>
      pressesOf(card).flatMap(({ action, title }) =>
        carriedFaults(action['data']).map((fault) => `${what}: ${title}: ${fault}`),
      ),
    );
    expect(few(faults)).toEqual([]);
  });
});

/** May this person record anything on this form now, by role, route and state of the file? Pages to read always open. */
const canRecord = ({ records, caseless, reads }: Form, { file, viewer }: FormContext): boolean =>
  records.length === 0 ||
  reads === true ||
  caseless === true ||
  records.some((verb) => {
    const { who, kinds, when } = permits[verb];
    const now = when === 'always' || when === file.status;
    return now && kinds.includes(file.kind) && standings(viewer, file).some((standing) => who.includes(standing));
  });

const formIn = (action: JsonObject): readonly string[] => {
  const data = action['data'];
  const form = isObject(data) && isObject(data['m']) ? stringOf(data['m']['form']) : undefined;
  return form === undefined ? [] : [form];
};

const startFaults = (input: JsonObject): readonly string[] => {
  const value = stringOf(input['value']) ?? '';
  if (value === '') return [];
  const id = String(input['id']);
  if (input['type'] === 'Input.ChoiceSet') {
    const offered = objectsIn(input['choices']).map((choice) => choice['value']);
    const chosen = input['isMultiSelect'] === true ? value.split(',') : [value];
    return chosen.filter((one) => !offered.includes(one)).map((one) => `${id} starts with ${one}, which is no choice`);
  }
  if (input['type'] === 'Input.Date') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? [] : [`${id} starts with no day`];
  if (input['type'] === 'Input.Time') return /^\d{2}:\d{2}$/.test(value) ? [] : [`${id} starts with no time`];
  return input['type'] === 'Input.Toggle' && value !== 'true' && value !== 'false'
    ? [`${id} starts neither on nor off`]
    : [];
};

/** References are opaque: a name, a day of birth or a sentence can't be one, and numbers count rounds and reports. */
const carriedFaults = (data: unknown): readonly string[] => {
  if (!isObject(data) || !isObject(data['m']) || Object.keys(data).length > 1) return ['data other than references'];
  return Object.entries(data['m']).flatMap(([ref, value]) =>
    typeof value === 'number' || value === '' || reference().safeParse(value).success ? [] : [`${ref} is no reference`],
  );
};

describe.each(names)('given people who type what a card could take for its own, when %s opens', (name) => {
  const evilSchool: SchoolView = {
    ...school,
    colleagues: school.colleagues.map((one) => ({ ...one, name: hostile(one.name) })),
    nameOf: (id) => hostile(school.nameOf(id)),
  };
  const evil = /\*\*b\*\*|\[x\]\(|\]\(http:\/\/evil/;
  /** Where a client shows text as it is: runs, choices to press, and what stands in an input. */
  const literalPlace = /(^|\.)inlines\.\d+(\.text)?$|\.choices\.\d+\.(title|value)$/;
  const isInputValue = (card: Card, text: string): boolean => inputsOf(card).some((input) => input['value'] === text);

  test('then it is shown as typed, and nowhere becomes a link, bold text or a template', () => {
    const faults = allShowings(name, hostile, evilSchool).flatMap(({ what, card }) => [
      ...textsDeep(card)
        .filter(({ path, text }) => evil.test(text) && !literalPlace.test(path))
        .filter(({ path, text }) => !(path.endsWith('.value') && isInputValue(card, text)))
        .map(({ path, text }) => `${what}: ${path}: ${text.slice(0, 80)}`),
      ...(JSON.stringify(card).replaceAll('${evil}', '').includes('${') ? [`${what}: an expression was left`] : []),
    ]);
    expect(few(faults)).toEqual([]);
  });

  test('then a card that comes back keeps every letter of it', () => {
    if (formOf(name).records.length === 0) return; // only a card that records can come back
    const context = formOf(name).caseless
      ? caselessContext()
      : contextOf(caseFiles(plainly)['a case with everything in it']);
    const ids = inputIdsOf(templateOf(name)?.card ?? {});
    const typed = Object.fromEntries(ids.map((id) => [id, hostile(id)]));
    const card = compose(name, context, { hint: 'Maak dit af.', inputs: typed });
    expect(textOf(card)).toContain('Maak dit af.');
    for (const input of inputsOf(card)) expect(input['value']).toBe(hostile(String(input['id'])));
  });
});

describe('given the walk over all cards', () => {
  test('then it met cards with and without a case', () => {
    expect(inCase.length).toBeGreaterThan(40);
    expect(caseless.length).toBeGreaterThan(3);
  });
});
