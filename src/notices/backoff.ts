const FIRST_MS = 5_000;
const LONGEST_MS = 3_600_000;

/** Chance between 0 and 1, an argument so that a test can choose it. */
export type Chance = () => number;

/**
 * How long to wait before the next try, in milliseconds: twice as long each time, up to an hour. Half of it is chance, so
 * that what failed together does not come back together.
 * @param tries how many have been made, 1 or more
 */
export const waitAfter = (tries: number, chance: Chance): number => {
  const whole = Math.min(FIRST_MS * 2 ** Math.min(tries - 1, 20), LONGEST_MS);
  return Math.round(whole / 2 + (whole / 2) * chance());
};
