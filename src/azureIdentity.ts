import { DefaultAzureCredential } from '@azure/identity';
import type { Config } from './config';

/** Whom this program is in Azure: its managed identity there, the person who signed in when developing. No secret. */
export const azureIdentityOf = ({ clientId }: Pick<Config, 'clientId'>): DefaultAzureCredential =>
  new DefaultAzureCredential(clientId === undefined ? {} : { managedIdentityClientId: clientId });
