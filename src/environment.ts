import { isIP } from 'node:net';
import * as z from 'zod';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const guid = (cure: string) =>
  z
    .string()
    .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, `Dit is geen GUID. ${cure}`)
    .optional();

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
export const isHost = (host: string): boolean => isIP(host) !== 0 || host === 'localhost';

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
export const environment = z.object({
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
  APPLICATIONINSIGHTS_CONNECTION_STRING: z
    .string()
    .refine(
      (text) =>
        /(?:^|;)IngestionEndpoint=https:\/\//i.test(text) &&
        /(?:^|;)InstrumentationKey=[0-9a-f-]{36}(?:;|$)/i.test(text),
      'Dit is geen verbindingsreeks van Application Insights. Neem hem helemaal over uit Azure.',
    )
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `Dit niveau is onbekend. Kies uit: ${logLevels.join(', ')}.`).default('info'),
});

export type Names = keyof z.input<typeof environment>;
export type Given = Partial<Record<Names, string>>;

// Object.keys forgets the literal type of the table it reads.
const names = Object.keys(environment.shape) as Names[];

/** Only the names that are ours; white space around a value and an empty value mean nothing. */
export const givenOf = (env: Readonly<Record<string, string | undefined>>): Given =>
  Object.fromEntries(names.flatMap((name) => (env[name]?.trim() ? [[name, env[name].trim()]] : [])));

export type Read = z.output<typeof environment>;
