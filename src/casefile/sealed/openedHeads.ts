import { readHead } from '../contents';
import { lastUsed } from '../lastUsed';
import type { HeadRecord, Sealed } from '../records';
import type { Head } from '../caseStore';
import type { Tail } from './caseSeal';
import type { DataKey } from './seal';

export type OpenedHead = { head: Head; tail: Tail };

/**
 * The heads that were read or written last. What lies in the store byte for byte as before, under the same key, says what
 * it said before; whatever else lies there is opened.
 */
export interface OpenedHeads {
  /** Undefined: this record has to be opened. */
  get(record: HeadRecord, key: DataKey): OpenedHead | undefined;
  set(record: HeadRecord, key: DataKey, opened: OpenedHead): void;
  /** What was just written, as it will be read: `text` is what was sealed. */
  wrote(record: HeadRecord, key: DataKey, tail: Tail, text: string): void;
  forget(caseId: string): void;
}

/** Several turns may hold the same file: nobody changes it. */
const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

export const openedHeads = (most: number): OpenedHeads => {
  type Known = { version: number; sealed: Sealed; key: DataKey; opened: OpenedHead | (() => OpenedHead | undefined) };
  const known = lastUsed<Known>(most);
  const keep = ({ caseId, version, sealed }: HeadRecord, key: DataKey, opened: Known['opened']): void =>
    known.set(caseId, { version, sealed, key, opened });
  return {
    get: ({ caseId, version, sealed }, key) => {
      const one = known.get(caseId);
      if (!one || one.key !== key || one.version !== version || Buffer.compare(one.sealed, sealed) !== 0)
        return undefined;
      const opened = typeof one.opened === 'function' ? one.opened() : one.opened;
      if (opened) one.opened = opened;
      return opened;
    },
    set: (record, key, opened) => keep(record, key, frozen(opened)),
    wrote: (record, key, tail, text) => {
      const { caseId, version } = record;
      keep(record, key, () => {
        const content = readHead(text);
        return content && frozen({ head: { caseId, version, file: content.file }, tail });
      });
    },
    forget: (caseId) => known.delete(caseId),
  };
};
