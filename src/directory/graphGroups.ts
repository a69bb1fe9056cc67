import * as z from 'zod';
import type { GroupMembers, Member } from './groups';

export type GraphParts = {
  /** A token for Microsoft Graph, with the application permission GroupMember.Read.All. */
  token: () => Promise<string>;
  /** Another address of Microsoft Graph, for tests. */
  url?: string;
};

const page = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      displayName: z.string().nullish(),
      accountEnabled: z.boolean().nullish(),
      userType: z.string().nullish(),
    }),
  ),
  '@odata.nextLink': z.string().optional(),
});

/** Microsoft Graph did not tell who is in a group. Says nothing of what it answered. */
export class GraphUnavailable extends Error {
  override name = 'GraphUnavailable';
  constructor(
    /** the status, or a code of ours */
    readonly code: string,
  ) {
    super(`Microsoft Graph did not tell who is in a group: ${code}`);
  }
}

const GRAPH = 'https://graph.microsoft.com';
const ANSWER_WITHIN_MS = 10_000;
/** More members than a board has staff; a list that goes on past this is not one of staff. */
const MOST_PAGES = 20;

const LONGEST_NAME = 120;
/** A name as Entra has it, on one line and without characters that hide or turn other text round. */
const shown = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME) || 'Naam onbekend';

const asked = async (url: string, token: string): Promise<unknown> => {
  try {
    const response = await fetch(url, {
      // To ask for people only, of groups in groups too, Graph wants this.
      headers: { authorization: `Bearer ${token}`, ConsistencyLevel: 'eventual' },
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    if (!response.ok) throw new GraphUnavailable(String(response.status));
    return await response.json();
  } catch (error) {
    throw error instanceof GraphUnavailable ? error : new GraphUnavailable('no-answer');
  }
};

/** Members of groups as Microsoft Graph knows them; accounts that are blocked and guests are none. Throws GraphUnavailable. */
export const graphGroups =
  ({ token, url = GRAPH }: GraphParts): GroupMembers =>
  async (group) => {
    const members: Member[] = [];
    const bearer = await token();
    const query = '$select=id,displayName,accountEnabled,userType&$count=true&$top=999';
    let next: string | undefined =
      `${url}/v1.0/groups/${encodeURIComponent(group)}/transitiveMembers/microsoft.graph.user?${query}`;
    for (let pages = 0; next !== undefined; pages += 1) {
      if (pages === MOST_PAGES) throw new GraphUnavailable('too-many');
      const answer = page.safeParse(await asked(next, bearer));
      if (!answer.success) throw new GraphUnavailable('unreadable');
      for (const { id, displayName, accountEnabled, userType } of answer.data.value)
        if (accountEnabled !== false && userType !== 'Guest')
          members.push({ id: id.toLowerCase(), name: shown(displayName ?? '') });
      next = answer.data['@odata.nextLink'];
      // The token goes nowhere else.
      if (next !== undefined && new URL(next).origin !== new URL(url).origin) throw new GraphUnavailable('elsewhere');
    }
    return members;
  };
