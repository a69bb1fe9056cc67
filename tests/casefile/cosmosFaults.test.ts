import type { Appended, CaseStore, DueItem } from '../../src/casefile/caseStore';
import { makeContainers } from '../../src/casefile/cosmos/cosmosSetup';
import { cosmosClient, openCosmos } from '../../src/casefile/cosmos/openCosmos';
import { StoreUnavailable } from '../../src/casefile/storeUnavailable';
import { storesOver, type Stores } from '../../src/casefile/stores';
import { cosmosPeer, type CosmosPeer } from '../support/cosmosPeer';
import type { CallKind, Fault } from '../support/cosmosPeer/faults';
import { append, at, due, MOMENT, newCase } from './contract/given';
import { testMasterKey } from './contract/stores';

let peer: CosmosPeer;
let one: Stores;
let other: Stores;
let caseId: string;
let waits: number[];

const open = (): Stores => {
  const account = { endpoint: peer.endpoint, database: 'd', credential: { key: peer.key }, discovery: false };
  const pause = async (ms: number): Promise<void> => void waits.push(ms);
  return storesOver(
    openCosmos(account, () => MOMENT, pause),
    testMasterKey,
  );
};
beforeEach(async () => {
  peer = await cosmosPeer();
  waits = [];
  caseId = newCase();
  await makeContainers({ endpoint: peer.endpoint, database: 'd', credential: { key: peer.key }, discovery: false });
  [one, other] = [open(), open()];
});
afterEach(async () => {
  await one.close();
  await other.close();
  await peer.close();
});
jest.setTimeout(30_000);

/** Every way in which a request can go wrong without its caller being at fault. */
const troubles: [string, Fault][] = [
  ['429', { status: 429, headers: { 'x-ms-retry-after-ms': '3' } }],
  ['449', { status: 449 }],
  ['503', { status: 503 }],
  ['408', { status: 408 }],
  ['a reset before it', { reset: 'before' }],
  ['a reset after it', { reset: 'after' }],
];
const strike = (fault: Fault, ...kinds: CallKind[]) =>
  peer.fault({ ...fault, match: ({ kind, container }) => container === 'cases' && kinds.includes(kind) });

const ids = async (store: CaseStore): Promise<string[]> => (await store.history(caseId)).map(({ id }) => id);

describe.each(troubles)('given %s', (_, fault) => {
  test.each([0, 1])('an append on version %i is done once, and says so', async (version) => {
    if (version === 1) await one.cases.append(caseId, 0, append(['first:0']));
    const set = strike(fault, 'batch');
    const outcome = await one.cases.append(caseId, version, append(['a:0', 'a:1'], { due: [due('d', at(0))] }));
    expect(set.struck).toBe(1);
    expect(outcome).toEqual({ version: version + 2 });
    expect(await ids(other.cases)).toEqual([...(version === 1 ? ['first:0'] : []), 'a:0', 'a:1']);
    expect(await other.cases.openDue(caseId)).toHaveLength(1);
    expect((await other.cases.load(caseId))?.version).toBe(version + 2);
  });

  test('the same press again is known as such, also when its own answer gets lost', async () => {
    await one.cases.append(caseId, 0, append(['a:0']));
    strike(fault, 'batch');
    expect(await other.cases.append(caseId, 1, append(['a:0']))).toEqual({ already: true });
    strike(fault, 'batch');
    expect(await other.cases.append(caseId, 0, append(['b:0']))).toEqual({ conflict: true });
  });

  test('a due item is claimed once, put back once and done once', async () => {
    await one.cases.append(caseId, 0, append(['a:0'], { due: [due('d', at(0), { n: 1 })] }));
    const claim = strike(fault, 'replace');
    const [item] = (await one.cases.claimDue(at(0), 9, 60_000)) as [DueItem];
    expect([claim.struck, item.attempts]).toEqual([1, 1]);
    expect(await other.cases.claimDue(at(0), 9, 60_000)).toEqual([]);
    strike(fault, 'replace');
    expect(await one.cases.retry(item, at(5), { n: 2 })).toBe(true);
    const [again] = (await other.cases.claimDue(at(5), 9, 60_000)) as [DueItem];
    expect([again.attempts, again.payload]).toEqual([2, { n: 2 }]);
    strike(fault, 'replace');
    expect(await other.cases.ack(again)).toBe(true);
    expect(await one.cases.openDue(caseId)).toEqual([]);
    expect(await other.cases.ack(again)).toBe(false);
  });

  test('an erase leaves nothing, and a create of a value lets one in', async () => {
    await one.cases.append(caseId, 0, append(['a:0'], { due: [due('d', at(0))] }));
    strike(fault, 'batch');
    await one.cases.erase(caseId);
    expect(peer.documents('d', 'cases')).toEqual([]);
    await one.keyValues.write({ other: 1 });
    const set = peer.fault({ ...fault, match: ({ kind, container }) => container === 'values' && kind === 'create' });
    expect(await one.keyValues.create('inbound:1', 'mine')).toBe(true);
    expect(set.struck).toBe(1);
    expect(await other.keyValues.create('inbound:1', 'theirs')).toBe(false);
    expect(await other.keyValues.read(['inbound:1'])).toEqual({ 'inbound:1': 'mine' });
  });
});

