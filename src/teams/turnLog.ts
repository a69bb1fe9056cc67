import type { TurnContext } from 'botbuilder';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { KeyValueStore } from '../casefile/keyValueStore';
import { isActionVerb } from '../cards/actions';
import { isAnswerVerb } from '../cards/answers';
import { wayVerbs } from '../cards/ways';
import { FILE_CONSENT } from './fileConsent';
import { pressedIn } from './pressed';

type Logic = (context: TurnContext) => Promise<void>;
export type TurnFields = Readonly<Record<'person' | 'kind' | 'verb' | 'outcome', string>> & { ms: number };

export type TurnLogParts = {
  /** A person as the log may know them: always the same, and no way back to who it is. */
  personKey: (aadObjectId: string) => string;
  within: <T>(turn: string, work: () => Promise<T>) => Promise<T>;
  note: (fields: TurnFields) => void;
  /** Milliseconds that only go up. */
  elapsed: () => number;
};

const TURN = Symbol('the mark of a turn');
/** The mark under which the lines of this turn can be found; also what a person is told to mention. */
export const markOf = (context: TurnContext): string | undefined => {
  const mark: unknown = context.turnState.get(TURN);
  return typeof mark === 'string' ? mark : undefined;
};

/** Short enough to read out on the phone. */
export const newMark = (): string => randomUUID().slice(0, 8);

const kinds = ['message', 'invoke', 'installationUpdate', 'conversationUpdate'];

/** Only names of our own: what a client sends under another name is not repeated. */
const verbOf = ({ name, value }: { name?: string; value?: unknown }): string => {
  if (name === FILE_CONSENT) return 'fileConsent';
  const verb = pressedIn(value)?.verb;
  if (verb === undefined) return '';
  return isAnswerVerb(verb) || isActionVerb(verb) || (wayVerbs as readonly string[]).includes(verb) ? verb : 'unknown';
};

/** Around every turn: one line about it, without anything that was said. */
export const logged =
  ({ personKey, within, note, elapsed }: TurnLogParts, logic: Logic): Logic =>
  async (context) => {
    const mark = newMark();
    context.turnState.set(TURN, mark);
    const { type, from } = context.activity;
    const began = elapsed();
    const line = (outcome: string): void =>
      note({
        person: from?.aadObjectId ? personKey(from.aadObjectId) : '',
        kind: kinds.includes(type) ? type : 'other',
        verb: type === 'invoke' ? verbOf(context.activity) : '',
        outcome,
        ms: Math.round(elapsed() - began),
      });
    return within(mark, async () => {
      try {
        await logic(context);
        line('done');
      } catch (error) {
        line('fault');
        throw error;
      }
    });
  };

const KEY_BYTES = 32;
const SHOWN = 12;
const stored = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** The key that turns people into marks in the log; made once for a store, and kept sealed in it. */
export const personKeyIn = async (store: KeyValueStore): Promise<TurnLogParts['personKey']> => {
  await store.create('log-key', randomBytes(KEY_BYTES).toString('base64url'));
  const key = Buffer.from(stored.parse((await store.read(['log-key']))['log-key']), 'base64url');
  return (aadObjectId) => createHmac('sha256', key).update(aadObjectId.toLowerCase()).digest('hex').slice(0, SHOWN);
};
