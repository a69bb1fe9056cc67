import { randomBytes } from 'node:crypto';
import type { CaseStore } from '../../src/casefile/caseStore';
import { makeContainers } from '../../src/casefile/cosmos/cosmosSetup';
import { commandHandler, type Outcome } from '../../src/casefile/handleCommand';
import { openCosmos } from '../../src/casefile/cosmos/openCosmos';
import { storesOver, type Stores } from '../../src/casefile/stores';
import { dueNotices, dueTerms } from '../../src/notices/dueNotices';
import type { Command } from '../../src/protocol/decide';
import { listingOf } from '../../src/protocol/listing';
import type { Actor, Recipient } from '../../src/protocol/roles';
import { cosmosPeer, type CosmosPeer } from '../support/cosmosPeer';
import { append, at, due, event, MOMENT, newCase } from './contract/given';
import { testMasterKey } from './contract/stores';

/**
 * What the bot's turns may cost, in request units by Microsoft's published figures, in an account as the template makes it:
 * one region, strong consistency.
 */
let peer: CosmosPeer;
let stores: Stores;
let opened: Stores[];

/** As another instance of the bot, which has seen nothing yet. */
const another = (): Stores => {
  const account = { endpoint: peer.endpoint, database: 'd', credential: { key: peer.key }, discovery: false };
  const fresh = storesOver(
    openCosmos(account, () => MOMENT),
    testMasterKey,
  );
  opened.push(fresh);
  return fresh;
};

beforeEach(async () => {
  peer = await cosmosPeer({ consistency: 'Strong' });
  opened = [];
  await makeContainers({ endpoint: peer.endpoint, database: 'd', credential: { key: peer.key }, discovery: false });
  stores = another();
});
afterEach(async () => {
  for (const one of opened) await one.close();
  await peer.close();
});
jest.setTimeout(60_000);

/** Text that hardly gets smaller when it is packed: no text of people costs more. */
const anyText = (characters: number): string => randomBytes(characters).toString('base64').slice(0, characters);

const grown = async (store: CaseStore, caseId: string, events: number): Promise<void> => {
  for (let made = 0; made < events; made += 50) {
    const ids = Array.from({ length: Math.min(50, events - made) }, (_, i) => `g${made + i}:0`);
    await store.append(caseId, made, append(ids));
  }
};

/**
 * The requests for items of a container, by kind, and what all of `work` cost together. A client asks once in its life
 * how a container is partitioned: that is left out.
 */
const cost = async (work: () => Promise<unknown>, name = 'cases'): Promise<{ kinds: string[]; charge: number }> => {
  const items = (await peer.during(work)).served.filter(({ kind }) => kind !== 'metadata');
  return {
    kinds: items.filter(({ container }) => container === name).map(({ kind }) => kind),
    charge: items.reduce((sum, { charge }) => sum + charge, 0),
  };
};

test('an answer of 1 KB reads the head once and writes one batch, at most 20 RU, in a case of 10 and of 1,000 events alike', async () => {
  const charges: number[] = [];
  for (const events of [10, 1_000]) {
    const caseId = newCase();
    await grown(stores.cases, caseId, events);
    const { kinds, charge } = await cost(async () => {
      const head = await stores.cases.load(caseId);
      const answer = [{ id: 'answer:0', event: event(anyText(950)) }];
      await stores.cases.append(caseId, head?.version ?? 0, append(['answer:0'], { events: answer }));
    });
    expect(kinds).toEqual(['read', 'batch']);
    expect(charge).toBeLessThanOrEqual(20);
    charges.push(charge);
  }
  expect(charges[1]).toBeCloseTo(charges[0] ?? 0, 1);
});

test('a signal of 1 KB on a card, which moves a term and every list it is in, keeps to the same budget', async () => {
  const caseId = newCase();
  const by: Actor = { id: 'aaaaaaaa-0000-4000-8000-000000000001', roles: ['leerkracht'] };
  const keyOf = (to: Recipient): string => ('person' in to ? `person:${to.person}` : `role:s:${to.role}`);
  const handle = commandHandler({
    store: stores.cases,
    protocolVersion: '1.0',
    noticesOf: dueNotices(() => []),
    termsOf: dueTerms(),
    listingOf: (file) => {
      const { visibleTo, awaited } = listingOf(file);
      return { keys: visibleTo.map(keyOf), awaits: awaited.map(keyOf), status: file.status };
    },
  });
  const press = (key: string, command: Command, second: number): Promise<Outcome> =>
    handle({ caseId, key, command, actor: () => by, at: at(second) });
  await press('open', { type: 'openCase', number: '1', schoolId: 's', pupil: { name: 'K.' }, about: 'onbekend' }, 0);
  const signal: Command = {
    ...{
      type: 'recordSignal',
      text: anyText(700),
      direction: 'wijst-op-zorg',
      category: 'GO',
    },
    ...{ source: 'zelf', nature: 'feit', setting: 'klas', happenedOn: '2026-11-01' },
  };
  const { kinds, charge } = await cost(async () =>
    expect(await press('signal', signal, 86_400 * 3)).toHaveProperty('recorded'),
  );
  expect(kinds).toEqual(['read', 'batch']);
  expect(charge).toBeLessThanOrEqual(20);
});

