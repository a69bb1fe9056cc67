import { checkAppend, checkCaseId, checkLimit, sortable } from './appendRules';
import {
  StoredItemDamaged,
  type Append,
  type Appended,
  type CaseStore,
  type DueItem,
  type Head,
  type Listing,
} from './caseStore';
import { caseSeal, NO_EVENT, type CaseSeal, type Tail } from './caseSeal';
import { KEY_OF_LISTS, keyOfCase, type DataKeys } from './dataKeys';
import { lastUsed } from './lastUsed';
import type { HeadRecord, LeasedDueRecord, Records } from './records';
import type { DataKey } from './seal';

/** What could be opened. A damaged item stays leased, so that it holds up nothing; alone, it is thrown. */
const readable = (items: (DueItem | StoredItemDamaged)[]): DueItem[] => {
  const whole = items.flatMap((item) => (item instanceof StoredItemDamaged ? [] : [item]));
  const damaged = items.find((item) => item instanceof StoredItemDamaged);
  if (whole.length === 0 && damaged) throw damaged;
  return whole;
};

/** An append goes onto what was read just before; only the tails of that many cases are remembered in between. */
const TAILS = 1000;

/** The case store: seals what goes in and opens what comes out, whatever database keeps it. */
export const sealedCaseStore = ({ cases, close }: Pick<Records, 'cases' | 'close'>, keys: DataKeys): CaseStore => {
  const tails = lastUsed<Tail>(TAILS);
  const known = async (caseId: string): Promise<CaseSeal | undefined> => {
    const key = await keys.of(keyOfCase(caseId));
    return key && caseSeal(caseId, key);
  };
  /** Opens with the key in memory; if that fails, once more with the key as it is kept now. */
  const opening = async <T>(caseId: string, work: (seal: CaseSeal) => T): Promise<T> => {
    const seal = await known(caseId);
    if (!seal) throw new StoredItemDamaged(caseId, 'key');
    try {
      return work(seal);
    } catch (error) {
      const other = error instanceof StoredItemDamaged && (await keys.changed(keyOfCase(caseId)));
      if (!other) throw error;
      return work(caseSeal(caseId, other));
    }
  };
  const openHead = async (record: HeadRecord): Promise<Head> => {
    const { head, tail } = await opening(record.caseId, (seal) => seal.openHead(record));
    tails.set(record.caseId, tail);
    return head;
  };
  const hasOneOf = async (caseId: string, events: Append['events']): Promise<boolean> =>
    (await Promise.all(events.map(({ id }) => cases.hasEvent(caseId, id)))).includes(true);
  /** Where an append on this version goes; when the case has another version: why it goes nowhere. */
  const tailAt = async (caseId: string, version: number, { events }: Append): Promise<Tail | Appended> => {
    const known = version === 0 ? NO_EVENT : tails.get(caseId);
    if (known?.version === version) return known;
    const record = await cases.load(caseId);
    if (record?.version === version) return (await opening(caseId, (seal) => seal.openHead(record))).tail;
    return (await hasOneOf(caseId, events)) ? { already: true } : { conflict: true };
  };
  const tokensWith = (lists: DataKey) => (names: string[]) => names.map((name) => lists.token(name));
  const tokensOf = async ({ keys: found, awaits, status }: Listing): Promise<Listing> => {
    const tokens = tokensWith(await keys.orNew(KEY_OF_LISTS));
    return { keys: tokens(found), awaits: tokens(awaits), status };
  };
  const itemOf = async ({ caseId, lease, ...record }: LeasedDueRecord): Promise<DueItem | StoredItemDamaged> => {
    try {
      return await opening(caseId, (seal) => ({ caseId, lease, ...seal.openDue(record) }));
    } catch (error) {
      if (error instanceof StoredItemDamaged) return error;
      throw error;
    }
  };

  return {
    load: async (caseId) => {
      checkCaseId(caseId);
      const record = await cases.load(caseId);
      return record && openHead(record);
    },
    hasEvent: async (caseId, id) => {
      checkCaseId(caseId);
      return cases.hasEvent(caseId, id);
    },
    history: async (caseId, range = {}) => {
      checkCaseId(caseId);
      const records = await cases.history(caseId, range);
      if (records.length === 0) return [];
      const before = (range.from ?? 1) <= 1 ? NO_EVENT : undefined;
      return opening(caseId, (seal) => seal.openEvents(records, before).events);
    },
    append: async (caseId, expectedVersion, append) => {
      checkCaseId(caseId);
      checkAppend(append);
      const tail = await tailAt(caseId, expectedVersion, append);
      if (!('mark' in tail)) return tail;
      const key = await (expectedVersion === 0 ? keys.orNew(keyOfCase(caseId)) : keys.of(keyOfCase(caseId)));
      if (!key) throw new StoredItemDamaged(caseId, 'key');
      const sealed = caseSeal(caseId, key).sealAppend(tail, append, await tokensOf(append.listing));
      const outcome = await cases.append(caseId, expectedVersion, sealed.record);
      if ('version' in outcome) tails.set(caseId, sealed.tail);
      return outcome;
    },
    find: async (names, options) => {
      checkLimit(options.limit);
      const tokens = tokensWith(await keys.orNew(KEY_OF_LISTS));
      const { heads, ...rest } = await cases.find(tokens(names), options);
      return { heads: await Promise.all(heads.map(openHead)), ...rest };
    },
    claimDue: async (now, limit, leaseMs) => {
      checkLimit(limit);
      const records = await cases.claimDue(sortable(now), limit, leaseMs);
      return readable(await Promise.all(records.map(itemOf)));
    },
    ack: async ({ caseId, id, lease }) => {
      checkCaseId(caseId);
      const seal = await known(caseId);
      return seal ? cases.ack({ caseId, id: seal.dueId(id), lease }) : false;
    },
    retry: async ({ caseId, id, kind, lease }, at, payload) => {
      checkCaseId(caseId);
      const moment = sortable(at);
      const seal = await known(caseId);
      const sealed = payload && seal?.sealDue({ id, kind, payload });
      return seal ? cases.retry({ caseId, id: seal.dueId(id), lease }, moment, sealed) : false;
    },
    openDue: async (caseId) => {
      checkCaseId(caseId);
      const records = await cases.openDue(caseId);
      return records.length === 0 ? [] : opening(caseId, (seal) => records.map((record) => seal.openDue(record)));
    },
    erase: async (caseId) => {
      checkCaseId(caseId);
      tails.delete(caseId);
      await keys.destroy(keyOfCase(caseId)); // first: from here on nothing of it can be read, wherever a copy lies
      await cases.erase(caseId);
    },
    ping: async () => {
      await keys.orNew(KEY_OF_LISTS); // every write needs it: from here on it is in memory
      await cases.ping();
    },
    close: async () => close(),
  };
};
