import { createHash } from 'node:crypto';
import * as z from 'zod';
import { StoredItemDamaged } from '../caseStore';
import { toSealed, toText } from './cosmosHead';
import type { Items } from './cosmosItems';
import type { CaseRecords, EventRecord } from '../records';

const shape = z.object({
  id: z.string(),
  caseId: z.string(),
  seq: z.number().int().positive(),
  /** where the item's id does not show it */
  eventId: z.string().exactOptional(),
  /** of the write that brought it: tells whether a write whose answer was lost was carried out */
  writeId: z.string(),
  sealed: z.base64(),
});
export type EventItem = z.infer<typeof shape>;

const PLAIN = /^[\w:.-]{1,200}$/;
/** An item's id holds no slash and no more than 1,023 bytes; an event's id may be anything. */
const itemIdOf = (eventId: string): string =>
  PLAIN.test(eventId) ? `e:${eventId}` : `h:${createHash('sha256').update(eventId).digest('hex')}`;
const eventIdOf = ({ id, eventId }: EventItem): string => eventId ?? id.slice(2);

export const eventItemOf = (caseId: string, { seq, id, sealed }: EventRecord, writeId: string): EventItem => ({
  ...{ id: itemIdOf(id), caseId, seq, writeId, sealed: toText(sealed) },
  ...(!PLAIN.test(id) && { eventId: id }),
});

const HISTORY = 'SELECT * FROM c WHERE c.seq >= @from ORDER BY c.seq';

export interface Events extends Pick<CaseRecords, 'history'> {
  read(caseId: string, eventId: string): Promise<EventItem | undefined>;
}

/** The events of cases, each an item of its case's partition. */
export const cosmosEvents = (items: Items): Events => ({
  read: async (caseId, eventId) => {
    const found = await items.read(itemIdOf(eventId), caseId);
    if (!found) return undefined;
    const item = shape.safeParse(found.item);
    if (!item.success || eventIdOf(item.data) !== eventId) throw new StoredItemDamaged(caseId, 'event');
    return item.data;
  },
  history: async (caseId, { from = 1, limit = Infinity } = {}) => {
    const spec = { query: HISTORY, parameters: [{ name: '@from', value: from }] };
    const found = await items.query(spec, { partition: caseId, limit });
    return found.map((one, i): EventRecord => {
      const item = shape.safeParse(one);
      if (!item.success) throw new StoredItemDamaged(caseId, `event ${from + i}`);
      const { seq, sealed } = item.data;
      return { seq, id: eventIdOf(item.data), sealed: toSealed(sealed) };
    });
  },
});
