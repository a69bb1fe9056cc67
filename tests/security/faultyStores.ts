import type { CaseStore } from '../../src/casefile/caseStore';
import type { KeyValueStore } from '../../src/casefile/keyValueStore';

/** `down`: every call fails at once. `hangs`: no call ever ends. */
export type StoreMode = 'works' | 'down' | 'hangs';

class StoreIsAway extends Error {
  override name = 'StoreIsAway';
  constructor() {
    super('Sam de Vries: the store is away'); // a message that must reach nobody
  }
}

/** The same store, which does what `mode` says at the moment of each call. */
export const faulty = <S extends CaseStore | KeyValueStore>(store: S, mode: () => StoreMode): S =>
  new Proxy(store, {
    get: (target, name, receiver) => {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function') return method;
      return (...args: unknown[]): unknown => {
        if (mode() === 'down') return Promise.reject(new StoreIsAway());
        if (mode() === 'hangs') return new Promise(() => undefined);
        return Reflect.apply(method, target, args);
      };
    },
  });
