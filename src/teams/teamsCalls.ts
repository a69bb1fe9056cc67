import { Agent as PlainAgent, request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import * as z from 'zod';

/** Teams answered with a refusal, or something that is no answer. Its words are left out: they can repeat ours. */
export class TeamsRefused extends Error {
  override name = 'TeamsRefused';
  constructor(
    readonly statusCode: number,
    /** Teams' own name for it, as `BotNotInConversationRoster` (platform §1.2). */
    readonly code: string | undefined,
    readonly retryAfter: string | undefined,
  ) {
    super(`Teams answered ${statusCode}`);
  }
}

/** No answer came in time; what was sent may have arrived. */
class NoAnswer extends Error {
  override name = 'NoAnswer';
  readonly code = 'ETIMEDOUT';
}

export type Call = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: URL;
  body: unknown;
  headers: Readonly<Record<string, string>>;
  /** For the whole of it, in milliseconds. */
  withinMs: number;
};
/** One try, to that address and no other; what Teams answers is parsed JSON. @throws TeamsRefused, or what broke the line */
export type CallTeams = (call: Call) => Promise<unknown>;

/** Teams' answers are ids and people; more than this is none. */
const MOST_BYTES = 1_000_000;

const read = async (response: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response) {
    const bytes = part as Buffer; // a response without an encoding yields Buffers
    size += bytes.length;
    if (size > MOST_BYTES) throw new TeamsRefused(response.statusCode ?? 500, undefined, undefined);
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const refusalSchema = z.object({ error: z.object({ code: z.string() }) });

const answerIn = async (response: IncomingMessage): Promise<unknown> => {
  const body = parsed(await read(response));
  const status = response.statusCode ?? 500;
  if (status >= 200 && status < 300) return body;
  const said = refusalSchema.safeParse(body);
  throw new TeamsRefused(status, said.data?.error.code, response.headers['retry-after']);
};

/**
 * Calls over connections that stay open. The SDK's own client does the same with a pipeline of a dozen parts and a mapper
 * for each field, made anew for every turn: half of what a turn took.
 */
export const callTeams = (): CallTeams => {
  // An idle connection is let go before Teams does so: a call on one that just closed would be lost.
  const options = { keepAlive: true, timeout: 60_000 };
  const [plain, secure] = [new PlainAgent(options), new SecureAgent(options)];
  return ({ method, url, body, headers, withinMs }) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : Buffer.from(JSON.stringify(body), 'utf8');
      const content = text && { 'content-type': 'application/json; charset=utf-8', 'content-length': text.length };
      const to: RequestOptions = {
        ...{ method, host: url.hostname, port: url.port, path: url.pathname + url.search },
        headers: { accept: '*/*', ...headers, ...content },
      };
      const sent =
        url.protocol === 'https:' ? secureRequest({ ...to, agent: secure }) : plainRequest({ ...to, agent: plain });
      const late = setTimeout(() => sent.destroy(new NoAnswer()), withinMs);
      const settled = (): void => clearTimeout(late);
      sent.on('error', (error) => {
        settled();
        reject(error);
      });
      sent.once('response', (response) => {
        resolve(answerIn(response).finally(settled));
      });
      sent.end(text);
    });
};
