import { randomUUID } from 'node:crypto';
import type { CaseStore } from '../src/casefile/caseStore';
import { termChanges } from '../src/casefile/termChanges';
import { dueTerms } from '../src/notices/dueNotices';
import { emptyCase, evolve } from '../src/protocol/caseFile';
import { decide } from '../src/protocol/decide';
import { protocol } from '../src/protocol/meldcode';
import { usualTerms } from '../src/protocol/terms';

const AT_ONCE = 50;

/**
 * Begins cases at a moment in the past, of these people in turn, until so many terms are due `by` that moment.
 * @returns how many there are
 */
export const overdue = async (
  store: CaseStore,
  { at, by, due, owners }: { at: string; by: string; due: number; owners: readonly { id: string; schoolId: string }[] },
): Promise<number> => {
  let made = 0;
  const begin = async (n: number): Promise<void> => {
    const owner = owners[n % owners.length];
    if (!owner) throw new Error('there is nobody to remind');
    const { schoolId } = owner;
    const pupil = { name: 'Sam' };
    const actor = { id: owner.id, roles: ['leerkracht'] as const };
    const opening = { type: 'openCase', number: `MC-${n}`, schoolId, pupil, about: 'ouder' } as const;
    const judged = decide(opening, emptyCase, { by: actor, at, length: 0 });
    if ('refusal' in judged) throw new Error(judged.refusal);
    const file = judged.events.reduce(evolve, emptyCase);
    const { due: terms } = termChanges([], dueTerms(usualTerms)(file));
    made += terms.filter(({ dueAt }) => dueAt <= by).length;
    await store.append(randomUUID(), 0, {
      events: judged.events.map((event, i) => ({ id: `begun:${i}`, event })),
      ...{ file, due: terms, cancelDue: [], protocolVersion: protocol.version },
      listing: { keys: [`person:${owner.id}`], awaits: [], status: 'open' },
    });
  };
  for (let n = 0; made < due; n += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => begin(n + i)));
  return made;
};
