import { emptyCase, evolve, type CaseEvent, type CaseFile, type EventType } from '../../src/protocol/caseFile';
import { decide, type Command, type CommandType, type Judgement } from '../../src/protocol/decide';
import type { Refusal } from '../../src/protocol/decision';
import { noticesFor, type Notice } from '../../src/protocol/notices';
import { progress, type Advice, type StepState } from '../../src/protocol/progress';
import type { Actor } from '../../src/protocol/roles';
import { termsOf, type Term } from '../../src/protocol/terms';
import type { Instant } from '../../src/protocol/time';

export type FactOf<T extends EventType> = Extract<CaseEvent, { type: T }>;
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
/** A fact by its kind and as much of it as the test is about. */
export type PartOf<T extends EventType = EventType> = { [K in T]: { type: K } & Partial<FactOf<K>> }[T];

/** People of one school, as its directory knows them. The teacher owns the cases. */
export const teacher: Actor = { id: 'teacher', roles: ['leerkracht'] };
export const otherTeacher: Actor = { id: 'other-teacher', roles: ['leerkracht'] };
export const ibEr: Actor = { id: 'ib-er', roles: ['intern-begeleider'] };
export const leader: Actor = { id: 'leader', roles: ['schoolleider'] };
export const deputy: Actor = { id: 'deputy', roles: ['plaatsvervangend-schoolleider'] };
/** A teacher like the other one, until a plan names them. */
export const casemanager: Actor = { id: 'casemanager', roles: ['leerkracht'] };
/** A teacher like the other one, until somebody asks them. */
export const consulted: Actor = { id: 'consulted', roles: ['leerkracht'] };
export const nurse: Actor = { id: 'nurse', roles: ['jeugdverpleegkundige'] };
export const board: Actor = { id: 'board', roles: ['bestuur'] };
/** Somebody of another school: at the school of the case they hold no role. */
export const stranger: Actor = { id: 'stranger', roles: [] };

/** A Tuesday morning in November, half past ten in the Netherlands. */
export const now: Instant = '2026-11-24T09:30:00.000Z';
export const today = '2026-11-24';
export const yesterday = '2026-11-23';
export const tomorrow = '2026-11-25';
/** When the facts of before were recorded, unless said otherwise: the day before. */
export const before: Instant = '2026-11-23T09:00:00.000Z';

export const minutesAfter = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();

/** What became of a command. */
class Outcome {
  constructor(
    private readonly story: Given,
    private readonly judgement: Judgement,
    private readonly stamp: { at: Instant; by: string },
  ) {}

  /** Exactly these facts, in this order, each stamped with who and when. The story goes on with them. */
  then(...expected: readonly PartOf[]): Given {
    expect(this.judgement).toEqual({ events: expected.map((): unknown => expect.objectContaining(this.stamp)) });
    expect(this.judgement).toMatchObject({ events: expected });
    return this.accepted();
  }

  /** Nothing was recorded, and this is why. */
  refused(code: Refusal): Given {
    expect(this.judgement).toEqual({ refusal: code });
    return this.story;
  }

  /** Something was recorded; what, is not what the test is about. */
  accepted(): Given {
    return this.story.and(...this.events());
  }

  /** Part of the file, with the new facts in it. */
  file<T>(look: (file: CaseFile) => T): T {
    return look(this.accepted().state());
  }

  /** Who must hear of the new facts. */
  notices(): readonly Notice[] {
    let told = this.story;
    return this.events().flatMap((event) => {
      told = told.and(event);
      return noticesFor(event, told.state());
    });
  }

  events(): readonly CaseEvent[] {
    if ('refusal' in this.judgement) throw new Error(`refused: ${this.judgement.refusal}`);
    return this.judgement.events;
  }

  /** Why it was refused, or undefined. */
  refusal(): Refusal | undefined {
    return 'refusal' in this.judgement ? this.judgement.refusal : undefined;
  }
}

/** What happened so far. Nothing in it changes: each method gives a new story. */
class Given {
  constructor(
    readonly history: readonly CaseEvent[],
    private readonly clock: Instant = now,
  ) {}

  /** More facts of before. */
  and(...events: readonly CaseEvent[]): Given {
    return new Given([...this.history, ...events], this.clock);
  }

  /** Each next command in one story comes a minute later, unless said otherwise. */
  when(command: Command, by: Actor = teacher, at: Instant = this.clock): Outcome {
    const judgement = decide(command, this.state(), { by, at, length: this.history.length });
    return new Outcome(new Given(this.history, minutesAfter(at, 1)), judgement, { at, by: by.id });
  }

  state(): CaseFile {
    return this.history.reduce(evolve, emptyCase);
  }

  file<T>(look: (file: CaseFile) => T): T {
    return look(this.state());
  }

  terms(kind?: Term['kind']): readonly Term[] {
    return termsOf(this.state()).filter((term) => kind === undefined || term.kind === kind);
  }

  /** Who must hear of the last fact. */
  notices(): readonly Notice[] {
    const last = this.history.at(-1);
    return last ? noticesFor(last, this.state()) : [];
  }

  advice(): Advice {
    return progress(this.state()).advice;
  }

  step(step: 1 | 2 | 3 | 4 | 5): { state: StepState | undefined; times: number | undefined } {
    const found = progress(this.state()).steps.find((one) => one.step === step);
    return { state: found?.state, times: found?.times };
  }
}

export type { Given, Outcome };

/** A case file with these facts in it; without facts there is no case yet. */
export const given = (...events: readonly CaseEvent[]): Given => new Given(events);
