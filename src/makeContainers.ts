import { config as readDotEnv } from 'dotenv';
import { makeContainers } from './casefile/cosmos/cosmosSetup';
import { parseConfig } from './config';
import { cureOf } from './cures';
import { accountOf, StoreProblem } from './openStores';

/**
 * Makes the database and its containers in the account of the environment, for development. In production the deployment
 * template does, and the bot has no right to.
 */
export const makeContainersFor = async (env: Readonly<Record<string, string | undefined>>): Promise<string[]> => {
  const read = parseConfig({ ...env, STORE: 'cosmos' });
  if ('problems' in read) return read.problems;
  const { nodeEnv, store } = read.config;
  if (nodeEnv === 'production') return ['NODE_ENV: In productie maakt de sjabloon in Azure de containers.'];
  if (store.kind !== 'cosmos') return ['STORE: Alleen bij cosmos zijn er containers.'];
  try {
    await makeContainers(accountOf(store, read.config));
    return [];
  } catch (error) {
    return [cureOf(new StoreProblem('cosmos', { cause: error }))];
  }
};

const run = async (): Promise<void> => {
  readDotEnv({ quiet: true });
  const problems = await makeContainersFor(process.env);
  for (const line of problems) console.error(line);
  if (problems.length > 0) process.exitCode = 1;
  else console.log('De database en haar containers staan klaar.');
};

if (require.main === module) void run();
