import type { JsonObject } from '../support/json';
import type { Person } from '../support/person';
import { beginsCase, cardWith, does, facts, stories, theCase } from './story';
import { signal } from './steps';
import { buttonsOf } from '../support/cardParts';
import { at } from '../support/json';

const given = stories();

const invoke = (action: unknown): JsonObject => ({
  ...{ type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } },
});
/** The data that this card's button would send. */
const dataOn = (person: Person, button: string): JsonObject => {
  const found = buttonsOf(cardWith(person, button).content).find(({ title }) => title === button);
  return at(found?.action, 'data') as JsonObject; // our own cards always carry an object
};
const filled = {
  ...{ text: 'Hij sliep.', direction: 'wijst-op-zorg', category: 'GK', nature: 'feit', source: 'zelf' },
  ...{ sourceName: '', setting: 'klas', happenedOn: '2026-11-24' },
};
type Change = (data: JsonObject) => unknown;
const m =
  (change: JsonObject): Change =>
  (data) => ({ ...data, ...filled, m: { ...(data['m'] as object), ...change } });
const fields =
  (change: JsonObject): Change =>
  (data) => ({ ...data, ...filled, ...change });

const bad: readonly (readonly [string, Change])[] = [
  ['no data', () => undefined],
  ['text for data', () => 'x'],
  ['a list for data', () => [1, 2]],
  ['null for data', () => null],
  ['no references', () => ({ ...filled })],
  ['a number for a reference', m({ case: 12 })],
  ['an object for a reference', m({ case: { $ne: '' } })],
  ['a reference with a path in it', m({ case: '../../etc/passwd' })],
  ['a huge reference', m({ case: 'x'.repeat(20_000) })],
  ['no key', m({ key: undefined })],
  ['a key that is none', m({ key: 'x' })],
  ['a key of another sort', m({ key: { toString: 'x' } })],
  ['an extra reference', m({ by: '4f2c6b83-1d9e-4705-a6c4-e7d0b5f93a18' })],
  ['a form that does not exist', m({ form: 'step9/none', extra: 1 })],
  ['an extra field', fields({ by: 'somebody', at: '2020-01-01' })],
  ['a role sent along', fields({ roles: ['schoolleider'] })],
  ['a number for text', fields({ text: 12 })],
  ['a list for text', fields({ text: ['a', 'b'] })],
  ['an object for text', fields({ text: { length: 3 } })],
  ['null for text', fields({ text: null })],
  ['a choice that is none', fields({ category: 'XX' })],
  ['a choice out of the prototype', fields({ category: 'constructor' })],
  ['another choice out of the prototype', fields({ nature: '__proto__' })],
  ['a day that is none', fields({ happenedOn: '2026-02-31' })],
  ['a day as a list', fields({ happenedOn: ['2026-11-24'] })],
  ['a huge text', fields({ text: 'x'.repeat(100_000) })],
  ['text of characters nobody sees', fields({ text: '\u200b\u200b\u0000\u202e' })],
];

describe('given a card of somebody’s own case', () => {
  test('when a client sends what no card of ours sends, then it gets an answer, nothing is recorded and nothing breaks', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    const data = dataOn(teacher, 'Vastleggen');
    for (const [what, change] of bad) {
      const { status, body } = await teacher.sends(
        invoke({ type: 'Action.Execute', verb: 'recordSignal', data: change(data) }),
      );
      expect([what, status, at(body, 'statusCode')]).toEqual([what, 200, 200]);
      expect([what, JSON.stringify(body)]).not.toEqual([what, expect.stringContaining('✓')]);
      expect([what, JSON.stringify(body)]).not.toEqual([
        what,
        expect.stringMatching(/Invalid|Expected|expected|zod|Error/),
      ]);
    }
    expect(await facts(story)).toEqual(['CaseOpened']);
    expect(story.log).toEqual([]);

    // The card itself still works.
    await does(teacher, 'Vastleggen', signal);
    expect(await facts(story)).toEqual(['CaseOpened', 'SignalRecorded']);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'dropTable', 'x'.repeat(1000)])(
    'when the verb is “%s”, then the button is not known',
    async (verb) => {
      const story = await given();
      const { teacher } = story;
      await beginsCase(teacher);
      const { body } = await teacher.sends(
        invoke({ type: 'Action.Execute', verb, data: dataOn(teacher, 'Vastleggen') }),
      );
      expect(JSON.stringify(body)).toContain('Deze knop ken ik niet meer.');
      expect(await facts(story)).toEqual(['CaseOpened']);
      expect(story.log).toEqual([]);
    },
  );

  test('when keys of the prototype come along, then no object of the bot changes', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    const action = JSON.stringify({
      type: 'Action.Execute',
      verb: 'recordSignal',
      data: { ...dataOn(teacher, 'Vastleggen'), ...filled },
    });
    const polluted = action.replace(
      '"text":',
      '"__proto__":{"polluted":"ja"},"constructor":{"prototype":{"polluted":"ja"}},"text":',
    );
    const activity = JSON.stringify(
      teacher.activity('invoke', { name: 'adaptiveCard/action', value: { action: '@' } }),
    );
    const { status } = await story.teams.deliver(activity.replace('"@"', polluted));
    expect(status).toBe(200);
    expect(({} as JsonObject)['polluted']).toBeUndefined();
    expect(await facts(story)).toEqual(['CaseOpened']);
  });

  test.each([
    ['no value', { type: 'invoke', name: 'adaptiveCard/action' }],
    ['no action', { type: 'invoke', name: 'adaptiveCard/action', value: {} }],
    ['an old Action.Submit', { type: 'message', text: '', value: { m: { case: 'x' }, verb: 'closeCase' } }],
    ['another invoke', { type: 'invoke', name: 'task/fetch', value: { data: {} } }],
    ['an invoke without a name', { type: 'invoke', value: {} }],
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
    ['an edited message', { type: 'messageUpdate', text: 'x' }],
    ['a type nobody knows', { type: 'sturdy', text: 'x' }],
    ['a message without text', { type: 'message' }],
    ['a message with a picture', { type: 'message', text: '', attachments: [{ contentType: 'image/png' }] }],
    ['no name of the sender', { type: 'message', text: 'hoi', from: { id: '29:1x' } }],
  ])('when Teams brings %s, then it is taken and nothing happens to the case', async (_what, activity) => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    const { status } = await teacher.sends(activity);
    expect(status).toBe(200);
    expect(await facts(story)).toEqual(['CaseOpened']);
    expect(story.log).toEqual([]);
  });

  test('when a reference of another case is put on it, then only who works there can record there', async () => {
    const story = await given();
    const { teacher, otherTeacher } = story;
    await beginsCase(teacher);
    const { caseId } = await theCase(story);
    await beginsCase(otherTeacher, { name: 'Noor' });
    const data = m({ case: caseId })(dataOn(otherTeacher, 'Vastleggen')) as JsonObject;
    const { body } = await otherTeacher.sends(invoke({ type: 'Action.Execute', verb: 'recordSignal', data }));
    expect(JSON.stringify(body)).toContain('Deze zaak bestaat niet, of je hebt er geen toegang toe.');
    const kept = await story.cases();
    expect(kept.map(({ events }) => events.map(({ type }) => type))).toEqual([['CaseOpened'], ['CaseOpened']]);
  });
});
