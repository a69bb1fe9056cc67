import { AsyncLocalStorage } from 'node:async_hooks';
import pino, { type DestinationStream } from 'pino';
import { sourceFrames } from './sourceFrames';

/** What a log line may hold besides time and level. Nothing here can carry content of a case (house rule 8, I-20). */
const allowed = ['reference', 'status', 'code', 'port', 'host', 'person', 'kind', 'verb', 'outcome', 'ms'] as const;
export type LogFields = Readonly<Partial<Record<(typeof allowed)[number], string | number>>>;

export interface Log {
  info(what: string, fields?: LogFields): void;
  /** A fault by where it was, its class, code, status and stack frames; its message may hold what people typed. */
  fault(where: string, error?: unknown, fields?: LogFields): void;
  /** Every line that is written while `work` runs carries this turn's mark, so that lines of one turn can be found together. */
  within<T>(turn: string, work: () => Promise<T>): Promise<T>;
}

const NAME = /^[\w.-]{1,60}$/;
const MOST_FRAMES = 6;

/** The types allow these fields only; a wider object would bring others along without a word. */
const fieldsOf = (fields: LogFields): LogFields =>
  Object.fromEntries(allowed.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])));

/** Places in the code only: the first lines of a stack repeat the message. */
const framesOf = ({ stack = '', message }: Error): readonly string[] =>
  stack
    .replace(message, '')
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim());

const namedIn = (error: unknown, placed: (frame: string) => string): Record<string, unknown> => {
  const { code, statusCode, name } = (error ?? {}) as Record<string, unknown>; // any thrown value may have them
  return {
    ...(typeof name === 'string' && { class: NAME.test(name) ? name : 'Error' }),
    ...(typeof code === 'string' && NAME.test(code) && { code }),
    ...(typeof statusCode === 'number' && { status: statusCode }),
    ...(error instanceof Error && { frames: framesOf(error).map(placed) }),
  };
};

/** The technical log, as JSON lines on standard output or on `stream`. */
export const openLog = (level: string, stream?: DestinationStream): Log => {
  const placed = sourceFrames(__filename); // the file that the bot was made into
  const turns = new AsyncLocalStorage<string>();
  const mixin = (): object => {
    const turn = turns.getStore();
    return turn === undefined ? {} : { turn };
  };
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, mixin };
  const out = stream ? pino(options, stream) : pino(options);
  return {
    info: (what, fields = {}) => out.info(fieldsOf(fields), what),
    fault: (where, error, fields = {}) => out.error({ ...namedIn(error, placed), ...fieldsOf(fields) }, where),
    within: (turn, work) => turns.run(turn, work),
  };
};
