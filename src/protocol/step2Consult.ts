import type { CaseFile, Recorded } from './caseFile';
import type { Step } from './meldcode';
import { isOutsideSchool, type PersonId, type Role } from './roles';
import type { WaiverGround } from './step3Conversation';
import type { Instant, LocalDate } from './time';

/** How far a request has come. */
export const consultationStates = {
  verzonden: 'Gevraagd',
  gezien: 'Gezien',
  beantwoord: 'Beantwoord',
  afgewezen: 'Kan niet antwoorden',
  ingetrokken: 'Ingetrokken',
  verlopen: 'Verlopen, geen antwoord',
} as const;

export type ConsultationState = keyof typeof consultationStates;

export const recognition = { ja: 'Ja', deels: 'Deels', nee: 'Nee' } as const;

export type Recognition = keyof typeof recognition;

/** Circumstances of a consultation outside Teams. */
export const consultContexts = {
  persoonlijk: 'Persoonlijk gesprek',
  groepsbespreking: 'Groepsbespreking',
  leerlingbespreking: 'Leerlingbespreking',
} as const;

export type ConsultContext = keyof typeof consultContexts;

export const consentOutcomes = {
  schriftelijk: 'Ja, op papier (schriftelijk)',
  geweigerd: 'Nee, geweigerd',
  mondeling: 'Alleen mondeling ja',
  'nog-niet': 'Nog geen antwoord',
} as const;

export type ConsentOutcome = keyof typeof consentOutcomes;

/** Who holds parental authority decides whose consent is needed. */
export const custodies = { een: 'Eén ouder of voogd', twee: 'Twee ouders', onbekend: 'Weet ik niet' } as const;

export type Custody = keyof typeof custodies;

/** The teams of the support route; which name they carry depends on the sub-region. */
export const teams = { schoolteam: 'Team van de school', zorgteam: 'Zorgteam' } as const;

export type Team = keyof typeof teams;

export const openness = { open: 'Open: met naam', anoniem: 'Anoniem: zonder naam' } as const;

export type Openness = keyof typeof openness;

export type Asked = { id: string; to: PersonId; role: Role };

export type Answer = {
  recognises: Recognition;
  observations?: string;
  otherExplanation?: string;
  advice: string;
  reachable?: string;
};

export type OutsideConsultation = {
  withName: string;
  role: Role | 'anders';
  on: LocalDate;
  context: ConsultContext;
  named: boolean;
  ground?: string;
  content: string;
  advice: string;
};

export type VeiligThuisContact = {
  contactAt: Instant;
  spokeWith: string;
  reference?: string;
  anonymous: boolean;
  advice: string;
  firstWeighing?: string;
  risks?: string;
  immediateAction: boolean;
};

export type InjuryExpert = { on: LocalDate; expert: string; where: string; description: string; outcome: string };

export type Consent = {
  id: string;
  parent: string;
  custody: Custody;
  on: LocalDate;
  purpose: string;
  outcome: ConsentOutcome;
  keptAt?: string;
};

export type TeamDiscussion = {
  id: string;
  team: Team;
  mode: Openness;
  outsiders: boolean;
  whyAnonymous?: string;
  on: LocalDate;
  present: string;
  helpQuestion?: string;
  assessment: string;
  approach?: string;
  agreements: string;
  adviceTeacher?: string;
  adviceParents?: string;
  furtherHelp?: string;
  indications?: string;
};

export type ParentInformed = { about: string; on: LocalDate; content: string; nextSteps: string; indications?: string };

export type Step2Command =
  | {
      type: 'askColleagues';
      consultations: readonly Asked[];
      question: string;
      shared: string;
      named: boolean;
      ground?: string;
    }
  | { type: 'seeConsultation'; consultation: string }
  | ({ type: 'answerConsultation'; consultation: string } & Answer)
  | { type: 'addToConsultation'; consultation: string; addition: string }
  | { type: 'declineConsultation'; consultation: string; reason: string }
  | { type: 'withdrawConsultation'; consultation: string; reason?: string }
  | ({ type: 'recordOutsideConsultation' } & OutsideConsultation)
  | ({ type: 'recordVeiligThuisContact' } & VeiligThuisContact)
  | ({ type: 'recordInjuryExpert' } & InjuryExpert)
  | ({ type: 'recordConsent' } & Consent)
  | { type: 'acceptSingleConsent'; reason: string }
  | ({ type: 'recordTeamDiscussion' } & TeamDiscussion)
  | ({ type: 'informParent' } & ParentInformed)
  | { type: 'waiveInforming'; about: string; ground: WaiverGround; reason: string }
  | { type: 'askSupport'; step: Step; question: string };

