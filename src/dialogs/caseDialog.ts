import { ComponentDialog, WaterfallDialog, type DialogTurnResult, type WaterfallStepContext } from './sdk';
import type { FormName } from '../cards/forms';
import { AwaitAnswer } from './awaitAnswer';
import { closingDialog } from './closingDialog';
import { helpPlanDialog } from './helpPlanDialog';
import { step1SignalsDialog } from './step1SignalsDialog';
import { step2ConsultDialog } from './step2ConsultDialog';
import { step3ConversationDialog } from './step3ConversationDialog';
import { step4WeighDialog } from './step4WeighDialog';
import { step5DecideDialog } from './step5DecideDialog';
import { talkOf, type Onward } from './stepDialog';

export type CaseOptions = { caseId: string; form?: FormName; about?: string };

/** One case: the step that was asked for, and then the overview, which is computed from the file. */
export class CaseDialog extends ComponentDialog<CaseOptions> {
  constructor() {
    super('case');
    this.addDialog(new AwaitAnswer('awaitAnswer'));
    for (const talk of [
      step1SignalsDialog(),
      step2ConsultDialog(),
      step3ConversationDialog(),
      step4WeighDialog(),
      step5DecideDialog(),
      helpPlanDialog(),
      closingDialog(),
    ])
      this.addDialog(talk);
    this.addDialog(
      new WaterfallDialog<CaseOptions>('visit', [(step) => this.enter(step), (step) => this.overview(step)]),
    );
    this.initialDialogId = 'visit';
  }

  private enter(step: WaterfallStepContext<CaseOptions>): Promise<DialogTurnResult> {
    const { caseId, form, about } = step.options;
    return form ? step.beginDialog(talkOf(form), { caseId, form, ...(about && { about }) }) : step.next();
  }

  private overview(step: WaterfallStepContext<CaseOptions>): Promise<DialogTurnResult> {
    const { caseId } = step.options;
    const ended = step.result as Onward | undefined; // what StepDialog ends with
    return ended?.onward
      ? step.replaceDialog('visit', { caseId, form: ended.onward })
      : step.replaceDialog('awaitAnswer', { form: 'shared/hub', caseId, verbs: [] });
  }
}
