import * as z from 'zod';
import { isDocumentName, type DocumentName } from '../cards/documents';
import type { PersonId } from '../protocol/roles';

/** What somebody may fetch, once. `of`: which talk, for a report of one. */
export type Fetch = { caseId: string; document: DocumentName; of: string; by: PersonId };

export const fetchSchema = z.strictObject({
  caseId: z.string(),
  document: z.string().refine(isDocumentName),
  of: z.string(),
  by: z.string(),
});
