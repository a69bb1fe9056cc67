/** What a request asks for; `batch` writes several items of one partition, `plan` and `metadata` touch no item. */
export type CallKind =
  'read' | 'create' | 'upsert' | 'replace' | 'patch' | 'delete' | 'batch' | 'query' | 'plan' | 'metadata';

export interface Call {
  kind: CallKind;
  method: string;
  path: string;
  /** name of the container; empty for anything above it */
  container: string;
  /** the partition key's value, where one is named */
  partition: string | undefined;
  /** Ids of the documents that it changes or removes whatever they are by then: without an eTag, or with '*'. */
  blindly: string[];
}

/** A request that was answered, and what it cost. */
export interface Served extends Call {
  status: number;
  /** request units */
  charge: number;
}

interface Which {
  /** Requests that it strikes; every one when left out. */
  match?: (call: Call) => boolean;
  /** How many it strikes; 1 when left out. */
  times?: number;
}
/**
 * `status`: refused and not carried out. `reset`: the connection drops, `before` anything is done or `after` all of it
 * is: a client cannot tell which. `hold`: waits for the promise, then goes on as usual.
 */
export type Fault = Which &
  (
    | { status: number; substatus?: number; headers?: Record<string, string> }
    | { reset: 'before' | 'after' }
    | { hold: Promise<unknown> }
  );

export interface SetFault {
  readonly struck: number;
  lift(): void;
}

/** Faults strike in the order in which they were set. */
export const faultList = () => {
  const list: { fault: Fault; left: number; struck: number }[] = [];
  return {
    set: (fault: Fault): SetFault => {
      const entry = { fault, left: fault.times ?? 1, struck: 0 };
      list.push(entry);
      return {
        get struck() {
          return entry.struck;
        },
        lift: () => {
          entry.left = 0;
        },
      };
    },
    strike: (call: Call): Fault | undefined => {
      const entry = list.find(({ fault, left }) => left > 0 && (fault.match?.(call) ?? true));
      if (!entry) return undefined;
      entry.left -= 1;
      entry.struck += 1;
      return entry.fault;
    },
  };
};
