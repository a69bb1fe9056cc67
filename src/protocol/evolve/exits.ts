import type { CaseFile } from '../caseFile';
import type { ExitEvent, Exit } from '../exits';
import type { PersonId } from '../roles';
import { unlocked } from './lock';

const exitOf = ({ aboutLeader, accused }: { aboutLeader: boolean; accused?: PersonId }): Exit => ({
  aboutLeader,
  ...(accused && { accused }),
  told: [],
});

export const rememberExit = (file: CaseFile, event: ExitEvent): CaseFile => {
  switch (event.type) {
    case 'CaseOpened': {
      const { number, schoolId, pupil, about, by, at } = event;
      return { ...file, kind: 'stappenplan', status: 'open', number, schoolId, pupil, about, owner: by, openedAt: at };
    }
    case 'StaffConcernReported': {
      const { number, schoolId, by, at } = event;
      return {
        ...file,
        kind: 'medewerker',
        status: 'open',
        number,
        schoolId,
        owner: by,
        openedAt: at,
        exit: exitOf(event),
      };
    }
    case 'MovedToStaffExit':
      // The directorate and the board must hear of it (I-01): the exit has a circle of its own.
      return { ...unlocked(file), kind: 'medewerker', exit: exitOf(event) };
    case 'PupilConcernReported': {
      const { number, schoolId, told, by, at } = event;
      return {
        ...file,
        kind: 'leerlingen',
        status: 'open',
        number,
        schoolId,
        owner: by,
        openedAt: at,
        exit: { aboutLeader: false, told: [told] },
      };
    }
    case 'ConfidantAdviceRecorded':
    case 'FollowUpAdded':
      return file;
  }
};
