import type * as nl from '../actions';

/** The English of actions.ts. */
export const actionRefusals: typeof nl.actionRefusals = {
  'action-ended': 'This action was already finished. Nothing has changed.',
  'day-passed': 'This day has already passed. Choose a day still to come.',
  'day-too-far': 'Choose a day within two years. If it takes longer, put a new action on the list later.',
  'list-full': 'The list of this school year is full. Tell the administrator of the bot.',
};

export const sayOfActions: nl.SayOfActions = {
  recorded: 'Recorded.',
  empty: 'There are no actions on this list yet.',
  ownEmpty: 'You have no open actions.',
  warning:
    'Do not write anything here about a child, a family or a case. This list belongs to no file and is read by others.',
  outdated: 'This card is no longer right. Open the list and try again.',
  noCases: 'Do not give a case number here: the list belongs to no file.',
  what: 'Write down what will be done.',
  topic: 'Choose what it is about.',
  who: 'Choose who does this.',
  due: 'Choose a day.',
  reason: 'Write down why.',
  result: 'Write down what came of it.',
  request: (what: string): string => `Action: ${what}`,
  until: (day: string): string => `No later than ${day}`,
};
