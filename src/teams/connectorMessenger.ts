import type { Activity, CloudAdapter, ConversationReference, TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Delivery, Messenger } from '../notices/messenger';
import { hasLeft } from './adapter';
import { toChannelReference, type Channels } from './channels';
import { judged, type Judgement } from './deliveryOutcome';
import { toConversationReference, type Addressee, type References } from './references';
import { cardActivity } from './reply';

/** The SDK wants an app id also where there is none. */
const LOCAL_APP = 'local';

export type ConnectorParts = {
  adapter: CloudAdapter;
  appId: string | undefined;
  tenantId: string;
  references: References;
  channels: Channels;
};

/** Sends to a person's own chat, or to a school's channel, by what is kept of it; its address is checked each time (platform §2.4). */
export const connectorMessenger = (parts: ConnectorParts): Messenger => {
  const { adapter, appId, tenantId, references, channels } = parts;
  /** Who could not be found at the last try; a second time in a row means that the chat is gone. */
  const missing = new Set<string>();

  const inConversation = async (
    reference: Partial<ConversationReference>,
    send: (context: TurnContext) => Promise<string>,
  ): Promise<Judgement> => {
    let judgement: Judgement | undefined;
    // Caught inside: outside, the adapter's own fault handling would take it and call it sent.
    const logic = async (context: TurnContext): Promise<void> => {
      try {
        judgement = { delivery: { sent: await send(context) } };
      } catch (error) {
        judgement = judged(error, hasLeft(context), Date.now());
      }
    };
    try {
      await adapter.continueConversationAsync(appId ?? LOCAL_APP, reference, logic);
    } catch (error) {
      judgement ??= judged(error, false, Date.now());
    }
    // Without a turn nothing was sent: the adapter answers a fault on the way to it by itself.
    return judgement ?? judged(undefined, false, Date.now());
  };

  /** A chat that is gone is forgotten; one that can't be found gets a second look first. */
  const kept = async (name: string, { delivery, chat }: Judgement, forget: () => Promise<void>): Promise<Delivery> => {
    const again = missing.delete(name);
    if (chat === 'missing' && !again) missing.add(name);
    if (chat === undefined || (chat === 'missing' && !again)) return delivery;
    await forget();
    return chat === 'missing' ? { blocked: 'not-found' } : delivery;
  };

  return {
    blocked: async (person) =>
      (await references.find({ tenantId, aadObjectId: person })) ? undefined : 'not-installed',
    send: async (person, card, summary) => {
      const addressee: Addressee = { tenantId, aadObjectId: person };
      const reference = await references.find(addressee);
      if (!reference) return { blocked: 'not-installed' };
      const judgement = await inConversation(toConversationReference(reference), async (context) => {
        const response = await context.sendActivity({ ...cardActivity(card), summary });
        return response?.id ?? '';
      });
      return kept(person, judgement, () => references.forget(addressee));
    },
    post: async (school, card, summary) => {
      const channel = await channels.find(school);
      if (!channel) return { blocked: 'not-installed' };
      const { channelId } = channel;
      const judgement = await inConversation(toChannelReference(channel), async (context) => {
        // The SDK's own way makes a client whose hidden tries can't be taken out.
        const client = context.turnState.get<ConnectorClient>(adapter.ConnectorClientKey);
        const { activityId } = await client.conversations.createConversation({
          ...{ isGroup: true, bot: { id: channel.botId, name: '' }, channelData: { channel: { id: channelId } } },
          activity: { ...cardActivity(card), summary } as Activity, // the client asks for no more than is here
        });
        return activityId;
      });
      return kept(`channel ${school}`, judgement, () => channels.forget(school));
    },
  };
};
