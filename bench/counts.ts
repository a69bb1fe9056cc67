import { fixed, table } from './figures';
import type { Found } from './found';
import type { Options } from './options';
import { onStage, type Round } from './stage';
import { subjects, type Subject } from './subjects';

/** What a round brought, against what it must bring: a benchmark of a bot that does its work by half is worth nothing. */
const problemsOf = ({ name, brings, records }: Subject, { turns, wrong, brought, counts }: Round): string[] => {
  const said: string[] = [];
  if (wrong > 0) said.push(`${name}: ${wrong} of ${turns} turns were not answered as they should`);
  for (const what of ['posts', 'updates'] as const)
    if (brought[what] !== turns * brings[what])
      said.push(`${name}: ${brought[what]} ${what} for ${turns} turns, not ${turns * brings[what]}`);
  if (records !== undefined && counts['events'] !== turns * records)
    said.push(`${name}: ${counts['events'] ?? 0} facts kept for ${turns} turns, not ${turns * records}`);
  return said;
};

const rowOf = ({ name }: Subject, { turns, bytes, brought, counts }: Round): string[] => {
  const each = (count: number | undefined, digits = 1): string =>
    count === undefined ? '–' : fixed(count / turns, digits);
  const cards = turns + brought.posts + brought.updates;
  return [
    name,
    each(brought.posts),
    each(brought.updates),
    fixed((bytes + brought.bytes) / cards),
    ...['events', 'reads', 'writes', 'syncs', 'requests', 'charge'].map((what) => each(counts[what])),
  ];
};
/** Counts are the same at every turn. */
const MOST_COUNTED = 100;
const HEAD = ['each turn', 'posts', 'updates', 'bytes/card', 'facts', 'reads', 'writes', 'commits', 'requests', 'RU'];

/** Counts what a turn of each subject makes, apart from every clock. */
export const countTurns = async (all: Options): Promise<Found> => {
  const options = { ...all, people: Math.min(all.people, MOST_COUNTED) };
  const rows: string[][] = [];
  const problems: string[] = [];
  for (const subject of subjects(options)) {
    const stage = await onStage(subject, await subject.start({ counted: true }), options);
    const round = await stage.round();
    await stage.leave();
    await stage.running.stop();
    rows.push(rowOf(subject, round));
    problems.push(...problemsOf(subject, round));
  }
  console.log(`${table(HEAD, rows)}\n`);
  return { ratios: [], problems };
};
