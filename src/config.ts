import { isIP } from 'node:net';
import { z } from 'zod';
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
  logLevel: (typeof logLevels)[number];
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const guid = (cure: string) =>
  z
    .string()
    .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, `Dit is geen GUID. ${cure}`)
    .optional();

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
const isHost = (host: string): boolean => isIP(host) !== 0 || host === 'localhost';

const isWebAddress = (text: string, plainLoopback: boolean): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  if (username !== '' || password !== '') return false;
  return (
    protocol === 'https:' || (plainLoopback && protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, '')))
  );
};

const webAddress = (whose: string, plainLoopback: boolean) =>
  z
    .string()
    .refine(
      (text) => isWebAddress(text, plainLoopback),
      `Dit is geen veilig webadres. Gebruik het adres van ${whose}, dat met https:// begint.`,
    )
    .optional();

/** What each name may hold by itself. Names at the edge: design, "Names at the edge"; no message repeats a value. */
const environment = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], 'Deze waarde is onbekend. Kies production, development of test.')
    .default('development'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'Dit is geen poortnummer. Gebruik een getal van 0 tot en met 65535, zoals 3978.')
    .transform(Number)
    .refine((port) => port <= 65535, 'Dit poortnummer is te hoog. Gebruik een getal tot en met 65535, zoals 3978.')
    .default(3978),
  HOST: z.string().refine(isHost, 'Dit is geen IP-adres. Gebruik bijvoorbeeld 127.0.0.1 of 0.0.0.0.').optional(),
  MicrosoftAppId: guid('Neem de toepassings-id van de bot over uit Azure.'),
  MicrosoftAppType: z
    .enum(
      ['SingleTenant', 'UserAssignedMSI'],
      'Deze soort is niet toegestaan (ook MultiTenant niet). Kies SingleTenant of UserAssignedMSI.',
    )
    .optional(),
  MicrosoftAppTenantId: guid('Neem de tenant-id van de organisatie over uit Azure.'),
  MicrosoftAppPassword: z.string().optional(),
  STORE: z.enum(['sqlite', 'cosmos'], 'Deze opslag is onbekend. Kies sqlite of cosmos.').default('sqlite'),
  DATA_DIR: z.string().default('./data'),
  DIRECTORY_FILE: z.string().optional(),
  COSMOS_ENDPOINT: webAddress('het account', true),
  COSMOS_KEY: z.string().optional(),
  COSMOS_DATABASE: z
    .string()
    .regex(/^[^/\\?#]{1,255}$/, 'Deze naam kan niet. Gebruik een naam zonder / \\ ? en #.')
    .default('meldcode'),
  AZURE_CLIENT_ID: guid('Neem de client-id van de beheerde identiteit over uit Azure.'),
  KEY_VAULT_URL: webAddress('de kluis', false),
  PROXY_HOPS: z
    .string()
    .regex(/^[0-3]$/, 'Dit is geen aantal van 0 tot en met 3. In Azure App Service is het 1.')
    .transform(Number)
    .default(0),
  PUBLIC_URL: z
    .string()
    .refine(
      (text) => isWebAddress(text, false) && new URL(text).pathname === '/',
      'Dit is geen veilig webadres. Gebruik het adres van de bot, dat met https:// begint, zonder pad.',
    )
    .transform((text) => new URL(text).origin)
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `Dit niveau is onbekend. Kies uit: ${logLevels.join(', ')}.`).default('info'),
});

type Names = keyof z.input<typeof environment>;
type Given = Partial<Record<Names, string>>;

// Object.keys forgets the literal type of the table it reads.
const names = Object.keys(environment.shape) as Names[];

/** Only the names that are ours; white space around a value and an empty value mean nothing. */
const givenOf = (env: Readonly<Record<string, string | undefined>>): Given =>
  Object.fromEntries(names.flatMap((name) => (env[name]?.trim() ? [[name, env[name].trim()]] : [])));

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

type Read = z.output<typeof environment>;

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
