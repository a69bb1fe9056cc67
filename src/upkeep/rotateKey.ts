import { rotateFileMasterKey } from '../casefile/fileMasterKey';
import { rewrapKeys } from '../casefile/rewrapKeys';
import { keyFileIn, openEnd, placeIn } from './openEnd';
import { runCommand, type Command } from './runCommand';

/** A new version of the master key, and every data key wrapped anew with it. Going on after a stop is no fault. */
export const rotateKey: Command = async ({ config, say }) => {
  const { records } = await openEnd(config, placeIn(config));
  try {
    const master = rotateFileMasterKey(keyFileIn(config.dataDir));
    const done = await rewrapKeys(records.keys, master);
    say(`De hoofdsleutel is vernieuwd. Sleutels van dossiers en lijsten die opnieuw zijn ingepakt: ${done}.`);
    say('Bewaar nu een nieuwe kopie van master.key, op een andere plek dan de kopieën van de dossiers.');
    return 0;
  } finally {
    await records.close();
  }
};

if (require.main === module) void runCommand(rotateKey, process.argv.slice(2)).then((code) => process.exit(code));
