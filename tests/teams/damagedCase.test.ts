import { memoryRecords } from '../../src/casefile/memory/memoryRecords';
import { storesOver } from '../../src/casefile/stores';
import { testMasterKey } from '../casefile/contract/stores';
import { now } from '../cards/context';
import { players, states } from '../security/states';
import { keep } from '../security/tried';
import { insideBot, type InsideBot } from '../support/insideBot';

const whole = '5e8d2c1b-7a64-4f39-9b05-c3d4e5f60718';
const broken = '5e8d2c1b-7a64-4f39-9b05-c3d4e5f60719';
const [atWork] = states;

let bot: InsideBot;
afterEach(() => bot.close());
const keys = [`person:${players.owner.aadObjectId}`];
/** A teacher with two open cases, one of which was changed in the database. */
const given = async (): Promise<void> => {
  const records = memoryRecords(() => now);
  const stores = storesOver(records, testMasterKey);
  bot = insideBot({ now: () => now, cases: stores.cases, keyValues: stores.keyValues });
  for (const caseId of [whole, broken]) await keep(stores.cases, caseId, atWork?.events ?? [], keys);
  const copy = await records.cases.copyOut(broken);
  if (!copy) throw new Error('no such case');
  await records.cases.copyIn({ ...copy, head: { ...copy.head, sealed: new Uint8Array(copy.head.sealed.length) } });
};
const WARNING = 'een dossier is niet goed te lezen';

describe('given a case that was damaged in the store', () => {
  test.each(['mijn zaken', 'mijn verzoeken', 'overzicht'])(
    'when its owner types “%s”, then the other case is there, it is said that something is missing, and the log names its kind',
    async (words) => {
      await given();
      const said = JSON.stringify((await bot.says(players.owner, words)).sent);
      expect(said).toContain(WARNING);
      if (words !== 'mijn verzoeken') expect(said).toContain(whole);
      expect(said).not.toContain(broken);
      expect(bot.faults).toContain('list: StoredItemDamaged');
    },
  );

  test('when nothing of somebody is damaged, then nothing is said of it', async () => {
    await given();
    const said = JSON.stringify((await bot.says(players.otherTeacher, 'mijn zaken')).sent);
    expect(said).not.toContain(WARNING);
  });
});
