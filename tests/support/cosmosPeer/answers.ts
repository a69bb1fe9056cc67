import { charges } from './charges';
import type { Container, Operation, Outcome } from './container';
import { readOperations, readSpec } from './definition';
import type { Json } from './documents';
import { runQuery } from './query';
import { Refusal } from './refusal';
import { header, type PeerRequest } from './request';
import { readQuery, sortedForMerging } from './sql';

export interface Answer {
  status: number;
  body?: unknown;
  charge: number;
  headers?: Record<string, string>;
}

const answerOf = ({ status, charge, document }: Outcome): Answer => ({
  status,
  charge,
  ...(document && { body: document, headers: { etag: document._etag } }),
});

const operationOf = ({ call, parts, headers, body }: PeerRequest): Operation => {
  const id = parts[5] ?? '';
  const ifMatch = header(headers, 'if-match');
  const ifNoneMatch = header(headers, 'if-none-match');
  const condition = ifMatch !== undefined && { ifMatch };
  const resourceBody = body as Json; // `put` checks it before it is kept
  switch (call.kind) {
    case 'read':
      return { operationType: 'Read', id, ...(ifNoneMatch !== undefined && { ifNoneMatch }) };
    case 'replace':
      return { operationType: 'Replace', id, resourceBody, ...condition };
    case 'delete':
      return { operationType: 'Delete', id, ...condition };
    case 'upsert':
      return { operationType: 'Upsert', resourceBody, ...condition };
    case 'create':
      return { operationType: 'Create', resourceBody };
    case 'patch':
    case 'batch':
    case 'query':
    case 'plan':
    case 'metadata':
      throw new Refusal(400, `this peer knows no single ${call.kind}`);
  }
};

const batch = (container: Container, partition: string, body: unknown): Answer => {
  const { status, charge, outcomes } = container.batch(partition, readOperations(body));
  return {
    status,
    charge,
    body: outcomes.map((outcome) => ({
      statusCode: outcome.status,
      requestCharge: outcome.charge,
      ...(outcome.document && { eTag: outcome.document._etag, resourceBody: outcome.document }),
    })),
  };
};

/** What a client needs to ask every partition itself and to merge what they answer. */
const planOf = (sql: string) => {
  const { orderBy } = readQuery(sql);
  return {
    partitionedQueryExecutionInfoVersion: 2,
    queryInfo: {
      distinctType: 'None',
      top: null,
      offset: null,
      limit: null,
      orderBy: orderBy ? [orderBy.descending ? 'Descending' : 'Ascending'] : [],
      orderByExpressions: orderBy ? [`c.${orderBy.path}`] : [],
      groupByExpressions: [],
      groupByAliases: [],
      aggregates: [],
      groupByAliasToAggregateType: {},
      rewrittenQuery: orderBy ? sortedForMerging(sql, orderBy) : '',
      hasSelectValue: false,
      dCountInfo: null,
      hasNonStreamingOrderBy: false,
    },
    queryRanges: [{ min: '', max: 'FF', isMinInclusive: true, isMaxInclusive: false }],
  };
};

const pageSizeOf = (headers: PeerRequest['headers']): number => {
  const size = Number(header(headers, 'x-ms-max-item-count') ?? '100');
  return size > 0 ? Math.min(size, 1000) : 100;
};

const query = (container: Container, { call, headers, body }: PeerRequest): Answer => {
  const { sql, parameters } = readSpec(body);
  const range = header(headers, 'x-ms-documentdb-partitionkeyrangeid');
  const parsed = readQuery(sql);
  const everywhere = call.partition === undefined && range === undefined;
  if (everywhere && header(headers, 'x-ms-documentdb-query-enablecrosspartition')?.toLowerCase() !== 'true')
    throw new Refusal(400, 'no partition key, and crossing partitions was not asked for');
  if (everywhere && parsed.orderBy)
    throw new Refusal(400, 'Cross partition query only supports filters and projections at the gateway', 1004);
  const scope = {
    ...(call.partition !== undefined && { partition: call.partition }),
    ...(range !== undefined && { range: Number(range) }),
  };
  const from = Number(header(headers, 'x-ms-continuation') ?? '0');
  if (!Number.isSafeInteger(from) || from < 0) throw new Refusal(400, 'not a continuation of this peer');
  const partitions = everywhere ? container.ranges : 1;
  const { indexingPolicy } = container.definition;
  const size = pageSizeOf(headers);
  const page = runQuery(parsed, container.documents(scope), parameters, indexingPolicy, { from, size, partitions });
  return {
    status: 200,
    charge: page.charge,
    body: { _rid: container.rid, Documents: page.documents, _count: page.documents.length },
    headers: {
      'x-ms-item-count': String(page.documents.length),
      ...(page.next !== undefined && { 'x-ms-continuation': String(page.next) }),
    },
  };
};

/** A client may only go on from what this account has shown it. */
const checkSession = (container: Container, token: string | undefined): void => {
  for (const part of (token ?? '').split(',').filter(Boolean)) {
    const [, range, progress] = /^(\d+):-?\d+#(\d+)$/.exec(part) ?? [];
    if (range === undefined) throw new Refusal(400, 'not a session token');
    if (Number(progress) > container.progressOf(Number(range)))
      throw new Refusal(404, 'the session is ahead of this partition', 1002);
  }
};

/** Answers whatever concerns the documents of a container. */
export const answerDocuments = (container: Container, request: PeerRequest): Answer => {
  const { call, headers, body } = request;
  checkSession(container, header(headers, 'x-ms-session-token'));
  if (call.kind === 'plan') return { status: 200, charge: 0, body: planOf(readSpec(body).sql) };
  if (call.kind === 'query') return query(container, request);
  const { partition } = call;
  if (partition === undefined) throw new Refusal(400, 'no partition key', 1001);
  if (call.kind === 'batch') return batch(container, partition, body);
  const answer = answerOf(container.run(partition, operationOf(request)));
  return answer.status === 204 || answer.status === 304 ? { status: answer.status, charge: answer.charge } : answer;
};

/** How far each physical partition is, as a client keeps it. */
export const sessionTokenOf = (container: Container): string =>
  Array.from({ length: container.ranges }, (_, range) => `${range}:-1#${container.progressOf(range)}`).join(',');

export const partitionRangesOf = (container: Container): Answer => {
  const bound = (i: number): string => {
    if (i === 0) return '';
    return i === container.ranges
      ? 'FF'
      : Math.floor((i * 255) / container.ranges)
          .toString(16)
          .padStart(2, '0')
          .toUpperCase();
  };
  const ranges = Array.from({ length: container.ranges }, (_, i) => ({
    ...{ id: String(i), minInclusive: bound(i), maxExclusive: bound(i + 1), parents: [] },
    ...{ ridPrefix: i, throughputFraction: 1 / container.ranges, status: 'online', _rid: container.rid },
  }));
  return {
    status: 200,
    charge: charges.nothing,
    body: { _rid: container.rid, PartitionKeyRanges: ranges, _count: ranges.length },
    headers: { etag: '"1"' },
  };
};
