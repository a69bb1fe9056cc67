import type { Activity, TurnContext } from 'botbuilder';
import type { FormName } from '../cards/forms';
import type { Person } from '../directory/directory';
import { english, dutch, type Tongue } from '../text/tongue';
import { speakIn, tongueOf, type LanguageWish } from './languageWish';
import { CardDoor, type DoorTools } from './cardDoor';
import { PersonalDesk } from './desk';
import { answerMessage, emergencyFirst } from './messageDoor';
import { tenantOf, type References } from './references';
import { hasLeft } from './adapter';
import { takeConsent } from './consentDoor';
import { FILE_CONSENT } from './fileConsent';
import { answerElsewhere, greetTeam, type ChannelTools } from './channelDoor';
import { judged } from './deliveryOutcome';
import { acknowledge, answerInvoke, cardActivity, type Reply } from './reply';

export type BotTools = DoorTools &
  ChannelTools & {
    references: References;
    languages: LanguageWish;
    /** Called when somebody's chat is there, now or again: what waits for them can go. */
    reachable: (person: Person) => void;
  };

const isPersonal = ({ conversation }: Activity): boolean => conversation.conversationType === 'personal';

const CARD_ACTION = 'adaptiveCard/action';

/** Decides through which door an activity comes in. The SDK's own handler is not used: it leaves promises behind (platform §3.2). */
export class MeldcodeBot {
  private readonly door: CardDoor;

  constructor(private readonly tools: BotTools) {
    this.door = new CardDoor(tools);
  }

  /** What can't wait for the store: the numbers, for somebody in need of help now. */
  async first(context: TurnContext): Promise<void> {
    const { activity } = context;
    if (activity.type !== 'message' || !isPersonal(activity)) return;
    const { person } = this.sender(activity);
    await emergencyFirst(context, person ? this.desk(person, this.tongue(context)) : this.stranger(context));
  }

  /** Who sends this, as far as the directory knows them now; `ours`: from our own tenant. */
  private sender(activity: Activity): { ours: boolean; person: Person | undefined } {
    const { directory } = this.tools;
    const id = activity.from?.aadObjectId;
    const ours = tenantOf(activity)?.toLowerCase() === directory.tenantId.toLowerCase();
    return { ours, person: ours && id ? directory.person(id) : undefined };
  }

  /** How the sender is spoken to, as far as that is known without the store. A stranger chose nothing; Teams says what they read. */
  tongue({ activity }: TurnContext): Tongue {
    const { person } = this.sender(activity);
    if (person) return this.tools.languages.known(person.id);
    return isPersonal(activity) && /^en\b/i.test(activity.locale ?? '') ? english : dutch;
  }

  /** Emergency numbers must come also when the store is away: then in the language that was known last. */
  private async spoken(context: TurnContext, person: Person | undefined): Promise<Tongue> {
    try {
      if (person) return await this.tools.languages.of(person.id);
    } catch (error) {
      this.tools.fault('reference', error);
    }
    return this.tongue(context);
  }

  async onTurn(context: TurnContext): Promise<void> {
    const { activity } = context;
    const { ours, person } = this.sender(activity);
    speakIn(context, await this.spoken(context, person));
    const isNew = await this.note(activity, ours);
    try {
      await this.take(context, person);
    } finally {
      if (isNew && person) this.tools.reachable(person);
    }
  }

  private async take(context: TurnContext, person: Person | undefined): Promise<void> {
    const type: string = context.activity.type; // Teams may send types that the SDK does not list
    switch (type) {
      case 'message':
        return this.message(context, person);
      case 'invoke':
        return this.invoke(context, person);
      case 'installationUpdate':
      case 'conversationUpdate':
        return this.arrival(context, person);
      default:
        return; // reactions, edits and the like change nothing
    }
  }

  /** Remembers where this person's chat is. Emergency numbers must come even when that fails. @returns whether it is new */
  private async note(activity: Activity, ours: boolean): Promise<boolean> {
    if (!ours) return false;
    try {
      await this.tools.channels.note(activity);
      return await this.tools.references.note(activity);
    } catch (error) {
      this.tools.fault('reference', error);
      return false;
    }
  }

  private desk(person: Person, t: Tongue): PersonalDesk {
    return new PersonalDesk(this.tools, person, t);
  }

  /** Somebody the directory does not know: whom to ask, and the emergency numbers all the same. */
  private stranger(context: TurnContext): PersonalDesk {
    return this.desk({ id: '', name: '', posts: [], boardRoles: [] }, this.tongue(context));
  }

  private async page(context: TurnContext, desk: PersonalDesk, form: FormName): Promise<void> {
    await context.sendActivity(cardActivity((await desk.card({ form })) ?? desk.noCaseCard()));
  }

  private async message(context: TurnContext, person: Person | undefined): Promise<void> {
    if (!isPersonal(context.activity)) return answerElsewhere(this.tools, context, person);
    if (!person) return this.page(context, this.stranger(context), 'shared/stranger');
    await this.tools.inbound.once(context.activity, () =>
      answerMessage(this.tools, context, this.desk(person, tongueOf(context))),
    );
  }

  private async invoke(context: TurnContext, person: Person | undefined): Promise<void> {
    if (context.activity.name === FILE_CONSENT) return this.consent(context, person);
    await answerInvoke(context, await this.pressed(context, person));
  }

  private async consent(context: TurnContext, person: Person | undefined): Promise<void> {
    if (!isPersonal(context.activity)) return answerInvoke(context, { line: tongueOf(context).say.inChannel });
    const desk = person ? this.desk(person, tongueOf(context)) : this.stranger(context);
    const line = await takeConsent(this.tools, context, desk);
    await (line === undefined ? acknowledge(context) : answerInvoke(context, { line }));
  }

  private async pressed(context: TurnContext, person: Person | undefined): Promise<Reply> {
    if (context.activity.name !== CARD_ACTION) return { line: tongueOf(context).say.unknownButton };
    // A card in a group is everybody's: whatever is shown there, is shown to all (platform §1.6).
    if (!isPersonal(context.activity)) return { line: tongueOf(context).say.inChannel };
    if (person) {
      const desk = this.desk(person, tongueOf(context));
      return (await this.tools.practice.press(context, desk)) ?? this.door.press(context, desk);
    }
    const desk = this.stranger(context);
    return { card: (await desk.card({ form: 'shared/stranger' })) ?? desk.noCaseCard() };
  }

  /** A welcome once for each person and install, or team, whatever number of events Teams sends for it. */
  private async arrival(context: TurnContext, person: Person | undefined): Promise<void> {
    const { activity } = context;
    const { references, channels, directory } = this.tools;
    const type: string = activity.type;
    const added =
      type === 'installationUpdate'
        ? activity.action === 'add' || activity.action === 'add-upgrade'
        : (activity.membersAdded ?? []).some(({ id }) => id === activity.recipient?.id);
    if (!added) return;
    if (activity.conversation.conversationType === 'channel')
      return void (await channels.greetedOnce(activity, () => greetTeam(this.tools, context)));
    const aadObjectId = activity.from?.aadObjectId;
    if (!isPersonal(activity) || !aadObjectId) return;
    const desk = person ? this.desk(person, tongueOf(context)) : this.stranger(context);
    const form: FormName = person ? 'shared/welcome' : 'shared/stranger';
    await references.welcomedOnce(
      { tenantId: directory.tenantId, aadObjectId },
      () => this.page(context, desk, form),
      (error) => 'ambiguous' in judged(error, hasLeft(context), 0).delivery,
    );
  }
}
