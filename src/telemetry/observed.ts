import type { Stores } from '../casefile/stores';
import type { Delivery, Messenger } from '../notices/messenger';
import type { Telemetry } from './telemetry';

/** The same object, with each call to one of these methods seen as an operation under its name. */
const seen = <T extends object>(target: T, methods: readonly (keyof T & string)[], telemetry: Telemetry): T =>
  new Proxy(target, {
    get: (object, name, receiver): unknown => {
      const value: unknown = Reflect.get(object, name, receiver);
      if (typeof value !== 'function' || !methods.some((method) => method === name)) return value;
      // Each of these methods gives a promise; the types of both ports say so.
      return (...given: unknown[]) =>
        telemetry.store(String(name), () => Reflect.apply(value, object, given) as Promise<unknown>);
    },
  });

export const caseOperations = [
  'load',
  'hasEvent',
  'history',
  'append',
  'find',
  'claimDue',
  'ack',
  'retry',
  'openDue',
  'erase',
] as const;
export const valueOperations = ['read', 'write', 'create', 'change', 'delete', 'sweep'] as const;

export const observedStores = (stores: Stores, telemetry: Telemetry): Stores => ({
  ...stores,
  cases: seen(stores.cases, caseOperations, telemetry),
  keyValues: seen(stores.keyValues, valueOperations, telemetry),
});

/** What may come of one try, as an outcome. */
const outcomes = ['sent', 'later', 'ambiguous', 'blocked', 'failed'] as const;
const outcomeOf = (delivery: Delivery): string => outcomes.find((outcome) => outcome in delivery) ?? 'other';

export const observedMessenger = (messenger: Messenger, telemetry: Telemetry): Messenger => ({
  blocked: (person) => messenger.blocked(person),
  send: (person, card, summary) => telemetry.send(() => messenger.send(person, card, summary), outcomeOf),
  post: (school, card, summary) => telemetry.send(() => messenger.post(school, card, summary), outcomeOf),
});
