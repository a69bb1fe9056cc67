import { BotAdapter, TurnContext, type Activity, type ResourceResponse } from 'botbuilder';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { application, type Application } from '../../src/application';
import { memoryCaseStore, memoryKeyValueStore } from '../../src/casefile/memory/memoryStores';
import type { CaseStore } from '../../src/casefile/caseStore';
import type { KeyValueStore } from '../../src/casefile/keyValueStore';
import type { Directory } from '../../src/directory/directory';
import { readDirectory } from '../../src/directory/directoryFile';
import { channelsOf } from '../../src/teams/channels';
import { references } from '../../src/teams/references';
import { oneDriveOver, type OneDrive } from '../../src/teams/oneDrive';
import { waits } from '../../src/teams/waits';
import type { JsonObject } from './json';

/** What came of one activity: the answer to an invoke, and everything the bot put in the chat meanwhile. */
export type Turn = { answer: unknown; sent: Partial<Activity>[]; updated: Partial<Activity>[] };

/** Takes turns without a network: what the bot says is kept, and answered as Teams would. */
export class PaperAdapter extends BotAdapter {
  private n = 0;
  constructor(private readonly turn: Turn) {
    super();
  }
  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    for (const activity of activities) {
      if (activity.type === 'invokeResponse') this.turn.answer = activity.value;
      else this.turn.sent.push(activity);
    }
    return activities.map(() => ({ id: `said-${(this.n += 1)}` }));
  }
  override async updateActivity(_context: TurnContext, activity: Partial<Activity>): Promise<void> {
    this.turn.updated.push(activity);
  }
  override async deleteActivity(): Promise<void> {
    throw new Error('the bot deletes nothing');
  }
  override async continueConversation(): Promise<void> {
    throw new Error('the bot has a way of its own for this');
  }
}

export type Sender = { aadObjectId: string; tenantId?: string; name?: string };
export type InsideBot = {
  directory: Directory;
  cases: CaseStore;
  keyValues: KeyValueStore;
  application: Application;
  /** Faults as they were logged: where, and the class. */
  faults: string[];
  /** Any activity, as it comes in at the door. Throws what the bot throws. */
  takes: (activity: JsonObject) => Promise<Turn>;
  presses: (who: Sender, verb: string, data: unknown, more?: JsonObject) => Promise<Turn>;
  says: (who: Sender, text: string, more?: JsonObject) => Promise<Turn>;
  close: () => Promise<void>;
};

export const exampleDirectory = (change: (file: JsonObject) => void = () => undefined): Directory => {
  const file = JSON.parse(readFileSync(join(__dirname, '../../docs/directory.example.json'), 'utf8')) as JsonObject; // the example holds an object, as its own test shows
  change(file);
  const read = readDirectory(JSON.stringify(file));
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  return read.directory;
};

/** The whole bot behind the door, in this process and in memory: thousands of turns take seconds. */
export const insideBot = ({
  directory = exampleDirectory(),
  now = () => new Date().toISOString(),
  cases = memoryCaseStore(),
  keyValues = memoryKeyValueStore(now),
  elapsed = () => 0,
  oneDrive = oneDriveOver(),
}: {
  directory?: Directory;
  now?: () => string;
  cases?: CaseStore;
  keyValues?: KeyValueStore;
  elapsed?: () => number;
  oneDrive?: OneDrive;
} = {}): InsideBot => {
  const faults: string[] = [];
  const joined = application({
    ...{ directory, now, publicUrl: 'https://bot.example', outboxEveryMs: 3_600_000 },
    stores: { cases, keyValues },
    references: references({ store: keyValues, now, isServiceUrl: () => true }),
    channels: channelsOf({ store: keyValues, now, isServiceUrl: () => true }),
    messenger: { blocked: async () => undefined, send: async () => ({ sent: 'x' }), post: async () => ({ sent: 'x' }) },
    pause: async () => undefined,
    waits,
    elapsed,
    oneDrive,
    fault: (where, error) => void faults.push(`${where}: ${error instanceof Error ? error.name : 'unknown'}`),
  });
  let n = 0;
  const takes = async (activity: JsonObject): Promise<Turn> => {
    const turn: Turn = { answer: undefined, sent: [], updated: [] };
    const adapter = new PaperAdapter(turn);
    // What comes in at the door is any JSON; whether it is an activity is what the bot must find out.
    const context = new TurnContext(adapter, activity);
    await joined.bot.onTurn(context);
    return turn;
  };
  const from = ({ aadObjectId, tenantId = directory.tenantId, name = 'Iemand' }: Sender): JsonObject => ({
    ...{ id: `a-${(n += 1)}`, channelId: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/emea/' },
    from: { id: `29:${aadObjectId}`, aadObjectId, name },
    recipient: { id: '28:bot', name: 'Meldcode' },
    conversation: { id: `a:${tenantId}:${aadObjectId}`, conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
  });
  return {
    ...{ directory, cases, keyValues, faults, takes, application: joined },
    presses: (who, verb, data, more = {}) =>
      takes({
        ...from(who),
        ...{ type: 'invoke', name: 'adaptiveCard/action', replyToId: 'card-1' },
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
        ...more,
      }),
    says: (who, text, more = {}) => takes({ ...from(who), type: 'message', text, ...more }),
    close: async () => joined.outbox.stop(),
  };
};
