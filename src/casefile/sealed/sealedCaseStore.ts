import { checkAppend, checkCaseId, checkLimit, sortable } from '../appendRules';
import {
  StoredItemDamaged,
  type Append,
  type Appended,
  type CaseStore,
  type DueItem,
  type Head,
  type Listing,
} from '../caseStore';
import { caseSeal, NO_EVENT, type CaseSeal, type Tail } from './caseSeal';
import { KEY_OF_LISTS, type DataKeys } from './dataKeys';
import { lastUsed } from '../lastUsed';
import { MasterKeyFault } from './masterKey';
import { readEach } from '../readEach';
import type { HeadRecord, LeasedDueRecord, Records } from '../records';
import { openedHeads } from './openedHeads';
import type { DataKey } from './seal';

/** An append goes onto what was read just before; only the tails of that many cases are remembered in between. */
const TAILS = 1000;
/** A turn reads the head that the turn before it wrote. A few KB each. */
const HEADS = 300;

/** The case store: seals what goes in and opens what comes out, whatever database keeps it. */
export const sealedCaseStore = ({ cases, close }: Pick<Records, 'cases' | 'close'>, keys: DataKeys): CaseStore => {
  const tails = lastUsed<Tail>(TAILS);
  const heads = openedHeads(HEADS);
  const known = async (caseId: string): Promise<CaseSeal | undefined> => {
    const key = await keys.ofCase(caseId);
    return key && caseSeal(caseId, key);
  };
  /** Opens with the key in memory; if that fails, once more with the key as it is kept now. */
  const opening = async <T>(caseId: string, work: (seal: CaseSeal, key: DataKey) => T): Promise<T> => {
    const key = await keys.ofCase(caseId);
    if (!key) throw new StoredItemDamaged(caseId, 'key');
    try {
      return work(caseSeal(caseId, key), key);
    } catch (error) {
      const other = error instanceof StoredItemDamaged && (await keys.changedOfCase(caseId));
      if (!other) throw error;
      return work(caseSeal(caseId, other), other);
    }
  };
  const openHead = async (record: HeadRecord): Promise<Head> => {
    const { head, tail } = await opening(record.caseId, (seal, key) => {
      const known = heads.get(record, key);
      if (known) return known;
      const { head, tail } = seal.openHead(record);
      heads.set(record, key, { head, tail });
      return { head, tail };
    });
    tails.set(record.caseId, tail);
    return head;
  };
  /** Events of a case that has come at least as far as `promised`: none of those may be missing at the end either. */
  const eventsUpTo = async (caseId: string, promised: Tail, range: { from?: number; limit?: number }) => {
    const { from = 1, limit = Infinity } = range;
    const records = await cases.history(caseId, range);
    const last = records.at(-1)?.seq ?? from - 1;
    if (records.length < limit && last < promised.version) throw new StoredItemDamaged(caseId, `event ${last + 1}`);
    if (records.length === 0) return [];
    const ends = { promised, ...(from <= 1 && { before: NO_EVENT }) };
    return opening(caseId, (seal) => seal.openEvents(records, ends).events);
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
  const itemOf = ({ caseId, lease, ...record }: LeasedDueRecord): Promise<DueItem> =>
    opening(caseId, (seal) => ({ caseId, lease, ...seal.openDue(record) }));

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
      const seen = tails.get(caseId);
      if (seen) {
        try {
          return await eventsUpTo(caseId, seen, range);
        } catch (error) {
          if (!(error instanceof StoredItemDamaged)) throw error; // it may have been erased and begun anew elsewhere
        }
      }
      const record = await cases.load(caseId);
      if (!record) {
        // a head that was taken away, or an erase that stopped half-way
        if ((await cases.history(caseId, { limit: 1 })).length > 0) throw new StoredItemDamaged(caseId, 'head');
        return [];
      }
      const { tail } = await opening(caseId, (seal) => seal.openHead(record));
      return eventsUpTo(caseId, tail, range);
    },
    append: async (caseId, expectedVersion, append) => {
      checkCaseId(caseId);
      checkAppend(append);
      const tail = await tailAt(caseId, expectedVersion, append);
      if (!('mark' in tail)) return tail;
      const key = await (expectedVersion === 0 ? keys.ofNewCase(caseId) : keys.ofCase(caseId));
      if (!key) throw new StoredItemDamaged(caseId, 'key');
      const sealed = caseSeal(caseId, key).sealAppend(tail, append, await tokensOf(append.listing));
      const outcome = await cases.append(caseId, expectedVersion, sealed.record);
      if ('version' in outcome) {
        tails.set(caseId, sealed.tail);
        const head = { caseId, version: outcome.version, sealed: sealed.record.head };
        heads.wrote(head, key, sealed.tail, sealed.text);
      }
      return outcome;
    },
    find: async (names, options) => {
      checkLimit(options.limit);
      const tokens = tokensWith(await keys.orNew(KEY_OF_LISTS));
      const { heads, damaged = [], ...rest } = await cases.find(tokens(names), options);
      const { read, unreadable } = await readEach(heads.map(openHead));
      const away = unreadable.find((one) => one instanceof MasterKeyFault);
      if (away) throw away;
      const found = [...damaged, ...unreadable.filter((one) => one instanceof StoredItemDamaged)];
      return { heads: read, ...rest, ...(found.length > 0 && { damaged: found }) };
    },
    claimDue: async (now, limit, leaseMs) => {
      checkLimit(limit);
      const records = await cases.claimDue(sortable(now), limit, leaseMs);
      // what cannot be opened stays leased, so that it holds up nothing
      const { read, unreadable } = await readEach(records.map(itemOf));
      const [fault] = unreadable;
      if (read.length === 0 && fault) throw fault;
      return read;
    },
    ack: async ({ caseId, id, lease }) => {
      checkCaseId(caseId);
      const seal = await known(caseId);
      return seal ? cases.ack({ caseId, id: seal.dueId(id), lease }) : false;
    },
    retry: async ({ caseId, id, kind, lease, ...item }, at, payload = item.payload) => {
      checkCaseId(caseId);
      const seal = await known(caseId);
      if (!seal) return false;
      const { dueAt, sealed, ...record } = seal.sealDue({ id, kind, dueAt: at, payload });
      return cases.retry({ caseId, id: record.id, lease }, dueAt, sealed);
    },
    openDue: async (caseId) => {
      checkCaseId(caseId);
      const records = await cases.openDue(caseId);
      return records.length === 0 ? [] : opening(caseId, (seal) => records.map((record) => seal.openDue(record)));
    },
    erase: async (caseId) => {
      checkCaseId(caseId);
      tails.delete(caseId);
      heads.forget(caseId);
      await keys.destroyOfCase(caseId); // first: from here on nothing of it can be read, wherever a copy lies
      await cases.erase(caseId);
    },
    ping: async () => {
      await keys.orNew(KEY_OF_LISTS); // every write needs it: from here on it is in memory
      await cases.ping();
    },
    close: async () => close(),
  };
};
