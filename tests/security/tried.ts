import { evolve, emptyCase, type CaseEvent } from '../../src/protocol/caseFile';
import type { CaseStore } from '../../src/casefile/caseStore';
import type { Turn } from '../support/insideBot';

/** Puts a case with these facts in the store, as if they had been recorded one day. */
export const keep = async (
  store: CaseStore,
  caseId: string,
  events: readonly CaseEvent[],
  keys?: string[],
): Promise<void> => {
  let file = emptyCase;
  for (let from = 0; from < events.length; from += 50) {
    const part = events.slice(from, from + 50);
    file = part.reduce(evolve, file);
    await store.append(caseId, from, {
      events: part.map((event, i) => ({ id: `kept-${from + i}:0`, event })),
      ...{ file, due: [], cancelDue: [], protocolVersion: '1.0' },
      listing: { keys: keys ?? [`person:${file.owner}`], awaits: keys ?? [], status: file.status },
    });
  }
};

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Everything that somebody could tell two answers apart by: status, shape, words, what came beside it. */
export const seenIn = ({ answer, sent, updated }: Turn): string =>
  JSON.stringify({ answer, sent, updated }, (name, value: unknown) => (name === 'replyToId' ? '' : value)).replace(
    uuid,
    'an-id',
  );

/** Does it hold anything of the case? Every typed word in it ends with this, and the number is the case's own. */
export const holdsCase = (turn: Turn): boolean => /\bSam\b|MC-2026-/.test(JSON.stringify(turn));

/** A count that a security reviewer can read in the output of the suite. */
export const report = (suite: string, counts: Readonly<Record<string, number>>): void => {
  const told = Object.entries(counts).map(([what, count]) => `${what}: ${count}`);
  process.stdout.write(`${suite}: ${told.join(', ')}\n`);
};
