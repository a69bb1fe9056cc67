import type { TurnContext } from 'botbuilder';
import type { CaseFile } from '../protocol/caseFile';
import type { Command } from '../protocol/decide';
import type { FormName } from '../cards/forms';
import type { Card } from '../cards/render';

/** Where somebody wants to go, read from what they typed or pressed. References only. */
export type Intention =
  | { to: 'intake'; form: FormName; school?: string; about?: string }
  | { to: 'case'; caseId: string; form?: FormName; about?: string };

/** A card that was answered in this turn, after the fact was recorded. */
export type Answered = { verb: Command['type']; caseId: string; command: Command };

/** Which card is asked for. `prefill` fills the inputs of this turn's card and is remembered nowhere. */
export type FormRequest = { form: FormName; caseId?: string; about?: string; school?: string };

/** What dialogs may ask: cards as this person may see them, and the file as it stands. They never write. */
export interface Desk {
  /** Undefined: for this person there is no such case. */
  card(request: FormRequest): Promise<Card | undefined>;
  file(caseId: string): Promise<CaseFile | undefined>;
  noCaseCard(): Card;
}

/** What is known of this turn. Kept with the turn, never in dialog state. */
export interface Turn {
  desk: Desk;
  intention?: Intention;
  answered?: Answered;
  /** Shows a card: in place of the pressed one, or as a new one. */
  present(card: Card): Promise<void>;
}

const TURN = Symbol('turn');
export const beginTurn = (context: TurnContext, turn: Turn): void => {
  context.turnState.set(TURN, turn);
};
export const turnOf = (context: TurnContext): Turn => {
  // What beginTurn put there under a key that nobody else has.
  const turn = context.turnState.get<Turn | undefined>(TURN);
  if (!turn) throw new Error('a dialog ran outside a turn');
  return turn;
};
