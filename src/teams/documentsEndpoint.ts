import type { IncomingMessage } from 'node:http';
import type { Request, Response, Server } from 'restify';
import type { AccessLog } from '../casefile/accessLog';
import { documents, mayTake } from '../cards/documents';
import { documentOf, fileOf, type TextFile } from '../dossier/documents';
import { printPdf } from '../dossier/pdf';
import type { Fetch } from '../dossier/fetch';
import type { Tickets } from '../dossier/tickets';
import type { Person } from '../directory/directory';
import type { PersonId } from '../protocol/roles';
import { localDateOf, type Instant } from '../protocol/time';
import { callerAddress } from './callerAddress';
import type { PersonalDesk } from './desk';
import { DOCUMENTS_PATH } from './documentDoor';
import { codePage, gonePage, pagePolicy } from './documentPage';
import type { Pace } from './pace';

export type DocumentsEndpoint = {
  tickets: Tickets;
  accessLog: AccessLog;
  /** What this person may see at this moment; nothing for who is not in the directory any more. */
  deskOf: (person: PersonId) => PersonalDesk | undefined;
  /** The figures as a file, for who may read them at this moment. */
  figures: (person: Person, view: string) => Promise<TextFile | undefined>;
  now: () => Instant;
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

/** Prints what was asked for, as the file is now and only for who may see it now. Noted before the first byte leaves. */
const print = async (endpoint: DocumentsEndpoint, fetch: Fetch, response: Response): Promise<void> => {
  const { accessLog, now } = endpoint;
  const desk = endpoint.deskOf(fetch.by);
  if (desk && fetch.document === 'cijfers') {
    const written = await endpoint.figures(desk.person, fetch.of);
    return written ? giveFile(response, fetch.document, written) : show(response, 404, gonePage());
  }
  const file = await desk?.file(fetch.caseId);
  if (!desk || !file || !mayTake(fetch.document, desk.actor(file), file)) return show(response, 404, gonePage());
  const { title } = documents[fetch.document];
  await accessLog.note(fetch.caseId, { at: now(), by: fetch.by, what: `${title} (meegenomen)` });
  const sources = {
    ...{ file, entries: await desk.entries(fetch.caseId), school: desk.schoolOf(file) },
    looks: await desk.looksInWords(fetch.caseId),
    ...{ madeBy: fetch.by, at: now(), today: localDateOf(now()) },
  };
  const written = fileOf(fetch.document, sources, fetch.of);
  if (written) return giveFile(response, fetch.document, written);
  const document = documentOf(fetch.document, sources, fetch.of);
  if (!document) return show(response, 404, gonePage());
  response.header('Content-Type', 'application/pdf');
  response.header('Content-Disposition', `attachment; filename="${fetch.document}.pdf"`);
  response.writeHead(200);
  await printPdf(document, now(), response);
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
      if (fetch) return print(endpoint, fetch, response);
      return (await tickets.holds(ticket)) ? show(response, 403, codePage(true)) : show(response, 404, gonePage());
    }),
  );
};
