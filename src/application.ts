import { cardRenderer } from './cards/render';
import { accessLogIn } from './casefile/accessLog';
import { actionListsIn } from './casefile/actionLists';
import { familyLinksIn } from './casefile/familyLinks';
import { commandHandler, type Outcome, type Request } from './casefile/handleCommand';
import { reportingDamage } from './casefile/reportDamage';
import { destructionIn } from './casefile/destruction';
import { statisticsIn } from './casefile/statistics';
import type { Stores } from './casefile/stores';
import type { Directory } from './directory/directory';
import { MainDialog } from './dialogs/mainDialog';
import { dueNotices, dueTerms } from './notices/dueNotices';
import type { Messenger } from './notices/messenger';
import { deliveriesOf } from './notices/deliveries';
import { Outbox } from './notices/outbox';
import { startOutbox, type OutboxLoop } from './notices/outboxLoop';
import { Pacing } from './notices/pacing';
import { listingOf } from './protocol/listing';
import { protocol } from './protocol/meldcode';
import type { PersonId } from './protocol/roles';
import type { Instant } from './protocol/time';
import { conversationStorage } from './teams/conversationStorage';
import { departuresOf } from './teams/departures';
import { PersonalDesk } from './teams/desk';
import { figuresFile } from './teams/figuresCard';
import { digestWishIn } from './teams/digestWish';
import { languageWishIn } from './teams/languageWish';
import { inboundOf } from './teams/inbound';
import { MeldcodeBot } from './teams/meldcodeBot';
import { noticeCards } from './teams/noticeCards';
import type { OneDrive } from './teams/oneDrive';
import { papersOf, type Papers } from './teams/papers';
import { practiceOf } from './teams/practice';
import { everybodyIn, keyFor, peopleBehind, pupilKeys, remindedBehind } from './teams/people';
import type { Channels } from './teams/channels';
import type { References } from './teams/references';
import { talkOf } from './teams/talk';
import { peopleIn, tracesOf } from './teams/traces';
import type { Waits } from './teams/waits';
import { dutch } from './text/tongue';

export type Parts = {
  directory: Directory;
  stores: Pick<Stores, 'cases' | 'keyValues'>;
  references: References;
  channels: Channels;
  messenger: Messenger;
  now: () => Instant;
  /** Logs where and of which class a fault was; never its content. */
  fault: (where: string, error?: unknown) => void;
  /** How often the outbox looks by itself, in milliseconds. */
  outboxEveryMs: number;
  /** The bot's own address as a browser reaches it; undefined: documents can't be fetched. */
  publicUrl: string | undefined;
  oneDrive: OneDrive;
  /** Looks at a typed line first; the demo's only. What it answers may have moved the clock. */
  aside?: (text: string) => string | undefined;
  /** Waits this many milliseconds. */
  pause: (ms: number) => Promise<void>;
  /** Waits so long at most, as somebody at the door may. */
  waits: Waits;
  /** Milliseconds that only go up. */
  elapsed: () => number;
};
/** What is still to be told after this long says that the outbox does not keep up, or is not let in. */
export const OUTBOX_LATE_MS = 600_000;
export type Application = {
  bot: MeldcodeBot;
  outbox: OutboxLoop;
  ready: () => Promise<void>;
  /** Hands over what is open of whoever left since the last time. To be called at the start, and when the directory was read anew. */
  directoryChanged: () => Promise<void>;
  papers: Papers;
};

