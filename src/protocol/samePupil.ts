import type { CaseEvent, CaseFile } from './caseFile';

/** What whoever leads the school decides about two files that may be about the same pupil. */
export const samePupil = {
  samen: 'Hetzelfde kind: samen verder',
  ander: 'Een ander kind',
  apart: 'Apart houden',
} as const;
export type SamePupil = keyof typeof samePupil;

/** Two files that stay apart need a reason; that the work goes on together is one. */
export const needsReason = (as: SamePupil): boolean => as !== 'samen';

/**
 * The pupil's name as people write it in more than one way: without accents, capitals, spaces and signs. Undefined for a file
 * that is compared with no other: an exit, one that was begun by mistake, one that is destroyed.
 */
export const comparedName = ({ kind, pupil, closed, retention }: CaseFile): string | undefined => {
  if (kind !== 'stappenplan' || closed?.outcome === 'vergissing' || retention?.destroyed) return undefined;
  const name = pupil.name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return name === '' ? undefined : name;
};

/** From this fact on another file may be about the same pupil: the case begins, or those who may see it are more again. */
export const mayBeSecond = ({ type }: CaseEvent, before: CaseFile, after: CaseFile): boolean =>
  comparedName(after) !== undefined && (before.kind === 'none' || type === 'FileUnlocked');
