import { ActivityTypes, type Activity, type TurnContext } from 'botbuilder';
import { previewOf } from '../cards/preview';
import type { Card } from '../cards/render';

/** What a press is answered with: a card in its place, or a line while the card stays as it is. */
export type Reply = { card: Card } | { line: string };

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';

/** A card as an activity, also for one sentence: what stands in a message's text is read on lock screens (I-20, platform §1.11). */
export const cardActivity = (card: Card): Partial<Activity> => ({
  type: ActivityTypes.Message,
  summary: previewOf(card),
  attachments: [{ contentType: ADAPTIVE, content: card }],
});

/** Answers the invoke. Every invoke is answered exactly once. */
export const answerInvoke = async (context: TurnContext, reply: Reply): Promise<void> => {
  const body =
    'card' in reply
      ? { statusCode: 200, type: ADAPTIVE, value: reply.card }
      : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: reply.line };
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
};

/** Says that an invoke came, where Teams shows nothing of an answer. */
export const acknowledge = async (context: TurnContext): Promise<void> => {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200 } });
};

/** Shows the same card to the person's other devices: an invoke's answer replaces it on one only. */
export const updatePressed = async (context: TurnContext, card: Card): Promise<void> => {
  const id = context.activity.replyToId;
  if (id) await context.updateActivity({ ...cardActivity(card), id });
};
