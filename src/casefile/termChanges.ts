import type { Instant } from '../protocol/time';
import type { NewDue } from './caseStore';

/** A moment at which a case asks for attention, as it follows from the file; `id` is unique within the case. */
export interface RunningTerm {
  id: string;
  dueAt: Instant;
  payload: Record<string, unknown>;
}

export const termDueId = (term: { id: string }): string => `term:${term.id}`;

/**
 * What an append must add and cancel so that the due items follow the file: new terms come, vanished ones go, moved ones
 * do both. A term that stays is left alone: it may have gone off already, and must not go off again.
 */
export const termChanges = (
  before: readonly RunningTerm[],
  after: readonly RunningTerm[],
): { due: NewDue[]; cancelDue: string[] } => {
  const missingFrom = (terms: readonly RunningTerm[]) => (term: RunningTerm) =>
    !terms.some(({ id, dueAt }) => id === term.id && dueAt === term.dueAt);
  return {
    due: after
      .filter(missingFrom(before))
      .map((term) => ({ id: termDueId(term), kind: 'term', dueAt: term.dueAt, payload: term.payload })),
    cancelDue: before.filter(missingFrom(after)).map(termDueId),
  };
};
