import { z } from 'zod';
import type { PersonId } from '../protocol/roles';
import type { Instant } from '../protocol/time';
import type { KeyValueStore } from './keyValueStore';

const lookSchema = z.strictObject({ at: z.string(), by: z.string(), what: z.string() });

/** Somebody saw something of a file, or took it along. `what`: the name of the card, or of the document. */
export type Look = { at: Instant; by: PersonId; what: string };

/** Who saw which file (I-22). Only added to: nothing here changes a line or takes one out while the file is there. */
export interface AccessLog {
  note(caseId: string, look: Look): Promise<void>;
  /** Every look, oldest first. */
  read(caseId: string): Promise<readonly Look[]>;
  /** Goes with the file when that is destroyed. */
  erase(caseId: string): Promise<void>;
}

/** A line of the log is gone, or is no line: somebody was in the store. Names no case. */
export class AccessLogBroken extends Error {
  override name = 'AccessLogBroken';
  readonly code = 'damaged-access-log';
  constructor() {
    super('a line of the access log is missing or damaged');
  }
}

const PAGE = 100;
const countSchema = z.object({ count: z.number().int().nonnegative() }).catch({ count: 0 });

/**
 * The log in the key-value store, one numbered value per line. `create` never overwrites, so two instances that write at
 * once get two numbers. The count only helps to find the end; the lines themselves are the log.
 */
export const accessLogIn = (store: KeyValueStore): AccessLog => {
  const lineOf = (caseId: string, n: number): string => `look:${caseId}:${n}`;
  const countOf = (caseId: string): string => `looks:${caseId}`;
  const counted = async (caseId: string): Promise<number> =>
    countSchema.parse((await store.read([countOf(caseId)]))[countOf(caseId)]).count;

  /** The lines as they lie there, up to the first number that was never given out. */
  const linesOf = async (caseId: string): Promise<unknown[]> => {
    const atLeast = await counted(caseId);
    const lines: unknown[] = [];
    for (;;) {
      const names = Array.from({ length: PAGE }, (_, i) => lineOf(caseId, lines.length + i + 1));
      const found = await store.read(names);
      const page = names.map((name) => found[name]);
      const end = page.findIndex((line, i) => line === undefined && lines.length + i >= atLeast);
      lines.push(...(end < 0 ? page : page.slice(0, end)));
      if (end >= 0) return lines;
    }
  };

  return {
    note: async (caseId, look) => {
      let n = (await counted(caseId)) + 1;
      while (!(await store.create(lineOf(caseId, n), look))) n += 1;
      await store.write({ [countOf(caseId)]: { count: n } });
    },
    read: async (caseId) =>
      (await linesOf(caseId)).map((line) => {
        const look = lookSchema.safeParse(line);
        if (!look.success) throw new AccessLogBroken();
        return look.data;
      }),
    erase: async (caseId) => {
      const lines = await linesOf(caseId);
      for (let from = 0; from < lines.length; from += PAGE)
        await store.delete(lines.slice(from, from + PAGE).map((_, i) => lineOf(caseId, from + i + 1)));
      await store.delete([countOf(caseId)]);
    },
  };
};
