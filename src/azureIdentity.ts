import type { TokenCredential } from '@azure/identity';
import type { Config } from './config';

/**
 * Whom this program is in Azure: its managed identity there, the person who signed in when developing. No secret. The
 * library is loaded when somebody asks for a token: a bot on a file of its own never does.
 */
export const azureIdentityOf = ({ clientId }: Pick<Config, 'clientId'>): TokenCredential => {
  const load = async (): Promise<TokenCredential> => {
    const { DefaultAzureCredential } = await import('@azure/identity');
    return new DefaultAzureCredential(clientId === undefined ? {} : { managedIdentityClientId: clientId });
  };
  let identity: Promise<TokenCredential> | undefined;
  return {
    getToken: async (scopes, options) => {
      identity ??= load();
      return (await identity).getToken(scopes, options);
    },
  };
};
