import type { TurnContext } from 'botbuilder';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cardRenderer } from '../../src/cards/render';
import { memoryCaseStore, memoryKeyValueStore } from '../../src/casefile/memory/memoryStores';
import { answerLines } from '../../src/teams/lines';
import { guarded } from '../../src/teams/turnGuard';
import { doorstep, tenantId, type Doorstep } from '../support/doorstep';
import { exampleDirectory, insideBot, type InsideBot } from '../support/insideBot';
import type { Person } from '../support/person';
import { faulty, type StoreMode } from './faultyStores';
import { report } from './tried';
import { dutch } from '../../src/text/tongue';

const now = (): string => new Date().toISOString();
type House = Doorstep & { bot: InsideBot; owner: Person; mode: StoreMode };
const open: House[] = [];
afterEach(async () => {
  for (const house of open.splice(0)) {
    house.mode = 'works';
    await house.close();
    await house.bot.close();
  }
});

/** The whole bot behind the real door, on a store that can be made to fail. It is waited for shortly only while it hangs. */
const given = async (patienceMs = 300): Promise<House> => {
  const directory = exampleDirectory((file) => {
    file['tenantId'] = tenantId;
  });
  const state: { mode: StoreMode } = { mode: 'works' };
  const mode = (): StoreMode => state.mode;
  const bot = insideBot({
    ...{ directory, now },
    cases: faulty(memoryCaseStore(), mode),
    keyValues: faulty(memoryKeyValueStore(now), mode),
  });
  const faults: string[] = [];
  const fault = (where: string): void => void faults.push(where);
  const guests = { isGuest: async () => false };
  const turn = (context: TurnContext): Promise<void> => bot.application.bot.onTurn(context);
  const first = (context: TurnContext): Promise<void> => bot.application.bot.first(context);
  const line = answerLines({ directory, render: cardRenderer() });
  const guard = {
    ...{ directory, guests, first, line, fault, pace: () => true, tongue: () => dutch },
    get answerWithinMs() {
      return mode() === 'hangs' ? patienceMs : 60_000;
    },
  };
  const logic = guarded(guard, turn);
  const ready = async (): Promise<void> => {
    await bot.cases.ping();
  };
  const door = await doorstep(logic, { ready, noting: false });
  const owner = door.teams.person({ aadObjectId: '1a9c4e72-3b6d-4f58-8e01-d5a7f2b3c640', name: 'Marieke Jansen' });
  const house = Object.defineProperty({ ...door, bot, owner } as House, 'mode', {
    get: mode,
    set: (value: StoreMode) => {
      state.mode = value;
    },
  });
  open.push(house);
  return house;
};

const statusOf = async ({ url }: House, path: string): Promise<number> => (await fetch(url(path))).status;

