import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { carryOut, readCall, type Answer, type Places } from './connector';
import type { ConnectorCall, Faults } from './faults';
import { parseJson } from './json';
import type { TokenAuthority } from './tokens';

/** A call of the bot and what it got back; `dropped` when the connection broke instead. */
export interface RecordedCall extends ConnectorCall {
  answer: number | 'dropped';
}

export interface ConnectorServerParts {
  places: Places;
  authority: TokenAuthority | undefined;
  faults: Faults;
  /** Where every call is recorded. */
  calls: RecordedCall[];
  /** Wraps the work on one request, so that others can see that something is under way. */
  busy: <T>(work: () => Promise<T>) => Promise<T>;
  port: number;
}

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // an IncomingMessage without encoding yields Buffers
  return parseJson(Buffer.concat(chunks).toString('utf8'));
};

const reply = (response: ServerResponse, { status, body }: Answer, headers: Record<string, string> = {}): void => {
  // Not chained: restify replaces writeHead of every response in its process by one that returns nothing.
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
};

/** Listens on loopback for the bot's calls, and for its questions to the token authority when there is one. */
export const connectorServer = async ({
  places,
  authority,
  faults,
  calls,
  busy,
  port,
}: ConnectorServerParts): Promise<{ base: string; close: () => Promise<void> }> => {
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '/' } = request;
    const body = await bodyOf(request);
    const fromAuthority = authority?.answer(url, base);
    if (fromAuthority !== undefined) return reply(response, { status: 200, body: fromAuthority });
    const call = readCall(method, url, body);
    const done = (answer: RecordedCall['answer']): void => void calls.push({ ...call, answer });
    if (authority?.accepts(request.headers.authorization) === false) {
      done(401);
      return reply(response, { status: 401, body: { error: { code: 'Unauthorized', message: 'no valid token' } } });
    }
    const fault = faults.strike(call);
    if (fault?.when === 'never' || fault?.when === 'broken') {
      done('dropped');
      if (fault.when === 'broken') request.socket.destroy();
      return;
    }
    if (fault !== undefined && fault.when !== 'after') {
      done(fault.status);
      const code = fault.code ?? 'ServiceError';
      return reply(response, { status: fault.status, body: { error: { code, message: code } } }, fault.headers);
    }
    const answer = carryOut(places, call);
    if (fault === undefined) {
      done(answer.status);
      return reply(response, answer);
    }
    if (fault.answerStatus === undefined) {
      done('dropped');
      request.socket.destroy();
      return;
    }
    done(fault.answerStatus);
    reply(response, { status: fault.answerStatus, body: {} }, fault.headers);
  };

  const server = createServer((request, response) => {
    busy(() => handle(request, response)).catch(() => reply(response, { status: 400, body: {} }));
  });
  server.keepAliveTimeout = 60_000; // on a busy machine five seconds pass between two calls, and a reset is ours to order
  await new Promise<void>((ready, failed) => {
    server.once('error', failed).listen(port, '127.0.0.1', ready);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('fake Teams has no port');
  const base = `http://127.0.0.1:${address.port}`;

  return {
    base,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};
