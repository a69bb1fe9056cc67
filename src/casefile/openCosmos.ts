import { CosmosClient, type CosmosClientOptions } from '@azure/cosmos';
import type { Instant } from '../protocol/time';
import { cosmosCaseRecords } from './cosmosCaseRecords';
import { cosmosContainers } from './cosmosContainers';
import { itemsOf } from './cosmosItems';
import { cosmosKeyRecords } from './cosmosKeyRecords';
import { persistently, realPause, type Pause } from './cosmosRequests';
import { cosmosValueRecords } from './cosmosValueRecords';
import type { Records } from './records';

/** Somebody who may use the account: a key (development only) or the identity of this program in Azure. */
export type CosmosCredential = { key: string } | { identity: NonNullable<CosmosClientOptions['aadCredentials']> };

export interface CosmosAccount {
  endpoint: string;
  database: string;
  credential: CosmosCredential;
  /** False for a stand-in on this machine, which has one address only. */
  discovery?: boolean;
  /** Asks to see at least what this program wrote itself, of an account whose reads promise less than that. */
  consistency?: 'Session';
}

/** A turn has some ten seconds: an answer that takes longer than this is asked for again. */
const ANSWER_WITHIN_MS = 4_000;

export const cosmosClient = ({ endpoint, credential, discovery = true, consistency }: CosmosAccount): CosmosClient =>
  new CosmosClient({
    endpoint,
    ...('key' in credential ? { key: credential.key } : { aadCredentials: credential.identity }),
    ...(consistency && { consistencyLevel: consistency }),
    connectionPolicy: {
      enableEndpointDiscovery: discovery,
      requestTimeout: ANSWER_WITHIN_MS,
      retryOptions: { maxRetryAttemptCount: 3, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: 3 },
    },
  });

/** What a read of this account promises: 'Strong', 'Session' … Throws StoreUnavailable. */
export const consistencyOf = async (account: CosmosAccount, pause: Pause = realPause): Promise<string> => {
  const client = cosmosClient(account);
  try {
    const { resource } = await persistently(pause, () => client.getDatabaseAccount());
    return resource?.consistencyPolicy ?? 'unknown';
  } finally {
    client.dispose();
  }
};

/**
 * Opens the records in an account of Azure Cosmos DB that holds `cosmosContainers` already; none is made here. Nothing is
 * asked of the account yet. `now` decides what has expired.
 */
export const openCosmos = (account: CosmosAccount, now: () => Instant, pause: Pause = realPause): Records => {
  const client = cosmosClient(account);
  let open = true;
  const opened = (): void => {
    if (!open) throw new Error('the store is closed');
  };
  const items = ({ id }: { id: string }) => itemsOf(client.database(account.database).container(id), pause, opened);
  return {
    cases: cosmosCaseRecords(items(cosmosContainers.cases), now),
    values: cosmosValueRecords(items(cosmosContainers.values), now),
    keys: cosmosKeyRecords(items(cosmosContainers.keys)),
    close: async () => {
      if (open) client.dispose();
      open = false;
    },
  };
};
