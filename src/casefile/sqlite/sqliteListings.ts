import type { Instant } from '../../protocol/time';
import { checkLimit } from '../appendRules';
import type { CaseStatus, FindOptions, Listing } from '../caseStore';
import { byPlace, pageOf, readCursor, START, type Direction, type Place } from '../findCursor';
import { caseSql } from './sqliteCaseSql';
import { statement, type Database } from './sqliteDatabase';

type List = 'keys' | 'awaits';
type Stream = Place & { list: List; key: string; status: CaseStatus; limit: number };

interface Listings {
  /** Part of an append: call it within its transaction. */
  put(caseId: string, listing: Listing, activityAt: Instant): void;
  /** Ids of the cases of one page. */
  page(keys: string[], options: FindOptions): { caseIds: string[]; next?: string };
}

/**
 * The lists of cases by key. Each key and status is one sorted stretch of an index: a page reads at most
 * limit + 1 rows of each and merges them, so its cost grows neither with all cases nor with a person's own.
 */
export const sqliteListings = (database: Database): Listings => {
  const unlist = statement<{ caseId: string }>(database, caseSql.unlist);
  const list = statement<{ list: List; key: string; status: CaseStatus; activityAt: Instant; caseId: string }>(
    database,
    caseSql.list,
  );
  const stretch: Record<Direction, { all(stream: Stream): Place[] }> = {
    'oldest-first': statement<Stream, Place>(database, caseSql.oldestFirst),
    'newest-first': statement<Stream, Place>(database, caseSql.newestFirst),
  };

  return {
    put: (caseId, { keys, awaits, status }, activityAt) => {
      unlist.run({ caseId });
      for (const key of keys) list.run({ list: 'keys', key, status, activityAt, caseId });
      for (const key of awaits) list.run({ list: 'awaits', key, status, activityAt, caseId });
    },
    page: (keys, { awaiting, status, after, limit }) => {
      checkLimit(limit);
      const direction: Direction = awaiting ? 'oldest-first' : 'newest-first';
      const place = after === undefined ? START[direction] : readCursor(after);
      const statuses: CaseStatus[] = status === undefined ? ['open', 'closed'] : [status];
      const places = [...new Set(keys)].flatMap((key) =>
        statuses.flatMap((one) =>
          stretch[direction].all({ list: awaiting ? 'awaits' : 'keys', key, status: one, ...place, limit: limit + 1 }),
        ),
      );
      const { page, ...rest } = pageOf(places.sort(byPlace(direction)), limit);
      return { caseIds: page.map(({ caseId }) => caseId), ...rest };
    },
  };
};
