import { activityOf, checkAppend, checkCaseId } from './appendRules';
import type { Append, Appended, CaseStore, Head } from './caseStore';
import { caseSql } from './sqliteCaseSql';
import { closeDatabase, emptyLog, inTransaction, statement, type Database } from './sqliteDatabase';
import { sqliteDue } from './sqliteDue';
import { sqliteListings } from './sqliteListings';
import { readEvent, readFile } from './storedEvent';

interface EventRow {
  seq: number;
  id: string;
  protocolVersion: string;
  event: string;
}

/** The case store in an open SQLite file. Closing it closes the file. */
export const sqliteCaseStore = (database: Database): CaseStore => {
  const head = statement<{ caseId: string }, { version: number; file: string }>(database, caseSql.head);
  const version = statement<{ caseId: string }, { version: number }>(database, caseSql.version);
  const putHead = statement<{ caseId: string; version: number; file: string }>(database, caseSql.putHead);
  const erase = statement<{ caseId: string }>(database, caseSql.erase);
  const hasEvent = statement<{ caseId: string; id: string }, { found: 1 }>(database, caseSql.hasEvent);
  const history = statement<{ caseId: string; from: number; limit: number }, EventRow>(database, caseSql.history);
  const addEvent = statement<EventRow & { caseId: string }>(database, caseSql.addEvent);
  const ping = statement<Record<string, never>, { version: number }>(database, caseSql.ping);
  const due = sqliteDue(database);
  const listings = sqliteListings(database);

  const headOf = (caseId: string): Head | undefined => {
    const row = head.get({ caseId });
    return row && { caseId, version: row.version, file: readFile(row.file, caseId) };
  };

  /** Within a write transaction. */
  const appendNow = (caseId: string, expectedVersion: number, append: Append): Appended => {
    if (append.events.some(({ id }) => hasEvent.get({ caseId, id }))) return { already: true };
    const before = version.get({ caseId })?.version ?? 0;
    if (before !== expectedVersion) return { conflict: true };
    const after = before + append.events.length;
    putHead.run({ caseId, version: after, file: JSON.stringify(append.file) });
    append.events.forEach(({ id, event }, i) => {
      const { protocolVersion } = append;
      addEvent.run({ caseId, seq: before + 1 + i, id, protocolVersion, event: JSON.stringify(event) });
    });
    due.change(caseId, append);
    listings.put(caseId, append.listing, activityOf(append));
    return { version: after };
  };

  return {
    load: async (caseId) => {
      checkCaseId(caseId);
      return headOf(caseId);
    },
    hasEvent: async (caseId, id) => {
      checkCaseId(caseId);
      return hasEvent.get({ caseId, id }) !== undefined;
    },
    history: async (caseId, { from = 1, limit = -1 } = {}) => {
      checkCaseId(caseId);
      return history
        .all({ caseId, from, limit }) // SQLite reads a limit of -1 as none
        .map((row) => ({ ...row, caseId, event: readEvent(row.event, caseId, row.seq) }));
    },
    append: async (caseId, expectedVersion, append) => {
      checkCaseId(caseId);
      checkAppend(append);
      return inTransaction(database, 'write', () => appendNow(caseId, expectedVersion, append));
    },
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
      checkCaseId(caseId);
      erase.run({ caseId });
      // the log still holds copies of what was erased
      if (!emptyLog(database)) throw new Error('the case is gone, but the write-ahead log is in use: erase once more');
    },
    ping: async () => {
      ping.get({});
    },
    close: async () => {
      closeDatabase(database);
    },
  };
};
