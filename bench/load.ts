import { Agent, request } from 'node:http';
import type { Chat, Surroundings } from './chats';
import type { Doing, Work } from './works';

export type Answer = { status: number; body: Buffer };
/** Milliseconds of each turn, in no order; how long all took together; how many were not answered as meant; bytes of the answers. */
export type Played = { ms: number[]; tookMs: number; wrong: number; bytes: number };

/** Brings an activity to a bot over connections that stay open, as Teams does. */
const bringer =
  (port: number, agent: Agent) =>
  (body: object): Promise<Answer> =>
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
  /** Brings everybody to where their next turn begins; nothing of it is measured. Gives how many turns that took. */
  prepare(): Promise<number>;
  /** Everybody takes one turn. */
  turn(): Promise<Played>;
  leave(): void;
}

export type CrowdParts = {
  port: number;
  chats: readonly Chat[];
  /** So many chats at the same time; each waits for its answer. */
  atOnce: number;
  around: Surroundings;
  work: Work;
  /** Judges an answer. */
  right: (answer: Answer) => boolean;
};

/** People who do their work, each in their own chat. */
export const crowd = async ({ port, chats, atOnce, around, work, right }: CrowdParts): Promise<Crowd> => {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const bring = bringer(port, agent);
  const people = chats.map((chat) => work(chat, around));

  const everybody = async (does: (doing: Doing) => Promise<void>): Promise<void> => {
    const left = [...people];
    const oneByOne = async (): Promise<void> => {
      for (let doing = left.shift(); doing; doing = left.shift()) await does(doing);
    };
    await Promise.all(Array.from({ length: atOnce }, oneByOne));
  };
  const unmeasured = async (step: 'begin' | 'prepare'): Promise<number> => {
    let taken = 0;
    await everybody(async (doing) => {
      const activity = doing[step]?.();
      if (!activity) return;
      if ((await bring(activity)).status !== 200) throw new Error(`a chat could not ${step}`);
      taken += 1;
    });
    return taken;
  };
  await unmeasured('begin');

  return {
    prepare: () => unmeasured('prepare'),
    turn: async () => {
      const ms: number[] = [];
      let [wrong, bytes] = [0, 0];
      const began = performance.now();
      await everybody(async (doing) => {
        const activity = doing.turn();
        const asked = performance.now();
        const answer = await bring(activity);
        ms.push(performance.now() - asked);
        bytes += answer.body.length;
        if (!right(answer)) wrong += 1;
      });
      return { ms, wrong, bytes, tookMs: performance.now() - began };
    },
    leave: () => agent.destroy(),
  };
};
