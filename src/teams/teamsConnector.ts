import { ConfigurationBotFrameworkAuthentication, type Activity } from 'botbuilder';
import {
  ConnectorFactory,
  type AuthenticateRequestResult,
  type ClaimsIdentity,
  type ConnectorClient,
  type UserTokenClient,
} from 'botframework-connector';
import { callTeams, type Call, type CallTeams } from './teamsCalls';

type Credentials = Pick<ConnectorClient['credentials'], 'signRequest'>;
type Signed = Parameters<Credentials['signRequest']>[0];

/** Parsed JSON; whoever asked reads it further. */
type Answered = Promise<unknown>;

/** What the SDK's adapter and the bot ask of Teams, of all that the SDK's own client could. */
export interface Conversations {
  sendToConversation(conversation: string, activity: Partial<Activity>): Answered;
  replyToActivity(conversation: string, activityId: string, activity: Partial<Activity>): Answered;
  updateActivity(conversation: string, activityId: string, activity: Partial<Activity>): Answered;
  deleteActivity(conversation: string, activityId: string): Answered;
  createConversation(parameters: object): Answered;
  getConversationMember(conversation: string, memberId: string): Answered;
}

/** Teams at one address, for one turn. */
export class TeamsConnector {
  /** Whether a request has left for Teams; a fault before that, as of the sign-in, delivers nothing. */
  left = false;

  constructor(
    private readonly serviceUrl: string,
    private readonly credentials: Credentials,
    private readonly call: CallTeams,
    private readonly withinMs: number,
  ) {}

  readonly conversations: Conversations = {
    sendToConversation: (id, activity) => this.ask('POST', [id, 'activities'], activity),
    replyToActivity: (id, activityId, activity) => this.ask('POST', [id, 'activities', activityId], activity),
    updateActivity: (id, activityId, activity) => this.ask('PUT', [id, 'activities', activityId], activity),
    deleteActivity: (id, activityId) => this.ask('DELETE', [id, 'activities', activityId]),
    createConversation: (parameters) => this.ask('POST', [], parameters),
    getConversationMember: (id, memberId) => this.ask('GET', [id, 'members', memberId]),
  };

  private async ask(method: Call['method'], path: readonly string[], body?: object): Answered {
    const headers: Record<string, string> = { 'user-agent': USER_AGENT };
    // All that credentials do with a request is to put a header on it.
    await this.credentials.signRequest({
      headers: { set: (name: string, value: string) => void (headers[name.toLowerCase()] = value) },
    } as unknown as Signed);
    const base = this.serviceUrl.endsWith('/') ? this.serviceUrl : `${this.serviceUrl}/`;
    const url = new URL(`${base}${['v3/conversations', ...path.map(encodeURIComponent)].join('/')}`);
    this.left = true;
    return this.call({ method, url, body, headers, withinMs: this.withinMs });
  }
}
const USER_AGENT = 'Microsoft-BotFramework/3.1 meldcode-bot';

type Clients = (from: ConnectorFactory, serviceUrl: string, audience: string | undefined) => Promise<ConnectorClient>;

class TeamsConnectorFactory extends ConnectorFactory {
  constructor(
    private readonly from: ConnectorFactory,
    private readonly clients: Clients,
  ) {
    super();
  }
  override create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    return this.clients(this.from, serviceUrl, audience);
  }
}

/**
 * The SDK's authentication, unchanged, with a lean client in place of the one it makes for every turn, and for every turn
 * another for sign-ins that this bot does not do.
 */
export class TeamsAuthentication extends ConfigurationBotFrameworkAuthentication {
  private readonly call = callTeams();
  /** By audience; the bot has one. They keep their token until it ends. */
  private readonly credentials = new Map<string, Promise<Credentials>>();
  private tokens: Promise<UserTokenClient> | undefined;

  constructor(
    private readonly withinMs: number,
    ...settings: ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>
  ) {
    super(...settings);
  }

  override async authenticateRequest(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    const result = await super.authenticateRequest(activity, authorization);
    return { ...result, ...(result.connectorFactory && { connectorFactory: this.lean(result.connectorFactory) }) };
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return this.lean(super.createConnectorFactory(identity));
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    return (this.tokens ??= super.createUserTokenClient(identity));
  }

  private lean(from: ConnectorFactory): ConnectorFactory {
    return new TeamsConnectorFactory(from, async (sdk, serviceUrl, audience) => {
      const credentials = await this.credentialsOf(sdk, serviceUrl, audience);
      // The SDK's adapter calls what `Conversations` has, and nothing else of the client.
      return new TeamsConnector(serviceUrl, credentials, this.call, this.withinMs) as unknown as ConnectorClient;
    });
  }

  /** Those that the SDK gives its own client; the address plays no part in them. */
  private credentialsOf(sdk: ConnectorFactory, serviceUrl: string, audience = ''): Promise<Credentials> {
    const known = this.credentials.get(audience);
    if (known) return known;
    const made = sdk.create(serviceUrl, audience || undefined).then(({ credentials }) => credentials);
    this.credentials.set(audience, made);
    made.catch(() => this.credentials.delete(audience));
    return made;
  }
}
