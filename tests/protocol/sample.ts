import type { EventType } from '../../src/protocol/caseFile';
import type { CommandType } from '../../src/protocol/decide';
import { before, teacher, type CommandOf, type FactOf } from './given';

type Body<T> = Omit<T, 'type' | 'at' | 'by'>;
type Change<T> = Partial<Omit<T, 'type'>>;

/** A command with everything in it that makes it acceptable in itself. */
export const command =
  <C extends CommandType>(sample: CommandOf<C>) =>
  (change: Change<CommandOf<C>> = {}): CommandOf<C> => ({ ...sample, ...change });

/** A fact as it stands in a file, recorded by the teacher the day before unless said otherwise. */
export const fact =
  <E extends EventType>(sample: Omit<FactOf<E>, 'at' | 'by'>) =>
  (change: Change<FactOf<E>> = {}): FactOf<E> =>
    // A sample without its stamp, with the stamp added, is the fact again.
    ({ at: before, by: teacher.id, ...sample, ...change }) as unknown as FactOf<E>;

/** A command and the fact that records the same words. */
export const both = <C extends CommandType, E extends EventType>(
  verb: C,
  recorded: E,
  body: Body<CommandOf<C>> & Body<FactOf<E>>,
) =>
  [
    // The body is, by its type, all that the verb and the fact say besides their own name.
    command<C>({ type: verb, ...body } as unknown as CommandOf<C>),
    fact<E>({ type: recorded, ...body } as unknown as Omit<FactOf<E>, 'at' | 'by'>),
  ] as const;
