import * as z from 'zod';
import type { PersonId } from '../protocol/roles';
import type { Instant } from '../protocol/time';
import type { KeyValueStore } from './keyValueStore';
import { numberedLines } from './numberedLines';

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

/** The log in the key-value store, one numbered value per line. */
export const accessLogIn = (store: KeyValueStore): AccessLog => {
  const lines = numberedLines(store, { line: 'look', count: 'looks' });
  return {
    note: async (caseId, look) => void (await lines.add(caseId, look)),
    read: async (caseId) =>
      (await lines.read(caseId)).map((line) => {
        const look = lookSchema.safeParse(line);
        if (!look.success) throw new AccessLogBroken();
        return look.data;
      }),
    erase: (caseId) => lines.erase(caseId),
  };
};
