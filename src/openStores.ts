import { join } from 'node:path';
import { azureIdentityOf } from './azureIdentity';
import { refuseIncomplete } from './casefile/whole/incomplete';
import type { MasterKey } from './casefile/sealed/masterKey';
import type { CosmosAccount } from './casefile/cosmos/openCosmos';
import { openSqlite } from './casefile/sqlite/openSqlite';
import type { Records } from './casefile/records';
import { storesOver, storesWithKeyFile, type Stores } from './casefile/stores';
import type { Config, StoreChoice } from './config';
import { vaultKeyOf } from './vaultKey';

export type CosmosChoice = Extract<StoreChoice, { kind: 'cosmos' }>;
export type StorePlace = Pick<Config, 'nodeEnv' | 'store' | 'dataDir' | 'clientId' | 'keyVaultUrl'>;

/** A stand-in on this machine has one address; the real service tells where its replicas are. */
const onThisMachine = (endpoint: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(endpoint).hostname);

/** The account as Azure Cosmos DB knows it: with the key when there is one, else with the identity of this program. */
export const accountOf = (
  { endpoint, database, key }: CosmosChoice,
  identity: Pick<Config, 'clientId'>,
): CosmosAccount => ({
  ...{ endpoint, database },
  credential: key === undefined ? { identity: azureIdentityOf(identity) } : { key },
  discovery: !onThisMachine(endpoint),
});

/** The library of Azure Cosmos DB takes a tenth of a start: only who keeps cases there loads it. */
const cosmos = (): typeof import('./casefile/cosmos/openCosmos') =>
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- it must not be loaded with this file
  require('./casefile/cosmos/openCosmos') as typeof import('./casefile/cosmos/openCosmos'); // the same file

/** Reads of the account promise less than instances need that work on one case together. */
export class WeakConsistency extends Error {
  override name = 'WeakConsistency';
}

/**
 * The records in the account of the configuration. In production its reads must be strongly consistent: then every
 * instance sees what another recorded. Throws WeakConsistency, or a fault of the store.
 */
export const openAccount = async (
  store: CosmosChoice,
  config: Pick<Config, 'nodeEnv' | 'clientId'>,
  now: () => string,
  charged?: CosmosAccount['charged'],
): Promise<Records> => {
  const account = { ...accountOf(store, config), ...(charged && { charged }) };
  const { consistencyOf, openCosmos } = cosmos();
  if ((await consistencyOf(account)) === 'Strong') return openCosmos(account, now);
  if (config.nodeEnv === 'production') throw new WeakConsistency();
  return openCosmos({ ...account, consistency: 'Session' }, now);
};

/** Where the stores could not be opened, and what stood in the way: the cure follows from both. */
export class StoreProblem extends Error {
  override name = 'StoreProblem';
  constructor(
    readonly store: StoreChoice['kind'],
    options: { cause: unknown },
  ) {
    super('the store cannot be opened', options);
  }
}

/**
 * Opens both stores and looks whether they answer. The master key is the one given, else of the vault, else of the file in
 * the folder of the data. Throws StoreProblem.
 */
export const openStores = async (
  place: StorePlace,
  now: () => string,
  given?: MasterKey,
  charged?: CosmosAccount['charged'],
): Promise<Stores> => {
  const { store, dataDir } = place;
  let stores: Stores | undefined;
  try {
    const keyFile = join(dataDir, 'master.key');
    const master = given ?? vaultKeyOf(place, keyFile);
    const records =
      store.kind === 'cosmos'
        ? await openAccount(store, place, now, charged)
        : openSqlite(join(dataDir, 'meldcode.sqlite'), now);
    await refuseIncomplete(records).catch(async (error: unknown) => {
      await records.close();
      throw error;
    });
    stores = master ? storesOver(records, master) : await storesWithKeyFile(records, keyFile);
    await stores.cases.ping();
    await stores.keyValues.read(['ping']);
    return stores;
  } catch (error) {
    await stores?.close();
    throw new StoreProblem(store.kind, { cause: error });
  }
};
