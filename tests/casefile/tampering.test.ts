import { StoredItemDamaged } from '../../src/casefile/caseStore';
import { memoryRecords } from '../../src/casefile/memory/memoryRecords';
import type { CaseCopy, Records } from '../../src/casefile/records';
import { storesOver } from '../../src/casefile/stores';
import { append, at, due, MOMENT } from './contract/given';
import { testMasterKey } from './contract/stores';

const ONE = 'case-one-1';
const TWO = 'case-two-2';

const given = async () => {
  const records = memoryRecords(() => MOMENT);
  const { cases, keyValues } = storesOver(records, testMasterKey);
  for (const caseId of [ONE, TWO]) {
    await cases.append(caseId, 0, append(['a:0', 'a:1'], { due: [due('d', at(0)), due('e', at(0))] }));
    await cases.append(caseId, 2, append(['b:0']));
  }
  return { records, cases, keyValues };
};
const copyOf = async (records: Records, caseId: string): Promise<CaseCopy> => {
  const copy = await records.cases.copyOut(caseId);
  if (!copy) throw new Error('no such case');
  return copy;
};
/** The case as somebody who can write in the database leaves it. */
const tampered = async (records: Records, change: (copy: CaseCopy) => CaseCopy): Promise<void> =>
  records.cases.copyIn(change(await copyOf(records, ONE)));
const flipped = (sealed: Uint8Array, bit: number): Uint8Array => {
  const bytes = Uint8Array.from(sealed);
  bytes[bit >> 3]! ^= 1 << (bit & 7);
  return bytes;
};
const refused = async (read: Promise<unknown>): Promise<StoredItemDamaged> => {
  const error: unknown = await read.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof StoredItemDamaged)) throw new Error('it was read');
  return error;
};

test('given one flipped bit, whichever it is, a head and an event cannot be opened and say so by code', async () => {
  const { records, cases } = await given();
  const whole = await copyOf(records, ONE);
  const bits = whole.head.sealed.length * 8;
  for (let bit = 0; bit < bits; bit += 1) {
    await records.cases.copyIn({ ...whole, head: { ...whole.head, sealed: flipped(whole.head.sealed, bit) } });
    expect((await refused(cases.load(ONE))).code).toBe('damaged-head');
  }
  const [first, ...rest] = whole.events;
  for (let bit = 0; bit < first!.sealed.length * 8; bit += 5) {
    await records.cases.copyIn({ ...whole, events: [{ ...first!, sealed: flipped(first!.sealed, bit) }, ...rest] });
    expect(await refused(cases.history(ONE))).toMatchObject({ caseId: ONE, item: 'event 1', code: 'damaged-event' });
  }
  await records.cases.copyIn(whole);
  expect(await cases.history(ONE)).toHaveLength(3);
});

test('given content cut off at any length, it cannot be opened', async () => {
  const { records, cases } = await given();
  const { head } = await copyOf(records, ONE);
  for (let length = 0; length < head.sealed.length; length += 1) {
    await tampered(records, (copy) => ({ ...copy, head: { ...head, sealed: head.sealed.subarray(0, length) } }));
    expect((await refused(cases.load(ONE))).item).toBe('head');
  }
});

test.each<[string, (mine: CaseCopy, theirs: CaseCopy) => CaseCopy, string]>([
  [
    'two events that changed places',
    ({ events: [a, b, c], ...copy }) => ({
      ...copy,
      events: [{ ...a!, sealed: b!.sealed }, { ...b!, sealed: a!.sealed }, c!],
    }),
    'event 1',
  ],
  [
    'an event of another case',
    ({ events: [a, ...rest], ...copy }, theirs) => ({
      ...copy,
      events: [{ ...a!, sealed: theirs.events[0]!.sealed }, ...rest],
    }),
    'event 1',
  ],
  ['an event that was taken out', ({ events: [a, , c], ...copy }) => ({ ...copy, events: [a!, c!] }), 'event 2'],
  [
    'an event under the id of another',
    ({ events: [a, b, c], ...copy }) => ({ ...copy, events: [a!, { ...b!, id: 'z:0' }, c!] }),
    'event 2',
  ],
])('given %s, the history is not shown', async (_, change, item) => {
  const { records, cases } = await given();
  const theirs = await copyOf(records, TWO);
  await tampered(records, (mine) => change(mine, theirs));
  expect(await refused(cases.history(ONE))).toMatchObject({ caseId: ONE, item });
  expect(await cases.history(TWO)).toHaveLength(3);
});

