import type { Activity } from 'botbuilder';
import { memoryKeyValueStore } from '../../src/casefile/memory/memoryStores';
import { inboundOf } from '../../src/teams/inbound';

const line = (change: Partial<Activity> = {}): Activity =>
  // As much of an activity as is looked at.
  ({
    ...{ type: 'message', id: 'a-1', channelId: 'msteams', from: { id: '29:1', name: '' }, text: 'ik maak me zorgen' },
    conversation: { id: 'c-1', isGroup: false, conversationType: 'personal', name: '' },
    ...change,
  }) as Activity;

const given = () => {
  const faults: string[] = [];
  const now = (): string => '2026-11-24T09:00:00.000Z';
  const store = memoryKeyValueStore(now);
  const fault = (where: string): void => void faults.push(where);
  return { inbound: inboundOf({ store, now, fault }), faults, store, now, fault };
};

describe('given a line that came in', () => {
  test('when it comes again, then it was seen; another line, chat or person was not', async () => {
    const { inbound } = given();
    expect(await inbound.seen(line())).toBe(false);
    expect(await inbound.seen(line({ text: 'the text does not matter' }))).toBe(true);
    for (const other of [{ id: 'a-2' }, { from: { id: '29:2', name: '' } }, { type: 'invoke' }])
      expect(await inbound.seen(line(other))).toBe(false);
  });

  test('when two copies come at the same moment, then one is taken', async () => {
    const { inbound } = given();
    const both = await Promise.all([inbound.seen(line()), inbound.seen(line())]);
    expect(both.sort()).toEqual([false, true]);
  });

  test('when it has no id, or the store is away, then it is taken: silence is worse', async () => {
    const { inbound, store, now, fault, faults } = given();
    expect(await inbound.seen(line({ id: '' }))).toBe(false);
    expect(await inbound.seen(line({ id: '' }))).toBe(false);
    const away = { ...store, create: async () => Promise.reject(new Error('away')) };
    expect(await inboundOf({ store: away, now, fault }).seen(line())).toBe(false);
    expect(faults).toEqual(['inbound']);
  });
});