/** Joins the rooms to one bot. Everything it depends on is an argument. */
export const application = ({
  directory,
  stores,
  references,
  channels,
  messenger,
  now,
  fault,
  outboxEveryMs,
  publicUrl,
  oneDrive,
  aside,
  pause,
  waits,
  elapsed,
}: Parts): Application => {
  const render = cardRenderer();
  const { keyValues } = stores;
  const cases = reportingDamage(stores.cases, (damage) => fault('list', damage));
  const accessLog = accessLogIn(keyValues);
  const familyLinks = familyLinksIn(keyValues);
  const digestWish = digestWishIn(keyValues, now);
  const languages = languageWishIn(keyValues, now);
  const actions = actionListsIn(keyValues);
  const deliveries = deliveriesOf({ store: keyValues, now });
  const undelivered: typeof deliveries.undelivered = (caseId) => deliveries.undelivered(caseId);
  const statistics = statisticsIn({ cases, keyValues });
  const destruction = destructionIn({
    ...{ cases, keyValues, now },
    // What the case adds to the figures is counted to the end first; that stays, and says nothing of it.
    counted: (caseId) => statistics.count(caseId),
    traces: tracesOf({ accessLog, familyLinks, deliveries, references, keyValues, tenantId: directory.tenantId }),
  });
  const behind = peopleBehind.bind(undefined, directory);
  const outbox = startOutbox(
    new Outbox({
      store: cases,
      messenger,
      cards: noticeCards({
        ...{ directory, store: cases, render, now, accessLog, familyLinks, undelivered },
        ...{ channels, digestWish, languages, actions },
      }),
      peopleBehind: behind,
      remindedBehind: remindedBehind.bind(undefined, directory),
      everybody: () => everybodyIn(directory),
      get terms() {
        return directory.board.terms; // the file may be read anew
      },
      deliveries,
      count: (caseId) => statistics.count(caseId),
      destroy: async ({ caseId, file }) =>
        destruction.destroy(caseId, file, await peopleIn({ store: cases, accessLog }, caseId, file)),
      pacing: new Pacing(),
      chance: Math.random,
      ...{ now, pause, trouble: fault },
    }),
    outboxEveryMs,
    fault,
    elapsed,
  );
  // What was begun before a stop: a fault of the store now is one that every start and every destruction meets again.
  destruction.finish().catch((error: unknown) => fault('destruction', error));
  const command = commandHandler({
    store: cases,
    protocolVersion: protocol.version,
    noticesOf: dueNotices(behind),
    termsOf: (file) => dueTerms(directory.board.terms)(file),
    listingOf: (file) => {
      const { visibleTo, awaited } = listingOf(file);
      const keys = visibleTo.map((recipient) => keyFor(file, recipient));
      return {
        keys: [...new Set(keys), ...pupilKeys(file)],
        awaits: [...new Set(awaited.map((recipient) => keyFor(file, recipient)))],
        status: file.status,
      };
    },
  });
  const handle = async (request: Request): Promise<Outcome> => {
    const outcome = await command(request);
    if ('recorded' in outcome && outcome.recorded.dueAtOnce) outbox.wake();
    return outcome;
  };
  const talk = talkOf(new MainDialog(), conversationStorage({ store: keyValues, now, fault }));
  const inbound = inboundOf({ store: keyValues, now, waits, fault });
  const deskOf = (id: PersonId): PersonalDesk | undefined => {
    const person = directory.person(id);
    return (
      person &&
      new PersonalDesk({ directory, store: cases, render, now, accessLog, familyLinks, undelivered }, person, dutch)
    );
  };
  const figures = figuresFile.bind(undefined, { directory, statistics, actions, now });
  const papers = papersOf(keyValues, { accessLog, deskOf, figures, now }, { oneDrive, publicUrl });
  const bot = new MeldcodeBot({
    directory,
    store: cases,
    accessLog,
    familyLinks,
    undelivered,
    papers,
    practice: practiceOf({ directory, render, languages, now, fault }),
    destruction,
    statistics,
    digestWish,
    languages,
    actions,
    handle,
    render,
    talk,
    now,
    fault,
    references,
    channels,
    inbound,
    reachable: ({ id }) => outbox.arrived(id),
    ...(aside && {
      aside: (text: string) => {
        const line = aside(text);
        if (line !== undefined) outbox.wake();
        return line;
      },
    }),
  });
  const ready = async (): Promise<void> => {
    await cases.ping();
    if (!outbox.healthy()) throw new Error('the outbox cannot look at the store');
    if (outbox.age() > OUTBOX_LATE_MS) throw new Error('the outbox does not keep up');
  };
  const departures = departuresOf({ directory, store: cases, keyValues, handle, now });
  const directoryChanged = async (): Promise<void> => {
    try {
      await departures.check();
    } catch (error) {
      fault('departures', error); // whoever left stays on the list, and the next look tries again
    }
  };
  return { bot, outbox, ready, directoryChanged, papers };
};
