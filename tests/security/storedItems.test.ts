import fc from 'fast-check';
import { copyStore } from '../../src/casefile/whole/copyStore';
import { memoryRecords } from '../../src/casefile/memory/memoryRecords';
import { cosmosClient, openCosmos } from '../../src/casefile/cosmos/openCosmos';
import { makeContainers } from '../../src/casefile/cosmos/cosmosSetup';
import type { Records } from '../../src/casefile/records';
import { storesOver, type Stores } from '../../src/casefile/stores';
import { verifyStore } from '../../src/casefile/whole/verifyStore';
import { append, at, due, MOMENT } from '../casefile/contract/given';
import { testMasterKey } from '../casefile/contract/stores';
import { now } from '../cards/context';
import { cosmosPeer } from '../support/cosmosPeer';
import { insideBot } from '../support/insideBot';
import { players, states } from './states';
import { holdsCase, keep, report } from './tried';

const spoiledCase = '5e8d2c1b-7a64-4f39-9b05-c3d4e5f60718';
const wholeCase = '5e8d2c1b-7a64-4f39-9b05-c3d4e5f60719';
const [atWork] = states;
const keys = [`person:${players.owner.aadObjectId}`];

/** What a store may say of what it cannot read; anything else is a stumble. */
const FAULTS = ['StoredItemDamaged', 'StoredValueDamaged', 'MasterKeyFault', 'AccessLogBroken'];
const stumbled = (error: unknown): string[] =>
  error instanceof Error && FAULTS.includes(error.name) && !('cause' in error) ? [] : [String(error).slice(0, 200)];

/** A store with two cases of one owner, made once; each try gets a copy of its own, still sealed. */
const filled = async (): Promise<Records> => {
  const records = memoryRecords(() => now);
  const { cases, keyValues } = storesOver(records, testMasterKey);
  for (const caseId of [spoiledCase, wholeCase]) await keep(cases, caseId, atWork?.events ?? [], keys);
  await cases.append(spoiledCase, atWork?.events.length ?? 0, append(['n:0'], { due: [due('d', MOMENT)] }));
  await cases.find(keys, { limit: 1 });
  await keyValues.read(['x']);
  return records;
};

type Part = 'head' | 'event' | 'due' | 'key';
type Spoil = { part: Part; which: number; bytes: Uint8Array };
const spoils = fc.record<Spoil>({
  part: fc.constantFrom('head', 'event', 'due', 'key'),
  which: fc.nat(200),
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 90 }),
    fc.uint8Array({ minLength: 29, maxLength: 90 }).map((bytes) => Uint8Array.of(1, ...bytes)),
    fc.uint8Array({ minLength: 29, maxLength: 90 }).map((bytes) => Uint8Array.of(2, ...bytes)),
  ),
});

const spoil = async ({ cases, keys: kept }: Records, { part, which, bytes }: Spoil): Promise<void> => {
  const copy = await cases.copyOut(spoiledCase);
  const key = await kept.read(`case:${spoiledCase}`);
  if (!copy || !key) throw new Error('there is nothing to spoil');
  const inPlace = <T>(list: readonly T[]): T[] =>
    list.map((one, i) => (i === which % list.length ? { ...one, sealed: bytes } : one));
  switch (part) {
    case 'head':
      return cases.copyIn({ ...copy, head: { ...copy.head, sealed: bytes } });
    case 'event':
      return cases.copyIn({ ...copy, events: inPlace(copy.events) });
    case 'due':
      return cases.copyIn({ ...copy, due: inPlace(copy.due) });
    case 'key':
      return void (await kept.replace({ ...key, wrapped: bytes }, key.wrapped));
  }
};

