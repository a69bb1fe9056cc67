import { answers } from '../../src/cards/answers';
import type { Attempt } from '../../src/cards/compose';
import type { FormContext, Press, SchoolView } from '../../src/cards/context';
import { formOf, type FormName } from '../../src/cards/forms';
import { emptyCase, evolve, type CaseEvent } from '../../src/protocol/caseFile';
import { decide, type Command, type CommandType } from '../../src/protocol/decide';
import type { Actor } from '../../src/protocol/roles';
import { buttonsOf } from '../support/cardParts';
import { at, stringOf } from '../support/json';
import { plainly } from './caseFiles';
import { screenOf, sentBy, type Screen, type Typed } from './cardOnScreen';
import { contextOf, key, leader, now, pressOf, school, teacher } from './context';
import { factsWith } from './everyFact';

/** One of each fact, for stories about the beginning and the end of a case. */
export const facts = factsWith(plainly);

export const asTeacher: Actor = { id: teacher, roles: ['leerkracht'] };
export const asLeader: Actor = { id: leader, roles: ['schoolleider'] };

export const schools = [
  { id: 'de-linde', name: 'Basisschool De Linde' },
  { id: 'de-esch', name: 'Basisschool De Esch' },
] as const;
export const otherSchool: SchoolView = { ...school, id: 'de-esch', name: 'Basisschool De Esch' };

/** Where somebody stands who has no case open: at one school, unless said otherwise. */
export const outsideCase = (change: Partial<FormContext> = {}): FormContext => ({
  ...contextOf([]),
  caseId: '',
  file: emptyCase,
  schools: schools.slice(0, 1),
  ...change,
});

/** A form on a case with these facts. */
export const inCase = (
  name: FormName,
  events: readonly CaseEvent[],
  change: Partial<FormContext> = {},
  attempt?: Attempt,
): Screen => screenOf(name, formOf(name), contextOf(events, change), attempt);
/** A form that is opened without a case. */
export const noCase = (name: FormName, change: Partial<FormContext> = {}, attempt?: Attempt): Screen =>
  screenOf(name, formOf(name), outsideCase(change), attempt);

/** What the bot reads when this button is pressed after filling in. A card without a case begins one. */
export const readBy = (
  verb: CommandType,
  shown: Screen,
  title: string,
  typed: Typed = {},
  press: Partial<Press> = {},
): ReturnType<(typeof answers)[CommandType]['read']> => {
  const data = sentBy(shown, title, typed);
  const caseId = at(data, 'm', 'case') === undefined ? { caseId: key } : {};
  return answers[verb].read(data, pressOf({ ...caseId, ...press }));
};

/** What the bot says to data that a client could send without minding what the card says. */
export const problemsOf = (verb: CommandType, form: string, inputs: object, refs: object = {}): readonly string[] => {
  const read = answers[verb].read({ m: { key, form, ...refs }, ...inputs }, pressOf({ caseId: key }));
  return 'problems' in read ? read.problems : [];
};

export const commandOf = (read: { command: Command } | { problems: readonly string[] }): Command => {
  if ('problems' in read) throw new Error(read.problems.join(' '));
  return read.command;
};

/** The meldcode's yes or no to it. */
export const judged = (command: Command, events: readonly CaseEvent[] = [], by: Actor = asTeacher) =>
  decide(command, events.reduce(evolve, emptyCase), { by, at: now, length: events.length });

export const eventsOf = (...judging: Parameters<typeof judged>): readonly CaseEvent[] => {
  const judgement = judged(...judging);
  if ('refusal' in judgement) throw new Error(judgement.refusal);
  return judgement.events;
};

/** Where a button of a shown card leads, by its title. */
export const leadsTo = ({ card }: Screen, title: string): unknown =>
  at(buttonsOf(card).find((button) => button.title === title)?.action, 'data', 'm');

/** Addresses that the buttons of a card open. */
export const addressesOn = ({ card }: Screen): readonly string[] =>
  buttonsOf(card).flatMap(({ action }) => stringOf(action['url']) ?? []);
