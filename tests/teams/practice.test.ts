import { ibEr, teacher } from '../cards/context';
import { textOf } from '../support/cardParts';
import { exampleDirectory, insideBot, type InsideBot, type Sender, type Turn } from '../support/insideBot';
import { at, isObject, objectsIn, type JsonObject } from '../support/json';

const HOUR = 3_600_000;
const mark = 'OEFENING: dit is niet echt';
const over = 'Deze oefening is voorbij en gewist.';

const cardsIn = ({ sent, answer }: Turn): readonly JsonObject[] => [
  ...[at(answer, 'body', 'value')].filter(isObject),
  ...sent.flatMap(({ attachments }) => (attachments ?? []).map(({ content }): unknown => content).filter(isObject)),
];
const readIn = (turn: Turn): string => cardsIn(turn).map(textOf).join('\n');
/** What the button with this verb on one of the cards sends by itself. */
const sends = (turn: Turn, verb: string): JsonObject => {
  const data = cardsIn(turn)
    .flatMap(({ actions }) => objectsIn(actions))
    .find((action) => action['verb'] === verb)?.['data'];
  if (!isObject(data)) throw new Error(`no button ${verb}`);
  return data;
};

/** A practice up to the card on which a fictional case is begun, and what its button sends. */
const practises = async (bot: InsideBot, who: Sender): Promise<JsonObject> => {
  const begun = await bot.says(who, 'oefenen');
  const triage = await bot.presses(who, 'showTriage', sends(begun, 'showTriage'));
  const form = await bot.presses(who, 'openForm', {
    ...sends(triage, 'openForm'),
    go: 'intake/open-case',
  });
  return { ...sends(form, 'openCase'), name: 'Sam Voorbeeld', about: 'onbekend' };
};

/** A school with more teachers than can practise at once. */
const crowd = Array.from({ length: 101 }, (_, i) => `c0000000-0000-4000-8000-${String(i).padStart(12, '0')}`);
const crowded = exampleDirectory((file) => {
  const [first] = objectsIn(file['schools']);
  if (!first) throw new Error('the example has no school');
  const more = crowd.map((aadObjectId, i) => ({ aadObjectId, name: `Leerkracht ${i}`, roles: ['leerkracht'] }));
  first['people'] = [...objectsIn(first['people']), ...more];
});

describe('given somebody who practises', () => {
  const opened: InsideBot[] = [];
  const opens = (options?: Parameters<typeof insideBot>[0]): InsideBot => {
    const bot = insideBot(options);
    opened.push(bot);
    return bot;
  };
  afterEach(async () => {
    for (const bot of opened.splice(0)) await bot.close();
  });

  test('when the case of it begins, then the store of real cases and what is kept beside it stay empty', async () => {
    const bot = opens();
    const data = await practises(bot, { aadObjectId: teacher });
    const began = await bot.presses({ aadObjectId: teacher }, 'openCase', data);
    expect(readIn(began)).toContain('✓ Zaak begonnen');
    expect((await bot.cases.find([`person:${teacher}`], { limit: 10 })).heads).toEqual([]);
    const id = String(at(data, 'm', 'key'));
    expect(await bot.cases.load(id)).toBeUndefined();
    expect(bot.faults).toEqual([]);
  });

  test('when a colleague presses a card of it, or one is forged with its mark, then it opens nothing', async () => {
    const bot = opens();
    const data = await practises(bot, { aadObjectId: teacher });
    await practises(bot, { aadObjectId: ibEr });
    expect(readIn(await bot.presses({ aadObjectId: ibEr }, 'openCase', data))).toContain(over);
    expect(readIn(await bot.presses({ aadObjectId: 'nobody' }, 'openCase', data))).not.toContain(mark);
  });

  test('when a real case is asked for with the mark of a practice, then there is no such case', async () => {
    const bot = opens();
    const who = { aadObjectId: teacher };
    const practice = at(await practises(bot, who), 'm', 'practice');
    const real = '5e8d2c1b-7a64-4f39-9b05-c3d4e5f60718';
    const form = {
      m: { key: real, form: 'intake/open-case', school: 'de-linde' },
      name: 'Echt Kind',
      about: 'onbekend',
    };
    expect(readIn(await bot.presses(who, 'openCase', form))).toContain('✓ Zaak begonnen');
    const asked = await bot.presses(who, 'showHub', { m: { case: real, practice } });
    expect(readIn(asked)).toContain('Deze zaak bestaat niet');
    expect(readIn(asked)).not.toContain('Echt Kind');
  });

  test('when nothing was done for more than four hours, then it makes room for whoever begins', async () => {
    let passed = 0;
    const bot = opens({ now: () => new Date(Date.parse('2026-11-24T09:00:00.000Z') + passed).toISOString() });
    const data = await practises(bot, { aadObjectId: teacher });
    passed = 4 * HOUR + 60_000;
    await practises(bot, { aadObjectId: ibEr });
    expect(readIn(await bot.presses({ aadObjectId: teacher }, 'openCase', data))).toContain(over);
  });

  test('when more than a hundred practise, then only whoever did nothing longest has to begin again', async () => {
    let passed = 0;
    const bot = opens({
      directory: crowded,
      now: () => new Date(Date.parse('2026-11-24T09:00:00.000Z') + (passed += 1000)).toISOString(),
    });
    const [first = '', second = '', ...others] = crowd;
    const cards = [await practises(bot, { aadObjectId: first }), await practises(bot, { aadObjectId: second })];
    for (const aadObjectId of others) await bot.says({ aadObjectId }, 'oefenen');
    expect(readIn(await bot.presses({ aadObjectId: first }, 'openCase', cards[0]))).toContain(over);
    expect(readIn(await bot.presses({ aadObjectId: second }, 'openCase', cards[1]))).toContain('✓ Zaak begonnen');
  });
});
