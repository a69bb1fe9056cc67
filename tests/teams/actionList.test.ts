import { randomUUID } from 'node:crypto';
import { actionListsIn } from '../../src/casefile/actionLists';
import { actionForms } from '../../src/cards/actions';
import type { ActionCommandType, ActionEvent } from '../../src/protocol/actions';
import { exampleDirectory, insideBot, type InsideBot, type Turn } from '../support/insideBot';
import { isObject, objectsIn, type JsonObject } from '../support/json';
import { everyPlayer, players, type Player } from '../security/states';
import { seenIn } from '../security/tried';
import { at } from '../support/json';
import { objectsDeep } from '../cards/templates';
import { inputsOf } from '../support/cardParts';

const now = '2026-11-24T09:00:00.000Z';
const secret = 'Oefenen met een verzonnen zaak';
const agreed: ActionEvent = {
  ...{ type: 'ActionAgreed', action: 1, by: players.leader.aadObjectId, at: now, key: randomUUID() },
  ...{ what: secret, topic: 'wegen', who: { person: players.ibEr.aadObjectId }, due: '2026-12-01' },
};
const list = 'actions:de-linde:2026-2027';
const about = 'de-linde:2026-2027:1';

const opened: InsideBot[] = [];
afterEach(async () => {
  for (const bot of opened.splice(0)) await bot.close();
});
/** The bot, with these facts on the list of De Linde. */
const given = async (facts: readonly unknown[] = [agreed], directory = exampleDirectory()): Promise<InsideBot> => {
  const bot = insideBot({ now: () => now, directory });
  opened.push(bot);
  if (facts.length > 0) await bot.keyValues.write({ [list]: { facts } });
  return bot;
};
const factsOf = async ({ keyValues }: InsideBot): Promise<readonly ActionEvent[]> =>
  (await actionListsIn(keyValues).read([{ school: 'de-linde', year: '2026-2027' }]))[0] ?? [];
const cardOf = ({ answer }: Turn): JsonObject => {
  const card = at(answer, 'body', 'value');
  return isObject(card) ? card : {};
};

const filled: Readonly<Record<ActionCommandType, JsonObject>> = {
  agreeAction: { what: 'Iets nieuws', topic: 'kennis', who: 'role:schoolleider', due: '2026-12-10' },
  changeAction: { what: 'Iets anders', topic: 'kennis', who: 'role:schoolleider', due: '2026-12-10', reason: 'Beter.' },
  finishAction: { result: 'Gelukt.' },
  dropAction: { reason: 'Niet nodig.' },
};
// The keys of the table are the verbs by its type.
const verbs = Object.keys(filled) as ActionCommandType[];
const forms = Object.keys(actionForms);

const press = (bot: InsideBot, player: Player, verb: ActionCommandType, of: string, inputs = filled[verb]) =>
  bot.presses(players[player], verb, { m: { key: randomUUID(), about: of }, ...inputs });
const open = (bot: InsideBot, player: Player, form: string, of: string) =>
  bot.presses(players[player], 'openForm', { m: { form, about: of } });

const mayRecord: Readonly<Record<ActionCommandType, readonly Player[]>> = {
  agreeAction: ['leader', 'deputy'],
  changeAction: ['leader', 'deputy'],
  finishAction: ['leader', 'deputy', 'ibEr'],
  dropAction: ['leader', 'deputy'],
};

