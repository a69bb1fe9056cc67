import type { Entry, Look, SchoolView } from '../cards/context';
import type { CaseFile } from '../protocol/caseFile';
import type { PersonId } from '../protocol/roles';
import type { Instant, LocalDate } from '../protocol/time';

/** What a document is made from, looked up at the moment that it is made. */
export type Sources = {
  file: CaseFile;
  entries: readonly Entry[];
  school: SchoolView;
  /** Who saw or took what of the file, oldest first (I-22), with the name of the card or document in words. */
  looks: readonly Look[];
  madeBy: PersonId;
  at: Instant;
  today: LocalDate;
};

/** Entry number → numbers of the corrections that point to it. */
export const correctionsOf = (entries: readonly Entry[]): ReadonlyMap<number, readonly number[]> => {
  const found = new Map<number, number[]>();
  for (const { seq, event } of entries)
    if (event.type === 'EntryCorrected') found.set(event.entry, [...(found.get(event.entry) ?? []), seq]);
  return found;
};
