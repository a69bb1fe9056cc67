import { setTimeout } from 'node:timers/promises';
import { chatOf } from './chats';
import { crowd, type Played } from './load';
import { tenantId } from './places';
import type { Counts } from './programs/beside';
import type { Running } from './running';
import type { Doings } from './subjects';
import { teamsSide, type Brought, type TeamsSide } from './teamsSide';

/** What one turn of everybody took, and what it cost and brought. `prepared`: turns that led up to it, and are not in that. */
export type Round = Played & {
  turns: number;
  prepared: number;
  cpuMs: number;
  rssMb: number;
  counts: Counts;
  brought: Brought;
};

/** A subject that serves, with its people and its side of Teams. */
export interface OnStage<Does extends Doings = Doings> {
  subject: Does;
  running: Running;
  teams: Pick<TeamsSide, 'brought'>;
  round(): Promise<Round>;
  /** The people go home; the program runs on. */
  leave(): Promise<void>;
}

/** What came between two counts of the same things. */
const between = <T extends Counts>(before: T, after: T): T =>
  Object.fromEntries(Object.entries(after).map(([name, value]) => [name, value - (before[name] ?? 0)])) as T; // the names of `after`

const [REST_MS, MOST_RESTS] = [250, 240];
/** Of a program that only answers how it is: some milliseconds. */
const RESTING_CPU_MS = 25;
/** What beginning left to be done apart from the turns, as counting for the figures, is no part of the turns after it. */
const atRest = async (running: Running): Promise<void> => {
  let before = await running.cost();
  for (let n = 0; n < MOST_RESTS; n += 1) {
    await setTimeout(REST_MS);
    const after = await running.cost();
    const same = Object.entries(after.counts).every(([name, count]) => before.counts[name] === count);
    if (same && after.cpuMs - before.cpuMs < RESTING_CPU_MS) return;
    before = after;
  }
};

/** The bot looks for what is due every 15 seconds: what was left for the next look. */
const NEXT_LOOK_MS = 16_000;
/** Waits until what beginning left for later is done too, before a store is filled in which that would take long. */
export const afterNextLook = async (running: Running): Promise<void> => {
  await setTimeout(NEXT_LOOK_MS);
  await atRest(running);
};

/** Lets people begin at a subject that runs, from person number `from` on, `atOnce` of them at the same time. */
export const onStage = async <Does extends Doings>(
  subject: Does,
  running: Running,
  { people, atOnce, from = 0 }: { people: number; atOnce: number; from?: number },
): Promise<OnStage<Does>> => {
  const teams = await teamsSide();
  const chats = Array.from({ length: people }, (_, n) => chatOf(from + n));
  const around = { tenantId, serviceUrl: teams.serviceUrl };
  const { work } = subject;
  const everybody = await crowd({ port: running.port, chats, atOnce, around, work, right: (a) => subject.right(a) });
  await atRest(running);
  return {
    ...{ subject, running, teams },
    round: async () => {
      const prepared = await everybody.prepare();
      const [before, broughtBefore] = [await running.cost(), teams.brought()];
      const played = await everybody.turn();
      const [after, brought] = [await running.cost(), between(broughtBefore, teams.brought())];
      const { rssMb } = after;
      const counts = between(before.counts, after.counts);
      return { ...played, turns: people, prepared, cpuMs: after.cpuMs - before.cpuMs, rssMb, counts, brought };
    },
    leave: async () => {
      everybody.leave();
      await teams.close();
    },
  };
};
