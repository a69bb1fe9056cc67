import * as z from 'zod';
import type { Delivery } from '../notices/messenger';

const DEFAULT_WAIT_MS = 10_000;
const NOT_FOUND_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;

/** As far as it matters here, what a call to Teams fails with. */
const faultSchema = z.object({
  statusCode: z.number().optional(),
  code: z.string().optional().catch(undefined),
  message: z.string().catch(''),
  retryAfter: z.string().optional().catch(undefined),
});

/** `Retry-After` in seconds or as a date; ours when there is none that can be read. */
export const retryAfter = (header: string | null | undefined, now: number): number => {
  const seconds = Number(header);
  const wait = header && Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header ?? '') - now;
  return Number.isFinite(wait) && wait > 0 ? Math.min(wait, LONGEST_WAIT_MS) : DEFAULT_WAIT_MS;
};

/** Refusals that say something of the bot or the whole tenant; this person's chat is still there (platform §1.2). */
const aboutTheBot: readonly string[] = ['BotDisabledByAdmin', 'NotEnoughPermissions', 'InvalidBotApiHost'];
/** The app is not there any more; the others say that somebody blocked it. */
const REMOVED = 'BotNotInConversationRoster';

/** No connection was made at all, so nothing can have come across. */
const neverConnected = /\b(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)\b/;

/** `gone`: the chat is no more. `missing`: it may be, for Teams says so in passing too (platform §1.2). */
export type Judgement = { delivery: Delivery; chat?: 'gone' | 'missing' };

/**
 * What an answer of Teams means for the message (platform §1.2 and §1.5). `left`: the request had left for Teams. After
 * that only a refusal tells that it was not delivered; a 500, 502, 503, 504, a time-out or a broken line leaves it open.
 */
export const judged = (error: unknown, left: boolean, now: number): Judgement => {
  const fault = faultSchema.safeParse(error);
  const { statusCode, code = '', message = '', retryAfter: wait } = fault.success ? fault.data : {};
  switch (statusCode) {
    case undefined:
      return !left || neverConnected.test(`${code} ${message}`)
        ? { delivery: { later: DEFAULT_WAIT_MS } }
        : { delivery: { ambiguous: 'connection' } };
    case 400:
    case 413:
      return { delivery: { failed: `connector-${statusCode}` } };
    case 401:
      return { delivery: { failed: 'connector-401', all: true } };
    case 403:
      if (aboutTheBot.includes(code)) return { delivery: { failed: `connector-403-${code}`, all: true } };
      return { delivery: { blocked: code === REMOVED ? 'not-installed' : 'refused' }, chat: 'gone' };
    case 404:
      return { delivery: { later: NOT_FOUND_WAIT_MS }, chat: 'missing' };
    case 412:
      return { delivery: { later: DEFAULT_WAIT_MS } };
    case 429:
      return { delivery: { later: retryAfter(wait, now), throttled: true } };
  }
  if (statusCode < 400) return { delivery: { later: DEFAULT_WAIT_MS } }; // it points elsewhere, where nothing is sent
  return statusCode < 500 && statusCode !== 408
    ? { delivery: { failed: `connector-${statusCode}` } }
    : { delivery: { ambiguous: `connector-${statusCode}` } };
};
