import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { memoryKeyValueStore } from '../../src/casefile/memory/memoryStores';
import type { KeyValueStore } from '../../src/casefile/keyValueStore';
import { factsWith } from '../cards/everyFact';
import { insideBot } from '../support/insideBot';
import { payloadFor, again } from './payloads';
import { contextOf } from '../cards/context';
import { players, states } from './states';
import { keep } from './tried';

/** Remembers every key that was ever written, so that whatever is left can be looked through. */
const watched = (store: KeyValueStore): { store: KeyValueStore; left: () => Promise<string> } => {
  const keys = new Set<string>();
  return {
    store: {
      ...store,
      read: (some) => store.read(some),
      write: (changes, options) => {
        for (const key of Object.keys(changes)) keys.add(key);
        return store.write(changes, options);
      },
      create: (key, value, options) => {
        keys.add(key);
        return store.create(key, value, options);
      },
      delete: (some) => store.delete(some),
      sweep: (now) => store.sweep(now),
    },
    left: async () => JSON.stringify(await store.read([...keys])),
  };
};

test('I-26: given a case that many worked on, when it is destroyed, then no list, talk, message or log holds anything of it', async () => {
  let clock = Date.parse('2026-11-24T09:00:00.000Z');
  const now = (): string => new Date(clock).toISOString();
  const { store, left } = watched(memoryKeyValueStore(now));
  const bot = insideBot({ now, keyValues: store });
  const state = states.find(({ status, kind }) => status === 'closed' && kind === 'stappenplan');
  if (!state) throw new Error('no closed case among the states');
  const caseId = randomUUID();
  const of = factsWith(String);
  await keep(bot.cases, caseId, [of.CaseOpened, of.SignalRecorded, of.CaseClosed]);
  for (const player of ['owner', 'leader', 'ibEr'] as const) {
    await bot.says(players[player], 'hoi');
    await bot.presses(players[player], 'showHub', { m: { case: caseId } });
    await bot.presses(players[player], 'openForm', { m: { case: caseId, form: 'shared/documents' } });
  }
  await bot.presses(players.leader, 'getDocument', { m: { case: caseId, about: 'verantwoordingsdossier' } });
  expect(await left()).toContain(caseId);

  const roles = bot.directory.rolesAt(players.leader.aadObjectId, 'de-linde');
  const context = contextOf([of.CaseOpened, of.SignalRecorded, of.CaseClosed]);
  const payload = payloadFor('destroyFile', context, [{ id: players.leader.aadObjectId, roles }]);
  if (!payload) throw new Error('no card destroys it');
  await bot.presses(players.leader, 'destroyFile', again(payload, randomUUID(), caseId));
  expect((await bot.cases.load(caseId))?.file.retention?.destroyed).toBeDefined();
  await bot.presses(players.leader, 'showHub', { m: { case: caseId } });

  clock += 61_000;
  bot.application.outbox.wake();
  for (let looks = 0; looks < 500 && (await bot.cases.load(caseId)); looks += 1) await setTimeout(5);
  await bot.close();
  expect(await bot.cases.load(caseId)).toBeUndefined();
  clock += 10 * 60_000; // tickets end by themselves
  const rest = await left();
  expect(rest).not.toContain(caseId);
  expect(rest).not.toMatch(/Sam|MC-/);
  expect(rest).toContain('"ground"'); // the proof
  expect(bot.faults).toEqual([]);
});
