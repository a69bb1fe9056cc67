import { ActivityTypes, type Activity, type TurnContext } from 'botbuilder';
import * as z from 'zod';
import { aboutOf } from '../cards/documents';
import { previewFor } from '../cards/preview';
import type { Card } from '../cards/render';
import type { Consent } from '../dossier/consents';
import type { PersonalDesk } from './desk';
import { bytesOf } from './documentNow';
import { FILE_CARD } from './fileConsent';
import { UploadRefused } from './oneDrive';
import type { OneDriveTools } from './oneDriveDoor';
import { cardActivity, updatePressed } from './reply';

const context = z.strictObject({ reference: z.string().regex(/^[\w-]{43}$/) });
const address = z.string().min(1).max(8_000);
/** All of it is made by a client. What is not read here is not used. */
const answerSchema = z.discriminatedUnion('action', [
  z.object({
    ...{ action: z.literal('accept'), context },
    uploadInfo: z.looseObject({ uploadUrl: address }),
  }),
  z.object({ action: z.literal('decline'), context }),
]);
type Accepted = Extract<z.infer<typeof answerSchema>, { action: 'accept' }>;

/** Where the file lies, for the card that opens it; Teams may leave spaces in it as they are. */
const placeSchema = z.object({
  contentUrl: address.transform((url) => url.replaceAll(' ', '%20')),
  uniqueId: z.string().regex(/^\{?[\w-]{1,100}\}?$/),
});

/** Puts a card in the place of the question; where there is none, or it can't be reached, below it: the words must come. */
const shows = async ({ fault }: Pick<OneDriveTools, 'fault'>, turn: TurnContext, card: Card): Promise<void> => {
  try {
    if (turn.activity.replyToId) return await updatePressed(turn, card);
  } catch (error) {
    fault('update', error);
  }
  await turn.sendActivity(cardActivity(card));
};

const wordsCard = (desk: PersonalDesk, text: string, consent?: Consent, again = false): Card => {
  const caseId = consent?.fetch.caseId ?? '';
  const about = consent ? aboutOf(consent.fetch) : '';
  return desk.render('shared/one-drive', { m: { case: caseId, about }, text, again, footer: desk.footer() });
};

/** The file as Teams shows it in the chat, with a way to open it. */
const fileActivity = (desk: PersonalDesk, name: string, place: z.infer<typeof placeSchema>): Partial<Activity> => ({
  type: ActivityTypes.Message,
  summary: previewFor(desk.t),
  attachments: [
    {
      ...{ contentType: FILE_CARD, name, contentUrl: place.contentUrl },
      content: { uniqueId: place.uniqueId, fileType: name.split('.').at(-1) },
    },
  ],
});

/** Makes the document as it is now, for who may have it now, and puts it there. Noted before the first byte leaves. */
const upload = async (
  tools: OneDriveTools,
  desk: PersonalDesk,
  consent: Consent,
  uploadUrl: string,
): Promise<{ card: Card; done: boolean }> => {
  const { papers, fault } = tools;
  const { say } = desk.t;
  const made = await papers.make(consent.fetch, 'oneDrive');
  if (!made) return { card: desk.noCaseCard(), done: false };
  const file = await bytesOf(made);
  try {
    await papers.oneDrive.put(uploadUrl, file);
    return { card: wordsCard(desk, say.oneDriveDone, consent), done: true };
  } catch (error) {
    fault('oneDrive', error);
    const refused = error instanceof UploadRefused;
    if (refused) await papers.noteTaken(consent.fetch, 'oneDriveRefused');
    return { card: wordsCard(desk, refused ? say.oneDriveRefused : say.oneDriveUnsure, consent, true), done: false };
  }
};

const accept = async (
  tools: OneDriveTools,
  turn: TurnContext,
  desk: PersonalDesk,
  consent: Consent,
  { uploadInfo }: Accepted,
): Promise<void> => {
  const { directory, papers, fault } = tools;
  const { say } = desk.t;
  if (!directory.board.oneDrive) return shows(tools, turn, wordsCard(desk, say.oneDriveOff, consent));
  if (!papers.oneDrive.isPlace(uploadInfo.uploadUrl))
    return shows(tools, turn, wordsCard(desk, say.oneDriveElsewhere, consent));
  // Whatever happens further on, and however long it takes: the question is gone, and a way to go on is there.
  await shows(tools, turn, wordsCard(desk, say.oneDriveBusy, consent, true));
  const { card, done } = await upload(tools, desk, consent, uploadInfo.uploadUrl);
  await shows(tools, turn, card);
  const place = placeSchema.safeParse(uploadInfo).data;
  if (!done || !place || !papers.oneDrive.isPlace(place.contentUrl)) return;
  try {
    await turn.sendActivity(fileActivity(desk, consent.name, place));
  } catch (error) {
    fault('update', error); // the file is there, and the card said so
  }
};

/**
 * Takes the answer to a question about a file, once, of whoever was asked. Nothing of an answer to this invoke is shown by
 * Teams: what is to be read comes as a card, in the place of the question.
 * @returns a line when nothing was done: no answer at all, or one that Teams brought before
 */
export const takeConsent = async (
  tools: OneDriveTools,
  turn: TurnContext,
  desk: PersonalDesk,
): Promise<string | undefined> => {
  const { say } = desk.t;
  const read = answerSchema.safeParse(turn.activity.value).data;
  if (!read) return say.unknownButton;
  const answered = await tools.papers.consents.answer(read.context.reference, desk.person.id);
  if ('refusal' in answered) {
    // Its card stands there already: Teams brings an answer again when it had to wait.
    if (answered.refusal === 'answered') return say.oneDriveAnswered;
    await shows(tools, turn, wordsCard(desk, say.oneDriveGone));
    return undefined;
  }
  const { consent } = answered;
  if (read.action === 'decline') await shows(tools, turn, wordsCard(desk, say.oneDriveDeclined, consent));
  else await accept(tools, turn, desk, consent, read);
  return undefined;
};
