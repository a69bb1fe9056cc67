import type { Dutch } from '../text/tongue';
/** Rows of two fields that belong together: a whole row counts, an empty one is left out, half a row must be mended. */
export const rowsOf = <A, B>(
  half: Dutch,
  ...rows: readonly (readonly [first: A | undefined, second: B | undefined])[]
): { rows: readonly (readonly [A, B])[] } | { problems: readonly Dutch[] } => {
  const whole: (readonly [A, B])[] = [];
  for (const [first, second] of rows) {
    if (first === undefined && second === undefined) continue;
    if (first === undefined || second === undefined) return { problems: [half] };
    whole.push([first, second]);
  }
  return { rows: whole };
};
