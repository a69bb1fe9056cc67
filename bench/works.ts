import { randomUUID } from 'node:crypto';
import { pressed, typed, type Chat, type Surroundings } from './chats';

/** What one chat does again and again: each call gives its next activity. */
export type Work = (chat: Chat, around: Surroundings) => () => object;

/** Presses of one case before the same person begins another: what a long case has. */
const ANSWERS_IN_A_CASE = 30;

const opening = (chat: Chat, around: Surroundings, caseId: string): object =>
  pressed(chat, around, 'openCase', {
    m: { key: caseId, form: 'intake/open-case' },
    ...{ name: 'Sam', group: 'groep 5', birthDate: '', family: '', about: 'gezin', firstSignal: '' },
  });

const signal = (chat: Chat, around: Surroundings, caseId: string): object =>
  pressed(chat, around, 'recordSignal', {
    m: { case: caseId, key: randomUUID(), form: 'step1-signals/signal' },
    text: 'Viel vandaag twee keer in slaap in de klas en wilde na school niet naar huis.',
    ...{ direction: 'wijst-op-zorg', category: 'GO', nature: 'feit', source: 'zelf', sourceName: '' },
    ...{ setting: 'klas', happenedOn: '2026-11-02' },
  });

/** Types a line at every turn. */
export const types: Work = (chat, around) => () => typed(chat, around, 'Ik werk in groep 5');

/** Answers cards: begins a case, records signals in it, and begins the next. */
export const answersCards: Work = (chat, around) => {
  let caseId = '';
  let answered = ANSWERS_IN_A_CASE;
  return () => {
    answered += 1;
    if (answered <= ANSWERS_IN_A_CASE) return signal(chat, around, caseId);
    answered = 1;
    caseId = randomUUID();
    return opening(chat, around, caseId);
  };
};

/** Begins a case, and then looks at its overview at every turn. */
export const looksAtHub: Work = (chat, around) => {
  const caseId = randomUUID();
  let begun = false;
  return () => {
    if (begun) return pressed(chat, around, 'showHub', { m: { case: caseId } });
    begun = true;
    return opening(chat, around, caseId);
  };
};
