import * as z from 'zod';

const id = z.string().min(1).max(1000);
const word = z.string().max(1000).nullish();

/**
 * The least that an activity must have to be looked at at all, and the kinds of what the doors and the SDK read of it. What
 * the client makes (`value`) is read where it is used.
 */
export const activitySchema = z.object({
  type: z.string().min(1).max(60),
  channelId: z.literal('msteams'),
  serviceUrl: z.string().min(1).max(2000),
  conversation: z.object({ id, conversationType: word, tenantId: word }),
  from: z.object({ id, aadObjectId: word }),
  recipient: z.object({ id }),
  ...{ id: word, name: word, action: word, replyToId: word, locale: word },
  text: z.string().nullish(),
  membersAdded: z.array(z.object({ id })).nullish(),
});
