import { rotateFileMasterKey } from '../casefile/sealed/fileMasterKey';
import type { MasterKey } from '../casefile/sealed/masterKey';
import { rewrapKeys } from '../casefile/sealed/rewrapKeys';
import type { Config } from '../config';
import { vaultKeyOf } from '../vaultKey';
import { keyFileIn, openEnd, placeIn } from './openEnd';
import { runCommand, type Command } from './runCommand';

const kept = 'Bewaar nu een nieuwe kopie van master.key, op een andere plek dan de kopieën van de dossiers.';
const inVault = 'De kluis pakt nu alles in. Bewaar master.key tot geen kopie van de dossiers hem nog nodig heeft.';

const newestKey = (config: Config): MasterKey => {
  const keyFile = keyFileIn(config.dataDir);
  return vaultKeyOf(config, keyFile) ?? rotateFileMasterKey(keyFile);
};

/**
 * Wraps every data key anew with the newest version of the master key: of the vault when there is one (which makes versions
 * itself), else with a new version in the key file. Going on after a stop is no fault.
 */
export const rotateKey: Command = async ({ config, say }) => {
  const { records } = await openEnd(config, placeIn(config));
  try {
    const done = await rewrapKeys(records.keys, newestKey(config));
    say(`Sleutels van dossiers en lijsten die opnieuw zijn ingepakt: ${done}.`);
    say(config.keyVaultUrl === undefined ? kept : inVault);
    return 0;
  } finally {
    await records.close();
  }
};

if (require.main === module) void runCommand(rotateKey, process.argv.slice(2)).then((code) => process.exit(code));
