import type { Instant } from '../../protocol/time';
import { cosmosAppend } from './cosmosAppend';
import { cosmosCopies } from './cosmosCopies';
import { cosmosDue } from './cosmosDue';
import { cosmosEvents } from './cosmosEvents';
import { headRecordOf } from './cosmosHead';
import { cosmosHeads } from './cosmosHeads';
import type { Items } from './cosmosItems';
import { cosmosListings } from './cosmosListings';
import type { CaseRecords } from '../records';

/**
 * The records of cases in a container of Azure Cosmos DB. A case is one partition: its head and an item for each event.
 * An answer reads the head once and writes one batch, whatever the length of the case.
 */
export const cosmosCaseRecords = (items: Items, now: () => Instant): CaseRecords => {
  const heads = cosmosHeads(items);
  const events = cosmosEvents(items);
  return {
    load: async (caseId) => {
      const kept = await heads.read(caseId);
      return kept && headRecordOf(kept.item);
    },
    hasEvent: async (caseId, eventId) => (await events.read(caseId, eventId)) !== undefined,
    history: events.history,
    append: cosmosAppend(items, heads, events),
    ...cosmosListings(items, heads, now),
    ...cosmosDue(items, heads),
    ...cosmosCopies(items, heads, events),
    ping: async () => {
      await items.read('head', 'ping');
    },
  };
};
