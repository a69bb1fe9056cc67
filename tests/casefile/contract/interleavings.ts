import fc from 'fast-check';
import type { CaseStore } from '../../../src/casefile/caseStore';
import { append, newCase, type OpenStores } from './given';

/** One step of a writer: look at the case, or append so many events on what it last saw (or send its last append again). */
const step = fc.record({
  writer: fc.constantFrom(0, 1),
  act: fc.constantFrom('look', 'write', 'write', 'again'),
  size: fc.integer({ min: 1, max: 3 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface Writer {
  store: CaseStore;
  seen: number;
  last: string[];
}

const take = async (writer: Writer, name: string, { act, size }: Step, caseId: string): Promise<string[]> => {
  if (act === 'look') {
    writer.seen = (await writer.store.load(caseId))?.version ?? 0;
    return [];
  }
  const ids = act === 'again' ? writer.last : Array.from({ length: size }, (_, i) => `${name}:${i}`);
  if (ids.length === 0) return [];
  writer.last = ids;
  const outcome = await writer.store.append(caseId, writer.seen, append(ids));
  if (!('version' in outcome)) return [];
  writer.seen = outcome.version;
  return ids;
};

/** Whatever two writers do in whatever order, the case is what was acknowledged: no gap, no loss, nothing twice. */
export const interleavingsContract = (open: OpenStores): void => {
  test('any interleaving of two writers leaves a gapless history of exactly what was acknowledged', async () => {
    const stores = await open();
    const handles = [stores.cases, stores.second().cases];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), fc.boolean(), async (steps, together) => {
        const caseId = newCase();
        const writers = handles.map((store): Writer => ({ store, seen: 0, last: [] }));
        const acknowledged: string[] = [];
        const run = async (one: Step, i: number) => {
          acknowledged.push(...(await take(writers[one.writer]!, `s${i}`, one, caseId)));
        };
        if (together) await Promise.all(steps.map(run));
        else for (const [i, one] of steps.entries()) await run(one, i);
        const history = await stores.cases.history(caseId);
        expect(history.map(({ seq }) => seq)).toEqual(history.map((_, i) => i + 1));
        expect(history.map(({ id }) => id).sort()).toEqual([...acknowledged].sort());
        expect(new Set(acknowledged).size).toBe(acknowledged.length);
        expect((await handles[1]!.load(caseId))?.version ?? 0).toBe(acknowledged.length);
      }),
      { numRuns: 60 },
    );
    await stores.stop();
  }, 60_000);
};
