import { DueIdTaken } from '../../../src/casefile/caseStore';
import { append, at, due, event, file, newCase, type OpenStores, type Stores } from './given';

/** What append, load and history promise. */
export const appendsContract = (open: OpenStores): void => {
  let stores: Stores;
  beforeEach(async () => {
    stores = await open();
  });
  afterEach(() => stores.stop());

  test('given no such case, load gives nothing and the history is empty', async () => {
    const caseId = newCase();
    expect(await stores.cases.load(caseId)).toBeUndefined();
    expect(await stores.cases.history(caseId)).toEqual([]);
    expect(await stores.cases.openDue(caseId)).toEqual([]);
    expect(await stores.cases.hasEvent(caseId, 'a:0')).toBe(false);
  });

  test('given an append, the head, every event and its protocol version come back as they were', async () => {
    const caseId = newCase();
    const text = 'ünï "q" \u0000 \ud83c\udf88 \ud83c';
    const added = append(['a:0', 'a:1'], {
      file: file(text),
      events: [
        { id: 'a:0', event: event(text) },
        { id: 'a:1', event: event('two') },
      ],
    });
    expect(await stores.cases.append(caseId, 0, added)).toEqual({ version: 2 });
    expect(await stores.cases.load(caseId)).toEqual({ caseId, version: 2, file: file(text) });
    expect(await stores.cases.history(caseId)).toEqual([
      { caseId, seq: 1, id: 'a:0', protocolVersion: '1.0', event: event(text) },
      { caseId, seq: 2, id: 'a:1', protocolVersion: '1.0', event: event('two') },
    ]);
    expect(await stores.cases.hasEvent(caseId, 'a:1')).toBe(true);
    expect(await stores.cases.hasEvent(newCase(), 'a:1')).toBe(false);
  });

  test('given 250 events over several appends, the history is in order and gives any part of it', async () => {
    const caseId = newCase();
    for (let page = 0; page < 5; page += 1) {
      await stores.cases.append(caseId, page * 50, append(Array.from({ length: 50 }, (_, i) => `k${page}:${i}`)));
    }
    const all = await stores.cases.history(caseId);
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: 250 }, (_, i) => i + 1));
    expect((await stores.cases.history(caseId, { from: 249 })).map(({ id }) => id)).toEqual(['k4:48', 'k4:49']);
    expect((await stores.cases.history(caseId, { from: 3, limit: 2 })).map(({ seq }) => seq)).toEqual([3, 4]);
    expect((await stores.cases.load(caseId))?.version).toBe(250);
  });

  test('when the caller changes what it gave or got, the store keeps what was written', async () => {
    const caseId = newCase();
    const added = append(['a:0'], { due: [due('d', at(0), { text: 'kept' })] });
    await stores.cases.append(caseId, 0, added);
    added.due[0]!.payload.text = 'changed';
    Object.assign(added.file, { says: 'changed' });
    const read = (await stores.cases.load(caseId))!.file;
    expect(() => Object.assign(read, { says: 'changed' })).toThrow(TypeError); // several turns may hold it
    (await stores.cases.openDue(caseId))[0]!.payload.text = 'changed';
    expect((await stores.cases.load(caseId))?.file).toEqual(file('after a:0'));
    expect((await stores.cases.openDue(caseId))[0]?.payload).toEqual({ text: 'kept' });
  });

  test.each([1, 3])('given version 2, an append on version %i is a conflict and writes nothing', async (expected) => {
    const caseId = newCase();
    await stores.cases.append(caseId, 0, append(['a:0', 'a:1']));
    const late = append(['b:0'], {
      due: [due('d', at(0))],
      listing: { keys: ['person:x'], awaits: [], status: 'open' },
    });
    expect(await stores.cases.append(caseId, expected, late)).toEqual({ conflict: true });
    expect((await stores.cases.load(caseId))?.file).toEqual(file('after a:1'));
    expect(await stores.cases.history(caseId)).toHaveLength(2);
    expect(await stores.cases.openDue(caseId)).toEqual([]);
    expect((await stores.cases.find(['person:x'], { limit: 9 })).heads).toEqual([]);
  });

  test('given a version above 0 for a case that is not there, the append is a conflict', async () => {
    expect(await stores.cases.append(newCase(), 1, append(['a:0']))).toEqual({ conflict: true });
  });

  test('when one of the events is in the case, the answer is already, before conflict, and nothing is written', async () => {
    const caseId = newCase();
    await stores.cases.append(caseId, 0, append(['a:0', 'a:1']));
    const again = append(['c:0', 'a:1'], { due: [due('d', at(0))] });
    expect(await stores.cases.append(caseId, 0, again)).toEqual({ already: true });
    expect(await stores.cases.append(caseId, 2, again)).toEqual({ already: true });
    expect((await stores.cases.history(caseId)).map(({ id }) => id)).toEqual(['a:0', 'a:1']);
    expect(await stores.cases.openDue(caseId)).toEqual([]);
  });

  test('one event id in two cases is two events', async () => {
    const [one, other] = [newCase(), newCase()];
    expect(await stores.cases.append(one, 0, append(['a:0']))).toEqual({ version: 1 });
    expect(await stores.cases.append(other, 0, append(['a:0']))).toEqual({ version: 1 });
  });

  test('when a due id is in the case already, the whole append fails and leaves nothing', async () => {
    const caseId = newCase();
    await stores.cases.append(caseId, 0, append(['a:0'], { due: [due('d', at(0), { first: true })] }));
    const clash = append(['b:0', 'b:1'], {
      due: [due('new', at(0)), due('d', at(9))],
      listing: { keys: ['person:x'], awaits: ['person:x'], status: 'closed' },
    });
    await expect(stores.cases.append(caseId, 1, clash)).rejects.toThrow(DueIdTaken);
    expect(await stores.cases.load(caseId)).toEqual({ caseId, version: 1, file: file('after a:0') });
    expect((await stores.cases.history(caseId)).map(({ id }) => id)).toEqual(['a:0']);
    expect((await stores.cases.openDue(caseId)).map(({ id, payload }) => [id, payload])).toEqual([
      ['d', { first: true }],
    ]);
    expect((await stores.cases.find(['person:x'], { limit: 9 })).heads).toEqual([]);
    expect(await stores.cases.append(caseId, 1, append(['b:0']))).toEqual({ version: 2 });
  });

  test('when the first append of a case fails, there is no case', async () => {
    const caseId = newCase();
    const bad = append(['a:0'], { due: [due('d', 'tomorrow')] });
    await expect(stores.cases.append(caseId, 0, bad)).rejects.toThrow(RangeError);
    expect(await stores.cases.load(caseId)).toBeUndefined();
  });

  test.each([
    ['no events', append([])],
    ['51 events', append(Array.from({ length: 51 }, (_, i) => `a:${i}`))],
    ['an event id used twice', append(['a:0', 'a:0'])],
    ['a due id used twice', append(['a:0'], { due: [due('d', at(0)), due('d', at(1))] })],
    ['more than 1 MB', append(['a:0'], { file: file('é'.repeat(500_001)) })],
    ['an event at no time', append(['a:0'], { moment: 'gisteren' })],
  ])('given %s, the append throws and writes nothing', async (_, bad) => {
    const caseId = newCase();
    await expect(stores.cases.append(caseId, 0, bad)).rejects.toThrow(RangeError);
    expect(await stores.cases.load(caseId)).toBeUndefined();
  });

  test.each(['', 'short', 'a/b/c/d/e', `${'x'.repeat(65)}`, 'met spatie', "a';DROP--"])(
    'given %p for a case id, every way in throws and the message does not repeat it',
    async (caseId) => {
      const { cases } = stores;
      const item = { caseId, ...due('d', at(0)), attempts: 1, lease: 'x' };
      const calls = [
        () => cases.load(caseId),
        () => cases.hasEvent(caseId, 'a:0'),
        () => cases.history(caseId),
        () => cases.append(caseId, 0, append(['a:0'])),
        () => cases.openDue(caseId),
        () => cases.erase(caseId),
        () => cases.ack(item),
        () => cases.retry(item, at(1)),
      ];
      for (const call of calls) await expect(call()).rejects.toThrow(new RangeError('not a case id'));
    },
  );

  test('given 20 writers at once on two handles, one wins and the others see a conflict', async () => {
    const caseId = newCase();
    const handles = [stores.cases, stores.second().cases];
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => handles[i % 2]!.append(caseId, 0, append([`w${i}:0`, `w${i}:1`]))),
    );
    expect(outcomes.filter((outcome) => 'version' in outcome)).toHaveLength(1);
    expect(outcomes.filter((outcome) => 'conflict' in outcome)).toHaveLength(19);
    expect(await stores.cases.history(caseId)).toHaveLength(2);
  });

  test('a second handle sees what the first wrote', async () => {
    const caseId = newCase();
    const other = stores.second().cases;
    await stores.cases.append(caseId, 0, append(['a:0']));
    expect((await other.load(caseId))?.version).toBe(1);
    await other.append(caseId, 1, append(['b:0']));
    expect((await stores.cases.load(caseId))?.version).toBe(2);
  });

  test('when a case is erased, nothing of it is found anywhere and other cases stay', async () => {
    const [gone, stays] = [newCase(), newCase()];
    const full = append(['a:0'], {
      due: [due('d', at(0))],
      listing: { keys: ['person:x'], awaits: ['person:x'], status: 'open' },
    });
    await stores.cases.append(gone, 0, full);
    await stores.cases.append(stays, 0, full);
    await stores.cases.erase(gone);
    await stores.cases.erase(gone);
    expect(await stores.cases.load(gone)).toBeUndefined();
    expect(await stores.cases.history(gone)).toEqual([]);
    expect(await stores.cases.openDue(gone)).toEqual([]);
    expect(await stores.cases.hasEvent(gone, 'a:0')).toBe(false);
    for (const awaiting of [true, false]) {
      const { heads } = await stores.cases.find(['person:x'], { awaiting, limit: 9 });
      expect(heads.map(({ caseId }) => caseId)).toEqual([stays]);
    }
    expect((await stores.cases.claimDue(at(0), 9, 1000)).map(({ caseId }) => caseId)).toEqual([stays]);
    expect(await stores.cases.history(stays)).toHaveLength(1);
  });

  test('ping answers while the store is open and throws once it is closed; closing twice is no fault', async () => {
    await expect(stores.cases.ping()).resolves.toBeUndefined();
    await stores.cases.close();
    await expect(stores.cases.ping()).rejects.toThrow();
    await expect(stores.cases.load(newCase())).rejects.toThrow();
    await expect(stores.cases.close()).resolves.toBeUndefined();
  });
};
