import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { CaseFile } from '../protocol/caseFile';
import { destructionGrounds } from '../protocol/retention';
import type { PersonId } from '../protocol/roles';
import type { Instant } from '../protocol/time';
import type { CaseStore } from './caseStore';
import type { KeyValueStore } from './keyValueStore';
import { numberedLines } from './numberedLines';

const grounds = Object.keys(destructionGrounds) as [keyof typeof destructionGrounds]; // keys of a const table

/** What is left of a destroyed file: that, when and why it went. No child, person, case number or case id. */
const proof = z.strictObject({
  /** 'V-' and ten characters; says nothing to whoever has not the case id, which is gone. */
  id: z.string(),
  schoolId: z.string(),
  kind: z.enum(['none', 'stappenplan', 'medewerker', 'leerlingen']),
  ground: z.enum(grounds),
  as: z.enum(['leider', 'bestuur']),
  decidedAt: z.string(),
  /** How many facts the file held. */
  facts: z.number().int(),
  /** When nothing of it could be read or found any more; absent while it is under way. */
  doneAt: z.string().optional(),
  /** Only while it is under way, so that whoever goes on after a stop knows what. */
  underWay: z.strictObject({ caseId: z.string(), people: z.array(z.string()) }).optional(),
});
type Line = z.infer<typeof proof>;
export type DestructionProof = Omit<Line, 'underWay'>;

/** After erasing, something of the case was still there. Tried again until it is not. */
export class DestructionIncomplete extends Error {
  override name = 'DestructionIncomplete';
  readonly code = 'destruction-incomplete';
  constructor() {
    super('something of a destroyed file is still there');
  }
}

/** Takes away what lies of a case outside its file. Doing it again is no fault. */
export type Trace = (caseId: string, people: readonly PersonId[]) => Promise<void>;

export interface Destruction {
  /** Destroys a file whose destruction was decided: traces, key, records; and leaves the proof. Can be done again. */
  destroy(caseId: string, file: CaseFile, people: readonly PersonId[]): Promise<void>;
  /** Goes on with what was begun and stopped half-way. @returns how many */
  finish(): Promise<number>;
  /** Every proof, oldest first. */
  proofs(): Promise<readonly DestructionProof[]>;
}

const LIST = 'all';
const proofId = (caseId: string): string =>
  `V-${createHash('sha256').update(`destroyed ${caseId}`).digest('hex').slice(0, 10).toUpperCase()}`;

export const destructionIn = (parts: {
  cases: CaseStore;
  keyValues: KeyValueStore;
  /** Lets the figures catch up with the case before it is gone. */
  counted: (caseId: string) => Promise<void>;
  traces: readonly Trace[];
  now: () => Instant;
}): Destruction => {
  const { cases, keyValues, counted, traces, now } = parts;
  const lines = numberedLines(keyValues, { line: 'destroyed', count: 'destroyed-count' });
  const all = async (): Promise<readonly { n: number; line: Line }[]> =>
    (await lines.read(LIST)).flatMap((value, i) => {
      const line = proof.safeParse(value);
      return line.success ? [{ n: i + 1, line: line.data }] : [];
    });

  /** Erasing comes first: a file that cannot be read any more is still erased. */
  const erase = async (n: number, line: Line): Promise<void> => {
    if (!line.underWay) return;
    const { underWay, ...left } = line;
    for (const trace of traces) await trace(underWay.caseId, underWay.people);
    await cases.erase(underWay.caseId);
    const [head, history, due] = await Promise.all([
      cases.load(underWay.caseId),
      cases.history(underWay.caseId, { limit: 1 }),
      cases.openDue(underWay.caseId),
    ]);
    if (head || history.length > 0 || due.length > 0) throw new DestructionIncomplete();
    await lines.replace(LIST, n, { ...left, doneAt: now() });
  };

  return {
    destroy: async (caseId, file, people) => {
      const decided = file.retention?.destroyed;
      if (!decided) return;
      const id = proofId(caseId);
      const known = (await all()).find(({ line }) => line.id === id);
      if (known) return erase(known.n, known.line);
      const line: Line = {
        ...{ id, schoolId: file.schoolId, kind: file.kind, ground: decided.ground, as: decided.as },
        ...{ decidedAt: decided.at, facts: (await cases.load(caseId))?.version ?? 0 },
        underWay: { caseId, people: [...people] },
      };
      await counted(caseId);
      await erase(await lines.add(LIST, line), line);
    },
    finish: async () => {
      const open = (await all()).filter(({ line }) => line.underWay);
      for (const { n, line } of open) await erase(n, line);
      return open.length;
    },
    proofs: async () => (await all()).map(({ line: { underWay: _, ...left } }) => left),
  };
};
