import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../src/casefile/sqlite/openSqlite';
import { storesWithKeyFile, type Stores } from '../../src/casefile/stores';
import type { CommandType } from '../../src/protocol/decide';
import { permits } from '../../src/protocol/permits';
import { contextOf, now } from '../cards/context';
import { insideBot, type InsideBot, type Turn } from '../support/insideBot';
import { again, payloadFor, type Payload } from './payloads';
import { everyPlayer, players, standingIn, states, type State } from './states';
import { keep, report } from './tried';

// The keys of the table are the verbs by its type.
const verbs = Object.keys(permits) as CommandType[];
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

type Instance = { bot: InsideBot; stores: Stores };
let folder: string;
const open: Instance[] = [];
/** One more server on the same files, as a second instance in Azure has the same account. */
const instance = async (): Promise<Instance> => {
  const stores = await storesWithKeyFile(
    openSqlite(join(folder, 'cases.sqlite'), () => now),
    join(folder, 'master.key'),
  );
  const one = { bot: insideBot({ now: () => now, cases: stores.cases, keyValues: stores.keyValues }), stores };
  open.push(one);
  return one;
};
const stop = async ({ bot, stores }: Instance): Promise<void> => {
  await bot.close();
  await stores.close();
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meldcode-twice-'));
});
afterEach(async () => {
  for (const one of open.splice(0)) await stop(one);
  rmSync(folder, { recursive: true });
});

const answerOf = ({ answer }: Turn): string => JSON.stringify(answer).replace(uuid, 'an-id');

/** A verb with its payload, and a state in which it is really recorded. */
type Sample = { verb: CommandType; payload: Payload; state: State };
const samplesOf = (bot: InsideBot): readonly Sample[] =>
  verbs.flatMap((verb) => {
    for (const state of states) {
      const people = everyPlayer.flatMap((player) => {
        const { aadObjectId: id } = players[player];
        return standingIn(state, player).length > 0 ? [{ id, roles: bot.directory.rolesAt(id, 'de-linde') }] : [];
      });
      const payload = payloadFor(verb, contextOf(state.events), people);
      if (payload) return [{ verb, payload, state }];
    }
    return [];
  });

/**
 * Who gives a case away has no part in it afterwards, and nobody has in a file that is to be destroyed: they read what
 * everybody reads who has none. That weighs more than reading the same twice (I-24, I-26).
 */
const givesAway: readonly CommandType[] = ['reassignOwner', 'declineCasemanagement', 'destroyFile'];

describe('given two instances on one store, and Teams that brings everything four times', () => {
  test('I-04: when each press comes again with its own and with new ids, at both at once and after a restart, then there is one effect and one answer', async () => {
    let [one, other] = [await instance(), await instance()];
    const counts = { verbs: 0, presses: 0, 'recorded twice': 0, 'other answers': 0, lost: 0 };
    const wrong: string[] = [];
    const prepared = await Promise.all(
      samplesOf(one.bot).map(async (sample) => {
        const [caseId, key] = [randomUUID(), randomUUID()];
        await keep(one.stores.cases, caseId, sample.state.events);
        return { ...sample, caseId, key, answers: new Set<string>() };
      }),
    );
    const press = async (
      { bot }: Instance,
      { payload, verb, caseId, key, answers }: (typeof prepared)[number],
      id: string,
    ): Promise<void> => {
      const data = again(payload, key, caseId);
      counts.presses += 1;
      answers.add(answerOf(await bot.presses({ aadObjectId: payload.by.id }, verb, data, { id })));
    };
    for (const sample of prepared) {
      counts.verbs += 1;
      await Promise.all([press(one, sample, 'same'), press(other, sample, 'same')]);
      await press(one, sample, 'same');
      await press(other, sample, 'another-id');
    }
    await stop(one);
    await stop(other);
    open.length = 0;
    [one, other] = [await instance(), await instance()];
    for (const sample of prepared) {
      await Promise.all([press(one, sample, 'same'), press(other, sample, 'a-third-id')]);
      const history = await one.stores.cases.history(sample.caseId);
      const effects = history.filter(({ id }) => id.startsWith(`${sample.key}:0`)).length;
      if (effects === 0) counts.lost += 1;
      if (effects > 1) counts['recorded twice'] += 1;
      const same = sample.answers.size === (givesAway.includes(sample.verb) ? 2 : 1);
      if (!same) counts['other answers'] += 1;
      if (effects !== 1 || !same)
        wrong.push(
          `${sample.verb}: ${effects} effects, answers: ${[...sample.answers].map((a) => a.slice(0, 900)).join('\n')}`,
        );
    }
    report('presses that come again', counts);
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(counts.verbs).toBeGreaterThan(45);
  }, 300_000);
});