test('the hub of a case opens for at most 3 RU; in an instance that never saw the case its key is read too, once', async () => {
  const caseId = newCase();
  await grown(stores.cases, caseId, 200);
  const fresh = another();
  const looks = [await cost(() => fresh.cases.load(caseId)), await cost(() => fresh.cases.load(caseId))];
  expect(looks.map(({ kinds }) => kinds)).toEqual([['read'], ['read']]);
  expect(looks[0]?.charge).toBeLessThanOrEqual(5);
  expect(looks[1]?.charge).toBeLessThanOrEqual(3);
});

test('looking for what is due costs the same among 10 and among 300 cases, and finds the few that are', async () => {
  const charges: number[] = [];
  for (const cases of [10, 290]) {
    for (let i = 0; i < cases; i += 1)
      await stores.cases.append(newCase(), 0, append(['a:0'], { due: [due('later', at(1_000))] }));
    const idle = await cost(() => stores.cases.claimDue(at(0), 20, 60_000));
    expect(idle.kinds).toEqual(['plan', 'query']);
    charges.push(idle.charge);
  }
  expect(charges[0]).toBeLessThanOrEqual(5);
  expect(charges[1]).toBe(charges[0]);
  await stores.cases.append(newCase(), 0, append(['a:0'], { due: [due('now', at(0))] }));
  const busy = await cost(async () => expect(await stores.cases.claimDue(at(0), 20, 60_000)).toHaveLength(1));
  expect(busy.charge).toBeLessThanOrEqual(20);
});

test('my cases and my requests cost by what is mine, not by what there is', async () => {
  const mine = { keys: ['person:me'], awaits: ['person:me'], status: 'open' as const };
  for (let i = 0; i < 3; i += 1) await stores.cases.append(newCase(), 0, append(['a:0'], { listing: mine }));
  const look = (awaiting: boolean) => cost(() => stores.cases.find(['person:me'], { awaiting, limit: 8 }));
  const [cases, requests] = [await look(false), await look(true)];
  for (let i = 0; i < 200; i += 1) await stores.cases.append(newCase(), 0, append(['a:0']));
  expect((await look(false)).charge).toBeCloseTo(cases.charge, 1);
  expect((await look(true)).charge).toBeCloseTo(requests.charge, 1);
  expect(cases.charge).toBeLessThanOrEqual(25);
  expect(requests.charge).toBeLessThanOrEqual(25);
});

test('a turn of the talk, its state and the activity seen, costs two writes and one read', async () => {
  await stores.keyValues.write({ 'state:warm': 1 });
  const turn = async () => {
    await stores.keyValues.create('inbound:1', true, { expiresAt: at(86_400) });
    await stores.keyValues.read(['state:talk']);
    await stores.keyValues.write({ 'state:talk': { dialog: 'hub' } }, { expiresAt: at(86_400) });
  };
  const { kinds, charge } = await cost(turn, 'values');
  expect(kinds).toEqual(['create', 'read', 'batch']);
  expect(charge).toBeLessThanOrEqual(20);
});

test('what the bot counts of a request is what the service charged for it', async () => {
  const counted: [string, number][] = [];
  const account = { endpoint: peer.endpoint, database: 'd', credential: { key: peer.key }, discovery: false };
  const charged = (operation: string, units: number): void => void counted.push([operation, units]);
  const counting = storesOver(
    openCosmos({ ...account, charged }, () => MOMENT),
    testMasterKey,
  );
  opened.push(counting);
  const { served } = await peer.during(async () => {
    const id = newCase();
    await counting.cases.append(id, 0, append(['a:0']));
    await counting.cases.load(id);
    await counting.cases.find(['person:me'], { limit: 8 });
  });
  const sum = (charges: readonly number[]): number => charges.reduce((total, charge) => total + charge, 0);
  const units = sum(counted.map(([, of]) => of));
  const charges = (among: typeof served): number => sum(among.map(({ charge }) => charge));
  // How containers are partitioned is asked once, and partly past what can be counted.
  expect(units).toBeGreaterThan(charges(served.filter(({ kind }) => kind !== 'metadata')) - 0.1);
  expect(units).toBeLessThan(charges(served) + 0.1);
  expect(new Set(counted.map(([operation]) => operation))).toEqual(new Set(['batch', 'create', 'query', 'read']));
});
