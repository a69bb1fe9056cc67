import { azureIdentityOf } from './azureIdentity';
import { withOlderFile } from './casefile/fileMasterKey';
import { keyVaultMasterKey } from './casefile/keyVaultMasterKey';
import type { MasterKey } from './casefile/masterKey';
import type { Config } from './config';

/**
 * The master key in the vault of the environment, asked as the identity of this program; undefined without a vault. A key
 * file from before still opens what it wrapped.
 */
export const vaultKeyOf = (config: Pick<Config, 'keyVaultUrl' | 'clientId'>, keyFile: string): MasterKey | undefined =>
  config.keyVaultUrl === undefined
    ? undefined
    : withOlderFile(keyVaultMasterKey({ url: config.keyVaultUrl, credential: azureIdentityOf(config) }), keyFile);
