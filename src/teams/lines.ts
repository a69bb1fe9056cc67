import type { Activity } from 'botbuilder';
import { telOf } from '../cards/callLink';
import type { Card, RenderCard } from '../cards/render';
import type { Directory } from '../directory/directory';
import { dutch, type Tongue } from '../text/tongue';
import { chatLink } from './chatLink';

/**
 * Where a line of the bot leads, for none may be a dead end: to one's own cases, to all that can be done, or by telephone to
 * somebody who helps, for whom the bot is not there.
 */
export type Next = 'cases' | 'start' | 'phone';
export type LineParts = { directory: Pick<Directory, 'board' | 'tenantId'>; render: RenderCard };
type Line = { text: string; next?: Next; caseId?: string; footer?: string; t?: Tongue };

/** A line in somebody's own chat. With a case it leads to the overview of that case. */
export const messageCard = (
  { directory, render }: LineParts,
  { text, next, caseId = '', footer, t = dutch }: Line,
): Card => {
  const { contacts } = directory.board;
  const parts = {
    ...{ text, case: caseId, next: caseId === '' ? (next ?? 'cases') : 'overview' },
    emergency: contacts.emergency,
    veiligThuisTel: telOf(contacts.veiligThuis.phone),
    footer: footer ?? t.say.footer(contacts),
  };
  return render('shared/message', parts, t.language);
};

/** A line for all to read, in the school's own language, with the way to everybody's own chat. */
export const channelCard = (
  { directory, render }: LineParts,
  { recipient }: Pick<Activity, 'recipient'>,
  text: string,
  footer = dutch.say.footer(directory.board.contacts),
): Card => render('notices/channel', { text, link: chatLink(directory.tenantId, recipient.id), footer });

/** A line as an answer, wherever it was asked. What it says holds the emergency numbers itself. */
export type AnswerLine = (activity: Activity, text: string, next?: Next, t?: Tongue) => Card;
export const answerLines =
  (parts: LineParts): AnswerLine =>
  (activity, text, next, t = dutch) =>
    activity.conversation.conversationType === 'personal'
      ? messageCard(parts, { text, footer: '', t, ...(next && { next }) })
      : channelCard(parts, activity, text, '');
