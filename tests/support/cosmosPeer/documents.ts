import { Refusal } from './refusal';

/** JSON as it is stored. */
export type Json = Record<string, unknown>;

/** A stored document with what the service adds: `_rid`, `_etag`, `_ts`. */
export interface Document extends Json {
  id: string;
  _rid: string;
  _etag: string;
  /** seconds since 1970 */
  _ts: number;
}

export const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

export const valueAt = (document: Json, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    return (value as Json)[name]; // an object, by the line above
  }, document);

export interface IndexingPolicy {
  indexingMode: 'consistent' | 'none';
  includedPaths: { path: string }[];
  excludedPaths: { path: string }[];
}

const matches = (path: string, pattern: string): boolean => {
  if (pattern.endsWith('/*')) return path.startsWith(pattern.slice(0, -1)) || pattern === '/*';
  return pattern === path;
};

/** 'a.b' as the policy writes it: '/a/b/?', or '/a/b/[]/?' for what is in an array. The most exact pattern decides. */
export const isIndexed = (policy: IndexingPolicy, path: string, array = false): boolean => {
  if (path === 'id') return policy.indexingMode === 'consistent'; // the service always indexes it
  const full = `/${path.replaceAll('.', '/')}${array ? '/[]' : ''}/?`;
  const longest = (patterns: { path: string }[]): number =>
    Math.max(-1, ...patterns.filter((pattern) => matches(full, pattern.path)).map((pattern) => pattern.path.length));
  return policy.indexingMode === 'consistent' && longest(policy.includedPaths) > longest(policy.excludedPaths);
};

/** What the index holds of a document: one term for each indexed scalar. */
export const termsOf = (policy: IndexingPolicy, document: Json): Set<string> => {
  const terms = new Set<string>();
  const walk = (value: unknown, path: string, inArray: boolean): void => {
    if (Array.isArray(value)) value.forEach((item) => walk(item, path, true));
    else if (typeof value === 'object' && value !== null)
      Object.entries(value).forEach(([name, inner]) => walk(inner, path === '' ? name : `${path}.${name}`, inArray));
    else if (isIndexed(policy, path, inArray)) terms.add(JSON.stringify([path, value]));
  };
  Object.entries(document).forEach(([name, value]) => {
    if (!name.startsWith('_') && name !== 'id') walk(value, name, false);
  });
  return terms;
};

export const changedTerms = (policy: IndexingPolicy, before: Json, after: Json): number => {
  const [old, fresh] = [termsOf(policy, before), termsOf(policy, after)];
  return [...old].filter((term) => !fresh.has(term)).length + [...fresh].filter((term) => !old.has(term)).length;
};

/** Throws a 400 or 413 on what the service would not keep. */
export const checkDocument = (document: Json): void => {
  const { id } = document;
  if (typeof id !== 'string' || id === '' || Buffer.byteLength(id) > 1023) throw new Refusal(400, 'not an id');
  if (/[/\\?#]/.test(id) || id.endsWith(' '))
    throw new Refusal(400, 'an id holds no / \\ ? or # and ends without a space');
  if (
    document.ttl !== undefined &&
    !(Number.isInteger(document.ttl) && (document.ttl === -1 || Number(document.ttl) > 0))
  )
    throw new Refusal(400, 'a ttl is a whole number above 0, or -1');
  if (sizeOf(document) > 2 * 1024 * 1024) throw new Refusal(413, 'a document has at most 2 MB');
};
