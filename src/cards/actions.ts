import * as z from 'zod';
import {
  actionRoles,
  actionTopics,
  isLate,
  type Action,
  type ActionCommand,
  type ActionCommandType,
  type ActionDoer,
  type ActionEvent,
  type ActionRole,
  actionStates,
} from '../protocol/actions';
import type { PersonId } from '../protocol/roles';
import { localDateOf, type LocalDate } from '../protocol/time';
import type { Dutch, Tongue } from '../text/tongue';
import { sayOfActions as say } from '../text/actions';
import { choice, day, reference, text } from './fields';

/** Longest texts on the list, in characters; the same numbers stand in the templates. */
const SENTENCE = 300;
const RESULT = 500;

/** The cards of the list (R-236). They are of no case, and so no forms. */
export const actionForms = {
  'audit/actions': 'Actielijst',
  'audit/action': 'Actie',
  'audit/action-agree': 'Nieuwe actie',
  'audit/action-change': 'Actie wijzigen',
  'audit/action-done': 'Actie afronden',
  'audit/action-drop': 'Actie laten vervallen',
} as const;
export type ActionForm = keyof typeof actionForms;
export const isActionForm = (name: string): name is ActionForm => Object.hasOwn(actionForms, name);

/** On which card each button is that records. */
export const formOfAction: Readonly<Record<ActionCommandType, ActionForm>> = {
  agreeAction: 'audit/action-agree',
  changeAction: 'audit/action-change',
  finishAction: 'audit/action-done',
  dropAction: 'audit/action-drop',
};
export const isActionVerb = (verb: string): verb is ActionCommandType => Object.hasOwn(formOfAction, verb);

/** 'role:schoolleider' or 'person:<id>', as a choice sends it. */
export const doerValue = (who: ActionDoer): string => ('role' in who ? `role:${who.role}` : `person:${who.person}`);
const isActionRole = (name: string): name is ActionRole => Object.hasOwn(actionRoles, name);

/** Somebody that the card offered; whoever sends another one chose nothing. */
const doer = (offered: readonly string[]) =>
  z
    .string(say.who)
    .max(80, say.who)
    .refine((value) => offered.includes(value), say.who)
    .transform((value): ActionDoer => {
      const name = value.slice(value.indexOf(':') + 1);
      return value.startsWith('role:') && isActionRole(name) ? { role: name } : { person: name };
    });

/** Words for the list; a case number in them would tie it to a file. */
const free = (problem: Dutch, max: number) =>
  text(problem, max).refine((value) => !/\bMC-\d{4}-/i.test(value), say.noCases);

const agreed = (offered: readonly string[]) => ({
  what: free(say.what, SENTENCE),
  topic: choice(actionTopics, say.topic),
  who: doer(offered),
  due: day(say.due),
});

/** `about`: the list or the action that the card is about, as an opaque reference. */
const refs = z.strictObject({ key: z.uuid(), about: reference() });
export type ActionPress = { key: string; about: string };
export const readActionRefs = (data: unknown): ActionPress | undefined => z.object({ m: refs }).safeParse(data).data?.m;

/** Reads what a card sent: the command for this action, or Dutch sentences about what to mend. */
export const readActionAnswer = (
  verb: ActionCommandType,
  data: unknown,
  { action, offered }: { action: number; offered: readonly string[] },
): { command: ActionCommand } | { problems: readonly string[] } => {
  const m = refs;
  const read = <S extends z.ZodType>(schema: S, toCommand: (inputs: z.output<S>) => ActionCommand) => {
    const parsed = schema.safeParse(data);
    if (parsed.success) return { command: toCommand(parsed.data) };
    const ours = parsed.error.issues.filter(({ path, code }) => path[0] !== 'm' && code !== 'unrecognized_keys');
    return { problems: ours.length > 0 ? [...new Set(ours.map(({ message }) => message))] : [say.outdated] };
  };
  switch (verb) {
    case 'agreeAction':
      return read(z.strictObject({ m, ...agreed(offered) }), ({ m: _, ...inputs }) => ({ type: verb, ...inputs }));
    case 'changeAction':
      return read(
        z.strictObject({ m, ...agreed(offered), reason: free(say.reason, SENTENCE) }),
        ({ m: _, ...inputs }) => ({ type: verb, action, ...inputs }),
      );
    case 'finishAction':
      return read(z.strictObject({ m, result: free(say.result, RESULT) }), ({ result }) => ({
        ...{ type: verb, action, result },
      }));
    case 'dropAction':
      return read(z.strictObject({ m, reason: free(say.reason, SENTENCE) }), ({ reason }) => ({
        ...{ type: verb, action, reason },
      }));
  }
};

type Naming = { nameOf: (id: PersonId) => string; today: LocalDate; t: Tongue };
const doerIn = (who: ActionDoer, { t, nameOf }: Naming): string =>
  'role' in who ? t(actionRoles[who.role]) : nameOf(who.person);

const stateLine = (action: Action, naming: Naming): string => {
  const { state, ended, due } = action;
  if (ended)
    return naming.t('{state} op {day}', {
      state: naming.t(actionStates[state]),
      day: naming.t.day(localDateOf(ended.at)),
    });
  return isLate(action, naming.today)
    ? naming.t('Te laat: uiterlijk {day}', { day: naming.t.day(due) })
    : naming.t.sayOfActions.until(naming.t.day(due));
};

/** An action as a row of the list. */
export const actionRow = (action: Action, naming: Naming) => ({
  what: action.what,
  line: `${doerIn(action.who, naming)} · ${stateLine(action, naming)}`,
  late: isLate(action, naming.today),
  ended: action.ended?.text ?? '',
});

/** An action as a choice: as much of it as fits on one line of a phone. */
export const actionTitle = ({ what, number }: Action): string => {
  const LINE = 50;
  return `${number}. ${what.length > LINE ? `${what.slice(0, LINE - 1).trimEnd()}…` : what}`;
};

const factLine = (event: ActionEvent, { t, nameOf }: Naming): { title: string; line: string } => {
  const who = `${t.day(localDateOf(event.at))} · ${nameOf(event.by)}`;
  switch (event.type) {
    case 'ActionAgreed':
      return { title: t('Afgesproken: {what}', { what: event.what }), line: who };
    case 'ActionChanged':
      return {
        title: t('Gewijzigd: {what}', { what: event.what }),
        line: `${who} · ${t.sayOfActions.until(t.day(event.due))} · ${event.reason}`,
      };
    case 'ActionDone':
      return { title: t('Gedaan: {result}', { result: event.result }), line: who };
    case 'ActionDropped':
      return { title: t('Vervallen: {reason}', { reason: event.reason }), line: who };
  }
};

/** More would not fit on a card; the first and the latest tell what matters. */
const MOST_FACTS = 5;

/** One action with what became of it. */
export const actionDetails = (action: Action, naming: Naming) => {
  const latest = action.history.slice(-MOST_FACTS);
  const first = action.history.slice(0, action.history.length > MOST_FACTS ? 1 : 0);
  return {
    what: action.what,
    lines: [
      naming.t('Wie: {who}', { who: doerIn(action.who, naming) }),
      stateLine(action, naming),
      naming.t('Over: {topic}', { topic: naming.t(actionTopics[action.topic]).toLowerCase() }),
    ],
    late: isLate(action, naming.today),
    facts: [...first, ...latest].map((event) => factLine(event, naming)),
    left: Math.max(0, action.history.length - MOST_FACTS - 1),
  };
};
