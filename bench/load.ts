import { Agent, request } from 'node:http';
import type { Chat, Surroundings } from './chats';
import type { Work } from './works';

export type Answer = { status: number; body: Buffer };
/** Milliseconds of each turn, in no order, and how long all of them took together. */
export type Measured = { turns: number; ms: number[]; tookMs: number; wrong: number };

/** Brings activities to a bot over connections that stay open, as Teams does. */
export const bringer = (port: number, agent: Agent) => (body: object): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const options = { agent, port, host: '127.0.0.1', method: 'POST', path: '/api/messages', headers };
    const sent = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(text);
  });

export interface Crowd {
  /** So many turns over all chats together; each chat waits for its answer before its next turn. */
  play(turns: number): Promise<Measured>;
  close(): void;
}

/** These people at once, each at their own work. `right` judges an answer. */
export const crowd = (
  port: number,
  chats: readonly Chat[],
  around: Surroundings,
  work: Work,
  right: (answer: Answer) => boolean,
): Crowd => {
  const agent = new Agent({ keepAlive: true, maxSockets: chats.length });
  const bring = bringer(port, agent);
  const works = chats.map((chat) => work(chat, around));
  return {
    play: async (turns) => {
      const ms: number[] = [];
      let [left, wrong] = [turns, 0];
      const one = async (next: () => object): Promise<void> => {
        while (left > 0) {
          left -= 1;
          const began = performance.now();
          const answer = await bring(next());
          ms.push(performance.now() - began);
          if (!right(answer)) wrong += 1;
        }
      };
      const began = performance.now();
      await Promise.all(works.map(one));
      return { turns, ms, tookMs: performance.now() - began, wrong };
    },
    close: () => agent.destroy(),
  };
};
