import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { End } from '../casefile/whole/copyStore';
import { fileMasterKey } from '../casefile/sealed/fileMasterKey';
import { refuseIncomplete } from '../casefile/whole/incomplete';
import type { MasterKey } from '../casefile/sealed/masterKey';
import { openSqlite } from '../casefile/sqlite/openSqlite';
import type { Records } from '../casefile/records';
import type { Config } from '../config';
import { openAccount, StoreProblem } from '../openStores';
import { vaultKeyOf } from '../vaultKey';
import { UpkeepProblem } from './upkeepProblem';

/** A store as a command line names it: the folder of a SQLite file, or the account of the environment. */
export type Place = { kind: 'sqlite'; folder: string } | { kind: 'cosmos' };

/** `sqlite:FOLDER` or `cosmos`. Throws UpkeepProblem. */
export const placeOf = (text: string | undefined, option: string): Place => {
  if (text === 'cosmos') return { kind: 'cosmos' };
  if (text?.startsWith('sqlite:') && text.length > 'sqlite:'.length)
    return { kind: 'sqlite', folder: text.slice('sqlite:'.length) };
  throw new UpkeepProblem(`${option}: Kies sqlite:MAP (de map met meldcode.sqlite) of cosmos.`);
};

/** The store of the environment itself. */
export const placeIn = ({ store, dataDir }: Config): Place =>
  store.kind === 'cosmos' ? store : { kind: 'sqlite', folder: dataDir };

export const caseFilesIn = (folder: string): string => join(folder, 'meldcode.sqlite');
export const keyFileIn = (folder: string): string => join(folder, 'master.key');

const keyOf = (config: Config, folder: string, mayCreate: boolean): MasterKey =>
  vaultKeyOf(config, keyFileIn(folder)) ?? fileMasterKey(keyFileIn(folder), { mayCreate });

const openFolder = (config: Config, folder: string, mayBeNew: boolean): End => {
  const isNew = !existsSync(caseFilesIn(folder));
  if (isNew && !mayBeNew) throw new UpkeepProblem('In deze map staat geen bestand met dossiers (meldcode.sqlite).');
  // the key first: where it cannot be used, no file of cases is made
  const master = keyOf(config, folder, isNew);
  return { master, records: openSqlite(caseFilesIn(folder)) };
};

const openCosmosEnd = async (config: Config): Promise<End> => {
  const { store, dataDir } = config;
  if (store.kind !== 'cosmos')
    throw new UpkeepProblem('STORE: Zet STORE=cosmos en COSMOS_ENDPOINT in de omgeving om het account te bereiken.');
  let records: Records | undefined;
  try {
    records = await openAccount(store, config, () => new Date().toISOString());
    const sealedBefore = (await records.keys.page({ limit: 1 })).length > 0;
    return { records, master: keyOf(config, dataDir, !sealedBefore) };
  } catch (error) {
    await records?.close();
    throw new StoreProblem('cosmos', { cause: error });
  }
};

/**
 * Opens a store with the key that opens it; as the target of a copy it may be new, or half filled. Throws UpkeepProblem,
 * StoreIncomplete, StoreProblem, MasterKeyFault or a fault of the store.
 */
export const openEnd = async (config: Config, place: Place, { asTarget = false } = {}): Promise<End> => {
  const end = place.kind === 'sqlite' ? openFolder(config, place.folder, asTarget) : await openCosmosEnd(config);
  try {
    if (!asTarget) await refuseIncomplete(end.records);
    return end;
  } catch (error) {
    await end.records.close();
    throw error;
  }
};
