import { azureIdentityOf } from './azureIdentity';
import { withOlderFile } from './casefile/sealed/fileMasterKey';
import type { MasterKey } from './casefile/sealed/masterKey';
import type { Config } from './config';

/** Loads the library of the vault with it: only who has a vault does. */
const vaultMasterKey = (config: Pick<Config, 'clientId'>, url: string): MasterKey => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- it must not be loaded with this file
  const loaded = require('./casefile/sealed/keyVaultMasterKey') as typeof import('./casefile/sealed/keyVaultMasterKey'); // the same file
  return loaded.keyVaultMasterKey({ url, credential: azureIdentityOf(config) });
};

/**
 * The master key in the vault of the environment, asked as the identity of this program; undefined without a vault. A key
 * file from before still opens what it wrapped.
 */
export const vaultKeyOf = (config: Pick<Config, 'keyVaultUrl' | 'clientId'>, keyFile: string): MasterKey | undefined =>
  config.keyVaultUrl === undefined ? undefined : withOlderFile(vaultMasterKey(config, config.keyVaultUrl), keyFile);
