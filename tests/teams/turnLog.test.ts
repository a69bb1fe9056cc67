import { TurnContext } from 'botbuilder';
import { memoryKeyValueStore } from '../../src/casefile/memory/memoryStores';
import { openLog } from '../../src/log';
import { logged, markOf, personKeyIn } from '../../src/teams/turnLog';
import { PaperAdapter } from '../support/insideBot';
import { isObject, type JsonObject } from '../support/json';

const person = '1a9c4e72-3b6d-4f58-8e01-d5a7f2b3c640';
const store = memoryKeyValueStore(() => '2026-11-24T09:00:00.000Z');

const setUp = async () => {
  const lines: JsonObject[] = [];
  const log = openLog('info', {
    write: (text: string) => {
      const line: unknown = JSON.parse(text);
      if (isObject(line)) lines.push(line);
    },
  });
  let ms = 0;
  const parts = {
    personKey: await personKeyIn(store),
    within: <T>(turn: string, work: () => Promise<T>) => log.within(turn, work),
    note: (fields: object) => log.info('turn', fields),
    elapsed: () => (ms += 12),
  };
  const turn = (activity: JsonObject): TurnContext =>
    // What comes in at the door is any JSON.
    new TurnContext(new PaperAdapter({ answer: undefined, sent: [], updated: [] }), activity);
  return { lines, log, parts, turn };
};

const press = (verb: string, data: unknown = {}): JsonObject => ({
  ...{ type: 'invoke', name: 'adaptiveCard/action', from: { id: '29:1', aadObjectId: person } },
  value: { action: { type: 'Action.Execute', verb, data } },
});

describe('given a turn', () => {
  test('when it is done, then one line tells what kind of turn, which verb and how long, and marks the person without naming', async () => {
    const { lines, parts, turn } = await setUp();
    await logged(parts, async () => undefined)(turn(press('recordSignal', { text: 'Sam viel' })));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ msg: 'turn', kind: 'invoke', verb: 'recordSignal', outcome: 'done', ms: 12 });
    expect(lines[0]?.['person']).toMatch(/^[0-9a-f]{12}$/);
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`Sam|${person}`));
  });

  test('I-20: when a client makes up a verb or a type, then that is not repeated in the log', async () => {
    const { lines, parts, turn } = await setUp();
    const run = logged(parts, async () => undefined);
    await run(turn(press('Sam de Vries')));
    await run(turn({ type: 'Sam de Vries', from: { id: 'Sam' }, text: 'Sam de Vries' }));
    expect(lines.map(({ kind, verb }) => [kind, verb])).toEqual([
      ['invoke', 'unknown'],
      ['other', ''],
    ]);
    expect(JSON.stringify(lines)).not.toContain('Sam');
  });

  test('when a fault is logged on the way, then both lines carry the same mark, and it is the one the person is told', async () => {
    const { lines, log, parts, turn } = await setUp();
    const context = turn(press('closeCase'));
    const run = logged(parts, async () => {
      log.fault('update', new Error('Sam'));
      throw new Error('Sam');
    });
    await expect(run(context)).rejects.toThrow();
    expect(lines.map(({ msg, turn: mark }) => [msg, mark])).toEqual([
      ['update', markOf(context)],
      ['turn', markOf(context)],
    ]);
    expect(lines[1]).toMatchObject({ outcome: 'fault' });
  });

  test('when two turns run at once, then each line carries the mark of its own', async () => {
    const { lines, log, parts, turn } = await setUp();
    const run = logged(parts, async () => {
      await new Promise((done) => setImmediate(done));
      log.info('inside');
    });
    const contexts = [turn(press('closeCase')), turn(press('openCase'))];
    await Promise.all(contexts.map(run));
    const marks = lines.filter(({ msg }) => msg === 'inside').map(({ turn: mark }) => mark);
    expect(marks.sort()).toEqual(contexts.map((context) => markOf(context)).sort());
    expect(new Set(marks).size).toBe(2);
  });
});

describe('given a person in the log', () => {
  test('when the process starts anew on the same store, then the mark is the same; on another store it is another', async () => {
    const [first, again] = [await personKeyIn(store), await personKeyIn(store)];
    expect(again(person)).toBe(first(person.toUpperCase()));
    expect(first(`${person.slice(0, -1)}1`)).not.toBe(first(person));
    const other = await personKeyIn(memoryKeyValueStore(() => '2026-11-24T09:00:00.000Z'));
    expect(other(person)).not.toBe(first(person));
  });
});
