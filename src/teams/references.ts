import type { Activity, ConversationReference } from 'botbuilder';
import * as z from 'zod';
import { StoredValueDamaged, type KeyValueStore } from '../casefile/keyValueStore';
import type { PersonId } from '../protocol/roles';
import type { Instant } from '../protocol/time';
import { onceFor } from './once';

const text = z.string().min(1).max(1000);
const referenceSchema = z.strictObject({
  conversationId: text,
  serviceUrl: text,
  tenantId: text,
  aadObjectId: text,
  userId: text,
  botId: text,
  at: text,
});

/** Where a person's own chat with the bot is: `userId` and `botId` as Teams names them (29:…, 28:…), `at` when we learned it. */
export type Reference = z.infer<typeof referenceSchema>;

/** Somebody of a tenant; ids are compared without regard to case. */
export interface Addressee {
  tenantId: string;
  aadObjectId: PersonId;
}

const keyOf = (kind: 'ref' | 'welcome', { tenantId, aadObjectId }: Addressee): string =>
  `${kind}:${encodeURIComponent(tenantId.toLowerCase())}:${encodeURIComponent(aadObjectId.toLowerCase())}`;

const channelDataSchema = z.object({ tenant: z.object({ id: text }) });

/** Teams names the tenant twice in an unsigned body; when the two differ the activity belongs to nobody (platform §2.2). */
export const tenantOf = ({ conversation, channelData }: Partial<Activity>): string | undefined => {
  const told = channelDataSchema.safeParse(channelData);
  const [here, there] = [conversation?.tenantId, told.success ? told.data.tenant.id : undefined];
  if (here && there && here.toLowerCase() !== there.toLowerCase()) return undefined;
  return here || there;
};

/** The reference in an activity of a person's own chat; nothing from a group, a channel, a meeting or the bot itself. */
export const referenceIn = (activity: Partial<Activity>, at: Instant): Reference | undefined => {
  const { channelId, conversation, from, recipient, serviceUrl } = activity;
  if (channelId !== 'msteams' || conversation?.conversationType !== 'personal' || from?.id === recipient?.id) {
    return undefined;
  }
  const found = referenceSchema.safeParse({
    conversationId: conversation.id,
    serviceUrl,
    tenantId: tenantOf(activity),
    aadObjectId: from?.aadObjectId,
    userId: from?.id,
    botId: recipient?.id,
    at,
  });
  return found.success ? found.data : undefined;
};

/** In the shape the SDK continues a conversation with. */
export const toConversationReference = (reference: Reference): Partial<ConversationReference> => ({
  channelId: 'msteams',
  serviceUrl: reference.serviceUrl,
  conversation: {
    id: reference.conversationId,
    tenantId: reference.tenantId,
    conversationType: 'personal',
    isGroup: false,
    name: '',
  },
  user: { id: reference.userId, aadObjectId: reference.aadObjectId, name: '' },
  bot: { id: reference.botId, name: '' },
});

const same = (a: Reference, b: Reference): boolean =>
  JSON.stringify({ ...a, at: '' }) === JSON.stringify({ ...b, at: '' });

/** 'remove-upgrade' only makes room for a new version of the app; the chat stays. */
export const removesApp = ({ type, action, membersRemoved, recipient }: Partial<Activity>): boolean =>
  type === 'installationUpdate'
    ? action === 'remove'
    : type === 'conversationUpdate' && (membersRemoved ?? []).some(({ id }) => id === recipient?.id);

export interface References {
  /**
   * Learns the chat of whoever sent this, or forgets it when the app was removed there. To be called each turn.
   * @returns whether this chat was not known before
   */
  note(activity: Partial<Activity>): Promise<boolean>;
  find(person: Addressee): Promise<Reference | undefined>;
  /** For a chat that Teams says is gone: removed, blocked, unknown. The next turn of that person brings it back. */
  forget(person: Addressee): Promise<void>;
  /**
   * Sends a welcome unless this person had one since the app was installed: Teams tells of one installation in several
   * events. When `send` fails the next event may try again, unless it may have come. @returns whether it was sent now
   */
  welcomedOnce(
    person: Addressee,
    send: () => Promise<unknown>,
    mayHaveCome?: (error: unknown) => boolean,
  ): Promise<boolean>;
}

export const references = (deps: {
  store: KeyValueStore;
  now: () => Instant;
  isServiceUrl: (serviceUrl: string) => boolean;
}): References => {
  const { store, now, isServiceUrl } = deps;

  /** A damaged reference is none: the person's next turn writes it anew. */
  const kept = async (key: string): Promise<unknown> => {
    try {
      return (await store.read([key]))[key];
    } catch (error) {
      if (error instanceof StoredValueDamaged) return undefined;
      throw error;
    }
  };

  const find = async (person: Addressee): Promise<Reference | undefined> => {
    const key = keyOf('ref', person);
    const known = referenceSchema.safeParse(await kept(key));
    return known.success && isServiceUrl(known.data.serviceUrl) ? known.data : undefined;
  };

  return {
    find,
    note: async (activity) => {
      const seen = referenceIn(activity, now());
      if (!seen || !isServiceUrl(seen.serviceUrl)) return false;
      if (removesApp(activity)) {
        await store.delete([keyOf('ref', seen), keyOf('welcome', seen)]);
        return false;
      }
      const known = await find(seen);
      if (!known || !same(known, seen)) await store.write({ [keyOf('ref', seen)]: seen });
      return !known;
    },
    forget: async (person) => store.delete([keyOf('ref', person)]),
    welcomedOnce: (person, send, mayHaveCome) => onceFor(deps, keyOf('welcome', person), send, mayHaveCome),
  };
};
