import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the bot brought to one chat. */
export type Brought = { posts: number; updates: number; bytes: number };

export interface TeamsSide {
  serviceUrl: string;
  broughtTo: (conversation: string) => Brought;
  close: () => Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // a request without an encoding gives buffers
  return Buffer.concat(chunks);
};

/** Takes what a bot brings, counts it by chat and gives each message an id; does no more, so that the bot is what is measured. */
export const teamsSide = async (): Promise<TeamsSide> => {
  const chats = new Map<string, Brought>();
  const broughtTo = (conversation: string): Brought => {
    const known = chats.get(conversation) ?? { posts: 0, updates: 0, bytes: 0 };
    chats.set(conversation, known);
    return known;
  };
  let made = 0;
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const [, conversation = ''] = /\/v3\/conversations\/([^/]+)\//.exec(request.url ?? '') ?? [];
    const brought = broughtTo(decodeURIComponent(conversation));
    brought.bytes += body.length;
    if (request.method === 'PUT') brought.updates += 1;
    else brought.posts += 1;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(`{"id":"m${(made += 1)}"}`);
  };
  const server = createServer((request, response) => {
    take(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    broughtTo,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
