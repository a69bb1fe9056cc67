import { cosmosContainers } from '../../src/casefile/cosmosContainers';
import { makeContainers } from '../../src/casefile/cosmosSetup';
import { cosmosPeer } from '../../tests/support/cosmosPeer';
import { serveRun } from './beside';

/** An account of Azure Cosmos DB on this machine: the strict peer of the tests, which counts requests and their charge. */
const serve = async (): Promise<void> => {
  const peer = await cosmosPeer();
  const { endpoint, key } = peer;
  await makeContainers({ endpoint, database: 'meldcode', credential: { key }, discovery: false });
  serveRun(Number(new URL(endpoint).port), {
    key,
    counting: () => {
      const items = peer.served.filter(({ kind }) => kind !== 'metadata');
      const charge = items.reduce((sum, one) => sum + one.charge, 0);
      const events = peer.documents('meldcode', cosmosContainers.cases.id).filter(({ seq }) => seq !== undefined);
      return { requests: items.length, charge, events: events.length };
    },
  });
};

serve().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
