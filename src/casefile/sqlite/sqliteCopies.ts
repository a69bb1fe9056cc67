import type { Listing } from '../caseStore';
import type { CaseRecords, DueRecord, EventRecord, Sealed } from '../records';
import { caseSql } from './sqliteCaseSql';
import { inTransaction, statement, type Database } from './sqliteDatabase';
import { sqliteListings } from './sqliteListings';
import type { Writes } from './sqliteWrites';

type HeadRow = { version: number; sealed: Sealed };
type PlaceRow = { status: Listing['status']; activityAt: string };
type OfCase = { caseId: string };

/** Whole cases, out of a SQLite file and into one. */
export const sqliteCopies = (
  database: Database,
  write: Writes,
): Pick<CaseRecords, 'caseIds' | 'copyOut' | 'copyIn'> => {
  const caseIds = statement<{ after: string; limit: number }, OfCase>(database, caseSql.caseIds);
  const head = statement<OfCase, HeadRow>(database, caseSql.head);
  const place = statement<OfCase, PlaceRow>(database, caseSql.place);
  const history = statement<OfCase & { from: number; limit: number }, EventRecord>(database, caseSql.history);
  const due = statement<OfCase, DueRecord>(database, caseSql.dueAsTheyCame);
  const listed = statement<OfCase, { list: 'keys' | 'awaits'; key: string }>(database, caseSql.listed);
  const erase = statement<OfCase>(database, caseSql.erase);
  const putHead = statement<OfCase & HeadRow & PlaceRow>(database, caseSql.putHead);
  const addEvent = statement<OfCase & EventRecord>(database, caseSql.addEvent);
  const putDue = statement<OfCase & DueRecord>(database, caseSql.putDue);
  const listings = sqliteListings(database);

  return {
    caseIds: async ({ after = '', limit }) => caseIds.all({ after, limit }).map(({ caseId }) => caseId),
    copyOut: async (caseId) =>
      inTransaction(database, 'read', () => {
        const row = head.get({ caseId });
        const where = place.get({ caseId });
        if (!row || !where) return undefined;
        const keys = listed.all({ caseId });
        const of = (list: 'keys' | 'awaits') => keys.filter((one) => one.list === list).map(({ key }) => key);
        return {
          head: { caseId, ...row },
          events: history.all({ caseId, from: 1, limit: -1 }),
          due: due.all({ caseId }),
          listing: { keys: of('keys'), awaits: of('awaits'), status: where.status },
          activityAt: where.activityAt,
        };
      }),
    copyIn: ({ head: { caseId, version, sealed }, events, due: items, listing, activityAt }) =>
      write(() => {
        erase.run({ caseId });
        putHead.run({ caseId, version, sealed, status: listing.status, activityAt });
        for (const { seq, id, sealed } of events) addEvent.run({ caseId, seq, id, sealed });
        for (const { id, kind, dueAt, attempts, sealed } of items)
          putDue.run({ caseId, id, kind, dueAt, attempts, sealed });
        listings.put(caseId, listing, activityAt);
      }),
  };
};
