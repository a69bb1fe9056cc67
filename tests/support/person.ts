import { press, type Card, type Filled, type PressOptions, type WhichButton } from './card';
import { personChat, type Chat } from './chat';
import { Conversation } from './conversation';
import { isObject, stringOf, type JsonObject } from './json';
import { readOutcome, type InvokeOutcome } from './outcome';
import {
  activityFrom,
  mentioning,
  pairwise,
  type Around,
  type BotAnswer,
  type Identity,
  type Place,
} from './teamsActivity';

/** The bot refused an activity that Teams delivers as a matter of course. */
export class BotRefused extends Error {
  constructor(
    readonly status: number,
    what: string,
  ) {
    super(`the bot answered ${status} to ${what}`);
    this.name = 'BotRefused';
  }
}

/** Somebody of the tenant with the bot's 1:1 chat on the screen. */
export class Person implements Place {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly userRole: 'user' | 'guest';
  readonly conversation: Conversation;
  readonly channelData = {};
  readonly chat: Chat;
  /** Blocked the bot: every message to this person is refused with ConversationBlockedByUser. */
  blocked = false;
  /** The app is not there (the state before `installs`): BotNotInConversationRoster. */
  notInstalled = true;

  constructor(
    private readonly around: Around,
    identity: Identity,
  ) {
    this.aadObjectId = identity.aadObjectId;
    this.name = identity.name;
    this.userRole = identity.userRole ?? 'user';
    this.id = pairwise('29:1', around.botId, identity.aadObjectId);
    this.conversation = new Conversation(pairwise('a:1', around.botId, identity.aadObjectId), 'personal');
    this.chat = personChat(this.conversation, this.id);
  }

  /** The member as the connector's roster gives it. */
  account(): JsonObject {
    const { id, aadObjectId, name, userRole } = this;
    const [givenName = name, ...rest] = name.split(' ');
    const mail = `${aadObjectId}@school.example`;
    const { tenantId } = this.around;
    return {
      ...{ id, aadObjectId, objectId: aadObjectId, name, givenName, surname: rest.join(' '), userRole, tenantId },
      ...{ email: mail, userPrincipalName: mail },
    };
  }

  /** An activity of this person as Teams sends it; `extra` goes over it at top level. */
  activity(type: string, extra: JsonObject = {}, place: Place = this): JsonObject {
    return activityFrom(this.around, this, place, type, extra);
  }

  /** Adds the app. `together` delivers both events at the same moment, as Teams may. */
  async installs({ together = false } = {}): Promise<void> {
    this.notInstalled = false;
    const { botId, botName } = this.around;
    const added = this.activity('conversationUpdate', { membersAdded: [{ id: botId, name: botName }] });
    const installed = this.activity('installationUpdate', { action: 'add' });
    if (together) {
      await Promise.all([this.expects(added), this.expects(installed)]);
      return;
    }
    await this.expects(added);
    await this.expects(installed);
  }

  async uninstalls(): Promise<void> {
    this.notInstalled = true;
    await this.expects(this.activity('installationUpdate', { action: 'remove' }));
  }

  /** Types a message in the 1:1 chat. */
  async says(text: string, extra: JsonObject = {}): Promise<void> {
    this.notInstalled = false;
    const activity = this.activity('message', { text, textFormat: 'plain', ...extra });
    this.conversation.add('person', String(activity['id']), activity);
    await this.expects(activity);
  }

  /** Writes to the bot in a channel or group chat: `<at>` text with its mention entity. */
  async mentions(place: Place, text: string): Promise<void> {
    const activity = mentioning(this.around, this.activity('message', { text, textFormat: 'plain' }, place));
    place.conversation.add('person', String(activity['id']), activity);
    await this.expects(activity);
  }

  /**
   * Presses a button. Action.Execute goes as an invoke and its answer is shown (card replaced, toast, error);
   * Action.Submit goes as a message with a value. Throws NotSent when the client's own validation stops it.
   */
  async presses(card: Card, which: WhichButton, filled?: Filled, options?: PressOptions): Promise<InvokeOutcome> {
    const pressed = press(card, which, filled, options);
    if (pressed.kind === 'submit') {
      const sent = this.activity('message', { value: pressed.data, replyToId: card.activityId }, this.placeOf(card));
      const answer = await this.around.deliver(sent);
      return { kind: answer.status < 400 ? 'none' : 'failed', sent, ...answer };
    }
    return this.invokes(card, pressed.action, 'manual');
  }

  /** The client asks for a fresh card (`refresh`), as it does by itself when the chat is opened. */
  async refreshes(card: Card): Promise<InvokeOutcome> {
    const refresh = card.content['refresh'];
    const action = isObject(refresh) && isObject(refresh['action']) ? refresh['action'] : undefined;
    if (action === undefined) throw new Error('this card has no refresh action');
    return this.invokes(card, { data: {}, ...action }, 'automatic');
  }

  /** Sends whatever the caller makes of it, hostile or not; `activity` goes over a plain message of this person. */
  async sends(activity: JsonObject): Promise<BotAnswer> {
    return this.around.deliver(this.activity(stringOf(activity['type']) ?? 'message', activity));
  }

  private async invokes(card: Card, action: JsonObject, trigger: string): Promise<InvokeOutcome> {
    const place = this.placeOf(card);
    const sent = this.activity(
      'invoke',
      { name: 'adaptiveCard/action', value: { action, trigger }, replyToId: card.activityId },
      place,
    );
    const outcome = readOutcome(sent, await this.around.deliver(sent));
    this.chat.shows(outcome);
    return outcome.kind === 'card'
      ? { ...outcome, card: place.conversation.replaceFor(this.id, card, outcome.card.content) }
      : outcome;
  }

  private placeOf(card: Card): Place {
    if (card.conversationId === this.conversation.id) return this;
    const conversation = this.around.conversation(card.conversationId);
    if (conversation === undefined) throw new Error('this card is not in a conversation of this Teams');
    return { conversation, channelData: {} };
  }

  private async expects(activity: JsonObject): Promise<void> {
    const { status } = await this.around.deliver(activity);
    if (status >= 400) throw new BotRefused(status, String(activity['type']));
  }
}
