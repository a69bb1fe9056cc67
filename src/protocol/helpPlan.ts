import type { Recorded } from './caseFile';
import type { PersonId } from './roles';
import type { Instant, LocalDate } from './time';
import type { SafetyFigure } from './safetyScale';

/** who coordinates the help. */
export const coordinators = { school: 'De school', zorgteam: 'Het zorgteam' } as const;

export type Coordinator = keyof typeof coordinators;

export const progressKinds = {
  voortgang: 'Zo gaat het met de hulp',
  'tussentijds-besproken': 'Tussentijds besproken met de ouder',
  'na-afloop-besproken': 'Na afloop besproken met de ouder',
} as const;

export type ProgressKind = keyof typeof progressKinds;

export const arrivals = { ja: 'Ja', nee: 'Nee', onbekend: 'Weet ik nog niet' } as const;

export type Arrival = keyof typeof arrivals;

export const safetyNow = { ja: 'Ja, veilig', twijfel: 'Twijfel', nee: 'Nee, niet veilig' } as const;

export type SafetyNow = keyof typeof safetyNow;

export type Plan = {
  id: string;
  goals: readonly string[];
  until: LocalDate;
  interim?: LocalDate;
  noticedBy: string;
  roles: readonly { who: string; role: string }[];
  casemanager: PersonId;
  casemanagerTasks: string;
  tasks: readonly { who: string; what: string }[];
  /** Colleagues with a task: they get the overview of who does what, and no more of the file. */
  colleagues: readonly PersonId[];
  responsible?: PersonId;
  coordinator: Coordinator;
  discussedOn?: LocalDate;
  classAgreements?: string;
  document?: string;
};

export type Monitoring = {
  id: string;
  who: string;
  what: string;
  often: string;
  next: LocalDate;
  until: LocalDate;
  atRelapse: string;
};

export type Referral = { id: string; to: string; purpose: string; on: LocalDate };

export type MonitoringCheck = {
  monitoring: string;
  safe: SafetyNow;
  text: string;
  on: LocalDate;
  next?: LocalDate;
  scale?: SafetyFigure;
};

export type PlanCommand =
  | ({ type: 'makePlan' } & Plan)
  | { type: 'acceptCasemanagement' }
  | { type: 'recordProgress'; kind: ProgressKind; on: LocalDate; text: string; scale?: SafetyFigure }
  | ({ type: 'referParent' } & Referral)
  | { type: 'recordArrival'; referral: string; arrived: Arrival; text?: string }
  | ({ type: 'agreeMonitoring' } & Monitoring)
  | ({ type: 'recordMonitoring' } & MonitoringCheck);

export type PlanEvent =
  | Recorded<'PlanMade', Plan>
  | Recorded<'CasemanagementAccepted', object>
  | Recorded<'ProgressRecorded', { kind: ProgressKind; on: LocalDate; text: string; scale?: SafetyFigure }>
  | Recorded<'ParentReferred', Referral>
  | Recorded<'ArrivalRecorded', { referral: string; arrived: Arrival; text?: string }>
  | Recorded<'MonitoringAgreed', Monitoring>
  | Recorded<'MonitoringRecorded', MonitoringCheck>;

export type PlanState = {
  id: string;
  until: LocalDate;
  interim?: LocalDate;
  goals: number;
  casemanager: PersonId;
  accepted: boolean;
  discussed: boolean;
  interimDone: boolean;
  endDone: boolean;
  madeAt: Instant;
};

export type MonitoringState = { id: string; next?: LocalDate; until: LocalDate };

export type ReferralState = { id: string; on: LocalDate; askOn: LocalDate; arrived?: Arrival };
