import type { OperationInput } from '@azure/cosmos';
import * as z from 'zod';
import type { Instant } from '../../protocol/time';
import { toSealed, toText } from './cosmosHead';
import { allDone, refusedIn, type Items } from './cosmosItems';
import { RefusedOperation } from './cosmosRequests';
import { StoredValueDamaged } from '../keyValueStore';
import type { ValueRecord, ValueRecords } from '../records';

/** One partition: several values can be written together, or none. */
const PART = 'values';
const MOST_IN_BATCH = 100;
/** The service removes what expired by its own clock, after a margin; for a reader it is gone at its moment. */
const MARGIN_S = 3_600;
const EXPIRED = 'SELECT * FROM c WHERE c.expiresAt <= @at';
const BY_KEY = 'SELECT * FROM c WHERE c.id > @after ORDER BY c.id';

const shape = z.object({
  id: z.string(),
  sealed: z.base64(),
  expiresAt: z.string().exactOptional(),
  _etag: z.string(),
});
type Item = z.infer<typeof shape>;
type Kept = { id: string; part: string; sealed: string; expiresAt?: Instant; ttl?: number };

const readItem = (item: unknown): Item => {
  const read = shape.safeParse(item);
  if (!read.success) throw new StoredValueDamaged();
  return read.data;
};

const recordOf = ({ id, sealed, expiresAt }: Item): ValueRecord => ({
  key: id,
  sealed: toSealed(sealed),
  ...(expiresAt !== undefined && { expiresAt }),
});

/** Values in a container of Azure Cosmos DB: dialog state, conversation references, activities that were seen. */
export const cosmosValueRecords = (items: Items, now: () => Instant): ValueRecords => {
  const itemOf = ({ key, sealed, expiresAt }: ValueRecord): Kept => {
    const item = { id: key, part: PART, sealed: toText(sealed) };
    if (expiresAt === undefined) return item;
    const seconds = Math.ceil((Date.parse(expiresAt) - Date.parse(now())) / 1000);
    return { ...item, expiresAt, ttl: Math.max(1, seconds) + MARGIN_S };
  };
  const expired = ({ expiresAt }: Item): boolean => expiresAt !== undefined && expiresAt <= now();
  const read = async (key: string): Promise<Item | undefined> => {
    const found = await items.read(key, PART);
    return found && readItem(found.item);
  };
  /** In one batch, which is refused as a whole when there is one with this id (409), or none with the id `after` (404). */
  const createWith = (item: Kept, after: string | undefined, along: readonly ValueRecord[]): Promise<boolean> => {
    const upserts = along.map((one): OperationInput => ({ operationType: 'Upsert', resourceBody: itemOf(one) }));
    const look: OperationInput[] = after === undefined ? [] : [{ operationType: 'Read', id: after }];
    const put = async (operation: OperationInput): Promise<boolean> => {
      const refused = refusedIn(await items.batch([...look, operation, ...upserts], PART));
      if (refused && ![404, 409, 412].includes(refused.status)) throw new RefusedOperation(refused.status);
      return !refused;
    };
    return items.ask(async (unsure) => {
      if (await put({ operationType: 'Create', resourceBody: item })) return true;
      const there = await read(item.id);
      if (unsure && there?.sealed === item.sealed) return true; // sealed anew each time: nobody else's is the same
      if (!there || !expired(there)) return false;
      return put({ operationType: 'Replace', id: item.id, resourceBody: item, ifMatch: there._etag });
    });
  };
  const remove = (key: string, etag?: string): Promise<boolean> =>
    items.ask(async (unsure) => (await items.remove(key, PART, etag)) || unsure);

  return {
    read: async (keys) => {
      const found = await Promise.all(keys.map(read));
      return found.flatMap((item) => (item && !expired(item) ? [recordOf(item)] : []));
    },
    write: async (records) => {
      if (records.length > MOST_IN_BATCH) throw new RangeError('at most 100 values are written together');
      if (records.length === 0) return;
      const upserts = records.map((one): OperationInput => ({ operationType: 'Upsert', resourceBody: itemOf(one) }));
      await items.ask(async () => allDone(await items.batch(upserts, PART)));
    },
    create: (record, { after, along = [] } = {}) => {
      const item = itemOf(record);
      if (after !== undefined || along.length > 0) return createWith(item, after, along);
      return items.ask(async (unsure) => {
        if (await items.create(item)) return true;
        const there = await read(record.key);
        if (unsure && there?.sealed === item.sealed) return true; // sealed anew each time: nobody else's is the same
        if (!there || !expired(there)) return false;
        return (await items.replace(item, PART, there._etag)) !== undefined;
      });
    },
    replace: (record, before) => {
      const item = itemOf(record);
      return items.ask(async (unsure) => {
        const there = await read(record.key);
        if (unsure && there?.sealed === item.sealed) return true;
        if (!there || expired(there) || there.sealed !== toText(before)) return false;
        return (await items.replace(item, PART, there._etag)) !== undefined;
      });
    },
    delete: async (keys) => {
      await Promise.all(keys.map((key) => remove(key)));
    },
    sweep: async (at) => {
      const spec = { query: EXPIRED, parameters: [{ name: '@at', value: at }] };
      const found = await items.query(spec, { partition: PART, limit: Infinity });
      const removed = await Promise.all(found.map(readItem).map(({ id, _etag }) => remove(id, _etag)));
      return removed.filter(Boolean).length;
    },
    page: async ({ after = '', limit }) => {
      const living: Item[] = [];
      for (let last = after; living.length < limit;) {
        const spec = { query: BY_KEY, parameters: [{ name: '@after', value: last }] };
        const found = (await items.query(spec, { partition: PART, limit })).map(readItem);
        living.push(...found.filter((item) => !expired(item)));
        last = found.at(-1)?.id ?? '';
        if (found.length < limit) break;
      }
      return living.slice(0, limit).map(recordOf);
    },
  };
};
