import { CosmosClient, type Container, type OperationInput } from '@azure/cosmos';
import { cosmosPeer, type CosmosPeer, type CosmosPeerOptions } from './cosmosPeer';

/** What the real client library makes of an answer: the status, also where it throws. */
const statusOf = async (call: Promise<{ statusCode?: number } | { code?: number }>): Promise<unknown> => {
  try {
    const answer = await call;
    return 'statusCode' in answer ? answer.statusCode : (answer as { code?: number }).code; // a batch says `code`
  } catch (error) {
    const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } }; // the library's own error shapes
    return code ?? cause?.code;
  }
};

let peer: CosmosPeer;
let client: CosmosClient;
let items: Container;

const clientOf = (key = peer.key): CosmosClient =>
  new CosmosClient({ endpoint: peer.endpoint, key, connectionPolicy: { enableEndpointDiscovery: false } });

const open = async (options: CosmosPeerOptions = {}): Promise<void> => {
  peer = await cosmosPeer(options);
  client = clientOf();
  const { database } = await client.databases.create({ id: 'db' });
  const { container } = await database.containers.create({
    id: 'items',
    partitionKey: { paths: ['/owner'] },
    defaultTtl: -1,
    indexingPolicy: {
      indexingMode: 'consistent',
      includedPaths: [{ path: '/at/?' }, { path: '/tags/[]/?' }],
      excludedPaths: [{ path: '/*' }],
    },
  });
  items = container;
};
const close = async (): Promise<void> => {
  client.dispose();
  await peer.close();
};

const create = (id: string, owner: string, more: Record<string, unknown> = {}) =>
  items.items.create({ id, owner, ...more });
const ids = (documents: unknown[] | undefined): string[] =>
  (documents ?? []).map((document) => (document as { id: string }).id); // every document has one

describe('given one document', () => {
  beforeEach(async () => {
    await open();
    await create('a', 'x', { n: 1 });
  });
  afterEach(close);

  test('it is read back with an eTag, in its own partition only', async () => {
    const { resource, statusCode, etag } = await items.item('a', 'x').read<{ n: number; _etag: string }>();
    expect([statusCode, resource?.n, resource?._etag]).toEqual([200, 1, etag]);
    expect(await statusOf(items.item('a', 'y').read())).toBe(404);
  });

  test('one id is one document in each partition', async () => {
    expect(await statusOf(create('a', 'x'))).toBe(409);
    expect(await statusOf(create('a', 'y'))).toBe(201);
    expect(await statusOf(items.items.upsert({ id: 'a', owner: 'x', n: 2 }))).toBe(200);
    expect(await statusOf(items.items.upsert({ id: 'b', owner: 'x' }))).toBe(201);
  });

  test.each(['replace', 'delete', 'upsert'] as const)('given an old eTag, %s changes nothing', async (act) => {
    const { etag = '' } = await items.item('a', 'x').read();
    const write = (n: number, condition: string) => {
      const options = { accessCondition: { type: 'IfMatch', condition } };
      if (act === 'delete') return items.item('a', 'x').delete(options);
      return act === 'replace'
        ? items.item('a', 'x').replace({ id: 'a', owner: 'x', n }, options)
        : items.items.upsert({ id: 'a', owner: 'x', n }, options);
    };
    await items.items.upsert({ id: 'a', owner: 'x', n: 2 });
    expect(await statusOf(write(3, etag))).toBe(412);
    const now = await items.item('a', 'x').read<{ n: number }>();
    expect(now.resource?.n).toBe(2);
    expect(await statusOf(write(4, now.etag))).toBe(act === 'delete' ? 204 : 200);
  });

  test('what is not there cannot be replaced or deleted', async () => {
    expect(await statusOf(items.item('b', 'x').replace({ id: 'b', owner: 'x' }))).toBe(404);
    expect(await statusOf(items.item('b', 'x').delete())).toBe(404);
  });

  test('a read on the eTag that is still right answers 304', async () => {
    const { etag } = await items.item('a', 'x').read();
    const condition = { accessCondition: { type: 'IfNoneMatch', condition: etag } };
    expect(await statusOf(items.item('a', 'x').read(condition))).toBe(304);
  });

  test.each(['a/b', 'a?b', 'a#b', 'a\\b', 'a '])('the id %j is refused', async (id) => {
    expect(await statusOf(create(id, 'x'))).not.toBe(201);
  });

  test('a document over 2 MB is refused', async () => {
    expect(await statusOf(create('big', 'x', { text: 'x'.repeat(2 * 1024 * 1024) }))).toBe(413);
  });

  test('patches, listings and containers with what it does not know are refused, not half done', async () => {
    expect(await statusOf(items.item('a', 'x').patch([{ op: 'set', path: '/n', value: 2 }]))).toBe(400);
    const unique = { id: 'u', partitionKey: { paths: ['/p'] }, uniqueKeyPolicy: { uniqueKeys: [{ paths: ['/a'] }] } };
    expect(await statusOf(client.database('db').containers.create(unique))).toBe(400);
    expect(
      await statusOf(client.database('db').containers.create({ id: 'items', partitionKey: { paths: ['/p'] } })),
    ).toBe(409);
  });
});

