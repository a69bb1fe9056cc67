import { randomUUID } from 'node:crypto';
import { personId, pressed, typed, type Chat, type Surroundings } from './chats';

/** What one chat does: each call gives its next activity. */
export interface Doing {
  /** Once, before everything else. */
  begin?(): object;
  /** Before each turn, outside what is measured: brings the card that the turn answers. */
  prepare?(): object;
  turn(): object;
}
export type Work = (chat: Chat, around: Surroundings) => Doing;

/** A day that has passed, whatever the clock says. */
const yesterday = (): string => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

/** A pupil of one's own: whoever has a file about the same pupil is told so, and that is another turn than is measured here. */
const pupilOf = (caseId: string): string => `Sam ${caseId.slice(0, 8)}`;

const opening = (chat: Chat, around: Surroundings, caseId: string): object =>
  pressed(chat, around, 'openCase', {
    m: { key: caseId, form: 'intake/open-case' },
    ...{ name: pupilOf(caseId), group: 'groep 5', birthDate: '', family: '', about: 'ouder', firstSignal: '' },
  });

const signal = (chat: Chat, around: Surroundings, caseId: string): object =>
  pressed(chat, around, 'recordSignal', {
    m: { case: caseId, key: randomUUID(), form: 'step1-signals/signal' },
    text: 'Viel vandaag twee keer in slaap in de klas en wilde na school niet naar huis.',
    ...{ direction: 'wijst-op-zorg', category: 'GO', nature: 'feit', source: 'zelf', sourceName: '' },
    ...{ setting: 'klas', happenedOn: yesterday() },
  });

/** The one case of a chat. */
export const caseOf = ({ conversation }: Chat): string => personId(`case ${conversation}`);

/** Types a line at every turn. */
export const types: Work = (chat, around) => ({ turn: () => typed(chat, around, 'Ik werk in groep 5') });

/** Opens the card for a signal, and at the turn answers it: recorded, receipt, and the next card of the talk. */
export const answersCards: Work = (chat, around) => {
  const caseId = caseOf(chat);
  return {
    begin: () => opening(chat, around, caseId),
    prepare: () => pressed(chat, around, 'openForm', { m: { case: caseId, form: 'step1-signals/signal' } }),
    turn: () => signal(chat, around, caseId),
  };
};

/** Looks at the overview of a case at every turn. */
export const looksAtHub: Work = (chat, around) => {
  const caseId = caseOf(chat);
  return {
    begin: () => opening(chat, around, caseId),
    turn: () => pressed(chat, around, 'showHub', { m: { case: caseId } }),
  };
};

/** Begins a case, and looks at the list of own cases at every turn. */
export const listsCases: Work = (chat, around) => ({
  begin: () => opening(chat, around, caseOf(chat)),
  turn: () => pressed(chat, around, 'showMyCases', { m: {} }),
});
