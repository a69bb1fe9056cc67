import type { CaseFile } from '../caseFile';
import { accept, refuse, type Decision } from '../decision';
import type { ExitCommand } from '../exits';
import type { Actor } from '../roles';
import { localDateOf, type Instant } from '../time';

export const decideExit = (command: ExitCommand, file: CaseFile, by: Actor, at: Instant): Decision => {
  const today = localDateOf(at);
  switch (command.type) {
    case 'openCase':
      return accept({ ...command, type: 'CaseOpened' });
    case 'reportStaffConcern':
      return command.accused === by.id
        ? refuse('asked-yourself')
        : accept({ ...command, type: 'StaffConcernReported' });
    case 'moveToStaffExit':
      return command.accused === by.id ? refuse('asked-yourself') : accept({ ...command, type: 'MovedToStaffExit' });
    case 'reportPupilConcern':
      return accept({ ...command, type: 'PupilConcernReported' });
    case 'recordConfidantAdvice':
      if (file.kind !== 'medewerker') return refuse('not-this-outcome');
      return command.on > today ? refuse('in-the-future') : accept({ ...command, type: 'ConfidantAdviceRecorded' });
    case 'addFollowUp':
      return command.on > today ? refuse('in-the-future') : accept({ ...command, type: 'FollowUpAdded' });
  }
};
