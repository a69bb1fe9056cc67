import type { AccessLog } from '../casefile/accessLog';
import { documents, mayTake } from '../cards/documents';
import type { Document } from '../dossier/blocks';
import { documentOf, fileOf, type TextFile } from '../dossier/documents';
import type { Fetch } from '../dossier/fetch';
import { takenAs, type Taken } from '../dossier/taken';
import type { Person } from '../directory/directory';
import type { PersonId } from '../protocol/roles';
import { localDateOf, type Instant } from '../protocol/time';
import type { PersonalDesk } from './desk';

export type DocumentParts = {
  accessLog: AccessLog;
  /** What this person may see at this moment; nothing for who is not in the directory any more. */
  deskOf: (person: PersonId) => PersonalDesk | undefined;
  /** The figures as a file, for who may read them at this moment. */
  figures: (person: Person, view: string) => Promise<TextFile | undefined>;
  now: () => Instant;
};

export type MadeDocument = TextFile | { paper: Document; at: Instant };

/**
 * Makes what was asked for, as the file is now and only for who may see it now; nothing for anybody else, or when there is
 * nothing to make it from.
 * @param taken by which way it leaves, noted before it is made; left out when it stays here
 */
export const documentNow = async (
  { accessLog, deskOf, figures, now }: DocumentParts,
  { caseId, document: name, of, by }: Fetch,
  taken?: Taken,
): Promise<MadeDocument | undefined> => {
  const desk = deskOf(by);
  if (!desk) return undefined;
  if (name === 'cijfers') return figures(desk.person, of);
  const file = await desk.file(caseId);
  if (!file || !mayTake(name, desk.actor(file), file)) return undefined;
  const at = now();
  if (taken) await accessLog.note(caseId, { at, by, what: takenAs(documents[name].title, taken) });
  const sources = {
    ...{ file, entries: await desk.entries(caseId), school: desk.schoolOf(file) },
    looks: await desk.looksInWords(caseId),
    ...{ madeBy: by, at, today: localDateOf(at) },
  };
  const written = fileOf(name, sources, of);
  if (written) return written;
  const paper = documentOf(name, sources, of);
  return paper && { paper, at };
};
