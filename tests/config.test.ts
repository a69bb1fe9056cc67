import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig, type Config } from '../src/config';

const appId = '11111111-1111-1111-1111-111111111111';
const tenantId = '22222222-2222-2222-2222-222222222222';
const singleTenant = {
  MicrosoftAppId: appId,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: tenantId,
  MicrosoftAppPassword: 'geheim~woord',
};
const managed = { MicrosoftAppId: appId, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: tenantId };

const read = (env: Record<string, string>): Config => {
  const result = parseConfig(env);
  if ('problems' in result) throw new Error(result.problems.join('\n'));
  return result.config;
};
const problemsOf = (env: Record<string, string>): string[] => {
  const result = parseConfig(env);
  return 'problems' in result ? result.problems : [];
};

describe('given nothing in the environment', () => {
  const local: Config = {
    nodeEnv: 'development',
    host: '127.0.0.1',
    port: 3978,
    bot: { kind: 'local' },
    store: { kind: 'sqlite' },
    dataDir: './data',
    directoryFile: 'docs/directory.example.json',
    logLevel: 'info',
  };

  test('then the bot runs on this machine only, on SQLite, with the example schools', () => {
    expect(read({})).toEqual(local);
  });

  test('then empty values, white space and the names of others count as nothing', () => {
    expect(read({ PORT: '', MicrosoftAppId: '  ', LOG_LEVEL: ' info ', PATH: '/bin', HOME: '/root' })).toEqual(local);
  });

  test('then the example of the environment is just that', () => {
    const example = readFileSync(join(__dirname, '../.env.example'), 'utf8');
    const pairs = [...example.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]);
    expect(read(Object.fromEntries(pairs) as Record<string, string>)).toEqual(local);
    expect(pairs.map(([name]) => name).sort()).toEqual(
      (
        'NODE_ENV PORT HOST MicrosoftAppId MicrosoftAppType MicrosoftAppTenantId MicrosoftAppPassword STORE DATA_DIR ' +
        'DIRECTORY_FILE COSMOS_ENDPOINT COSMOS_KEY COSMOS_DATABASE AZURE_CLIENT_ID KEY_VAULT_URL PROXY_HOPS PUBLIC_URL LOG_LEVEL ' +
        'APPLICATIONINSIGHTS_CONNECTION_STRING ' +
        // for the Teams app package only
        'TEAMS_APP_ID BOT_DOMAIN DEVELOPER_NAME DEVELOPER_WEBSITE PRIVACY_URL TERMS_URL ' +
        'TEAMS_ONEDRIVE'
      )
        .split(' ')
        .sort(),
    );
  });
});

describe('given a bot with an identity', () => {
  test('then it listens to the network, with a password or a managed identity', () => {
    expect(read(singleTenant)).toMatchObject({
      host: '0.0.0.0',
      bot: { kind: 'SingleTenant', appId, tenantId, password: 'geheim~woord' },
    });
    expect(read({ ...managed, HOST: '::', PORT: '8080' })).toMatchObject({
      host: '::',
      port: 8080,
      bot: { kind: 'UserAssignedMSI', appId, tenantId },
    });
    expect(read({ ...managed, MicrosoftAppPassword: 'over' }).bot).not.toHaveProperty('password');
  });

  test('then production needs the identity and the file of schools, and takes no key', () => {
    const production = { ...managed, NODE_ENV: 'production', DIRECTORY_FILE: '/srv/scholen.json' };
    expect(
      read({
        ...production,
        STORE: 'cosmos',
        COSMOS_ENDPOINT: 'https://x.documents.azure.com:443/',
        AZURE_CLIENT_ID: appId,
        KEY_VAULT_URL: 'https://x.vault.azure.net/',
      }),
    ).toMatchObject({
      nodeEnv: 'production',
      directoryFile: '/srv/scholen.json',
      store: { kind: 'cosmos', endpoint: 'https://x.documents.azure.com:443/', database: 'meldcode' },
      clientId: appId,
      keyVaultUrl: 'https://x.vault.azure.net/',
    });
    expect(problemsOf({ NODE_ENV: 'production', HOST: '127.0.0.1' })).toEqual([
      expect.stringMatching(/^MicrosoftAppId: Deze waarde ontbreekt\. In productie/),
      expect.stringMatching(/^DIRECTORY_FILE: Deze waarde ontbreekt\./),
    ]);
    const keyed = { ...production, STORE: 'cosmos', COSMOS_ENDPOINT: 'http://127.0.0.1:8081', COSMOS_KEY: 'k' };
    expect(problemsOf(keyed)).toEqual([
      expect.stringMatching(/^KEY_VAULT_URL: Deze waarde ontbreekt\. In productie/),
      expect.stringMatching(/^COSMOS_KEY: Een sleutel is alleen voor ontwikkelen\./),
      expect.stringMatching(/^COSMOS_ENDPOINT: In productie/),
    ]);
    expect(read({ ...keyed, NODE_ENV: 'development' }).store).toEqual({
      kind: 'cosmos',
      endpoint: 'http://127.0.0.1:8081',
      database: 'meldcode',
      key: 'k',
    });
  });

  test.each([
    ['MultiTenant', { ...singleTenant, MicrosoftAppType: 'MultiTenant' }, /^MicrosoftAppType: .*MultiTenant niet/],
    [
      'no kind, which the SDK would take for MultiTenant',
      { ...singleTenant, MicrosoftAppType: '' },
      /^MicrosoftAppType: /,
    ],
    ['no tenant', { ...managed, MicrosoftAppTenantId: '' }, /^MicrosoftAppTenantId: Deze waarde ontbreekt/],
    ['no password', { ...singleTenant, MicrosoftAppPassword: '' }, /^MicrosoftAppPassword: SingleTenant heeft/],
    ['an app id that is no GUID', { ...managed, MicrosoftAppId: 'mijn-bot' }, /^MicrosoftAppId: Dit is geen GUID/],
    [
      'a tenant that is no GUID',
      { ...managed, MicrosoftAppTenantId: 'a.nl' },
      /^MicrosoftAppTenantId: Dit is geen GUID/,
    ],
  ])('when it has %s, then only that is refused', (_, env, line) => {
    expect(problemsOf(env)).toEqual([expect.stringMatching(line)]);
  });
});

