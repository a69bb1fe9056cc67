import type { OperationInput } from '@azure/cosmos';
import { randomUUID } from 'node:crypto';
import { eventItemOf, type Events } from './cosmosEvents';
import { dueRecordsOf, headAfter, headRecordOf, listingOf, type HeadItem } from './cosmosHead';
import type { Heads } from './cosmosHeads';
import { allDone, type Items } from './cosmosItems';
import { unless } from './cosmosRequests';
import type { CaseRecords, DueRecord } from '../records';

/** A batch holds 100 operations and 2 MB; what is written here came in appends of 50 events and 1 MB. */
const MOST_IN_BATCH = 100;
const MOST_BYTES = 1_500_000;
const CASES = 'SELECT c.headOf FROM c WHERE c.headOf > @after ORDER BY c.headOf';

const chunksOf = <T>(items: readonly T[], sizeOf: (item: T) => number): T[][] => {
  const chunks: T[][] = [];
  let bytes = Infinity;
  for (const item of items) {
    const size = sizeOf(item);
    const last = chunks.at(-1);
    if (!last || last.length === MOST_IN_BATCH || bytes + size > MOST_BYTES) {
      chunks.push([item]);
      bytes = size;
    } else {
      last.push(item);
      bytes += size;
    }
  }
  return chunks;
};

/** Due items as they were, in the order of coming, each with the tries it has behind it. */
const withAttempts = (head: HeadItem, due: readonly DueRecord[]): HeadItem => ({
  ...head,
  due: head.due.map((one, i) => ({ ...one, attempts: due[i]?.attempts ?? 0 })),
});

/** Whole cases: listed by id, copied out and in, and erased. */
export const cosmosCopies = (
  items: Items,
  heads: Heads,
  events: Events,
): Pick<CaseRecords, 'erase' | 'caseIds' | 'copyOut' | 'copyIn'> => {
  /** The head goes first: from then on there is no such case, whatever becomes of the rest. */
  const erase = async (caseId: string): Promise<void> => {
    heads.forget(caseId);
    for (;;) {
      const left = await items.query({ query: 'SELECT c.id FROM c' }, { partition: caseId, limit: MOST_IN_BATCH });
      if (left.length === 0) return;
      const ids = left.map(({ id }) => String(id)).filter((id) => id !== 'head');
      const head = await items.read('head', caseId);
      const removed = (head ? ['head', ...ids] : ids).slice(0, MOST_IN_BATCH);
      const deletes = removed.map((id): OperationInput => ({ operationType: 'Delete', id }));
      // 404: one of them is gone already; the next look shows what is left
      await items.ask(() => unless([404], async () => allDone(await items.batch(deletes, caseId))));
    }
  };

  return {
    erase,
    caseIds: async ({ after = '', limit }) => {
      const spec = { query: CASES, parameters: [{ name: '@after', value: after }] };
      const found = await items.query(spec, { limit });
      return found.map(({ headOf }) => String(headOf));
    },
    copyOut: async (caseId) => {
      const kept = await heads.read(caseId);
      if (!kept) return undefined;
      const { item } = kept;
      const history = (await events.history(caseId)).filter(({ seq }) => seq <= item.version);
      return {
        ...{ head: headRecordOf(item), events: history, due: dueRecordsOf(item) },
        ...{ listing: listingOf(item), activityAt: item.activityAt },
      };
    },
    /** Events first and the head last: without a head it is no case. */
    copyIn: async ({ head, events: history, due, listing, activityAt }) => {
      const { caseId, version } = head;
      await erase(caseId);
      const writeId = randomUUID();
      const upsert = (item: object): OperationInput => ({ operationType: 'Upsert', resourceBody: { ...item } });
      const written = history.map((event) => eventItemOf(caseId, event, writeId));
      for (const chunk of chunksOf(written, ({ sealed }) => sealed.length + 500))
        await items.ask(async () => allDone(await items.batch(chunk.map(upsert), caseId)));
      const contents = { version, head: head.sealed, due: [...due], listing, activityAt };
      const first = withAttempts(headAfter(caseId, undefined, contents), due);
      await items.ask(async () => allDone(await items.batch([upsert(first)], caseId)));
    },
  };
};
