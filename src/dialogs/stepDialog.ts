import { ComponentDialog, WaterfallDialog, type DialogTurnResult, type WaterfallStepContext } from './sdk';
import type { CaseFile } from '../protocol/caseFile';
import { formOf, type FormName } from '../cards/forms';
import { AwaitAnswer } from './awaitAnswer';
import { turnOf, type Answered } from './turn';

/** The folder of a card says which step's talk it belongs to; pages and closing are a talk of their own. */
const talks: Readonly<Record<string, string>> = {
  'step1-signals': 'step1Signals',
  'step2-consult': 'step2Consult',
  'step3-conversation': 'step3Conversation',
  'step4-weigh': 'step4Weigh',
  'step5-decide': 'step5Decide',
  plan: 'helpPlan',
};
export const talkOf = (form: FormName): string => talks[form.split('/', 1)[0] ?? ''] ?? 'closing';

/** What a step ends with when the next card belongs to another step: that one knows what follows on its answer. */
export type Onward = { onward: FormName };

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
    if (!form) return step.endDialog();
    const onward: Onward = { onward: form };
    return talkOf(form) === this.id ? step.replaceDialog('talk', { caseId, form }) : step.endDialog(onward);
  }
}
