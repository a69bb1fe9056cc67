import type { CaseCopy, KeyRecord, Records } from '../../../src/casefile/records';
import { append, at, due, newCase, type OpenStores, type Stores } from './given';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const key = (id: string, wrapped: number): KeyRecord => ({ id, wrappedBy: 'm-1', wrapped: bytes(wrapped, 0, 255) });
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (_, one: unknown) => hexed(one)));
/** Adapters may give any kind of byte array. */
const hexed = (one: unknown): unknown => (one instanceof Uint8Array ? Buffer.from(one).toString('hex') : one);

const walk = async <T>(page: (after: string | undefined) => Promise<T[]>, idOf: (item: T) => string): Promise<T[]> => {
  const all: T[] = [];
  for (;;) {
    const last = all.at(-1);
    const items = await page(last === undefined ? undefined : idOf(last));
    if (items.length === 0) return all;
    all.push(...items);
  }
};
const from = (after: string | undefined, limit: number) => ({ limit, ...(after !== undefined && { after }) });

/** What the layer above the records does not show: data keys, and walking and copying a whole store. */
export const recordsContract = (open: OpenStores): void => {
  let stores: Stores;
  let records: Records;
  beforeEach(async () => {
    stores = await open();
    records = stores.records;
  });
  afterEach(() => stores.stop());

  test('a data key is made once, replaced only while it is what it was, and gone once destroyed', async () => {
    const { keys } = records;
    const other = stores.second().records.keys;
    expect(await keys.read('case:aaaaaaaa')).toBeUndefined();
    expect(await keys.create(key('case:aaaaaaaa', 1))).toBe(true);
    expect(await other.create(key('case:aaaaaaaa', 2))).toBe(false);
    expect(plain(await other.read('case:aaaaaaaa'))).toEqual(plain(key('case:aaaaaaaa', 1)));
    expect(await other.replace(key('case:aaaaaaaa', 3), key('case:aaaaaaaa', 2).wrapped)).toBe(false);
    expect(await other.replace(key('case:aaaaaaaa', 3), key('case:aaaaaaaa', 1).wrapped)).toBe(true);
    expect(plain(await keys.read('case:aaaaaaaa'))).toEqual(plain(key('case:aaaaaaaa', 3)));
    await keys.destroy('case:aaaaaaaa');
    await keys.destroy('case:aaaaaaaa');
    expect(await other.replace(key('case:aaaaaaaa', 4), key('case:aaaaaaaa', 3).wrapped)).toBe(false);
    expect(await other.read('case:aaaaaaaa')).toBeUndefined();
  });

  test('of many who make one data key at once, one does', async () => {
    const handles = [records.keys, stores.second().records.keys];
    const made = await Promise.all(Array.from({ length: 8 }, (_, i) => handles[i % 2]!.create(key('store:x', i))));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(plain(await records.keys.read('store:x'))).toEqual(plain(key('store:x', made.indexOf(true))));
  });

  test.each([1, 2, 50])('cases, values and data keys can be walked in order, %i at a time', async (limit) => {
    const ids = [newCase(), newCase(), newCase()];
    for (const caseId of [...ids].reverse()) await stores.cases.append(caseId, 0, append(['a:0']));
    await stores.keyValues.write({ a: 1, b: 2 });
    await stores.keyValues.write({ c: 3, gone: 4 }, { expiresAt: at(10) });
    await stores.keyValues.delete(['gone']);
    const cases = await walk(
      (after) => records.cases.caseIds(from(after, limit)),
      (id) => id,
    );
    expect(cases).toEqual(ids);
    const keys = await walk(
      (after) => records.keys.page(from(after, limit)),
      ({ id }) => id,
    );
    expect(keys.map(({ id }) => id)).toEqual([...ids.map((id) => `case:${id}`), 'store:lists', 'store:values']);
    const values = await walk(
      (after) => records.values.page(from(after, limit)),
      (value) => value.key,
    );
    expect(values.map((value) => value.expiresAt).filter((end) => end !== undefined)).toEqual([at(10)]);
    expect(values.map((value) => value.key)).toEqual(values.map((value) => value.key).sort());
    expect(values).toHaveLength(3);
  });

  const written = async (caseId: string): Promise<CaseCopy> => {
    const listing = { keys: ['person:b', 'person:a'], awaits: ['role:s:ib'], status: 'closed' as const };
    await stores.cases.append(caseId, 0, append(['a:0'], { due: [due('late', at(20)), due('soon', at(10))] }));
    await stores.cases.append(caseId, 1, append(['b:0', 'b:1'], { moment: at(5), listing }));
    const [item] = await stores.cases.claimDue(at(10), 1, 60_000);
    expect(item?.id).toBe('soon');
    const copy = await records.cases.copyOut(caseId);
    if (!copy) throw new Error('nothing was copied out');
    return copy;
  };
  const sorted = (copy: CaseCopy | undefined): unknown =>
    plain(
      copy && {
        ...copy,
        listing: { ...copy.listing, keys: [...copy.listing.keys].sort(), awaits: [...copy.listing.awaits].sort() },
      },
    );

  test('a case that is copied out and in again is the same case, in place of what was there, and its leases are over', async () => {
    const caseId = newCase();
    const copy = await written(caseId);
    expect(copy.due.map(({ dueAt, attempts }) => [dueAt, attempts])).toEqual([
      [at(20), 0],
      [at(10), 1],
    ]);
    const before = [await stores.cases.load(caseId), await stores.cases.history(caseId)];
    await stores.cases.append(caseId, 3, append(['c:0'], { due: [due('more', at(1))] }));
    await records.cases.copyIn(copy);
    expect(sorted(await records.cases.copyOut(caseId))).toEqual(sorted(copy));
    expect([await stores.cases.load(caseId), await stores.cases.history(caseId)]).toEqual(before);
    expect((await stores.cases.claimDue(at(10), 9, 1000)).map(({ id, attempts }) => [id, attempts])).toEqual([
      ['soon', 2],
    ]);
    for (const awaiting of [true, false]) {
      const { heads } = await stores.cases.find(['person:a', 'role:s:ib'], { awaiting, status: 'closed', limit: 9 });
      expect(heads.map((head) => head.caseId)).toEqual([caseId]);
    }
    expect(await stores.cases.append(caseId, 3, append(['d:0']))).toEqual({ version: 4 });
  });

  test('given no such case, nothing is copied out', async () => {
    expect(await records.cases.copyOut(newCase())).toBeUndefined();
  });

  test('a case of 250 events is copied whole', async () => {
    const caseId = newCase();
    for (let page = 0; page < 5; page += 1)
      await stores.cases.append(caseId, page * 50, append(Array.from({ length: 50 }, (_, i) => `k${page}:${i}`)));
    const copy = await records.cases.copyOut(caseId);
    await stores.cases.erase(caseId);
    if (copy) await records.cases.copyIn(copy);
    expect(sorted(await records.cases.copyOut(caseId))).toEqual(sorted(copy));
    expect(copy?.events.map(({ seq }) => seq)).toEqual(Array.from({ length: 250 }, (_, i) => i + 1));
  });
};
