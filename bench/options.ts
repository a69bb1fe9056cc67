/** How much a run measures. */
export interface Options {
  /** Rounds over all subjects, one after another; figures are medians of rounds. */
  rounds: number;
  /** People of one subject; in a round everybody takes one turn. */
  people: number;
  /** Rounds before the first that counts, to let the compiler of Node settle. */
  warmUp: number;
  /** People who press at the same time. */
  atOnce: number;
  /** Turns after which memory is compared. */
  longRun: number;
  /** Starts of each program. */
  starts: number;
  /** Cases of others in the small and in the large store. */
  few: number;
  many: number;
  /** Due items of the storm, and for how many seconds it is watched. */
  due: number;
  stormSeconds: number;
  /** Judges counts only: small enough for every change, and no ratio is asked for. */
  smoke: boolean;
  /** Parts of the bench to run, in this order. */
  only: readonly string[];
  /** Folder for CPU profiles of the programs; undefined: none are made. */
  profiles: string | undefined;
}

const usual: Options = {
  ...{ rounds: 9, people: 300, warmUp: 2, atOnce: 16, longRun: 20_000, starts: 7, few: 100, many: 100_000 },
  ...{ due: 10_000, stormSeconds: 45, smoke: false, only: [], profiles: undefined },
};
const small: Options = {
  ...usual,
  ...{ rounds: 2, people: 12, warmUp: 0, atOnce: 4, longRun: 100, starts: 1, few: 10, many: 1_000 },
  ...{ due: 60, stormSeconds: 2, smoke: true },
};

const numbers = [
  'rounds',
  'people',
  'warmUp',
  'atOnce',
  'longRun',
  'starts',
  'few',
  'many',
  'due',
  'stormSeconds',
] as const;

/** `--smoke`, `--only turns,growth`, `--profiles FOLDER`, and a number for each of the sizes, as in `--rounds 5`. */
export const readOptions = (args: readonly string[], parts: readonly string[]): Options => {
  const given = (name: string): string | undefined => {
    const at = args.indexOf(`--${name}`);
    return at === -1 ? undefined : args[at + 1];
  };
  const base = args.includes('--smoke') ? small : usual;
  const sizes = numbers.flatMap((name) => {
    const value = given(name);
    if (value === undefined) return [];
    if (!/^[1-9]\d*$/.test(value)) throw new RangeError(`--${name} takes a whole number above 0`);
    return [[name, Number(value)] as const];
  });
  const only = given('only')?.split(',') ?? (base.smoke ? ['counts'] : parts);
  if (only.some((part) => !parts.includes(part))) throw new RangeError(`--only takes ${parts.join(', ')}`);
  return {
    ...base,
    ...Object.fromEntries(sizes),
    only,
    profiles: given('profiles'),
  };
};
