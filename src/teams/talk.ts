import { ConversationState, type Storage, type TurnContext } from 'botbuilder';
import {
  DialogContextError,
  DialogSet,
  DialogTurnStatus,
  type Dialog,
  type DialogContext,
  type DialogState,
} from '../dialogs/sdk';
import { MAIN_DIALOG } from '../dialogs/mainDialog';

/** The dialogs of one chat. Losing their state loses no fact, so a state that can't be read is dropped and begun anew. */
export interface Talk {
  /** Goes where the turn's intention leads. `lost` is called before it begins anew, when the thread had to be dropped. */
  lead(context: TurnContext, lost: () => Promise<void>): Promise<void>;
  /** Goes on after a card's answer, if a dialog waits here for it; begins none. */
  goOn(context: TurnContext): Promise<void>;
  forget(context: TurnContext): Promise<void>;
}

/** Where the SDK keeps, for one turn, what its memory is made of: the same at every turn, and costly to make. */
const MEMORY = 'DialogStateManagerConfiguration';

export const talkOf = (main: Dialog, storage: Storage): Talk => {
  const conversationState = new ConversationState(storage);
  const accessor = conversationState.createProperty<DialogState>(MAIN_DIALOG);
  const forget = async (context: TurnContext): Promise<void> => {
    await accessor.delete(context);
    await conversationState.saveChanges(context, false);
  };
  const dialogs = new DialogSet(accessor);
  // Without it a stack of before an update makes the SDK throw (platform §3.3).
  dialogs.telemetryClient = main.telemetryClient;
  dialogs.add(main);
  let memory: unknown;
  /** Not the SDK's `runDialog`: that puts the whole state in a trace each turn (platform §2.6). */
  const run = async (context: TurnContext, work: (dialogs: DialogContext) => Promise<void>): Promise<void> => {
    if (memory !== undefined) context.turnState.set(MEMORY, memory);
    await work(await dialogs.createContext(context));
    memory ??= context.turnState.get<unknown>(MEMORY);
    await conversationState.saveChanges(context, false);
  };
  const lead = (context: TurnContext): Promise<void> =>
    run(context, async (dialogs) => {
      const { status } = await dialogs.continueDialog();
      if (status === DialogTurnStatus.empty) await dialogs.beginDialog(main.id);
    });
  const goOn = (context: TurnContext): Promise<void> =>
    run(context, async (dialogs) => {
      if (dialogs.activeDialog) await dialogs.continueDialog();
    });
  /** Whatever went wrong, the next turn begins with an empty stack. @throws the fault itself, out of the SDK's wrapping */
  const drop = async (context: TurnContext, error: unknown): Promise<never> => {
    // A store that is away is no news: it is what `error` says.
    await forget(context).catch(() => undefined);
    throw causeOf(error);
  };
  return {
    forget,
    lead: async (context, lost) => {
      try {
        await lead(context);
      } catch (error) {
        if (!isLostThread(error)) return drop(context, error);
        await forget(context);
        await lost();
        await lead(context);
      }
    },
    goOn: async (context) => {
      try {
        await goOn(context);
      } catch (error) {
        if (!isLostThread(error)) return drop(context, error);
        await forget(context);
      }
    },
  };
};

/**
 * After an update a stack may name dialogs that are gone. The SDK says so with a text of its own; a fault of ours it
 * wraps in an error of the same class.
 */
const isLostThread = (error: unknown): boolean =>
  error instanceof DialogContextError && typeof error.error === 'string';
const causeOf = (error: unknown): unknown =>
  error instanceof DialogContextError && error.error instanceof Error ? error.error : error;
