import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { createServer, type Server } from 'restify';
import { counted, drained } from '../src/drain';

/** A promise and the key to it. */
const gate = (): { open: () => void; opened: Promise<void> } => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
};
const nothing = { stop: async () => undefined };

let server: Server;
let agent: Agent;
let port: number;
beforeEach(async () => {
  server = createServer();
  agent = new Agent({ keepAlive: true });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  port = server.address().port;
});
afterEach(() => {
  agent.destroy();
  server.server.closeAllConnections();
  server.close();
});

/** Serves `/` by a turn that waits for `goOn`; resolves `begun` when the turn began. */
const serving = (goOn: Promise<void>) => {
  const begun = gate();
  const turns = counted(async () => {
    begun.open();
    await goOn;
  });
  server.get('/', async (_request: unknown, response: { send: (status: number) => void }) => {
    await turns.logic(undefined);
    response.send(200);
  });
  return { turns, begun: begun.opened };
};
const ask = (): Promise<number> =>
  new Promise((resolve, reject) => {
    request({ port, agent }, (response: IncomingMessage) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    })
      .on('error', reject)
      .end();
  });
const refusal = async (): Promise<unknown> => {
  const socket = connect(port, '127.0.0.1');
  const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
  return error.code;
};

describe('given a bot that is asked to stop', () => {
  test('when somebody waits for an answer, then they get it, and nobody new is let in', async () => {
    const { open, opened } = gate();
    const { turns, begun } = serving(opened);
    const asked = ask();
    await begun;
    let stopped = false;
    const stopping = drained({ server, turns: turns.done, outbox: nothing }).then(() => (stopped = true));
    expect(await refusal()).toBe('ECONNREFUSED');
    expect(stopped).toBe(false);
    open();
    expect(await asked).toBe(200);
    await stopping; // the connection is kept alive by its caller, and does not hold it up
  });

  test('when a caller hung up, then the turn itself is finished first', async () => {
    const { open, opened } = gate();
    const { turns, begun } = serving(opened);
    const asked = ask().catch(() => 'hung up');
    await begun;
    agent.destroy();
    expect(await asked).toBe('hung up');
    const order: string[] = [];
    const stopping = drained({ server, turns: turns.done, outbox: nothing }).then(() => order.push('stopped'));
    await new Promise((resolve) => setImmediate(resolve));
    order.push('turn goes on');
    open();
    await stopping;
    expect(order).toEqual(['turn goes on', 'stopped']);
  });

  test('when messages are on their way, then it waits for them', async () => {
    const { open, opened } = gate();
    const order: string[] = [];
    const outbox = { stop: async () => opened.then(() => void order.push('messages are out')) };
    const stopping = drained({ server, turns: async () => undefined, outbox }).then(() => order.push('stopped'));
    open();
    await stopping;
    expect(order).toEqual(['messages are out', 'stopped']);
  });

  test('when something hangs, then it is left after a while, and its connection broken', async () => {
    const { turns, begun } = serving(new Promise(() => undefined));
    const asked = ask().catch((error: NodeJS.ErrnoException) => error.code);
    await begun;
    await drained({ server, turns: turns.done, outbox: nothing, withinMs: 20 });
    expect(await asked).toBe('ECONNRESET');
  });
});
