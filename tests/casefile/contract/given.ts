import type { CaseEvent, CaseFile } from '../../../src/protocol/caseFile';
import type { Append, CaseStore, NewDue } from '../../../src/casefile/caseStore';
import type { KeyValueStore } from '../../../src/casefile/keyValueStore';
import type { Records } from '../../../src/casefile/records';

interface Handle {
  cases: CaseStore;
  keyValues: KeyValueStore;
  /** what lies beneath both */
  records: Records;
}
export interface Stores extends Handle {
  /** Another handle on the same data, as a second instance of the bot has. */
  second(): Handle;
  setNow(now: string): void;
  stop(): Promise<void>;
}
export type OpenStores = () => Stores | Promise<Stores>;

export const MOMENT = '2026-11-02T09:00:00.000Z';
/** MOMENT plus so many seconds. */
export const at = (seconds: number): string => new Date(Date.parse(MOMENT) + seconds * 1000).toISOString();

let cases = 0;
/** A case id no other test has. */
export const newCase = (): string => `case-${String(++cases).padStart(6, '0')}`;

/** An event with the given text in it. The stores keep events closed, so any content will do. */
export const event = (text: string, moment: string = MOMENT): CaseEvent =>
  ({ type: 'Noted', at: moment, by: 'p-1', text }) as unknown as CaseEvent;
export const file = (text: string): CaseFile => ({ says: text }) as unknown as CaseFile; // as closed as the events

export const due = (id: string, dueAt: string, payload: Record<string, unknown> = {}): NewDue => ({
  id,
  kind: 'notice',
  dueAt,
  payload,
});

/** An append of events with these ids; everything else can be replaced. */
export const append = (ids: string[], more: Partial<Append> & { moment?: string } = {}): Append => {
  const { moment = MOMENT, ...rest } = more;
  return {
    events: ids.map((id) => ({ id, event: event(`text of ${id}`, moment) })),
    file: file(`after ${ids.at(-1)}`),
    due: [],
    cancelDue: [],
    listing: { keys: ['person:p-1'], awaits: [], status: 'open' },
    protocolVersion: '1.0',
    ...rest,
  };
};
