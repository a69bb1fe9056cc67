import { at, MOMENT, type OpenStores, type Stores } from './given';

/** What the key-value store promises. */
export const keyValuesContract = (open: OpenStores): void => {
  let stores: Stores;
  beforeEach(async () => {
    stores = await open();
    stores.setNow(MOMENT);
  });
  afterEach(() => stores.stop());

  test('reads what was written, and only the keys that exist', async () => {
    const { keyValues } = stores;
    const value = { a: [1, null, 'é\u0000🎈'], b: { c: false } };
    await keyValues.write({ 'dialog/1': value, zero: 0, nothing: null, ['__proto__']: 'kept' });
    const read = await keyValues.read(['dialog/1', 'zero', 'nothing', '__proto__', 'unknown']);
    expect(Object.entries(read)).toEqual([
      ['dialog/1', value],
      ['zero', 0],
      ['nothing', null],
      ['__proto__', 'kept'],
    ]);
    expect(await stores.second().keyValues.read(['zero'])).toEqual({ zero: 0 });
  });

  test('a later write replaces, a delete removes, and a caller cannot change what is kept', async () => {
    const { keyValues } = stores;
    const value = { n: 1 };
    await keyValues.write({ a: value, b: 2 });
    value.n = 9;
    expect(await keyValues.read(['a'])).toEqual({ a: { n: 1 } });
    await keyValues.write({ a: { n: 2 } });
    await keyValues.delete(['b', 'never-there']);
    expect(await keyValues.read(['a', 'b'])).toEqual({ a: { n: 2 } });
  });

  test('when one of several changes cannot be written, none is', async () => {
    await expect(stores.keyValues.write({ a: 1, b: undefined })).rejects.toThrow(RangeError);
    await expect(stores.keyValues.write({ a: 1, '': 2 })).rejects.toThrow(RangeError);
    expect(await stores.keyValues.read(['a'])).toEqual({});
  });

  test.each(['', '\u0000', 'half \ud83c', 'x'.repeat(1025)])('refuses the key %j', async (key) => {
    await expect(stores.keyValues.write({ [key]: 1 })).rejects.toThrow(new RangeError('not a key'));
    await expect(stores.keyValues.create(key, 1)).rejects.toThrow(RangeError);
    await expect(stores.keyValues.read([key])).rejects.toThrow(RangeError);
  });

  test('create lets one of many in, on either handle', async () => {
    const handles = [stores.keyValues, stores.second().keyValues];
    const created = await Promise.all(Array.from({ length: 10 }, (_, i) => handles[i % 2]!.create('inbound:1', i)));
    expect(created.filter(Boolean)).toHaveLength(1);
    expect(await stores.keyValues.read(['inbound:1'])).toEqual({ 'inbound:1': created.indexOf(true) });
  });

  test('what is created after and along with others is there with all of them, or not at all', async () => {
    const { keyValues } = stores;
    const second = { after: 'line:1', along: { count: 2 } };
    expect(await keyValues.create('line:2', 'b', second)).toBe(false);
    expect(await keyValues.read(['line:2', 'count'])).toEqual({});
    expect(await keyValues.create('line:1', 'a', { along: { count: 1 } })).toBe(true);
    const handles = [keyValues, stores.second().keyValues];
    const created = await Promise.all(handles.map((one) => one.create('line:2', 'b', second)));
    expect([...created].sort()).toEqual([false, true]);
    expect(await keyValues.create('line:2', 'c', { along: { count: 9 } })).toBe(false);
    expect(await keyValues.read(['line:1', 'line:2', 'count'])).toEqual({ 'line:1': 'a', 'line:2': 'b', count: 2 });
    await keyValues.create('short', 1, { expiresAt: at(10) });
    stores.setNow(at(10));
    expect(await keyValues.create('short', 2, { along: { count: 3 } })).toBe(true);
    expect(await keyValues.read(['short', 'count'])).toEqual({ short: 2, count: 3 });
  });

  test('changes that come together, on either handle, are all kept', async () => {
    const handles = [stores.keyValues, stores.second().keyValues];
    const added = (n: number) => (before: unknown) => [...((before ?? []) as number[]), n]; // what the test put there
    const numbers = Array.from({ length: 10 }, (_, n) => n);
    await Promise.all(numbers.map((n) => handles[n % 2]!.change('list', added(n))));
    const { list } = await stores.keyValues.read(['list']);
    expect([...(list as number[])].sort((a, b) => a - b)).toEqual(numbers);
  });

  test('a change of what is gone begins anew, one that changes nothing writes nothing, and one keeps its own end', async () => {
    const { keyValues } = stores;
    const seen: unknown[] = [];
    const plus = (before: unknown): unknown => {
      seen.push(before);
      return typeof before === 'number' ? before + 1 : 1;
    };
    await keyValues.change('n', plus, { expiresAt: at(10) });
    await keyValues.change('n', plus, { expiresAt: at(10) });
    stores.setNow(at(10));
    await keyValues.change('n', plus, { expiresAt: at(20) });
    expect(seen).toEqual([undefined, 1, undefined]);
    const [before] = await stores.records.values.page({ limit: 9 });
    await keyValues.change('n', (same) => same);
    await keyValues.change('never-there', () => undefined);
    expect(await stores.records.values.page({ limit: 9 })).toEqual([before]);
    stores.setNow(at(20));
    expect(await keyValues.read(['n'])).toEqual({});
    await expect(keyValues.change('', () => 1)).rejects.toThrow(RangeError);
  });

  test('when its time has come an entry is gone for every reader, swept or not', async () => {
    const { keyValues } = stores;
    await keyValues.write({ short: 1, other: 2 }, { expiresAt: at(10) });
    await keyValues.write({ stays: 3 });
    stores.setNow(at(9));
    expect(await keyValues.read(['short'])).toEqual({ short: 1 });
    expect(await keyValues.create('short', 5)).toBe(false);
    stores.setNow(at(10));
    expect(await keyValues.read(['short', 'other', 'stays'])).toEqual({ stays: 3 });
    expect(await stores.records.values.page({ limit: 9 })).toHaveLength(1);
    expect(await keyValues.create('short', 6, { expiresAt: at(20) })).toBe(true);
    expect(await keyValues.create('stays', 6)).toBe(false);
    expect(await keyValues.sweep(at(10))).toBe(1);
    expect(await keyValues.sweep(at(20))).toBe(1);
    expect(await keyValues.sweep(at(1e6))).toBe(0);
  });

  test('a write without an end takes an earlier end away', async () => {
    await stores.keyValues.write({ a: 1 }, { expiresAt: at(10) });
    await stores.keyValues.write({ a: 2 });
    stores.setNow(at(1e6));
    expect(await stores.keyValues.read(['a'])).toEqual({ a: 2 });
  });
};
