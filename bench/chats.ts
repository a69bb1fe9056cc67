import { createHash, randomUUID } from 'node:crypto';

/** A person's own chat with the bot. */
export interface Chat {
  aadObjectId: string;
  conversation: string;
}

/** The same person at every run. */
export const personId = (who: number | string): string => {
  const hex = createHash('sha256').update(`bench person ${who}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export const chatOf = (n: number): Chat => ({ aadObjectId: personId(n), conversation: `a:bench-${n}` });

export interface Surroundings {
  tenantId: string;
  serviceUrl: string;
}

/** An activity as Teams sends it. */
const activity = ({ aadObjectId, conversation }: Chat, { tenantId, serviceUrl }: Surroundings, of: object): object => {
  const now = new Date().toISOString();
  return {
    ...{ id: randomUUID(), channelId: 'msteams', serviceUrl, timestamp: now, localTimestamp: now, locale: 'nl-NL' },
    from: { id: `29:${aadObjectId}`, name: 'Bench', aadObjectId },
    recipient: { id: '28:bench', name: 'Meldcode' },
    conversation: { conversationType: 'personal', tenantId, id: conversation },
    channelData: { tenant: { id: tenantId } },
    ...of,
  };
};

export const typed = (chat: Chat, around: Surroundings, text: string): object =>
  activity(chat, around, { type: 'message', text });

/** A press on a button of a card. */
export const pressed = (chat: Chat, around: Surroundings, verb: string, data: object): object =>
  activity(chat, around, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: 'm0',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  });
