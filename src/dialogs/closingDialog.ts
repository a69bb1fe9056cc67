import { StepDialog } from './stepDialog';

/** Closing, reopening, correcting, and pages to read. */
export const closingDialog = (): StepDialog =>
  new StepDialog('closing', ({ verb }) => (verb === 'correctEntry' ? 'shared/chronology' : undefined));
