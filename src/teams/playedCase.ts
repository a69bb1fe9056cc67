import { randomUUID } from 'node:crypto';
import { commandHandler, type Outcome, type Request } from '../casefile/handleCommand';
import type { CaseStore, NewDue } from '../casefile/caseStore';
import type { Card } from '../cards/render';
import { dueNotices } from '../notices/dueNotices';
import { noticePayload, type NoticePayload } from '../notices/payload';
import { whatCastDoes } from '../practice/played';
import type { PersonId } from '../protocol/roles';
import type { Tongue } from '../text/tongue';
import type { DeskTools } from './desk';
import { noticeCards } from './noticeCards';
import { actorAt, keyFor, peopleBehind } from './people';
import { listingOf } from '../protocol/listing';

/** A practice case: the person's commands and those of the cast, all judged by the protocol. */
export interface PlayedCase {
  handle: (request: Request) => Promise<Outcome>;
  /** The case that was begun last; there is none before the first. */
  caseId: () => string | undefined;
  ended: () => boolean;
  /** Lets the cast do what the case waits for, and gives what the person hears of it. */
  answers: (t: Tongue) => Promise<readonly Card[]>;
}

/** After so many turns of the cast without an end something goes round. */
const MOST_ROUNDS = 5;

export const playedCase = (tools: DeskTools, person: PersonId, protocolVersion: string): PlayedCase => {
  const { directory, now } = tools;
  const store: CaseStore = tools.store;
  let latest: string | undefined;
  let closed = false;
  const heard: NoticePayload[] = [];
  const behind = peopleBehind.bind(undefined, directory);
  const noticesOf = dueNotices(behind);
  const command = commandHandler({
    store,
    protocolVersion,
    // Nothing comes due in a practice: what the person hears is said at once, and the cast needs no messages.
    noticesOf: (...happened) => {
      const told = noticesOf(...happened).flatMap(({ payload }: NewDue) => noticePayload.safeParse(payload).data ?? []);
      heard.push(...told.filter(({ to }) => to === person));
      return [];
    },
    termsOf: () => [],
    listingOf: (file) => {
      const { visibleTo, awaited } = listingOf(file);
      const keys = (recipients: typeof visibleTo) => [...new Set(recipients.map((one) => keyFor(file, one)))];
      return { keys: keys(visibleTo), awaits: keys(awaited), status: file.status };
    },
  });
  const handle = async (request: Request): Promise<Outcome> => {
    const outcome = await command(request);
    if ('recorded' in outcome) {
      latest = request.caseId;
      closed = outcome.recorded.file.status === 'closed';
    }
    return outcome;
  };
  const castPlays = async (caseId: string, t: Tongue): Promise<boolean> => {
    const head = await store.load(caseId);
    const todo = head ? whatCastDoes(head.file, t) : [];
    for (const { by, command: doing } of todo)
      await handle({
        ...{ caseId, key: randomUUID(), command: doing, at: now() },
        actor: ({ schoolId }) => actorAt(directory, by, schoolId),
      });
    return todo.length > 0;
  };
  return {
    handle,
    caseId: () => latest,
    ended: () => closed,
    answers: async (t) => {
      if (latest === undefined) return [];
      for (let round = 0; round < MOST_ROUNDS && (await castPlays(latest, t)); round += 1);
      const head = await store.load(latest);
      const told = heard.splice(0);
      const cards = noticeCards({
        ...tools,
        channels: { find: async () => undefined },
        digestWish: { isOff: async () => true },
        languages: { of: async () => t },
        actions: { read: async (lists) => lists.map(() => []) },
      });
      const shown = head ? await Promise.all(told.map((one) => cards.notice(head, one))) : [];
      return shown.filter((card) => card !== undefined);
    },
  };
};
