import { randomUUID } from 'node:crypto';
import { dropDatabase, makeContainers } from '../../src/casefile/cosmos/cosmosSetup';
import { consistencyOf, type CosmosAccount } from '../../src/casefile/cosmos/openCosmos';
import { cosmosPeer, type CosmosPeer, type CosmosPeerOptions } from './cosmosPeer';

export interface TestAccount {
  /** undefined on a real account */
  peer: CosmosPeer | undefined;
  /** A new database with the bot's containers, empty. */
  database: () => Promise<{ account: CosmosAccount; drop: () => Promise<void> }>;
  close: () => Promise<void>;
}

/**
 * The account that the tests of the Cosmos DB records use: a real one when COSMOS_ENDPOINT and COSMOS_KEY are set, else
 * the peer. On a real account each database is made for the test and dropped after it.
 */
export const testAccount = async (options: CosmosPeerOptions = {}): Promise<TestAccount> => {
  const { COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key } = process.env;
  const peer = endpoint && key ? undefined : await cosmosPeer(options);
  const at = peer ?? { endpoint: endpoint ?? '', key: key ?? '' };
  return {
    peer,
    database: async () => {
      const account: CosmosAccount = {
        endpoint: at.endpoint,
        database: `test-${randomUUID()}`,
        credential: { key: at.key },
        discovery: peer === undefined,
      };
      await makeContainers(account);
      const strong = (await consistencyOf(account)) === 'Strong';
      return {
        account: { ...account, ...(!strong && { consistency: 'Session' }) },
        drop: () => dropDatabase(account),
      };
    },
    close: async () => peer?.close(),
  };
};
