import { Writable } from 'node:stream';
import type { AccessLog } from '../casefile/accessLog';
import { documents, mayTake } from '../cards/documents';
import type { Document } from '../dossier/blocks';
import { documentOf, fileOf, type TextFile } from '../dossier/documents';
import type { Fetch } from '../dossier/fetch';
import { printPdf } from '../dossier/pdf';
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

/** Notes that a document of a case leaves; figures are of no case. */
export const noteTaken = async (
  { accessLog, now }: Pick<DocumentParts, 'accessLog' | 'now'>,
  { caseId, document, by }: Fetch,
  taken: Taken,
): Promise<void> => {
  if (document === 'cijfers') return;
  await accessLog.note(caseId, { at: now(), by, what: takenAs(documents[document].title, taken) });
};

/**
 * Makes what was asked for, as the file is now and only for who may see it now; nothing for anybody else, or when there is
 * nothing to make it from.
 * @param taken by which way it leaves, noted before it is made; left out when it stays here
 */
export const documentNow = async (
  parts: DocumentParts,
  fetch: Fetch,
  taken?: Taken,
): Promise<MadeDocument | undefined> => {
  const { deskOf, figures, now } = parts;
  const { caseId, document: name, of, by } = fetch;
  const desk = deskOf(by);
  if (!desk) return undefined;
  if (name === 'cijfers') return figures(desk.person, of);
  const file = await desk.file(caseId);
  if (!file || !mayTake(name, desk.actor(file), file)) return undefined;
  if (taken) await noteTaken(parts, fetch, taken);
  const at = now();
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

/** `extension`: what its name ends on, without the dot. */
export type FileBytes = { type: string; extension: string; bytes: Buffer };

/** The whole of a document at once. */
export const bytesOf = async (made: MadeDocument): Promise<FileBytes> => {
  if ('text' in made) return { type: made.type, extension: made.extension, bytes: Buffer.from(made.text, 'utf8') };
  const parts: Buffer[] = [];
  const out = new Writable({
    write: (part: Buffer, _encoding, done) => {
      parts.push(part);
      done();
    },
  });
  await printPdf(made.paper, made.at, out);
  return { type: 'application/pdf', extension: 'pdf', bytes: Buffer.concat(parts) };
};
