import type { CaseFile } from '../protocol/caseFile';
import { leadOf, type Lead } from '../protocol/step4Weigh';
import type { FormName } from '../cards/forms';
import { StepDialog } from './stepDialog';
import type { Answered } from './turn';

const leadsTo: Readonly<Record<Lead['to'], FormName | undefined>> = {
  suspicion: 'step4-weigh/suspicion',
  safety: 'step4-weigh/safety',
  help: 'step4-weigh/help',
  acceptance: 'step4-weigh/acceptance',
  result: 'step4-weigh/result',
  close: 'shared/close',
  monitor: 'plan/monitoring',
  // From here on the leader confirms and decisions follow; the overview says so.
  decide: undefined,
  plan: undefined,
};

const afterWeighing = ({ verb, command }: Answered, file: CaseFile): FormName | undefined => {
  if (verb === 'startWeighing') return 'step4-weigh/assess';
  if (verb === 'confirmWeighing' || verb === 'requestTalk' || !file.weighing) return undefined;
  // at question 2 "ja of twijfel" the call to Veilig Thuis comes before anything else.
  if (command.type === 'weighSafety' && file.weighing.answers.safety !== 'nee') return 'step4-weigh/report-now';
  const lead = leadOf(file.weighing);
  return lead.contact ? 'step4-weigh/menu' : leadsTo[lead.to];
};

/** Step 4: the risk, then question after question, by the protocol's own table. */
export const step4WeighDialog = (): StepDialog => new StepDialog('step4Weigh', afterWeighing);
