import { cardOf, type Card } from './card';
import { at, isObject, stringOf, type JsonObject } from './json';
import type { BotAnswer } from './teamsActivity';

interface Received {
  /** The activity that was sent, to deliver it again as Teams does when an answer is late. */
  sent: JsonObject;
  status: number;
  body: unknown;
}

/** What the person sees after a press. `failed`: Teams shows its own "Something went wrong". */
export type InvokeOutcome = Received &
  (
    | { kind: 'card'; card: Card }
    | { kind: 'toast'; toast: string }
    | { kind: 'error'; error: { code: string; message: string } }
    | { kind: 'none' }
    | { kind: 'failed' }
  );

/** Reads an invoke response by the universal action model; anything outside it is a failure for the user. */
export const readOutcome = (sent: JsonObject, { status, body }: BotAnswer): InvokeOutcome => {
  const received = { sent, status, body };
  if (status !== 200) return { ...received, kind: 'failed' };
  const value = at(body, 'value');
  const code = at(body, 'statusCode');
  switch (at(body, 'type')) {
    case 'application/vnd.microsoft.card.adaptive':
      if (code !== 200 || !isObject(value)) return { ...received, kind: 'failed' };
      return {
        ...received,
        kind: 'card',
        card: cardOf(stringOf(at(sent, 'conversation', 'id')) ?? '', stringOf(sent['replyToId']) ?? '', 0, value),
      };
    case 'application/vnd.microsoft.activity.message':
      return code === 200 && typeof value === 'string'
        ? { ...received, kind: 'toast', toast: value }
        : { ...received, kind: 'failed' };
    case 'application/vnd.microsoft.error':
      return {
        ...received,
        kind: 'error',
        error: { code: stringOf(at(value, 'code')) ?? '', message: stringOf(at(value, 'message')) ?? '' },
      };
    default:
      return { ...received, kind: body === undefined || body === '' ? 'none' : 'failed' };
  }
};
