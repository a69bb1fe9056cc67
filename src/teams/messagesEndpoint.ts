import { AuthenticationError } from 'botframework-connector';
import type { Activity, TurnContext } from 'botbuilder';
import type { Next, Request, Response, Server } from 'restify';
import { setTimeout } from 'node:timers/promises';
import * as z from 'zod';
import { activitySchema } from './activityShape';
import type { MeldcodeAdapter } from './adapter';
import { callerAddress } from './callerAddress';
import type { Pace } from './pace';
import { tenantOf } from './references';
import { readJsonBody } from './requestBody';

const ISSUER = 'https://api.botframework.com';

const claimsSchema = z.object({ iss: z.literal(ISSUER), aud: z.string(), exp: z.number() });
/** As far as two clocks may differ; the SDK allows as much. */
const CLOCKS_APART_S = 300;

export type Doorstep = {
  /** The bot's app id; undefined locally, where nobody has a token. */
  appId: string | undefined;
  /** The one tenant whose people this bot serves. */
  tenantId: string;
  isServiceUrl: (serviceUrl: string | undefined) => boolean;
};
type Caller = { contentType: string; contentEncoding: string; authorization: string };

/** The claims of a token that nobody has verified yet: enough to refuse, never to let in. */
const unverifiedClaims = (authorization: string): unknown => {
  const [, payload] = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(authorization) ?? [];
  if (payload === undefined) return undefined;
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

/**
 * Judged before a byte of the body is read and before the SDK sees a token: forged ones would grow its memory
 * (platform §2.1). @returns the HTTP status to refuse with, or undefined
 */
const refusedCaller = ({ contentType, contentEncoding, authorization }: Caller, { appId }: Doorstep) => {
  if (!/^application\/json\s*(;|$)/i.test(contentType) || !/^(identity)?$/i.test(contentEncoding)) return 415;
  if (appId === undefined) return undefined;
  const claims = claimsSchema.safeParse(unverifiedClaims(authorization));
  const now = Date.now() / 1000;
  return claims.success && claims.data.aud === appId && claims.data.exp > now - CLOCKS_APART_S ? undefined : 401;
};

/** Odd bodies slip past the checks of the SDK (platform §2.1). @returns the HTTP status to refuse with, or undefined */
const refusedActivity = (body: unknown, { appId, tenantId, isServiceUrl }: Doorstep) => {
  const activity = activitySchema.safeParse(body);
  if (!activity.success) return 400;
  if (appId !== undefined && activity.data.recipient.id !== `28:${appId}`) return 400;
  // Only what was just parsed is read; the token names no tenant, so the body must, and without contradiction.
  if (tenantOf(body as Activity)?.toLowerCase() !== tenantId.toLowerCase()) return 403;
  return isServiceUrl(activity.data.serviceUrl) ? undefined : 403;
};

const words: Readonly<Record<number, string>> = {
  400: 'Dit bericht kan de bot niet lezen.',
  401: 'Alleen Microsoft Teams mag hier berichten brengen.',
  403: 'Vanaf dit adres neemt de bot niets aan.',
  404: 'Hier is niets.',
  405: 'Dit kan hier niet.',
  413: 'Dit bericht is te groot.',
  415: 'De bot leest alleen JSON.',
  429: 'Dit gaat te snel. Wacht even.',
};
const OTHERWISE = 'Er ging iets mis. Probeer het opnieuw.';

export type Endpoint = Doorstep & {
  adapter: MeldcodeAdapter;
  logic: (context: TurnContext) => Promise<void>;
  /** Throws when the bot can't work now. */
  ready: () => Promise<void>;
  fault: (where: string, error: unknown) => void;
  /** Per address; `proxies` of ours stand in front (see callerAddress). */
  pace: Pace;
  proxies: number;
};

/** Nothing here is meant for a browser; should one come, then it shows, keeps, frames and passes on nothing. */
const headers: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
};
const secured = (_request: Request, response: Response, next: Next): void => {
  for (const [name, value] of Object.entries(headers)) response.header(name, value);
  response.removeHeader('Server'); // what runs here is nobody's business
  next();
};

const refuse = (response: Response, status: number): void => {
  // What is left of a body that was not read must not be taken for the next request.
  response.header('Connection', 'close');
  response.json(status, { melding: words[status] ?? OTHERWISE });
};

/** restify's own refusals (no such address, no such method) in our words, without its English. */
const inOurWords = (_request: Request, _response: Response, error: { statusCode?: number }, done: () => void): void => {
  const said = { melding: words[error.statusCode ?? 500] ?? OTHERWISE };
  Object.assign(error, { toJSON: () => said, toString: () => said.melding });
  done();
};

/** What the SDK throws at a token that does not hold: its own error, or that of the library it verifies with. */
const isForged = (error: unknown): boolean =>
  error instanceof AuthenticationError
    ? error.statusCode < 500
    : error instanceof Error && ['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError'].includes(error.name);

const takeMessage = async (request: Request, response: Response, endpoint: Endpoint): Promise<void> => {
  if (!endpoint.pace(callerAddress(request, endpoint.proxies))) {
    response.header('Retry-After', '5');
    return refuse(response, 429);
  }
  const { authorization = '' } = request.headers;
  const contentType = request.headers['content-type'] ?? '';
  const contentEncoding = request.headers['content-encoding'] ?? '';
  const caller = refusedCaller({ contentType, contentEncoding, authorization }, endpoint);
  if (caller !== undefined) return refuse(response, caller);
  const read = await readJsonBody(request);
  if ('status' in read) return refuse(response, read.status);
  const refusal = refusedActivity(read.body, endpoint);
  if (refusal !== undefined) return refuse(response, refusal);
  try {
    // Its shape as far as needed was just checked; who reads more of it checks that itself.
    const answer = await endpoint.adapter.take(authorization, read.body as Activity, endpoint.logic);
    if (answer?.body === undefined) response.send(answer?.status ?? 200);
    else response.json(answer.status, answer.body);
  } catch (error) {
    if (isForged(error)) return refuse(response, 401);
    endpoint.fault('endpoint', error);
    // Microsoft's keys could not be fetched, or a fault of ours: Teams may bring it again.
    refuse(response, 503);
  }
};

/** A store that hangs is not ready either. */
const READY_WITHIN_MS = 3_000;
class NotReady extends Error {
  override name = 'NotReady';
}
const tooLate = async (): Promise<never> => {
  await setTimeout(READY_WITHIN_MS, undefined, { ref: false });
  throw new NotReady();
};

/** The three addresses of the bot: messages, alive, ready. Nothing else is served. */
export const serveBot = (server: Server, endpoint: Endpoint): void => {
  // restify always listens for 'upgrade' and answers nothing: such a connection would hang, also at a stop. Without a
  // listener Node takes the request as an ordinary one.
  server.server.removeAllListeners('upgrade');
  server.pre(secured);
  server.on('restifyError', inOurWords);
  server.get('/healthz', async (_request: Request, response: Response) => {
    response.json(200, { status: 'ok' });
  });
  server.get('/readyz', async (_request: Request, response: Response) => {
    try {
      await Promise.race([endpoint.ready(), tooLate()]);
      response.json(200, { status: 'ok' });
    } catch (error) {
      endpoint.fault('ready', error);
      response.json(503, { status: 'niet gereed' });
    }
  });
  server.post('/api/messages', async (request: Request, response: Response) =>
    takeMessage(request, response, endpoint),
  );
};
