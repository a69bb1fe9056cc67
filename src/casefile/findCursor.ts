import * as z from 'zod';

/** Where a case stands in a list: lists are sorted by activity, then by id. */
export interface Place {
  activityAt: string;
  caseId: string;
}

export type Direction = 'oldest-first' | 'newest-first';

/** The place before the first of a list: '' sorts before, '~' behind every instant and case id. */
export const START: Record<Direction, Place> = {
  'oldest-first': { activityAt: '', caseId: '' },
  'newest-first': { activityAt: '~', caseId: '~' },
};

const ascending = (a: Place, b: Place): number => {
  if (a.activityAt !== b.activityAt) return a.activityAt < b.activityAt ? -1 : 1;
  if (a.caseId !== b.caseId) return a.caseId < b.caseId ? -1 : 1;
  return 0;
};

export const byPlace = (direction: Direction) => (a: Place, b: Place) =>
  direction === 'oldest-first' ? ascending(a, b) : ascending(b, a);

const placeShape = z.tuple([z.string(), z.string()]);

/** As short as it can be, and in letters that a reference on a card may have. */
export const writeCursor = (place: Place): string =>
  Buffer.from(JSON.stringify([place.activityAt, place.caseId])).toString('base64url');

/** Throws RangeError: a cursor is only ever one that `find` gave. */
export const readCursor = (cursor: string): Place => {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new RangeError('not a cursor');
  }
  const place = placeShape.safeParse(value);
  if (!place.success) throw new RangeError('not a cursor');
  return { activityAt: place.data[0], caseId: place.data[1] };
};

/** Cuts a page from places in list order (doubles and at least one too many included, if there are more). */
export const pageOf = <P extends Place>(places: P[], limit: number): { page: P[]; next?: string } => {
  const once = [...new Map(places.map((place) => [place.caseId, place])).values()];
  const page = once.slice(0, limit);
  const last = page.at(-1);
  return once.length > limit && last ? { page, next: writeCursor(last) } : { page };
};
