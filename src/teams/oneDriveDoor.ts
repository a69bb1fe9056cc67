import { ActivityTypes, type Activity, type TurnContext } from 'botbuilder';
import { previewFor } from '../cards/preview';
import { wantedIn } from '../cards/documents';
import type { Way } from '../cards/ways';
import type { Directory } from '../directory/directory';
import { localDateOf, localTimeOf, type Instant } from '../protocol/time';
import type { Tongue } from '../text/tongue';
import type { PersonalDesk } from './desk';
import { bytesOf } from './documentNow';
import { CONSENT_CARD } from './fileConsent';
import type { Papers } from './papers';
import type { Reply } from './reply';

export type OneDriveTools = {
  papers: Papers;
  directory: Directory;
  now: () => Instant;
  fault: (where: string, error: unknown) => void;
};

/** Seen in previews and in OneDrive, by whoever looks along: it tells a day and a time, and not which document of whom (I-20). */
const nameAt = (at: Instant, extension: string): string =>
  `document-${localDateOf(at)}-${localTimeOf(at).replace(':', '')}.${extension}`;

const ROUND = 65_536;
/** A little may be recorded before the answer comes, and what is made then must not be larger than what was asked. */
const atMost = (bytes: number): number => (Math.ceil(bytes / ROUND) + 1) * ROUND;

const question = (t: Tongue, reference: string, name: string, bytes: number): Partial<Activity> => {
  const context = { reference };
  const content = {
    description: t.say.oneDriveWhat,
    sizeInBytes: atMost(bytes),
    ...{ acceptContext: context, declineContext: context },
  };
  return {
    type: ActivityTypes.Message,
    summary: previewFor(t),
    attachments: [{ contentType: CONSENT_CARD, name, content }],
  };
};

/** Lets Teams ask whether a document may go into somebody's own OneDrive: for who may have it now, where the board allows it. */
export const askOneDrive = async (
  { papers, directory, now, fault }: OneDriveTools,
  context: TurnContext,
  desk: PersonalDesk,
  { case: caseId = '', about }: Way,
): Promise<Reply> => {
  const { t, person } = desk;
  if (!directory.board.oneDrive) return { line: t.say.oneDriveOff };
  const wanted = wantedIn(about);
  const fetch = wanted && { caseId, document: wanted.name, of: wanted.of, by: person.id };
  const made = fetch && (await papers.make(fetch));
  if (!fetch || !made) return { card: desk.noCaseCard() };
  const { bytes, extension } = await bytesOf(made);
  const name = nameAt(now(), extension);
  const reference = await papers.consents.ask({ fetch, name });
  try {
    await context.sendActivity(question(t, reference, name, bytes.length));
  } catch (error) {
    fault('oneDrive', error); // as where the app was made without files; the address is still on the card
    return { line: t.say.oneDriveAway };
  }
  return { line: t.say.oneDriveAsked };
};