test.each(troubles)('given %s while a case gets its key or a value is written, each is done once', async (_, fault) => {
  const of = (name: string, ...kinds: CallKind[]) =>
    peer.fault({ ...fault, match: ({ container, kind }) => container === name && kinds.includes(kind) });
  await one.keyValues.write({ other: 1 });
  const set = [
    ...[of('keys', 'read'), of('keys', 'create')],
    ...[of('values', 'batch'), of('values', 'delete'), of('values', 'replace')],
  ];
  expect(await one.cases.append(caseId, 0, append(['a:0']))).toEqual({ version: 1 });
  expect((await other.cases.history(caseId)).map(({ id }) => id)).toEqual(['a:0']);
  await one.keyValues.write({ a: 1, b: 2 });
  await one.keyValues.delete(['a']);
  await one.keyValues.change('b', (before) => Number(before) + 1);
  expect(await other.keyValues.read(['a', 'b'])).toEqual({ b: 3 });
  expect(set.map(({ struck }) => struck)).toEqual([1, 1, 1, 1, 1]);
  expect(peer.documents('d', 'keys').filter(({ id }) => id === `case:${caseId}`)).toHaveLength(1);
});

test.each([
  ['a read', 'read'],
  ['a query', 'query'],
] as const)('given 503 on %s, it is asked again', async (_, kind) => {
  await one.cases.append(caseId, 0, append(['a:0'], { due: [due('d', at(0))] }));
  const set = peer.fault({ status: 503, match: (call) => call.kind === kind, times: 2 });
  expect((await other.cases.load(caseId))?.version).toBe(1);
  expect((await other.cases.find(['person:p-1'], { limit: 9 })).heads).toHaveLength(1);
  expect(await other.cases.claimDue(at(0), 9, 60_000)).toHaveLength(1);
  expect(set.struck).toBe(2);
});

test('given a replica that is behind, a case that is there is never taken for one that is not', async () => {
  await one.cases.append(caseId, 0, append(['a:0']));
  const behind = peer.fault({ status: 404, substatus: 1002, match: ({ kind }) => kind === 'read', times: 3 });
  expect((await other.cases.load(caseId))?.version).toBe(1);
  expect(behind.struck).toBe(3);
});

test('given a service that stays away, it gives up after seven tries, says only that, and nothing was done', async () => {
  await one.cases.append(caseId, 0, append(['a:0']));
  const away = peer.fault({ status: 503, match: ({ kind }) => kind === 'batch', times: Infinity });
  const refused = one.cases.append(caseId, 1, append(['b:0']));
  await expect(refused).rejects.toMatchObject(new StoreUnavailable('503', true));
  expect(away.struck).toBe(7);
  expect(waits).toHaveLength(6);
  away.lift();
  expect(await ids(other.cases)).toEqual(['a:0']);
  expect(await one.cases.append(caseId, 1, append(['b:0']))).toEqual({ version: 2 });
});

test.each([
  ['when it was carried out and then nothing answers', { reset: 'after' }, ['a:0', 'b:0'], { already: true }],
  ['when nothing answered at all', { reset: 'before' }, ['a:0'], { version: 2 }],
] as const)(
  'given a press that is given up, %s, it says that it is unsure, and the same press tells',
  async (_, fault, there, again) => {
    await one.cases.append(caseId, 0, append(['a:0']));
    strike(fault, 'batch');
    const away = peer.fault({ reset: 'before', match: ({ container }) => container === 'cases', times: Infinity });
    await expect(one.cases.append(caseId, 1, append(['b:0']))).rejects.toMatchObject({ unsure: true });
    expect(away.struck).toBeLessThanOrEqual(7);
    away.lift();
    expect(await ids(other.cases)).toEqual(there);
    expect(await one.cases.append(caseId, 1, append(['b:0']))).toEqual(again);
  },
);

test('given reads that are never answered, nobody is unsure: nothing was to be written', async () => {
  await one.cases.append(caseId, 0, append(['a:0']));
  const away = peer.fault({ status: 503, match: ({ container }) => container === 'cases', times: Infinity });
  await expect(other.cases.load(caseId)).rejects.toMatchObject({ name: 'StoreUnavailable', unsure: false });
  await expect(other.cases.find(['person:p-1'], { limit: 9 })).rejects.toMatchObject({ unsure: false });
  away.lift();
});

test('given a lost answer and a colleague who wrote right after, the press counts once and the colleague loses nothing', async () => {
  await one.cases.append(caseId, 0, append(['a:0']));
  let theirs: Promise<Appended> | undefined;
  strike({ reset: 'after' }, 'batch');
  const mine = one.cases.append(caseId, 1, append(['mine:0']));
  peer.fault({
    match: ({ kind }) => {
      if (kind !== 'batch') return false;
      theirs ??= other.cases.append(caseId, 2, append(['theirs:0']));
      return true;
    },
    hold: new Promise((resolve) => setTimeout(resolve, 50)),
  });
  expect(await mine).toEqual({ version: 2 });
  expect(await theirs).toEqual({ version: 3 });
  expect(await ids(other.cases)).toEqual(['a:0', 'mine:0', 'theirs:0']);
});

