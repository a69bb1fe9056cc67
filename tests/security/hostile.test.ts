import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formOfAction } from '../../src/cards/actions';
import { answers } from '../../src/cards/answers';
import { wayVerbs } from '../../src/cards/ways';
import { parseConfig } from '../../src/config';
import { readDirectory } from '../../src/directory/directoryFile';
import type { CommandType } from '../../src/protocol/decide';
import { activitySchema } from '../../src/teams/activityShape';
import { now } from '../cards/context';
import { insideBot, type InsideBot, type Turn } from '../support/insideBot';
import type { JsonObject } from '../support/json';
import { players, states } from './states';
import { keep, report } from './tried';

const caseId = '5e8d2c1b-7a64-4f39-9b05-c3d4e5f60718';
const key = '0b7f4d52-93a1-4c5e-8f60-1d2e3a4b5c6d';
// The keys of the table are the verbs by its type.
const verbs = [...(Object.keys(answers) as CommandType[]), ...Object.keys(formOfAction), ...wayVerbs];
const [atWork] = states;

let bot: InsideBot;
beforeAll(async () => {
  bot = insideBot({ now: () => now });
  await keep(bot.cases, caseId, atWork?.events ?? []);
});
afterAll(async () => bot.close());
const versionOf = async (): Promise<number> => (await bot.cases.load(caseId))?.version ?? 0;

/** What people and attackers type: long, right to left, unseen, broken, and what a card or template could take for its own. */
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    ...[
      'x'.repeat(100_000),
      '\u202Eevil',
      '\u200B\u200B',
      '👩‍👩‍👧‍👦'.repeat(400),
      '\uD800',
      '\0',
      'العربية',
      '${root}',
      '${json(m)}',
    ],
    ...[
      '[klik](https://evil.example)',
      '**vet**',
      '<at>iedereen</at>',
      '<script>alert(1)</script>',
      '__proto__',
      '{{DATE(x)}}',
    ],
  ),
);
const anything = fc.oneof(
  typed,
  fc.anything({ withNullPrototype: false, maxDepth: 3 }),
  fc.json().map((text) => JSON.parse(text) as unknown),
);

