import type { CaseFile } from '../protocol/caseFile';
import type { CommandType } from '../protocol/decide';
import type { FormName } from '../cards/forms';
import { StepDialog } from './stepDialog';

type Follow = (file: CaseFile) => FormName | undefined;

/** What is asked after each answer of step 5; an answer without a row ends the talk at the overview. */
const follows: Readonly<Partial<Record<CommandType, Follow>>> = {
  decideReport: (file) => (file.decision1?.report ? 'step5-decide/menu' : 'step5-decide/decide-help'),
  discussReport: () => 'step5-decide/menu',
  waiveReportTalk: () => 'step5-decide/menu',
  makeReport: (file) => (file.decision1 && !file.decision2 ? 'step5-decide/decide-help' : undefined),
  decideHelp: (file) => (file.decision2?.possible && !file.plan ? 'plan/make' : undefined),
  reportContinues: () => 'step4-weigh/report-now',
};

/** Step 5: decision 1, the melding when it was decided, decision 2, and on to the plan. */
export const step5DecideDialog = (): StepDialog =>
  new StepDialog('step5Decide', ({ verb }, file) => follows[verb]?.(file));