describe('given a store in which one item holds any bytes at all', () => {
  test('when people go on working, then nothing of the item is shown or recorded, other cases go on, and it is found', async () => {
    const source = { records: await filled(), master: testMasterKey };
    let current: Stores = storesOver(source.records, testMasterKey);
    const delegate = <S extends 'cases' | 'keyValues'>(which: S): Stores[S] =>
      new Proxy(current[which], {
        get:
          (_, name) =>
          (...args: unknown[]) => {
            const method: unknown = Reflect.get(current[which], name);
            if (typeof method !== 'function') throw new Error('a store has methods only');
            return Reflect.apply(method, current[which], args) as unknown;
          },
      });
    const bot = insideBot({ now: () => now, cases: delegate('cases'), keyValues: delegate('keyValues') });
    const counts = { tried: 0, stumbled: 0, shown: 0, 'held up': 0, 'not found': 0 };
    const wrong: string[] = [];
    await fc.assert(
      fc.asyncProperty(spoils, async (one) => {
        const records = memoryRecords(() => now);
        await copyStore(source, { records, master: testMasterKey });
        await spoil(records, one);
        current = storesOver(records, testMasterKey);
        counts.tried += 1;
        const tryOut = async (work: () => Promise<unknown>): Promise<unknown> =>
          work().catch((error: unknown) => void wrong.push(...stumbled(error)));
        if (one.part === 'head' || one.part === 'key') {
          const hub = () => bot.presses(players.owner, 'showHub', { m: { case: spoiledCase } });
          if (JSON.stringify(await tryOut(hub))?.includes('MC-2026')) counts.shown += 1;
        }
        await tryOut(() => current.cases.history(spoiledCase));
        await tryOut(() => current.cases.claimDue(at(9), 9, 1));
        await tryOut(() => current.cases.openDue(spoiledCase));
        const others = await bot.presses(players.owner, 'showHub', { m: { case: wholeCase } });
        const lists = JSON.stringify((await bot.says(players.owner, 'mijn zaken')).sent);
        if (!holdsCase(others) || !lists.includes(wholeCase)) counts['held up'] += 1;
        if (!('broken' in (await verifyStore(records, testMasterKey)))) counts['not found'] += 1;
      }),
      { numRuns: 100, seed: 20261125 },
    );
    await bot.close();
    counts.stumbled = wrong.length;
    report('stored items of any bytes', counts);
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(counts).toMatchObject({ stumbled: 0, shown: 0, 'held up': 0, 'not found': 0 });
  }, 120_000);
});

describe('given an account in Azure Cosmos DB in which one item says anything at all', () => {
  test('when everything is read, then what is wrong is said as damage, and the other cases are read', async () => {
    const peer = await cosmosPeer();
    const account = { endpoint: peer.endpoint, database: 'd', credential: { key: peer.key }, discovery: false };
    await makeContainers(account);
    const records = openCosmos(account, () => MOMENT);
    const open = () => storesOver(records, testMasterKey);
    const { cases, keyValues } = open();
    for (const caseId of [spoiledCase, wholeCase])
      await cases.append(caseId, 0, append(['a:0', 'a:1'], { due: [due('d', at(0))] }));
    await keyValues.write({ talk: 1 });
    const client = cosmosClient(account);
    const shared = ['store:lists', 'store:values', `case:${wholeCase}`];
    const items = (['cases', 'values', 'keys'] as const).flatMap((container) =>
      peer
        .documents('d', container)
        // what all cases share is left as it is: without it nothing can be read at all
        .filter(({ id, caseId }) => caseId !== wholeCase && !shared.includes(String(id)))
        .map((item) => ({ container, item })),
    );
    const fields = ['seq', 'sealed', 'due', 'listed', 'readyAt', 'version', 'status', 'activityAt', 'headOf'];
    const more = ['writeId', 'eventId', 'wrapped', 'wrappedBy', 'expiresAt'];
    const value = fc.oneof(
      fc.json({ maxDepth: 2 }).map((text) => JSON.parse(text) as unknown),
      fc.constantFrom(null, '', 'AAAA', -1, 1e300, [{}], ['k:o:x'], { due: [{ id: 1 }] }, '9999-12-31T00:00:00.000Z'),
    );
    const wrong: string[] = [];
    const counts = { tried: 0, stumbled: 0, 'held up': 0 };
    await fc.assert(
      fc.asyncProperty(fc.nat(99), fc.constantFrom(...fields, ...more), value, async (which, field, said) => {
        const { container, item } = items[which % items.length]!;
        const there = client.database('d').container(container).items;
        await there.upsert({ ...item, [field]: said });
        const stores = open();
        const tryOut = async (work: Promise<unknown>): Promise<void> =>
          work.then(
            () => undefined,
            (error: unknown) => void wrong.push(...stumbled(error)),
          );
        counts.tried += 1;
        await tryOut(stores.cases.load(spoiledCase));
        await tryOut(stores.cases.history(spoiledCase));
        await tryOut(stores.cases.hasEvent(spoiledCase, 'a:0'));
        await tryOut(stores.cases.openDue(spoiledCase));
        await tryOut(stores.keyValues.read(['talk']));
        await tryOut(verifyStore(records, testMasterKey));
        const found = await stores.cases.find(['person:p-1'], { limit: 9 });
        const ids = (await stores.cases.claimDue(at(counts.tried * 60), 9, 1000)).map(({ caseId }) => caseId);
        if (!found.heads.some(({ caseId }) => caseId === wholeCase) || !ids.includes(wholeCase)) counts['held up'] += 1;
        await there.upsert(item);
      }),
      { numRuns: 60, seed: 20261125 },
    );
    client.dispose();
    await records.close();
    await peer.close();
    counts.stumbled = wrong.length;
    report('items in Cosmos DB of any shape', counts);
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(counts).toMatchObject({ stumbled: 0, 'held up': 0 });
  }, 120_000);
});
