import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileMasterKey } from '../src/casefile/sealed/fileMasterKey';
import { openSqlite } from '../src/casefile/sqlite/openSqlite';
import type { Stores } from '../src/casefile/stores';
import type { Config } from '../src/config';
import { cureOf } from '../src/cures';
import { makeContainersFor } from '../src/makeContainers';
import { accountOf, openStores } from '../src/openStores';
import { append, MOMENT, newCase } from './casefile/contract/given';
import { testMasterKey } from './casefile/contract/stores';
import { cosmosPeer, type CosmosPeer } from './support/cosmosPeer';
import { endOf, startTypescript } from './support/typescriptProcess';

let dataDir: string;
let peer: CosmosPeer;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'open-stores-'));
  peer = await cosmosPeer();
});
afterEach(async () => {
  await peer.close();
  await rm(dataDir, { recursive: true, force: true });
});
jest.setTimeout(60_000); // a service that stays away is asked for some seconds

type Cosmos = Extract<Config['store'], { kind: 'cosmos' }>;
const cosmos = (change: Partial<Cosmos> = {}): Cosmos => ({
  ...{ kind: 'cosmos', endpoint: peer.endpoint, database: 'meldcode', key: peer.key },
  ...change,
});
const open = (store: Config['store'], nodeEnv: Config['nodeEnv'] = 'test') =>
  openStores({ nodeEnv, store, dataDir }, () => MOMENT, testMasterKey);
const saidOf = (store: Config['store'], nodeEnv?: Config['nodeEnv']): Promise<string> =>
  open(store, nodeEnv).then(
    async (stores) => {
      await stores.close();
      return 'opened';
    },
    (error: unknown) => cureOf(error),
  );
const environment = () => ({ COSMOS_ENDPOINT: peer.endpoint, COSMOS_KEY: peer.key });

describe('given an account in Azure Cosmos DB', () => {
  test('when its containers were made, then both stores open and keep, also for the next instance (R-242)', async () => {
    expect(await makeContainersFor(environment())).toEqual([]);
    expect(await makeContainersFor(environment())).toEqual([]);
    const caseId = newCase();
    const [one, other] = [await open(cosmos()), await open(cosmos())];
    await one.cases.append(caseId, 0, append(['a:0']));
    await one.keyValues.write({ 'state:x': 1 });
    expect((await other.cases.load(caseId))?.version).toBe(1);
    expect(await other.keyValues.read(['state:x'])).toEqual({ 'state:x': 1 });
    await one.close();
    await other.close();
  });

  test('when they were not made, then the start says so, and how they are', async () => {
    expect(await saidOf(cosmos())).toMatch(/^COSMOS_DATABASE: .*ontbreken\..*npm run containers\.$/);
  });

  test('when the bot itself is started on it, then it says what is missing, or listens and stops when asked', async () => {
    const env = { ...environment(), STORE: 'cosmos', PORT: '0', LOG_LEVEL: 'silent' };
    const start = () => startTypescript('src/index.ts', [], { env: { ...env, DATA_DIR: dataDir } });
    const { code, err } = await endOf(start());
    expect([code, err]).toEqual([1, expect.stringMatching(/^COSMOS_DATABASE: .*npm run containers\.\n$/)]);
    expect(await makeContainersFor(environment())).toEqual([]);
    const bot = start();
    bot.stdout.on('data', (line) => String(line).includes('De bot luistert') && bot.kill('SIGTERM'));
    expect(await endOf(bot)).toMatchObject({ code: 0, err: '' });
    expect(peer.documents('meldcode', 'keys').length).toBeGreaterThan(0);
  });

  test('when the key is not of this account, then the start says that the account refuses', async () => {
    const key = Buffer.alloc(64, 1).toString('base64');
    expect(await saidOf(cosmos({ key }))).toMatch(/^COSMOS_ENDPOINT: Het account weigert de bot\./);
    expect(await makeContainersFor({ ...environment(), COSMOS_KEY: key })).toEqual([
      expect.stringMatching(/^COSMOS_ENDPOINT: Het account weigert/),
    ]);
  });

  test('when nobody answers there, then the start says that, and no line holds the address or the key', async () => {
    await peer.close();
    const said = await saidOf(cosmos());
    expect(said).toMatch(/^COSMOS_ENDPOINT: Het Cosmos DB-account antwoordt niet \(fout: \w+\)\./);
    expect(said).not.toContain('127.0.0.1');
    expect(said).not.toContain(peer.key);
  });

  test('when its reads are not strongly consistent, then a bot at work refuses it, and one in development goes on', async () => {
    await makeContainersFor(environment());
    expect(await saidOf(cosmos(), 'production')).toMatch(/^COSMOS_ENDPOINT: .* \(Strong\)\. Stel die in/);
    expect(await saidOf(cosmos(), 'development')).toBe('opened');
    const strong = await cosmosPeer({ consistency: 'Strong' });
    const there = { endpoint: strong.endpoint, key: strong.key };
    expect(await makeContainersFor({ COSMOS_ENDPOINT: strong.endpoint, COSMOS_KEY: strong.key })).toEqual([]);
    expect(await saidOf(cosmos(there), 'production')).toBe('opened');
    await strong.close();
  });

  test('when it is production, then no containers are made from here', async () => {
    expect(await makeContainersFor({ ...environment(), NODE_ENV: 'production' })).not.toEqual([]);
    expect(peer.served).toEqual([]);
  });
});

