import { Dialog, type DialogContext, type DialogTurnResult } from './sdk';
import type { CommandType } from '../protocol/decide';
import { turnOf, type Answered, type FormRequest } from './turn';

export type Awaited = FormRequest & { verbs: readonly CommandType[] };
export type Waits = { verbs: readonly CommandType[]; caseId?: string };

/**
 * Shows a card and waits until its answer has been recorded; the recording itself happened at the door.
 * A waiting prompt never sees a card's answer, so this is a dialog of our own. Its state says what it waits for, no more.
 */
export class AwaitAnswer extends Dialog<Awaited> {
  override async beginDialog(dc: DialogContext, options?: Awaited): Promise<DialogTurnResult> {
    if (!options) throw new Error('AwaitAnswer was begun without a form');
    const { verbs, ...request } = options;
    const turn = turnOf(dc.context);
    const card = await turn.desk.card(request);
    if (!card) {
      // After an answer of somebody who sees no file, silence is right: the receipt said it all.
      if (!turn.answered) await turn.present(turn.desk.noCaseCard());
      return dc.endDialog();
    }
    const waits: Waits = { verbs, ...(request.caseId && { caseId: request.caseId }) };
    if (dc.activeDialog) dc.activeDialog.state = { waits };
    await turn.present(card);
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { answered } = turnOf(dc.context);
    // Written by beginDialog above; an older version's state has no `waits` and simply keeps waiting.
    const { waits } = (dc.activeDialog?.state ?? {}) as { waits?: Waits };
    return answered && waits && isFor(answered, waits) ? dc.endDialog(answered) : Dialog.EndOfTurn;
  }
}

const isFor = ({ verb, caseId }: Answered, waits: Waits): boolean =>
  waits.verbs.includes(verb) && (waits.caseId === undefined || waits.caseId === caseId);
