import { cosmosContainers } from '../../src/casefile/cosmos/cosmosContainers';
import { parseConfig } from '../../src/config';
import { STOP_WITHIN_MS } from '../../src/drain';
import { at, objectsIn, stringOf } from '../support/json';
import { parametersIn, resourcesOf, templateIn, type Resource } from './templates';

const app = templateIn('deployUseExistResourceGroup/template-BotApp-with-rg.json');
const azureBot = templateIn('deployUseExistResourceGroup/template-AzureBot-with-rg.json');
const given = Object.fromEntries(
  Object.entries(
    parametersIn('deployUseExistResourceGroup/parameters-for-template-BotApp-with-rg.json').parameters,
  ).map(([name, { value }]) => [name, value]),
);
const resources = resourcesOf(app, { ...given, alertEmail: 'beheer@voorbeeld.example' });
const bots = resourcesOf(azureBot);

const ofType = (type: string, among: readonly Resource[] = resources): readonly Resource[] =>
  among.filter((one) => one.type === type);
const one = (type: string, among?: readonly Resource[]): Resource => {
  const [found, ...others] = ofType(type, among);
  if (!found || others.length > 0) throw new Error(`${others.length + 1} of ${type}`);
  return found;
};

describe('given the web app', () => {
  const site = one('Microsoft.Web/sites');
  const config = at(site, 'properties', 'siteConfig');
  const settings = Object.fromEntries(
    objectsIn(at(config, 'appSettings')).map(({ name, value }) => [String(name), String(value)]),
  );

  test('then it speaks TLS 1.2 or newer only, and lets nobody in by FTP, password, web socket or debugger', () => {
    expect(site.properties).toMatchObject({ httpsOnly: true, clientAffinityEnabled: false, vnetRouteAllEnabled: true });
    expect(config).toMatchObject({
      minTlsVersion: '1.2',
      scmMinTlsVersion: '1.2',
      ftpsState: 'Disabled',
      webSocketsEnabled: false,
      remoteDebuggingEnabled: false,
      alwaysOn: true,
    });
    const policies = ofType('Microsoft.Web/sites/basicPublishingCredentialsPolicies');
    expect(policies.map(({ name }) => name.split('/')[1]).sort()).toEqual(['ftp', 'scm']);
    expect(policies.map(({ properties }) => properties)).toEqual([{ allow: false }, { allow: false }]);
    expect(at(config, 'cors')).toBeUndefined();
  });

  test('then it runs on a Node version with long support, on Linux', () => {
    expect(String(site['kind'])).toContain('linux');
    expect(at(config, 'linuxFxVersion')).toBe('NODE|22-lts');
    expect(app.parameters['linuxFxVersion']?.allowedValues).toEqual(['NODE|22-lts', 'NODE|24-lts']);
  });

  test('then its settings are a configuration that the bot starts with in production, without any secret', () => {
    // What Azure gives while it deploys, as it then looks.
    const env: Record<string, string> = {
      ...settings,
      MicrosoftAppId: '0f0e0d0c-0b0a-4908-8706-050403020100',
      AZURE_CLIENT_ID: '0f0e0d0c-0b0a-4908-8706-050403020100',
      MicrosoftAppTenantId: '1f0e0d0c-0b0a-4908-8706-050403020100',
      COSMOS_ENDPOINT: 'https://meldcode-abc.documents.azure.com:443/',
      KEY_VAULT_URL: 'https://meldcodeabc.vault.azure.net/',
      APPLICATIONINSIGHTS_CONNECTION_STRING:
        'InstrumentationKey=2f0e0d0c-0b0a-4908-8706-050403020100;IngestionEndpoint=https://westeurope.in.example/;ApplicationId=x',
    };
    const read = parseConfig(env);
    expect('problems' in read ? read.problems : []).toEqual([]);
    expect(read).toMatchObject({
      config: {
        nodeEnv: 'production',
        bot: { kind: 'UserAssignedMSI' },
        insights: env['APPLICATIONINSIGHTS_CONNECTION_STRING'],
        store: { kind: 'cosmos', database: 'meldcode' },
      },
    });
    expect(Object.keys(settings).filter((name) => /password|secret|_key$/i.test(name))).toEqual([]);
  });

  test('then the identity in its settings is the one it has', () => {
    const identity = one('Microsoft.ManagedIdentity/userAssignedIdentities');
    const id = `/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${identity.name}`;
    expect(Object.keys(at(site, 'identity', 'userAssignedIdentities') as object)).toEqual([id]);
    expect(settings['MicrosoftAppId']).toBe(`reference(${id}).clientId`);
    expect(settings['AZURE_CLIENT_ID']).toBe(settings['MicrosoftAppId']);
  });

  test('then it is not killed before it has finished what it began', () => {
    expect(Number(settings['WEBSITES_CONTAINER_STOP_TIME_LIMIT']) * 1000).toBeGreaterThan(STOP_WITHIN_MS);
  });

  test('then at least two instances run, over zones, and more when it is busy', () => {
    const plan = one('Microsoft.Web/serverfarms');
    expect(plan['sku']).toMatchObject({ capacity: 2 });
    expect(plan.properties).toMatchObject({ reserved: true, zoneRedundant: true });
    expect(app.parameters['minimumInstances']).toMatchObject({ minValue: 2 });
    const [profile] = objectsIn(at(one('Microsoft.Insights/autoscaleSettings'), 'properties', 'profiles'));
    expect(profile?.['capacity']).toEqual({ minimum: '2', maximum: '4', default: '2' });
    const directions = objectsIn(profile?.['rules']).map((rule) => at(rule, 'scaleAction', 'direction'));
    expect(directions).toEqual(['Increase', 'Decrease']);
  });

  test('then an instance that does not live is taken out, and one that waits for the store is not', () => {
    // Taking instances away does not mend a store; the emergency card works without it.
    expect(at(config, 'healthCheckPath')).toBe('/healthz');
    const [test] = ofType('Microsoft.Insights/webtests');
    expect(String(at(test, 'properties', 'Request', 'RequestUrl'))).toMatch(/^https:.*\/readyz$/);
  });
});

