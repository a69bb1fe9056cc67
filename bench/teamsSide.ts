import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a bot brought: new messages, updates of earlier ones, and the bytes of both. */
export type Brought = { posts: number; updates: number; bytes: number };

export interface TeamsSide {
  serviceUrl: string;
  /** So far. */
  brought: () => Brought;
  close: () => Promise<void>;
}

const sizeOf = async (request: IncomingMessage): Promise<number> => {
  let bytes = 0;
  for await (const chunk of request) bytes += (chunk as Buffer).length; // a request without an encoding gives buffers
  return bytes;
};

/** Takes what a bot brings, counts it and gives each message an id; does no more, so that the bot is what is measured. */
export const teamsSide = async (): Promise<TeamsSide> => {
  const brought: Brought = { posts: 0, updates: 0, bytes: 0 };
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const bytes = await sizeOf(request);
    if (request.method !== 'GET') brought.bytes += bytes;
    if (request.method === 'PUT') brought.updates += 1;
    if (request.method === 'POST') brought.posts += 1;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(`{"id":"m${brought.posts}"}`);
  };
  const server = createServer((request, response) => {
    take(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    brought: () => ({ ...brought }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
