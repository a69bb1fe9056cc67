import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, createServer as createSecureServer, request as askSecurely } from 'node:https';
import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { makeContainers } from '../../../src/casefile/cosmos/cosmosSetup';
import { serverCertificate } from '../../support/certificates';
import { cosmosPeer, type CosmosPeer } from '../../support/cosmosPeer';
import { fakeTeams, type FakeTeams } from '../../support/fakeTeams';
import { fakeVault, type FakeVault } from '../../support/keyVault';

export const appId = '0f0e0d0c-0b0a-4908-8706-050403020100';
const LOGIN = 'login.botframework.com';
const CONNECTOR = 'smba.trafficmanager.net';
const VAULT = 'meldcode-test.vault.azure.net';
const INSIGHTS = 'westeurope-1.in.applicationinsights.azure.com';
const names = [LOGIN, CONNECTOR, VAULT, INSIGHTS];
/** As a token of Microsoft Entra looks; it says nothing. */
const STORE_TOKEN = 'token.for.cosmos';
const VAULT_TOKEN = 'token-of-the-bot';

/** Leads the names of Azure to this machine. A file of its own, to go before the bot's: the bot knows nothing of it. */
const REDIRECT = `
  const tls = require('node:tls');
  const connect = tls.connect;
  tls.connect = function (...given) {
    const [options] = given;
    if (options !== null && typeof options === 'object' && ${JSON.stringify(names)}.includes(options.host))
      given[0] = { ...options, host: '127.0.0.1', port: Number(process.env.AZURE_OF_TEST) };
    return connect.apply(this, given);
  };`;

export interface Azure {
  teams: FakeTeams;
  vault: FakeVault;
  peer: CosmosPeer;
  /** Environment of a web app as the templates set it, and what stands in for the network around it. */
  env: Readonly<Record<string, string>>;
  /** File to load before the bot's own. */
  redirect: string;
  /** All that Application Insights was told. */
  told: () => string;
  close: () => Promise<void>;
}

const listening = async (server: Server | ReturnType<typeof createSecureServer>): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port; // it listens on a port
};
const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer); // without an encoding a request gives buffers
  return Buffer.concat(parts);
};

/** Azure as far as a bot in production meets it, on this machine: each service a stand-in behind its real name, over TLS. */
export const azure = async (tenantId: string): Promise<Azure> => {
  const folder = await mkdtemp(join(tmpdir(), 'meldcode-azure-'));
  const teams = await fakeTeams({
    ...{ botUrl: 'http://127.0.0.1:9/', tenantId, appId, auth: true, knownAs: `https://${CONNECTOR}` },
  });
  const { authority } = teams;
  if (!authority) throw new Error('a Teams with `auth` has an authority');
  const vault = await fakeVault();
  const peer = await cosmosPeer({ consistency: 'Strong', tokens: [STORE_TOKEN] });
  await makeContainers({
    ...{ endpoint: peer.endpoint, database: 'meldcode', credential: { key: peer.key }, discovery: false },
  });
  const told: string[] = [];
  const vaultAgent = new Agent({ ca: vault.authority, keepAlive: true });

  const json = (response: ServerResponse, body: unknown): void => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  const passedOn = (request: IncomingMessage, response: ServerResponse, to: string): void => {
    const url = new URL(request.url ?? '/', to);
    const options = { method: request.method, headers: { ...request.headers, host: url.host } };
    const answered = (answer: IncomingMessage): void => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    };
    const onward =
      url.protocol === 'https:'
        ? askSecurely(url, { ...options, agent: vaultAgent }, answered)
        : ask(url, options, answered);
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const host = (request.headers.host ?? '').split(':')[0] ?? '';
    switch (host) {
      case LOGIN:
        return json(response, authority.answer((request.url ?? '').replace(/^\/v1/, ''), `https://${LOGIN}`));
      case CONNECTOR:
        return passedOn(request, response, teams.base);
      case VAULT:
        return passedOn(request, response, vault.url);
      case INSIGHTS: {
        const body = await bodyOf(request);
        told.push(String(request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body));
        const received = (told.at(-1) ?? '').split('\n').length;
        return json(response, { itemsReceived: received, itemsAccepted: received, errors: [] });
      }
      default:
        return passedOn(request, response, peer.endpoint);
    }
  };
  const { key, cert, authority: ours } = serverCertificate(...names);
  const front = createSecureServer({ key, cert }, (request, response) => void serve(request, response));
  const port = await listening(front);

  /** The identity endpoint of App Service: who runs here gets tokens without a secret. */
  const identity = createServer((request, response) => {
    const resource = new URL(request.url ?? '', 'http://here').searchParams.get('resource') ?? '';
    const forBot = authority.answer(`/${tenantId}/oauth2/v2.0/token`, teams.base)?.['access_token'];
    const token = resource.includes('vault') ? VAULT_TOKEN : resource.includes('botframework') ? forBot : STORE_TOKEN;
    const until = Math.floor(Date.now() / 1000) + 3_600;
    json(response, { access_token: token, expires_on: String(until), resource, token_type: 'Bearer' });
  });
  const identityPort = await listening(identity);

  const certificates = join(folder, 'authority.pem');
  await writeFile(certificates, ours);
  const redirect = join(folder, 'redirect.cjs');
  await writeFile(redirect, REDIRECT);
  return {
    ...{ teams, vault, peer, redirect },
    env: {
      ...{ NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info', PROXY_HOPS: '1' },
      ...{ MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId },
      ...{ STORE: 'cosmos', COSMOS_ENDPOINT: `https://127.0.0.1:${port}/`, COSMOS_DATABASE: 'meldcode' },
      ...{ AZURE_CLIENT_ID: appId, KEY_VAULT_URL: `https://${VAULT}/` },
      APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=2f0e0d0c-0b0a-4908-8706-050403020100;IngestionEndpoint=https://${INSIGHTS}/`,
      ...{ IDENTITY_ENDPOINT: `http://127.0.0.1:${identityPort}/msi/token`, IDENTITY_HEADER: 'of-the-test' },
      ...{ NODE_EXTRA_CA_CERTS: certificates, AZURE_OF_TEST: String(port) },
    },
    told: () => told.join('\n'),
    close: async () => {
      vaultAgent.destroy();
      for (const server of [front, identity]) {
        server.close();
        server.closeAllConnections();
      }
      await Promise.all([teams.close(), vault.close(), peer.close(), rm(folder, { recursive: true })]);
    },
  };
};
