import type { FindOptions, Listing } from '../../../src/casefile/caseStore';
import { append, at, newCase, type OpenStores, type Stores } from './given';

/** What "my cases" and "waiting for me" promise. */
export const findingContract = (open: OpenStores): void => {
  let stores: Stores;
  beforeEach(async () => {
    stores = await open();
  });
  afterEach(() => stores.stop());

  const given = async (second: number, listing: Partial<Listing>): Promise<string> => {
    const caseId = newCase();
    const full = { keys: [], awaits: [], status: 'open' as const, ...listing };
    await stores.cases.append(caseId, 0, append(['a:0'], { moment: at(second), listing: full }));
    return caseId;
  };
  const found = async (keys: string[], options: Partial<FindOptions> = {}): Promise<string[]> =>
    (await stores.cases.find(keys, { limit: 50, ...options })).heads.map(({ caseId }) => caseId);

  test('finds cases under any of the keys, each once, newest activity first, with their heads', async () => {
    const old = await given(1, { keys: ['person:a', 'role:s:ib'] });
    const young = await given(2, { keys: ['role:s:ib'] });
    await given(3, { keys: ['person:b'] });
    expect(await found(['person:a', 'role:s:ib', 'person:a'])).toEqual([young, old]);
    const { heads } = await stores.cases.find(['person:a'], { limit: 1 });
    expect(heads).toEqual([await stores.cases.load(old)]);
  });

  test('A-28: finds the files of one pupil at one school by a key of their own, no longer once a file is erased', async () => {
    const pupil = 'pupil:de-linde:samdevries';
    const old = await given(1, { keys: ['person:a', pupil], status: 'closed' });
    const young = await given(2, { keys: ['person:b', pupil] });
    await given(3, { keys: ['person:b', 'pupil:de-beuk:samdevries', 'pupil:de-linde:sam'] });
    expect(await found([pupil])).toEqual([young, old]);
    await stores.cases.erase(old);
    expect(await found([pupil])).toEqual([young]);
  });

  test('given no keys, keys nobody has, or only part of a key, finds nothing', async () => {
    await given(1, { keys: ['person:a'] });
    expect(await found([])).toEqual([]);
    expect(await found(['person:', 'person', '%', 'person:A'])).toEqual([]);
  });

  test('what waits for somebody comes oldest first, and only when it waits for them', async () => {
    const late = await given(5, { keys: ['person:a'], awaits: ['person:b'] });
    const early = await given(4, { keys: ['person:b'], awaits: ['person:b', 'role:s:ib'] });
    await given(3, { keys: ['person:b'], awaits: ['person:c'] });
    expect(await found(['person:b', 'role:s:ib'], { awaiting: true })).toEqual([early, late]);
    expect(await found(['person:b'])).not.toContain(late);
  });

  test('keeps to open or closed when asked', async () => {
    const closed = await given(1, { keys: ['person:a'], status: 'closed' });
    const opened = await given(2, { keys: ['person:a'] });
    expect(await found(['person:a'], { status: 'open' })).toEqual([opened]);
    expect(await found(['person:a'], { status: 'closed' })).toEqual([closed]);
    expect(await found(['person:a'])).toEqual([opened, closed]);
  });

  test('a later append replaces who finds the case and moves it in the list', async () => {
    const moved = await given(1, { keys: ['person:a', 'person:b'], awaits: ['person:b'] });
    const still = await given(2, { keys: ['person:a'] });
    const listing = { keys: ['person:a'], awaits: [], status: 'open' as const };
    await stores.cases.append(moved, 1, append(['b:0'], { moment: at(3), listing }));
    expect(await found(['person:a'])).toEqual([moved, still]);
    expect(await found(['person:b'])).toEqual([]);
    expect(await found(['person:b'], { awaiting: true })).toEqual([]);
  });

  test.each([true, false])(
    'page by page gives every case once, in order, equal moments too (awaiting %p)',
    async (awaiting) => {
      const keys = ['person:a', 'role:s:ib', 'role:s:leader'];
      const all: string[] = [];
      for (let i = 0; i < 17; i += 1) {
        const mine = keys.filter((_, k) => i % (k + 1) === 0);
        all.push(await given(Math.floor(i / 3), { keys: mine, awaits: mine, status: i % 4 ? 'open' : 'closed' }));
      }
      const expected = awaiting ? all : [...all].reverse();
      for (const limit of [1, 4, 16, 17, 18]) {
        const pages: string[][] = [];
        let after: string | undefined;
        do {
          const page = await stores.cases.find(keys, { awaiting, limit, ...(after === undefined ? {} : { after }) });
          pages.push(page.heads.map(({ caseId }) => caseId));
          after = page.next;
        } while (after !== undefined);
        expect(pages.flat()).toEqual(expected);
        expect(pages).toHaveLength(Math.ceil(17 / limit));
      }
    },
  );

  test.each(['', 'x', 'bm8', Buffer.from('{"a":1}').toString('base64url')])(
    'given %p for a cursor, throws',
    async (after) => {
      await expect(stores.cases.find(['person:a'], { after, limit: 1 })).rejects.toThrow(RangeError);
    },
  );

  test('given no room for a case on a page, throws', async () => {
    await expect(stores.cases.find(['person:a'], { limit: 0 })).rejects.toThrow(RangeError);
  });
};