describe('given a managed identity and no key', () => {
  let azure: Server;
  let asked: string[];
  const before = { ...process.env };
  beforeEach(async () => {
    asked = [];
    azure = createServer((request, response) => {
      asked.push(`${request.url ?? ''} ${String(request.headers['x-identity-header'])}`);
      const expires = Math.floor(Date.now() / 1000) + 3600;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ access_token: 'aaa.bbb.ccc', expires_on: String(expires), token_type: 'Bearer' }));
    });
    await new Promise<void>((resolve) => azure.listen(0, '127.0.0.1', resolve));
    const { port } = azure.address() as AddressInfo; // it listens on a port
    process.env['IDENTITY_ENDPOINT'] = `http://127.0.0.1:${port}/msi/token`;
    process.env['IDENTITY_HEADER'] = 'of-this-app';
  });
  afterEach(async () => {
    process.env = before;
    azure.closeAllConnections();
    await new Promise((resolve) => azure.close(resolve));
  });

  test('when the bot starts in Azure, then it signs in as the identity that was named, without any secret', async () => {
    const clientId = '11111111-1111-4111-8111-111111111111';
    const place = { kind: 'cosmos', endpoint: 'https://x.example/', database: 'd' } as const;
    const { credential, discovery } = accountOf(place, { clientId });
    expect(discovery).toBe(true); // a real account tells where its replicas are; only a stand-in on this machine does not
    if (!('identity' in credential)) throw new Error('it took a key');
    expect((await credential.identity.getToken('https://x.example/.default'))?.token).toBe('aaa.bbb.ccc');
    expect(asked).toEqual([expect.stringContaining(`client_id=${clientId}`)]);
    expect(asked).toEqual([expect.stringContaining('of-this-app')]);
  });
});

describe('given SQLite', () => {
  const sqlite = (): Promise<Stores> =>
    openStores({ nodeEnv: 'test', store: { kind: 'sqlite' }, dataDir }, () => MOMENT);
  const saidAtStart = (): Promise<string> =>
    sqlite().then(
      async (stores) => {
        await stores.close();
        return 'opened';
      },
      (error: unknown) => cureOf(error),
    );
  const inFolder = (name: string): string => join(dataDir, name);
  /** A folder with one case, as a bot that worked left it. */
  const worked = async (): Promise<void> => {
    const { cases, keyValues, close } = await sqlite();
    await cases.append(newCase(), 0, append(['a:0']));
    await keyValues.write({ 'state:x': 1 });
    await close();
  };

  test.each<[string, () => Promise<unknown>, RegExp]>([
    ['the master key is gone', () => rm(inFolder('master.key')), /hoofdsleutel van deze dossiers is er niet/],
    ['others can read the master key', () => chmod(inFolder('master.key'), 0o644), /chmod 600/],
    ['the master key is cut off', () => truncate(inFolder('master.key'), 40), /geen bruikbare sleutel/],
    [
      'the master key is of another store',
      async () => {
        await rm(inFolder('master.key'));
        fileMasterKey(inFolder('master.key'), { mayCreate: true });
      },
      /hoofdsleutel van deze dossiers is er niet/,
    ],
    ['the keys are gone', () => rm(inFolder('meldcode.sqlite.keys')), /hun sleutels niet .* Zet de sleutels terug/],
    ['the cases are gone', () => rm(inFolder('meldcode.sqlite')), /de dossiers niet .* Zet de dossiers terug/],
    [
      'it is a copy that was not finished',
      () => {
        const records = openSqlite(inFolder('meldcode.sqlite'));
        return records.keys
          .create({ id: 'copy:under-way', wrappedBy: 'x', wrapped: Uint8Array.of(1) })
          .then(() => records.close());
      },
      /kopie die nog niet af is/,
    ],
  ])('when %s, then the start says what helps, and nothing is made in its place', async (_, spoil, words) => {
    await worked();
    expect(await saidAtStart()).toBe('opened');
    await spoil();
    const keys = existsSync(inFolder('master.key')) && (await readFile(inFolder('master.key'), 'utf8'));
    const said = await saidAtStart();
    expect(said).toMatch(words);
    expect(said).toMatch(/^[A-Z_]+(, [A-Z_]+)?: [A-Z]/);
    expect(existsSync(inFolder('master.key')) && (await readFile(inFolder('master.key'), 'utf8'))).toBe(keys);
    expect(await saidAtStart()).toMatch(words);
  });

  test('when the folder is not a folder, then the start names the setting', async () => {
    const file = join(dataDir, 'a-file');
    await writeFile(file, '');
    const opening = openStores({ nodeEnv: 'test', store: { kind: 'sqlite' }, dataDir: file }, () => MOMENT);
    await expect(opening.catch(cureOf)).resolves.toMatch(/^DATA_DIR: Het bestand met dossiers/);
  });
});
