import fc from 'fast-check';
import type { KeyValueStore } from '../../src/casefile/keyValueStore';
import { memoryCaseStore, memoryKeyValueStore } from '../../src/casefile/memory/memoryStores';
import { now } from '../cards/context';
import { insideBot } from '../support/insideBot';
import { players, states } from './states';
import { keep, report } from './tried';

const caseId = '5e8d2c1b-7a64-4f39-9b05-c3d4e5f60718';
const [atWork] = states;

/** A store that gives back what nobody wrote: dialog state, references, looks and tickets of any shape. */
const lying = (store: KeyValueStore, lie: () => unknown): KeyValueStore => ({
  read: async (keys) => Object.fromEntries(keys.map((key) => [key, lie()])),
  write: (changes, options) => store.write(changes, options),
  create: (key, value, options) => store.create(key, value, options),
  change: (key, change, options) => store.change(key, () => change(lie()), options),
  delete: (keys) => store.delete(keys),
  sweep: (at) => store.sweep(at),
});

const anything = fc.oneof(
  fc.json({ maxDepth: 4 }).map((text) => JSON.parse(text) as unknown),
  fc.record({
    dialogState: fc.anything({ withNullPrototype: false }),
    count: fc.integer(),
    eTag: fc.string(),
  }),
  fc.record({
    conversation: fc.anything(),
    serviceUrl: fc.constantFrom('https://evil.example', 'file:///etc/passwd', ''),
    user: fc.anything(),
  }),
  fc.record({ at: fc.string(), by: fc.string(), what: fc.string() }),
  fc.constantFrom(null, true, 0, '', [], {}, '__proto__', { __proto__: null }),
);

const tells = (text: string): boolean => /node_modules|\bat \w+ \(|[A-Z]\w*Error\b|evil\.example|passwd/.test(text);

describe('given a store whose small values hold anything at all', () => {
  test('when people go on working, then every turn is answered or fails as a whole, nothing is recorded by it and nothing is told', async () => {
    let lie: unknown;
    const cases = memoryCaseStore();
    const keyValues = lying(
      memoryKeyValueStore(() => now),
      () => lie,
    );
    const bot = insideBot({ now: () => now, cases, keyValues });
    await keep(cases, caseId, atWork?.events ?? []);
    const before = (await cases.load(caseId))?.version;
    const counts = { tried: 0, leaked: 0, recorded: 0 };
    const turns = fc.constantFrom('overzicht', 'mijn zaken', 'ik maak me zorgen', 'nood', 'press');
    await fc.assert(
      fc.asyncProperty(anything, turns, async (value, what) => {
        lie = value;
        counts.tried += 1;
        const turn =
          what === 'press'
            ? bot.presses(players.owner, 'showHub', { m: { case: caseId } })
            : bot.says(players.owner, what);
        const said = await turn.then(
          (done) => JSON.stringify(done),
          (error: unknown) => (error instanceof Error ? '' : 'thrown something else'),
        );
        if (tells(said)) counts.leaked += 1;
        if ((await cases.load(caseId))?.version !== before) counts.recorded += 1;
        expect(said).not.toBe('thrown something else');
      }),
      { numRuns: 400, seed: 20261124 },
    );
    report('stored values of any shape', counts);
    expect(counts).toMatchObject({ leaked: 0, recorded: 0 });
    await bot.close();
  }, 60_000);
});
