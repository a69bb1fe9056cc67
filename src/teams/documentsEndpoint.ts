import type { IncomingMessage } from 'node:http';
import type { Request, Response, Server } from 'restify';
import type { TextFile } from '../dossier/documents';
import { printPdf } from '../dossier/pdf';
import type { Fetch } from '../dossier/fetch';
import { callerAddress } from './callerAddress';
import { DOCUMENTS_PATH } from './documentDoor';
import { codePage, gonePage, pagePolicy } from './documentPage';
import type { Pace } from './pace';
import type { Papers } from './papers';

export type DocumentsEndpoint = Pick<Papers, 'tickets' | 'make'> & {
  fault: (where: string, error: unknown) => void;
  pace: Pace;
  proxies: number;
};

const MOST_BYTES = 1024;

/** The code in a small form; nothing for anything else. */
const codeIn = async (request: IncomingMessage): Promise<string | undefined> => {
  if (!/^application\/x-www-form-urlencoded\b/.test(request.headers['content-type'] ?? '')) return undefined;
  let body = '';
  for await (const part of request) {
    body += String(part);
    if (body.length > MOST_BYTES) return undefined;
  }
  const code = (new URLSearchParams(body).get('code') ?? '').replace(/\s/g, '');
  return /^\d{6}$/.test(code) ? code : undefined;
};

const stringIn = (value: unknown): string => (typeof value === 'string' ? value : '');

const show = (response: Response, status: number, html: string): void => {
  response.header('Content-Security-Policy', pagePolicy);
  response.header('Content-Type', 'text/html; charset=utf-8');
  response.sendRaw(status, html);
};

/** A file that is text, and no paper. */
const giveFile = (response: Response, name: string, { type, extension, text }: TextFile): void => {
  response.header('Content-Type', `${type}; charset=utf-8`);
  response.header('Content-Disposition', `attachment; filename="${name}.${extension}"`);
  response.sendRaw(200, text);
};

/** Gives what was asked for. Noted before the first byte leaves. */
const give = async ({ make }: DocumentsEndpoint, fetch: Fetch, response: Response): Promise<void> => {
  const made = await make(fetch, 'link');
  if (!made) return show(response, 404, gonePage());
  if ('text' in made) return giveFile(response, fetch.document, made);
  response.header('Content-Type', 'application/pdf');
  response.header('Content-Disposition', `attachment; filename="${fetch.document}.pdf"`);
  response.writeHead(200);
  await printPdf(made.paper, made.at, response);
};

/** The page where a document is fetched: the address from the card, and the code from the same card. */
export const serveDocuments = (server: Server, endpoint: DocumentsEndpoint): void => {
  const { tickets, fault, pace, proxies } = endpoint;
  const path = `${DOCUMENTS_PATH}/:ticket`;
  const ticketOf = ({ params }: Request): string => stringIn((params as Readonly<Record<string, unknown>>)['ticket']);
  const guarded =
    (serve: (request: Request, response: Response) => Promise<void>) =>
    async (request: Request, response: Response) => {
      try {
        if (pace(callerAddress(request, proxies))) await serve(request, response);
        else show(response, 429, gonePage());
      } catch (error) {
        fault('document', error);
        if (response.headersSent) response.destroy();
        else show(response, 503, gonePage());
      }
    };
  server.get(
    path,
    guarded(async (request, response) =>
      (await tickets.holds(ticketOf(request))) ? show(response, 200, codePage()) : show(response, 404, gonePage()),
    ),
  );
  server.post(
    path,
    guarded(async (request, response) => {
      const ticket = ticketOf(request);
      const fetch = await tickets.take(ticket, (await codeIn(request)) ?? '');
      if (fetch) return give(endpoint, fetch, response);
      return (await tickets.holds(ticket)) ? show(response, 403, codePage(true)) : show(response, 404, gonePage());
    }),
  );
};
