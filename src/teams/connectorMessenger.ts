import type { CloudAdapter, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Card } from '../cards/render';
import type { Delivery, Messenger } from '../notices/messenger';
import { toConversationReference, type Addressee, type References } from './references';
import { cardActivity } from './reply';

/** The SDK wants an app id also where there is none. */
const LOCAL_APP = 'local';
const DEFAULT_WAIT_MS = 10_000;
const NOT_FOUND_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;

type Headers = { get(name: string): string | null | undefined };
const hasGet = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'get' in value && typeof value.get === 'function';

/** As far as it matters here, an error of the SDK's connector client. */
const faultSchema = z.object({
  statusCode: z.number().optional(),
  code: z.string().optional().catch(undefined),
  response: z
    .object({ headers: z.custom<Headers>(hasGet).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** `Retry-After` in seconds or as a date; ours when there is none that can be read. */
export const retryAfter = (header: string | null | undefined, now: number): number => {
  const seconds = Number(header);
  const wait = header && Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header ?? '') - now;
  return Number.isFinite(wait) && wait > 0 ? Math.min(wait, LONGEST_WAIT_MS) : DEFAULT_WAIT_MS;
};

/** Refusals that say something of the bot or the whole tenant; this person's chat is still there (platform §1.2). */
const aboutTheBot: readonly string[] = ['BotDisabledByAdmin', 'NotEnoughPermissions', 'InvalidBotApiHost'];

/** `gone`: the chat is no more. `missing`: it may be, for Teams says so in passing too (platform §1.2). */
type Judgement = { delivery: Delivery; chat?: 'gone' | 'missing' };

/** What an answer of Teams means for the message. A fault without a status is one of the network. */
const judged = (error: unknown, now: number): Judgement => {
  const fault = faultSchema.safeParse(error);
  const { statusCode, code = '', response } = fault.success ? fault.data : {};
  if (statusCode === 403)
    return aboutTheBot.includes(code)
      ? { delivery: { failed: `connector-403-${code}` } }
      : { delivery: { unreachable: 'forbidden' }, chat: 'gone' };
  if (statusCode === 404) return { delivery: { later: NOT_FOUND_WAIT_MS }, chat: 'missing' };
  if (statusCode === 429) return { delivery: { later: retryAfter(response?.headers?.get('retry-after'), now) } };
  if (statusCode === 400 || statusCode === 401 || statusCode === 413)
    return { delivery: { failed: `connector-${statusCode}` } };
  return { delivery: { later: DEFAULT_WAIT_MS } };
};

export type ConnectorParts = {
  adapter: CloudAdapter;
  appId: string | undefined;
  tenantId: string;
  references: References;
};

/** Sends to a person's own chat by its stored reference, whose address is checked again each time (platform §2.4). */
export const connectorMessenger = ({ adapter, appId, tenantId, references }: ConnectorParts): Messenger => {
  /** Whose chat Teams could not find at the last try; a second time in a row means that it is gone. */
  const missing = new Set<string>();

  const post = async (reference: Parameters<typeof toConversationReference>[0], card: Card, summary: string) => {
    // Caught inside: outside, the adapter's own fault handling would take it and call it sent.
    let judgement: Judgement = { delivery: { later: DEFAULT_WAIT_MS } };
    const send = async (context: TurnContext): Promise<void> => {
      try {
        const response = await context.sendActivity({ ...cardActivity(card), summary });
        judgement = { delivery: { sent: response?.id ?? '' } };
      } catch (error) {
        judgement = judged(error, Date.now());
      }
    };
    try {
      await adapter.continueConversationAsync(appId ?? LOCAL_APP, toConversationReference(reference), send);
    } catch (error) {
      judgement = judged(error, Date.now());
    }
    return judgement;
  };

  return {
    send: async (person, card, summary) => {
      const addressee: Addressee = { tenantId, aadObjectId: person };
      const reference = await references.find(addressee);
      if (!reference) return { unreachable: 'not-installed' };
      const { delivery, chat } = await post(reference, card, summary);
      const again = missing.delete(person);
      if (chat === 'missing' && !again) missing.add(person);
      if (chat === undefined || (chat === 'missing' && !again)) return delivery;
      await references.forget(addressee);
      return { unreachable: chat === 'gone' ? 'forbidden' : 'not-found' };
    },
  };
};
