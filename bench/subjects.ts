import type { Answer } from './load';
import { startMeldcode, startOnCosmos } from './meldcode';
import type { Options } from './options';
import { start, type Running, type Start } from './running';
import { answersCards, listsCases, looksAtHub, types, type Work } from './works';

/** What people do, and what a turn is answered with. */
export interface Doings {
  name: string;
  work: Work;
  right(answer: Answer): boolean;
}

/** What is measured: a program, what its people do, and what every turn must bring. */
export interface Subject extends Doings {
  start(options?: Start & { counted?: boolean }): Promise<Running>;
  /** Messages and updates that one turn brings to the chat. */
  brings: { posts: number; updates: number };
  /** Facts that one turn records; another process must find them. */
  records?: number;
}

const CARD = Buffer.from('"type":"application/vnd.microsoft.card.adaptive"');
const ok = ({ status }: Answer): boolean => status === 200;
/** A line instead of a card is a refusal. */
const card = (answer: Answer): boolean => ok(answer) && answer.body.includes(CARD);
/** Only what was recorded has a receipt; a hint comes in the card that was pressed. */
const RECEIPT = Buffer.from('"text":"✓ ');
const receipt = (answer: Answer): boolean => card(answer) && answer.body.includes(RECEIPT);

export const answering: Doings = { name: 'card answer', work: answersCards, right: receipt };
export const listing: Doings = { name: 'my cases', work: listsCases, right: card };

export const typing: Doings = { name: 'typed line', work: types, right: ok };

const sample = (name: string, program: string, env: Readonly<Record<string, string>> = {}): Subject => ({
  ...{ name, work: types, right: ok, brings: { posts: 1, updates: 0 } },
  start: (options = {}) => start(program, { ...options, env }),
});

export const ECHO = '(a) EchoBot';
export const SAMPLE = '(b) dialog sample';
export const CARD_ANSWER = '(c) card answer';
export const HUB = '(d) overview';
export const ON_COSMOS = '(e) card answer, Cosmos peer';

export const subjects = ({ people: teachers }: Pick<Options, 'people'>): readonly Subject[] => [
  sample(ECHO, 'echoBot'),
  sample(SAMPLE, 'dialogSample'),
  sample('(b) its template parsed once', 'dialogSample', { TEMPLATE: 'once' }),
  {
    ...{ name: CARD_ANSWER, work: answersCards, right: receipt, brings: { posts: 1, updates: 1 } },
    records: 1,
    start: (options = {}) => startMeldcode({ teachers, ...options }),
  },
  {
    ...{ name: HUB, work: looksAtHub, right: card, brings: { posts: 0, updates: 1 } },
    records: 0,
    start: (options = {}) => startMeldcode({ teachers, ...options }),
  },
  {
    ...{ name: ON_COSMOS, work: answersCards, right: receipt, brings: { posts: 1, updates: 1 } },
    records: 1,
    start: (options = {}) => startOnCosmos({ teachers, ...options }),
  },
];
