import { CosmosClient, type CosmosClientOptions, type Plugin, type PluginConfig } from '@azure/cosmos';
import type { Instant } from '../../protocol/time';
import { cosmosCaseRecords } from './cosmosCaseRecords';
import { cosmosContainers } from './cosmosContainers';
import { itemsOf } from './cosmosItems';
import { cosmosKeyRecords } from './cosmosKeyRecords';
import { persistently, realPause, type Pause } from './cosmosRequests';
import { cosmosValueRecords } from './cosmosValueRecords';
import type { Records } from '../records';

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
  /** Hears what each request cost, in request units, and its kind ('read', 'batch' …). */
  charged?: (operation: string, units: number) => void;
}

/** A turn has some ten seconds: an answer that takes longer than this is asked for again. */
const ANSWER_WITHIN_MS = 4_000;

/** Of an answer or of what the library throws for one. */
const unitsOf = (answered: unknown): number => {
  const { headers } = (answered ?? {}) as { headers?: Record<string, unknown> }; // both have them, when there are any
  return Number(headers?.['x-ms-request-charge'] ?? 0);
};

/** Every request passes here, also one that the library asks again. It takes plugins; the type of its options keeps still. */
const costing = (charged: NonNullable<CosmosAccount['charged']>): { plugins: PluginConfig[] } => {
  const plugin: Plugin<unknown> = async (asked, _node, next) => {
    const count = (answered: unknown): void => {
      const units = unitsOf(answered);
      if (units > 0) charged(asked.operationType ?? 'other', units);
    };
    try {
      const answered = await next(asked);
      count(answered);
      return answered;
    } catch (error) {
      count(error);
      throw error;
    }
  };
  return { plugins: [{ on: 'request', plugin }] };
};

export const cosmosClient = ({
  endpoint,
  credential,
  discovery = true,
  consistency,
  charged,
}: CosmosAccount): CosmosClient =>
  new CosmosClient({
    endpoint,
    ...(charged && costing(charged)),
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
