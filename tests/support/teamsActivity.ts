import { createHash } from 'node:crypto';
import type { Conversation } from './conversation';
import { at, isObject, objectsIn, type JsonObject } from './json';

/** The bot's HTTP answer. */
export interface BotAnswer {
  status: number;
  body: unknown;
}

/** What a person needs of the Teams around it. */
export interface Around {
  readonly tenantId: string;
  readonly botId: string;
  readonly botName: string;
  readonly serviceUrl: string;
  newId(): string;
  now(): Date;
  /** Posts an activity to the bot; resolves when the bot has answered. */
  deliver(activity: unknown): Promise<BotAnswer>;
  conversation(id: string): Conversation | undefined;
}

export interface Identity {
  aadObjectId: string;
  name: string;
  userRole?: 'user' | 'guest';
}

export interface Place {
  readonly conversation: Conversation;
  /** channelData of an activity from here, tenant left out. */
  readonly channelData: JsonObject;
}

/** Ids are per bot and stay the same over restarts, as in Teams. */
export const pairwise = (prefix: string, ...of: string[]): string =>
  prefix + createHash('sha256').update(of.join('|')).digest('base64url').slice(0, 40);

/** An activity exactly as Teams sends it; `extra` goes over it at top level. */
export const activityFrom = (
  around: Around,
  person: { id: string; name: string; aadObjectId: string },
  place: Place,
  type: string,
  extra: JsonObject,
): JsonObject => {
  const { tenantId, botId, botName, serviceUrl } = around;
  const { id, type: conversationType } = place.conversation;
  const now = around.now().toISOString();
  return {
    ...{ type, id: around.newId(), channelId: 'msteams', serviceUrl },
    ...{ timestamp: now, localTimestamp: now, localTimezone: 'Europe/Amsterdam', locale: 'nl-NL' },
    from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
    recipient: { id: botId, name: botName },
    conversation: { ...(conversationType === 'personal' ? {} : { isGroup: true }), conversationType, tenantId, id },
    entities: [{ type: 'clientInfo', locale: 'nl-NL', country: 'NL', platform: 'Web', timezone: 'Europe/Amsterdam' }],
    channelData: { ...place.channelData, tenant: { id: tenantId } },
    ...extra,
  };
};

/** The same message with the bot mentioned in front; in a channel it begins a thread of its own. */
export const mentioning = ({ botId, botName }: Around, activity: JsonObject): JsonObject => {
  const tag = `<at>${botName}</at>`;
  const conversation = isObject(activity['conversation']) ? activity['conversation'] : {};
  const thread =
    conversation['conversationType'] === 'channel'
      ? { id: `${String(conversation['id'])};messageid=${String(activity['id'])}` }
      : {};
  return {
    ...activity,
    text: `${tag} ${String(at(activity, 'text'))}`,
    entities: [
      ...objectsIn(activity['entities']),
      { type: 'mention', mentioned: { id: botId, name: botName }, text: tag },
    ],
    conversation: { ...conversation, ...thread },
  };
};
