import type { Recorded } from './caseFile';
import type { PersonId, SchoolId } from './roles';
import type { LocalDate } from './time';

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
