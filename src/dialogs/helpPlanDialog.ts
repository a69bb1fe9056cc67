import { StepDialog } from './stepDialog';

/** The help plan and what follows it; unsafe at a monitoring moment leads to "het stopt niet". */
export const helpPlanDialog = (): StepDialog =>
  new StepDialog('helpPlan', ({ command }, file) => {
    if (command.type === 'recordMonitoring' && command.safe !== 'ja') return 'step5-decide/continues';
    return command.type === 'agreeMonitoring' && file.weighing?.answers.result === 'ja' && file.status === 'open'
      ? 'shared/close'
      : undefined;
  });
