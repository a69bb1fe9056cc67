import { join } from 'node:path';
import { openSqlite } from '../src/casefile/sqlite/openSqlite';
import { storesWithKeyFile, type Stores } from '../src/casefile/stores';
import { ballast } from './ballast';
import { chatOf } from './chats';
import { fixed, median, ratio, table } from './figures';
import type { Found } from './found';
import { grow } from './longCases';
import { startMeldcode } from './meldcode';
import type { Options } from './options';
import type { Running } from './running';
import { afterNextLook, onStage, type OnStage } from './stage';
import { answering, listing } from './subjects';
import { caseOf } from './works';

const PEOPLE = 32;
/** People with a long case, and as many with a short one. */
const WRITERS = 8;
const [SHORT, LONG] = [10, 1_000];
/** So many that the clock of the CPU, which ticks in milliseconds, can tell them. */
const CLAIMS = 4_000;

type Place = { running: Running; stores: Stores; answers: OnStage; lists: OnStage };

/** A bot on a file with so many cases of others, people who work in it, and the same file opened once more. */
const placeWith = async (cases: number): Promise<Place> => {
  const running = await startMeldcode({ teachers: 2 * PEOPLE + 2 * WRITERS, execArgv: ['--expose-gc'] });
  const { folder } = running;
  const size = { people: PEOPLE, atOnce: 8 };
  const answers = await onStage(answering, running, size);
  const lists = await onStage(listing, running, { ...size, from: PEOPLE });
  await afterNextLook(running);
  ballast(folder, cases);
  const stores = await storesWithKeyFile(openSqlite(join(folder, 'meldcode.sqlite')), join(folder, 'master.key'));
  return { running, stores, answers, lists };
};

/** People whose cases have so many events each. */
const writersIn = async ({ running, stores }: Place, from: number, events: number): Promise<OnStage> => {
  const stage = await onStage(answering, running, { people: WRITERS, atOnce: WRITERS, from });
  for (let n = from; n < from + WRITERS; n += 1) await grow(stores.cases, caseOf(chatOf(n)), events);
  return stage;
};

/** CPU of the bot, with SQLite, which runs in it: of a machine that does more than this it says more than a clock. */
const perTurn = async (stage: OnStage): Promise<number> => {
  const { cpuMs, turns } = await stage.round();
  return cpuMs / turns;
};
/** One look for what is due, when nothing is, by this process: it does nothing else meanwhile. */
const perLook = async ({ stores }: Place): Promise<number> => {
  const before = process.cpuUsage();
  for (let n = 0; n < CLAIMS; n += 1) await stores.cases.claimDue(new Date().toISOString(), 20, 60_000);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / CLAIMS;
};

/** Two of a kind, measured in turn. */
type Pair = { what: string; few: () => Promise<number>; many: () => Promise<number> };
type Measured = { what: string; few: number[]; many: number[] };

const alternately = async (pairs: readonly Pair[], rounds: number): Promise<readonly Measured[]> => {
  const all = pairs.map(({ what }): Measured => ({ what, few: [], many: [] }));
  for (let n = -1; n < rounds; n += 1)
    for (const [i, pair] of pairs.entries()) {
      const order = n % 2 === 0 ? (['few', 'many'] as const) : (['many', 'few'] as const);
      for (const which of order) {
        const ms = await pair[which]();
        if (n >= 0) all[i]?.[which].push(ms); // the first round only warms up
      }
    }
  return all;
};

/** What a turn takes in a small and in a large store, and in a short and in a long case, on SQLite. */
export const growth = async ({ few, many, rounds }: Options): Promise<Found> => {
  const [small, large] = [await placeWith(few), await placeWith(many)];
  const short = await writersIn(small, 2 * PEOPLE, SHORT);
  const long = await writersIn(small, 2 * PEOPLE + WRITERS, LONG);
  const measured = await alternately(
    [
      { what: 'card answer', few: () => perTurn(small.answers), many: () => perTurn(large.answers) },
      { what: 'my cases', few: () => perTurn(small.lists), many: () => perTurn(large.lists) },
      { what: 'look for what is due', few: () => perLook(small), many: () => perLook(large) },
      { what: `card answer, case of ${LONG} events`, few: () => perTurn(short), many: () => perTurn(long) },
    ],
    rounds,
  );
  const [rssFew, rssMany] = [(await small.running.tidied()).rssMb, (await large.running.tidied()).rssMb];
  for (const stage of [short, long, small.answers, small.lists, large.answers, large.lists]) await stage.leave();
  for (const { stores, running } of [small, large]) {
    await stores.close();
    await running.stop();
  }
  const all = [...measured, { what: 'memory of the bot, MB', few: [rssFew], many: [rssMany] }];
  const rows = all.map((one) => [
    one.what,
    ...[one.few, one.many].map((numbers) => fixed(median(numbers), 3)),
    fixed(ratio(one.many, one.few), 2),
  ]);
  console.log(`${table([`CPU ms on SQLite, ${few} and ${many} cases`, 'few', 'many', 'ratio'], rows)}\n`);
  return { ratios: all.map((one) => ({ what: `${one.what}, many of few`, is: ratio(one.many, one.few), most: 1.1 })) };
};