describe('given a batch', () => {
  beforeEach(async () => {
    await open();
    await create('a', 'x', { n: 1 });
  });
  afterEach(close);

  const batch = (operations: OperationInput[], owner = 'x') => items.items.batch(operations, owner);
  const make = (id: string, owner = 'x'): OperationInput => ({ operationType: 'Create', resourceBody: { id, owner } });
  const statuses = (outcome: Awaited<ReturnType<typeof batch>>) => outcome.result?.map(({ statusCode }) => statusCode);

  test('all of it is done, and each outcome has its eTag', async () => {
    const outcome = await batch([
      make('b'),
      { operationType: 'Replace', id: 'a', resourceBody: { id: 'a', owner: 'x' } },
    ]);
    expect([outcome.code, statuses(outcome)]).toEqual([200, [201, 200]]);
    expect((await items.item('b', 'x').read()).etag).toBe(outcome.result?.[0]?.eTag);
  });

  test.each<[string, OperationInput, number]>([
    ['an id that is there', { operationType: 'Create', resourceBody: { id: 'a', owner: 'x' } }, 409],
    [
      'an old eTag',
      { operationType: 'Replace', id: 'a', ifMatch: '"old"', resourceBody: { id: 'a', owner: 'x' } },
      412,
    ],
    ['a document that is not there', { operationType: 'Delete', id: 'nowhere' }, 404],
    ['a document of another partition', { operationType: 'Create', resourceBody: { id: 'c', owner: 'y' } }, 400],
  ])('with %s nothing is done: the others answer 424', async (_, wrong, status) => {
    const outcome = await batch([make('b'), wrong, make('d')]);
    expect([outcome.code, statuses(outcome)]).toEqual([207, [424, status, 424]]);
    expect(await statusOf(items.item('b', 'x').read())).toBe(404);
    expect((await items.item('a', 'x').read<{ n: number }>()).resource?.n).toBe(1);
  });

  test('more than 2 MB, or an operation of a kind that the peer does not know, is refused', async () => {
    const half = 'x'.repeat(1024 * 1024);
    const big = ['b', 'c'].map((id): OperationInput => ({
      operationType: 'Create',
      resourceBody: { id, owner: 'x', half },
    }));
    expect(await statusOf(batch(big))).toBe(413);
    const patch: OperationInput = { operationType: 'Patch', id: 'a', resourceBody: { operations: [] } };
    expect(await statusOf(batch([patch]))).toBe(400);
  });
});

