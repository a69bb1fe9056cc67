import * as z from 'zod';
import type { Instant } from '../../protocol/time';
import { later } from '../appendRules';
import { StoredItemDamaged, type CaseStatus, type FindOptions } from '../caseStore';
import { headRecordOf } from './cosmosHead';
import type { Heads } from './cosmosHeads';
import type { Items } from './cosmosItems';
import { byPlace, pageOf, readCursor, START, type Direction, type Place } from '../findCursor';
import type { CaseRecords, HeadRecord } from '../records';

const RECENT_MS = 60 * 86_400_000;
/** An item without its moment is found all the same: its head then says that it is damaged. */
const placeShape = z.object({ caseId: z.string(), activityAt: z.string().catch('') });

/** Bounds on the moment of the last activity. */
type Range = { from?: Instant; upTo?: Instant; before?: Instant };
const COMPARE: Readonly<Record<keyof Range, string>> = { from: '>=', upTo: '<=', before: '<' };

const statusSigns = (status: CaseStatus | undefined): string[] =>
  status === undefined ? ['o', 'c'] : [status.charAt(0)];

/**
 * Lists of cases by key. The heads are their own read model: each says in `listed` under which keys it is found, written
 * with the facts themselves, so that no list can lag behind, lose a case or cost a write. The index leads to a person's
 * own cases only. "Newest first" looks in the last sixty days before it looks further back.
 */
export const cosmosListings = (items: Items, heads: Heads, now: () => Instant): Pick<CaseRecords, 'find'> => {
  const places = async (entries: string[], range: Range): Promise<Place[]> => {
    const bounds = Object.entries(range) as [keyof Range, string][]; // the keys of Range, by its type
    const parameters = [
      ...entries.map((value, i) => ({ name: `@k${i}`, value })),
      ...bounds.map(([bound, value]) => ({ name: `@${bound}`, value })),
    ];
    const listed = entries.map((_, i) => `ARRAY_CONTAINS(c.listed, @k${i})`).join(' OR ');
    const within = bounds.map(([bound]) => ` AND c.activityAt ${COMPARE[bound]} @${bound}`).join('');
    const query = `SELECT c.caseId, c.activityAt FROM c WHERE (${listed})${within}`;
    const found = await items.query({ query, parameters }, { limit: Infinity });
    return found.map((place) => placeShape.parse(place));
  };

  const newestFirst = async (entries: string[], start: Place, limit: number): Promise<Place[]> => {
    const order = byPlace('newest-first');
    const behind = (found: Place[]): Place[] => found.filter((place) => order(place, start) > 0).sort(order);
    const upTo = start === START['newest-first'] ? {} : { upTo: start.activityAt };
    const since = later(upTo.upTo ?? now(), -RECENT_MS);
    const recent = behind(await places(entries, { from: since, ...upTo }));
    return recent.length > limit ? recent : [...recent, ...behind(await places(entries, { before: since }))];
  };

  const oldestFirst = async (entries: string[], start: Place): Promise<Place[]> => {
    const order = byPlace('oldest-first');
    const found = await places(entries, start === START['oldest-first'] ? {} : { from: start.activityAt });
    return found.filter((place) => order(place, start) > 0).sort(order);
  };

  /** Heads are read as they are now: a case that left the list meanwhile is left out. */
  const headOf = async (caseId: string, entries: string[]): Promise<(HeadRecord | StoredItemDamaged)[]> => {
    try {
      const kept = await heads.read(caseId);
      return kept?.item.listed.some((entry) => entries.includes(entry)) ? [headRecordOf(kept.item)] : [];
    } catch (error) {
      if (error instanceof StoredItemDamaged) return [error];
      throw error;
    }
  };

  return {
    find: async (keys, { awaiting, status, after, limit }: FindOptions) => {
      const direction: Direction = awaiting ? 'oldest-first' : 'newest-first';
      const start = after === undefined ? START[direction] : readCursor(after);
      const list = awaiting ? 'a' : 'k';
      const entries = [...new Set(keys)].flatMap((key) => statusSigns(status).map((sign) => `${list}:${sign}:${key}`));
      if (entries.length === 0) return { heads: [] };
      const found = awaiting ? await oldestFirst(entries, start) : await newestFirst(entries, start, limit);
      const { page, ...rest } = pageOf(found, limit);
      const read = (await Promise.all(page.map(({ caseId }) => headOf(caseId, entries)))).flat();
      const damaged = read.filter((one) => one instanceof StoredItemDamaged);
      const records = read.flatMap((one) => (one instanceof StoredItemDamaged ? [] : [one]));
      return { heads: records, ...rest, ...(damaged.length > 0 && { damaged }) };
    },
  };
};
