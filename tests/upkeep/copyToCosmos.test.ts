import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileMasterKey } from '../../src/casefile/sealed/fileMasterKey';
import { openSqlite } from '../../src/casefile/sqlite/openSqlite';
import { storesOver } from '../../src/casefile/stores';
import { makeContainersFor } from '../../src/makeContainers';
import { append, at, due } from '../casefile/contract/given';
import { cosmosPeer, type CosmosPeer } from '../support/cosmosPeer';
import { endOf, startTypescript } from '../support/typescriptProcess';

let folder: string;
let peer: CosmosPeer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'copy-'));
  peer = await cosmosPeer();
});
afterEach(async () => {
  await peer.close();
  rmSync(folder, { recursive: true });
});
jest.setTimeout(120_000);

const CASES = 40;
const idOf = (n: number): string => `case-${String(n).padStart(6, '0')}`;
const storesIn = (place: string) =>
  storesOver(openSqlite(join(place, 'meldcode.sqlite')), fileMasterKey(join(place, 'master.key'), { mayCreate: true }));
const COUNTS = `dossiers: ${CASES}, vastgelegde feiten: ${2 * CASES}, berichten en termijnen: ${CASES}, overige gegevens: 1.`;

test('given a store in a file, npm run copy takes it to Azure Cosmos DB, goes on after a kill, and takes it back', async () => {
  const [data, back] = [join(folder, 'data'), join(folder, 'back')];
  const stores = storesIn(data);
  for (let n = 1; n <= CASES; n += 1)
    await stores.cases.append(idOf(n), 0, append(['a:0', 'a:1'], { due: [due('d', at(n))] }));
  await stores.keyValues.write({ talk: { turns: 3 } });
  const before = [await stores.cases.load(idOf(7)), await stores.cases.history(idOf(7))];
  await stores.close();
  expect(await makeContainersFor({ COSMOS_ENDPOINT: peer.endpoint, COSMOS_KEY: peer.key })).toEqual([]);
  const env = { DATA_DIR: data, STORE: 'cosmos', COSMOS_ENDPOINT: peer.endpoint, COSMOS_KEY: peer.key };
  const start = (command: string, ...args: string[]) =>
    startTypescript(`src/upkeep/${command}.ts`, args, { cwd: folder, env });

  const killed = start('copy', '--from', `sqlite:${data}`, '--to', 'cosmos');
  const ended = endOf(killed);
  for await (const line of createInterface(killed.stdout)) if (line.includes('dossier 1')) break;
  killed.kill('SIGKILL');
  expect((await ended).code).toBeNull();
  const half = await endOf(start('verify'));
  expect([half.code, half.err]).toEqual([2, expect.stringContaining('een kopie die nog niet af is')]);

  const there = await endOf(start('copy', '--from', `sqlite:${data}`, '--to', 'cosmos'));
  expect([there.code, there.err]).toEqual([0, '']);
  expect(there.out).toContain(`beide zijn gelijk. ${COUNTS}`);
  const whole = await endOf(start('verify'));
  expect([whole.code, whole.out]).toEqual([0, expect.stringContaining(COUNTS)]);
  expect(JSON.stringify(['cases', 'keys', 'values'].map((name) => peer.documents('meldcode', name)))).not.toMatch(
    /text of|person:|turns/,
  );

  const home = await endOf(start('copy', '--from', 'cosmos', '--to', `sqlite:${back}`));
  expect([home.code, home.out]).toEqual([0, expect.stringContaining(`beide zijn gelijk. ${COUNTS}`)]);
  const after = storesIn(back);
  expect([await after.cases.load(idOf(7)), await after.cases.history(idOf(7))]).toEqual(before);
  expect(await after.keyValues.read(['talk'])).toEqual({ talk: { turns: 3 } });
  await after.close();
});
