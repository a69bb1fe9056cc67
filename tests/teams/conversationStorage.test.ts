import { ConversationState, TestAdapter } from 'botbuilder';
import { StoredValueDamaged, type KeyValueStore } from '../../src/casefile/keyValueStore';
import { memoryKeyValueStore } from '../../src/casefile/memory/memoryStores';
import { conversationStorage, ETagRefused } from '../../src/teams/conversationStorage';

const setup = (options: { keepDays?: number } = {}) => {
  const clock = { now: '2026-11-24T09:00:00.000Z' };
  const kept = memoryKeyValueStore(() => clock.now);
  const writes: [string, unknown][] = [];
  const store: KeyValueStore = {
    ...kept,
    write: async (changes, end) => {
      writes.push(...Object.entries(changes));
      await kept.write(changes, end);
    },
  };
  return { clock, store, writes, storage: conversationStorage({ store, now: () => clock.now, ...options }) };
};

test('given a talk, when each turn saves it, then the next turn goes on where it was', async () => {
  const { storage, writes } = setup();
  const state = new ConversationState(storage);
  const talk = state.createProperty<{ turns: number }>('talk');
  const adapter = new TestAdapter(async (context) => {
    const { turns } = await talk.get(context, { turns: 0 });
    await talk.set(context, { turns: turns + 1 });
    await state.saveChanges(context);
    await context.sendActivity(`beurt ${turns + 1}`);
  });
  await adapter
    .send('een')
    .assertReply('beurt 1')
    .send('twee')
    .assertReply('beurt 2')
    .send('drie')
    .assertReply('beurt 3');
  expect(writes.map(([key]) => key)).toEqual(Array(3).fill(expect.stringMatching(/^state:test\/conversations\//)));
  for (const [, value] of writes) expect(value).not.toHaveProperty('eTag');
});

test('given keys of the bot’s other entries, then state neither sees nor touches them', async () => {
  const { storage, store } = setup();
  await store.write({ 'ref:a': { kept: true } });
  await storage.write({ 'ref:a': { turns: 1, eTag: '*' }, b: { turns: 2 } });
  await storage.delete(['ref:a']);
  expect(await storage.read(['ref:a', 'b', 'c'])).toEqual({ b: { turns: 2 } });
  expect(await store.read(['ref:a'])).toEqual({ 'ref:a': { kept: true } });
});

test('given nothing to write, then nothing happens', async () => {
  const { storage, writes } = setup();
  await storage.write({});
  expect(writes).toEqual([]);
});

test('given a talk that rests, when its days are over, then it is forgotten; a new turn keeps it longer', async () => {
  const { clock, storage } = setup({ keepDays: 2 });
  await storage.write({ a: { turns: 1 }, b: { turns: 1 } });
  clock.now = '2026-11-26T08:59:59.000Z';
  await storage.write({ b: { turns: 2 } });
  expect(await storage.read(['a', 'b'])).toEqual({ a: { turns: 1 }, b: { turns: 2 } });
  clock.now = '2026-11-26T09:00:00.000Z';
  expect(await storage.read(['a', 'b'])).toEqual({ b: { turns: 2 } });
});

test('given a write that hangs on an eTag, then it is refused aloud and nothing of it is written', async () => {
  const { storage } = setup();
  await expect(storage.write({ a: { turns: 1 }, b: { turns: 1, eTag: '7' } })).rejects.toThrow(ETagRefused);
  expect(await storage.read(['a', 'b'])).toEqual({});
});

test('given a damaged talk, then it is as if there were none, the fault is told, and the next save replaces it', async () => {
  const { store, storage } = setup();
  await storage.write({ a: { turns: 1 }, b: { turns: 2 } });
  const faults: unknown[] = [];
  const damaged: KeyValueStore = {
    ...store,
    read: async (keys) => {
      if (keys.includes('state:a')) throw new StoredValueDamaged();
      return store.read(keys);
    },
  };
  const now = () => '2026-11-24T09:00:00.000Z';
  const reading = conversationStorage({ store: damaged, now, fault: (where) => faults.push(where) });
  expect(await reading.read(['a', 'b', 'c'])).toEqual({ b: { turns: 2 } });
  expect(faults).toEqual(['state']);
  await reading.write({ a: { turns: 3 } });
  expect(await storage.read(['a'])).toEqual({ a: { turns: 3 } });
});
