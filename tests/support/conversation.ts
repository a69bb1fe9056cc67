import { isObject, objectsIn, stringOf, type JsonObject } from './json';
import { cardOf, type Card } from './card';

export type ConversationType = 'personal' | 'groupChat' | 'channel';

/** One message as the conversation holds it now. */
export interface Post {
  readonly id: string;
  readonly by: 'bot' | 'person';
  activity: JsonObject;
  edits: number;
  deleted: boolean;
}

const cardType = 'application/vnd.microsoft.card.adaptive';

/** One chat or channel: its messages in order, and what a person sees in place of a card after pressing it. */
export class Conversation {
  readonly posts: Post[] = [];
  private readonly fromBot: JsonObject[] = [];
  private readonly views = new Map<string, JsonObject>();

  constructor(
    readonly id: string,
    readonly type: ConversationType,
  ) {}

  add(by: Post['by'], id: string, activity: JsonObject): Post {
    const post = { id, by, activity, edits: 0, deleted: false };
    this.posts.push(post);
    if (by === 'bot') this.fromBot.push(activity);
    return post;
  }

  find(activityId: string): Post | undefined {
    return this.posts.find((post) => post.id === activityId && !post.deleted);
  }

  /** New content for everybody, also for who had a card of their own in its place; false when there is no such message. */
  update(activityId: string, activity: JsonObject): boolean {
    const post = this.find(activityId);
    if (post === undefined) return false;
    post.activity = activity;
    post.edits += 1;
    this.fromBot.push(activity);
    for (const key of this.views.keys()) if (key.startsWith(`${activityId}/`)) this.views.delete(key);
    return true;
  }

  remove(activityId: string): boolean {
    const post = this.find(activityId);
    if (post === undefined) return false;
    post.deleted = true;
    return true;
  }

  /** Everything the bot ever put here, replaced and deleted messages too, in order of arrival. */
  received(): readonly JsonObject[] {
    return this.fromBot;
  }

  /** A card answer to an invoke replaces the card for the person who pressed, nobody else (platform: Universal Actions). */
  replaceFor(personId: string, card: Card, content: JsonObject): Card {
    this.views.set(`${card.activityId}/${card.place}/${personId}`, content);
    return cardOf(this.id, card.activityId, card.place, content);
  }

  /** The cards as this person sees them now, oldest message first. */
  cardsFor(personId: string): Card[] {
    return this.posts
      .filter((post) => post.by === 'bot' && !post.deleted)
      .flatMap((post) =>
        objectsIn(post.activity['attachments']).flatMap((attachment, place) => {
          if (attachment['contentType'] !== cardType || !isObject(attachment['content'])) return [];
          const content = this.views.get(`${post.id}/${place}/${personId}`) ?? attachment['content'];
          return [cardOf(this.id, post.id, place, content)];
        }),
      );
  }

  /** Texts of the bot's messages, oldest first; messages with only a card have none. */
  texts(): string[] {
    return this.posts
      .filter((post) => post.by === 'bot' && !post.deleted)
      .flatMap((post) => stringOf(post.activity['text']) ?? [])
      .filter((text) => text !== '');
  }
}

/** What leaves the chat with a notification: banner, lock screen, missed-activity mail (platform: Leakage). */
export const previewsOf = (activity: JsonObject): string[] =>
  [
    activity,
    ...objectsIn(activity['attachments']).flatMap(({ content }) => (isObject(content) ? [content] : [])),
  ].flatMap((part) =>
    [part['summary'], part['fallbackText'], part['speak'], part === activity ? part['text'] : undefined].flatMap(
      (text) => stringOf(text) ?? [],
    ),
  );
