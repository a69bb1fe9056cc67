import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from './refusal';
import type { Call, CallKind } from './faults';

/** A request as it came in, taken apart. */
export interface PeerRequest {
  call: Call;
  /** dbs, <database>, colls, <container>, docs, <document>: as many as the path has */
  parts: string[];
  headers: IncomingHttpHeaders;
  body: unknown;
}

export const header = (headers: IncomingHttpHeaders, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
};
const says = (headers: IncomingHttpHeaders, name: string): boolean => header(headers, name)?.toLowerCase() === 'true';

const kindOf = (method: string, parts: string[], headers: IncomingHttpHeaders): CallKind => {
  if (parts[4] !== 'docs') return 'metadata';
  if (parts.length === 6) {
    const kinds: Record<string, CallKind> = { GET: 'read', PUT: 'replace', DELETE: 'delete', PATCH: 'patch' };
    const kind = kinds[method];
    if (!kind) throw new Refusal(405, `no ${method} of a document`);
    return kind;
  }
  if (method !== 'POST') throw new Refusal(405, 'this peer lists documents by query only');
  if (says(headers, 'x-ms-cosmos-is-query-plan-request')) return 'plan';
  if (says(headers, 'x-ms-documentdb-isquery')) return 'query';
  if (says(headers, 'x-ms-cosmos-is-batch-request')) {
    if (!says(headers, 'x-ms-cosmos-batch-atomic')) throw new Refusal(400, 'this peer knows atomic batches only');
    return 'batch';
  }
  return says(headers, 'x-ms-documentdb-is-upsert') ? 'upsert' : 'create';
};

/** The partition key's value in the one spelling that partitions are kept by. */
const partitionIn = (headers: IncomingHttpHeaders): string | undefined => {
  const text = header(headers, 'x-ms-documentdb-partitionkey');
  if (text === undefined) return undefined;
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    throw new Refusal(400, 'not a partition key');
  }
};

export const readRequest = (method: string, url: string, headers: IncomingHttpHeaders, raw: string): PeerRequest => {
  const path = url.split('?')[0] ?? '';
  const parts = path.split('/').filter(Boolean).map(decodeURIComponent);
  const kind = kindOf(method, parts, headers);
  const body = raw === '' ? undefined : parsed(raw);
  const blindly = blindWrites(kind, parts[5], header(headers, 'if-match'), body);
  const call = { kind, method, path, container: parts[3] ?? '', partition: partitionIn(headers), blindly };
  return { call, parts, headers, body };
};

type Written = { operationType?: unknown; id?: unknown; ifMatch?: unknown; resourceBody?: { id?: unknown } };
const blindWrites = (kind: CallKind, id: string | undefined, ifMatch: string | undefined, body: unknown): string[] => {
  // whatever it is, the peer checks it before it carries it out
  const operations: Written[] =
    kind === 'batch' && Array.isArray(body)
      ? (body as Written[])
      : [{ operationType: kind, id, ifMatch, resourceBody: body as Written['resourceBody'] & object }];
  return operations.flatMap(({ operationType, ifMatch: condition, ...one }) => {
    const changes = /^(upsert|replace|delete|patch)$/i.test(String(operationType));
    return changes && (condition === undefined || condition === '*') ? [String(one.id ?? one.resourceBody?.id)] : [];
  });
};

const parsed = (raw: string): unknown => {
  try {
    return JSON.parse(raw);
  } catch {
    throw new Refusal(400, 'not JSON');
  }
};
