import { z } from 'zod';
import type { NoticeKind } from '../protocol/notices';
import type { TermKind } from '../protocol/terms';
import { notices, reminders } from '../text/nl';

// Object.keys of a const table gives exactly its keys; TypeScript widens them to string.
const kinds = Object.keys(notices) as [NoticeKind, ...NoticeKind[]];
const termKinds = Object.keys(reminders) as [TermKind, ...TermKind[]];

const recipient = z.union([
  z.strictObject({ person: z.string() }),
  z.strictObject({ role: z.enum(['leiding', 'ibEr', 'bestuur']), except: z.string().optional() }),
]);

/** Something that one person must hear. `told`: the case's owner was told that this person can't be reached. */
export const noticePayload = z.strictObject({
  to: z.string(),
  kind: z.enum(kinds),
  about: z.string().optional(),
  told: z.boolean().optional(),
  tries: z.number().int().optional(),
});
/** A term that comes. `done`: who has been reminded already. */
export const termPayload = z.strictObject({
  kind: z.enum(termKinds),
  who: z.array(recipient),
  about: z.string().optional(),
  done: z.array(z.string()).optional(),
  tries: z.number().int().optional(),
});
export type NoticePayload = z.infer<typeof noticePayload>;
export type TermPayload = z.infer<typeof termPayload>;
