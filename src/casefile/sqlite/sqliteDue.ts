import { randomUUID } from 'node:crypto';
import type { Instant } from '../../protocol/time';
import { later } from '../appendRules';
import { DueIdTaken } from '../caseStore';
import type { AppendRecord, CaseRecords, DueRecord, Lease, LeasedDueRecord, NewDueRecord, Sealed } from '../records';
import { caseSql } from './sqliteCaseSql';
import { statement, type Database } from './sqliteDatabase';
import type { Writes } from './sqliteWrites';

type ReadyRow = DueRecord & { caseId: string; position: number };

type DueRecords = Pick<CaseRecords, 'claimDue' | 'ack' | 'retry' | 'openDue'> & {
  /** Part of an append: call it within its transaction. Throws DueIdTaken. */
  change(caseId: string, append: Pick<AppendRecord, 'due' | 'cancelDue'>): void;
};

/** The due items in an open SQLite file. */
export const sqliteDue = (database: Database, write: Writes): DueRecords => {
  const add = statement<NewDueRecord & { caseId: string }>(database, caseSql.addDue);
  const cancel = statement<{ caseId: string; id: string }>(database, caseSql.cancelDue);
  const open = statement<{ caseId: string }, DueRecord>(database, caseSql.openDue);
  const ready = statement<{ now: Instant; limit: number }, ReadyRow>(database, caseSql.readyDue);
  const lease = statement<{ lease: string; until: Instant; position: number }>(database, caseSql.leaseDue);
  const done = statement<Lease>(database, caseSql.ackDue);
  const putBack = statement<Lease & { at: Instant; sealed: Sealed }>(database, caseSql.retryDue);

  const leased = ({ position, ...row }: ReadyRow, until: Instant): LeasedDueRecord => {
    const token = randomUUID();
    lease.run({ lease: token, until, position });
    return { ...row, attempts: row.attempts + 1, lease: token };
  };

  return {
    change: (caseId, append) => {
      for (const id of append.cancelDue) cancel.run({ caseId, id });
      for (const { id, kind, dueAt, sealed } of append.due)
        if (add.run({ caseId, id, kind, dueAt, sealed }) === 0) throw new DueIdTaken(caseId);
    },
    claimDue: async (now, limit, leaseMs) => {
      if (ready.all({ now, limit: 1 }).length === 0) return []; // asked often, and mostly for nothing: no reason to lock
      const until = later(now, leaseMs);
      return write(() => ready.all({ now, limit }).map((row) => leased(row, until)));
    },
    ack: ({ caseId, id, lease }) => write(() => done.run({ caseId, id, lease }) === 1),
    retry: ({ caseId, id, lease }, at, sealed) => write(() => putBack.run({ caseId, id, lease, at, sealed }) === 1),
    openDue: async (caseId) => open.all({ caseId }),
  };
};
