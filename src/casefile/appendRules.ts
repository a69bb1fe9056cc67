import * as z from 'zod';
import type { Instant } from '../protocol/time';
import type { Append } from './caseStore';

const CASE_ID = /^[A-Za-z0-9_-]{8,64}$/;
const MOST_EVENTS = 50;
const MOST_BYTES = 1_000_000;

export const isCaseId = (text: string): boolean => CASE_ID.test(text);

/** Throws RangeError, without the id: it may be anything. */
export const checkCaseId = (caseId: string): void => {
  if (!isCaseId(caseId)) throw new RangeError('not a case id');
};

/** Throws RangeError when an append is empty or names an event or due item twice. */
export const checkAppend = (append: Append): void => {
  const { events, due } = append;
  if (events.length < 1 || events.length > MOST_EVENTS) throw new RangeError('an append has 1 to 50 events');
  for (const items of [events, due]) {
    if (new Set(items.map((item) => item.id)).size < items.length) throw new RangeError('an id is used twice');
  }
};

/** Throws RangeError when all that an append says is more than 1 MB of JSON. */
export const checkSize = (contents: string[]): void => {
  const bytes = contents.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > MOST_BYTES) throw new RangeError('an append has at most 1 MB');
};

/** A page has at least one item. */
export const checkLimit = (limit: number): void => {
  if (!Number.isSafeInteger(limit) || limit < 1) throw new RangeError('a limit is a whole number above 0');
};

const instant = z.iso.datetime();

/** The one spelling the stores sort by: UTC with milliseconds. Throws RangeError on anything but an Instant. */
export const sortable = (at: Instant): Instant => {
  if (!instant.safeParse(at).success) throw new RangeError('not an instant');
  return new Date(at).toISOString();
};

/** `at` plus `ms` milliseconds. */
export const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

/** When the case was last touched: the moment of its newest event. */
export const activityOf = (append: Append): Instant => {
  const last = append.events.at(-1);
  if (!last) throw new RangeError('an append has 1 to 50 events');
  return sortable(last.event.at);
};
