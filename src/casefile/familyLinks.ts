import * as z from 'zod';
import type { PersonId } from '../protocol/roles';
import type { Instant } from '../protocol/time';
import { StoredValueDamaged, type KeyValueStore } from './keyValueStore';

const line = z.strictObject({
  case: z.string(),
  at: z.string(),
  by: z.string(),
  ended: z.strictObject({ at: z.string(), by: z.string() }).optional(),
});
const kept = z.array(line);
type Line = z.infer<typeof line>;

/** A link to the case of a brother or sister: since when, and by whom. */
export type FamilyLink = { case: string; at: Instant; by: PersonId };
type Stamp = { at: Instant; by: PersonId };

/**
 * Which cases are of one family. A link belongs to neither file: in a file it would tell those who see only that one that
 * there is another (I-24), by a fact, by a number that is missing, or by the moment at which the case last changed.
 */
export interface FamilyLinks {
  /** Links that stand, oldest first. One read. */
  of(caseId: string): Promise<readonly FamilyLink[]>;
  /** On both sides; a link that stands already stays as it is. A stop in between is mended by doing it again. */
  link(one: string, other: string, stamp: Stamp): Promise<void>;
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
  const stands = (other: string) => (one: Line) => one.case === other && !one.ended;

  return {
    of: async (caseId) =>
      (await lines(caseId)).flatMap(({ case: other, at, by, ended }) => (ended ? [] : [{ case: other, at, by }])),
    link: async (one, other, stamp) => {
      const added = (to: string) => (before: readonly Line[]) =>
        before.some(stands(to)) ? before : [...before, { case: to, ...stamp }];
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
  unlink: async () => undefined,
  erase: async () => undefined,
};
