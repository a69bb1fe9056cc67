import type { Activity } from 'botbuilder';
import { memoryKeyValueStore } from '../../src/casefile/memory/memoryStores';
import { inboundOf } from '../../src/teams/inbound';
import { handClock } from '../support/handClock';

const line = (change: Partial<Activity> = {}): Activity =>
  // As much of an activity as is looked at.
  ({
    ...{ type: 'message', id: 'a-1', channelId: 'msteams', from: { id: '29:1', name: '' }, text: 'ik maak me zorgen' },
    conversation: { id: 'c-1', isGroup: false, conversationType: 'personal', name: '' },
    ...change,
  }) as Activity;

const given = () => {
  const faults: string[] = [];
  const clock = handClock();
  const { now, waits } = clock;
  const store = memoryKeyValueStore(now);
  const fault = (where: string): void => void faults.push(where);
  /** Every process has one of its own over the same store. */
  const process = (over = store) => inboundOf({ store: over, now, waits, fault });
  const done: string[] = [];
  const does = (what: string) => async () => void done.push(what);
  return { clock, store, process, faults, done, does };
};
const never = (): Promise<void> => new Promise(() => undefined);
const MINUTE = 60_000;

describe('given a line that came in', () => {
  test('when it comes again, then it is done once; another line, chat or person is another', async () => {
    const { process, done, does, clock } = given();
    const inbound = process();
    await inbound.once(line(), does('first'));
    await clock.later(23 * 60 * MINUTE);
    await inbound.once(line({ text: 'the text does not matter' }), does('again'));
    expect(done).toEqual(['first']);
    for (const other of [{ id: 'a-2' }, { from: { id: '29:2', name: '' } }, { type: 'invoke' }])
      await inbound.once(line(other), does('other'));
    expect(done).toHaveLength(4);
  });

  test('when two copies come at the same moment, then one is done, and the other ends with it', async () => {
    const { process, done, does, clock } = given();
    const [one, other] = [process(), process()];
    const both = Promise.all([one.once(line(), does('one')), other.once(line(), does('other'))]);
    await clock.later(2_000);
    await both;
    expect(done).toHaveLength(1);
    expect(clock.waiting).toBe(0);
  });

  test('when it takes long, then a copy waits and does nothing, for whoever is at it says so', async () => {
    const { process, done, does, clock } = given();
    let ready = (): void => undefined;
    const slow = process().once(line(), async () => {
      await new Promise<void>((resolve) => (ready = resolve));
      done.push('slow');
    });
    await clock.later(4_500);
    const copy = process().once(line(), does('copy'));
    await clock.later(4_500);
    ready();
    await slow;
    await clock.later(2_000);
    await copy;
    expect(done).toEqual(['slow']);
  });

  test('when whoever was at it is gone in the middle, then the copy that waits, or comes later, is done', async () => {
    const { process, done, does, clock, store } = given();
    // A killed process says nothing more: what it had begun stays behind in the store.
    const ended = { ...store, write: never };
    void process(ended).once(line(), never);
    await clock.later(0);
    const copy = process().once(line(), does('copy'));
    await clock.later(1_500);
    expect(done).toEqual([]);
    await clock.later(3_000);
    await copy;
    expect(done).toEqual(['copy']);
    await process().once(line(), does('one more'));
    expect(done).toEqual(['copy']);
  });

  test('when the work fails, then that was its answer, and a copy gets no other', async () => {
    const { process, done, does } = given();
    await expect(process().once(line(), () => Promise.reject(new Error('fault')))).rejects.toThrow('fault');
    await process().once(line(), does('copy'));
    expect(done).toEqual([]);
  });

  test('when it has no id, or the store is away, then it is done: silence is worse', async () => {
    const { process, store, faults, done, does } = given();
    await process().once(line({ id: '' }), does('no id'));
    await process().once(line({ id: '' }), does('no id'));
    const away = { ...store, create: async () => Promise.reject(new Error('away')) };
    await process(away).once(line(), does('away'));
    expect(done).toEqual(['no id', 'no id', 'away']);
    expect(faults).toEqual(['inbound']);
  });
});
