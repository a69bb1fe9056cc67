import { DatabaseSync } from '@photostructure/sqlite';
import { join } from 'node:path';
import { openSqlite } from '../src/casefile/sqlite/openSqlite';
import { storesWithKeyFile } from '../src/casefile/stores';
import { chatOf } from './chats';
import { fixed, median, quantile, table } from './figures';
import type { Found } from './found';
import { startMeldcode } from './meldcode';
import type { Options } from './options';
import { overdue } from './overdueCases';
import { schoolOf } from './places';
import { onStage, type OnStage, type Round } from './stage';
import { answering, typing } from './subjects';

/** People who press on, and people who are reminded. */
const [WRITERS, OWNERS] = [32, 480];
const DAY = 86_400_000;
/** What Teams takes from one bot in one tenant, in messages a second (platform §1.1: 30), with room for answers. */
const PACE = 20;

/** From now to the next Wednesday morning in the Netherlands, when people may be reminded. */
const untilWednesday = (now: number): number => {
  const nine = Math.floor(now / DAY) * DAY + 9 * 3_600_000;
  const days = Array.from({ length: 8 }, (_, n) => nine + n * DAY);
  return (days.find((at) => at >= now && new Date(at).getUTCDay() === 3) ?? nine) - now;
};

const waiting = (folder: string, now: string): number => {
  const database = new DatabaseSync(join(folder, 'meldcode.sqlite'), { readOnly: true });
  const row = database.prepare('SELECT count(*) AS n FROM due WHERE ready_at <= ?').get(now) as { n: number }; // as it says
  database.close();
  return row.n;
};

const during = async (stage: OnStage, ms: number, over = (): boolean => false): Promise<Round[]> => {
  const rounds: Round[] = [];
  for (const began = performance.now(); performance.now() - began < ms && !over();) rounds.push(await stage.round());
  return rounds;
};
const all = (rounds: readonly Round[]): number[] => rounds.flatMap(({ ms }) => ms);

/** Thousands of terms come due at once, while people go on answering cards. */
export const storm = async ({ due, stormSeconds }: Options): Promise<Found> => {
  const ahead = untilWednesday(Date.now());
  const now = (): string => new Date(Date.now() + ahead).toISOString();
  const running = await startMeldcode({ teachers: WRITERS + OWNERS, env: { AHEAD_MS: String(ahead) } });
  const { folder } = running;
  const writers = await onStage(answering, running, { people: WRITERS, atOnce: 4 });
  const owners = await onStage(typing, running, { people: OWNERS, atOnce: 8, from: WRITERS });
  await owners.round(); // the bot learns where their chats are
  await during(writers, 5_000);
  const calm = await during(writers, 10_000);

  const stores = await storesWithKeyFile(openSqlite(join(folder, 'meldcode.sqlite')), join(folder, 'master.key'));
  const people = Array.from({ length: OWNERS }, (_, i) => {
    const n = WRITERS + i;
    return { id: chatOf(n).aadObjectId, schoolId: schoolOf(n) };
  });
  const at = new Date(Date.parse(now()) - 40 * DAY).toISOString();
  await overdue(stores.cases, { at, by: now(), due, owners: people });
  await stores.close();

  const [left, sent, began] = [waiting(folder, now()), owners.teams.brought().posts, performance.now()];
  const busy = await during(writers, stormSeconds * 1_000, () => waiting(folder, now()) === 0);
  const seconds = (performance.now() - began) / 1_000;
  const open = waiting(folder, now());
  const drained = left - open;
  const messages = owners.teams.brought().posts - sent;
  await owners.leave();
  await writers.leave();
  await running.stop();

  const rows = [
    ['terms waiting', fixed(left)],
    ['terms settled a second', fixed(drained / seconds, 1)],
    ['messages a second', fixed(messages / seconds, 1)],
    [
      open === 0 ? 'all settled after, in minutes' : 'all settled after, at this pace',
      fixed(left / (drained / seconds) / 60, 1),
    ],
    ['card answer before, p50 / p99 ms', `${fixed(median(all(calm)), 1)} / ${fixed(quantile(all(calm), 0.99), 1)}`],
    ['card answer during, p50 / p99 ms', `${fixed(median(all(busy)), 1)} / ${fixed(quantile(all(busy), 0.99), 1)}`],
  ];
  console.log(`${table([`${due} terms come due at once`, ''], rows)}\n`);
  const wrong = [...calm, ...busy].reduce((sum, round) => sum + round.wrong, 0);
  return {
    ratios: [
      { what: 'messages a second in a term storm, of the pace', is: messages / seconds / PACE, most: 1.05 },
      { what: 'p50 of a card answer in a term storm, of before', is: median(all(busy)) / median(all(calm)), most: 2 },
    ],
    problems: [
      ...(wrong > 0 ? [`storm: ${wrong} card answers went wrong`] : []),
      ...(drained <= 0 ? ['storm: nothing was settled'] : []),
    ],
  };
};
