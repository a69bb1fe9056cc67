import { StoredItemDamaged } from '../../../src/casefile/caseStore';
import type { CaseCopy } from '../../../src/casefile/records';
import { storesOver } from '../../../src/casefile/stores';
import { append, at, due, newCase, type OpenStores, type Stores } from './given';
import { testMasterKey } from './stores';

const flipped = (sealed: Uint8Array): Uint8Array => {
  const bytes = Uint8Array.from(sealed);
  bytes[bytes.length >> 1]! ^= 1;
  return bytes;
};
const fault = async (read: Promise<unknown>): Promise<unknown> =>
  read.then(
    () => 'it was read',
    (error: unknown) => error,
  );

/** What every adapter shows of records that somebody changed in the database itself: where the damage is, and no more. */
export const tamperingContract = (open: OpenStores): void => {
  let stores: Stores;
  let mine: string;
  let theirs: string;
  beforeEach(async () => {
    stores = await open();
    [mine, theirs] = [newCase(), newCase()];
    for (const caseId of [mine, theirs]) {
      const listing = { keys: ['person:p-1'], awaits: ['person:p-1'], status: 'open' as const };
      await stores.cases.append(
        caseId,
        0,
        append(['a:0', 'a:1'], { listing, due: [due('d', at(1)), due('e', at(1))] }),
      );
      await stores.cases.append(caseId, 2, append(['b:0'], { listing, moment: at(1) }));
    }
  });
  afterEach(() => stores.stop());

  const copyOf = async (caseId: string): Promise<CaseCopy> => {
    const copy = await stores.records.cases.copyOut(caseId);
    if (!copy) throw new Error('no such case');
    return copy;
  };
  const tamper = async (change: (mine: CaseCopy, theirs: CaseCopy) => CaseCopy): Promise<void> =>
    stores.records.cases.copyIn(change(await copyOf(mine), await copyOf(theirs)));
  /** A bot that has nothing of before in memory. */
  const fresh = () => storesOver(stores.second().records, testMasterKey).cases;
  const damaged = (item: string) =>
    expect.objectContaining({ name: 'StoredItemDamaged', caseId: mine, item }) as unknown;

  test.each<[string, (mine: CaseCopy, theirs: CaseCopy) => CaseCopy]>([
    ['with a flipped bit', (copy) => ({ ...copy, head: { ...copy.head, sealed: flipped(copy.head.sealed) } })],
    ['of another case', (copy, other) => ({ ...copy, head: { ...copy.head, sealed: other.head.sealed } })],
    ['that is an event', (copy) => ({ ...copy, head: { ...copy.head, sealed: copy.events[2]!.sealed } })],
  ])('a head %s is not shown; lists show the other cases and say which one is left out', async (_, change) => {
    await tamper(change);
    for (const cases of [stores.cases, fresh()]) {
      expect(await fault(cases.load(mine))).toEqual(damaged('head'));
      for (const awaiting of [true, false]) {
        const found = await cases.find(['person:p-1'], { awaiting, limit: 9 });
        expect(found.heads.map(({ caseId }) => caseId)).toEqual([theirs]);
        expect(found.damaged).toEqual([damaged('head')]);
      }
    }
    expect(await fault(fresh().append(mine, 3, append(['c:0'])))).toEqual(damaged('head'));
    expect((await copyOf(mine)).events).toHaveLength(3);
  });

  test.each<[string, (mine: CaseCopy, theirs: CaseCopy) => CaseCopy, string]>([
    [
      'with a flipped bit',
      ({ events: [a, b, c], ...copy }) => ({ ...copy, events: [a!, { ...b!, sealed: flipped(b!.sealed) }, c!] }),
      'event 2',
    ],
    [
      'of another case',
      ({ events: [a, ...rest], ...copy }, other) => ({
        ...copy,
        events: [{ ...a!, sealed: other.events[0]!.sealed }, ...rest],
      }),
      'event 1',
    ],
    [
      'in the place of another',
      ({ events: [a, b, c], ...copy }) => ({
        ...copy,
        events: [{ ...a!, sealed: b!.sealed }, { ...b!, sealed: a!.sealed }, c!],
      }),
      'event 1',
    ],
    ['that is gone at the end', ({ events, ...copy }) => ({ ...copy, events: events.slice(0, 2) }), 'event 3'],
    ['that is gone, as all are', (copy) => ({ ...copy, events: [] }), 'event 1'],
  ])('an event %s: the history is not shown, by a bot at work nor by a new one', async (_, change, item) => {
    await tamper(change);
    for (const cases of [stores.cases, fresh()]) expect(await fault(cases.history(mine))).toEqual(damaged(item));
    expect(await stores.cases.history(theirs)).toHaveLength(3);
  });

  test.each<[string, (mine: CaseCopy, theirs: CaseCopy) => CaseCopy]>([
    [
      'with a flipped bit',
      ({ due: items, ...copy }) => ({ ...copy, due: items.map((one) => ({ ...one, sealed: flipped(one.sealed) })) }),
    ],
    [
      'of another case',
      (copy, other) => ({ ...copy, due: copy.due.map((one, i) => ({ ...one, sealed: other.due[i]!.sealed })) }),
    ],
    [
      'put at another moment',
      ({ due: items, ...copy }) => ({ ...copy, due: items.map((one) => ({ ...one, dueAt: at(0) })) }),
    ],
  ])('due items %s are not handed out and hold no others up', async (_, change) => {
    await tamper(change);
    const claimed = await fresh().claimDue(at(9), 9, 60_000);
    expect(claimed.map(({ caseId }) => caseId)).toEqual([theirs, theirs]);
    for (const item of claimed) expect(await stores.cases.ack(item)).toBe(true);
    expect(await fault(stores.cases.claimDue(at(99), 9, 1000))).toBeInstanceOf(StoredItemDamaged);
    expect(await fault(stores.cases.openDue(mine))).toBeInstanceOf(StoredItemDamaged);
  });

  test.each([
    [
      'damaged',
      async () => ({ ...(await stores.records.keys.read(`case:${mine}`))!, wrapped: Uint8Array.of(1, 2, 3) }),
    ],
    [
      'of a master key that is not here',
      async () => ({ ...(await stores.records.keys.read(`case:${mine}`))!, wrappedBy: 'x' }),
    ],
    ['of another case', async () => ({ ...(await stores.records.keys.read(`case:${theirs}`))!, id: `case:${mine}` })],
  ])('given a data key that is %s, that case alone is not shown', async (what, changed) => {
    const before = (await stores.records.keys.read(`case:${mine}`))!;
    await stores.records.keys.replace(await changed(), before.wrapped);
    const item = what === 'of another case' ? 'head' : 'key';
    const cases = fresh();
    const found = await cases.find(['person:p-1'], { limit: 9 });
    expect(found.heads.map(({ caseId }) => caseId)).toEqual([theirs]);
    expect(found.damaged).toEqual([damaged(item)]);
    expect(await fault(cases.load(mine))).toEqual(damaged(item));
    expect((await cases.claimDue(at(9), 9, 1000)).map(({ caseId }) => caseId)).toEqual([theirs, theirs]);
  });

  test('given a case that is erased, its key is gone before anything else, so nothing that is left can be opened', async () => {
    const copy = await copyOf(mine);
    await stores.cases.erase(mine);
    expect(await stores.records.keys.read(`case:${mine}`)).toBeUndefined();
    expect(await stores.records.cases.copyOut(mine)).toBeUndefined();
    await stores.records.cases.copyIn(copy); // somebody puts an old copy of the data back
    for (const cases of [stores.cases, fresh()]) {
      expect(await fault(cases.load(mine))).toEqual(damaged('key'));
      expect(await fault(cases.history(mine))).toEqual(damaged('key'));
    }
  });

  test('given a case that was erased elsewhere, a bot that still has its key begins it anew under a new key', async () => {
    const elsewhere = stores.second().cases;
    await elsewhere.erase(mine);
    expect(await stores.cases.append(mine, 0, append(['n:0']))).toEqual({ version: 1 });
    expect((await fresh().history(mine)).map(({ id }) => id)).toEqual(['n:0']);
  });
};
