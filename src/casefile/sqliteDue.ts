import { randomUUID } from 'node:crypto';
import type { Instant } from '../protocol/time';
import { checkCaseId, checkLimit, later, sortable } from './appendRules';
import { DueIdTaken, StoredItemDamaged } from './caseStore';
import type { Append, CaseStore, DueItem, DueKind } from './caseStore';
import { caseSql } from './sqliteCaseSql';
import { inTransaction, statement, type Database } from './sqliteDatabase';
import { readPayload } from './storedEvent';

interface OpenRow {
  position: number;
  id: string;
  kind: DueKind;
  dueAt: Instant;
  payload: string;
  attempts: number;
}
type ReadyRow = OpenRow & { caseId: string };
type Lease = { caseId: string; id: string; lease: string };

type DueStore = Pick<CaseStore, 'claimDue' | 'ack' | 'retry' | 'openDue'> & {
  /** Part of an append: call it within its transaction. Throws DueIdTaken. */
  change(caseId: string, append: Pick<Append, 'due' | 'cancelDue'>): void;
};

/** Reads what can be read. A damaged item stays leased, so that it holds up nothing; alone, it is thrown. */
const readable = (claims: { row: ReadyRow; lease: string }[]): DueItem[] => {
  const damaged: StoredItemDamaged[] = [];
  const items = claims.flatMap(({ row, lease }) => {
    const { position, caseId, id, kind, dueAt, attempts } = row;
    try {
      const payload = readPayload(row.payload, caseId, position);
      return [{ caseId, id, kind, dueAt, payload, attempts: attempts + 1, lease }];
    } catch (error) {
      if (!(error instanceof StoredItemDamaged)) throw error;
      damaged.push(error);
      return [];
    }
  });
  if (items.length === 0 && damaged[0]) throw damaged[0];
  return items;
};

/** The due items of the SQLite case store. */
export const sqliteDue = (database: Database): DueStore => {
  const add = statement<{ caseId: string; id: string; kind: DueKind; dueAt: Instant; payload: string }>(
    database,
    caseSql.addDue,
  );
  const cancel = statement<{ caseId: string; id: string }>(database, caseSql.cancelDue);
  const open = statement<{ caseId: string }, OpenRow>(database, caseSql.openDue);
  const ready = statement<{ now: Instant; limit: number }, ReadyRow>(database, caseSql.readyDue);
  const lease = statement<{ lease: string; until: Instant; position: number }>(database, caseSql.leaseDue);
  const done = statement<Lease>(database, caseSql.ackDue);
  const putBack = statement<Lease & { at: Instant; payload: string | null }>(database, caseSql.retryDue);

  const leased = (row: ReadyRow, until: Instant): { row: ReadyRow; lease: string } => {
    const token = randomUUID();
    lease.run({ lease: token, until, position: row.position });
    return { row, lease: token };
  };

  return {
    change: (caseId, append) => {
      for (const id of append.cancelDue) cancel.run({ caseId, id });
      for (const { id, kind, dueAt, payload } of append.due) {
        const added = add.run({ caseId, id, kind, dueAt: sortable(dueAt), payload: JSON.stringify(payload) });
        if (added === 0) throw new DueIdTaken(caseId);
      }
    },
    claimDue: async (now, limit, leaseMs) => {
      checkLimit(limit);
      const at = sortable(now);
      const until = later(at, leaseMs);
      const claims = inTransaction(database, 'write', () =>
        ready.all({ now: at, limit }).map((row) => leased(row, until)),
      );
      return readable(claims);
    },
    ack: async ({ caseId, id, lease }) => {
      checkCaseId(caseId);
      return done.run({ caseId, id, lease }) === 1;
    },
    retry: async ({ caseId, id, lease }, at, payload) => {
      checkCaseId(caseId);
      const written = payload === undefined ? null : JSON.stringify(payload);
      return putBack.run({ caseId, id, lease, at: sortable(at), payload: written }) === 1;
    },
    openDue: async (caseId) => {
      checkCaseId(caseId);
      return open.all({ caseId }).map(({ position, id, kind, dueAt, payload, attempts }) => ({
        id,
        kind,
        dueAt,
        payload: readPayload(payload, caseId, position),
        attempts,
      }));
    },
  };
};
