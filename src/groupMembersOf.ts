import type { Config } from './config';
import { graphGroups } from './directory/graphGroups';
import type { GroupMembers } from './directory/groups';

const SCOPE = 'https://graph.microsoft.com/.default';

/** Who is in a group by Microsoft Graph, asked as the identity of this program; undefined where nobody signs in. */
export const groupMembersOf = (config: Pick<Config, 'bot' | 'clientId'>): GroupMembers | undefined =>
  config.bot.kind === 'local'
    ? undefined
    : graphGroups({
        token: async () => {
          // Loaded when a group is asked for: most files name none.
          const { azureIdentityOf } = await import('./azureIdentity.js');
          const token = await azureIdentityOf(config).getToken(SCOPE);
          if (!token) throw new Error('nobody signs in here');
          return token.token;
        },
      });
