import type { DueItem } from '../../../src/casefile/caseStore';
import { append, at, due, newCase, type OpenStores, type Stores } from './given';

const ids = (items: { id: string }[]): string[] => items.map(({ id }) => id);

/** What the outbox promises: nothing that is due is lost, and one worker at a time has it. */
export const leasesContract = (open: OpenStores): void => {
  let stores: Stores;
  let caseId: string;
  beforeEach(async () => {
    stores = await open();
    caseId = newCase();
    await stores.cases.append(
      caseId,
      0,
      append(['a:0'], {
        due: [
          due('second', at(20), { to: 'p-2' }),
          due('first', at(10), { to: 'p-1', deep: [1, null] }),
          due('third', at(20)),
          { id: 'term:t', kind: 'term', dueAt: at(1000), payload: {} },
        ],
      }),
    );
  });
  afterEach(() => stores.stop());

  test('hands out what is due, longest due first, equal ones in the order they came, and no more than asked', async () => {
    expect(await stores.cases.claimDue(at(9), 9, 1000)).toEqual([]);
    const [item, ...rest] = await stores.cases.claimDue(at(20), 1, 1000);
    expect(rest).toEqual([]);
    const lease: unknown = expect.stringMatching(/.{8,}/);
    const payload = { to: 'p-1', deep: [1, null] };
    expect(item).toEqual({ caseId, id: 'first', kind: 'notice', dueAt: at(10), payload, attempts: 1, lease });
    expect(ids(await stores.cases.claimDue(at(20), 9, 1000))).toEqual(['second', 'third']);
  });

  test('while leased nobody else gets it; when the lease ends it comes back and counts the attempts', async () => {
    const both = await Promise.all([
      stores.cases.claimDue(at(20), 9, 60_000),
      stores.second().cases.claimDue(at(20), 9, 60_000),
    ]);
    expect(ids(both.flat()).sort()).toEqual(['first', 'second', 'third']);
    expect(await stores.second().cases.claimDue(at(79), 9, 60_000)).toEqual([]);
    const again = await stores.second().cases.claimDue(at(80), 9, 60_000);
    expect(ids(again).sort()).toEqual(['first', 'second', 'third']);
    expect(again.map(({ attempts }) => attempts)).toEqual([2, 2, 2]);
  });

  test('ack removes it for good, once', async () => {
    const [item] = (await stores.cases.claimDue(at(10), 1, 1000)) as [DueItem];
    expect(await stores.cases.ack(item)).toBe(true);
    expect(await stores.cases.ack(item)).toBe(false);
    expect(ids(await stores.cases.openDue(caseId))).toEqual(['second', 'third', 'term:t']);
    expect(await stores.cases.claimDue(at(15), 9, 1000)).toEqual([]);
  });

  test('when another worker has claimed it since, the first can neither ack nor retry', async () => {
    const [slow] = (await stores.cases.claimDue(at(10), 1, 1000)) as [DueItem];
    const [quick] = (await stores.second().cases.claimDue(at(12), 1, 1000)) as [DueItem];
    expect(quick.id).toBe(slow.id);
    expect(await stores.cases.ack(slow)).toBe(false);
    expect(await stores.cases.retry(slow, at(30))).toBe(false);
    expect(await stores.cases.ack(quick)).toBe(true);
  });

  test('retry puts it back for later and ends the lease; the payload changes only when one is given', async () => {
    const [item] = (await stores.cases.claimDue(at(10), 1, 600_000)) as [DueItem];
    expect(await stores.cases.retry(item, at(15))).toBe(true);
    expect(await stores.cases.ack(item)).toBe(false);
    expect(await stores.cases.claimDue(at(14), 9, 1000)).toEqual([]);
    const [again] = (await stores.cases.claimDue(at(15), 9, 1000)) as [DueItem];
    expect([again.id, again.dueAt, again.attempts, again.payload]).toEqual(['first', at(15), 2, item.payload]);
    expect(await stores.cases.retry(again, at(16), { tried: 'channel' })).toBe(true);
    const [last] = (await stores.cases.claimDue(at(16), 9, 1000)) as [DueItem];
    expect([last.attempts, last.payload]).toEqual([3, { tried: 'channel' }]);
  });

  test('openDue shows everything that is still to come, leased or not, earliest first', async () => {
    await stores.cases.claimDue(at(10), 1, 600_000);
    expect(await stores.cases.openDue(caseId)).toEqual([
      { ...due('first', at(10), { to: 'p-1', deep: [1, null] }), attempts: 1 },
      { ...due('second', at(20), { to: 'p-2' }), attempts: 0 },
      { ...due('third', at(20)), attempts: 0 },
      { id: 'term:t', kind: 'term', dueAt: at(1000), payload: {}, attempts: 0 },
    ]);
  });

  test('an append cancels what is no longer needed, leased or not, and can add it anew in the same go', async () => {
    const [item] = (await stores.cases.claimDue(at(10), 1, 600_000)) as [DueItem];
    const moved = { id: 'term:t', kind: 'term' as const, dueAt: at(500), payload: { moved: true } };
    const change = append(['b:0'], { cancelDue: ['first', 'third', 'term:t', 'never-there'], due: [moved] });
    expect(await stores.cases.append(caseId, 1, change)).toEqual({ version: 2 });
    expect(await stores.cases.ack(item)).toBe(false);
    expect((await stores.cases.openDue(caseId)).map(({ id, dueAt }) => [id, dueAt])).toEqual([
      ['second', at(20)],
      ['term:t', at(500)],
    ]);
  });

  test('moments written without milliseconds are the same moments', async () => {
    await stores.cases.append(caseId, 1, append(['b:0'], { due: [due('whole', '2026-11-02T09:00:05Z')] }));
    expect(ids(await stores.cases.claimDue('2026-11-02T09:00:05Z', 9, 1000))).toEqual(['whole']);
    await expect(stores.cases.claimDue('2026-11-02', 9, 1000)).rejects.toThrow(RangeError);
    await expect(stores.cases.claimDue(at(5), 0, 1000)).rejects.toThrow(RangeError);
  });
};
