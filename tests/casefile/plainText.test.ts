import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandHandler } from '../../src/casefile/handleCommand';
import { openSqlite } from '../../src/casefile/sqlite/openSqlite';
import { storesWithKeyFile } from '../../src/casefile/stores';
import type { Command } from '../../src/protocol/decide';

const CASE = 'b0a4d7d2-3c53-4f0e-9e0c-5d1f6c0d8a11';
const TEACHER = '1a9c4e72-3b6d-4f58-8e01-d5a7f2b3c640';
const AT = '2026-11-02T09:00:00.000Z';
const commands: Command[] = [
  { type: 'openCase', number: '2026-017', schoolId: 'de-linde', pupil: { name: 'Xandertje' }, about: 'huisvriend' },
  {
    type: 'recordSignal',
    text: 'Blauwe plekken op de bovenarm',
    direction: 'wijst-op-zorg',
    category: 'GO',
    source: 'zelf',
    nature: 'feit',
    setting: 'klas',
    happenedOn: '2026-11-02',
  },
];
const secrets = [
  ...['Xandertje', 'Blauwe plekken', 'bovenarm', 'wijst-op-zorg', 'huisvriend', '2026-017', 'de-linde', 'leerkracht'],
  ...['CaseOpened', 'SignalRecorded', 'unanswered', 'Zwaluwstraat', 'dialogStack', 'smba.trafficmanager.net'],
  ...[TEACHER, 'person:', '29:marieke', 'state:', 'ref:'],
];

/** Every byte on the disk: files, write-ahead logs, shared memory. */
const onDisk = (folder: string): { name: string; bytes: Buffer }[] =>
  readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));

test('given a case, a notice and a talk, the files and their logs hold no name, typed text, content, person or school', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plain-'));
  const file = join(folder, 'cases.db');
  const { cases, keyValues, close } = await storesWithKeyFile(openSqlite(file), join(folder, 'master.key'));
  const handle = commandHandler({
    store: cases,
    protocolVersion: '1.0',
    noticesOf: (event, _before, _after, id) => [
      {
        id: `notice:${id}:${TEACHER}`,
        kind: 'notice',
        dueAt: event.at,
        payload: { to: TEACHER, kind: 'Zwaluwstraat' },
      },
    ],
    termsOf: () => [{ id: 'unanswered:c-1', dueAt: AT, payload: { kind: 'unanswered' } }],
    listingOf: (now) => ({
      keys: [`person:${TEACHER}`, 'role:de-linde:ibEr'],
      awaits: ['role:de-linde:leiding'],
      status: now.status,
    }),
  });
  for (const [i, command] of commands.entries()) {
    const key = `${CASE.slice(0, -1)}${i}`;
    const actor = () => ({ id: TEACHER, roles: ['leerkracht' as const] });
    expect(await handle({ caseId: CASE, key, command, actor, at: AT })).toHaveProperty('recorded');
  }
  const talk = { [`state:29:marieke/${TEACHER}`]: { dialogStack: ['Blauwe plekken'] } };
  await keyValues.write({ ...talk, [`ref:${TEACHER}`]: { serviceUrl: 'https://smba.trafficmanager.net/' } });
  await keyValues.create(`inbound:29:marieke`, true);
  const found = (): string[] =>
    onDisk(folder).flatMap(({ name, bytes }) =>
      secrets.filter((word) => bytes.includes(word)).map((word) => `${name}: ${word}`),
    );

  const names = onDisk(folder).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['cases.db', 'cases.db-wal', 'cases.db.keys', 'cases.db.keys-wal']));
  expect(found()).toEqual([]);
  // the look itself works: ids are in the open
  expect(onDisk(folder).some(({ name, bytes }) => name === 'cases.db-wal' && bytes.includes(CASE))).toBe(true);
  expect(JSON.stringify(await cases.load(CASE))).toContain('Xandertje');
  expect(JSON.stringify(await keyValues.read(Object.keys(talk)))).toContain('Blauwe plekken');
  await close();
  expect(found()).toEqual([]);
  rmSync(folder, { recursive: true });
});