export type Step2Event =
  | Recorded<
      'ConsultationRequested',
      {
        consultation: string;
        to: PersonId;
        role: Role;
        question: string;
        shared: string;
        named: boolean;
        ground?: string;
      }
    >
  | Recorded<'ConsultationSeen', { consultation: string }>
  | Recorded<'ConsultationAnswered', { consultation: string } & Answer>
  | Recorded<'ConsultationAddedTo', { consultation: string; addition: string }>
  | Recorded<'ConsultationDeclined', { consultation: string; reason: string }>
  | Recorded<'ConsultationWithdrawn', { consultation: string; reason?: string }>
  | Recorded<'OutsideConsultationRecorded', OutsideConsultation>
  | Recorded<'VeiligThuisContactRecorded', VeiligThuisContact>
  | Recorded<'InjuryExpertConsulted', InjuryExpert>
  | Recorded<'ConsentRecorded', Consent>
  | Recorded<'SingleConsentAccepted', { reason: string }>
  | Recorded<'TeamDiscussed', TeamDiscussion>
  | Recorded<'ParentInformed', ParentInformed>
  | Recorded<'InformingWaived', { about: string; ground: WaiverGround; reason: string }>
  | Recorded<'SupportAsked', { step: Step; question: string }>;

export type Consultation = { to: PersonId; role: Role; state: ConsultationState; askedAt: Instant };

export type ConsultState = {
  /** Consultations inside the school that were recorded by hand. */
  outside: number;
  external: number;
  injuryExperts: number;
  veiligThuis: { count: number; firstAt?: Instant; lastAt?: Instant; risks?: string };
  custody: Custody;
  consents: Readonly<Record<string, ConsentOutcome>>;
  /** Since when the consent of a parent stands on paper. */
  consentSince?: Readonly<Record<string, LocalDate>>;
  singleConsentAccepted: boolean;
  /** Refusals that no weighing has answered yet (R-071, I-06). */
  refusals: readonly { id: string; parent: string; on: LocalDate }[];
  teamDiscussions: number;
  /** Outcomes that a parent has not heard yet. */
  toTell: readonly { about: string; of: Team | 'plan'; on: LocalDate }[];
};

export const noConsult: ConsultState = {
  outside: 0,
  external: 0,
  injuryExperts: 0,
  veiligThuis: { count: 0 },
  custody: 'onbekend',
  consents: {},
  singleConsentAccepted: false,
  refusals: [],
  teamDiscussions: 0,
  toTell: [],
};

export const openConsultations = (file: CaseFile): [string, Consultation][] =>
  Object.entries(file.consultations).filter(([, { state }]) => state === 'verzonden' || state === 'gezien');

export const answeredConsultations = (file: CaseFile): number =>
  Object.values(file.consultations).filter(({ state, role }) => state === 'beantwoord' && !isOutsideSchool(role))
    .length;

/** on paper, from everyone with parental authority, or from one with the leader's reason. */
export const hasWrittenConsent = ({ consult }: CaseFile): boolean => {
  const outcomes = Object.values(consult.consents);
  const given = outcomes.filter((outcome) => outcome === 'schriftelijk').length;
  if (given === 0 || outcomes.includes('geweigerd')) return false;
  return given >= (consult.custody === 'een' ? 1 : 2) || consult.singleConsentAccepted;
};

/** Was the consent there on this day? What was discussed before the parents agreed was discussed without consent (I-06). */
export const hadWrittenConsent = (file: CaseFile, on: LocalDate): boolean => {
  const { custody, singleConsentAccepted, consentSince } = file.consult;
  const needed = custody === 'een' || singleConsentAccepted ? 1 : 2;
  const completeOn = Object.values(consentSince ?? {}).sort()[needed - 1];
  return hasWrittenConsent(file) && completeOn !== undefined && completeOn <= on;
};

/** done with one answered consultation inside the school, in Teams or recorded by hand. */
export const hasConsulted = (file: CaseFile): boolean => answeredConsultations(file) + file.consult.outside > 0;

const earliest = (a: Instant | undefined, b: Instant): Instant => (a && a < b ? a : b);

const latest = (a: Instant | undefined, b: Instant): Instant => (a && a > b ? a : b);

/** Remembers when Veilig Thuis was spoken to; the gate before the talk with a parent compares these moments (I-05). */
export const contacted = (known: ConsultState['veiligThuis'], at: Instant): ConsultState['veiligThuis'] => ({
  ...known,
  count: known.count + 1,
  firstAt: earliest(known.firstAt, at),
  lastAt: latest(known.lastAt, at),
});
