import type { Card } from '../cards/render';
import type { Instant } from '../protocol/time';
import { waitAfter, type Chance } from './backoff';
import type { Deliveries, Message, Undelivered } from './deliveries';
import type { Blocked, Delivery } from './messenger';
import type { Pacing } from './pacing';

export type SendTools = {
  deliveries: Deliveries;
  pacing: Pacing;
  now: () => Instant;
  chance: Chance;
  /** Waits this many milliseconds. */
  pause: (ms: number) => Promise<void>;
  /** Logs by code, without content. */
  trouble: (code: string, error?: unknown) => void;
};

export type Sending = {
  message: Message;
  /** Does not wait for the limit of notifications a minute. */
  urgent: boolean;
  /** How many tries there were before this one. */
  tries: number;
  /** The card as its reader may see it now; undefined when nothing is left to say. */
  make: () => Promise<Card | undefined>;
  /** A line instead of the card, for when Teams finds the card too big or wrong. */
  brief?: () => Promise<Card | undefined>;
  /** Why it can't be sent now: then no card is made, for a card that is made counts as shown. */
  blocked?: () => Promise<Blocked | undefined>;
  send: (card: Card) => Promise<Delivery>;
  /** Tells the owner of the case that this message does not arrive. @returns whether they know now */
  tell?: (why: Blocked | 'trouble') => Promise<boolean>;
};

/** `again`: to be taken up after so many milliseconds; `tried` when this counts as a try. */
export type Settled = { done: true } | { again: number; tried: boolean };

const DONE: Settled = { done: true };
const BUSY_MS = 60_000;
/** What only people can mend is tried again as often as they may have mended it. */
const FAILED_MS = 3_600_000;
/** As long as the bot itself is not let in, nothing is sent. */
const CLOSED_MS = 300_000;
/** After so many tries, some three minutes, the owner hears of it. */
const LATE_TRIES = 6;

const made = async ({ deliveries }: SendTools, { message, make }: Sending): Promise<Card | undefined> => {
  try {
    const card = await make();
    if (!card) await deliveries.drop(message);
    return card;
  } catch (error) {
    await deliveries.notYet(message); // nothing left the house
    throw error;
  }
};

/** Sends, and when Teams finds the card too big or wrong, the line in its place. */
const sent = async (sending: Sending, card: Card): Promise<Delivery> => {
  const delivery = await sending.send(card);
  if (!('failed' in delivery) || delivery.all || !sending.brief) return delivery;
  const line = await sending.brief();
  return line ? sending.send(line) : delivery;
};

/** Nobody waits in silence: the owner hears of it once, and the overview of the case shows it as long as it lasts. */
const inTrouble = async (
  { deliveries }: SendTools,
  { message, tell }: Sending,
  state: Undelivered['state'],
  why: Blocked | 'trouble',
): Promise<void> => {
  if (!tell) return;
  const known = await deliveries.undelivered(message.caseId, message.to);
  const told = known.some((one) => one.told) || (await tell(why));
  await deliveries.inTrouble(message, state, why, told);
};

const settled = async (tools: SendTools, sending: Sending, delivery: Delivery): Promise<Settled> => {
  const { deliveries, pacing, chance, trouble } = tools;
  const { message } = sending;
  const tries = sending.tries + 1;
  const now = Date.parse(tools.now());
  const again = (ms: number): Settled => ({ again: Math.max(ms, waitAfter(tries, chance)), tried: true });
  if ('sent' in delivery) {
    await deliveries.sent(message, delivery.sent);
    return DONE;
  }
  if ('ambiguous' in delivery) {
    await deliveries.unsure(message, delivery.ambiguous);
    if (message.once) return DONE;
    if (tries >= LATE_TRIES) await inTrouble(tools, sending, 'ambiguous', 'trouble');
    return again(0);
  }
  await deliveries.notYet(message);
  if ('later' in delivery) {
    if (delivery.throttled) pacing.closeThread(message.to, now + delivery.later, now);
    if (tries >= LATE_TRIES) await inTrouble(tools, sending, 'pending', 'trouble');
    return delivery.throttled ? { again: delivery.later, tried: true } : again(delivery.later);
  }
  if ('blocked' in delivery) {
    await inTrouble(tools, sending, 'blocked', delivery.blocked);
    return again(0);
  }
  trouble(delivery.failed);
  if (delivery.all) {
    pacing.closeAll(now + CLOSED_MS);
    return again(CLOSED_MS);
  }
  await inTrouble(tools, sending, 'failed', 'trouble');
  return again(FAILED_MS);
};

/**
 * One try to bring one message: within the limits of Teams, never while somebody else is at it, and remembered before and
 * after, so that a process that stops half-way leaves no doubt about what to do.
 */
export const sendMessage = async (tools: SendTools, sending: Sending): Promise<Settled> => {
  const { deliveries, pacing, now, pause } = tools;
  const { message, urgent } = sending;
  const name = JSON.stringify(message);
  const wait = pacing.slot(message.to, name, Date.parse(now()), urgent);
  if (wait > 0) return { again: wait, tried: false };
  const begun = await deliveries.begin(message);
  if (begun === 'done') return DONE;
  if (begun === 'busy') return { again: BUSY_MS, tried: false };
  const blocked = await sending.blocked?.();
  if (blocked) return settled(tools, sending, { blocked });
  const card = await made(tools, sending);
  if (!card) return DONE;
  await pause(pacing.tenantWait(Date.parse(now())));
  return settled(tools, sending, await sent(sending, card));
};
