import { charges } from './charges';
import { isIndexed, sizeOf, valueAt, type Document, type IndexingPolicy, type Json } from './documents';
import { Refusal } from './refusal';
import type { Condition, Query, Term } from './sql';

export type Parameters = ReadonlyMap<string, unknown>;

const valueOf = (term: Term, parameters: Parameters): unknown => {
  if ('literal' in term) return term.literal;
  if (!parameters.has(term.parameter)) throw new Refusal(400, `no value for ${term.parameter}`);
  return parameters.get(term.parameter);
};

/** Strings in the order of their code points, numbers by size; undefined where two values have no order. */
const compare = (a: unknown, b: unknown): number | undefined => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a === b ? 0 : undefined;
};

export const holds = (condition: Condition, document: Json, parameters: Parameters): boolean => {
  if ('always' in condition) return true;
  if ('all' in condition) return condition.all.every((part) => holds(part, document, parameters));
  if ('any' in condition) return condition.any.some((part) => holds(part, document, parameters));
  const found = valueAt(document, condition.path);
  if ('contains' in condition) {
    const sought = valueOf(condition.contains, parameters);
    return Array.isArray(found) && found.some((item) => compare(item, sought) === 0);
  }
  const order = compare(found, valueOf(condition.term, parameters));
  if (order === undefined) return false;
  switch (condition.operator) {
    case '=':
      return order === 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
};

/** The part of a condition that an index can answer; whatever it lets through must be loaded to judge the rest. */
const byIndex = (condition: Condition, policy: IndexingPolicy): Condition => {
  if ('always' in condition) return condition;
  if ('all' in condition) return { all: condition.all.map((part) => byIndex(part, policy)) };
  if ('any' in condition) return { any: condition.any.map((part) => byIndex(part, policy)) };
  const indexed = isIndexed(policy, condition.path, 'contains' in condition);
  return indexed ? condition : { always: true };
};

const sorted = (documents: Document[], { orderBy }: Query, policy: IndexingPolicy): Document[] => {
  if (!orderBy) return documents;
  const { path, descending } = orderBy;
  if (!isIndexed(policy, path)) throw new Refusal(400, `the index path of ${path} is excluded: no order by it`);
  return documents
    .filter((document) => valueAt(document, path) !== undefined)
    .sort((a, b) => (compare(valueAt(a, path), valueAt(b, path)) ?? 0) * (descending ? -1 : 1));
};

const shaped = (document: Document, { select }: Query): Json => {
  if (select === '*') return document;
  if ('sortedBy' in select)
    return { _rid: document._rid, orderByItems: [{ item: valueAt(document, select.sortedBy) }], payload: document };
  return Object.fromEntries(
    select.properties.flatMap((path) => {
      const value = valueAt(document, path);
      return value === undefined ? [] : [[path.split('.').at(-1) ?? path, value] as const];
    }),
  );
};

export interface Page {
  documents: Json[];
  charge: number;
  /** where the next page begins */
  next?: number;
}

/**
 * One page of a query over the documents of one partition or of all. What no index answers costs the load of everything
 * that the index could not rule out: a scan shows in the charge. A sorted query walks its index and stops with its page.
 */
export const runQuery = (
  query: Query,
  documents: Document[],
  parameters: Parameters,
  policy: IndexingPolicy,
  { from, size, partitions }: { from: number; size: number; partitions: number },
): Page => {
  const { where, orderBy } = query;
  if (orderBy && conditionPaths(where).some((path) => path !== orderBy.path && isIndexed(policy, path)))
    throw new Refusal(400, 'a filter and an order on two paths: this peer knows no composite index');
  const candidates = sorted(
    documents.filter((document) => holds(byIndex(where, policy), document, parameters)),
    query,
    policy,
  );
  const page: Json[] = [];
  const loaded: number[] = [];
  let at = from;
  for (; at < candidates.length && page.length < size; at += 1) {
    const document = candidates[at];
    if (!document) break;
    loaded.push(sizeOf(document));
    if (holds(where, document, parameters)) page.push(shaped(document, query));
  }
  return {
    documents: page,
    charge: charges.query(partitions, loaded),
    ...(at < candidates.length && { next: at }),
  };
};

const conditionPaths = (condition: Condition): string[] => {
  if ('always' in condition) return [];
  if ('all' in condition) return condition.all.flatMap(conditionPaths);
  if ('any' in condition) return condition.any.flatMap(conditionPaths);
  return [condition.path];
};
