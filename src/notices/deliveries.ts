import * as z from 'zod';
import type { KeyValueStore } from '../casefile/keyValueStore';
import type { PersonId } from '../protocol/roles';
import { addDays, localDateOf, type Instant, type LocalDate } from '../protocol/time';

/**
 * One message to one person or channel. `occasion` tells two goings-off of one term apart. `once`: rather not at all than
 * twice, as for a reminder; otherwise rather twice than not at all, as for a request.
 */
export type Message = {
  caseId: string;
  dueId: string;
  occasion?: Instant;
  /** Asks this, and so does another message to the same person: one of them is enough. */
  question?: string;
  /** Goes in one message with whatever else this person must be reminded of on this day. */
  bundle?: LocalDate;
  to: string;
  once: boolean;
};

/** What is known of a message while it goes out and after; before that there is nothing, and it is pending. */
const standing = z.strictObject({
  state: z.enum(['sending', 'sent', 'ambiguous']),
  at: z.string(),
  activity: z.string().optional(),
});

/** `pending`: tried for a while already. */
const states = ['pending', 'ambiguous', 'blocked', 'failed'] as const;
const trouble = z.strictObject({
  dueId: z.string(),
  to: z.string(),
  state: z.enum(states),
  why: z.string(),
  at: z.string(),
  /** The owner of the case was told. */
  told: z.boolean(),
});
/** A message that did not arrive, or may not have. `why` is a code without content. */
export type Undelivered = z.infer<typeof trouble>;

const waiting = z.strictObject({ caseId: z.string(), dueId: z.string() });

const DAY = 86_400_000;
/** Longer than any message waits between two tries. */
const KEEP_STANDING_MS = 30 * DAY;
/** What is still in trouble writes its entry anew at each try; what is not is out of date by then. */
const KEEP_TROUBLE_MS = 14 * DAY;
/** After this, whoever was sending has stopped half-way. Well over the time one call may take. */
const HALFWAY_MS = 60_000;
/** More than a person or a case can reasonably have waiting at once; each also comes up by itself. */
const MOST = 100;

const joined = (...parts: string[]): string => parts.map(encodeURIComponent).join(':');
const lineKey = (day: LocalDate, person: string): string => `bundle:${joined(day, person)}`;
const standingKey = ({ caseId, dueId, occasion = '', question, bundle, to }: Message): string =>
  bundle ? lineKey(bundle, to) : `delivery:${joined(caseId, question ?? dueId, occasion, to)}`;
const remindedKey = (person: string, day: LocalDate): string => `reminded:${joined(person, day)}`;
const troubleKey = (caseId: string): string => `undelivered:${joined(caseId)}`;
/** Which standings a case has, so that they can go with it. */
const standingsKey = (caseId: string): string => `deliveries:${joined(caseId)}`;
const waitsKey = (person: string): string => `waits:${joined(person)}`;

/** The memory of what was sent, so that nobody hears a reminder twice and no request is lost. */
export interface Deliveries {
  /** Takes a message up. `done`: nothing is left to do; `busy`: somebody else is at it. */
  begin(message: Message): Promise<'go' | 'done' | 'busy'>;
  sent(message: Message, activity: string): Promise<void>;
  /** It may have been delivered. A message that goes once is done now, and stays in the list of what is in trouble. */
  unsure(message: Message, why: string): Promise<void>;
  /** It was surely not delivered, and may be taken up again. */
  notYet(message: Message): Promise<void>;
  /** It is in trouble; shown on the overview of the case, and taken up when the person arrives. */
  inTrouble(message: Message, state: Undelivered['state'], why: string, told: boolean): Promise<void>;
  /** Nothing is left to say. */
  drop(message: Message): Promise<void>;
  undelivered(caseId: string, to?: PersonId): Promise<readonly Undelivered[]>;
  /** Was this person reminded of something on this day? */
  reminded(day: LocalDate, person: PersonId): Promise<boolean>;
  /** Takes the one line of this day about all that waits; whoever has it sends it. @returns whether it was still free */
  takeLine(day: LocalDate, person: PersonId): Promise<boolean>;
  /** It was surely not delivered. */
  giveLineBack(day: LocalDate, person: PersonId): Promise<void>;
  /** Is this the reminder that comes on a card of its own on this day? The others of that day come in one line. */
  firstOf(day: LocalDate, message: Message): Promise<boolean>;
  waitingFor(person: PersonId): Promise<readonly { caseId: string; dueId: string }[]>;
  /** Goes with the case when that is destroyed: what is known of its messages, also in the lists of these people. */
  erase(caseId: string, people: readonly PersonId[]): Promise<void>;
}

