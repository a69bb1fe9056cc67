import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openSqlite } from '../../src/casefile/sqlite/openSqlite';
import { storesOver } from '../../src/casefile/stores';
import { report } from '../security/tried';
import { runFile, type Child } from '../support/processes';
import { testMasterKey } from './contract/stores';

const WRITER = join(__dirname, 'crashingWriter.ts');
const start = (...words: string[]): Child => runFile(WRITER, ...words);

/** What a writer says until it ends; it is killed as soon as it has said `killAfter` lines. */
const saidBy = async (writer: Child, killAfter = Infinity): Promise<string[]> => {
  const said: string[] = [];
  const ended = once(writer, 'exit');
  for await (const line of createInterface(writer.stdout)) {
    said.push(line);
    if (said.length === killAfter) writer.kill('SIGKILL');
  }
  await ended;
  return said;
};

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crash-'));
  file = join(folder, 'cases.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('given a process that is killed while it writes, eight times over, none of 5,000 acknowledged events is lost', async () => {
  const caseId = 'killed-while-writing';
  const acknowledged: string[] = [];
  for (let round = 0; round < 8; round += 1) {
    const said = await saidBy(start(file, caseId, `r${round}`, '100000'), 630 + round * 7);
    expect(said.length).toBeGreaterThanOrEqual(630 + round * 7);
    acknowledged.push(...said);
  }
  const { cases, close } = storesOver(openSqlite(file), testMasterKey);
  const history = await cases.history(caseId);
  const ids = new Set(history.map(({ id }) => id));
  const lost = acknowledged.filter((id) => !ids.has(id));
  report('killed while writing', { rounds: 8, acknowledged: acknowledged.length, lost: lost.length });
  expect(acknowledged.length).toBeGreaterThanOrEqual(5_000);
  expect(lost).toEqual([]);
  expect(ids.size).toBe(history.length);
  expect(history.map(({ seq }) => seq)).toEqual(history.map((_, i) => i + 1));
  expect((await cases.load(caseId))?.version).toBe(history.length);
  // events and what must be told of them are one write: neither is there without the other
  expect((await cases.openDue(caseId)).map(({ id }) => id).sort()).toEqual(history.map(({ id }) => `due ${id}`).sort());
  await close();
}, 240_000); // a machine may be busy with other things

test('given three processes that open a new file and write one case at once, each event is there once', async () => {
  const caseId = 'written-by-three';
  const said = await Promise.all(['a', 'b', 'c'].map((name) => saidBy(start(file, caseId, name, '60'))));
  const { cases, close } = storesOver(openSqlite(file), testMasterKey);
  const history = await cases.history(caseId);
  expect(said.map((lines) => lines.length)).toEqual([60, 60, 60]);
  expect(history.map(({ id }) => id).sort()).toEqual(said.flat().sort());
  expect(history.map(({ seq }) => seq)).toEqual(history.map((_, i) => i + 1));
  await close();
}, 60_000);
