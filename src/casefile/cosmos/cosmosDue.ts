import { randomUUID } from 'node:crypto';
import { later } from '../appendRules';
import { StoredItemDamaged } from '../caseStore';
import { acked, dueRecordsOf, leasedWith, leasing, putBack, readHeadItem, readyIn } from './cosmosHead';
import type { Heads } from './cosmosHeads';
import type { Items } from './cosmosItems';
import type { CaseRecords, LeasedDueRecord } from '../records';

/** Index walk over heads with something due, longest due first; it ends with its page, however many cases there are. */
const DUE = 'SELECT * FROM c WHERE c.readyAt <= @now ORDER BY c.readyAt';
const MOST_HEADS = 100;

type Ready = { caseId: string; id: string; readyAt: string };

const groupedByCase = (ready: readonly Ready[]): Map<string, string[]> => {
  const groups = new Map<string, string[]>();
  for (const { caseId, id } of ready) groups.set(caseId, [...(groups.get(caseId) ?? []), id]);
  return groups;
};

/** The due items of the Cosmos DB records: they lie in the head of their case. */
export const cosmosDue = (items: Items, heads: Heads): Pick<CaseRecords, 'claimDue' | 'ack' | 'retry' | 'openDue'> => {
  const ready = async (now: string, limit: number): Promise<{ ready: Ready[]; damaged: StoredItemDamaged[] }> => {
    const spec = { query: DUE, parameters: [{ name: '@now', value: now }] };
    const found: Ready[] = [];
    const damaged: StoredItemDamaged[] = [];
    const look = (item: Record<string, unknown>): void => {
      try {
        const head = readHeadItem(item, String(item.caseId));
        heads.saw({ item: head, etag: String(item._etag) });
        found.push(...readyIn(head, now).map((due) => ({ caseId: head.caseId, ...due })));
      } catch (error) {
        if (!(error instanceof StoredItemDamaged)) throw error;
        damaged.push(error);
      }
    };
    const first = await items.query(spec, { limit: Math.min(limit, MOST_HEADS) });
    first.forEach(look);
    // damaged heads come back at every look: what is due behind them is looked for past them
    const past = first.length + damaged.length;
    if (damaged.length > 0 && first.length === Math.min(limit, MOST_HEADS))
      (await items.query(spec, { limit: past })).slice(first.length).forEach(look);
    return { ready: found, damaged };
  };

  return {
    claimDue: async (now, limit, leaseMs) => {
      const lease = randomUUID();
      const until = later(now, leaseMs);
      const { ready: all, damaged } = await ready(now, limit);
      if (all.length === 0 && damaged[0]) throw damaged[0];
      // a stable sort: equal ones of one case stay in the order they came
      const chosen = all.sort((a, b) => (a.readyAt < b.readyAt ? -1 : a.readyAt > b.readyAt ? 1 : 0)).slice(0, limit);
      const claims = [...groupedByCase(chosen)].map(async ([caseId, ids]): Promise<LeasedDueRecord[]> => {
        const head = await heads.change(caseId, (item, unsure) =>
          unsure && leasedWith(item, lease).length > 0 ? item : leasing(item, ids, { now, until, lease }),
        );
        return head ? leasedWith(head, lease) : [];
      });
      const claimed = (await Promise.all(claims)).flat();
      return chosen.flatMap(({ caseId, id }) => claimed.find((one) => one.caseId === caseId && one.id === id) ?? []);
    },
    ack: async ({ caseId, id, lease }) => {
      let gone = false;
      const head = await heads.change(caseId, (item, unsure) => {
        const next = acked(item, { id, lease });
        gone = unsure && next === undefined;
        return next;
      });
      return head !== undefined || gone;
    },
    retry: async ({ caseId, id, lease }, at, sealed) => {
      const head = await heads.change(caseId, (item, unsure) => {
        const back = putBack(item, { id, lease }, at, sealed);
        const done = item.due.some((due) => due.id === id && due.lease === undefined && due.dueAt === at);
        return back ?? (unsure && done ? item : undefined);
      });
      return head !== undefined;
    },
    openDue: async (caseId) => {
      const kept = await heads.read(caseId);
      const due = kept ? dueRecordsOf(kept.item) : [];
      return due.sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
    },
  };
};
