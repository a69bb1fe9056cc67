import { ActivityTypes, TurnContext, type Activity } from 'botbuilder';
import type { Waits } from './waits';

type Logic = (context: TurnContext) => Promise<void>;

/** The Teams Store asks for an answer or a sign of work within two seconds (platform §5.2). */
const AFTER_MS = 1_500;
/** Teams takes the sign away by itself after a few seconds. */
const AGAIN_MS = 3_000;
/** So long an answer waits for a sign that is on its way, for the sign must not come after it. */
const ON_ITS_WAY_MS = 1_000;

const isOwnLine = ({ type, conversation }: Activity): boolean =>
  type === 'message' && conversation.conversationType === 'personal';

/**
 * Around every turn: shows in somebody's own chat that the bot is at work when the answer to a line takes long. A press has
 * the client's own sign, and a quick answer costs no request more.
 */
export const showingWork =
  (waits: Waits, logic: Logic): Logic =>
  async (context) => {
    if (!isOwnLine(context.activity)) return logic(context);
    const answered = new AbortController();
    const landed = new AbortController();
    const reference = TurnContext.getConversationReference(context.activity);
    const shows = async (): Promise<void> => {
      for (let ms = AFTER_MS; ; ms = AGAIN_MS) {
        await waits(ms, answered.signal);
        if (answered.signal.aborted) return;
        const sign = TurnContext.applyConversationReference({ type: ActivityTypes.Typing }, reference);
        // Not by the context: that would take it for the answer. A sign that does not come is not missed.
        await context.adapter.sendActivities(context, [sign]).catch(() => undefined);
      }
    };
    const showing = shows().finally(() => landed.abort());
    const ends = async (): Promise<void> => {
      answered.abort();
      await Promise.race([showing, waits(ON_ITS_WAY_MS, landed.signal)]);
    };
    context.onSendActivities(async (_context, _activities, next) => {
      await ends();
      return next();
    });
    try {
      await logic(context);
    } finally {
      await ends();
    }
  };
