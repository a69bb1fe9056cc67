/** Settings of Node and the SDK that open a hole or print what passes by; nobody needs them in production. */
const forTestsOnly: readonly string[] = [
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'NODE_DEBUG',
  'SSLKEYLOGFILE',
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'ToBotFromChannelTokenIssuer',
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromEmulatorOpenIdMetadataUrl',
  'BotOpenIdMetadata',
  'OAuthUrl',
  'CallerId',
  'ValidateAuthority',
];

/** A Dutch line for each setting with which the bot must not start in production. No line holds a value. */
export const unsafeSettings = (env: Readonly<Record<string, string | undefined>>): string[] => [
  ...forTestsOnly
    .filter((name) => env[name]?.trim())
    .map((name) => `${name}: Dit is alleen om te testen en maakt de bot onveilig. Haal deze instelling weg.`),
  ...(/--inspect/.test(env['NODE_OPTIONS'] ?? '')
    ? ['NODE_OPTIONS: Dit laat iemand van buiten in de bot meekijken. Haal --inspect weg.']
    : []),
];