describe('given what is kept', () => {
  const account = one('Microsoft.DocumentDB/databaseAccounts');
  const vault = one('Microsoft.KeyVault/vaults');

  test('then no place leaves the European Union', () => {
    const places = resources.flatMap(({ location }) => location ?? []);
    expect(new Set(places)).toEqual(new Set(['westeurope', 'global']));
    expect(objectsIn(at(account, 'properties', 'locations'))).toMatchObject([{ locationName: 'westeurope' }]);
    const outside = (app.parameters['location']?.allowedValues ?? []).filter(
      (place) => !/^(west|north)europe$|^(germany|sweden|france)/.test(String(place)),
    );
    expect(outside).toEqual([]);
    expect(azureBot.parameters['azureBotRegion']?.allowedValues).toEqual(['westeurope']);
  });

  test('then the case store has no keys that can be stolen, is not on the internet, and can go back in time', () => {
    expect(account.properties).toMatchObject({
      disableLocalAuth: true,
      disableKeyBasedMetadataWriteAccess: true,
      publicNetworkAccess: 'Disabled',
      minimalTlsVersion: 'Tls12',
      backupPolicy: { type: 'Continuous' },
      consistencyPolicy: { defaultConsistencyLevel: 'Strong' },
    });
  });

  test('then its containers are those that the bot was made for, and no others', () => {
    const made = ofType('Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers');
    expect(made.map(({ properties }) => properties?.['resource'])).toEqual(Object.values(cosmosContainers));
    const { name } = one('Microsoft.DocumentDB/databaseAccounts/sqlDatabases');
    expect(made.map((container) => container.name)).toEqual(
      Object.values(cosmosContainers).map(({ id }) => `${name}/${id}`),
    );
  });

  test('then the key that wraps the case keys never leaves a vault that nobody can purge', () => {
    expect(vault.properties).toMatchObject({
      enableRbacAuthorization: true,
      enableSoftDelete: true,
      enablePurgeProtection: true,
      publicNetworkAccess: 'Disabled',
      networkAcls: { defaultAction: 'Deny', bypass: 'None' },
    });
    expect(one('Microsoft.KeyVault/vaults/keys').properties).toMatchObject({
      keyOps: ['wrapKey', 'unwrapKey'],
      attributes: { exportable: false },
    });
  });

  test('then the bot may do with it what it needs, and nothing beside it', () => {
    const roles = [
      ...ofType('Microsoft.Authorization/roleAssignments'),
      ...ofType('Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments'),
    ].map(({ properties }) => String(properties?.['roleDefinitionId']).split('/').at(-1));
    expect(roles).toEqual([
      '3913510d-42f4-4e42-8a64-420c390055eb', // Monitoring Metrics Publisher, on Application Insights
      '12338af0-0e69-4776-bea7-57ae8d297424', // Key Vault Crypto User, on the vault
      '00000000-0000-0000-0000-000000000002', // Cosmos DB Built-in Data Contributor, on the database
    ]);
    const data = one('Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments').properties;
    expect(String(data?.['scope'])).toMatch(/\/dbs\/meldcode$/);
  });

  test('then store and vault are reached from inside the network, by their own private names', () => {
    const groups = ofType('Microsoft.Network/privateEndpoints').flatMap(({ properties }) =>
      objectsIn(properties?.['privateLinkServiceConnections']).map((link) => at(link, 'properties', 'groupIds')),
    );
    expect(groups).toEqual([['Sql'], ['vault']]);
    expect(ofType('Microsoft.Network/privateDnsZones').map(({ name }) => name)).toEqual([
      'privatelink.documents.azure.com',
      'privatelink.vaultcore.azure.net',
    ]);
    expect(ofType('Microsoft.Network/privateDnsZones/virtualNetworkLinks')).toHaveLength(2);
    expect(ofType('Microsoft.Network/privateEndpoints/privateDnsZoneGroups')).toHaveLength(2);
  });

  test('then with autoscale the database has its most, and serverless has no capacity to set', () => {
    const many = resourcesOf(app, { ...given, cosmosCapacity: 'autoscale', cosmosMaximumThroughput: 4000 });
    const options = (among: readonly Resource[]): unknown =>
      one('Microsoft.DocumentDB/databaseAccounts/sqlDatabases', among).properties?.['options'];
    expect(options(many)).toEqual({ autoscaleSettings: { maxThroughput: 4000 } });
    expect(options(resources)).toEqual({});
    expect(account.properties?.['capabilities']).toEqual([{ name: 'EnableServerless' }]);
  });
});

