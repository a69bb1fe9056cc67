import { DatabaseSync } from '@photostructure/sqlite';
import { join } from 'node:path';
import { newFolder } from './places';
import type { Cost } from './programs/beside';
import { start, type Running, type Start } from './running';

export type MeldcodeStart = Start & {
  teachers: number;
  /** Counts what is asked of SQLite; that costs time, so never together with a clock. */
  counted?: boolean;
};

/** How many facts lie on disk, seen by another process than the one that wrote them. */
const eventsIn = (folder: string): number => {
  const database = new DatabaseSync(join(folder, 'meldcode.sqlite'), { readOnly: true });
  const row = database.prepare('SELECT count(*) AS events FROM events').get() as { events: number }; // the column it names
  database.close();
  return row.events;
};

/** The bot on a SQLite file of its own, which goes when it stops. */
export const startMeldcode = async (options: MeldcodeStart): Promise<Running & { folder: string }> => {
  const { teachers, counted, env, execArgv = [] } = options;
  const { folder, directory, remove } = newFolder(teachers);
  const own = { DATA_DIR: folder, DIRECTORY_FILE: directory, PORT: '0' };
  const counting = counted ? ['-r', join(__dirname, 'programs/operations.js')] : [];
  const running = await start('meldcodeBot', { env: { ...own, ...env }, execArgv: [...counting, ...execArgv] });
  const withEvents = (ask: 'cost' | 'tidied') => async (): Promise<Cost> => {
    const cost = await running[ask]();
    return counted ? { ...cost, counts: { ...cost.counts, events: eventsIn(folder) } } : cost;
  };
  return {
    ...running,
    folder,
    ...{ cost: withEvents('cost'), tidied: withEvents('tidied') },
    stop: async () => {
      await running.stop();
      remove();
    },
  };
};

/** The bot on an account of Azure Cosmos DB of its own; what it counts are that account's requests and their charge. */
export const startOnCosmos = async (options: MeldcodeStart): Promise<Running & { account: Running }> => {
  const account = await start('cosmosAccount');
  const env = {
    ...{ STORE: 'cosmos', COSMOS_DATABASE: 'meldcode', COSMOS_KEY: account.key ?? '' },
    COSMOS_ENDPOINT: `http://127.0.0.1:${account.port}/`,
  };
  const running = await startMeldcode({ ...options, counted: false, env: { ...env, ...options.env } });
  const withCharge = (ask: 'cost' | 'tidied') => async (): Promise<Cost> => {
    const { counts } = await account.cost();
    return { ...(await running[ask]()), counts };
  };
  return {
    ...running,
    account,
    ...{ cost: withCharge('cost'), tidied: withCharge('tidied') },
    stop: async () => {
      await running.stop();
      await account.stop();
    },
  };
};
