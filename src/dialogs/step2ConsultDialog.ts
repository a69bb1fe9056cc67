import { StepDialog } from './stepDialog';

/** Step 2: each consultation is told and done; a judgement of Veilig Thuis that action is needed leads to the melding. */
export const step2ConsultDialog = (): StepDialog =>
  new StepDialog('step2Consult', ({ command }) => {
    if (command.type === 'recordVeiligThuisContact') return command.immediateAction ? 'step5-decide/report' : undefined;
    const more = command.type === 'recordConsent' || command.type === 'acceptSingleConsent';
    return more ? 'step2-consult/menu' : undefined;
  });
