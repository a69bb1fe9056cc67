import type { TurnContext } from 'botbuilder';
import { createServer } from 'restify';
import { cardRenderer } from '../../src/cards/render';
import { memoryKeyValueStore } from '../../src/casefile/memory/memoryStores';
import { meldcodeAdapter, type MeldcodeAdapter } from '../../src/teams/adapter';
import { channelsOf } from '../../src/teams/channels';
import { connectorMessenger } from '../../src/teams/connectorMessenger';
import { serveBot } from '../../src/teams/messagesEndpoint';
import { answerLines } from '../../src/teams/lines';
import { references } from '../../src/teams/references';
import { fakeTeams, type FakeTeams } from './fakeTeams';
import { exampleDirectory } from './insideBot';
import type { Person } from './person';

export const tenantId = '22222222-2222-4222-8222-222222222222';
export const appId = '11111111-1111-4111-8111-111111111111';
const now = (): string => new Date().toISOString();

export type Doorstep = {
  teams: FakeTeams;
  marieke: Person;
  adapter: MeldcodeAdapter;
  messenger: ReturnType<typeof connectorMessenger>;
  kept: ReturnType<typeof references>;
  channels: ReturnType<typeof channelsOf>;
  /** Faults as they were logged: where, and the class. */
  faults: string[];
  url: (path: string) => string;
  close: () => Promise<void>;
};

/** The bot's own front door on this machine, with a logic of the test's behind it. */
export const doorstep = async (
  logic: (context: TurnContext) => Promise<void>,
  {
    auth = false,
    ready = async (): Promise<void> => undefined,
    withinMs = 10_000,
    tooFast = (): boolean => false,
    noting = true,
  } = {},
): Promise<Doorstep> => {
  const teams = await fakeTeams({ botUrl: 'http://127.0.0.1:9/', tenantId, ...(auth && { auth, appId }) });
  const { authority, base } = teams;
  const faults: string[] = [];
  const fault = (where: string, error: unknown): void => {
    faults.push(`${where}: ${error instanceof Error ? error.name : 'unknown'}`);
  };
  const isServiceUrl = (serviceUrl: string | undefined): boolean => serviceUrl?.startsWith(base) ?? false;
  const adapter = meldcodeAdapter({
    identity: auth ? { kind: 'SingleTenant', appId, tenantId, password: 'not-a-secret' } : { kind: 'local' },
    ...{ fault, withinMs, line: answerLines({ directory: exampleDirectory(), render: cardRenderer() }) },
    ...(authority && { elsewhere: { settings: authority.settings(base), credentials: authority.credentials(base) } }),
  });
  const store = memoryKeyValueStore(now);
  const kept = references({ store, now, isServiceUrl });
  const channels = channelsOf({ store, now, isServiceUrl });
  const server = createServer();
  const noted = async (context: TurnContext): Promise<void> => {
    if (noting) await kept.note(context.activity);
    await logic(context);
  };
  const own = auth ? appId : undefined;
  const pace = (): boolean => !tooFast();
  serveBot(server, {
    ...{ appId: own, tenantId, isServiceUrl, adapter, logic: noted, ready, fault, pace, proxies: 0 },
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const url = (path: string): string => `http://127.0.0.1:${port}${path}`;
  teams.botUrl = url('/api/messages');
  const marieke = teams.person({ aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Marieke de Vries' });
  const messenger = connectorMessenger({
    ...{ adapter, appId: auth ? appId : undefined, tenantId, references: kept, channels },
  });
  const close = async (): Promise<void> => {
    await teams.close();
    await new Promise<void>((closed) => {
      server.server.close(() => closed());
      server.server.closeAllConnections();
    });
  };
  return { teams, marieke, adapter, messenger, kept, channels, faults, url, close };
};
