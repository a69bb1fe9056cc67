import { fixed, median, quantile, ratio, table } from './figures';
import type { Options } from './options';
import { onStage, type OnStage, type Round } from './stage';
import type { Found } from './found';
import { CARD_ANSWER, ECHO, SAMPLE, subjects, type Subject } from './subjects';

export type Seen = { subject: Subject; rounds: readonly Round[] };

/** Rounds of all subjects in turn, every other one backwards: whatever else the machine does, it does to all of them. */
export const inRounds = async (
  stages: readonly OnStage<Subject>[],
  { rounds, warmUp }: Options,
): Promise<readonly Seen[]> => {
  const seen = stages.map(({ subject }): { subject: Subject; rounds: Round[] } => ({ subject, rounds: [] }));
  for (let n = -warmUp; n < rounds; n += 1) {
    const order = stages.map((stage, i) => ({ stage, i }));
    for (const { stage, i } of n % 2 === 0 ? order : order.reverse()) {
      const round = await stage.round();
      if (n >= 0) seen[i]?.rounds.push(round);
    }
  }
  return seen;
};

const rateOf = ({ turns, tookMs }: Round): number => (turns / tookMs) * 1000;
export const rates = ({ rounds }: Seen): number[] => rounds.map(rateOf);
export const p99s = ({ rounds }: Seen): number[] => rounds.map(({ ms }) => quantile(ms, 0.99));

export const named = (all: readonly Seen[], name: string): Seen => {
  const found = all.find(({ subject }) => subject.name === name);
  if (!found) throw new Error(`${name} was not measured`);
  return found;
};

const rowOf = (echo: Seen, seen: Seen): string[] => {
  const { subject, rounds } = seen;
  return [
    subject.name,
    fixed(median(rates(seen))),
    fixed(ratio(rates(seen), rates(echo)), 2),
    fixed(median(rounds.map(({ ms }) => median(ms))), 1),
    fixed(median(p99s(seen)), 1),
    fixed(median(rounds.map(({ cpuMs, turns }) => cpuMs / turns)), 2),
    fixed(rounds.at(-1)?.rssMb ?? NaN),
  ];
};
const HEAD = ['', 'turns/s', '× EchoBot', 'p50 ms', 'p99 ms', 'CPU ms/turn', 'RSS MB'];

/** Starts every subject and plays them against each other. */
export const playTurns = async (options: Options): Promise<Found> => {
  const stages: OnStage<Subject>[] = [];
  for (const subject of subjects(options)) {
    const profiled = options.profiles ? ['--cpu-prof', `--cpu-prof-dir=${options.profiles}`] : [];
    stages.push(await onStage(subject, await subject.start({ execArgv: profiled }), options));
  }
  const seen = await inRounds(stages, options);
  for (const stage of stages) {
    await stage.leave();
    await stage.running.stop();
  }
  const [echo, sample, ours] = [named(seen, ECHO), named(seen, SAMPLE), named(seen, CARD_ANSWER)];
  const rows = seen.map((one) => rowOf(echo, one));
  console.log(`${table(HEAD, rows)}\n`);
  return {
    ratios: [
      { what: 'card answers a second, of the dialog sample', is: ratio(rates(ours), rates(sample)), least: 1.5 },
      { what: 'card answers a second, of EchoBot', is: ratio(rates(ours), rates(echo)), least: 0.6 },
      { what: 'p99 of a card answer, of EchoBot', is: ratio(p99s(ours), p99s(echo)), most: 3 },
    ],
    problems: seen.flatMap(({ subject, rounds }) =>
      rounds.some(({ wrong }) => wrong > 0) ? [`${subject.name}: not every turn was answered as it should`] : [],
    ),
  };
};
