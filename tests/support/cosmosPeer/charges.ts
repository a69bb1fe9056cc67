/**
 * What a request costs, in request units, as Microsoft documents it for one region and Session consistency
 * ("Understand request units consumption in Azure Cosmos DB"): a price by size, 0.2 for each index term that is put or
 * taken away, a replace as a delete and an insert, and a query as at least 2.3 for each physical partition it visits.
 * With strong consistency a read or query costs twice as much; the peer counts that.
 */
const BY_SIZE: readonly (readonly [kb: number, read: number, write: number])[] = [
  [1, 1, 4.95],
  [2, 1.04, 6.29],
  [4, 1.14, 6.67],
  [8, 1.33, 7.04],
  [16, 1.67, 9.52],
  [32, 2.19, 11.23],
  [64, 4.76, 22.67],
  [128, 9.95, 48.19],
  [256, 20.28, 98.29],
  [512, 40.95, 184.57],
  [1024, 145.9, 625],
  [2048, 291.8, 1250],
];
const INDEX_TERM = 0.2;
/** Between two rows of the table the price rises in a straight line; under 1 KB it is that of 1 KB. */
const priced = (bytes: number, column: 1 | 2): number => {
  const kb = bytes / 1024;
  const above = BY_SIZE.findIndex(([size]) => size >= kb);
  const [low, high] = [BY_SIZE[above - 1], BY_SIZE[above === -1 ? BY_SIZE.length - 1 : above]];
  if (!high) throw new Error('the table has rows');
  if (!low || above === -1) return high[column];
  return low[column] + ((kb - low[0]) / (high[0] - low[0])) * (high[column] - low[column]);
};

export const charges = {
  read: (bytes: number): number => priced(bytes, 1),
  /** A read or a condition that finds nothing, and whatever is refused. */
  nothing: 1,
  create: (bytes: number, terms: number): number => priced(bytes, 2) + INDEX_TERM * terms,
  replace: (before: number, after: number, changedTerms: number): number =>
    priced(before, 2) + priced(after, 2) + INDEX_TERM * changedTerms,
  delete: (bytes: number, terms: number): number => priced(bytes, 2) + INDEX_TERM * terms,
  /** `loaded`: sizes of the documents that the index led to, each priced as a read of its own. */
  query: (partitions: number, loaded: readonly number[]): number =>
    2.3 * partitions + loaded.reduce((sum, bytes) => sum + priced(bytes, 1), 0),
};