/** Something of a fault that must stay inside. */
const tells = (turn: Turn): boolean => /node_modules|\bat \w+ \(|[A-Z]\w*Error\b/.test(JSON.stringify(turn));
const asJson = (value: unknown): unknown => {
  const text = JSON.stringify(value) as string | undefined; // undefined and functions give undefined
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
};

describe('given whatever a client can send, with the owner’s own account', () => {
  test('when the data of a press is not what a card sends, then it is answered, nothing is recorded and nothing is told', async () => {
    const before = await versionOf();
    const counts = { tried: 0, unanswered: 0, leaked: 0, recorded: 0 };
    const inputs = fc.dictionary(
      fc.constantFrom('text', 'on', 'reason', 'go', 'about', 'name', 'constructor', '__proto__', 'detail'),
      anything,
    );
    const refs = fc.record(
      {
        case: fc.constant(caseId),
        key: fc.constant(key),
        form: fc.constantFrom('shared/hub', 'step1-signals/signal', '../x'),
        about: anything,
      },
      { requiredKeys: [] },
    );
    const data = fc.oneof(
      anything,
      fc.tuple(refs, inputs).map(([m, rest]) => ({ ...rest, m, 'not-an-input': 'x' })),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...verbs, 'toString', '', 'x'), data, async (verb, sent) => {
        const turn = await bot.presses(players.owner, verb, asJson(sent));
        counts.tried += 1;
        if (turn.answer === undefined) counts.unanswered += 1;
        if (tells(turn)) counts.leaked += 1;
      }),
      { numRuns: 1500 },
    );
    counts.recorded = (await versionOf()) - before;
    report('hostile presses', counts);
    expect(counts).toMatchObject({ unanswered: 0, leaked: 0, recorded: 0 });
  }, 120_000);

  test('when anything is typed, then it is answered in Dutch and nothing is recorded', async () => {
    const before = await versionOf();
    let leaked = 0;
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        const turn = await bot.says(players.owner, text);
        if (turn.sent.length === 0 || tells(turn) || turn.sent.some((one) => one.text)) leaked += 1;
      }),
      { numRuns: 300 },
    );
    report('hostile lines', { tried: 300, leaked });
    expect(leaked).toBe(0);
    expect(await versionOf()).toBe(before);
  }, 120_000);

  test('when an activity has any shape that passes the door, then the bot does not stumble', async () => {
    const person = { id: '29:x', aadObjectId: players.owner.aadObjectId };
    const shape = fc.record(
      {
        ...{
          text: fc.option(typed),
          value: anything,
          name: fc.constantFrom('adaptiveCard/action', 'x', null),
          action: fc.constantFrom('add', 'remove', 'x'),
          membersAdded: fc.oneof(anything, fc.constant([{ id: '28:bot' }])),
          entities: anything,
        },
        ...{
          attachments: anything,
          replyToId: fc.constantFrom('', 'x', null),
          channelData: anything,
          locale: fc.constantFrom('nl-NL', '', null),
          id: fc.option(fc.string()),
        },
      },
      { requiredKeys: [] },
    );
    const types = [
      'message',
      'invoke',
      'installationUpdate',
      'conversationUpdate',
      'messageReaction',
      'event',
      'typing',
      'x',
    ];
    const thrown: string[] = [];
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...types), shape, async (type, change) => {
        const whole = {
          ...{
            channelId: 'msteams',
            serviceUrl: 'https://smba.trafficmanager.net/emea/',
            from: person,
            recipient: { id: '28:bot' },
          },
          conversation: { id: 'a:1', conversationType: 'personal', tenantId: bot.directory.tenantId },
          ...(asJson(change) as JsonObject), // a record of JSON
          type,
        };
        if (!activitySchema.safeParse(whole).success) {
          refused += 1;
          return;
        }
        await bot
          .takes(whole)
          .catch((error: unknown) => thrown.push(`${type} ${String(error)} ${JSON.stringify(change).slice(0, 200)}`));
      }),
      { numRuns: 1000 },
    );
    report('hostile activities', { tried: 1000, 'refused at the door': refused, thrown: thrown.length });
    expect(refused).toBeLessThan(900);
    expect(thrown.slice(0, 3)).toEqual([]);
  }, 120_000);
});

describe('given a directory file and an environment that somebody spoiled', () => {
  const example = JSON.parse(readFileSync(join(__dirname, '../../docs/directory.example.json'), 'utf8')) as unknown;
  /** The example with one value somewhere replaced. */
  const spoiled = (node: unknown, path: readonly number[], value: unknown): unknown => {
    const [first, ...rest] = path;
    if (first === undefined || typeof node !== 'object' || node === null) return value;
    const keys = Object.keys(node);
    const name = keys[first % Math.max(1, keys.length)] ?? '';
    const inside = spoiled((node as JsonObject)[name], rest, value);
    if (Array.isArray(node)) return node.map((part: unknown, i) => (String(i) === name ? inside : part));
    return { ...node, [name]: inside };
  };

  test('when any of it is something else, then the file is read or refused with Dutch lines, and never throws', () => {
    const path = fc.array(fc.nat(20), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(path, anything, (where, value) => {
        const read = readDirectory(JSON.stringify(spoiled(example, where, value)) ?? '');
        if ('problems' in read) expect(read.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.string(), (text) => void readDirectory(text)));
  });

  test('when a secret stands anywhere in the environment, then no problem repeats it', () => {
    const secret = 'zeer-geheim-4711';
    const names = [...readFileSync(join(__dirname, '../../.env.example'), 'utf8').matchAll(/^(\w+)=/gm)].map(
      ([, name = '']) => name,
    );
    fc.assert(
      fc.property(fc.subarray(names), fc.boolean(), (chosen, production) => {
        const env = Object.fromEntries(chosen.map((name) => [name, `${secret}/${name}`]));
        const read = parseConfig({ ...env, ...(production && { NODE_ENV: 'production' }) });
        if ('problems' in read) expect(read.problems.join()).not.toContain(secret);
      }),
    );
  });
});
