import type { Activity } from 'botbuilder';
import { makeContainers } from '../../src/casefile/cosmos/cosmosSetup';
import { openCosmos } from '../../src/casefile/cosmos/openCosmos';
import { storesOver, type Stores } from '../../src/casefile/stores';
import { conversationStorage, ETagRefused } from '../../src/teams/conversationStorage';
import { inboundOf } from '../../src/teams/inbound';
import { references } from '../../src/teams/references';
import { waits } from '../../src/teams/waits';
import { testMasterKey } from '../casefile/contract/stores';
import { cosmosPeer, type CosmosPeer } from '../support/cosmosPeer';

const HOUR = 3_600_000;
const tenantId = '22222222-2222-2222-2222-222222222222';
const aadObjectId = '1a9c4e72-3b6d-4f58-8e01-d5a7f2b3c640';
let clock: number;
let peer: CosmosPeer;
let instances: Stores[];
const now = (): string => new Date(clock).toISOString();
const fault = (where: string, error: unknown): void => {
  throw new Error(where, { cause: error });
};
beforeEach(async () => {
  clock = Date.parse('2026-11-24T09:00:00.000Z');
  peer = await cosmosPeer({ now: () => clock, consistency: 'Strong' });
  const account = { endpoint: peer.endpoint, database: 'd', credential: { key: peer.key }, discovery: false };
  await makeContainers(account);
  instances = [1, 2].map(() => storesOver(openCosmos(account, now), testMasterKey));
});
afterEach(async () => {
  for (const one of instances) await one.close();
  await peer.close();
});

const line = {
  ...{ type: 'message', id: 'a-1', channelId: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/emea/' },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId, isGroup: false, name: '' },
  from: { id: '29:marieke', name: '', aadObjectId },
  recipient: { id: '28:bot', name: '' },
} as Activity; // as much of one as is looked at
const kept = (): number => peer.documents('d', 'values').length;

describe('given two instances over one account in Azure Cosmos DB', () => {
  test('when Teams sends a line to both at once, then one takes it up, for a day; then the account forgets it by itself', async () => {
    const inbounds = instances.map(({ keyValues: store }) => inboundOf({ store, now, waits, fault }));
    let taken = 0;
    const both = () => Promise.all(inbounds.map((inbound) => inbound.once(line, async () => void (taken += 1))));
    await both();
    expect(taken).toBe(1);
    clock += 23 * HOUR;
    await both();
    expect(taken).toBe(1);
    expect(kept()).toBe(1);
    clock += 3 * HOUR;
    expect(kept()).toBe(0);
    await both();
    expect(taken).toBe(2);
  });

  test('when somebody wrote to one of them, then the other knows where to find that person, and forgets when told', async () => {
    const isServiceUrl = (): boolean => true;
    const [one, other] = instances.map(({ keyValues: store }) => references({ store, now, isServiceUrl }));
    expect(await one?.note(line)).toBe(true);
    expect(await other?.find({ tenantId, aadObjectId })).toMatchObject({ conversationId: 'a:1', userId: '29:marieke' });
    clock += 400 * 24 * HOUR;
    expect(await other?.note(line)).toBe(false);
    await other?.note({ ...line, type: 'installationUpdate', action: 'remove' });
    expect(await one?.find({ tenantId, aadObjectId })).toBeUndefined();
  });

  test('when both go on with one talk, then the last one stays, for thirty days; who counts on an eTag is refused', async () => {
    const [one, other] = instances.map(({ keyValues: store }) => conversationStorage({ store, now, fault }));
    await one?.write({ talk: { at: 'step1', eTag: '*' } });
    await other?.write({ talk: { at: 'step2', eTag: '*' } });
    expect(await one?.read(['talk'])).toEqual({ talk: { at: 'step2' } });
    await expect(one?.write({ talk: { at: 'step3', eTag: '"1"' } })).rejects.toThrow(ETagRefused);
    clock += 31 * 24 * HOUR;
    expect(await other?.read(['talk'])).toEqual({});
    expect(kept()).toBe(0);
  });
});
