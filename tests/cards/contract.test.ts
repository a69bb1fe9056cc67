import { formOfAction, isActionVerb } from '../../src/cards/actions';
import { answers, isAnswerVerb } from '../../src/cards/answers';
import { baseRefs } from '../../src/cards/answer';
import { formOf, forms, isFormName, type FormName } from '../../src/cards/forms';
import { wayVerbs } from '../../src/cards/ways';
import type { CommandType } from '../../src/protocol/decide';
import { buttonsOf, inputsOf, type Button } from '../support/cardParts';
import { objectsIn, stringOf, type JsonObject } from '../support/json';
import { pressOf } from './context';
import { idsOf, objectsDeep, pressesOf, refsOf, templateOf, templates, verbOf, type Template } from './templates';

// Object.keys of a const table gives exactly its keys; TypeScript widens them to string.
const names = Object.keys(forms) as FormName[];
const verbs = Object.keys(answers) as CommandType[];

/** Cards that are no form: an answer to a press, a list, a message. */
const noForms = [
  'audit/action',
  'audit/action-agree',
  'audit/action-change',
  'audit/action-done',
  'audit/action-drop',
  'audit/actions',
  'audit/figures',
  'notices/channel',
  'notices/notice',
  'notices/waiting',
  'practice/mark',
  'retention/destroyed',
  'shared/document-ready',
  'shared/hidden',
  'shared/message',
  'shared/my-cases',
  'shared/my-requests',
  'shared/one-drive',
  'shared/receipt',
  'shared/which-case',
];

const isWay = (verb: string): boolean => (wayVerbs as readonly string[]).includes(verb);
const recordingOn = ({ card }: Template): readonly Button[] =>
  pressesOf(card).filter((button) => isAnswerVerb(verbOf(button)));
const each = templates.map((template) => [template.name, template] as const);

describe('given the cards, when forms and templates are laid side by side', () => {
  test('then every form has its template', () => {
    expect(names.filter((name) => !templateOf(name))).toEqual([]);
  });

  test('then every template is a form or one of the few cards that are none', () => {
    expect(templates.map(({ name }) => name).filter((name) => !isFormName(name) && !noForms.includes(name))).toEqual(
      [],
    );
    expect(noForms.filter((name) => isFormName(name) || !templateOf(name))).toEqual([]);
  });

  test('then every verb that records stands on a form', () => {
    expect(verbs.filter((verb) => !names.some((name) => formOf(name).records.includes(verb)))).toEqual([]);
  });

  test('then every verb that leads somewhere stands on a card', () => {
    const used = new Set(templates.flatMap(({ card }) => pressesOf(card).map(verbOf)));
    expect(wayVerbs.filter((verb) => !used.has(verb))).toEqual([]);
  });
});

