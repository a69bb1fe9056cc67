import { StepDialog } from './stepDialog';

/** Step 1: a signal, what it points to, and another; until the teacher says that all is mapped. */
export const step1SignalsDialog = (): StepDialog =>
  new StepDialog('step1Signals', ({ verb }, file) => {
    if (verb === 'mapSignals') return undefined;
    if (verb === 'confirmFlags' && file.signals.flags.length > 0 && file.consult.veiligThuis.count === 0)
      return 'step2-consult/veilig-thuis';
    return file.signals.suggested.length > 0 ? 'step1-signals/flags' : 'step1-signals/menu';
  });
