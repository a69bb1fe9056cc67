import { setTimeout } from 'node:timers/promises';
import { createServer, type Server } from 'restify';
import { application } from './application';
import { cardRenderer } from './cards/render';
import type { MasterKey } from './casefile/sealed/masterKey';
import type { Config } from './config';
import type { Directory } from './directory/directory';
import { counted, drained } from './drain';
import type { Log } from './log';
import { openStores } from './openStores';
import { observedMessenger, observedStores } from './telemetry/observed';
import { lateTelemetry, type Telemetry } from './telemetry/telemetry';
import { startSweeping } from './sweep';
import { telemetryOf } from './telemetryOf';
import { meldcodeAdapter, type AdapterParts } from './teams/adapter';
import { channelsOf } from './teams/channels';
import { connectorMessenger } from './teams/connectorMessenger';
import { guestsOf } from './teams/guests';
import { serveDocuments } from './teams/documentsEndpoint';
import { serveBot } from './teams/messagesEndpoint';
import { addressAllowance, paceOf, personAllowance, type Allowance } from './teams/pace';
import { answerLines } from './teams/lines';
import { oneDriveOver, type OneDrive } from './teams/oneDrive';
import { references as keepReferences } from './teams/references';
import { logged, personKeyIn, type TurnFields } from './teams/turnLog';
import { serviceUrlCheck } from './teams/serviceUrls';
import { guarded } from './teams/turnGuard';
import { showingWork } from './teams/typing';
import { waits as byTheClock, type Waits } from './teams/waits';

export type ServerParts = {
  config: Config;
  directory: Directory;
  log: Log;
  /** Wraps the keys of the cases; the one of the configuration when left out. */
  masterKey?: MasterKey;
  now?: () => string;
  /** Looks at a typed line first; what it answers is said and the line goes no further. The demo's only. */
  aside?: (text: string) => string | undefined;
  /** How often the outbox looks by itself, in milliseconds. */
  outboxEveryMs?: number;
  /** How much one person and one address may ask. */
  limits?: { person: Allowance; address: Allowance };
  /** Waits this many milliseconds between messages when Teams' limit is near. */
  pause?: (ms: number) => Promise<void>;
  /** Waits so long at most: for a sign of work, and for a line that somebody else is at. */
  waits?: Waits;
  /** Loads what looks on; the one of the configuration when left out. */
  telemetry?: () => Promise<Telemetry>;
  /** Where files of people are put; Microsoft's own when left out. */
  oneDrive?: OneDrive;
  elsewhere?: AdapterParts['elsewhere'] & { serviceUrls: (serviceUrl: string | undefined) => boolean };
};
export type RunningServer = {
  port: number;
  /** Hands over what is open of whoever left since the last time. */
  directoryChanged: () => Promise<void>;
  /** Takes nothing new, finishes what is under way, and closes the store. */
  stop: () => Promise<void>;
};

const wait = async (ms: number): Promise<void> => void (await setTimeout(ms));
const systemClock = (): string => new Date().toISOString();
/** By then the first who came have their answer: loading it keeps the bot busy for a moment. */
const TELEMETRY_AFTER_MS = 5_000;
const elapsed = (): number => performance.now();

const listen = async (config: Pick<Config, 'host' | 'port'>): Promise<Server> => {
  const server = createServer({ name: 'meldcode', maxParamLength: 1000 });
  // A body of 256 KB never takes longer than this; idle connections outlive the load balancer's (platform §3.2).
  Object.assign(server.server, { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 250_000 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  return server;
};

/** Wires the whole bot and listens. Throws when the store can't be opened or the port is taken. */
export const startServer = async (parts: ServerParts): Promise<RunningServer> => {
  const { config, directory, log, now = systemClock, outboxEveryMs = 15_000, pause = wait, elsewhere } = parts;
  const { limits = { person: personAllowance, address: addressAllowance }, waits = byTheClock } = parts;
  const { oneDrive = oneDriveOver() } = parts;
  const appId = config.bot.kind === 'local' ? undefined : config.bot.appId;
  const isServiceUrl = elsewhere?.serviceUrls ?? serviceUrlCheck({ local: appId === undefined });
  const { telemetry, open } = lateTelemetry((error) => log.fault('telemetry', error));
  const fault: Log['fault'] = (where, error, fields) => {
    telemetry.fault(where);
    log.fault(where, error, fields);
  };
  const charged: Telemetry['charged'] = (operation, units) => telemetry.charged(operation, units);
  const stores = observedStores(await openStores(config, now, parts.masterKey, charged), telemetry);
  const line = answerLines({ directory, render: cardRenderer() });
  const adapter = meldcodeAdapter({ identity: config.bot, fault, line, ...(elsewhere && { elsewhere }) });
  const references = keepReferences({ store: stores.keyValues, now, isServiceUrl });
  const channels = channelsOf({ store: stores.keyValues, now, isServiceUrl });
  const messenger = observedMessenger(
    connectorMessenger({ adapter, appId, tenantId: directory.tenantId, references, channels }),
    telemetry,
  );
  const server = await listen(config).catch(async (error: unknown) => {
    await stores.close();
    throw error;
  });
  const publicUrl = config.publicUrl ?? (appId === undefined ? `http://127.0.0.1:${server.address().port}` : undefined);
  const { bot, outbox, ready, directoryChanged, papers } = application({
    ...{
      directory,
      stores,
      references,
      channels,
      messenger,
      now,
      fault,
      outboxEveryMs,
      pause,
      waits,
      publicUrl,
      oneDrive,
    },
    elapsed,
    ...(parts.aside && { aside: parts.aside }),
  });
  telemetry.watchOutbox(() => outbox.age() / 1000);
  const { logic: counting, done } = counted(bot.onTurn.bind(bot));
  const { tenantId } = directory;
  const guests = guestsOf({ store: stores.keyValues, tenantId, now });
  const atTheDoor = guarded(
    {
      directory,
      guests,
      first: (context) => bot.first(context),
      tongue: (context) => bot.tongue(context),
      line,
      fault,
      pace: paceOf(limits.person, Date.now),
    },
    counting,
  );
  const turnLog = {
    personKey: await personKeyIn(stores.keyValues),
    within: <T>(turn: string, work: () => Promise<T>) => telemetry.turn(() => log.within(turn, work)),
    note: ({ person, ...turn }: TurnFields) => {
      log.info('turn', { person, ...turn });
      telemetry.turnDone(turn);
    },
    elapsed,
  };
  const logic = logged(turnLog, showingWork(waits, atTheDoor));
  const pace = paceOf(limits.address, Date.now);
  serveBot(server, { appId, tenantId, isServiceUrl, adapter, logic, ready, fault, pace, proxies: config.proxies ?? 0 });

  serveDocuments(server, { ...papers, fault, pace, proxies: config.proxies ?? 0 });

  const load = telemetryOf(config);
  if (parts.telemetry) await open(parts.telemetry);
  else if (load) void setTimeout(TELEMETRY_AFTER_MS, undefined, { ref: false }).then(() => open(load));
  const sweeping = startSweeping({ values: stores.keyValues, now, trouble: (error) => fault('sweep', error) });
  let handingOver = directoryChanged();
  const stop = async (): Promise<void> => {
    await drained({ server, turns: done, outbox });
    await handingOver;
    await sweeping.stop();
    await stores.close();
    await telemetry.stop();
  };
  return {
    port: server.address().port,
    // One after another: two at once would hand over the same things.
    directoryChanged: () => (handingOver = handingOver.then(directoryChanged)),
    stop,
  };
};
