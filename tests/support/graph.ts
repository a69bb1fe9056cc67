import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type GraphUser = { id: string; displayName?: string; accountEnabled?: boolean; userType?: string };
export interface FakeGraph {
  url: string;
  groups: Map<string, readonly GraphUser[]>;
  /** 'well', a number: that status on everything, or another text: that body. */
  behave: (how: number | string) => void;
  /** Where the next page lies, when not here. */
  nextAt?: string;
  asked: string[];
  close: () => Promise<void>;
}

export const TOKEN = 'token-for-graph';
const PER_PAGE = 2;

/** Stands in for Microsoft Graph: the people in a group, also by way of groups in it, two a page. */
export const fakeGraph = async (): Promise<FakeGraph> => {
  const asked: string[] = [];
  let how: number | string = 'well';
  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    const url = new URL(request.url ?? '', graph.url);
    asked.push(`${request.method ?? ''} ${url.pathname}`);
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return answer(401, { error: { code: 'Unauthorized' } });
    if (typeof how === 'number') return answer(how, { error: { code: 'AsTheTestWants' } });
    if (how !== 'well') return answer(200, how);
    const [, group] = /^\/v1\.0\/groups\/([^/]+)\/transitiveMembers\/microsoft\.graph\.user$/.exec(url.pathname) ?? [];
    // Graph refuses to ask for people only without these two.
    if (request.headers['consistencylevel'] !== 'eventual' || url.searchParams.get('$count') !== 'true')
      return answer(400, { error: { code: 'Request_UnsupportedQuery' } });
    const users = graph.groups.get(group ?? '');
    if (!users) return answer(404, { error: { code: 'Request_ResourceNotFound' } });
    const from = Number(url.searchParams.get('$skiptoken') ?? 0);
    const more = from + PER_PAGE < users.length;
    const next = new URL(url);
    next.searchParams.set('$skiptoken', String(from + PER_PAGE));
    const link = graph.nextAt ?? next.href;
    answer(200, { value: users.slice(from, from + PER_PAGE), ...(more && { '@odata.nextLink': link }) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const graph: FakeGraph = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // it listens on a port
    groups: new Map(),
    behave: (next) => void (how = next),
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return graph;
};
