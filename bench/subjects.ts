import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personId } from './chats';
import type { Answer } from './load';
import { start, type Running } from './running';
import { answersCards, looksAtHub, types, type Work } from './works';

const root = join(__dirname, '../../..');

type Example = { tenantId: string; schools: { people: object[] }[] };
// Our own example, which the bot itself checks when it starts.
const example = JSON.parse(readFileSync(join(root, 'docs/directory.example.json'), 'utf8')) as Example;
export const { tenantId } = example;

/** The example board with so many teachers more. */
const writeDirectory = (folder: string, teachers: number): string => {
  const [first, ...others] = example.schools;
  const more = Array.from({ length: teachers }, (_, n) => ({
    ...{ aadObjectId: personId(n), name: `Leerkracht ${n}`, roles: ['leerkracht'], group: 'groep 5' },
  }));
  const schools = [{ ...first, people: [...(first?.people ?? []), ...more] }, ...others];
  const file = join(folder, 'directory.json');
  writeFileSync(file, JSON.stringify({ ...example, schools }));
  return file;
};

/** What is measured: a program, what its people do, and what every turn must bring. */
export interface Subject {
  name: string;
  work: Work;
  start(options?: { counted?: boolean; execArgv?: readonly string[] }): Promise<Running>;
  right(answer: Answer): boolean;
  /** Messages and updates that one turn brings to the chat. */
  brings: { posts: number; updates: number };
}

const ok = ({ status }: Answer): boolean => status === 200;
const CARD = Buffer.from('"type":"application/vnd.microsoft.card.adaptive"');
/** A line instead of a card is a hint or a refusal: nothing was recorded. */
const card = (answer: Answer): boolean => ok(answer) && answer.body.includes(CARD);

/** The bot itself on a store of its own, which goes when it stops. */
export const startMeldcode = async (
  teachers: number,
  { counted = false, execArgv = [], env = {} }: { counted?: boolean; execArgv?: readonly string[]; env?: Readonly<Record<string, string>> } = {},
): Promise<Running> => {
  const folder = mkdtempSync(join(tmpdir(), 'meldcode-bench-'));
  const own = { DATA_DIR: folder, DIRECTORY_FILE: writeDirectory(folder, teachers), PORT: '0', COUNT: counted ? 'yes' : '' };
  const running = await start('meldcodeBot.js', { ...own, ...env }, execArgv);
  return {
    ...running,
    stop: async () => {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const ours = (name: string, work: Work, brings: Subject['brings'], teachers: number): Subject => ({
  ...{ name, work, brings, right: card },
  start: (options = {}) => startMeldcode(teachers, options),
});

export const subjects = (chats: number): readonly Subject[] => [
  {
    ...{ name: '(a) EchoBot', work: types, right: ok, brings: { posts: 1, updates: 0 } },
    start: ({ execArgv = [] } = {}) => start('echoBot.js', {}, execArgv),
  },
  {
    ...{ name: '(b) dialog sample', work: types, right: ok, brings: { posts: 1, updates: 0 } },
    start: ({ execArgv = [] } = {}) => start('dialogSample.js', {}, execArgv),
  },
  {
    ...{ name: '(b) template parsed once', work: types, right: ok, brings: { posts: 1, updates: 0 } },
    start: ({ execArgv = [] } = {}) => start('dialogSample.js', { TEMPLATE: 'once' }, execArgv),
  },
  ours('(c) card answer', answersCards, { posts: 1, updates: 1 }, chats),
  ours('(d) hub', looksAtHub, { posts: 0, updates: 1 }, chats),
];
