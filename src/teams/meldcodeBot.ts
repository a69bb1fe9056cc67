import type { Activity, TurnContext } from 'botbuilder';
import type { FormName } from '../cards/forms';
import type { Person } from '../directory/directory';
import { say } from '../text/nl';
import { CardDoor, type DoorTools } from './cardDoor';
import type { Inbound } from './inbound';
import { PersonalDesk } from './desk';
import { answerMessage } from './messageDoor';
import { tenantOf, type References } from './references';
import { answerInvoke, cardActivity, lineActivity, type Reply } from './reply';

export type BotTools = DoorTools & {
  references: References;
  inbound: Inbound;
  /** Called when somebody shows that their chat is there: what waits for them may be due. */
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

  async onTurn(context: TurnContext): Promise<void> {
    const { activity } = context;
    const { directory } = this.tools;
    const id = activity.from?.aadObjectId;
    const ours = tenantOf(activity)?.toLowerCase() === directory.tenantId.toLowerCase();
    const person = ours && id ? directory.person(id) : undefined;
    await this.note(activity, ours);
    const type: string = activity.type; // Teams may send types that the SDK does not list
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

  /** Remembers where this person's chat is. Emergency numbers must come even when that fails. */
  private async note(activity: Activity, ours: boolean): Promise<void> {
    if (!ours) return;
    try {
      await this.tools.references.note(activity);
    } catch (error) {
      this.tools.fault('reference', error);
    }
  }

  private desk(person: Person): PersonalDesk {
    return new PersonalDesk(this.tools, person);
  }

  /** Somebody the directory does not know: whom to ask, and the emergency numbers all the same. */
  private stranger(): PersonalDesk {
    return this.desk({ id: '', name: '', posts: [], boardRoles: [] });
  }

  private async page(context: TurnContext, desk: PersonalDesk, form: FormName): Promise<void> {
    await context.sendActivity(cardActivity((await desk.card({ form })) ?? desk.noCaseCard()));
  }

  private async message(context: TurnContext, person: Person | undefined): Promise<void> {
    if (!isPersonal(context.activity)) {
      await context.sendActivity(lineActivity(this.elsewhere()));
      return;
    }
    if (!person) return this.page(context, this.stranger(), 'shared/stranger');
    if (await this.tools.inbound.seen(context.activity)) return;
    this.tools.reachable(person);
    await answerMessage(this.tools, context, this.desk(person));
  }

  /** Where others read along: no word of a case, and the numbers all the same. */
  private elsewhere(): string {
    const { emergency, veiligThuis } = this.tools.directory.board.contacts;
    return `${say.inChannel} ${say.footer(emergency, veiligThuis.phone)}`;
  }

  private async invoke(context: TurnContext, person: Person | undefined): Promise<void> {
    await answerInvoke(context, await this.pressed(context, person));
  }

  private async pressed(context: TurnContext, person: Person | undefined): Promise<Reply> {
    if (context.activity.name !== CARD_ACTION) return { line: say.unknownButton };
    // A card in a group is everybody's: whatever is shown there, is shown to all (platform §1.6).
    if (!isPersonal(context.activity)) return { line: say.inChannel };
    if (person) return this.door.press(context, this.desk(person));
    const desk = this.stranger();
    return { card: (await desk.card({ form: 'shared/stranger' })) ?? desk.noCaseCard() };
  }

  /** A welcome once for each person and install, whatever number of events Teams sends for it. */
  private async arrival(context: TurnContext, person: Person | undefined): Promise<void> {
    const { activity } = context;
    const type: string = activity.type;
    const added =
      type === 'installationUpdate'
        ? activity.action === 'add' || activity.action === 'add-upgrade'
        : (activity.membersAdded ?? []).some(({ id }) => id === activity.recipient?.id);
    const aadObjectId = activity.from?.aadObjectId;
    if (!isPersonal(activity) || !added || !aadObjectId) return;
    const desk = person ? this.desk(person) : this.stranger();
    const form: FormName = person ? 'shared/welcome' : 'shared/stranger';
    await this.tools.references.welcomedOnce({ tenantId: this.tools.directory.tenantId, aadObjectId }, () =>
      this.page(context, desk, form),
    );
    if (person) this.tools.reachable(person);
  }
}
