import {
  ComponentDialog,
  WaterfallDialog,
  type DialogContext,
  type DialogTurnResult,
  type WaterfallStepContext,
} from './sdk';
import { CaseDialog } from './caseDialog';
import { IntakeDialog } from './intakeDialog';
import { turnOf, type Answered, type Intention } from './turn';

/** The name carries a version: a talk of another version is forgotten, and nothing with it (platform: dialogs). */
export const MAIN_DIALOG = 'main-1';

/** The root: goes where somebody wants to go, whatever was being talked about; else goes on with that. */
export class MainDialog extends ComponentDialog {
  constructor() {
    super(MAIN_DIALOG);
    this.addDialog(new IntakeDialog());
    this.addDialog(new CaseDialog());
    this.addDialog(
      new WaterfallDialog('route', [(step) => this.go(step), (step) => this.goOn(step), (step) => step.endDialog()]),
    );
    this.initialDialogId = 'route';
  }

  protected override async onContinueDialog(innerDC: DialogContext): Promise<DialogTurnResult> {
    if (!turnOf(innerDC.context).intention) return innerDC.continueDialog();
    await innerDC.cancelAllDialogs();
    return innerDC.beginDialog('route');
  }

  private go(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const { intention } = turnOf(step.context);
    return intention ? step.beginDialog(intention.to, optionsOf(intention)) : step.endDialog();
  }

  /** A case that has just begun goes on with its first signal; an exit or emergency with its overview. */
  private goOn(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const answered = step.result as Answered | undefined; // what IntakeDialog ends with
    if (!answered) return step.endDialog();
    const form = answered.verb === 'openCase' ? 'step1-signals/signal' : undefined;
    return step.beginDialog('case', { caseId: answered.caseId, ...(form && { form }) });
  }
}

const optionsOf = (intention: Intention): object => {
  const { to: _room, ...options } = intention;
  return options;
};
