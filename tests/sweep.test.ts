import { setImmediate as aMoment } from 'node:timers/promises';
import { memoryKeyValueStore } from '../src/casefile/memory/memoryStores';
import { startSweeping } from '../src/sweep';

const HOUR_MS = 3_600_000;
const began = Date.parse('2026-11-24T09:30:00.000Z');
let passed = 0;
const now = (): string => new Date(began + passed).toISOString();
const inAnHour = async (): Promise<void> => {
  passed += HOUR_MS;
  jest.advanceTimersByTime(HOUR_MS);
  await aMoment();
};

beforeEach(() => {
  passed = 0;
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
});
afterEach(() => jest.useRealTimers());

describe('given values that may be kept for a while (I-26)', () => {
  test('when the bot starts, and each hour that it runs, then what has had its time is no longer kept', async () => {
    const store = memoryKeyValueStore(now);
    await store.write({ 'of yesterday': 1 }, { expiresAt: now() });
    await store.write({ 'of this hour': 1 }, { expiresAt: new Date(began + HOUR_MS / 2).toISOString() });
    await store.write({ 'for good': 1 });
    const swept: number[] = [];
    const values = { sweep: async (at: string) => swept[swept.push(await store.sweep(at)) - 1] ?? 0 };
    const sweeping = startSweeping({ values, now, trouble: () => undefined });
    await aMoment();
    expect(swept).toEqual([1]);
    await inAnHour();
    expect(swept).toEqual([1, 1]);
    expect(await store.read(['of yesterday', 'of this hour', 'for good'])).toEqual({ 'for good': 1 });
    await sweeping.stop();
  });

  test('when the store is away, then that is told, and an hour later it is tried again until the bot stops', async () => {
    const told: unknown[] = [];
    let tries = 0;
    const values = { sweep: () => (tries++ === 0 ? Promise.reject(new Error('away')) : Promise.resolve(0)) };
    const sweeping = startSweeping({ values, now, trouble: (error) => told.push(error) });
    await aMoment();
    expect(told).toEqual([new Error('away')]);
    await inAnHour();
    expect([tries, told.length]).toEqual([2, 1]);
    await sweeping.stop();
    await inAnHour();
    expect(tries).toBe(2);
  });
});