describe.each([1, 3])('given documents in many partitions on %i physical ones', (partitions) => {
  beforeAll(async () => {
    await open({ partitions });
    for (let i = 0; i < 12; i += 1)
      await create(`d${i}`, `o${i % 4}`, { at: `t${String(11 - i).padStart(2, '0')}`, tags: [`k${i % 2}`] });
    await create('untimed', 'o0', { tags: ['k0', 'rare'] });
  });
  afterAll(close);

  test('a query in one partition sees no other', async () => {
    const { resources } = await items.items
      .query('SELECT * FROM c WHERE c.at >= "t00"', { partitionKey: 'o1' })
      .fetchAll();
    expect(ids(resources).sort()).toEqual(['d1', 'd5', 'd9']);
  });

  test('a query across partitions comes back sorted, page by page, without what has no such property', async () => {
    const spec = {
      query: 'SELECT * FROM c WHERE c.at <= @until ORDER BY c.at',
      parameters: [{ name: '@until', value: 't09' }],
    };
    const pages = items.items.query(spec, { maxItemCount: 4, forceQueryPlan: true });
    const first = await pages.fetchNext();
    expect(ids(first.resources)).toEqual(['d11', 'd10', 'd9', 'd8']);
    const all = await items.items.query(spec, { forceQueryPlan: true }).fetchAll();
    expect(ids(all.resources)).toEqual(['d11', 'd10', 'd9', 'd8', 'd7', 'd6', 'd5', 'd4', 'd3', 'd2']);
    const down = await items.items.query('SELECT * FROM c ORDER BY c.at DESC').fetchAll();
    expect(ids(down.resources)).toHaveLength(12);
    expect(ids(down.resources)[0]).toBe('d0');
  });

  test('ARRAY_CONTAINS finds by one of several values, and a projection gives those properties only', async () => {
    const spec = {
      query: 'SELECT c.id, c.at FROM c WHERE ARRAY_CONTAINS(c.tags, @a) OR ARRAY_CONTAINS(c.tags, @b)',
      parameters: [
        { name: '@a', value: 'rare' },
        { name: '@b', value: 'k1' },
      ],
    };
    const { resources } = await items.items.query<Record<string, unknown>>(spec).fetchAll();
    expect(ids(resources).sort()).toEqual(['d1', 'd11', 'd3', 'd5', 'd7', 'd9', 'untimed']);
    expect(resources.find(({ id }) => id === 'd1')).toEqual({ id: 'd1', at: 't10' });
  });

  test('pages in one partition follow each other without a gap', async () => {
    const query = items.items.query('SELECT * FROM c ORDER BY c.at', { partitionKey: 'o2', maxItemCount: 2 });
    const first = await query.fetchNext();
    const rest = await query.fetchNext();
    expect([ids(first.resources), ids(rest.resources)]).toEqual([['d10', 'd6'], ['d2']]);
    expect(query.hasMoreResults()).toBe(false);
  });

  test.each([
    'SELECT * FROM c JOIN t IN c.tags',
    'SELECT VALUE COUNT(1) FROM c',
    'SELECT TOP 1 * FROM c',
    'SELECT * FROM c WHERE STARTSWITH(c.at, "t")',
    'SELECT * FROM c WHERE c.at != "t00"',
    'SELECT * FROM c ORDER BY c.at, c.id',
    'SELECT * FROM c ORDER BY c.owner',
    'SELECT * FROM c WHERE c.at = @unknown',
    'DELETE FROM c',
    'SELECT * FROM c WHERE c.at = "t00"; DROP',
  ])('%s is refused', async (query) => {
    expect(await statusOf(items.items.query(query, { partitionKey: 'o1' }).fetchAll() as Promise<object>)).toBe(400);
  });

  test('a filter that the index answers is paid for by what it finds, any other by all that is there', async () => {
    const charge = async (query: string) =>
      Number((await items.items.query(query, { partitionKey: 'o0' }).fetchNext()).requestCharge);
    expect(await charge('SELECT * FROM c WHERE c.at = "never"')).toBeCloseTo(2.3);
    expect(await charge('SELECT * FROM c WHERE ARRAY_CONTAINS(c.tags, "rare")')).toBeCloseTo(3.3);
    expect(await charge('SELECT * FROM c WHERE c.owner = "nobody"')).toBeCloseTo(6.3);
  });
});

