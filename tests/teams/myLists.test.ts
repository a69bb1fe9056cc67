import type { CaseEvent } from '../../src/protocol/caseFile';
import { plainly } from '../cards/caseFiles';
import { now, otherTeacher, teacher } from '../cards/context';
import { factsWith } from '../cards/everyFact';
import { keep } from '../security/tried';
import { buttonsOf, inputsOf } from '../support/cardParts';
import { insideBot, type InsideBot, type Turn } from '../support/insideBot';
import { at, isObject, objectsIn, stringOf, type JsonObject } from '../support/json';

const of = factsWith(plainly);
const MANY = 19;
const caseIds = Array.from({ length: MANY }, (_, n) => `0b7f4d52-93a1-4c5e-8f60-0000000000${10 + n}`);
/** The first case is of the first of November, and each is a day younger than the one before. */
const dayOf = (n: number): string => `2026-11-${String(n + 1).padStart(2, '0')}T09:00:00.000Z`;

const cardIn = ({ answer }: Turn): JsonObject => {
  const card = at(answer, 'body', 'value');
  if (!isObject(card)) throw new Error('a card was expected');
  return card;
};
const chosen = (card: JsonObject): readonly string[] =>
  inputsOf(card)
    .filter(({ id }) => id === 'go')
    .flatMap(({ choices }) => objectsIn(choices))
    .map(({ value }) => (stringOf(value) ?? '').split('|')[2] ?? '');

/** Everything on the list, page by page, as whoever keeps pressing the button sees it. */
const pages = async (bot: InsideBot, who: string, verb: string, older: string): Promise<readonly string[][]> => {
  const found: string[][] = [];
  let about: unknown = '';
  do {
    const card = cardIn(await bot.presses({ aadObjectId: who }, verb, { m: { about } }));
    found.push([...chosen(card)]);
    const button = buttonsOf(card).find(({ title }) => title === older);
    about = button && at(button.action, 'data', 'm', 'about');
  } while (about !== undefined && found.length < MANY);
  return found;
};

describe('given more cases than fit on a card', () => {
  let bot: InsideBot;
  beforeAll(async () => {
    bot = insideBot({ now: () => now });
    for (const [n, caseId] of caseIds.entries()) {
      const day = { at: dayOf(n) };
      const events: readonly CaseEvent[] = [
        { ...of.CaseOpened, ...day },
        { ...of.ConsultationRequested, ...{ consultation: 'c-1', to: otherTeacher, role: 'leerkracht' }, ...day },
      ];
      await keep(bot.cases, caseId, events, [`person:${teacher}`, `person:${otherTeacher}`]);
    }
  });
  afterAll(async () => bot.close());

  test('when the owner looks through their cases, then each comes once, latest first', async () => {
    const found = await pages(bot, teacher, 'showMyCases', 'Oudere zaken');
    expect(found.map(({ length }) => length)).toEqual([8, 8, 3]);
    expect(found.flat()).toEqual([...caseIds].reverse());
  });

  test('when a colleague looks through what waits on them, then each comes once, oldest first', async () => {
    const found = await pages(bot, otherTeacher, 'showMyRequests', 'Meer');
    expect(found.map(({ length }) => length)).toEqual([8, 8, 3]);
    expect(found.flat()).toEqual(caseIds);
  });
});