describe.each(each)('given the template %s', (name, template) => {
  const { card, source } = template;
  const form = isFormName(name) ? formOf(name) : undefined;
  const inputs = inputsOf(card);

  test('when it is read, then it is a Dutch card of a version that Teams shows, and its preview says nothing', () => {
    expect(card['type']).toBe('AdaptiveCard');
    expect(card['version']).toBe('1.5');
    expect(card['lang']).toBe('nl');
    expect(['Deze kaart past niet in deze versie van Teams.', 'Er staat een bericht voor je klaar.']).toContain(
      card['fallbackText'],
    );
  });

  test('when it is read, then it has a heading, the emergency numbers last, and no button behind a menu', () => {
    const body = objectsIn(card['body']);
    const actions = objectsIn(card['actions']);
    if (form) {
      expect(objectsDeep(body).filter((part) => part['style'] === 'heading')).not.toEqual([]);
      expect(body.at(-1)?.['text']).toBe('${footer}');
    }
    expect(actions.filter((action) => action['mode'] !== undefined)).toEqual([]);
  });

  test('when somebody is in danger, then the emergency card is one press away', () => {
    // The receipt is followed at once by the next card; on the emergency card itself one is there.
    if (name === 'shared/receipt' || name === 'shared/emergency') return;
    // A strip above other cards; each of those has the button.
    if (name === 'practice/mark') return;
    // In a channel a press would be answered for all to see; there the numbers are in the card itself.
    if (name === 'notices/channel') return;
    const emergency = objectsIn(card['actions']).filter((action) => action['verb'] === 'showEmergency');
    expect(emergency).toHaveLength(1);
    expect(emergency[0]?.['$when']).toBeUndefined();
  });

  test('when its buttons are read, then each does something that the bot understands', () => {
    const kinds = buttonsOf(card).map(({ action }) => action['type']);
    const known = ['Action.Execute', 'Action.OpenUrl', 'Action.ToggleVisibility', 'Action.ShowCard'];
    expect(kinds.filter((kind) => !known.includes(String(kind)))).toEqual([]);
    const unknown = pressesOf(card)
      .map(verbOf)
      .filter((verb) => !isWay(verb) && !isAnswerVerb(verb) && !isActionVerb(verb));
    expect(unknown).toEqual([]);
    expect(pressesOf(card).filter(({ title }) => title === '')).toEqual([]);
  });

  test('when its buttons are read, then it records what its form says, no more and no less', () => {
    const recorded = [...new Set(recordingOn(template).map(verbOf))].sort();
    expect(recorded).toEqual([...(form?.records ?? [])].sort());
    const onList = [...new Set(pressesOf(card).map(verbOf).filter(isActionVerb))];
    expect(onList.map((verb) => formOfAction[verb])).toEqual(onList.map(() => name));
  });

  test('when a button only leads somewhere, then what was typed stays behind, except in a menu', () => {
    const leaking = pressesOf(card).filter(
      (button) =>
        isWay(verbOf(button)) &&
        button.inputs.length > 0 &&
        !idsOf(button.inputs).every((id) => ['go', 'school', 'detail'].includes(id)),
    );
    expect(leaking.map(({ title }) => title)).toEqual([]);
  });

  test('when a part folds out, then it is there', () => {
    const ids = objectsDeep(card).flatMap(({ id }) => stringOf(id) ?? []);
    const targets = objectsDeep(card)
      .filter(({ type }) => type === 'Action.ToggleVisibility')
      .flatMap(({ targetElements }) => (Array.isArray(targetElements) ? targetElements.map(String) : []));
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    const hidden = objectsDeep(card).filter(({ isVisible }) => isVisible !== undefined);
    expect(hidden.filter(({ id }) => !targets.includes(String(id)))).toEqual([]);
  });

  test('when its inputs are read, then each has its own words and shows what was typed before', () => {
    for (const input of inputs) {
      const id = String(input['id']);
      expect([id, input['value']]).toEqual([id, `\${in.${id}}`]);
      expect([id, stringOf(input['type'] === 'Input.Toggle' ? input['title'] : input['label'])]).not.toContain('');
      expect([id, stringOf(input['type'] === 'Input.Toggle' ? input['title'] : input['label'])]).not.toContain(
        undefined,
      );
      if (input['isRequired'] === true) expect([id, stringOf(input['errorMessage']) ?? '']).not.toContain('');
      if (input['type'] === 'Input.Text') expect([id, typeof input['maxLength']]).toEqual([id, 'number']);
    }
  });

  test('when it is read, then no child, person, place or phone number is written into it', () => {
    const words = objectsDeep(card).flatMap((part) =>
      ['text', 'title', 'label', 'placeholder', 'errorMessage', 'altText'].flatMap((key) => stringOf(part[key]) ?? []),
    );
    const literal = /\b(Sam|Marieke|Jansen|Ilse|Jeroen|Tom|Linde|Twente|Enschede|Consent)\b|0\d{3}[- ]?\d|\b112\b/;
    expect(words.filter((word) => literal.test(word))).toEqual([]);
  });

  test('when it is filled in, then nothing that a person typed can become a button or an address', () => {
    expect(source).not.toMatch(/Action\.Submit|choices\.data|Data\.Query/);
    const addresses = objectsDeep(card).flatMap(({ url }) => stringOf(url) ?? []);
    expect(addresses.filter((url) => !/^(tel:|https:)/.test(url) && !/^\$\{\w+\}$/.test(url))).toEqual([]);
  });
});

/** Every button that records, on which form it stands, and the answer that reads it. */
const recording = names.flatMap((name) => {
  const template = templateOf(name);
  return template ? recordingOn(template).map((button) => ({ name, button, verb: verbOf(button) })) : [];
});

const cases = recording.flatMap(({ name, button, verb }) =>
  isAnswerVerb(verb) ? [[`${name} (${verb})`, name, button, verb] as const] : [],
);

describe.each(cases)('given the recording button of %s', (_what, name, button, verb) => {
  const answer = answers[verb];

  test('when it is pressed, then it sends no input that its answer does not read', () => {
    expect(idsOf(button.inputs).filter((id) => !answer.inputs.includes(id))).toEqual([]);
  });

  test('when it is pressed, then it carries exactly the references that its answer reads', () => {
    const refs = refsOf(button);
    const place = formOf(name).caseless ? 'school' : 'case';
    const needed = [
      ...baseRefs.filter((ref) => ref !== 'case'),
      place,
      ...answer.refs.filter((ref) => ref !== 'school'),
    ];
    expect(Object.keys(refs).sort()).toEqual(needed.sort());
    for (const [ref, value] of Object.entries(refs)) expect([ref, value]).toEqual([ref, `\${m.${ref}}`]);
    expect(Object.keys(button.action['data'] as JsonObject)).toEqual(['m']);
  });

  test('when one character too many is typed, then the answer says how many may be, as the card does', () => {
    for (const input of button.inputs.filter(({ type }) => type === 'Input.Text')) {
      const [id, longest] = [String(input['id']), Number(input['maxLength'])];
      const problemsWith = (length: number): string => {
        const read = answer.read({ m: {}, [id]: 'x'.repeat(length) }, pressOf());
        return 'problems' in read ? read.problems.join(' ') : '';
      };
      const said = `hoogstens ${longest} tekens`;
      expect([id, problemsWith(longest + 1).includes(said)]).toEqual([id, true]);
      expect([id, problemsWith(longest).includes(said)]).toEqual([id, false]);
    }
  });
});

describe('given a verb that records, when all its cards are taken together', () => {
  test.each(verbs)('then every input that %s reads is on one of them', (verb) => {
    const sent = new Set(recording.filter((one) => one.verb === verb).flatMap(({ button }) => idsOf(button.inputs)));
    expect([...sent].sort()).toEqual([...answers[verb].inputs].sort());
  });
});
