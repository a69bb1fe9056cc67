import type { JsonObject } from './json';

/** One call of the bot to the connector, as it came in. `kind` says which of the connector's operations it is. */
export interface ConnectorCall {
  kind: 'send' | 'reply' | 'update' | 'delete' | 'create' | 'members' | 'other';
  method: string;
  path: string;
  conversationId: string | undefined;
  activityId: string | undefined;
  body: JsonObject | undefined;
}

interface FaultBase {
  /** Calls it strikes; every call when left out. */
  match?: (call: ConnectorCall) => boolean;
  headers?: Record<string, string>;
  /** Error code in the body, as Teams gives one. */
  code?: string;
  /** How many calls it strikes; 1 when left out, Infinity for a lasting fault. */
  times?: number;
}

/**
 * `before` (default): the call is answered with `status` and nothing is delivered.
 * `after`: the call is carried out, then the connection drops; the bot cannot know that it landed.
 * With `answerStatus` the bot gets that status after delivery instead of a dropped connection.
 * `broken`: the connection drops before anything is delivered.
 * `never`: the call is taken and nothing comes back, as long as the bot cares to wait.
 */
export type Fault =
  | (FaultBase & { when?: 'before'; status: number })
  | (FaultBase & { when: 'after'; status?: number; answerStatus?: number })
  | (FaultBase & { when: 'broken' })
  | (FaultBase & { when: 'never' });

/** A fault that was set: how often it struck, and the way to end it. */
export interface SetFault {
  readonly struck: number;
  lift(): void;
}

export interface Faults {
  set(fault: Fault): SetFault;
  /** The fault that strikes this call, if any; counts it. */
  strike(call: ConnectorCall): Fault | undefined;
}

/** Faults strike in the order in which they were set. */
export const faults = (): Faults => {
  const list: { fault: Fault; struck: number; left: number }[] = [];
  return {
    set(fault) {
      const entry = { fault, struck: 0, left: fault.times ?? 1 };
      list.push(entry);
      return {
        get struck() {
          return entry.struck;
        },
        lift() {
          entry.left = 0;
        },
      };
    },
    strike(call) {
      const entry = list.find(({ fault, left }) => left > 0 && (fault.match?.(call) ?? true));
      if (entry === undefined) return undefined;
      entry.left -= 1;
      entry.struck += 1;
      return entry.fault;
    },
  };
};
