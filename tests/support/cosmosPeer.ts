import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Account } from './cosmosPeer/account';
import { sessionTokenOf, type Answer } from './cosmosPeer/answers';
import { authorize } from './cosmosPeer/authorization';
import { charges } from './cosmosPeer/charges';
import type { Json } from './cosmosPeer/documents';
import { faultList, type Call, type Fault, type Served, type SetFault } from './cosmosPeer/faults';
import { Refusal } from './cosmosPeer/refusal';
import { readRequest, type PeerRequest } from './cosmosPeer/request';

export type CosmosPeerOptions = {
  /** The account's clock, in milliseconds since 1970: it decides what has expired. */
  now?: () => number;
  /** How many physical partitions each container lies on; 1 when left out. */
  partitions?: number;
  /** Of the account; with strong consistency a read asks two replicas, and costs twice as much. Session when left out. */
  consistency?: 'Session' | 'Strong';
  /** Tokens of people and programs that may read and write documents, and nothing above them. */
  tokens?: string[];
  /** Serves https with this certificate. */
  tls?: { key: string; cert: string };
};
export type CosmosPeer = {
  endpoint: string;
  key: string;
  /** Everything answered so far, in order, with its charge. */
  served: readonly Served[];
  /** What `work` made of requests, and their charges together. */
  during: (work: () => Promise<unknown>) => Promise<{ served: Served[]; charge: number }>;
  fault: (fault: Fault) => SetFault;
  /** Every stored document of a container, as it lies there. */
  documents: (database: string, container: string) => Record<string, unknown>[];
  /** Puts a document down without a request. */
  lay: (database: string, container: string, document: Json) => void;
  close: () => Promise<void>;
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // a request without an encoding gives buffers
  return Buffer.concat(chunks).toString();
};

const refused = ({ status, message, substatus, headers }: Refusal): Answer => ({
  status,
  charge: charges.nothing,
  body: { code: String(status), message },
  headers: { ...headers, ...(substatus !== undefined && { 'x-ms-substatus': String(substatus) }) },
});

/**
 * A strict stand-in, over HTTP and in memory, for the part of Azure Cosmos DB (NoSQL) that the bot uses through the real
 * client library. What it does not know it refuses. Its charges follow Microsoft's published figures.
 */
export const cosmosPeer = async (options: CosmosPeerOptions = {}): Promise<CosmosPeer> => {
  const { now = Date.now, partitions = 1, consistency = 'Session', tokens = [], tls } = options;
  const key = randomBytes(64).toString('base64');
  const account = new Account(now, partitions, consistency);
  const faults = faultList();
  const served: Served[] = [];
  let endpoint = '';

  const answer = (request: PeerRequest): Answer => {
    const { call, headers } = request;
    const path = request.parts.join('/');
    const date = headers['x-ms-date'];
    const signed = { method: call.method, path, authorization: headers.authorization, date: String(date) };
    const by = authorize(signed, key, tokens, Date.now());
    if (by === 'aad' && call.kind === 'metadata' && call.method !== 'GET')
      throw new Refusal(403, 'a token gives no right to make databases or containers', 5300);
    return account.answer(request, endpoint);
  };
  const replicas = ({ kind }: Call): number =>
    consistency === 'Strong' && (kind === 'read' || kind === 'query') ? 2 : 1;

  /** Undefined when the connection drops. */
  const carryOut = async (request: PeerRequest): Promise<Answer | undefined> => {
    const fault = faults.strike(request.call);
    if (fault && 'hold' in fault) await fault.hold;
    if (fault && 'status' in fault) throw new Refusal(fault.status, 'as asked', fault.substatus, fault.headers);
    if (fault && 'reset' in fault && fault.reset === 'before') return undefined;
    const given = answer(request);
    if (!(fault && 'reset' in fault)) return given;
    served.push({ ...request.call, status: given.status, charge: given.charge * replicas(request.call) });
    return undefined;
  };

  const send = (response: ServerResponse, { status, body, charge, headers }: Answer, parts: string[]): void => {
    const container = account.container(parts[1] ?? '', parts[3] ?? '');
    response.writeHead(status, {
      ...{ 'content-type': 'application/json', 'x-ms-version': '2020-07-15', 'x-ms-activity-id': randomUUID() },
      'x-ms-request-charge': charge.toFixed(2),
      ...(container && {
        'x-ms-session-token': sessionTokenOf(container),
        ...{ 'x-ms-content-path': container.rid, 'x-ms-alt-content-path': parts.slice(0, 4).join('/') },
      }),
      ...headers,
    });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const raw = await bodyOf(incoming);
    const method = incoming.method ?? '';
    let call: Call = {
      kind: 'metadata',
      method,
      path: incoming.url ?? '',
      container: '',
      partition: undefined,
      blindly: [],
    };
    let parts: string[] = [];
    let given: Answer | undefined;
    try {
      const request = readRequest(method, incoming.url ?? '', incoming.headers, raw);
      ({ call, parts } = request);
      given = await carryOut(request);
    } catch (error) {
      given = refused(error instanceof Refusal ? error : new Refusal(500, String(error)));
    }
    if (!given) return void incoming.socket.destroy();
    const charge = given.charge * replicas(call);
    served.push({ ...call, status: given.status, charge });
    send(response, { ...given, charge }, parts);
  };

  const listener = (incoming: IncomingMessage, response: ServerResponse): void => {
    handle(incoming, response).catch(() => incoming.socket.destroy()); // the other side hung up while it was asking
  };
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  server.keepAliveTimeout = 60_000; // on a busy machine five seconds pass between two requests, and a reset is ours to order
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  endpoint = `${tls ? 'https' : 'http'}://127.0.0.1:${port}/`;

  return {
    ...{ endpoint, key, served },
    during: async (work) => {
      const from = served.length;
      await work();
      const made = served.slice(from);
      return { served: made, charge: made.reduce((sum, { charge }) => sum + charge, 0) };
    },
    fault: faults.set,
    lay: (database, container, document) => account.container(database, container)?.lay(document),
    documents: (database, container) => account.container(database, container)?.documents() ?? [],
    close: async () => {
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
};
