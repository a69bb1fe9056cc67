import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openSqlite } from '../../src/casefile/sqlite/openSqlite';
import { storesWithKeyFile } from '../../src/casefile/stores';
import { contextOf, now } from '../cards/context';
import { insideBot } from '../support/insideBot';
import { players, states } from './states';
import { keep } from './tried';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void; // what the flag makes

/** Heap in MB after the collector has been through. */
const heap = (): number => {
  gc();
  gc();
  return process.memoryUsage().heapUsed / 1_048_576;
};

export type Soaked = { turns: number; before: number; after: number };

/** Plays so many turns of one person over one case, none of which records; first a tenth of them to warm up. */
export const soak = async (turns: number): Promise<Soaked> => {
  // On disk, so that what is kept on purpose does not count as memory.
  const folder = mkdtempSync(join(tmpdir(), 'meldcode-soak-'));
  const records = openSqlite(join(folder, 'cases.sqlite'), () => now);
  const { close, ...stores } = await storesWithKeyFile(records, join(folder, 'master.key'));
  const bot = insideBot({ now: () => now, ...stores });
  const caseId = randomUUID();
  const [state] = states;
  await keep(bot.cases, caseId, state?.events ?? contextOf([]).entries.map(({ event }) => event));
  const kinds = [
    () => bot.says(players.owner, 'nood'),
    () => bot.says(players.stranger, 'hallo'),
    () => bot.presses(players.owner, 'showHub', { m: { case: randomUUID() } }),
    () => bot.presses(players.stranger, 'showHub', { m: { case: caseId } }),
    () =>
      bot.presses(players.owner, 'recordSignal', {
        m: { case: caseId, key: randomUUID(), form: 'step1-signals/signal' },
      }),
    () => bot.presses(players.owner, 'showMyCases', { m: {} }),
  ];
  const play = async (count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1) await kinds[n % kinds.length]?.();
  };
  await play(Math.ceil(turns / 10));
  const before = heap();
  await play(turns);
  const after = heap();
  await bot.close();
  await close();
  rmSync(folder, { recursive: true });
  return { turns, before, after };
};