describe('given a bot without an app id, which trusts every caller', () => {
  test.each(['127.0.0.1', '127.0.0.2', 'localhost', '::1'])('then it may listen on %s', (HOST) => {
    expect(read({ HOST })).toMatchObject({ host: HOST, bot: { kind: 'local' } });
  });

  test.each(['0.0.0.0', '::', '192.168.1.5', '10.0.0.1'])('then it may not listen on %s', (HOST) => {
    expect(problemsOf({ HOST })).toEqual([expect.stringMatching(/^HOST: Zonder MicrosoftAppId/)]);
  });

  test.each(['127.0.0.1.example.nl', '127.0.0.999', 'localhost.example.nl'])('then %s is no address', (HOST) => {
    expect(problemsOf({ HOST })).toEqual([expect.stringMatching(/^HOST: Dit is geen IP-adres/)]);
  });

  test('then MultiTenant is refused all the same', () => {
    expect(problemsOf({ MicrosoftAppType: 'MultiTenant' })).toHaveLength(1);
  });
});

describe('given mistakes', () => {
  const secret = 'NIETTONEN';

  test('when every name is wrong, then each has its line, all at once, and no value is repeated', () => {
    const problems = problemsOf({
      NODE_ENV: secret,
      PORT: secret,
      HOST: secret,
      MicrosoftAppId: secret,
      MicrosoftAppType: secret,
      MicrosoftAppTenantId: secret,
      STORE: secret,
      COSMOS_ENDPOINT: `https://user:${secret}@example.org`,
      COSMOS_DATABASE: `a/${secret}`,
      KEY_VAULT_URL: `http://${secret}`,
      PUBLIC_URL: `https://${secret}/pad`,
      LOG_LEVEL: secret,
      APPLICATIONINSIGHTS_CONNECTION_STRING: secret,
    });
    expect(problems.map((line) => line.split(':')[0])).toEqual(
      (
        'NODE_ENV PORT HOST MicrosoftAppId MicrosoftAppType MicrosoftAppTenantId STORE COSMOS_ENDPOINT ' +
        'COSMOS_DATABASE KEY_VAULT_URL PUBLIC_URL APPLICATIONINSIGHTS_CONNECTION_STRING LOG_LEVEL'
      ).split(' '),
    );
    expect(problems.join('\n')).not.toContain(secret);
  });

  test.each([
    'NODE_TLS_REJECT_UNAUTHORIZED',
    'NODE_DEBUG',
    'SSLKEYLOGFILE',
    'ToBotFromChannelOpenIdMetadataUrl',
    'BotOpenIdMetadata',
    'ToChannelFromBotLoginUrl',
    'ValidateAuthority',
    'NODE_OPTIONS',
  ])('when %s would open a hole in production, then the bot does not start', (name) => {
    const value = name === 'NODE_OPTIONS' ? '--inspect=0.0.0.0' : '0';
    const dangerous = problemsOf({ NODE_ENV: 'production', [name]: value }).filter((line) => line.startsWith(name));
    expect(dangerous).toHaveLength(1);
    expect(parseConfig({ [name]: value })).toHaveProperty('config');
  });

  test.each(['65536', '-1', '3978.5', '0x10', '99999', 'COM1'])('when the port is %s, then it is refused', (PORT) => {
    expect(problemsOf({ PORT })).toEqual([expect.stringMatching(/^PORT: /)]);
  });

  test('when Cosmos DB is chosen without an address, then the address is asked for', () => {
    expect(problemsOf({ STORE: 'cosmos' })).toEqual([expect.stringMatching(/^COSMOS_ENDPOINT: .*STORE=cosmos/)]);
    expect(problemsOf({ STORE: 'cosmos', COSMOS_ENDPOINT: 'http://example.org' })).toHaveLength(1);
  });

  test('when values are arbitrary, then nothing is thrown, lines are Dutch, and no bot without identity is reachable', () => {
    const name = fc.constantFrom(
      ...['NODE_ENV', 'PORT', 'HOST', 'MicrosoftAppId', 'MicrosoftAppType', 'MicrosoftAppTenantId', 'STORE'],
      ...['COSMOS_ENDPOINT', 'COSMOS_KEY', 'KEY_VAULT_URL', 'LOG_LEVEL', 'DATA_DIR', '__proto__', 'constructor'],
    );
    const value = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.ipV4(),
      fc.ipV6(),
      fc.constantFrom('production', appId, 'cosmos', '0.0.0.0', 'SingleTenant', 'UserAssignedMSI'),
    );
    fc.assert(
      fc.property(fc.dictionary(name, value), (env) => {
        const result = parseConfig(env);
        if ('problems' in result) {
          expect(result.problems.length).toBeGreaterThan(0);
          for (const line of result.problems) expect(line).toMatch(/^\w+: (Dit|Deze|Zonder|SingleTenant|Een|In) .*\.$/);
          return;
        }
        if (result.config.bot.kind !== 'local') return;
        expect(result.config.nodeEnv).not.toBe('production');
        expect(result.config.host).toMatch(/^(127\.\d+\.\d+\.\d+|::1|localhost)$/);
      }),
      { numRuns: 1000 },
    );
  });
});
