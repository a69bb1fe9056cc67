import type { Activity, ConversationReference } from 'botbuilder';
import * as z from 'zod';
import type { KeyValueStore } from '../casefile/keyValueStore';
import type { SchoolId } from '../protocol/roles';
import type { Instant } from '../protocol/time';
import { onceFor } from './once';
import { removesApp, tenantOf } from './references';

const text = z.string().min(1).max(1000);
const channelSchema = z.strictObject({
  channelId: text,
  teamId: text,
  serviceUrl: text,
  tenantId: text,
  botId: text,
  at: text,
});

/** A channel of a team in which the bot was installed, as Teams names it. Nothing of who is in it is kept. */
export type Channel = z.infer<typeof channelSchema>;

/** All schools' channels under one key: they change a few times a year, and leave together with their team. */
const KEY = 'channels';
const greetingOf = (team: string): string => `team:${encodeURIComponent(team)}`;

/** What Teams says of a team and its channel; `channelId` is missing in some events about the team as a whole. */
const channelData = z.object({
  team: z.object({ id: text }),
  channel: z.object({ id: text }).optional().catch(undefined),
  eventType: z.string().optional().catch(undefined),
});

const chosenSchema = z.record(z.string(), channelSchema);
/** Kinds of events that tell of teams and channels; nothing else is looked into. */
const tells: readonly (string | undefined)[] = ['conversationUpdate', 'installationUpdate'];

/** The channel an activity comes from; a thread in it has the channel's id with the message behind it. */
export const channelIn = (activity: Partial<Activity>, at: Instant): Channel | undefined => {
  const { channelId, conversation, recipient, serviceUrl } = activity;
  if (channelId !== 'msteams' || conversation?.conversationType !== 'channel') return undefined;
  const told = channelData.safeParse(activity.channelData);
  const found = channelSchema.safeParse({
    channelId: (told.data?.channel?.id ?? conversation.id).split(';')[0],
    teamId: told.data?.team.id,
    serviceUrl,
    tenantId: tenantOf(activity),
    botId: recipient?.id,
    at,
  });
  return found.data;
};

/** In the shape the SDK continues a conversation with. */
export const toChannelReference = ({ channelId, serviceUrl, tenantId, botId }: Channel) =>
  ({
    channelId: 'msteams',
    serviceUrl,
    conversation: { id: channelId, tenantId, conversationType: 'channel', isGroup: true, name: '' },
    bot: { id: botId, name: '' },
  }) satisfies Partial<ConversationReference>;

/** Which channel a school chose for lines without names. */
export interface Channels {
  find(school: SchoolId): Promise<Channel | undefined>;
  choose(school: SchoolId, channel: Channel): Promise<void>;
  forget(school: SchoolId): Promise<void>;
  /** Says hello in a team once, however many events Teams sends for one installation. */
  greetedOnce(activity: Partial<Activity>, greet: () => Promise<unknown>): Promise<boolean>;
  /** Forgets what is gone: a removed channel, or a team from which the bot was removed. To be called each turn. */
  note(activity: Partial<Activity>): Promise<void>;
}

export const channelsOf = (deps: {
  store: KeyValueStore;
  now: () => Instant;
  isServiceUrl: (serviceUrl: string) => boolean;
}): Channels => {
  const { store, isServiceUrl } = deps;
  const chosenIn = (kept: unknown): Record<SchoolId, Channel> => chosenSchema.safeParse(kept).data ?? {};
  const keepWhere = (stays: (school: SchoolId, channel: Channel) => boolean): Promise<void> =>
    store.change(KEY, (kept) => {
      const known = Object.entries(chosenIn(kept));
      const left = known.filter(([school, channel]) => stays(school, channel));
      return left.length < known.length ? Object.fromEntries(left) : kept;
    });

  return {
    find: async (school) => {
      const known = chosenIn((await store.read([KEY]))[KEY])[school];
      return known && isServiceUrl(known.serviceUrl) ? known : undefined;
    },
    choose: (school, channel) => store.change(KEY, (kept) => ({ ...chosenIn(kept), [school]: channel })),
    forget: (school) => keepWhere((one) => one !== school),
    greetedOnce: async (activity, greet) => {
      const told = channelData.safeParse(activity.channelData);
      return told.success && onceFor(deps, greetingOf(told.data.team.id), greet, () => true);
    },
    note: async (activity) => {
      if (!tells.includes(activity.type)) return;
      const told = channelData.safeParse(activity.channelData);
      if (!told.success) return;
      const { team, channel, eventType } = told.data;
      if (removesApp(activity) || eventType === 'teamDeleted') {
        await keepWhere((_school, { teamId }) => teamId !== team.id);
        await store.delete([greetingOf(team.id)]);
      } else if (eventType === 'channelDeleted' && channel)
        await keepWhere((_school, { channelId }) => channelId !== channel.id);
    },
  };
};
