import { ComponentDialog, WaterfallDialog, type DialogTurnResult, type WaterfallStepContext } from 'botbuilder-dialogs';
import type { CaseFile } from '../protocol/caseFile';
import { formOf, type FormName } from '../cards/forms';
import { AwaitAnswer } from './awaitAnswer';
import { turnOf, type Answered } from './turn';

/** Where the talk is within a step: references only. */
export type StepOptions = { caseId: string; form: FormName; about?: string };
/** Which card follows an answer within a step; none: the step has been said, back to the overview. */
export type NextForm = (answered: Answered, file: CaseFile) => FormName | undefined;

/** A step of the meldcode as a talk: a card, its answer, the next card, until nothing is left to ask. */
export class StepDialog extends ComponentDialog<StepOptions> {
  constructor(
    id: string,
    private readonly next: NextForm,
  ) {
    super(id);
    this.addDialog(new AwaitAnswer('awaitAnswer'));
    this.addDialog(new WaterfallDialog<StepOptions>('talk', [(step) => this.ask(step), (step) => this.proceed(step)]));
    this.initialDialogId = 'talk';
  }

  private ask(step: WaterfallStepContext<StepOptions>): Promise<DialogTurnResult> {
    const { caseId, form, about } = step.options;
    return step.beginDialog('awaitAnswer', { form, caseId, ...(about && { about }), verbs: formOf(form).records });
  }

  private async proceed(step: WaterfallStepContext<StepOptions>): Promise<DialogTurnResult> {
    const { caseId } = step.options;
    const answered = step.result as Answered | undefined; // what AwaitAnswer ends with
    const file = answered && (await turnOf(step.context).desk.file(caseId));
    const form = file && this.next(answered, file);
    return form ? step.replaceDialog('talk', { caseId, form }) : step.endDialog();
  }
}
