import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileMasterKey } from '../../src/casefile/sealed/fileMasterKey';
import { openSqlite } from '../../src/casefile/sqlite/openSqlite';
import { storesOver, type Stores } from '../../src/casefile/stores';
import { append, at, due } from '../casefile/contract/given';
import { endOf, startTypescript } from '../support/typescriptProcess';

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upkeep-'));
  data = join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true }));
jest.setTimeout(60_000);

const recordsIn = (place: string) => openSqlite(join(place, 'meldcode.sqlite'));
const keyIn = (place: string) => fileMasterKey(join(place, 'master.key'), { mayCreate: true });
const idOf = (n: number): string => `case-${String(n).padStart(6, '0')}`;
const withStores = async (place: string, work: (stores: Stores) => Promise<void>): Promise<void> => {
  const stores = storesOver(recordsIn(place), keyIn(place));
  await work(stores);
  await stores.close();
};
const fill = (cases: number) =>
  withStores(data, async (stores) => {
    for (let n = 1; n <= cases; n += 1)
      await stores.cases.append(idOf(n), 0, append(['a:0', 'a:1'], { due: [due('d', at(5))] }));
    await stores.keyValues.write({ talk: { turns: 3 } });
  });
const damage = async (n: number): Promise<void> => {
  const records = recordsIn(data);
  const copy = await records.cases.copyOut(idOf(n));
  if (!copy) throw new Error('no such case');
  await records.cases.copyIn({ ...copy, events: copy.events.slice(0, 1) });
  await records.close();
};

/** Runs in the folder of the test, where no `.env` lies. */
const start = (command: string, ...args: string[]) =>
  startTypescript(`src/upkeep/${command}.ts`, args, { cwd: folder, env: { DATA_DIR: data } });
const run = (command: string, ...args: string[]) => endOf(start(command, ...args));
const counted = (cases: number): string =>
  `dossiers: ${cases}, vastgelegde feiten: ${2 * cases}, berichten en termijnen: ${cases}, overige gegevens: 1.`;

describe('given a store on disk, npm run verify', () => {
  test('when all is whole, it counts, names what only has a key, and ends with 0', async () => {
    await fill(4);
    const records = recordsIn(data);
    await records.cases.erase(idOf(4)); // behind the bot's back: its key stays
    await records.close();
    const { code, out, err } = await run('verify');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`Alles is heel. ${counted(3)}`);
    expect(out).toContain(`bij 1 sleutel(s) is geen dossier (${idOf(4)})`);
  });

  test('when two cases are broken, it names the first and what is broken there, nothing of its content, and ends with 1', async () => {
    await fill(3);
    await damage(3);
    await damage(2);
    const { code, out } = await run('verify');
    expect(code).toBe(1);
    expect(out).toContain(`Beschadigd: dossier ${idOf(2)} (event 2)`);
    expect(out).not.toContain(idOf(3));
    expect(out).not.toMatch(/text of|after a/);
  });

  test('when there is no store, or its key is gone, it says so, makes nothing, and ends with 2', async () => {
    const nothing = await run('verify');
    expect([nothing.code, nothing.err]).toEqual([2, expect.stringContaining('geen bestand met dossiers')]);
    expect(existsSync(data)).toBe(false);
    await fill(1);
    rmSync(join(data, 'master.key'));
    const locked = await run('verify');
    expect([locked.code, locked.err]).toEqual([
      2,
      expect.stringContaining('De hoofdsleutel van deze dossiers is er niet.'),
    ]);
    expect(existsSync(join(data, 'master.key'))).toBe(false);
  });
});

describe('given a store to move, npm run copy', () => {
  test('when it is killed halfway, the same command goes on, and at the end both are the same', async () => {
    await fill(220);
    const there = join(folder, 'there');
    const words = ['--from', `sqlite:${data}`, '--to', `sqlite:${there}`];
    const killed = start('copy', ...words);
    const ended = endOf(killed);
    for await (const line of createInterface(killed.stdout)) if (line.includes('dossier 100')) break;
    killed.kill('SIGKILL');
    expect((await ended).code).toBeNull();
    const half = recordsIn(there);
    expect((await half.cases.caseIds({ limit: 1000 })).length).toBeGreaterThanOrEqual(100);
    expect((await half.cases.caseIds({ limit: 1000 })).length).toBeLessThan(220);
    await half.close();

    const { code, out, err } = await run('copy', ...words);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('… dossier 200');
    expect(out).toContain('… vergeleken: dossier 200');
    expect(out).toContain(`beide zijn gelijk. ${counted(220)}`);
    const checked = await endOf(startTypescript('src/upkeep/verify.ts', [], { cwd: folder, env: { DATA_DIR: there } }));
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining(counted(220))]);
    // each store has a master key of its own
    expect(readFileSync(join(there, 'master.key'))).not.toEqual(readFileSync(join(data, 'master.key')));
  });

  test('when the target holds another store, or a place is no place, it says so and copies nothing', async () => {
    await fill(1);
    const other = join(folder, 'other');
    await withStores(other, async ({ cases }) => void (await cases.append('case-of-others', 0, append(['a:0']))));
    const taken = await run('copy', '--from', `sqlite:${data}`, '--to', `sqlite:${other}`);
    expect([taken.code, taken.err]).toEqual([2, expect.stringContaining('staat al een opslag')]);
    await withStores(other, async ({ cases }) => expect(await cases.load(idOf(1))).toBeUndefined());
    for (const words of [['--from', data, '--to', 'cosmos'], [], ['--from', 'sqlite:', '--to', 'cosmos']]) {
      const { code, err } = await run('copy', ...words);
      expect([code, err]).toEqual([2, expect.stringContaining('Gebruik: npm run copy')]);
    }
  });
});

describe('given a bot at work, npm run rotate-key', () => {
  test('when the key is new, the bot goes on and everything opens', async () => {
    await fill(2);
    await withStores(data, async ({ cases }) => {
      const { code, out } = await run('rotateKey');
      expect([code, out]).toEqual([0, expect.stringContaining('opnieuw zijn ingepakt: 4.')]);
      expect((await cases.load(idOf(1)))?.version).toBe(2);
      expect(await cases.append(idOf(2), 2, append(['b:0']))).toEqual({ version: 3 });
    });
    expect((await run('verify')).code).toBe(0);
  });
});
