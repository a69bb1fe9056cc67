import * as z from 'zod';
import type { Command, CommandType } from '../protocol/decide';
import type { Press } from './context';
import { reference } from './fields';
import type { Dutch } from '../text/tongue';

/** What came of reading a card's data: a command, or Dutch sentences about what to mend. */
export type ReadAnswer = { command: Command } | { problems: readonly string[] };

/** One button's meaning: the inputs and references that its cards send, and the command they stand for. */
export interface Answer {
  inputs: readonly string[];
  refs: readonly string[];
  read(data: unknown, press: Press): ReadAnswer;
}

/** What every card carries besides its own references: case, one-time key, and the form it is. */
const everyRef = { case: reference().optional(), key: z.uuid(), form: reference() };
export const baseRefs: readonly string[] = Object.keys(everyRef);

/** A command whose optional parts may also be undefined, as forms give them; `compact` drops those. */
type Loose<T> = T extends unknown
  ? { [K in keyof T as Record<never, never> extends Pick<T, K> ? never : K]: T[K] } & {
      [K in keyof T as Record<never, never> extends Pick<T, K> ? K : never]?: T[K] | undefined;
    }
  : never;

type Meaning<V extends CommandType, F extends z.ZodRawShape, R extends z.ZodRawShape> = {
  inputs: F;
  refs?: R;
  toCommand: (
    inputs: z.infer<z.ZodObject<F>>,
    press: Press,
    refs: z.infer<z.ZodObject<R>>,
  ) => Loose<Extract<Command, { type: V }>> | { problems: readonly Dutch[] };
};

/** Absent optional values leave no key behind: an event holds what was said and nothing else. */
const compact = (value: Loose<Command>): Command =>
  // Loose differs from Command only in optional keys that are undefined, and those go here.
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Command;

export const answer = <V extends CommandType, F extends z.ZodRawShape, R extends z.ZodRawShape = Record<never, never>>(
  _verb: V,
  meaning: Meaning<V, F, R>,
): Answer => {
  const refShape = meaning.refs ?? ({} as R); // no own references: an empty shape is a valid R
  const schema = z.strictObject({ m: z.strictObject({ ...everyRef, ...refShape }), ...meaning.inputs });
  const read = (data: unknown, press: Press): ReadAnswer => {
    const parsed = schema.safeParse(data);
    if (!parsed.success) return { problems: problemsOf(parsed.error) };
    // What the schema just proved; generics keep the compiler from seeing it.
    const { m, ...inputs } = parsed.data as { m: z.infer<z.ZodObject<R>> } & z.infer<z.ZodObject<F>>;
    const result: Loose<Command> | { problems: readonly Dutch[] } = meaning.toCommand(
      inputs as z.infer<z.ZodObject<F>>, // what is left after taking m away
      press,
      m,
    );
    return 'problems' in result ? result : { command: compact(result) };
  };
  return { inputs: Object.keys(meaning.inputs), refs: Object.keys(refShape), read };
};

/** Our own sentences only: zod's default messages are English and tell a user nothing. */
const problemsOf = (error: z.ZodError): readonly string[] => {
  const ours = error.issues
    .filter(({ path, code }) => path[0] !== 'm' && code !== 'unrecognized_keys')
    .map(({ message }) => message);
  return ours.length > 0
    ? [...new Set(ours)]
    : ['Deze kaart klopt niet meer. Open het overzicht en probeer het opnieuw.'];
};
