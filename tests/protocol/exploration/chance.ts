import { addDays, localDateOf, type Instant, type LocalDate } from '../../../src/protocol/time';

/** Marks every word that somebody typed, so that it can be found wherever it does not belong. */
export const typedMark = '¤';

/** Draws that depend on nothing but the number they start with (mulberry32), so that a walk can be walked again. */
export const chance = (seed: number) => {
  let state = seed;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  const oneOf = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new Error('nothing to choose from');
    // The index is below the length of a list that is not empty.
    return items[below(items.length)] as T;
  };
  const of = <T>(...items: readonly T[]): T => oneOf(items);
  /** True so many times out of a hundred. */
  const percent = (times: number): boolean => below(100) < times;
  const text = (): string => `${typedMark}${below(1_000_000)}`;
  return {
    below,
    of,
    oneOf,
    percent,
    text,
    id: (kind: string): string => `${kind}-${below(1_000_000_000)}`,
    /** What somebody typed; a few times only spaces. */
    mostly: (times = 96): string => (percent(times) ? text() : '  '),
    /** A list with each of these in it or not. */
    some: <T>(items: readonly T[], times = 50): T[] => items.filter(() => percent(times)),
    /** A day that is mostly today or before. */
    day: (at: Instant): LocalDate => addDays(localDateOf(at), percent(4) ? 1 + below(20) : -below(6)),
    /** A moment that is mostly now or before. */
    moment: (at: Instant): Instant =>
      new Date(Date.parse(at) + (percent(4) ? 1 : -1) * oneOf([0, 5, 90, 600, 4000]) * 60_000).toISOString(),
    answer: () => oneOf(['ja', 'ja', 'ja', 'nee', 'twijfel'] as const),
  };
};
export type Chance = ReturnType<typeof chance>;
