import { ComponentDialog, WaterfallDialog } from './sdk';
import { formOf, type FormName } from '../cards/forms';
import { AwaitAnswer } from './awaitAnswer';

export type IntakeOptions = { form: FormName; school?: string; about?: string };

/** The beginning: triage or one of its routes. Ends with the answer that began a case. */
export class IntakeDialog extends ComponentDialog<IntakeOptions> {
  constructor() {
    super('intake');
    this.addDialog(new AwaitAnswer('awaitAnswer'));
    this.addDialog(
      new WaterfallDialog<IntakeOptions>('begin', [
        (step) => step.beginDialog('awaitAnswer', { ...step.options, verbs: formOf(step.options.form).records }),
        (step) => step.endDialog(step.result),
      ]),
    );
    this.initialDialogId = 'begin';
  }
}
