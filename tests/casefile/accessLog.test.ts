import { accessLogIn, AccessLogBroken, type Look } from '../../src/casefile/accessLog';
import { memoryKeyValueStore } from '../../src/casefile/memory/memoryStores';

const caseId = '5e8d2c1b-7a64-4f39-9b05-c3d4e5f60718';
const look = (n: number): Look => ({
  at: `2026-11-24T09:${String(n % 60).padStart(2, '0')}:00.000Z`,
  by: `p-${n}`,
  what: 'shared/hub',
});
const setup = () => {
  const store = memoryKeyValueStore(() => '2026-11-24T09:00:00.000Z');
  return { store, log: accessLogIn(store) };
};

describe('given the log of who looked at a file', () => {
  test('I-22: when many look, then each look is there, in order, and other files have their own', async () => {
    const { log } = setup();
    const looks = Array.from({ length: 250 }, (_, n) => look(n));
    for (const one of looks) await log.note(caseId, one);
    expect(await log.read(caseId)).toEqual(looks);
    expect(await log.read('00000000-7a64-4f39-9b05-c3d4e5f60718')).toEqual([]);
  });

  test('I-22: when two instances write at once, then no look takes the place of another', async () => {
    const { store } = setup();
    const [one, other] = [accessLogIn(store), accessLogIn(store)];
    await Promise.all(Array.from({ length: 40 }, (_, n) => (n % 2 ? one : other).note(caseId, look(n))));
    expect((await one.read(caseId)).map(({ by }) => by).sort()).toEqual(
      Array.from({ length: 40 }, (_, n) => `p-${n}`).sort(),
    );
  });

  test('I-22: when a file went at another instance and begins anew, then its log begins anew too', async () => {
    const { store, log } = setup();
    for (let n = 0; n < 3; n += 1) await log.note(caseId, look(n));
    await accessLogIn(store).erase(caseId);
    await log.note(caseId, look(3));
    expect(await log.read(caseId)).toEqual([look(3)]);
  });

  test('I-22: when the count that helps is lost, then nothing of the log is lost or overwritten', async () => {
    const { store, log } = setup();
    for (let n = 0; n < 5; n += 1) await log.note(caseId, look(n));
    await store.delete([`looks:${caseId}`]);
    await log.note(caseId, look(5));
    expect((await log.read(caseId)).map(({ by }) => by)).toEqual(['p-0', 'p-1', 'p-2', 'p-3', 'p-4', 'p-5']);
  });

  test.each([
    ['taken out', (store: ReturnType<typeof memoryKeyValueStore>) => store.delete([`look:${caseId}:2`])],
    ['changed', (store: ReturnType<typeof memoryKeyValueStore>) => store.write({ [`look:${caseId}:2`]: { by: 5 } })],
  ])('I-22: when a line was %s behind its back, then that is told, without the file', async (_what, harm) => {
    const { store, log } = setup();
    for (let n = 0; n < 5; n += 1) await log.note(caseId, look(n));
    await harm(store);
    const fault: unknown = await log.read(caseId).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(AccessLogBroken);
    expect(String(fault)).not.toContain(caseId);
  });

  test('I-22: when the file is destroyed, then its log goes with it, and that of others stays', async () => {
    const { log } = setup();
    const other = '00000000-7a64-4f39-9b05-c3d4e5f60718';
    for (let n = 0; n < 120; n += 1) await log.note(caseId, look(n));
    await log.note(other, look(1));
    await log.erase(caseId);
    await log.erase(caseId);
    expect(await log.read(caseId)).toEqual([]);
    expect(await log.read(other)).toEqual([look(1)]);
  });
});
