import * as z from 'zod';
import type { CaseEvent, CaseFile } from '../protocol/caseFile';

/** What every event has, whichever it is; the protocol knows the rest. */
const eventContent = z.strictObject({
  after: z.string(),
  protocolVersion: z.string(),
  event: z.looseObject({ type: z.string().min(1), at: z.iso.datetime(), by: z.string().min(1) }),
});
const headContent = z.strictObject({ last: z.string(), listed: z.string(), file: z.looseObject({}) });
const dueContent = z.strictObject({ id: z.string(), payload: z.record(z.string(), z.unknown()) });

/** `after`: the mark of the event before, '' for the first. */
export interface EventContent {
  after: string;
  protocolVersion: string;
  event: CaseEvent;
}
/** `last`: the mark of the newest event; `listed`: of the lists the case is in. */
export interface HeadContent {
  last: string;
  listed: string;
  file: CaseFile;
}
export type DueContent = z.infer<typeof dueContent>;

/** Parses opened content; undefined when it is not what it should be. The reason is dropped: JSON.parse quotes its text. */
const parsed = <T>(schema: z.ZodType<T>, text: string): T | undefined => {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};

// The envelopes are checked; what lies in them was written by `append`, which takes nothing but a CaseEvent and a CaseFile.
export const readEvent = (text: string): EventContent | undefined =>
  parsed(eventContent, text) as unknown as EventContent | undefined;
export const readHead = (text: string): HeadContent | undefined =>
  parsed(headContent, text) as unknown as HeadContent | undefined;
export const readDue = (text: string): DueContent | undefined => parsed(dueContent, text);

export const write = (content: EventContent | HeadContent | DueContent): string => JSON.stringify(content);
