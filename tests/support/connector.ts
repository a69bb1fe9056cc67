import { at, isObject, stringOf, type JsonObject } from './json';
import type { Conversation } from './conversation';
import type { ConnectorCall } from './faults';
import type { Person } from './person';

export interface Answer {
  status: number;
  body: JsonObject | JsonObject[];
}

/** What the connector must know about the people and conversations of this Teams. */
export interface Places {
  conversation(id: string): Conversation | undefined;
  /** Who can be written to in this conversation. */
  members(conversation: Conversation): Person[];
  personByAnyId(id: string): Person | undefined;
  newId(): string;
}

const refusal = (status: number, code: string): Answer => ({
  status,
  body: { error: { code, message: `${code} (fake Teams)` } },
});

/** Teams refuses a message above 100 KB (platform: Numbers). */
const tooBig = (activity: JsonObject): boolean => Buffer.byteLength(JSON.stringify(activity), 'utf16le') > 100 * 1024;

/** Splits a request into the connector's operation and its ids; the service URL may hold any segments before /v3. */
export const readCall = (method: string, url: string, body: unknown): ConnectorCall => {
  const path = new URL(url, 'http://loopback').pathname;
  const parts = (path.split('/v3/')[1] ?? '').split('/').map(decodeURIComponent);
  const [root, conversationId, what, activityId] = parts;
  const kind = ((): ConnectorCall['kind'] => {
    if (root !== 'conversations') return 'other';
    if (conversationId === undefined) return method === 'POST' ? 'create' : 'other';
    if (what === 'members' || what === 'pagedmembers' || parts[4] === 'members') return 'members';
    if (what !== 'activities') return 'other';
    if (method === 'POST') return activityId === undefined ? 'send' : 'reply';
    return method === 'PUT' ? 'update' : method === 'DELETE' ? 'delete' : 'other';
  })();
  return { kind, method, path, conversationId, activityId, body: isObject(body) ? body : undefined };
};

/** Why nobody in this conversation can be written to, in the codes of platform §1.2; undefined when somebody can. */
const unreachable = (people: Person[]): Answer | undefined => {
  if (people.length === 0 || people.some((person) => !person.blocked && !person.notInstalled)) return undefined;
  return people.some((person) => person.blocked)
    ? refusal(403, 'ConversationBlockedByUser')
    : refusal(403, 'BotNotInConversationRoster');
};

const post = (places: Places, conversation: Conversation, call: ConnectorCall, activity: JsonObject): Answer => {
  if (tooBig(activity)) return refusal(413, 'MessageSizeTooBig');
  const refused = conversation.type === 'personal' ? unreachable(places.members(conversation)) : undefined;
  if (refused !== undefined) return refused;
  const id = places.newId();
  if (activity['type'] !== 'message') return { status: 202, body: { id } };
  const { attachments, text, ...rest } = activity;
  const split = typeof text === 'string' && text !== '' && Array.isArray(attachments) && attachments.length > 0;
  const told = call.kind === 'reply' ? { replyToId: call.activityId } : {};
  if (!split) {
    conversation.add('bot', id, { ...activity, ...told, id });
    return { status: 201, body: { id } };
  }
  // Teams makes two messages of a text with attachments and gives no id back (platform §1.5).
  conversation.add('bot', id, { ...rest, ...told, text, id });
  const second = places.newId();
  conversation.add('bot', second, { ...rest, ...told, attachments, id: second });
  return { status: 201, body: {} };
};

const create = (places: Places, call: ConnectorCall): Answer => {
  const channelId = stringOf(at(call.body, 'channelData', 'channel', 'id'));
  const activity = at(call.body, 'activity');
  if (channelId !== undefined) {
    const channel = places.conversation(channelId);
    if (channel === undefined) return refusal(404, 'ConversationNotFound');
    if (!isObject(activity)) return refusal(400, 'BadArgument');
    const { status, body } = post(places, channel, call, activity);
    const id = stringOf(at(body, 'id'));
    return id === undefined
      ? { status, body }
      : { status: 201, body: { id: `${channelId};messageid=${id}`, activityId: id } };
  }
  const members = call.body?.['members'];
  // A bot cannot make group chats (platform §1.10).
  if (!Array.isArray(members) || members.length !== 1) return refusal(400, 'BadArgument');
  const person = places.personByAnyId(stringOf(at(members[0], 'id')) ?? '');
  if (person === undefined) return refusal(404, 'MemberNotFound');
  const refused = unreachable([person]);
  if (refused !== undefined) return refused;
  const body: JsonObject = { id: person.conversation.id };
  if (isObject(activity)) {
    const sent = post(places, person.conversation, call, activity);
    if (sent.status >= 400) return sent;
    body['activityId'] = at(sent.body, 'id');
  }
  return { status: 201, body };
};

const members = (places: Places, conversation: Conversation, call: ConnectorCall): Answer => {
  const people = places.members(conversation);
  const parts = call.path.split('/').map(decodeURIComponent);
  if (parts.includes('pagedmembers')) return { status: 200, body: { members: people.map((p) => p.account()) } };
  const wanted = parts[parts.indexOf('members') + 1];
  if (wanted === undefined || wanted === '') return { status: 200, body: people.map((p) => p.account()) };
  const person = people.find(({ id, aadObjectId }) => id === wanted || aadObjectId === wanted);
  return person === undefined ? refusal(404, 'MemberNotFoundInConversation') : { status: 200, body: person.account() };
};

/** Carries out one call of the bot and gives Teams' answer. */
export const carryOut = (places: Places, call: ConnectorCall): Answer => {
  if (call.kind === 'create') return create(places, call);
  // A thread in a channel has the channel's id with the message behind it.
  const conversation = places.conversation(call.conversationId?.split(';')[0] ?? '');
  if (conversation === undefined) return refusal(404, 'ConversationNotFound');
  const { activityId = '', body = {} } = call;
  switch (call.kind) {
    case 'send':
    case 'reply':
      return post(places, conversation, call, body);
    case 'update': {
      if (tooBig(body)) return refusal(413, 'MessageSizeTooBig');
      const refused = conversation.type === 'personal' ? unreachable(places.members(conversation)) : undefined;
      if (refused !== undefined) return refused;
      return conversation.update(activityId, { ...body, id: activityId })
        ? { status: 200, body: { id: activityId } }
        : refusal(404, 'ActivityNotFoundInConversation');
    }
    case 'delete':
      return conversation.remove(activityId)
        ? { status: 200, body: {} }
        : refusal(404, 'ActivityNotFoundInConversation');
    case 'members':
      return members(places, conversation, call);
    case 'other':
      return refusal(405, 'MethodNotAllowed');
  }
};
