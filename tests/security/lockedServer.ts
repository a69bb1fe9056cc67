import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../src/config';
import type { Directory } from '../../src/directory/directory';
import { openLog } from '../../src/log';
import { startServer, type ServerParts } from '../../src/server';
import { appId } from '../support/doorstep';
import { fakeTeams, type FakeTeams } from '../support/fakeTeams';
import { exampleDirectory } from '../support/insideBot';
import type { Person } from '../support/person';
import type { TokenAuthority } from '../support/tokens';

export { appId };
export type LockedServer = {
  teams: FakeTeams;
  authority: TokenAuthority;
  directory: Directory;
  marieke: Person;
  log: readonly string[];
  url: (path: string) => string;
  close: () => Promise<void>;
};

const nowhere = 'http://127.0.0.1:9/nowhere';
const away = { ToBotFromChannelOpenIdMetadataUrl: nowhere, ToBotFromEmulatorOpenIdMetadataUrl: nowhere };

/** The whole server with the real adapter and an app id, between a Teams and a token authority on this machine. */
export const lockedServer = async (
  parts: Partial<ServerParts> = {},
  { keysAway = false } = {},
): Promise<LockedServer> => {
  const directory = exampleDirectory();
  const { tenantId } = directory;
  const teams = await fakeTeams({ botUrl: 'http://127.0.0.1:9/', tenantId, auth: true, appId });
  const { authority, base } = teams;
  if (!authority) throw new Error('a Teams with `auth` has an authority');
  const dataDir = await mkdtemp(join(tmpdir(), 'meldcode-locked-'));
  const config: Config = {
    ...{ nodeEnv: 'test', host: '127.0.0.1', port: 0, store: { kind: 'sqlite' }, dataDir },
    bot: { kind: 'SingleTenant', appId, tenantId, password: 'not-a-secret' },
    ...{ directoryFile: '', logLevel: 'info', proxies: 1 },
  };
  const log: string[] = [];
  const serviceUrls = (url: string | undefined): boolean => url?.startsWith(base) ?? false;
  const server = await startServer({
    ...{ config, directory, log: openLog('info', { write: (line: string) => void log.push(line) }) },
    elsewhere: {
      settings: { ...authority.settings(base), ...(keysAway && away) },
      credentials: authority.credentials(base),
      serviceUrls,
    },
    ...parts,
  });
  const url = (path: string): string => `http://127.0.0.1:${server.port}${path}`;
  teams.botUrl = url('/api/messages');
  const marieke = teams.person({ aadObjectId: '1a9c4e72-3b6d-4f58-8e01-d5a7f2b3c640', name: 'Marieke Jansen' });
  const close = async (): Promise<void> => {
    await server.stop();
    await teams.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { teams, authority, directory, marieke, log, url, close };
};
