import type { ActionList } from '../casefile/actionLists';
import { actionDetails, doerValue, type ActionForm } from '../cards/actions';
import type { Inputs } from '../cards/context';
import { choicesOf } from '../cards/form';
import type { Card } from '../cards/render';
import { actionsIn, actionTopics, type Action, type ActionStanding, type ActionTopic } from '../protocol/actions';
import type { SchoolId } from '../protocol/roles';
import { schoolYearOf } from '../protocol/statistics';
import { addMonths } from '../protocol/time';
import { drawn, listCard, schoolIn, todayOf, type ActionTools } from './actionListCard';
import { actionNamed, doersFor, standingsAt } from './actionPlace';
import type { PersonalDesk } from './desk';
import { nameIn } from './people';

/** What is asked for: which card, about which list or action, with which line on top and what was typed before. */
export type ActionCardRequest = { form: ActionForm; about?: string; line?: string; typed?: Inputs };

const isTopic = (name: string): name is ActionTopic => Object.hasOwn(actionTopics, name);

/** The list of this school year, for whoever keeps it. `about`: 'school:new:topic'. */
export const newListFor = (tools: ActionTools, { person }: PersonalDesk, about = ''): ActionList | undefined => {
  const school = schoolIn(about);
  const keeps = standingsAt(tools.directory, person, school).includes('keeper');
  return keeps ? { school, year: schoolYearOf(todayOf(tools)) } : undefined;
};

/** An action that this person may see. */
export const findAction = async (
  { actions, directory }: ActionTools,
  { person }: PersonalDesk,
  { list, number }: { list: ActionList; number: number },
): Promise<Action | undefined> => {
  const [facts = []] = await actions.read([list]);
  const action = actionsIn(facts).find((one) => one.number === number);
  return action && standingsAt(directory, person, list.school, action.who).length > 0 ? action : undefined;
};

/** A card of the list of actions; nothing for whom it is not theirs. */
export const actionCard = async (
  tools: ActionTools,
  desk: PersonalDesk,
  request: ActionCardRequest,
): Promise<Card | undefined> => {
  const { form, about = '' } = request;
  if (form === 'audit/actions') return listCard(tools, desk, about);
  if (form === 'audit/action-agree') return agreeCard(tools, desk, request);
  const named = actionNamed(about);
  const action = named && (await findAction(tools, desk, named));
  return action && oneAction(tools, desk, { ...request, about }, named.list, action);
};

const oneAction = (
  tools: ActionTools,
  desk: PersonalDesk,
  { form, about = '', line = '', typed = {} }: ActionCardRequest,
  { school }: ActionList,
  action: Action,
): Card | undefined => {
  const stands = standingsAt(tools.directory, desk.person, school, action.who);
  const open = action.state === 'open';
  const changes = open && stands.includes('keeper');
  const finishes = open && (stands.includes('keeper') || stands.includes('doer'));
  const where = { school, about };
  const naming = { t: desk.t, nameOf: nameIn(tools.directory, desk.t), today: todayOf(tools) };
  const look = (said: string): Card =>
    drawn(tools, desk, 'audit/action', where, {
      ...actionDetails(action, naming),
      ...{ line: said, changes, finishes, list: ownList(stands, school) },
    });
  if (form === 'audit/action') return look(line);
  if (!open) return look(desk.t.actionRefusals['action-ended']);
  if (form === 'audit/action-done' ? !finishes : !changes) return undefined;
  const { what, topic, due, who } = action;
  const start = { what, topic, due, who: doerValue(who) };
  return drawn(tools, desk, form, where, {
    ...choices(tools, desk, school, action),
    hint: line,
    action: what,
    in: { ...start, ...typed },
  });
};

/** The list that this person may read; whoever only has this action to do goes to their own. */
const ownList = (stands: readonly ActionStanding[], school: SchoolId): string =>
  stands.includes('keeper') || stands.includes('reader') ? `${school}:0` : '';

const agreeCard = (
  tools: ActionTools,
  desk: PersonalDesk,
  { about = '', line = '', typed = {} }: ActionCardRequest,
): Card | undefined => {
  const list = newListFor(tools, desk, about);
  if (!list) return undefined;
  const [, , topic = ''] = about.split(':');
  const start = { topic: isTopic(topic) ? topic : '', due: addMonths(todayOf(tools), 1), who: 'role:schoolleider' };
  const where = { school: list.school, about: `${list.school}:new` };
  return drawn(tools, desk, 'audit/action-agree', where, {
    ...{ ...choices(tools, desk, list.school), hint: line, in: { ...start, ...typed } },
  });
};

/** What the inputs offer; somebody who left is offered only where they stand already. */
const choices = ({ directory }: ActionTools, { t }: PersonalDesk, school: SchoolId, action?: Action) => {
  const people = doersFor(directory, t, school);
  const who = action?.who;
  const left = who && 'person' in who && !people.some(({ value }) => value === doerValue(who)) ? [who] : [];
  return {
    people: [...people, ...left.map((one) => ({ title: nameIn(directory, t)(one.person), value: doerValue(one) }))],
    topics: choicesOf(t, actionTopics),
    warning: t.sayOfActions.warning,
  };
};
