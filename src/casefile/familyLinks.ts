import * as z from 'zod';
import { samePupil, type SamePupil } from '../protocol/samePupil';
import type { PersonId } from '../protocol/roles';
import type { Instant } from '../protocol/time';
import { StoredValueDamaged, type KeyValueStore } from './keyValueStore';

// Object.keys forgets the literal type of the table it reads.
const outcomes = z.enum(Object.keys(samePupil) as [SamePupil, ...SamePupil[]]);

const line = z.strictObject({
  case: z.string(),
  at: z.string(),
  by: z.string(),
  pupil: z.strictObject({ as: outcomes, why: z.string() }).optional(),
  ended: z.strictObject({ at: z.string(), by: z.string() }).optional(),
});
const kept = z.array(line);
type Line = z.infer<typeof line>;

/** What was decided about two files that may be of the same pupil, and why. */
export type PupilDecision = { as: SamePupil; why: string };
/**
 * A link to the case of a brother or sister: since when, and by whom. `pupil`: no brother or sister, but perhaps the same pupil,
 * and what was decided about that.
 */
export type FamilyLink = { case: string; at: Instant; by: PersonId; pupil?: PupilDecision };
type Stamp = { at: Instant; by: PersonId };

/**
 * Which cases are of one family, or of one pupil. A link belongs to neither file: in a file it would tell those who see only that one that
 * there is another (I-24), by a fact, by a number that is missing, or by the moment at which the case last changed.
 */
export interface FamilyLinks {
  /** Links that stand, oldest first. One read. */
  of(caseId: string): Promise<readonly FamilyLink[]>;
  /** On both sides; a link that stands already stays as it is. A stop in between is mended by doing it again. */
  link(one: string, other: string, stamp: Stamp): Promise<void>;
  /** What was decided about two files of perhaps one pupil, on both sides; an earlier decision stays, with when it ended. */
  decide(one: string, other: string, stamp: Stamp, pupil: PupilDecision): Promise<void>;
  /** Ends it on both sides; who and when stays. */
  unlink(one: string, other: string, stamp: Stamp): Promise<void>;
  /** Of a case that is destroyed, and what points to it from others. */
  erase(caseId: string): Promise<void>;
}

const keyOf = (caseId: string): string => `family:${caseId}`;

const linesIn = (value: unknown): readonly Line[] => {
  if (value === undefined) return [];
  const read = kept.safeParse(value);
  if (!read.success) throw new StoredValueDamaged();
  return read.data;
};

export const familyLinksIn = (store: KeyValueStore): FamilyLinks => {
  const lines = async (caseId: string): Promise<readonly Line[]> =>
    linesIn((await store.read([keyOf(caseId)]))[keyOf(caseId)]);
  const changed = (caseId: string, change: (before: readonly Line[]) => readonly Line[]): Promise<void> =>
    store.change(keyOf(caseId), (before) => {
      const known = linesIn(before);
      const after = change(known);
      return after === known ? before : after;
    });
  const stands = (other: string) => (one: Line) => one.case === other && !one.ended && !one.pupil;
  const decided = (other: string) => (one: Line) => one.case === other && !one.ended && one.pupil !== undefined;

  return {
    of: async (caseId) =>
      (await lines(caseId)).flatMap(({ case: other, at, by, pupil, ended }) =>
        ended ? [] : [{ case: other, at, by, ...(pupil && { pupil }) }],
      ),
    link: async (one, other, stamp) => {
      const added = (to: string) => (before: readonly Line[]) =>
        before.some(stands(to)) ? before : [...before, { case: to, ...stamp }];
      await changed(one, added(other));
      await changed(other, added(one));
    },
    decide: async (one, other, stamp, pupil) => {
      const added = (to: string) => (before: readonly Line[]) => {
        const now = before.find(decided(to))?.pupil;
        if (now?.as === pupil.as && now.why === pupil.why) return before;
        const ended = before.map((link) => (decided(to)(link) ? { ...link, ended: stamp } : link));
        return [...ended, { case: to, ...stamp, pupil }];
      };
      await changed(one, added(other));
      await changed(other, added(one));
    },
    unlink: async (one, other, stamp) => {
      const ended = (to: string) => (before: readonly Line[]) =>
        before.some(stands(to)) ? before.map((link) => (stands(to)(link) ? { ...link, ended: stamp } : link)) : before;
      await changed(one, ended(other));
      await changed(other, ended(one));
    },
    erase: async (caseId) => {
      for (const other of new Set((await lines(caseId)).map((link) => link.case)))
        await changed(other, (before) =>
          before.some((link) => link.case === caseId) ? before.filter((link) => link.case !== caseId) : before,
        );
      await store.delete([keyOf(caseId)]);
    },
  };
};

/** A made-up child stands by itself. */
export const noFamilyLinks: FamilyLinks = {
  of: async () => [],
  link: async () => undefined,
  decide: async () => undefined,
  unlink: async () => undefined,
  erase: async () => undefined,
};
