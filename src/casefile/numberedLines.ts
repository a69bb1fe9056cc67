import { lastUsed } from './lastUsed';
import type { KeyValueStore } from './keyValueStore';

/** Lists of lines that are only added to, each under its own number: 1, 2, 3 … in the order of adding. */
export interface NumberedLines {
  /** Gives the number of the new line. */
  add(list: string, value: unknown): Promise<number>;
  /** Every line as it lies there, in order; `undefined` where one was taken out behind our back. */
  read(list: string): Promise<unknown[]>;
  /** Puts another value under a number that was given out. */
  replace(list: string, n: number, value: unknown): Promise<void>;
  erase(list: string): Promise<void>;
}

const PAGE = 100;
/** Lists whose end is remembered. */
const ENDS = 1_000;

const countIn = (value: unknown): number => {
  const count: unknown = typeof value === 'object' && value !== null && 'count' in value ? value.count : 0;
  return typeof count === 'number' && Number.isInteger(count) && count > 0 ? count : 0;
};

/**
 * Lists in the key-value store, one value a line. `create` never overwrites, so two instances that write at once get two
 * numbers. The count only helps to find the end; the lines themselves are the list.
 */
export const numberedLines = (store: KeyValueStore, names: { line: string; count: string }): NumberedLines => {
  const lineOf = (list: string, n: number): string => `${names.line}:${list}:${n}`;
  /** The number of the last line that was added here. */
  const ends = lastUsed<number>(ENDS);
  const countOf = (list: string): string => `${names.count}:${list}`;
  const counted = async (list: string): Promise<number> => countIn((await store.read([countOf(list)]))[countOf(list)]);

  /** The lines as they lie there, up to the first number that was never given out. */
  const read = async (list: string): Promise<unknown[]> => {
    const atLeast = await counted(list);
    const lines: unknown[] = [];
    for (;;) {
      const keys = Array.from({ length: PAGE }, (_, i) => lineOf(list, lines.length + i + 1));
      const found = await store.read(keys);
      const page = keys.map((key) => found[key]);
      const end = page.findIndex((line, i) => line === undefined && lines.length + i >= atLeast);
      lines.push(...(end < 0 ? page : page.slice(0, end)));
      if (end >= 0) return lines;
    }
  };

  return {
    read,
    add: async (list, value) => {
      let last = ends.get(list) ?? (await counted(list));
      for (;;) {
        const n = last + 1;
        // Nothing is put after a line that is gone: the list may have been erased, and begun anew, by another instance.
        const after = ends.get(list) === last ? { after: lineOf(list, last) } : {};
        if (await store.create(lineOf(list, n), value, { ...after, along: { [countOf(list)]: { count: n } } })) {
          ends.set(list, n);
          return n;
        }
        const known = ends.get(list) !== undefined;
        ends.delete(list);
        last = known ? await counted(list) : n;
      }
    },
    replace: (list, n, value) => store.write({ [lineOf(list, n)]: value }),
    erase: async (list) => {
      ends.delete(list);
      const lines = await read(list);
      for (let from = 0; from < lines.length; from += PAGE)
        await store.delete(lines.slice(from, from + PAGE).map((_, i) => lineOf(list, from + i + 1)));
      await store.delete([countOf(list)]);
    },
  };
};