describe('given an action on the list of a school', () => {
  test.each(verbs)('I-24 I-25 R-236: when everybody does %s, then only those of the list get through', async (verb) => {
    const through: Player[] = [];
    for (const player of everyPlayer) {
      const bot = await given();
      const turn = await press(bot, player, verb, verb === 'agreeAction' ? 'de-linde:new' : about);
      if ((await factsOf(bot)).length > 1) through.push(player);
      else expect(JSON.stringify(turn)).not.toContain('Vastgelegd.');
      expect(bot.faults).toEqual([]);
    }
    expect(through.sort()).toEqual([...mayRecord[verb]].sort());
  });

  test('I-24 I-25 R-236: when whoever it is not of opens any card of it, then the answer is that for one that does not exist', async () => {
    const [bot, empty] = [await given(), await given([])];
    const nobody = everyPlayer.filter((one) => !['leader', 'deputy', 'ibEr', 'board'].includes(one));
    const seen = [...forms.map((form) => [form, about] as const), ['audit/actions', 'de-linde:0'] as const];
    for (const player of nobody)
      for (const [form, of] of seen) {
        const turns = [await open(bot, player, form, of), await open(empty, player, form, of)];
        const [there, nowhere] = turns.map(seenIn);
        expect([player, form, there]).toEqual([player, form, nowhere]);
        expect(there).not.toContain(secret);
      }
    for (const player of nobody)
      expect(JSON.stringify(await bot.says(players[player], 'acties'))).not.toContain(secret);
    expect(JSON.stringify(await open(bot, 'leader', 'audit/action', about))).toContain(secret);
    expect(JSON.stringify(await open(bot, 'board', 'audit/action', about))).toContain(secret);
  });

  test('I-23 R-236: when the same press comes twice, or after it has ended, then nothing is added and the card says so', async () => {
    const bot = await given();
    const twice = { m: { key: randomUUID(), about }, result: 'Gelukt.' };
    await bot.presses(players.ibEr, 'finishAction', twice);
    expect(JSON.stringify(await bot.presses(players.ibEr, 'finishAction', twice))).toContain('Dit was al vastgelegd');
    const late = await press(bot, 'leader', 'dropAction', about);
    expect(JSON.stringify(late)).toContain('Deze actie was al afgerond');
    expect((await factsOf(bot)).map(({ type }) => type)).toEqual(['ActionAgreed', 'ActionDone']);
  });

  test.each([
    ['nothing', { what: ' ', topic: '', who: '', due: '' }, 'Schrijf op wat er gaat gebeuren.'],
    ['a person who was not offered', { who: `person:${players.leaderOfDeBeuk.aadObjectId}` }, 'Kies wie dit doet.'],
    ['a role of nobody', { who: 'role:jeugdarts' }, 'Kies wie dit doet.'],
    ['a day gone by', { due: '2026-11-23' }, 'Deze dag is al voorbij.'],
    ['a case number', { what: 'Zaak mc-2026-7K3F9Q bespreken' }, 'Noem hier geen zaaknummer'],
    ['too much', { what: 'x'.repeat(301) }, 'hoogstens 300 tekens'],
    ['an input of another card', { result: 'x' }, 'Deze kaart klopt niet meer.'],
  ])('R-236: when %s is sent, then the card says what to mend and nothing is recorded', async (_what, change, said) => {
    const bot = await given();
    const turn = await press(bot, 'leader', 'agreeAction', 'de-linde:new', { ...filled.agreeAction, ...change });
    expect(JSON.stringify(turn)).toContain(said);
    expect(await factsOf(bot)).toEqual([agreed]);
  });

  test('R-236: when the one who would do it left the school, then the leader is asked on the day, and the other is not', async () => {
    const directory = exampleDirectory((file) => {
      for (const school of objectsIn(file['schools']))
        school['people'] = objectsIn(school['people']).filter((one) => one['aadObjectId'] !== players.ibEr.aadObjectId);
    });
    const bot = await given([{ ...agreed, due: '2026-11-24' }], directory);
    expect(JSON.stringify(await bot.says(players.leader, 'mijn verzoeken'))).toContain(secret);
    expect(JSON.stringify(await bot.says(players.ibEr, 'mijn verzoeken'))).not.toContain(secret);
    const change = await open(bot, 'leader', 'audit/action-change', about);
    expect(JSON.stringify(change)).toContain('een oud-medewerker');
  });

  test('R-236: when a stored list is damaged, then requests still come, and say that something is missing', async () => {
    const bot = await given([{ type: 'ActionDone' }]);
    expect(JSON.stringify(await bot.says(players.ibEr, 'mijn verzoeken'))).toContain('Niet alles kan hier staan');
    await expect(bot.says(players.leader, 'acties')).rejects.toThrow('a stored list of actions is damaged');
  });
});

describe('given a long list, and texts that somebody means to do harm with', () => {
  const nasty = '[klik](https://evil.example) **vet** ${root} <at>x</at> ';
  const long = (what: string, most: number): string => `${nasty}${what.repeat(most)}`.slice(0, most);
  const many = Array.from({ length: 30 }, (_, i): ActionEvent[] => {
    const key = (n: number): string => `key-${i}-${n}`;
    const first: ActionEvent = { ...agreed, action: i + 1, key: key(1), what: long('Veel woorden. ', 300) };
    const told = { action: i + 1, by: players.leader.aadObjectId, at: now };
    return [
      first,
      ...Array.from({ length: 12 }, (_x, n): ActionEvent => ({
        ...{ ...first, type: 'ActionChanged', key: key(n + 2), reason: long('Een reden. ', 300) },
      })),
      ...(i % 2 ? [{ type: 'ActionDone' as const, ...told, key: key(20), result: long('Resultaat. ', 500) }] : []),
    ];
  }).flat();

  test('R-236: when its cards are made, then each fits in one message with at most six buttons, and no text of theirs becomes a link', async () => {
    const bot = await given(many);
    const cards = [
      ...(await Promise.all(forms.map((form) => open(bot, 'leader', form, about)))),
      await open(bot, 'leader', 'audit/actions', 'de-linde:6'),
      await open(bot, 'leader', 'audit/actions', 'de-linde:9999'),
      await open(bot, 'board', 'audit/actions', 'de-linde:0'),
      await open(bot, 'leader', 'audit/action-agree', 'de-linde:new:wachttijd'),
    ].map(cardOf);
    for (const card of cards) {
      expect(card['type']).toBe('AdaptiveCard');
      expect(Buffer.byteLength(JSON.stringify(card), 'utf16le')).toBeLessThan(25 * 1024);
      expect(objectsIn(card['actions']).length).toBeLessThanOrEqual(6);
      const read = objectsDeep(card).filter(({ type }) => type === 'TextBlock');
      expect(read.filter(({ text }) => String(text).includes('evil.example'))).toEqual([]);
      for (const input of inputsOf(card).filter(({ value }) => value !== '' && value !== undefined))
        if (input['type'] === 'Input.ChoiceSet')
          expect(objectsIn(input['choices']).map(({ value }) => value)).toContain(input['value']);
    }
    const [first] = cards;
    expect(JSON.stringify(first)).toContain('Open: 15. Afgerond of vervallen: 15.');
  });
});
