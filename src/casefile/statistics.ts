import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { SchoolId } from '../protocol/roles';
import { auditQuestions, emptyTally, tallied, type QuestionName, type Tally } from '../protocol/statistics';
import type { CaseStore } from './caseStore';
import type { KeyValueStore } from './keyValueStore';
import { numberedLines } from './numberedLines';

const names = Object.keys(auditQuestions) as [QuestionName, ...QuestionName[]]; // keys of a const table
const steps = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);

/** What one case has added so far. `version`: up to which of its facts. It goes under a hash of the case's id. */
const row = z.strictObject({
  version: z.number().int(),
  listed: z.boolean(),
  tally: z.strictObject({
    schoolId: z.string(),
    year: z.string(),
    route: z.enum(['stappenplan', 'medewerker', 'leerlingen']),
    answers: z.partialRecord(z.enum(names), z.string()),
    // One of before this was counted does not say, and then nothing of it is told apart.
    forTwo: z.boolean().default(true),
    steps: z.array(z.strictObject({ step: steps, after: z.number() })),
    feedbackUntil: z.record(z.string(), z.number()),
  }),
});
type Row = z.infer<typeof row>;

/** The figures of the audit as they lie ready: nobody goes through case files to count. */
export interface Statistics {
  /** Counts the facts of this case that were not counted yet. Doing it again, or twice at once, is no fault. */
  count(caseId: string): Promise<void>;
  /** What every case of this school that began in this school year ('2026-2027') adds, whether its file is still there or not. */
  read(schoolId: SchoolId, year: string): Promise<readonly Tally[]>;
}

const AT_ONCE = 50;
/** The next fact of the case counts again. */
const MOST_LOOKS = 5;
const hash = (caseId: string): string => createHash('sha256').update(`counted ${caseId}`).digest('base64url');
const rowKey = (id: string): string => `tally:${id}`;
const listOf = (schoolId: SchoolId, year: string): string => `${encodeURIComponent(schoolId)}:${year}`;

export const statisticsIn = ({ cases, keyValues }: { cases: CaseStore; keyValues: KeyValueStore }): Statistics => {
  const lists = numberedLines(keyValues, { line: 'tallies', count: 'tallies-count' });
  const rowOf = async (id: string): Promise<Row | undefined> =>
    row.safeParse((await keyValues.read([rowKey(id)]))[rowKey(id)]).data;

  /** @returns whether the row is up to date with the case as it was when we looked */
  const catchUp = async (caseId: string): Promise<boolean> => {
    const head = await cases.load(caseId);
    if (!head) return true;
    const id = hash(caseId);
    const known = await rowOf(id);
    if (known?.listed && known.version >= head.version) return true;
    const news = await cases.history(caseId, { from: (known?.version ?? 0) + 1 });
    const tally = news.reduce<Tally>(
      (one, { event }) => tallied(one, event, head.file),
      known?.tally ?? emptyTally(head.file),
    );
    const version = news.at(-1)?.seq ?? known?.version ?? 0;
    await keyValues.write({ [rowKey(id)]: { version, listed: known?.listed ?? false, tally } });
    if (!known?.listed) {
      // Named twice is counted once, so a stop between the two writes loses and doubles nothing.
      await lists.add(listOf(tally.schoolId, tally.year), id);
      await keyValues.write({ [rowKey(id)]: { version, listed: true, tally } });
    }
    return false;
  };

  return {
    count: async (caseId) => {
      // Looked at once more after writing: whoever counted at the same time may have written less over it.
      for (let looks = 0; looks < MOST_LOOKS && !(await catchUp(caseId)); looks += 1);
    },
    read: async (schoolId, year) => {
      const listed = await lists.read(listOf(schoolId, year));
      const ids = [...new Set(listed.filter((id) => typeof id === 'string'))];
      const tallies: Tally[] = [];
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const keys = ids.slice(from, from + AT_ONCE).map(rowKey);
        const found = await keyValues.read(keys);
        tallies.push(...keys.flatMap((key) => row.safeParse(found[key]).data?.tally ?? []));
      }
      return tallies;
    },
  };
};
