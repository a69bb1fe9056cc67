import type { CaseFile, Recorded } from './caseFile';
import { accept, refuse, type Decision } from './decision';
import type { Actor, PersonId, SchoolId } from './roles';
import { localDateOf, type Instant, type LocalDate } from './time';

/** Triage: the protocol's own route, its two exits, and the emergency (protocol step 1 and 2). */
export const routes = {
  thuis: 'Over een kind, thuis',
  medewerker: 'Over een medewerker van school',
  leerlingen: 'Tussen leerlingen onderling',
  nood: 'Er is nu gevaar',
} as const;
export type Route = keyof typeof routes;

/** About whom the suspicion is: the huiselijke kring. */
export const circle = {
  onbekend: 'Weet ik niet',
  ouder: 'Ouder of verzorger',
  'ex-partner': '(Ex-)partner van een ouder',
  gezinslid: 'Ander gezinslid',
  familielid: 'Familielid',
  huisvriend: 'Huisvriend',
} as const;
export type Circle = keyof typeof circle;

export type Pupil = { name: string; birthDate?: LocalDate; group?: string };
export type Opening = {
  number: string;
  schoolId: SchoolId;
  pupil: Pupil;
  about: Circle;
  family?: string;
};

/** Protocol step 1: by a member of staff. Told to the leaders and the board at once; no steps. */
export type StaffConcern = {
  number: string;
  schoolId: SchoolId;
  aboutLeader: boolean;
  accused?: PersonId;
  accusedName?: string;
  what: string;
};
/** Protocol step 1: between pupils. Told to the leader or the directorate; no steps. */
export type PupilConcern = { number: string; schoolId: SchoolId; told: PersonId; what: string };

export type ExitCommand =
  | ({ type: 'openCase' } & Opening)
  | ({ type: 'reportStaffConcern' } & StaffConcern)
  | { type: 'moveToStaffExit'; aboutLeader: boolean; accused?: PersonId; accusedName?: string; what: string }
  | ({ type: 'reportPupilConcern' } & PupilConcern)
  | { type: 'recordConfidantAdvice'; on: LocalDate; advice: string }
  | { type: 'addFollowUp'; on: LocalDate; text: string };

export type ExitEvent =
  | Recorded<'CaseOpened', Opening>
  | Recorded<'StaffConcernReported', StaffConcern>
  | Recorded<'MovedToStaffExit', { aboutLeader: boolean; accused?: PersonId; accusedName?: string; what: string }>
  | Recorded<'PupilConcernReported', PupilConcern>
  | Recorded<'ConfidantAdviceRecorded', { on: LocalDate; advice: string }>
  | Recorded<'FollowUpAdded', { on: LocalDate; text: string }>;

/** Who hears of an exit and who never does. `told`: the chosen leader with an incident between pupils. */
export type Exit = { aboutLeader: boolean; accused?: PersonId; told: readonly PersonId[] };

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
      return { ...file, kind: 'medewerker', exit: exitOf(event) };
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