export const deliveriesOf = ({ store, now }: { store: KeyValueStore; now: () => Instant }): Deliveries => {
  const inMs = (ms: number) => ({ expiresAt: new Date(Date.parse(now()) + ms).toISOString() });
  const listIn = <T>(kept: unknown, entry: z.ZodType<T>): T[] =>
    (Array.isArray(kept) ? kept : []).flatMap((one: unknown) => entry.safeParse(one).data ?? []);
  const listUnder = async <T>(key: string, entry: z.ZodType<T>): Promise<T[]> =>
    listIn((await store.read([key]))[key], entry);
  /** A list that several instances may change at once; `edit` gives the same list when there is nothing to change. */
  const edited = <T>(key: string, entry: z.ZodType<T>, edit: (list: T[]) => T[], keepMs = KEEP_TROUBLE_MS) =>
    store.change(
      key,
      (kept) => {
        const list = listIn(kept, entry);
        const next = edit(list);
        return next === list ? kept : next;
      },
      inMs(keepMs),
    );
  const without =
    <T>(gone: (one: T) => boolean) =>
    (list: T[]): T[] =>
      list.some(gone) ? list.filter((one) => !gone(one)) : list;
  const put = async (message: Message, state: 'sending' | 'sent' | 'ambiguous', activity?: string): Promise<void> => {
    const [key, list] = [standingKey(message), standingsKey(message.caseId)];
    const standing = { [key]: { state, at: now(), ...(activity && { activity }) } };
    // first the list, so that nothing is left behind; a bundle says nothing of one case
    if (!message.bundle)
      await edited(list, z.string(), (known) => [...known.filter((one) => one !== key), key], KEEP_STANDING_MS);
    await store.write(standing, inMs(KEEP_STANDING_MS));
  };
  const undelivered = async (caseId: string, to?: PersonId): Promise<Undelivered[]> => {
    const all = await listUnder(troubleKey(caseId), trouble);
    return to === undefined ? all : all.filter((one) => one.to === to);
  };
  const waitingFor = (person: PersonId): Promise<z.infer<typeof waiting>[]> => listUnder(waitsKey(person), waiting);

  const settled = async ({ caseId, dueId, to }: Message): Promise<void> => {
    await edited(
      troubleKey(caseId),
      trouble,
      without((one) => one.dueId === dueId && one.to === to),
    );
    await edited(
      waitsKey(to),
      waiting,
      without((one) => one.caseId === caseId && one.dueId === dueId),
    );
  };
  const inTrouble: Deliveries['inTrouble'] = async (message, state, why, told) => {
    const { caseId, dueId, to } = message;
    const entry: Undelivered = { dueId, to, state, why, at: now(), told };
    const isThis = (one: Undelivered): boolean => one.dueId === dueId && one.to === to;
    await edited(troubleKey(caseId), trouble, (known) => [...known.filter((one) => !isThis(one)), entry].slice(-MOST));
    if (state === 'ambiguous' || state === 'pending') return;
    await edited(waitsKey(to), waiting, (known) =>
      known.some((one) => one.caseId === caseId && one.dueId === dueId)
        ? known
        : [...known, { caseId, dueId }].slice(-MOST),
    );
  };
  const unsure: Deliveries['unsure'] = async (message, why) => {
    await put(message, 'ambiguous');
    if (message.once) await inTrouble(message, 'ambiguous', why, false);
  };

  return {
    inTrouble,
    unsure,
    begin: async (message) => {
      const key = standingKey(message);
      const mark = { state: 'sending', at: now() };
      if (await store.create(key, mark, inMs(KEEP_STANDING_MS))) return 'go';
      const known = standing.safeParse((await store.read([key]))[key]);
      if (!known.success) return 'busy'; // gone between two looks
      const { state, at } = known.data;
      if (state === 'sent' && (message.bundle || message.question)) await settled(message); // another one brought it
      if (state === 'sent' || (state === 'ambiguous' && message.once)) return 'done';
      if (state === 'sending' && Date.parse(now()) - Date.parse(at) < HALFWAY_MS) return 'busy';
      if (message.once) {
        await unsure(message, 'stopped');
        return 'done';
      }
      await put(message, 'sending');
      return 'go';
    },
    sent: async (message, activity) => {
      await put(message, 'sent', activity);
      await settled(message);
    },
    notYet: (message) => store.delete([standingKey(message)]),
    drop: async (message) => {
      await store.delete([standingKey(message)]);
      await settled(message);
    },
    reminded: async (day, person) => {
      const key = remindedKey(person, day);
      return (await store.read([key]))[key] !== undefined;
    },
    takeLine: (day, person) => store.create(lineKey(day, person), { state: 'sent', at: now() }, inMs(KEEP_STANDING_MS)),
    giveLineBack: (day, person) => store.delete([lineKey(day, person)]),
    firstOf: async (day, { caseId, dueId, to }) => {
      const key = remindedKey(to, day);
      if (await store.create(key, { caseId, dueId }, inMs(2 * DAY))) return true;
      const first = waiting.safeParse((await store.read([key]))[key]).data;
      return first?.caseId === caseId && first.dueId === dueId;
    },
    undelivered,
    waitingFor,
    erase: async (caseId, people) => {
      const standings = await listUnder(standingsKey(caseId), z.string());
      const reached = [...new Set([...people, ...(await undelivered(caseId)).map(({ to }) => to)])];
      for (const person of reached)
        await edited(
          waitsKey(person),
          waiting,
          without((one) => one.caseId === caseId),
        );
      const today = localDateOf(now());
      const firsts = reached.flatMap((person) => [-1, 0].map((days) => remindedKey(person, addDays(today, days))));
      const kept = await store.read(firsts);
      const own = firsts.filter((key) => waiting.safeParse(kept[key]).data?.caseId === caseId);
      await store.delete([...standings, ...own, standingsKey(caseId), troubleKey(caseId)]);
    },
  };
};
