import { randomUUID } from 'node:crypto';
import { cosmosContainers } from '../../src/casefile/cosmos/cosmosContainers';
import { makeContainers } from '../../src/casefile/cosmos/cosmosSetup';
import { cosmosPeer, type CosmosPeer } from '../../tests/support/cosmosPeer';
import { serveRun, type Counts } from './beside';

const DATABASE = 'meldcode';
/** No due item of the ballast comes up while the bench runs. */
const LATER = '2999-01-01T00:00:00.000Z';

type Document = Record<string, unknown>;
const { cases, keys, values } = cosmosContainers;

/** Cases of other people beside those that are there: documents of the same shape and size, under ids and keys of their own. */
const fill = (peer: CosmosPeer, count: number): void => {
  const kept = peer.documents(DATABASE, cases.id);
  const caseId = kept.find(({ id }) => id === 'head')?.['caseId'];
  const model = kept.filter((document) => document['caseId'] === caseId);
  const [key] = peer.documents(DATABASE, keys.id);
  const [value] = peer.documents(DATABASE, values.id);
  if (caseId === undefined || !key || !value) throw new Error('there is no case to take after');
  const headOf = (other: string): Document => ({
    ...{ headOf: other, readyAt: LATER, due: [] },
    listed: Array.from({ length: 3 }, () => `k:o:${randomUUID()}`),
  });
  for (let n = 0; n < count; n += 1) {
    const other = randomUUID();
    for (const document of model) {
      const own = document['id'] === 'head' ? headOf(other) : {};
      peer.lay(DATABASE, cases.id, { ...document, ...own, caseId: other });
    }
    peer.lay(DATABASE, keys.id, { ...key, id: `case:${other}` });
    peer.lay(DATABASE, values.id, { ...value, id: randomUUID() });
  }
};

const countsOf = ({ served, documents }: CosmosPeer): Counts => {
  const items = served.filter(({ kind }) => kind !== 'metadata');
  const events = documents(DATABASE, cases.id).filter(({ seq }) => seq !== undefined);
  return {
    requests: items.length,
    charge: items.reduce((sum, { charge }) => sum + charge, 0),
    events: events.length,
  };
};

/** An account of Azure Cosmos DB on this machine: the strict peer of the tests, which counts requests and their charge. */
const serve = async (): Promise<void> => {
  const peer = await cosmosPeer();
  const { endpoint, key } = peer;
  await makeContainers({ endpoint, database: DATABASE, credential: { key }, discovery: false });
  const port = Number(new URL(endpoint).port);
  serveRun(port, { key, counting: () => countsOf(peer), fill: (count) => fill(peer, count) });
};

serve().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