test('given a worker who keeps changing what is due, an append on the right version is no conflict', async () => {
  const busy = Array.from({ length: 6 }, (_, i) => due(`d${i}`, at(i)));
  await one.cases.append(caseId, 0, append(['a:0'], { due: busy }));
  await one.cases.load(caseId);
  const [item] = (await other.cases.claimDue(at(0), 1, 60_000)) as [DueItem];
  expect(await one.cases.append(caseId, 1, append(['b:0'], { cancelDue: ['d5'] }))).toEqual({ version: 2 });
  expect(await other.cases.ack(item)).toBe(true);
  expect((await one.cases.openDue(caseId)).map(({ id }) => id)).toEqual(['d1', 'd2', 'd3', 'd4']);
  const writes = Promise.all(['c:0', 'd:0', 'e:0'].map((id, i) => one.cases.append(caseId, 2 + i, append([id]))));
  const claims = await other.cases.claimDue(at(9), 9, 60_000);
  const acks = await Promise.all(claims.map((claimed) => other.cases.ack(claimed)));
  expect(acks).toEqual(claims.map(() => true));
  expect((await writes)[0]).toEqual({ version: 3 });
});

test('given a lease that ended, the next worker has the item and the first can do nothing with it', async () => {
  await one.cases.append(caseId, 0, append(['a:0'], { due: [due('d', at(0))] }));
  const [slow] = (await one.cases.claimDue(at(0), 9, 1_000)) as [DueItem];
  const [quick] = (await other.cases.claimDue(at(2), 9, 1_000)) as [DueItem];
  expect(await one.cases.ack(slow)).toBe(false);
  expect(await one.cases.retry(slow, at(3))).toBe(false);
  expect(await other.cases.ack(quick)).toBe(true);
});

test('what lies in the account is sealed: no text, person, list key, due id or key of a value can be read in it', async () => {
  const listing = { keys: ['person:geheim-1'], awaits: ['person:geheim-1'], status: 'open' as const };
  await one.cases.append(caseId, 0, append(['a:0'], { listing, due: [due('geheim-2', at(0), { to: 'geheim-3' })] }));
  await one.keyValues.write({ 'ref:geheim-4': { chat: 'geheim-5' } });
  const everything = ['cases', 'values', 'keys'].map((name) => JSON.stringify(peer.documents('d', name))).join();
  expect(everything).toContain(caseId);
  expect(everything).not.toMatch(/geheim|text of|after a:0|person:/);
});

test('given heads that are no heads any more, lists and due items of other cases go on, and it is said which they are', async () => {
  const ids = Array.from({ length: 4 }, () => newCase());
  for (const [i, id] of ids.entries())
    await one.cases.append(id, 0, append(['a:0'], { due: [due('d', at(i))], moment: at(i) }));
  const [first, second, third, last] = ids as [string, string, string, string];
  const client = cosmosClient({
    ...{ endpoint: peer.endpoint, database: 'd', discovery: false },
    credential: { key: peer.key },
  });
  const container = client.database('d').container('cases');
  for (const [id, change] of [
    [first, { due: 'none' }],
    [second, { sealed: 7 }],
    [third, { activityAt: null }],
  ] as const)
    await container.items.upsert({ ...(await container.item('head', id).read<object>()).resource, ...change });
  client.dispose();

  const { cases } = open();
  const found = await cases.find(['person:p-1'], { awaiting: false, limit: 9 });
  expect(found.heads.map((head) => head.caseId)).toEqual([last]);
  expect(found.damaged?.map((damage) => damage.caseId).sort()).toEqual([first, second]);
  await expect(cases.load(third)).rejects.toMatchObject({ code: 'damaged-head' });
  expect((await cases.claimDue(at(9), 2, 60_000)).map((item) => item.caseId)).toEqual([last]);
  await expect(cases.claimDue(at(9), 2, 60_000)).rejects.toMatchObject({ code: 'damaged-head' });
});

test('given a case of which only the head was taken away, its events are not shown, it is said, and it can still be erased', async () => {
  await one.cases.append(caseId, 0, append(['a:0', 'a:1']));
  const client = cosmosClient({
    ...{ endpoint: peer.endpoint, database: 'd', discovery: false },
    credential: { key: peer.key },
  });
  await client.database('d').container('cases').item('head', caseId).delete();
  client.dispose();
  const { cases } = open();
  await expect(cases.history(caseId)).rejects.toMatchObject({ name: 'StoredItemDamaged', item: 'head' });
  await cases.erase(caseId);
  expect(await cases.history(caseId)).toEqual([]);
  expect(peer.documents('d', 'cases')).toEqual([]);
});
