import * as z from 'zod';
import type { NoticeKind } from '../protocol/notices';
import type { TermKind } from '../protocol/terms';
import { channelLines, type ChannelLine } from '../text/elsewhere';
import { notices, reminders } from '../text/nl';

// Object.keys of a const table gives exactly its keys; TypeScript widens them to string.
const kinds = Object.keys(notices) as [NoticeKind, ...NoticeKind[]];
const termKinds = Object.keys(reminders) as [TermKind, ...TermKind[]];
const channelKinds = Object.keys(channelLines) as [ChannelLine, ...ChannelLine[]];

const recipient = z.union([
  z.strictObject({ person: z.string() }),
  z.strictObject({ role: z.enum(['leiding', 'ibEr', 'bestuur']), except: z.string().optional() }),
]);

const tries = z.number().int().optional();

/** Something that one person must hear. */
export const noticePayload = z.strictObject({
  to: z.string(),
  kind: z.enum(kinds),
  about: z.string().optional(),
  tries,
});
/** A line without names for the channel that a school chose. */
export const channelPayload = z.strictObject({ channel: z.string(), kind: z.enum(channelKinds), tries });
/** A term that comes. */
export const termPayload = z.strictObject({
  kind: z.enum(termKinds),
  who: z.array(recipient),
  about: z.string().optional(),
  /** For which moment people are reminded, when it is not for the first time. */
  occasion: z.string().optional(),
  tries,
});
export type NoticePayload = z.infer<typeof noticePayload>;
export type ChannelPayload = z.infer<typeof channelPayload>;
export type TermPayload = z.infer<typeof termPayload>;
