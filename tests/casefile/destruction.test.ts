import { accessLogIn } from '../../src/casefile/accessLog';
import type { CaseStore } from '../../src/casefile/caseStore';
import { destructionIn, DestructionIncomplete, type Trace } from '../../src/casefile/destruction';
import { memoryCaseStore, memoryKeyValueStore } from '../../src/casefile/memory/memoryStores';
import { emptyCase, evolve, type CaseEvent } from '../../src/protocol/caseFile';
import { factsWith } from '../cards/everyFact';

const of = factsWith((about) => `${about} van Sam`);
const caseId = 'd3a5c1f0-7a64-4f39-9b05-c3d4e5f60718';
const events: readonly CaseEvent[] = [of.CaseOpened, of.SignalRecorded, of.CaseClosed, of.DestructionDecided];
const file = events.reduce(evolve, emptyCase);
const now = (): string => '2028-12-01T09:00:00.000Z';

const setup = async (change: (store: CaseStore) => CaseStore = (store) => store) => {
  const cases = change(memoryCaseStore());
  const keyValues = memoryKeyValueStore(now);
  const accessLog = accessLogIn(keyValues);
  await accessLog.note(caseId, { at: now(), by: 'leader', what: 'shared/hub' });
  await cases.append(caseId, 0, {
    ...{ events: events.map((event, i) => ({ id: `e:${i}`, event })), file, protocolVersion: '1' },
    due: [{ id: 'term:x', kind: 'term', dueAt: '2029-01-01T08:00:00.000Z', payload: { who: 'Sam' } }],
    ...{ cancelDue: [], listing: { keys: ['person:teacher'], awaits: [], status: 'closed' } },
  });
  const traces: Trace[] = [(id) => accessLog.erase(id)];
  const counted = async (): Promise<void> => undefined;
  const parts = { cases, keyValues, traces, counted };
  return { ...parts, accessLog, destruction: destructionIn({ ...parts, now }) };
};

describe('given a file that somebody decided to destroy', () => {
  test('I-26: when it is destroyed, then nothing of it is left, and the proof names nobody and no case', async () => {
    const { cases, accessLog, destruction } = await setup();
    await destruction.destroy(caseId, file, ['teacher']);
    expect(await cases.load(caseId)).toBeUndefined();
    expect(await cases.history(caseId)).toEqual([]);
    expect(await cases.openDue(caseId)).toEqual([]);
    expect((await cases.find(['person:teacher'], { limit: 5 })).heads).toEqual([]);
    expect(await accessLog.read(caseId)).toEqual([]);
    const proofs = await destruction.proofs();
    expect(proofs).toEqual([
      {
        ...{ id: expect.stringMatching(/^V-[0-9A-F]{10}$/) as unknown, schoolId: 'de-linde', kind: 'stappenplan' },
        ...{ ground: 'verzoek', as: 'leider', decidedAt: of.DestructionDecided.at, facts: 4, doneAt: now() },
      },
    ]);
    expect(JSON.stringify(proofs)).not.toMatch(new RegExp(`Sam|MC-|teacher|${caseId}`));
  });

  test('I-26: when it is told twice, then there is one proof, and nothing else changes', async () => {
    const { destruction } = await setup();
    await destruction.destroy(caseId, file, []);
    await destruction.destroy(caseId, file, []);
    expect(await destruction.proofs()).toHaveLength(1);
    expect(await destruction.finish()).toBe(0);
  });

  test('I-26: when the process stops half-way, then whoever starts next goes on with it', async () => {
    const parts = await setup();
    let fails = true;
    const stops: Trace = async () => {
      if (fails) throw new Error('stopped');
    };
    const harmed = destructionIn({ ...parts, now, traces: [stops, ...parts.traces] });
    await expect(harmed.destroy(caseId, file, ['teacher'])).rejects.toThrow('stopped');
    expect((await harmed.proofs()).map(({ doneAt }) => doneAt)).toEqual([undefined]);
    fails = false;
    expect(await harmed.finish()).toBe(1);
    expect(await parts.cases.load(caseId)).toBeUndefined();
    expect(await parts.accessLog.read(caseId)).toEqual([]);
    expect((await harmed.proofs()).map(({ doneAt }) => doneAt)).toEqual([now()]);
  });

  test('I-26: when the store says it erased and did not, then there is no proof that it is done', async () => {
    const { destruction } = await setup((store) => ({ ...store, erase: async () => undefined }));
    await expect(destruction.destroy(caseId, file, [])).rejects.toThrow(DestructionIncomplete);
    expect((await destruction.proofs()).map(({ doneAt }) => doneAt)).toEqual([undefined]);
  });

  test('when nobody decided it, then nothing happens', async () => {
    const { cases, destruction } = await setup();
    await destruction.destroy(caseId, emptyCase, []);
    expect(await cases.load(caseId)).toBeDefined();
    expect(await destruction.proofs()).toEqual([]);
  });
});
