import type { Appended } from '../caseStore';
import type { AppendRecord, CaseRecords, EventRecord, HeadRecord, Sealed } from '../records';
import { caseSql } from './sqliteCaseSql';
import { emptyLog, inTransaction, statement, type Database } from './sqliteDatabase';
import { sqliteCopies } from './sqliteCopies';
import { sqliteDue } from './sqliteDue';
import { sqliteListings } from './sqliteListings';
import type { Writes } from './sqliteWrites';

type HeadRow = { version: number; sealed: Sealed };

/** The records of cases in an open SQLite file. */
export const sqliteCaseRecords = (database: Database, write: Writes): CaseRecords => {
  const head = statement<{ caseId: string }, HeadRow>(database, caseSql.head);
  const version = statement<{ caseId: string }, { version: number }>(database, caseSql.version);
  const putHead = statement<HeadRow & { caseId: string; status: string; activityAt: string }>(
    database,
    caseSql.putHead,
  );
  const erase = statement<{ caseId: string }>(database, caseSql.erase);
  const hasEvent = statement<{ caseId: string; id: string }, { found: 1 }>(database, caseSql.hasEvent);
  const history = statement<{ caseId: string; from: number; limit: number }, EventRecord>(database, caseSql.history);
  const addEvent = statement<EventRecord & { caseId: string }>(database, caseSql.addEvent);
  const ping = statement<Record<string, never>, { version: number }>(database, caseSql.ping);
  const due = sqliteDue(database, write);
  const listings = sqliteListings(database);

  const headOf = (caseId: string): HeadRecord | undefined => {
    const row = head.get({ caseId });
    return row && { caseId, ...row };
  };

  /** Within a write transaction. */
  const appendNow = (caseId: string, expectedVersion: number, append: AppendRecord): Appended => {
    if (append.events.some(({ id }) => hasEvent.get({ caseId, id }))) return { already: true };
    const before = version.get({ caseId })?.version ?? 0;
    if (before !== expectedVersion) return { conflict: true };
    const after = before + append.events.length;
    const { listing, activityAt } = append;
    putHead.run({ caseId, version: after, status: listing.status, activityAt, sealed: append.head });
    append.events.forEach(({ id, sealed }, i) => addEvent.run({ caseId, seq: before + 1 + i, id, sealed }));
    due.change(caseId, append);
    listings.put(caseId, listing, activityAt);
    return { version: after };
  };

  return {
    load: async (caseId) => headOf(caseId),
    hasEvent: async (caseId, id) => hasEvent.get({ caseId, id }) !== undefined,
    // SQLite reads a limit of -1 as none
    history: async (caseId, { from = 1, limit = -1 } = {}) => history.all({ caseId, from, limit }),
    append: (caseId, expectedVersion, append) => write(() => appendNow(caseId, expectedVersion, append)),
    find: async (keys, options) =>
      inTransaction(database, 'read', () => {
        const { caseIds, ...rest } = listings.page(keys, options);
        return { heads: caseIds.flatMap((caseId) => headOf(caseId) ?? []), ...rest };
      }),
    claimDue: due.claimDue,
    ack: due.ack,
    retry: due.retry,
    openDue: due.openDue,
    erase: async (caseId) => {
      await write(() => erase.run({ caseId }));
      // the log still holds copies; what SQLite leaves in free space of pages is sealed under a key that is gone
      if (!emptyLog(database)) throw new Error('the case is gone, but the write-ahead log is in use: erase once more');
    },
    ...sqliteCopies(database, write),
    ping: async () => {
      write.check();
      ping.get({});
    },
  };
};
