import { cpus } from 'node:os';
import { countTurns } from './counts';
import { fixed, table } from './figures';
import type { Found, Ratio } from './found';
import { growth } from './growth';
import { growthOnCosmos } from './growthOnCosmos';
import { memory } from './memory';
import { readOptions, type Options } from './options';
import { layCards } from './places';
import { startUp } from './startUp';
import { storm } from './storm';
import { playTurns } from './turns';

const parts: Readonly<Record<string, (options: Options) => Promise<Found>>> = {
  counts: countTurns,
  'start-up': startUp,
  turns: playTurns,
  growth,
  'growth-cosmos': growthOnCosmos,
  storm,
  memory,
};

const rowOf = (ratio: Ratio): string[] => {
  const held = 'least' in ratio ? ratio.is >= ratio.least : ratio.is <= ratio.most;
  const goal = 'least' in ratio ? `≥ ${ratio.least}` : `≤ ${ratio.most}`;
  return [ratio.what, fixed(ratio.is, 2), goal, held ? 'yes' : 'NO'];
};

const run = async (): Promise<void> => {
  const options = readOptions(process.argv.slice(2), Object.keys(parts));
  layCards();
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}\n`);
  const found: Found[] = [];
  for (const name of options.only) found.push((await parts[name]?.(options)) ?? { ratios: [] });
  const ratios = found.flatMap((one) => one.ratios);
  // A small run says whether the bot does all of its work; how fast that goes it can't tell.
  if (!options.smoke) console.log(table(['the bot', 'ratio', 'goal', 'held'], ratios.map(rowOf)));
  const problems = found.flatMap((one) => one.problems ?? []);
  for (const line of problems) console.error(line);
  if (problems.length > 0) process.exitCode = 1;
};

run().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
