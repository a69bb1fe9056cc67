import { randomBytes } from 'node:crypto';
import { Conversation } from './conversation';
import type { Places } from './connector';
import { connectorServer, type RecordedCall } from './connectorServer';
import { faults, type Fault, type SetFault } from './faults';
import { parseJson, type JsonObject } from './json';
import { patience, type Patience } from './patience';
import { Person } from './person';
import type { Around, BotAnswer, Identity, Place } from './teamsActivity';
import { tokenAuthority, type TokenAuthority } from './tokens';

export interface FakeTeamsOptions {
  /** The bot's messages endpoint, e.g. http://127.0.0.1:3978/api/messages. */
  botUrl: string;
  tenantId: string;
  /** App id of the bot; needed with `auth`. */
  appId?: string;
  botName?: string;
  /** Sign what goes to the bot and refuse calls of the bot without a token. */
  auth?: boolean;
  /** Port to listen on; a free one when left out. Needed to come back at the address a bot has kept. */
  port?: number;
  now?: () => Date;
  /** Address under which the bot finds this Teams, when something stands in front of it: without a slash at the end. */
  knownAs?: string;
  /** Teams gives up on an answer after this; 15 s as in platform §1.1. */
  patienceMs?: number;
}

export interface FakeTeams extends Patience {
  botUrl: string;
  readonly serviceUrl: string;
  /** Every call of the bot, in order of arrival. */
  readonly calls: readonly RecordedCall[];
  /** Present with `auth: true`. */
  readonly authority: TokenAuthority | undefined;
  /** Root of the OpenID metadata and the token stand-in. */
  readonly base: string;
  person(identity: Identity): Person;
  /** A team's channel in which the bot is installed. */
  channel(name: string, members: Person[]): Place;
  groupChat(members: Person[]): Place;
  fault(fault: Fault): SetFault;
  /** Posts any body to the bot, for duplicates and hostile requests; own headers replace the token. */
  deliver(body: unknown, headers?: Record<string, string>): Promise<BotAnswer>;
  close(): Promise<void>;
}

/** Starts a Microsoft Teams on loopback: people who write to the bot, and the connector the bot writes to. */
export const fakeTeams = async (options: FakeTeamsOptions): Promise<FakeTeams> => {
  const { tenantId, botName = 'Meldcode', now = () => new Date(), patienceMs = 15_000 } = options;
  const appId = options.appId ?? '';
  const botId = `28:${appId === '' ? 'meldcode-bot' : appId}`;
  const authority = options.auth === true ? tokenAuthority(appId, tenantId) : undefined;
  const people = new Map<string, Person>();
  const shared = new Map<string, { place: Place; members: Person[] }>();
  const calls: RecordedCall[] = [];
  const struck = faults();
  let underWay = 0;
  let lastChange = Date.now();
  // Message ids are times in Teams; counting on from the clock keeps them new over restarts of this Teams.
  let lastId = Date.now();
  const newId = (): string => String((lastId += 1));
  const all = (): Person[] => [...people.values()];

  const conversation = (id: string): Conversation | undefined =>
    all().find((person) => person.conversation.id === id)?.conversation ?? shared.get(id)?.place.conversation;
  const places: Places = {
    conversation,
    newId,
    members: ({ id }) => shared.get(id)?.members ?? all().filter((person) => person.conversation.id === id),
    personByAnyId: (id) => all().find((person) => person.id === id || person.aadObjectId === id),
  };
  const busy = async <T>(work: () => Promise<T>): Promise<T> => {
    underWay += 1;
    try {
      return await work();
    } finally {
      underWay -= 1;
      lastChange = Date.now();
    }
  };

  const server = await connectorServer({ places, authority, faults: struck, calls, busy, port: options.port ?? 0 });
  const { base } = server;
  const serviceUrl = `${options.knownAs ?? base}/emea/${tenantId}/`;

  const around: Around = {
    ...{ tenantId, botId, botName, serviceUrl, newId, now, conversation },
    deliver: (activity) => teams.deliver(activity),
  };
  const share = (kind: 'channel' | 'groupChat', members: Person[], channelData: (id: string) => JsonObject): Place => {
    const id = `19:${randomBytes(16).toString('hex')}@thread.${kind === 'channel' ? 'tacv2' : 'v2'}`;
    const place = { conversation: new Conversation(id, kind), channelData: channelData(id) };
    shared.set(id, { place, members });
    return place;
  };

  const teams: FakeTeams = {
    botUrl: options.botUrl,
    ...{ serviceUrl, base, calls, authority },
    person(identity) {
      const person = new Person(around, identity);
      people.set(identity.aadObjectId, person);
      return person;
    },
    channel(name, members) {
      const team = { id: `19:${randomBytes(16).toString('hex')}@thread.tacv2`, name: 'Team' };
      return share('channel', members, (id) => ({
        ...{ teamsChannelId: id, teamsTeamId: team.id, team, channel: { id, name } },
      }));
    },
    groupChat: (members) => share('groupChat', members, () => ({})),
    fault: (fault) => struck.set(fault),
    deliver: (body, headers) =>
      busy(async () => {
        const token = authority === undefined ? {} : { authorization: `Bearer ${authority.toBot(serviceUrl)}` };
        const response = await fetch(teams.botUrl, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(headers ?? token) },
          body: typeof body === 'string' ? body : JSON.stringify(body),
          signal: AbortSignal.timeout(patienceMs),
        }).catch((error: unknown) => {
          // What the person sees when Teams gives up waiting; a refused connection is the test's business.
          if (error instanceof DOMException && error.name === 'TimeoutError') return undefined;
          throw error;
        });
        if (response === undefined) return { status: 504, body: undefined };
        const text = await response.text();
        return { status: response.status, body: parseJson(text) ?? text };
      }),
    ...patience(
      () => underWay > 0,
      () => lastChange,
    ),
    close: server.close,
  };
  return teams;
};
