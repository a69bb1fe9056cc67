import type { TurnContext } from 'botbuilder';
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
const given = async (): Promise<Doorstep> => {
  const door = await doorstep(fails);
  open.push(door);
  return door;
};

describe('given a fault in the middle of a turn', () => {
  test('when somebody typed a line, then they read neutral words with a reference and the emergency numbers', async () => {
    const { marieke, faults } = await given();
    await marieke.says('hoi');
    expect(marieke.chat.cards).toHaveLength(1);
    expect(marieke.chat.lastCard().text).toMatch(/niets vastgelegd.*Kenmerk: [0-9a-f]{8}.*112.*0800-2000/);
    expect(marieke.chat.previews).toEqual([say.preview, say.preview]);
    expect(marieke.chat.everything()).not.toContain('trap');
    expect(faults).toEqual(['turn: Broken']);
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
