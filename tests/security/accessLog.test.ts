import { randomUUID } from 'node:crypto';
import { accessLogIn, type Look } from '../../src/casefile/accessLog';
import { now } from '../cards/context';
import { textOf } from '../support/cardParts';
import { insideBot, type InsideBot, type Turn } from '../support/insideBot';
import { at, isObject } from '../support/json';
import { everyPlayer, isLeaderIn, players, standingIn, states, type Player } from './states';
import { keep, report, seenIn } from './tried';

const [atWork] = states;
if (!atWork) throw new Error('there are no states');

let bot: InsideBot;
let caseId: string;
beforeEach(async () => {
  bot = insideBot({ now: () => now });
  caseId = randomUUID();
  await keep(bot.cases, caseId, atWork.events);
});
afterEach(async () => bot.close());

const opens = (player: Player, form: string, refs: object = {}): Promise<Turn> =>
  bot.presses(players[player], 'openForm', { m: { form, case: caseId, ...refs } });
const looks = (): Promise<readonly Look[]> => accessLogIn(bot.keyValues).read(caseId);
const read = ({ answer }: Turn): string => {
  const card = at(answer, 'body', 'value');
  return isObject(card) ? textOf(card) : String(card);
};

describe('given a case that several people work on', () => {
  test('I-22: when they open its cards, then each look is noted with who, when and which card, and nothing else', async () => {
    await opens('owner', 'shared/chronology');
    await bot.presses(players.ibEr, 'showHub', { m: { case: caseId } });
    await opens('otherTeacher', 'step2-consult/answer', { about: 'c-10' });
    expect(await looks()).toEqual([
      { at: now, by: players.owner.aadObjectId, what: 'shared/chronology' },
      { at: now, by: players.ibEr.aadObjectId, what: 'shared/hub' },
      { at: now, by: players.otherTeacher.aadObjectId, what: 'step2-consult/answer' },
    ]);
  });

  test('I-22 I-24: when somebody tries who may not see it, then nothing was seen and nothing is noted', async () => {
    for (const player of everyPlayer.filter((one) => standingIn(atWork, one).length === 0))
      await opens(player, 'shared/chronology');
    expect(await looks()).toEqual([]);
  });

  test('I-22: when the leader asks who looked, then the names, days and cards are read; nobody else can ask', async () => {
    await opens('owner', 'shared/chronology');
    await opens('owner', 'step1-signals/signal');
    await opens('confidant', 'plan/menu');
    const told: string[] = [];
    for (const player of everyPlayer) {
      const turn = await opens(player, 'shared/seen-by');
      if (/In totaal \d+ keer bekeken/.test(read(turn))) told.push(player);
      else expect(seenIn(turn)).toMatch(/Deze zaak bestaat niet|Ik ken je nog niet/);
    }
    expect(told).toEqual(everyPlayer.filter((player) => isLeaderIn(atWork, player)));
    const card = read(await opens('leader', 'shared/seen-by'));
    expect(card).toMatch(/Marieke Jansen\n.*3 keer.*\nAlles wat is vastgelegd, .*/);
    expect(card).toMatch(/Fatma Yıldız/);
    expect(card).toMatch(/Jeroen Nijhuis\n.*\nWie heeft dit dossier gezien/);
    expect(card).not.toContain('Tom Hesselink');
    report('access log', { asked: everyPlayer.length, told: told.length, leaked: 0 });
  });

  test('I-22: when a look cannot be noted, then it is not shown, and the emergency numbers still come', async () => {
    const broken = insideBot({
      now: () => now,
      cases: bot.cases,
      keyValues: { ...bot.keyValues, create: () => Promise.reject(new Error('the store is away')) },
    });
    await expect(broken.presses(players.owner, 'showHub', { m: { case: caseId } })).rejects.toThrow('away');
    const emergency = await broken.presses(players.owner, 'showEmergency', { m: { case: caseId } });
    expect(JSON.stringify(emergency.sent)).toContain('tel:112');
    await broken.close();
  });

  test('I-22: when there were many days, then they stand on several pages', async () => {
    const log = accessLogIn(bot.keyValues);
    for (let n = 0; n < 25; n += 1)
      await log.note(caseId, {
        at: `2026-10-${String(n + 1).padStart(2, '0')}T09:00:00.000Z`,
        by: players.owner.aadObjectId,
        what: 'shared/hub',
      });
    expect(read(await opens('leader', 'shared/seen-by'))).toContain('Blad 1 van 3');
    expect(read(await opens('leader', 'shared/seen-by', { about: '2' }))).toMatch(/Blad 3 van 3/);
  });
});
