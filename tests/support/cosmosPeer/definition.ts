import { z } from 'zod';
import type { ContainerDefinition } from './container';
import { Refusal } from './refusal';

const paths = z.array(z.looseObject({ path: z.string().regex(/^\/(?:\*|.+\/(?:\?|\*))$/) }));
const schema = z.strictObject({
  id: z.string().regex(/^[^/\\?#]{1,255}$/),
  partitionKey: z.strictObject({
    paths: z.array(z.string().regex(/^\/[^/]+$/)).length(1),
    kind: z.literal('Hash').optional(),
    version: z.literal(2).optional(),
  }),
  indexingPolicy: z
    .strictObject({
      indexingMode: z.enum(['consistent', 'none']),
      automatic: z.boolean().optional(),
      includedPaths: paths,
      excludedPaths: paths,
    })
    .refine(({ includedPaths, excludedPaths }) =>
      [...includedPaths, ...excludedPaths].some(({ path }) => path === '/*'),
    )
    .optional(),
  defaultTtl: z.int().optional(),
});

/** Everything is indexed in a container that says nothing of it. */
const byDefault = {
  indexingMode: 'consistent',
  includedPaths: [{ path: '/*' }],
  excludedPaths: [{ path: '/"_etag"/?' }],
} as const;

/** Throws a 400 on anything that this peer would not take into account. */
export const readDefinition = (body: unknown): ContainerDefinition => {
  const read = schema.safeParse(body);
  if (!read.success) throw new Refusal(400, `not a container this peer knows: ${read.error.message}`);
  const { id, partitionKey, indexingPolicy, defaultTtl } = read.data;
  const policy = indexingPolicy ?? {
    ...byDefault,
    includedPaths: [...byDefault.includedPaths],
    excludedPaths: [...byDefault.excludedPaths],
  };
  return {
    id,
    // exactOptionalPropertyTypes: zod's optional keys may be there and undefined
    partitionKey: JSON.parse(JSON.stringify(partitionKey)) as ContainerDefinition['partitionKey'],
    indexingPolicy: {
      indexingMode: policy.indexingMode,
      includedPaths: policy.includedPaths,
      excludedPaths: policy.excludedPaths,
    },
    ...(defaultTtl !== undefined && { defaultTtl }),
  };
};

const operation = z.discriminatedUnion('operationType', [
  z.strictObject({ operationType: z.literal('Create'), resourceBody: z.record(z.string(), z.unknown()) }),
  z.strictObject({
    operationType: z.literal('Upsert'),
    resourceBody: z.record(z.string(), z.unknown()),
    ifMatch: z.string().exactOptional(),
  }),
  z.strictObject({
    operationType: z.literal('Replace'),
    id: z.string(),
    resourceBody: z.record(z.string(), z.unknown()),
    ifMatch: z.string().exactOptional(),
  }),
  z.strictObject({ operationType: z.literal('Delete'), id: z.string(), ifMatch: z.string().exactOptional() }),
  z.strictObject({ operationType: z.literal('Read'), id: z.string() }),
]);

/** The operations of a batch. Throws a 400 on a kind, or a property of one, that this peer does not know. */
export const readOperations = (body: unknown) => {
  const read = z.array(operation).safeParse(body);
  if (!read.success) throw new Refusal(400, `not a batch this peer knows: ${read.error.message}`);
  return read.data;
};

const spec = z.strictObject({
  query: z.string(),
  parameters: z.array(z.strictObject({ name: z.string().regex(/^@\w+$/), value: z.unknown() })).default([]),
});
export const readSpec = (body: unknown): { sql: string; parameters: Map<string, unknown> } => {
  const read = spec.safeParse(body);
  if (!read.success) throw new Refusal(400, 'not a query specification');
  return {
    sql: read.data.query,
    parameters: new Map(read.data.parameters.map(({ name, value }) => [name, value])),
  };
};
