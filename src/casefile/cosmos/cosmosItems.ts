import type { Container, OperationInput, OperationResponse, RequestOptions } from '@azure/cosmos';
import { persistently, RefusedOperation, unless, type Pause } from './cosmosRequests';
import { StoreUnavailable } from '../storeUnavailable';

export interface KeptItem {
  item: Record<string, unknown>;
  etag: string;
}
export interface Spec {
  query: string;
  parameters?: { name: string; value: string | number }[];
}

/**
 * The items of one container. Reads ask again by themselves. A write is one try and throws what came of it: whether to
 * ask again, and what to look at first, is for whoever knows what is written (`ask`).
 */
export interface Items {
  read(id: string, partition: string): Promise<KeptItem | undefined>;
  /** At most `limit` items; sorted across partitions when the query says so. */
  query(spec: Spec, where: { partition?: string; limit: number }): Promise<Record<string, unknown>[]>;
  /** False when there is one with this id. */
  create(item: { id: string }): Promise<boolean>;
  /** The new eTag; undefined when there is no such item, or not with this eTag any more. */
  replace(item: { id: string }, partition: string, etag?: string): Promise<string | undefined>;
  /** False when there is no such item, or not with this eTag any more. */
  remove(id: string, partition: string, etag?: string): Promise<boolean>;
  /** What came of each operation; a batch that is refused was not carried out at all. */
  batch(operations: OperationInput[], partition: string): Promise<OperationResponse[]>;
  /** As `persistently`. */
  ask<T>(work: (unsure: boolean) => Promise<T>): Promise<T>;
  pause: Pause;
}

/** The operation that undid a batch, by its place. */
export const refusedIn = (results: readonly OperationResponse[]): { at: number; status: number } | undefined => {
  const at = results.findIndex(({ statusCode }) => statusCode >= 400 && statusCode !== 424);
  return at === -1 ? undefined : { at, status: results[at]?.statusCode ?? 0 };
};

/** Throws the status of the operation that undid the batch. */
export const allDone = (results: readonly OperationResponse[]): void => {
  const refused = refusedIn(results);
  if (refused) throw new RefusedOperation(refused.status);
};

const MOST_IN_PAGE = 200;
/** A 404 that means 'not here yet': the replica is behind what this client has seen. */
const NOT_YET_HERE = '1002';
/** A 404 that means that the container itself is not there. */
const NO_CONTAINER = '1003';
const onEtag = (etag: string | undefined): RequestOptions =>
  etag === undefined ? {} : { accessCondition: { type: 'IfMatch', condition: etag } };

/** `opened` throws once the store is closed. */
export const itemsOf = (container: Container, pause: Pause, opened: () => void): Items => {
  const ask: Items['ask'] = (work) =>
    persistently(pause, async (unsure) => {
      opened();
      return work(unsure);
    });

  /** A read changes nothing, however often its answer is lost. */
  const look = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await ask(work);
    } catch (error) {
      throw error instanceof StoreUnavailable ? new StoreUnavailable(error.code) : error;
    }
  };

  return {
    pause,
    ask,
    read: (id, partition) =>
      look(async () => {
        const { resource, etag, statusCode, headers } = await container.item(id, partition).read<KeptItem['item']>();
        if (statusCode === 404 && headers['x-ms-substatus'] === NOT_YET_HERE) throw new RefusedOperation(503);
        if (statusCode === 404 && headers['x-ms-substatus'] === NO_CONTAINER) throw new RefusedOperation(404);
        return resource && { item: resource, etag };
      }),
    query: ({ query, parameters = [] }, { partition, limit }) =>
      look(async () => {
        // without a partition the plan is asked for at once: the service refuses to sort across partitions without it
        const scope = partition === undefined ? { forceQueryPlan: true } : { partitionKey: partition };
        const options = { ...scope, maxItemCount: Math.min(limit, MOST_IN_PAGE) };
        const pages = container.items.query<KeptItem['item']>({ query, parameters }, options);
        const found: KeptItem['item'][] = [];
        while (found.length < limit && pages.hasMoreResults()) {
          // the library's type does not tell that an empty answer across partitions has no resources at all
          const { resources }: { resources?: KeptItem['item'][] } = await pages.fetchNext();
          found.push(...(resources ?? []));
        }
        return found.slice(0, limit);
      }),
    create: async (item) => (await unless([409], () => container.items.create(item))) !== undefined,
    replace: async (item, partition, etag) => {
      const write = () => container.item(item.id, partition).replace(item, onEtag(etag));
      return (await unless([404, 412], write))?.etag;
    },
    remove: async (id, partition, etag) =>
      (await unless([404, 412], () => container.item(id, partition).delete(onEtag(etag)))) !== undefined,
    batch: async (operations, partition) => (await container.items.batch(operations, partition)).result ?? [],
  };
};
