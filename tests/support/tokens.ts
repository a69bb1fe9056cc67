import { generateKeyPairSync } from 'node:crypto';
import { PasswordServiceClientCredentialFactory } from 'botframework-connector';
import { sign, verify, type SignOptions } from 'jsonwebtoken';
import type { JsonObject } from './json';

const issuer = 'https://api.botframework.com';
const keyId = 'fake-teams-1';

/** Settings for `ConfigurationBotFrameworkAuthentication` that send a bot to this authority instead of to Microsoft. */
export type BotSettings = Record<
  | 'MicrosoftAppId'
  | 'MicrosoftAppType'
  | 'MicrosoftAppTenantId'
  | 'MicrosoftAppPassword'
  | 'ToChannelFromBotLoginUrl'
  | 'ToChannelFromBotOAuthScope'
  | 'ToBotFromChannelTokenIssuer'
  | 'OAuthUrl'
  | 'ToBotFromChannelOpenIdMetadataUrl'
  | 'ToBotFromEmulatorOpenIdMetadataUrl'
  | 'CallerId',
  string
>;

type Credentials = Awaited<ReturnType<PasswordServiceClientCredentialFactory['createCredentials']>>;

/** The SDK's own way to a token insists on https, so the bot under test fetches one from the stand-in itself. */
class StandInCredentials extends PasswordServiceClientCredentialFactory {
  constructor(
    appId: string,
    tenantId: string,
    private readonly tokenUrl: string,
  ) {
    super(appId, 'not-a-secret', tenantId);
  }

  override async createCredentials(): Promise<Credentials> {
    const response = await fetch(this.tokenUrl, { method: 'POST' });
    // The stand-in below answers in exactly this shape.
    const { access_token: token } = (await response.json()) as { access_token: string };
    return {
      signRequest: async (request) => {
        request.headers.set('Authorization', `Bearer ${token}`);
        return request;
      },
    };
  }
}

export interface TokenAuthority {
  /** Answer to a GET or POST on this path; undefined when the path is not the authority's. */
  answer(path: string, base: string): JsonObject | undefined;
  /** A token as the Bot Framework signs it for a call to the bot; overrides make a forged one. */
  toBot(serviceUrl: string, claims?: Record<string, unknown>, options?: SignOptions): string;
  /** Whether a bot's call to the connector carries a token this authority gave out. */
  accepts(authorization: string | undefined): boolean;
  settings(base: string): BotSettings;
  credentials(base: string): PasswordServiceClientCredentialFactory;
}

/** OpenID metadata, keys and tokens of a Bot Framework that exists in this process only. */
export const tokenAuthority = (appId: string, tenantId: string): TokenAuthority => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signed = (claims: Record<string, unknown>, options: SignOptions): string =>
    sign(claims, privateKey, { algorithm: 'RS256', keyid: keyId, expiresIn: '1h', ...options });
  return {
    answer(path, base) {
      if (path === '/.well-known/openidconfiguration') return { issuer, jwks_uri: `${base}/keys` };
      if (path === '/keys')
        return {
          keys: [{ ...publicKey.export({ format: 'jwk' }), kid: keyId, use: 'sig', endorsements: ['msteams'] }],
        };
      if (path === `/${tenantId}/oauth2/v2.0/token`)
        return {
          token_type: 'Bearer',
          expires_in: 3600,
          access_token: signed(
            { appid: appId, ver: '1.0' },
            { issuer: `https://sts.windows.net/${tenantId}/`, audience: issuer },
          ),
        };
      return undefined;
    },
    toBot(serviceUrl, claims = {}, options = {}) {
      return signed({ serviceurl: serviceUrl, ...claims }, { issuer, audience: appId, ...options });
    },
    accepts(authorization) {
      try {
        verify(authorization?.replace(/^Bearer /, '') ?? '', publicKey, { algorithms: ['RS256'], audience: issuer });
        return true;
      } catch {
        return false;
      }
    },
    settings(base) {
      return {
        MicrosoftAppId: appId,
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppTenantId: tenantId,
        MicrosoftAppPassword: 'not-a-secret',
        ToChannelFromBotLoginUrl: `${base}/${tenantId}`,
        ToChannelFromBotOAuthScope: issuer,
        ToBotFromChannelTokenIssuer: issuer,
        OAuthUrl: base,
        ToBotFromChannelOpenIdMetadataUrl: `${base}/.well-known/openidconfiguration`,
        ToBotFromEmulatorOpenIdMetadataUrl: `${base}/.well-known/openidconfiguration`,
        CallerId: 'urn:botframework:azure',
      };
    },
    credentials(base) {
      return new StandInCredentials(appId, tenantId, `${base}/${tenantId}/oauth2/v2.0/token`);
    },
  };
};
