/** A container as Azure must hold it; the deployment template says the same. */
export interface ContainerDefinition {
  id: string;
  partitionKey: { paths: [string]; kind: 'Hash'; version: 2 };
  indexingPolicy: {
    indexingMode: 'consistent';
    automatic: true;
    includedPaths: { path: string }[];
    excludedPaths: { path: string }[];
  };
  /** -1: an item expires only when it says so itself (`ttl`, in seconds) */
  defaultTtl?: -1;
}

/** Only what is asked for is indexed: each index term costs with every write, and content is sealed anyway. */
const indexing = (...paths: string[]): ContainerDefinition['indexingPolicy'] => ({
  indexingMode: 'consistent',
  automatic: true,
  includedPaths: paths.map((path) => ({ path })),
  excludedPaths: [{ path: '/*' }],
});
const partitionedBy = (path: string): ContainerDefinition['partitionKey'] => ({
  paths: [path],
  kind: 'Hash',
  version: 2,
});

/**
 * Every container of the bot, by what it holds.
 *
 * `cases`: a partition for each case, with its one head (file, due items, whose lists it is in) and an item for each
 * event. `values`: dialog state, conversation references, activities seen; one partition, so that several can be written
 * together (a logical partition serves some 500 turns a second). `keys`: wrapped data keys, apart from what they seal.
 */
export const cosmosContainers = {
  cases: {
    id: 'cases',
    partitionKey: partitionedBy('/caseId'),
    indexingPolicy: indexing('/seq/?', '/headOf/?', '/readyAt/?', '/activityAt/?', '/listed/[]/?'),
  },
  values: {
    id: 'values',
    partitionKey: partitionedBy('/part'),
    indexingPolicy: indexing('/expiresAt/?'),
    defaultTtl: -1,
  },
  keys: {
    id: 'keys',
    partitionKey: partitionedBy('/id'),
    indexingPolicy: indexing(),
  },
} as const satisfies Record<string, ContainerDefinition>;