test.each<[string, (mine: CaseCopy, theirs: CaseCopy) => CaseCopy]>([
  ['of another case', (mine, theirs) => ({ ...mine, head: { ...mine.head, sealed: theirs.head.sealed } })],
  ['with another version', (mine) => ({ ...mine, head: { ...mine.head, version: 2 } })],
  ['that is an event', (mine) => ({ ...mine, head: { ...mine.head, sealed: mine.events[2]!.sealed } })],
])('given a head %s, it is not shown, and nothing can be added to it', async (_, change) => {
  const { records, cases } = await given();
  const theirs = await copyOf(records, TWO);
  await tampered(records, (mine) => change(mine, theirs));
  const { version } = (await copyOf(records, ONE)).head;
  const fresh = storesOver(records, testMasterKey).cases;
  expect((await refused(cases.load(ONE))).item).toBe('head');
  expect((await refused(fresh.append(ONE, version, append(['c:0'])))).item).toBe('head');
});

test('given the data key of another case, nothing can be opened', async () => {
  const { records } = await given();
  const theirs = await records.keys.read(`case:${TWO}`);
  const ours = await records.keys.read(`case:${ONE}`);
  await records.keys.replace({ ...theirs!, id: `case:${ONE}` }, ours!.wrapped);
  const fresh = storesOver(records, testMasterKey).cases;
  expect((await refused(fresh.load(ONE))).item).toBe('head');
});

test('given due items that changed places, neither is handed out, and those of other cases are', async () => {
  const { records, cases } = await given();
  await tampered(records, ({ due: [a, b], ...copy }) => ({
    ...copy,
    due: [
      { ...a!, sealed: b!.sealed },
      { ...b!, sealed: a!.sealed },
    ],
  }));
  expect((await cases.claimDue(at(1), 9, 1000)).map(({ caseId }) => caseId)).toEqual([TWO, TWO]);
  expect((await refused(cases.openDue(ONE))).code).toBe('damaged-due');
});

test('given values that changed places, neither is read', async () => {
  const { records, keyValues } = await given();
  await keyValues.write({ a: 1, b: 2 });
  const [one, other] = await records.values.page({ limit: 2 });
  await records.values.write([{ ...one!, sealed: other!.sealed }]);
  const outcomes = await Promise.allSettled([keyValues.read(['a']), keyValues.read(['b'])]);
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect(outcomes).toContainEqual(
    expect.objectContaining({ reason: expect.objectContaining({ code: 'damaged-value' }) as unknown }),
  );
});

test('what is said of damage names no content and carries no cause', async () => {
  const { records, cases } = await given();
  await tampered(records, (copy) => ({ ...copy, head: { ...copy.head, sealed: flipped(copy.head.sealed, 300) } }));
  const fault = await refused(cases.load(ONE));
  expect(fault.message).toBe(`stored item damaged: case ${ONE}, head`);
  expect(fault).not.toHaveProperty('cause');
});

test('given a case that was erased and begun anew elsewhere, a bot with the old key in memory reads the new one', async () => {
  const { records, cases } = await given();
  const elsewhere = storesOver(records, testMasterKey).cases;
  await elsewhere.erase(ONE);
  await elsewhere.append(ONE, 0, append(['n:0']));
  expect((await cases.load(ONE))?.version).toBe(1);
  expect(await cases.append(ONE, 1, append(['n:1']))).toEqual({ version: 2 });
  expect((await elsewhere.history(ONE)).map(({ id }) => id)).toEqual(['n:0', 'n:1']);
});
