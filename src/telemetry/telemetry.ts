/** What one attribute may say: a word of our own from a closed list, never anything that somebody typed or is (I-20). */
export type Attributes = Readonly<Record<string, string>>;

/** What is measured, by the name under which Azure Monitor shows it, with its unit (UCUM) and the attributes it may have. */
export const metrics = {
  turnDuration: { name: 'meldcode.turn.duration', unit: 'ms', attributes: ['kind', 'verb', 'outcome'] },
  storeDuration: { name: 'meldcode.store.duration', unit: 'ms', attributes: ['operation', 'outcome'] },
  /** Request units of Azure Cosmos DB: what it costs. */
  storeCharge: { name: 'meldcode.store.charge', unit: '{RU}', attributes: ['operation'] },
  /** How long ago the outbox was last seen without anything left to do. */
  outboxAge: { name: 'meldcode.outbox.age', unit: 's', attributes: [] },
  /** Messages by what came of one try: sent, later, ambiguous, blocked or failed. */
  notices: { name: 'meldcode.notices', unit: '{message}', attributes: ['outcome'] },
  /** Faults by the word under which the log has them. */
  faults: { name: 'meldcode.faults', unit: '{fault}', attributes: ['where'] },
} as const;

/** The steps of a trace, each with the attributes it may have. A turn is the trace's first. */
export const steps = {
  turn: { name: 'turn', attributes: ['kind', 'verb', 'outcome'] },
  store: { name: 'store', attributes: ['operation', 'outcome'] },
  send: { name: 'send', attributes: ['outcome'] },
} as const;

export type Turn = { kind: string; verb: string; outcome: string; ms: number };

/** What operations see of the bot. Nothing here throws or is waited for. */
export interface Telemetry {
  /** Runs a turn as a trace of its own. */
  turn<T>(work: () => Promise<T>): Promise<T>;
  /** How the turn that runs now went. */
  turnDone(turn: Turn): void;
  /** Runs one operation of the store, within the turn when there is one. */
  store<T>(operation: string, work: () => Promise<T>): Promise<T>;
  charged(operation: string, units: number): void;
  /** Runs one try to send; `outcomeOf` names what came of it. */
  send<T>(work: () => Promise<T>, outcomeOf: (result: T) => string): Promise<T>;
  fault(where: string): void;
  /** Reads the age of the outbox, in seconds, whenever it is time to tell. */
  watchOutbox(ageSeconds: () => number): void;
  /** Sends what is still here. */
  stop(): Promise<void>;
}

/** Where nobody looks. */
export const noTelemetry: Telemetry = {
  turn: (work) => work(),
  turnDone: () => undefined,
  store: (_operation, work) => work(),
  charged: () => undefined,
  send: (work) => work(),
  fault: () => undefined,
  watchOutbox: () => undefined,
  stop: async () => undefined,
};

export type LateTelemetry = { telemetry: Telemetry; open: (load: () => Promise<Telemetry>) => Promise<void> };

/**
 * Nobody looks until `open` has loaded what looks: its packages take longer to load than the whole bot, and the first
 * answer must not wait for them. When they can't be loaded, the bot works on unseen and `trouble` hears of it.
 */
export const lateTelemetry = (trouble: (error: unknown) => void): LateTelemetry => {
  let now = noTelemetry;
  let ageOfOutbox: (() => number) | undefined;
  return {
    telemetry: {
      turn: (work) => now.turn(work),
      turnDone: (turn) => now.turnDone(turn),
      store: (operation, work) => now.store(operation, work),
      charged: (operation, units) => now.charged(operation, units),
      send: (work, outcomeOf) => now.send(work, outcomeOf),
      fault: (where) => now.fault(where),
      watchOutbox: (ageSeconds) => {
        ageOfOutbox = ageSeconds;
        now.watchOutbox(ageSeconds);
      },
      stop: () => now.stop(),
    },
    open: async (load) => {
      try {
        now = await load();
        if (ageOfOutbox) now.watchOutbox(ageOfOutbox);
      } catch (error) {
        trouble(error);
      }
    },
  };
};
