import { isObject, objectsIn, stringOf, type JsonObject } from '../support/json';
import type { Card } from '../support/card';
import type { Meldcode } from '../support/meldcode';
import { oneDriveStand, type OneDriveStand } from '../support/oneDriveStand';
import type { Person } from '../support/person';
import type { BotAnswer } from '../support/teamsActivity';
import { signal } from './steps';
import { beginsCase, does, goes, stories } from './story';

export type Story = Meldcode & { there: OneDriveStand };
export const BUTTON = 'Naar mijn OneDrive';
export const switchTo = (story: Meldcode, on: boolean): Promise<void> =>
  story.rewriteDirectory((file) => void (file.board.oneDrive = on));

/** Begins stories with a OneDrive beside them, and ends every one that was begun. */
export const oneDriveStories = () => {
  const given = stories();
  const stands: OneDriveStand[] = [];
  afterEach(async () => {
    for (const one of stands.splice(0)) await one.close();
  });
  const stand = async (options?: Parameters<typeof oneDriveStand>[0]): Promise<OneDriveStand> => {
    const one = await oneDriveStand(options);
    stands.push(one);
    return one;
  };
  /** A case of the teacher with one signal, at a board that allows OneDrive or not. */
  const begun = async ({ on = true, withinMs = 5_000 } = {}): Promise<Story> => {
    const there = await stand({ withinMs });
    const story = await given({ oneDrive: there.oneDrive });
    await switchTo(story, on);
    await beginsCase(story.teacher);
    await does(story.teacher, 'Vastleggen', signal);
    return { ...story, there };
  };
  return { begun, stand };
};

export const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
export const FILE = 'application/vnd.microsoft.teams.card.file.info';
export type Attached = { id: string; activity: JsonObject; name: string; content: JsonObject; contentUrl: unknown };
/** Teams' own cards of this kind in the chat as it is now. */
export const attached = ({ conversation }: Person, kind: string): readonly Attached[] =>
  conversation.posts
    .filter(({ by, deleted }) => by === 'bot' && !deleted)
    .flatMap(({ id, activity }) =>
      objectsIn(activity['attachments'])
        .filter(({ contentType }) => contentType === kind)
        .map(({ name, content, contentUrl }) => ({
          ...{ id, activity, name: stringOf(name) ?? '', contentUrl },
          content: isObject(content) ? content : {},
        })),
    );

export const ready = async (person: Person, title = 'Verantwoordingsdossier'): Promise<Card> => {
  await goes(person, 'Documenten en dossiercheck', title);
  return does(person, 'Klaarzetten');
};

export const asked = async (person: Person, title?: string): Promise<Attached> => {
  const outcome = await person.presses(await ready(person, title), BUTTON);
  expect(outcome).toMatchObject({ kind: 'toast' });
  const question = attached(person, CONSENT).at(-1);
  if (!question) throw new Error(`no question about a file; ${JSON.stringify(outcome.body)}`);
  return question;
};

type Answering = { reference?: string; uploadUrl?: string; contentUrl?: string; uniqueId?: string; more?: JsonObject };
/** What Teams sends when somebody answers the question. */
export const answers = (
  { there }: Story,
  person: Person,
  question: Attached,
  action: 'accept' | 'decline',
  {
    reference,
    uploadUrl = there.url,
    contentUrl,
    uniqueId = '{1150D938-8870-4044-9F2C-5BBDEBA70C8C}',
    more,
  }: Answering = {},
): Promise<BotAnswer> => {
  const { acceptContext, declineContext } = question.content;
  const context = reference ? { reference } : action === 'accept' ? acceptContext : declineContext;
  const place = contentUrl ?? `${new URL(there.url).origin}/personal/mijn bestanden/${question.name}`;
  const info = { contentUrl: place, name: question.name, uploadUrl, uniqueId, fileType: 'pdf', etag: 'x' };
  return person.sends({
    ...{ type: 'invoke', name: 'fileConsent/invoke', replyToId: question.id },
    value: { type: 'fileUpload', action, context, ...(action === 'accept' && { uploadInfo: info }) },
    ...more,
  });
};

/** What stands in the place of the question now. */
export const inItsPlace = ({ chat }: Person, { id }: Attached): string =>
  chat.cards.filter(({ activityId }) => activityId === id).at(-1)?.text ?? '';

export const seenByLeader = async ({ leader }: Meldcode): Promise<string> => {
  await leader.says('mijn zaken');
  return (await goes(leader, 'Wie heeft dit dossier gezien')).text;
};
