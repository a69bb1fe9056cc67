import { openCosmos } from '../src/casefile/cosmos/openCosmos';
import { fixed, median, table } from './figures';
import type { Found } from './found';
import { startOnCosmos } from './meldcode';
import type { Options } from './options';
import type { Running } from './running';
import { afterNextLook, onStage, type OnStage } from './stage';
import { answering, listing } from './subjects';

const PEOPLE = 8;

type Charge = { requests: number; charge: number };
const eachTurn = async (stage: OnStage): Promise<Charge> => {
  const { counts, turns } = await stage.round();
  return { requests: (counts['requests'] ?? 0) / turns, charge: (counts['charge'] ?? 0) / turns };
};

const LOOKS = 5;
/** One look for what is due, by another program than the bot. */
const eachLook = async (account: Running): Promise<Charge> => {
  const { port, key = '' } = account;
  const at = { endpoint: `http://127.0.0.1:${port}/`, database: 'meldcode', credential: { key }, discovery: false };
  const records = openCosmos(at, () => new Date().toISOString());
  const look = async (): Promise<Charge> => {
    const before = (await account.cost()).counts;
    await records.cases.claimDue(new Date().toISOString(), 20, 60_000);
    const after = (await account.cost()).counts;
    const more = (what: string): number => (after[what] ?? 0) - (before[what] ?? 0);
    return { requests: more('requests'), charge: more('charge') };
  };
  const looks: Charge[] = [];
  for (let n = 0; n < LOOKS; n += 1) looks.push(await look());
  await records.close();
  return { requests: median(looks.map(({ requests }) => requests)), charge: median(looks.map(({ charge }) => charge)) };
};

type Measured = readonly (readonly [what: string, charge: Charge])[];

/** What turns cost with so many cases of others in the account. */
const withCases = async (cases: number): Promise<Measured> => {
  const running = await startOnCosmos({ teachers: 2 * PEOPLE });
  const size = { people: PEOPLE, atOnce: 1 };
  const answers = await onStage(answering, running, size);
  const lists = await onStage(listing, running, { ...size, from: PEOPLE });
  await afterNextLook(running);
  await running.account.fill(cases);
  const measured: Measured = [
    ['card answer', await eachTurn(answers)],
    ['my cases', await eachTurn(lists)],
    ['look for what is due', await eachLook(running.account)],
  ];
  await answers.leave();
  await lists.leave();
  await running.stop();
  return measured;
};

/** On the peer time says nothing, for it walks through all it has; requests and their charge are what Azure asks. */
export const growthOnCosmos = async ({ few, many }: Options): Promise<Found> => {
  const small = await withCases(few);
  const large = await withCases(many);
  const pairs = small.map(([what, charge], i) => ({
    what,
    charge,
    other: large[i]?.[1] ?? { requests: NaN, charge: NaN },
  }));
  const rows = pairs.map(({ what, charge, other }) => [
    what,
    ...[charge.requests, other.requests, charge.charge, other.charge].map((number) => fixed(number, 1)),
    fixed(other.charge / charge.charge, 2),
  ]);
  const head = [`each, ${few} and ${many} cases`, 'requests, few', 'many', 'RU, few', 'many', 'ratio'];
  console.log(`${table(head, rows)}\n`);
  return {
    ratios: pairs.map(({ what, charge, other }) => ({
      ...{ what: `${what}, RU, many of few`, is: other.charge / charge.charge, most: 1.1 },
    })),
  };
};
