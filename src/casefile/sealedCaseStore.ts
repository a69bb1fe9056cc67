import { checkAppend, checkCaseId, checkLimit, sortable } from './appendRules';
import { StoredItemDamaged, type CaseStore, type DueItem, type Listing } from './caseStore';
import { caseSeal, type CaseSeal } from './caseSeal';
import { KEY_OF_LISTS, keyOfCase, type DataKeys } from './dataKeys';
import type { LeasedDueRecord, Records } from './records';
import type { DataKey } from './seal';

/** What could be opened. A damaged item stays leased, so that it holds up nothing; alone, it is thrown. */
const readable = (items: (DueItem | StoredItemDamaged)[]): DueItem[] => {
  const whole = items.flatMap((item) => (item instanceof StoredItemDamaged ? [] : [item]));
  const damaged = items.find((item) => item instanceof StoredItemDamaged);
  if (whole.length === 0 && damaged) throw damaged;
  return whole;
};

/** The case store: seals what goes in and opens what comes out, whatever database keeps it. */
export const sealedCaseStore = ({ cases, close }: Pick<Records, 'cases' | 'close'>, keys: DataKeys): CaseStore => {
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
      return record && opening(caseId, (seal) => seal.openHead(record));
    },
    hasEvent: async (caseId, id) => {
      checkCaseId(caseId);
      return cases.hasEvent(caseId, id);
    },
    history: async (caseId, range) => {
      checkCaseId(caseId);
      const records = await cases.history(caseId, range);
      return records.length === 0 ? [] : opening(caseId, (seal) => records.map((record) => seal.openEvent(record)));
    },
    append: async (caseId, expectedVersion, append) => {
      checkCaseId(caseId);
      checkAppend(append);
      const seal = expectedVersion === 0 ? caseSeal(caseId, await keys.orNew(keyOfCase(caseId))) : await known(caseId);
      if (!seal) {
        if (await cases.load(caseId)) throw new StoredItemDamaged(caseId, 'key');
        return { conflict: true };
      }
      return cases.append(
        caseId,
        expectedVersion,
        seal.sealAppend(expectedVersion, append, await tokensOf(append.listing)),
      );
    },
    find: async (names, options) => {
      checkLimit(options.limit);
      const tokens = tokensWith(await keys.orNew(KEY_OF_LISTS));
      const { heads, ...rest } = await cases.find(tokens(names), options);
      const opened = heads.map((record) => opening(record.caseId, (seal) => seal.openHead(record)));
      return { heads: await Promise.all(opened), ...rest };
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
      await keys.destroy(keyOfCase(caseId)); // first: from here on nothing of it can be read, wherever a copy lies
      await cases.erase(caseId);
    },
    ping: async () => cases.ping(),
    close: async () => close(),
  };
};
