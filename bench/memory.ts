import { fixed, table } from './figures';
import type { Found } from './found';
import type { Options } from './options';
import { onStage } from './stage';
import { CARD_ANSWER, SAMPLE, subjects, type Subject } from './subjects';

const QUARTERS = 4;

/** Memory in MB after each quarter of a long run: as it is, and what is kept once garbage is collected. */
type Grown = { rss: number[]; kept: number[] };

/** To open a form is a turn too. */
const grownBy = async (subject: Subject, options: Options): Promise<Grown> => {
  const running = await subject.start({ execArgv: ['--expose-gc'] });
  const stage = await onStage(subject, running, options);
  const grown: Grown = { rss: [], kept: [] };
  for (let turns = 0, quarter = 1; quarter <= QUARTERS; quarter += 1) {
    while (turns < (options.longRun / QUARTERS) * quarter) {
      const round = await stage.round();
      turns += round.turns + round.prepared;
    }
    grown.rss.push((await running.cost()).rssMb);
    grown.kept.push((await running.tidied()).rssMb);
  }
  await stage.leave();
  await running.stop();
  return grown;
};

/** What a long run leaves in memory: of the dialog sample, which keeps little, and of the bot. */
export const memory = async (options: Options): Promise<Found> => {
  const chosen = [SAMPLE, CARD_ANSWER].flatMap((name) => subjects(options).filter((one) => one.name === name));
  // At the same time: what counts is how much they keep, not how fast they are.
  const seen = await Promise.all(chosen.map((subject) => grownBy(subject, options)));
  const [sample, ours] = seen;
  const head = [
    'RSS, MB, after turns',
    ...Array.from({ length: QUARTERS }, (_, i) => fixed((options.longRun / QUARTERS) * (i + 1))),
  ];
  const rows = chosen.flatMap(({ name }, i) => [
    [name, ...(seen[i]?.rss ?? []).map((mb) => fixed(mb))],
    [`${name}, garbage collected`, ...(seen[i]?.kept ?? []).map((mb) => fixed(mb))],
  ]);
  console.log(`${table(head, rows)}\n`);
  const end = (numbers: readonly number[] = []): number => numbers.at(-1) ?? NaN;
  // How much garbage lies there just then is chance: whether it grows is seen in what is kept.
  const half = ours?.kept[QUARTERS / 2 - 1] ?? NaN;
  return {
    ratios: [
      { what: 'memory after a long run, of the dialog sample', is: end(ours?.rss) / end(sample?.rss), most: 1.2 },
      { what: 'memory kept after a long run, of half of it', is: end(ours?.kept) / half, most: 1.1 },
    ],
  };
};
