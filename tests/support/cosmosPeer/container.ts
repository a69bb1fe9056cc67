import { createHash, randomUUID } from 'node:crypto';
import { charges } from './charges';
import {
  changedTerms,
  checkDocument,
  sizeOf,
  termsOf,
  valueAt,
  type Document,
  type IndexingPolicy,
  type Json,
} from './documents';
import { Refusal } from './refusal';

export interface ContainerDefinition {
  id: string;
  partitionKey: { paths: string[]; kind?: string; version?: number };
  indexingPolicy: IndexingPolicy;
  /** seconds; -1: only what has a ttl of its own expires; left out: nothing does */
  defaultTtl?: number;
}

export type Operation =
  | { operationType: 'Create'; resourceBody: Json }
  | { operationType: 'Upsert'; resourceBody: Json; ifMatch?: string }
  | { operationType: 'Replace'; id: string; resourceBody: Json; ifMatch?: string }
  | { operationType: 'Delete'; id: string; ifMatch?: string }
  | { operationType: 'Read'; id: string; ifNoneMatch?: string };
export interface Outcome {
  status: number;
  charge: number;
  document?: Document;
}

const MOST_OPERATIONS = 100;
const MOST_BYTES = 2 * 1024 * 1024;

/** The documents of one container: partitions that know nothing of each other, eTags, expiry, atomic batches. */
export class Container {
  readonly rid = Buffer.from(randomUUID().slice(0, 8)).toString('base64');
  private readonly partitions = new Map<string, Map<string, Document>>();
  private readonly writes: number[];

  constructor(
    readonly definition: ContainerDefinition,
    /** milliseconds since 1970 */
    private readonly now: () => number,
    /** how many physical partitions the container lies on */
    readonly ranges: number,
  ) {
    this.writes = Array.from({ length: ranges }, () => 0);
  }

  /** Number of the physical partition of a partition key's value. */
  rangeOf(partition: string): number {
    return (createHash('sha256').update(partition).digest()[0] ?? 0) % this.ranges;
  }

  /** How many writes a physical partition has seen: what a session token speaks of. */
  progressOf(range: number): number {
    return this.writes[range] ?? 0;
  }

  /** What is alive in one logical partition, in one physical partition, or everywhere. */
  documents(scope: { partition?: string; range?: number } = {}): Document[] {
    const parts = [...this.partitions].filter(
      ([partition]) =>
        (scope.partition === undefined || scope.partition === partition) &&
        (scope.range === undefined || scope.range === this.rangeOf(partition)),
    );
    return parts.flatMap(([, documents]) => [...documents.values()].filter((document) => this.alive(document)));
  }

  run(partition: string, operation: Operation): Outcome {
    const policy = this.definition.indexingPolicy;
    const id = 'id' in operation ? operation.id : String(operation.resourceBody.id);
    const found = this.find(partition, id);
    switch (operation.operationType) {
      case 'Read':
        if (!found) throw new Refusal(404, 'no such document');
        if (operation.ifNoneMatch === found._etag) return { status: 304, charge: charges.nothing };
        return { status: 200, charge: charges.read(sizeOf(found)), document: found };
      case 'Create':
        if (found) throw new Refusal(409, 'a document with this id is there');
        return this.put(partition, operation.resourceBody);
      case 'Upsert':
        this.unchanged(found, operation.ifMatch);
        return this.put(partition, operation.resourceBody, found);
      case 'Replace':
        if (!found) throw new Refusal(404, 'no such document');
        this.unchanged(found, operation.ifMatch);
        if (operation.resourceBody.id !== id) throw new Refusal(400, 'a replacement keeps its id');
        return this.put(partition, operation.resourceBody, found);
      case 'Delete':
        if (!found) throw new Refusal(404, 'no such document');
        this.unchanged(found, operation.ifMatch);
        this.partitions.get(partition)?.delete(id);
        this.wrote(partition);
        return { status: 204, charge: charges.delete(sizeOf(found), termsOf(policy, found).size) };
    }
  }

  /** Puts a document down, whatever was there. */
  lay(document: Json): void {
    const partition = this.partitionOf(document);
    this.put(partition, document, this.find(partition, String(document.id)));
  }

  /** All operations or none; after the first that is refused the others are 424. */
  batch(partition: string, operations: Operation[]): { status: number; charge: number; outcomes: Outcome[] } {
    if (operations.length === 0 || operations.length > MOST_OPERATIONS)
      throw new Refusal(400, 'a batch has 1 to 100 operations');
    if (sizeOf(operations) > MOST_BYTES) throw new Refusal(413, 'a batch has at most 2 MB');
    const before = new Map(this.partitions.get(partition));
    const outcomes: Outcome[] = [];
    for (const operation of operations) {
      try {
        outcomes.push(this.run(partition, operation));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        this.partitions.set(partition, before);
        const failed = operations.map((_, i): Outcome =>
          i === outcomes.length ? { status: error.status, charge: charges.nothing } : { status: 424, charge: 0 },
        );
        return { status: 207, charge: charges.nothing, outcomes: failed };
      }
    }
    return { status: 200, charge: outcomes.reduce((sum, { charge }) => sum + charge, 0), outcomes };
  }

  private put(partition: string, body: Json, before?: Document): Outcome {
    checkDocument(body);
    if (this.partitionOf(body) !== partition) throw new Refusal(400, 'the document belongs to another partition', 1001);
    const policy = this.definition.indexingPolicy;
    const document: Document = {
      ...(structuredClone(body) as Json & { id: string }), // checked just now
      _rid: before?._rid ?? randomUUID(),
      _etag: `"${randomUUID()}"`,
      _ts: Math.floor(this.now() / 1000),
    };
    const documents = this.partitions.get(partition) ?? new Map<string, Document>();
    this.partitions.set(partition, documents.set(document.id, document));
    this.wrote(partition);
    const charge = before
      ? charges.replace(sizeOf(before), sizeOf(document), changedTerms(policy, before, document))
      : charges.create(sizeOf(document), termsOf(policy, document).size);
    return { status: before ? 200 : 201, charge, document };
  }

  /** As a client writes the partition key's value in its header. */
  private partitionOf(document: Json): string {
    const values = this.definition.partitionKey.paths.map((path) =>
      valueAt(document, path.slice(1).replaceAll('/', '.')),
    );
    return JSON.stringify(values.map((value) => (value === undefined ? {} : value)));
  }

  private find(partition: string, id: string): Document | undefined {
    const document = this.partitions.get(partition)?.get(id);
    return document && this.alive(document) ? document : undefined;
  }

  private alive({ ttl, _ts }: Document): boolean {
    const { defaultTtl } = this.definition;
    if (defaultTtl === undefined) return true;
    const seconds = typeof ttl === 'number' ? ttl : defaultTtl;
    return seconds === -1 || (_ts + seconds) * 1000 > this.now();
  }

  private unchanged(found: Document | undefined, ifMatch: string | undefined): void {
    if (ifMatch === undefined || ifMatch === '*') return;
    if (found?._etag !== ifMatch) throw new Refusal(412, 'the document has changed');
  }

  private wrote(partition: string): void {
    const range = this.rangeOf(partition);
    this.writes[range] = this.progressOf(range) + 1;
  }
}
