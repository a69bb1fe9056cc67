import type { TurnContext } from 'botbuilder';
import type { Directory } from '../directory/directory';
import type { Tongue } from '../text/tongue';
import type { Guests } from './guests';
import type { AnswerLine, Next } from './lines';
import type { Pace } from './pace';
import { tenantOf } from './references';
import { answerInvoke, cardActivity } from './reply';

type Logic = (context: TurnContext) => Promise<void>;

export type Guard = {
  directory: Pick<Directory, 'tenantId' | 'person' | 'board'>;
  /** Per person of this tenant. */
  pace: Pace;
  guests: Guests;
  /** Shows what can't wait for the store. */
  first: (context: TurnContext) => Promise<void>;
  /** A sentence as a card. */
  line: AnswerLine;
  /** How the person of this turn is spoken to, as far as it is known without asking the store. */
  tongue: (context: TurnContext) => Tongue;
  /** Logs a fault by class only, never its content. */
  fault: (where: string, error: unknown) => void;
  /** How long a turn may take before its caller is answered, in milliseconds: Teams gives up after ten seconds. */
  answerWithinMs?: number;
};

const IN_TIME_MS = 8_500;

/** One sentence, as the answer to a press or as a message; other events get none. */
const reply = async (context: TurnContext, { line: card, tongue }: Guard, line: string, next?: Next): Promise<void> => {
  const type: string = context.activity.type; // Teams may send types that the SDK does not list
  if (type === 'invoke') await answerInvoke(context, { line });
  else if (type === 'message')
    await context.sendActivity(cardActivity(card(context.activity, line, next, tongue(context))));
};

/** Answers when `work` takes too long. The work itself goes on: what it records is recorded, and never twice. */
const inTime = async (context: TurnContext, work: Promise<void>, guard: Guard): Promise<void> => {
  let patience: NodeJS.Timeout | undefined;
  const slow = new Promise<'slow'>((resolve) => {
    patience = setTimeout(() => resolve('slow'), guard.answerWithinMs ?? IN_TIME_MS);
  });
  const first = await Promise.race([work.then(() => 'done' as const), slow]).finally(() => clearTimeout(patience));
  if (first === 'done') return;
  guard.fault('slow', new SlowTurn());
  work.catch((error: unknown) => guard.fault('after', error));
  await reply(context, guard, guard.tongue(context).say.slow);
};

/** A turn that took longer than Teams waits. */
class SlowTurn extends Error {
  override name = 'SlowTurn';
}

/**
 * Around every turn, after Teams has proved that it brings it: not too many from one person, no guests, and always an
 * answer in time. What is refused here is refused with the emergency numbers.
 */
export const guarded =
  (guard: Guard, logic: Logic): Logic =>
  async (context) => {
    const { directory, pace, guests, first, fault } = guard;
    const { say } = guard.tongue(context);
    const numbers = say.footer(directory.board.contacts);
    const id = context.activity.from.aadObjectId ?? '';
    const ours = tenantOf(context.activity)?.toLowerCase() === directory.tenantId.toLowerCase();
    if (!pace(ours ? `person:${id.toLowerCase()}` : 'elsewhere'))
      return reply(context, guard, `${say.tooFast} ${numbers}`);
    const turn = async (): Promise<void> => {
      await first(context);
      try {
        // Whoever is in no list gets no further than the door anyway; Teams is asked about the others only.
        if (ours && directory.person(id) && (await guests.isGuest(context)))
          return await reply(context, guard, `${say.noGuests} ${numbers}`, 'phone');
      } catch (error) {
        fault('guests', error); // the store is away: the directory decides alone
      }
      return logic(context);
    };
    return inTime(context, turn(), guard);
  };