describe('given the account', () => {
  afterEach(close);

  test('a wrong key, no key and a wrong token are refused', async () => {
    await open();
    const other = clientOf(Buffer.from('another key').toString('base64'));
    expect(await statusOf(other.database('db').container('items').item('a', 'x').read())).toBe(401);
    other.dispose();
    const bare = await fetch(`${peer.endpoint}dbs/db`);
    expect(bare.status).toBe(401);
    const token = encodeURIComponent('type=aad&ver=1.0&sig=a.b.c');
    expect((await fetch(`${peer.endpoint}dbs/db`, { headers: { authorization: token } })).status).toBe(401);
  });

  test('a token of the account reads and writes documents and makes no containers', async () => {
    await open({ tokens: ['aaa.bbb.ccc'] });
    const headers = { authorization: encodeURIComponent('type=aad&ver=1.0&sig=aaa.bbb.ccc') };
    const asked = (path: string, init: { method: string; body?: string; more?: Record<string, string> }) =>
      fetch(peer.endpoint + path, {
        method: init.method,
        headers: { ...headers, ...init.more },
        ...(init.body && { body: init.body }),
      });
    const more = { 'x-ms-documentdb-partitionkey': '["x"]' };
    expect(
      (await asked('dbs/db/colls/items/docs', { method: 'POST', body: '{"id":"a","owner":"x"}', more })).status,
    ).toBe(201);
    expect((await asked('dbs/db/colls/items/docs/a', { method: 'GET', more })).status).toBe(200);
    expect((await asked('dbs/db/colls', { method: 'POST', body: '{}' })).status).toBe(403);
  });

  test('an expired document is gone, by its own ttl', async () => {
    let now = Date.now();
    await open({ now: () => now });
    await create('short', 'x', { ttl: 10 });
    await create('stays', 'x');
    now += 11_000;
    expect(await statusOf(items.item('short', 'x').read())).toBe(404);
    expect(await statusOf(items.item('stays', 'x').read())).toBe(200);
    expect(await statusOf(create('short', 'x'))).toBe(201);
  });

  test('a session that has seen more than the account has is refused, as after a failover', async () => {
    await open();
    const { headers } = await create('a', 'x');
    expect(headers['x-ms-session-token']).toBe('0:-1#1');
    const ahead = { sessionToken: '0:-1#9' };
    const { statusCode, headers: answer } = await items.item('a', 'x').read(ahead);
    expect([statusCode, answer['x-ms-substatus']]).toEqual([404, '1002']);
  });

  test('charges follow the published figures for size, index terms and replacing', async () => {
    await open();
    const small = await create('a', 'x');
    const indexed = await create('b', 'x', { at: 't', tags: ['one', 'two'] });
    const big = await create('c', 'x', { text: 'x'.repeat(16 * 1024) });
    const replaced = await items.item('b', 'x').replace({ id: 'b', owner: 'x', at: 'u', tags: ['one', 'two'] });
    const read = await items.item('a', 'x').read();
    expect(small.requestCharge).toBeCloseTo(4.95);
    expect(indexed.requestCharge).toBeCloseTo(4.95 + 0.6);
    expect(big.requestCharge).toBeGreaterThan(9.52);
    expect(replaced.requestCharge).toBeCloseTo(2 * 4.95 + 0.4);
    expect(read.requestCharge).toBeCloseTo(1);
    const { served, charge } = await peer.during(() => items.item('c', 'x').read());
    expect(served.map(({ kind, container, partition }) => [kind, container, partition])).toEqual([
      ['read', 'items', '["x"]'],
    ]);
    expect(charge).toBeGreaterThan(1.6);
  });
});

describe('given a fault', () => {
  beforeEach(() => open());
  afterEach(close);

  test.each([449, 503, 408, 410])('%i is answered and nothing is done', async (status) => {
    const set = peer.fault({ status, match: ({ kind }) => kind === 'create', times: Infinity });
    expect(await statusOf(create('a', 'x'))).toBe(status);
    set.lift();
    expect(await statusOf(items.item('a', 'x').read())).toBe(404);
  });

  test('429 is tried again by the client itself after the time that is asked for', async () => {
    const set = peer.fault({ status: 429, headers: { 'x-ms-retry-after-ms': '5' }, times: 2 });
    expect(await statusOf(create('a', 'x'))).toBe(201);
    expect(set.struck).toBe(2);
  });

  test.each([
    ['before', 404],
    ['after', 200],
  ] as const)('a connection reset %s the write leaves the document: %i', async (reset, status) => {
    peer.fault({ reset, match: ({ kind }) => kind === 'batch' });
    const write = items.items.batch([{ operationType: 'Create', resourceBody: { id: 'a', owner: 'x' } }], 'x');
    await expect(write).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(await statusOf(items.item('a', 'x').read())).toBe(status);
  });

  test('a held request is carried out once it is let go', async () => {
    let go = (): void => undefined;
    const hold = new Promise<void>((resolve) => {
      go = resolve;
    });
    peer.fault({ hold, match: ({ kind }) => kind === 'create' });
    const held = create('a', 'x');
    expect(await statusOf(items.item('a', 'x').read())).toBe(404);
    go();
    await held;
    expect(await statusOf(items.item('a', 'x').read())).toBe(200);
  });
});
