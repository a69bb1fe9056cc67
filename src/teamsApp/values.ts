import * as z from 'zod';

const address = (what: string) => z.url({ protocol: /^https$/, error: `Vul het webadres (https) in van ${what}.` });
const guid = (cure: string) => z.guid(cure);

/** What an organisation fills in of the app package, by its name in the environment. */
const environment = z.object({
  MicrosoftAppId: guid('Neem de toepassings-id van de bot over uit Azure.'),
  TEAMS_APP_ID: guid('Maak één keer een eigen GUID voor de Teams-app en houd die bij elke nieuwe versie gelijk.'),
  BOT_DOMAIN: z
    .string('Vul de naam in van de website van de bot, zonder https://.')
    .regex(/^(?=.{4,128}$)([a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i, 'Vul alleen de naam van de website in.'),
  DEVELOPER_NAME: z
    .string('Vul de naam van de organisatie in.')
    .min(1)
    .max(32, 'De naam mag hoogstens 32 tekens zijn.'),
  DEVELOPER_WEBSITE: address('de organisatie'),
  PRIVACY_URL: address('de privacyverklaring'),
  TERMS_URL: address('de gebruiksvoorwaarden'),
  TEAMS_ONEDRIVE: z.enum(['yes', 'no'], 'Kies yes of no.').default('no'),
});

/** Values of the placeholders in deploymentTemplates/teamsApp/manifest.json. */
export type AppValues = Readonly<Record<Placeholder, string>> & {
  /** Teams asks nobody about a file for an app that says no. With yes it also offers people to send files. */
  readonly SUPPORTS_FILES: boolean;
};
type Placeholder =
  Exclude<keyof z.output<typeof environment>, 'MicrosoftAppId' | 'TEAMS_ONEDRIVE'> | 'BOT_ID' | 'VERSION';

/**
 * Reads the values of the app package from the environment.
 * @param version of this product, as major.minor.patch: Teams takes an update only when it is higher
 * @returns the values, or a Dutch line for each that is missing or wrong
 */
export const readAppValues = (
  env: Readonly<Record<string, string | undefined>>,
  version: string,
): { values: AppValues } | { problems: string[] } => {
  const given = Object.fromEntries(
    Object.keys(environment.shape).map((name) => [name, env[name]?.trim() || undefined]),
  );
  const read = environment.safeParse(given);
  if (!read.success) return { problems: read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
  const { MicrosoftAppId, TEAMS_ONEDRIVE, ...rest } = read.data;
  return {
    values: { ...rest, BOT_ID: MicrosoftAppId, VERSION: version, SUPPORTS_FILES: TEAMS_ONEDRIVE === 'yes' },
  };
};
