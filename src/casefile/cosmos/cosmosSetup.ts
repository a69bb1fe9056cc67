import { PartitionKeyDefinitionVersion, PartitionKeyKind } from '@azure/cosmos';
import { cosmosContainers } from './cosmosContainers';
import { cosmosClient, type CosmosAccount } from './openCosmos';

/**
 * Makes the database and its containers where they are missing: for development and tests. In production the deployment
 * template does this; the bot itself has no right to.
 */
export const makeContainers = async (account: CosmosAccount): Promise<void> => {
  const client = cosmosClient(account);
  try {
    const { database } = await client.databases.createIfNotExists({ id: account.database });
    for (const { partitionKey, ...definition } of Object.values(cosmosContainers))
      await database.containers.createIfNotExists({
        ...definition,
        // the library has enumerations of its own for what the service calls 'Hash' and 2
        partitionKey: {
          paths: [...partitionKey.paths],
          kind: PartitionKeyKind.Hash,
          version: PartitionKeyDefinitionVersion.V2,
        },
      });
  } finally {
    client.dispose();
  }
};

/** Removes the database with all that is in it: after a test. */
export const dropDatabase = async (account: CosmosAccount): Promise<void> => {
  const client = cosmosClient(account);
  try {
    await client.database(account.database).delete();
  } finally {
    client.dispose();
  }
};
