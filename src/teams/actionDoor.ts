import type { TurnContext } from 'botbuilder';
import { doerValue, formOfAction, readActionAnswer, readActionRefs, type ActionForm } from '../cards/actions';
import type { Card } from '../cards/render';
import { decideAction, listEnds, type ActionCommandType } from '../protocol/actions';
import { actionCard, findAction, newListFor, type ActionCardRequest } from './actionCards';
import type { ActionTools } from './actionListCard';
import { actionNamed, doersFor, nameOfAction, standingsAt } from './actionPlace';
import type { PersonalDesk } from './desk';
import { typedIn } from './pressed';
import { updatePressed, type Reply } from './reply';

type DoorTools = ActionTools & { fault: (where: string, error: unknown) => void };

/** A card of the list, or the answer of everybody for whom there is nothing: both the same whether it exists or not (I-24). */
export const showActions = async (tools: ActionTools, desk: PersonalDesk, request: ActionCardRequest): Promise<Card> =>
  (await actionCard(tools, desk, request)) ?? desk.message(desk.t.say.notForYou);

/** A button of the list that records: who, read, record, reply. Nobody is told; the day itself asks. */
export const pressAction = async (
  tools: DoorTools,
  context: TurnContext,
  desk: PersonalDesk,
  verb: ActionCommandType,
  data: unknown,
): Promise<Reply> => {
  const refs = readActionRefs(data);
  if (!refs) return { line: desk.t.say.unknownButton };
  const { key, about } = refs;
  const form = formOfAction[verb];
  const nothing: Reply = { card: desk.message(desk.t.say.notForYou) };
  const again = async (line: string): Promise<Reply> => ({
    card: await showActions(tools, desk, { form, about, line, typed: typedIn(data) }),
  });
  const named = actionNamed(about);
  const found = named && (await findAction(tools, desk, named));
  const list = verb === 'agreeAction' ? newListFor(tools, desk, about) : found && named?.list;
  if (!list) return nothing;
  // Somebody who left may stand there still; nobody else than these can be chosen.
  const kept = found ? [doerValue(found.who)] : [];
  const offered = [...doersFor(tools.directory, desk.t, list.school).map(({ value }) => value), ...kept];
  const read = readActionAnswer(verb, data, { action: named?.number ?? 0, offered });
  if ('problems' in read) return again(read.problems.map(desk.t.ours).join(' '));
  const decision = await tools.actions.record(list, (facts) =>
    decideAction(facts, read.command, {
      ...{ by: desk.person.id, at: tools.now(), key, ends: listEnds(list.year) },
      standings: (who) => standingsAt(tools.directory, desk.person, list.school, who),
    }),
  );
  if ('refusal' in decision) {
    const { refusal } = decision;
    if (refusal === 'not-theirs') return nothing;
    if (refusal === 'action-ended')
      return {
        card: await showActions(tools, desk, { form: 'audit/action', about, line: desk.t.actionRefusals[refusal] }),
      };
    return again(desk.t.actionRefusals[refusal]);
  }
  const number = 'event' in decision ? decision.event.action : decision.already;
  const line = 'event' in decision ? desk.t.sayOfActions.recorded : desk.t.say.alreadyRecorded;
  return receipt(tools, context, desk, { form: 'audit/action', about: nameOfAction(list, number), line });
};

const receipt = async (
  tools: DoorTools,
  context: TurnContext,
  desk: PersonalDesk,
  request: ActionCardRequest & { form: ActionForm },
): Promise<Reply> => {
  const card = await showActions(tools, desk, request);
  try {
    await updatePressed(context, card);
  } catch (error) {
    tools.fault('update', error); // the answer to the press shows it here; other devices see it on the next visit
  }
  return { card };
};
