import { Template } from 'adaptivecards-templating';
import {
  ActivityHandler,
  CardFactory,
  ConversationState,
  MemoryStorage,
  MessageFactory,
  UserState,
  type Activity,
  type StatePropertyAccessor,
  type TurnContext,
} from 'botbuilder';
import {
  ComponentDialog,
  DialogSet,
  DialogTurnStatus,
  TextPrompt,
  WaterfallDialog,
  type DialogState,
  type DialogTurnResult,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import { profileCard } from './profileCard';
import { serveSample } from './serveSample';

type Profile = { name: string; group: string; wish: string };

/** A template parsed once is a good deal cheaper; Microsoft's samples parse it for every card. */
const parsedOnce = process.env['TEMPLATE'] === 'once' ? new Template(profileCard) : undefined;
const cardOf = (question: string, said: Readonly<Record<string, string>>): Partial<Activity> => {
  const template = parsedOnce ?? new Template(profileCard);
  const answers = Object.entries(said).map(([title, value]) => ({ title, value }));
  return MessageFactory.attachment(
    CardFactory.adaptiveCard(template.expand({ $root: { question, answers, answered: answers.length > 0 } })),
  );
};

/** Asks three things, one each turn, and keeps what was said: the shape of the SDK's own dialog sample. */
class ProfileDialog extends ComponentDialog {
  constructor(private readonly profiles: StatePropertyAccessor<Partial<Profile>>) {
    super('profile');
    this.addDialog(new TextPrompt('text'));
    this.addDialog(
      new WaterfallDialog('questions', [
        (step) => this.ask(step, 'Hoe heet je?'),
        (step) => this.ask(step, 'Welke groep heb je?', 'name'),
        (step) => this.ask(step, 'Wat heb je nodig?', 'group'),
        (step) => this.finish(step),
      ]),
    );
    this.initialDialogId = 'questions';
  }

  async run(context: TurnContext, accessor: StatePropertyAccessor<DialogState>): Promise<void> {
    const dialogs = await new DialogSet(accessor).add(this).createContext(context);
    const { status } = await dialogs.continueDialog();
    if (status === DialogTurnStatus.empty) await dialogs.beginDialog(this.id);
  }

  private async keep(step: WaterfallStepContext, field?: keyof Profile): Promise<Partial<Profile>> {
    const profile = await this.profiles.get(step.context, {});
    if (field) profile[field] = String(step.result);
    return profile;
  }

  private async ask(step: WaterfallStepContext, question: string, field?: keyof Profile): Promise<DialogTurnResult> {
    const profile = await this.keep(step, field);
    return step.prompt('text', { prompt: cardOf(question, profile) });
  }

  private async finish(step: WaterfallStepContext): Promise<DialogTurnResult> {
    await step.context.sendActivity(cardOf('Dank je wel.', await this.keep(step, 'wish')));
    return step.endDialog();
  }
}

class DialogBot extends ActivityHandler {
  constructor() {
    super();
    const storage = new MemoryStorage();
    const conversationState = new ConversationState(storage);
    const userState = new UserState(storage);
    const dialog = new ProfileDialog(userState.createProperty('profile'));
    const talk = conversationState.createProperty<DialogState>('talk');
    this.onMessage(async (context, next) => {
      await dialog.run(context, talk);
      await conversationState.saveChanges(context, false);
      await userState.saveChanges(context, false);
      await next();
    });
  }
}

serveSample(new DialogBot());
