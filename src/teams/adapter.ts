import {
  CloudAdapter,
  type ConfigurationBotFrameworkAuthentication,
  type Activity,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { AuthenticationConfiguration, AuthenticationError, type Claim } from 'botframework-connector';
import { ActionListDamaged } from '../casefile/actionLists';
import { StoredItemDamaged } from '../casefile/caseStore';
import { MasterKeyFault } from '../casefile/sealed/masterKey';
import { StoreUnavailable } from '../casefile/storeUnavailable';
import type { Tongue } from '../text/tongue';
import { FILE_CONSENT } from './fileConsent';
import { tongueOf } from './languageWish';
import type { AnswerLine } from './lines';
import { answerInvoke, cardActivity } from './reply';
import { TeamsAuthentication, TeamsConnector } from './teamsConnector';
import { markOf, newMark } from './turnLog';

/** Who the bot is for Microsoft; without `appId` it trusts every caller and must stay on this machine. */
export type AdapterIdentity =
  | { kind: 'local' }
  | { kind: 'SingleTenant'; appId: string; tenantId: string; password: string }
  | { kind: 'UserAssignedMSI'; appId: string; tenantId: string };

const ISSUER = 'https://api.botframework.com';
const UNAUTHORIZED = 401;

/** The stock SDK also lets in tokens of other issuers, among them our own outbound ones (platform §2.1). */
export const onlyFromBotFramework = async (claims: Claim[]): Promise<void> => {
  if (claims.find(({ type }) => type === 'iss')?.value !== ISSUER)
    throw new AuthenticationError('this issuer is not allowed', UNAUTHORIZED);
};

const settingsOf = (identity: AdapterIdentity): Record<string, string> => {
  switch (identity.kind) {
    case 'local':
      return {};
    case 'SingleTenant':
      return {
        MicrosoftAppId: identity.appId,
        MicrosoftAppType: identity.kind,
        MicrosoftAppTenantId: identity.tenantId,
        MicrosoftAppPassword: identity.password,
      };
    case 'UserAssignedMSI':
      return {
        MicrosoftAppId: identity.appId,
        MicrosoftAppType: identity.kind,
        MicrosoftAppTenantId: identity.tenantId,
      };
  }
};

/** Whether a request has left for Teams in this turn; a fault before that, as of the sign-in, delivers nothing. */
export const hasLeft = (context: TurnContext): boolean => {
  const adapter = context.adapter as CloudAdapter; // every turn of this bot comes from the one below
  const connector: unknown = context.turnState.get(adapter.ConnectorClientKey);
  return connector instanceof TeamsConnector && connector.left;
};

const lineFor = ({ say }: Tongue, error: unknown, reference: string): string => {
  if (error instanceof StoredItemDamaged || error instanceof ActionListDamaged) return say.damaged(reference);
  if (error instanceof MasterKeyFault) return say.locked(reference);
  if (error instanceof StoreUnavailable && error.unsure) return say.unsure(reference);
  return say.fault(reference);
};

const apologise = async (context: TurnContext, line: string, card: AnswerLine): Promise<void> => {
  const type: string = context.activity.type;
  if (type === 'invoke') await answerInvoke(context, { line });
  // Of the answer to a question about a file Teams shows nothing.
  if (type === 'message' || context.activity.name === FILE_CONSENT)
    await context.sendActivity(cardActivity(card(context.activity, line, undefined, tongueOf(context))));
};

export type AdapterParts = {
  identity: AdapterIdentity;
  /** Logs a fault by class; never its content. */
  fault: (where: string, error: unknown, fields: { reference: string }) => void;
  /** A sentence as a card. */
  line: AnswerLine;
  /** How long Teams may take to answer one call, in milliseconds. */
  withinMs?: number;
  /** Other addresses and credentials of the Bot Framework, for tests against a service on this machine. */
  elsewhere?: {
    settings: Record<string, string>;
    credentials?: ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1];
  };
};

/** Takes a turn without the SDK's own HTTP handling, which prints faults and sends their words to the caller. */
export class MeldcodeAdapter extends CloudAdapter {
  /** @throws AuthenticationError when the caller is not Teams; a fault within the turn goes to `onTurnError` */
  async take(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }
}

/** The adapter: who may call, one try per message, and every fault answered, without a word of what went wrong inside. */
export const meldcodeAdapter = ({
  identity,
  fault,
  line,
  elsewhere,
  withinMs = 10_000,
}: AdapterParts): MeldcodeAdapter => {
  const rules = new AuthenticationConfiguration([], identity.kind === 'local' ? undefined : onlyFromBotFramework);
  const settings = { ...settingsOf(identity), ...elsewhere?.settings };
  const adapter = new MeldcodeAdapter(new TeamsAuthentication(withinMs, settings, elsewhere?.credentials, rules));
  adapter.onTurnError = async (context, error) => {
    const reference = markOf(context) ?? newMark();
    fault('turn', error, { reference });
    try {
      await apologise(context, lineFor(tongueOf(context), error, reference), line);
    } catch (second) {
      fault('apology', second, { reference });
    }
  };
  return adapter;
};
