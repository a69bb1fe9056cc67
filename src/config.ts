import {
  environment,
  givenOf,
  isHost,
  isLoopback,
  type Given,
  type logLevels,
  type Names,
  type Read,
} from './environment';
import { unsafeSettings } from './unsafeSettings';

/** Without an app id the bot trusts every caller, so `local` exists on this machine only (platform §2.1). */
export type BotIdentity =
  | { kind: 'local' }
  | { kind: 'SingleTenant'; appId: string; tenantId: string; password: string }
  | { kind: 'UserAssignedMSI'; appId: string; tenantId: string };

export type StoreChoice =
  | { kind: 'sqlite' }
  | {
      kind: 'cosmos';
      endpoint: string;
      database: string;
      /** Development only. */
      key?: string;
    };

export interface Config {
  nodeEnv: 'production' | 'development' | 'test';
  host: string;
  port: number;
  bot: BotIdentity;
  store: StoreChoice;
  /** Of the managed identity with which the bot signs in to Azure, where a machine has several. */
  clientId?: string;
  /** Folder of the SQLite file and the keys for development. */
  dataDir: string;
  directoryFile: string;
  keyVaultUrl?: string;
  /** https address at which a browser reaches the bot, without a slash at the end. */
  publicUrl?: string;
  /** Proxies of ours in front of the bot: so many entries of X-Forwarded-For are believed. */
  proxies?: number;
  /** Connection string of Application Insights; without it nobody looks at traces and metrics. */
  insights?: string;
  logLevel: (typeof logLevels)[number];
}

const identityProblems = (env: Given, production: boolean): string[] => {
  const needs = (name: Names, why: string) => (env[name] ? [] : [`${name}: ${why}`]);
  if (env.MicrosoftAppId) {
    return [
      ...needs('MicrosoftAppType', 'Deze waarde ontbreekt. Kies SingleTenant of UserAssignedMSI.'),
      ...needs('MicrosoftAppTenantId', 'Deze waarde ontbreekt. Vul de tenant-id van de organisatie in.'),
      ...(env.MicrosoftAppType === 'SingleTenant'
        ? needs('MicrosoftAppPassword', 'SingleTenant heeft een wachtwoord nodig. Vul het clientgeheim van de bot in.')
        : []),
    ];
  }
  if (production) {
    return ['MicrosoftAppId: Deze waarde ontbreekt. In productie moet de bot weten wie hem aanroept; vul de id in.'];
  }
  return env.HOST && isHost(env.HOST) && !isLoopback(env.HOST)
    ? ['HOST: Zonder MicrosoftAppId mag de bot alleen op deze computer luisteren. Gebruik 127.0.0.1 of vul de id in.']
    : [];
};

const placeProblems = (env: Given, production: boolean): string[] => [
  ...(env.STORE === 'cosmos' && !env.COSMOS_ENDPOINT
    ? ['COSMOS_ENDPOINT: Deze waarde ontbreekt bij STORE=cosmos. Vul het adres van het Cosmos DB-account in.']
    : []),
  ...(production && env.STORE === 'cosmos' && !env.KEY_VAULT_URL
    ? [
        'KEY_VAULT_URL: Deze waarde ontbreekt. In productie ligt de sleutel van de dossiers in een kluis; vul haar adres in.',
      ]
    : []),
  ...(production && env.COSMOS_KEY
    ? ['COSMOS_KEY: Een sleutel is alleen voor ontwikkelen. Haal hem weg; in productie werkt de beheerde identiteit.']
    : []),
  ...(production && env.COSMOS_ENDPOINT?.startsWith('http:')
    ? ['COSMOS_ENDPOINT: In productie moet dit adres met https:// beginnen. Gebruik het adres van het account.']
    : []),
  ...(production && !env.DIRECTORY_FILE
    ? ['DIRECTORY_FILE: Deze waarde ontbreekt. Vul het pad in van het bestand met scholen en mensen.']
    : []),
];

const identityOf = (env: Read): BotIdentity => {
  const { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId, MicrosoftAppPassword: password } = env;
  if (!appId || !tenantId) return { kind: 'local' };
  if (env.MicrosoftAppType === 'UserAssignedMSI') return { kind: 'UserAssignedMSI', appId, tenantId };
  return { kind: 'SingleTenant', appId, tenantId, password: password ?? '' };
};

const storeOf = (env: Read): StoreChoice => {
  const { COSMOS_ENDPOINT: endpoint, COSMOS_DATABASE: database, COSMOS_KEY: key } = env;
  if (env.STORE !== 'cosmos' || !endpoint) return { kind: 'sqlite' };
  return { kind: 'cosmos', endpoint, database, ...(key !== undefined && { key }) };
};

const configOf = (env: Read): Config => {
  const bot = identityOf(env);
  return {
    nodeEnv: env.NODE_ENV,
    host: env.HOST ?? (bot.kind === 'local' ? '127.0.0.1' : '0.0.0.0'),
    port: env.PORT,
    bot,
    store: storeOf(env),
    dataDir: env.DATA_DIR,
    directoryFile: env.DIRECTORY_FILE ?? 'docs/directory.example.json',
    ...(env.AZURE_CLIENT_ID !== undefined && { clientId: env.AZURE_CLIENT_ID }),
    ...(env.KEY_VAULT_URL !== undefined && { keyVaultUrl: env.KEY_VAULT_URL }),
    ...(env.PROXY_HOPS > 0 && { proxies: env.PROXY_HOPS }),
    ...(env.PUBLIC_URL !== undefined && { publicUrl: env.PUBLIC_URL }),
    ...(env.APPLICATIONINSIGHTS_CONNECTION_STRING !== undefined && {
      insights: env.APPLICATIONINSIGHTS_CONNECTION_STRING,
    }),
    logLevel: env.LOG_LEVEL,
  };
};

/**
 * Reads the environment, once, at start-up.
 * @returns the configuration, or a Dutch line for each thing that is wrong: name, what is wrong, cure. No line holds a value.
 */
export const parseConfig = (
  env: Readonly<Record<string, string | undefined>>,
): { config: Config } | { problems: string[] } => {
  const given = givenOf(env);
  const production = given.NODE_ENV === 'production';
  const together = [
    ...identityProblems(given, production),
    ...placeProblems(given, production),
    ...(production ? unsafeSettings(env) : []),
  ];
  const result = environment.safeParse(given);
  if (result.success && together.length === 0) return { config: configOf(result.data) };
  const single = result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return { problems: [...single, ...together] };
};
