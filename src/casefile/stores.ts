import type { CaseStore } from './caseStore';
import { fileMasterKey } from './sealed/fileMasterKey';
import { dataKeys } from './sealed/dataKeys';
import type { KeyValueStore } from './keyValueStore';
import type { MasterKey } from './sealed/masterKey';
import type { Records } from './records';
import { sealedCaseStore } from './sealed/sealedCaseStore';
import { sealedKeyValueStore } from './sealed/sealedKeyValueStore';

export interface Stores {
  cases: CaseStore;
  keyValues: KeyValueStore;
  close: () => Promise<void>;
}

/** Both stores of the bot over the records of any database, sealed under this master key. */
export const storesOver = (records: Records, master: MasterKey): Stores => {
  const keys = dataKeys(records.keys, master);
  return {
    cases: sealedCaseStore(records, keys),
    keyValues: sealedKeyValueStore(records.values, keys),
    close: () => records.close(),
  };
};

/** As `storesOver`, with the master key in a file. Closes the records when the key cannot be used; throws `MasterKeyFault`. */
export const storesWithKeyFile = async (records: Records, keyFile: string): Promise<Stores> => {
  try {
    const sealedBefore = (await records.keys.page({ limit: 1 })).length > 0;
    return storesOver(records, fileMasterKey(keyFile, { mayCreate: !sealedBefore }));
  } catch (error) {
    await records.close();
    throw error;
  }
};
