import { fixed, table } from './figures';
import type { Found } from './found';
import type { Options } from './options';
import { onStage } from './stage';
import { CARD_ANSWER, SAMPLE, subjects, type Subject } from './subjects';

const QUARTERS = 4;

/** Memory of a program after each quarter of a long run, in MB. To open a form is a turn too. */
const grownBy = async (subject: Subject, options: Options): Promise<number[]> => {
  const running = await subject.start();
  const stage = await onStage(subject, running, options);
  const seen: number[] = [];
  for (let turns = 0, quarter = 1; quarter <= QUARTERS; quarter += 1) {
    while (turns < (options.longRun / QUARTERS) * quarter) {
      const round = await stage.round();
      turns += round.turns + round.prepared;
    }
    seen.push((await running.cost()).rssMb);
  }
  await stage.leave();
  await running.stop();
  return seen;
};

/** What a long run leaves in memory: of the dialog sample, which keeps little, and of the bot. */
export const memory = async (options: Options): Promise<Found> => {
  const chosen = [SAMPLE, CARD_ANSWER].flatMap((name) => subjects(options).filter((one) => one.name === name));
  // At the same time: what counts is how much they keep, not how fast they are.
  const seen = await Promise.all(chosen.map((subject) => grownBy(subject, options)));
  const [sample = [], ours = []] = seen;
  const head = ['RSS, MB, after turns', ...sample.map((_, i) => fixed((options.longRun / QUARTERS) * (i + 1)))];
  console.log(
    `${table(
      head,
      chosen.map(({ name }, i) => [name, ...(seen[i] ?? []).map((mb) => fixed(mb))]),
    )}\n`,
  );
  const [half = NaN, end = NaN] = [ours[QUARTERS / 2 - 1], ours.at(-1)];
  return {
    ratios: [
      { what: 'memory after a long run, of the dialog sample', is: end / (sample.at(-1) ?? NaN), most: 1.2 },
      { what: 'memory after a long run, of half of it', is: end / half, most: 1.1 },
    ],
  };
};