describe.each(['down', 'hangs'] as const)('given a store that works and then: %s', (mode) => {
  test('when somebody sends what they typed, then they read it in Dutch, the card stays as it was filled in, and later the same press is recorded once', async () => {
    const house = await given();
    const { owner } = house;
    await owner.says('ik maak me zorgen over iets');
    const card = owner.chat.lastCard();
    const before = owner.chat.cards.length;
    house.mode = mode;
    const m = { key: '0b7f4d52-93a1-4c5e-8f60-1d2e3a4b5c6d', form: 'intake/open-case', school: 'de-linde' };
    const press = (): Promise<{ status: number; body: unknown }> =>
      owner.sends({
        ...{ type: 'invoke', name: 'adaptiveCard/action', replyToId: card.activityId },
        value: {
          action: { type: 'Action.Execute', verb: 'openCase', data: { m, name: 'Noor de Wit', about: 'ouder' } },
          trigger: 'manual',
        },
      });
    const { status, body } = await press();
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
    expect(JSON.stringify(body)).toMatch(/niets vastgelegd|langer dan anders/);
    expect(JSON.stringify(body)).toMatch(/112.*0800-2000/);
    expect(JSON.stringify(body)).not.toMatch(/Sam|Error|store| at /);
    expect(owner.chat.cards.length).toBe(before); // a line, no other card: what was typed is still on the screen
    house.mode = 'works';
    const recorded = await press();
    expect(JSON.stringify(recorded.body)).toContain('card.adaptive');
    await press();
    expect(await house.bot.cases.history(m.key)).toHaveLength(1);
    report(`store ${mode}`, { lost: 0, leaked: 0 });
  });

  test('when somebody is in danger, then the emergency card comes, typed and pressed', async () => {
    const house = await given(1_000);
    await house.owner.says('hulp');
    const before = house.owner.chat.lastCard();
    house.mode = mode;
    for (const typed of ['nood', 'er is een mes en ze bloedt']) {
      const shown = house.owner.chat.cards.length;
      await house.owner.says(typed);
      const [card] = house.owner.chat.cards.slice(shown);
      expect(card?.text).toMatch(/112[^]*0800-2000/);
    }
    const outcome = await house.owner.presses(before, 'Nood');
    expect(outcome.status).toBe(200);
    expect(`${house.owner.chat.lastCard().text}${JSON.stringify(outcome.body)}`).toContain('112');
  });

  test('when somebody says yes to a file, then what came of it is on a card, for of an answer to that Teams shows nothing', async () => {
    const house = await given(1_000);
    await house.owner.says('hulp');
    const shown = house.owner.chat.cards.length;
    house.mode = mode;
    const context = { reference: 'A'.repeat(43) };
    const uploadInfo = { uploadUrl: 'https://contoso-my.sharepoint.com/upload' };
    const { status } = await house.owner.sends({
      ...{ type: 'invoke', name: 'fileConsent/invoke' },
      value: { type: 'fileUpload', action: 'accept', context, uploadInfo },
    });
    expect(status).toBe(200);
    const said = house.owner.chat.cards.slice(shown).map(({ text }) => text);
    if (mode === 'down') expect(said.join()).toMatch(/Kenmerk: \w+.*112/);
    else expect(said).toEqual([]); // slow: the question is still there, and good
  });

  test('when somebody whom this process never met presses for help, then the numbers come all the same', async () => {
    const house = await given(1_000);
    house.mode = mode;
    await house.owner.says('nood');
    const shown = house.owner.chat.cards.length;
    const { body, status } = await house.owner.sends({
      ...{ type: 'invoke', name: 'adaptiveCard/action' },
      value: { action: { type: 'Action.Execute', verb: 'showEmergency', data: { m: {} } }, trigger: 'manual' },
    });
    expect(status).toBe(200);
    const said = house.owner.chat.cards.slice(shown).map(({ text }) => text);
    expect(`${said.join(' ')}${JSON.stringify(body)}`).toContain('112');
    if (mode === 'down') expect(JSON.stringify(body)).not.toContain('niets vastgelegd');
  });

  test('when somebody asks whether the bot is ready, then it says no, and yes again when the store is back', async () => {
    const house = await given();
    expect(await statusOf(house, '/readyz')).toBe(200);
    house.mode = mode;
    expect(await statusOf(house, '/readyz')).toBe(503);
    expect(await statusOf(house, '/healthz')).toBe(200);
    house.mode = 'works';
    expect(await statusOf(house, '/readyz')).toBe(200);
  });
});

describe('given every invoke that a client can think of', () => {
  test('when it comes, then it is answered once, with 200 and a body of the right shape', async () => {
    const { owner } = await given();
    const names = [
      'adaptiveCard/action',
      'fileConsent/invoke',
      'task/fetch',
      'signin/verifyState',
      'composeExtension/query',
      '',
      undefined,
    ];
    const values = [undefined, null, 'x', 5, [], {}, { action: {} }, { action: { type: 'Action.Execute', verb: 'x' } }];
    const wrong: string[] = [];
    for (const name of names)
      for (const value of values) {
        const { status, body } = await owner.sends({ type: 'invoke', name, value });
        const right =
          /^\{"statusCode":200,"type":"application\/vnd\.microsoft\.(card\.adaptive|activity\.message)","value":/;
        if (status !== 200 || !right.test(JSON.stringify(body)))
          wrong.push(`${String(name)} ${JSON.stringify(value)}: ${status}`);
      }
    report('invokes', { tried: names.length * values.length, unanswered: wrong.length });
    expect(wrong).toEqual([]);
  });
});

describe('given the program itself, when something is thrown that nobody catches', () => {
  test('then it says of which class, without a word of it, finishes what is under way, and ends', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'meldcode-ends-'));
    const run = `
      const { transformFileSync } = require('@swc/core');
      const options = { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } };
      require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, options).code, file);
      const { runBot } = require(${JSON.stringify(join(__dirname, '../../src/runBot.ts'))});
      console.log = () => { Promise.reject(new RangeError('Sam viel van de trap')); }; // as soon as it listens
      runBot();`;
    const child = spawn(process.execPath, ['-e', run], {
      cwd: join(__dirname, '../..'),
      env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += String(part)));
    const [code] = (await once(child, 'exit')) as [number];
    rmSync(folder, { recursive: true, force: true });
    expect(code).toBe(1);
    expect(said).toMatch(/"class":"RangeError".*"msg":"unhandledRejection"/);
    expect(said).not.toContain('Sam');
  }, 60_000);
});