describe('given the bot in Azure', () => {
  test('then only its own tenant knows it, without a secret, and Teams is its only channel', () => {
    expect(one('Microsoft.BotService/botServices', bots)).toMatchObject({
      location: 'westeurope',
      properties: {
        msaAppType: 'UserAssignedMSI',
        msaAppTenantId: 'the-tenant',
        disableLocalAuth: true,
        isStreamingSupported: false,
        schemaTransformationVersion: '1.3',
      },
    });
    expect(ofType('Microsoft.BotService/botServices/channels', bots).map(({ name }) => name.split('/')[1])).toEqual([
      'MsTeamsChannel',
    ]);
    expect(JSON.stringify([app, azureBot])).not.toContain('MultiTenant');
  });
});

describe('given operations', () => {
  test('then each part that holds or carries something logs to one place, inside the tenant', () => {
    const logged = [
      ...ofType('Microsoft.Insights/diagnosticSettings'),
      ...ofType('Microsoft.Insights/diagnosticSettings', bots),
    ];
    const kinds = logged.map(({ scope }) => stringOf(scope)?.split('/').slice(2, 4).join('/'));
    expect(kinds.sort()).toEqual([
      'Microsoft.BotService/botServices',
      'Microsoft.DocumentDB/databaseAccounts',
      'Microsoft.KeyVault/vaults',
      'Microsoft.Web/sites',
    ]);
    expect(one('Microsoft.OperationalInsights/workspaces').properties).toMatchObject({
      features: { disableLocalAuth: true },
      retentionInDays: 90,
    });
    expect(one('Microsoft.Insights/components').properties).toMatchObject({
      DisableLocalAuth: true,
      DisableIpMasking: false,
    });
  });

  test('then somebody is told of errors, of not living, of not being ready, of a slow store and of notices that failed', () => {
    const alerts = ['Microsoft.Insights/metricAlerts', 'Microsoft.Insights/scheduledQueryRules'].flatMap((type) =>
      ofType(type),
    );
    expect(alerts.map(({ name }) => name).sort()).toEqual([
      'meldcode-errors',
      'meldcode-not-ready',
      'meldcode-notice-failed',
      'meldcode-outbox-late',
      'meldcode-throttled',
      'meldcode-turn-failed',
      'meldcode-unhealthy',
    ]);
    const group = one('Microsoft.Insights/actionGroups');
    expect(at(group, 'properties', 'emailReceivers')).toMatchObject([{ emailAddress: 'beheer@voorbeeld.example' }]);
    for (const alert of alerts) expect(JSON.stringify(alert.properties?.['actions'])).toContain(group.name);
  });
});
