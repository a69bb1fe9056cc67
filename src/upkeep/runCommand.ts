import { config as readDotEnv } from 'dotenv';
import { CopyFault } from '../casefile/whole/compareStores';
import { StoreIncomplete } from '../casefile/whole/incomplete';
import { MasterKeyFault } from '../casefile/sealed/masterKey';
import { parseConfig, type Config } from '../config';
import { cureOf } from '../cures';
import { StoreProblem } from '../openStores';
import type { Say } from './counting';
import { UpkeepProblem } from './upkeepProblem';

/** A command of the administrator: gives the exit code (0: done and whole, 1: something is wrong with the data). */
export type Command = (given: { config: Config; args: readonly string[]; say: Say }) => Promise<number>;

/** It could not be done at all; what is wrong lies outside the data. */
const NOT_DONE = 2;

const differs = ({ code, caseId }: CopyFault): string => {
  if (code === 'target-in-use') return 'In het doel staat al een opslag. Er is niets gekopieerd. Kies een lege.';
  const where = caseId === undefined ? 'De aantallen of overige gegevens zijn' : `Dossier ${caseId} is`;
  return `${where} in het doel niet hetzelfde. Gebruik het doel niet, stop de bot en kopieer nog een keer.`;
};

const wordsFor = (error: unknown): string => {
  if (error instanceof UpkeepProblem) return error.message;
  if (error instanceof CopyFault) return differs(error);
  if (error instanceof MasterKeyFault || error instanceof StoreProblem || error instanceof StoreIncomplete)
    return cureOf(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'onbekend';
  return `De opslag kan niet gelezen of beschreven worden (fout: ${code}).`;
};

/** Runs one command over the environment; faults are told without content. */
export const runCommand = async (command: Command, args: readonly string[]): Promise<number> => {
  readDotEnv({ quiet: true });
  const read = parseConfig(process.env);
  if ('problems' in read) {
    for (const line of read.problems) console.error(line);
    return NOT_DONE;
  }
  try {
    return await command({ config: read.config, args, say: (line) => console.log(line) });
  } catch (error) {
    console.error(wordsFor(error));
    return error instanceof CopyFault && error.code === 'not-the-same' ? 1 : NOT_DONE;
  }
};
