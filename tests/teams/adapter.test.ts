import type { TurnContext } from 'botbuilder';
import { StoredItemDamaged } from '../../src/casefile/caseStore';
import { MasterKeyFault } from '../../src/casefile/sealed/masterKey';
import { say } from '../../src/text/nl';
import { doorstep, type Doorstep } from '../support/doorstep';

class Broken extends Error {
  override name = 'Broken';
}
const fails = async (context: TurnContext): Promise<void> => {
  if (context.activity.type === 'message' && context.activity.text === 'kaart') {
    await context.sendActivity({
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: {
            type: 'AdaptiveCard',
            version: '1.5',
            body: [],
            actions: [{ type: 'Action.Execute', title: 'Leg vast', verb: 'keep' }],
          },
        },
      ],
    });
    return;
  }
  throw new Broken('Sam viel van de trap');
};

const open: Doorstep[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
const given = async (logic = fails): Promise<Doorstep> => {
  const door = await doorstep(logic);
  open.push(door);
  return door;
};

describe('given a fault in the middle of a turn', () => {
  test('when somebody typed a line, then they read neutral words with a reference and the emergency numbers', async () => {
    const { marieke, faults } = await given();
    await marieke.says('hoi');
    expect(marieke.chat.cards).toHaveLength(1);
    expect(marieke.chat.lastCard().text).toMatch(/niets vastgelegd.*Kenmerk: [0-9a-f]{8}.*112.*0800-2000/);
    expect(marieke.chat.lastCard().buttons).toEqual(['Mijn zaken', 'Nood']);
    expect(marieke.chat.previews.filter((text) => text !== say.preview)).toEqual([
      'Deze kaart past niet in deze versie van Teams.',
    ]);
    expect(marieke.chat.everything()).not.toContain('trap');
    expect(faults).toEqual(['turn: Broken']);
  });

  test.each([
    [new StoredItemDamaged('case-000001', 'event 3'), /is beschadigd.*laat ik het niet zien.*kenmerk: [0-9a-f]{8}/],
    [new MasterKeyFault('master-key-unreachable'), /sleutel is niet bereikbaar.*kenmerk: [0-9a-f]{8}/],
  ])('when it is %s, then they read what is the matter, without a word of the case', async (error, words) => {
    const { marieke, faults } = await given(() => Promise.reject(error));
    await marieke.says('hoi');
    expect(marieke.chat.lastCard().text).toMatch(words);
    expect(marieke.chat.lastCard().text).toMatch(/112.*0800-2000/);
    expect(marieke.chat.everything()).not.toMatch(/case-000001|event 3/);
    expect(faults).toEqual([`turn: ${error.name}`]);
  });

  test('when somebody pressed a button, then the press is answered, once, and the card stays', async () => {
    const { marieke } = await given();
    await marieke.says('kaart');
    const outcome = await marieke.presses(marieke.chat.lastCard(), 'Leg vast');
    expect(outcome).toMatchObject({ kind: 'toast', status: 200 });
    expect(marieke.chat.toasts).toHaveLength(1);
    expect(marieke.chat.cards).toHaveLength(1);
  });

  test('when the connector answers 503 to a message, then it is tried once within the turn, not four times', async () => {
    const { teams, marieke } = await given();
    const fault = teams.fault({
      status: 503,
      times: Infinity,
      match: ({ kind }) => kind === 'send' || kind === 'reply',
    });
    await marieke.says('kaart').catch(() => undefined);
    // One try for the card, one for the apology.
    expect(fault.struck).toBe(2);
  });
});
