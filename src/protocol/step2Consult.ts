import type { CaseFile, Recorded } from './caseFile';
import { accept, refuse, said, type Decision, type NewEvent } from './decision';
import { reportedSince, unsafe } from './duty';
import {
  consultableRoles,
  isInsideColleague,
  isLeaderRole,
  isOutsideSchool,
  type Actor,
  type PersonId,
  type Role,
} from './roles';
import type { Step } from './meldcode';
import type { WaiverGround } from './step3Conversation';
import { localDateOf, type Instant, type LocalDate } from './time';

/** How far a request has come. */
export const consultationStates = {
  verzonden: 'Gevraagd',
  gezien: 'Gezien',
  beantwoord: 'Beantwoord',
  afgewezen: 'Kan niet antwoorden',
  ingetrokken: 'Ingetrokken',
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

const asks = (command: Extract<Step2Command, { type: 'askColleagues' }>, file: CaseFile, by: Actor): Decision => {
  const { consultations, question, shared, named, ground } = command;
  if (consultations.length === 0) return refuse('unknown-colleague');
  if (consultations.some(({ to }) => to === by.id)) return refuse('asked-yourself');
  // R-064 is a closed list; the board stands in no ordinary case.
  const listed = ({ role }: Asked): boolean => consultableRoles.some((one) => one === role);
  if (!consultations.every(listed)) return refuse('unknown-colleague');
  // A request that was sent is not sent again under the same id: that would wipe its answer (I-04).
  const ids = consultations.map(({ id }) => id);
  if (new Set(ids).size < ids.length || ids.some((id) => file.consultations[id])) return refuse('already-answered');
  if (named && !said(ground) && !hasWrittenConsent(file) && consultations.some(({ role }) => isOutsideSchool(role)))
    return refuse('outside-needs-ground');
  return accept(
    ...consultations.map(({ id, to, role }): NewEvent => ({
      type: 'ConsultationRequested',
      consultation: id,
      to,
      role,
      question,
      shared,
      named,
      ...(ground && { ground }),
    })),
  );
};

const openRequest = (file: CaseFile, id: string): Consultation | 'already-answered' | 'not-asked' => {
  const asked = file.consultations[id];
  if (!asked) return 'not-asked';
  return asked.state === 'verzonden' || asked.state === 'gezien' ? asked : 'already-answered';
};

const answers = (
  command: Extract<Step2Command, { type: 'seeConsultation' | 'answerConsultation' | 'declineConsultation' }>,
  file: CaseFile,
  by: Actor,
): Decision => {
  const asked = openRequest(file, command.consultation);
  if (typeof asked === 'string') return refuse(asked);
  if (asked.to !== by.id) return refuse('not-asked');
  switch (command.type) {
    case 'seeConsultation':
      return asked.state === 'gezien' ? refuse('already-answered') : accept({ ...command, type: 'ConsultationSeen' });
    case 'answerConsultation':
      return accept({ ...command, type: 'ConsultationAnswered' });
    case 'declineConsultation':
      return accept({ ...command, type: 'ConsultationDeclined' });
  }
};

const discusses = (
  command: Extract<Step2Command, { type: 'recordTeamDiscussion' }>,
  file: CaseFile,
  today: LocalDate,
): Decision => {
  if (command.on > today) return refuse('in-the-future');
  const needsConsent = command.mode === 'open' && (command.team === 'zorgteam' || command.outsiders);
  if (needsConsent && !hadWrittenConsent(file, command.on)) return refuse('consent-needed');
  if (command.mode === 'anoniem' && !said(command.whyAnonymous)) return refuse('anonymous-needs-reason');
  return accept({ ...command, type: 'TeamDiscussed' });
};

const tells = (
  command: Extract<Step2Command, { type: 'informParent' | 'waiveInforming' }>,
  file: CaseFile,
  by: Actor,
  today: LocalDate,
): Decision => {
  const open = file.consult.toTell.find(({ about }) => about === command.about);
  if (!open) return refuse('nothing-to-tell');
  // the outcome of the zorgteam is told by the intern begeleider or the school leader.
  const responsible = by.roles.some((role) => role === 'intern-begeleider' || isLeaderRole(role));
  if (open.of === 'zorgteam' && !responsible) return refuse('not-your-role');
  if (command.type === 'waiveInforming') return accept({ ...command, type: 'InformingWaived' });
  return command.on > today ? refuse('in-the-future') : accept({ ...command, type: 'ParentInformed' });
};

export const decideConsult = (command: Step2Command, file: CaseFile, by: Actor, at: Instant): Decision => {
  const today = localDateOf(at);
  switch (command.type) {
    case 'askColleagues':
      return asks(command, file, by);
    case 'seeConsultation':
    case 'answerConsultation':
    case 'declineConsultation':
      return answers(command, file, by);
    case 'withdrawConsultation': {
      const asked = openRequest(file, command.consultation);
      return typeof asked === 'string' ? refuse(asked) : accept({ ...command, type: 'ConsultationWithdrawn' });
    }
    case 'recordOutsideConsultation': {
      if (command.on > today) return refuse('in-the-future');
      if (!isInsideColleague(command.role) && command.named && !said(command.ground) && !hasWrittenConsent(file))
        return refuse('outside-needs-ground');
      return accept({ ...command, type: 'OutsideConsultationRecorded' });
    }
    case 'recordVeiligThuisContact':
      return command.contactAt > at
        ? refuse('in-the-future')
        : accept({ ...command, type: 'VeiligThuisContactRecorded' });
    case 'recordInjuryExpert':
      return command.on > today ? refuse('in-the-future') : accept({ ...command, type: 'InjuryExpertConsulted' });
    case 'recordConsent':
      if (command.on > today) return refuse('in-the-future');
      if (command.outcome === 'schriftelijk' && !said(command.keptAt)) return refuse('consent-needs-place');
      return accept({ ...command, type: 'ConsentRecorded' });
    case 'acceptSingleConsent':
      return Object.values(file.consult.consents).includes('schriftelijk')
        ? accept({ ...command, type: 'SingleConsentAccepted' })
        : refuse('consent-needed');
    case 'recordTeamDiscussion':
      return discusses(command, file, today);
    case 'informParent':
    case 'waiveInforming':
      return tells(command, file, by, today);
    case 'askSupport':
      return accept({ ...command, type: 'SupportAsked' });
  }
};

/** A paper that is asked for again does not move the day since which it stands; a withdrawal ends it. */
const sinceWhen = (known: Readonly<Record<string, LocalDate>>, { parent, outcome, on }: Consent) => {
  const { [parent]: before, ...others } = known;
  return outcome === 'schriftelijk' ? { ...others, [parent]: before && before < on ? before : on } : others;
};

const earliest = (a: Instant | undefined, b: Instant): Instant => (a && a < b ? a : b);
const latest = (a: Instant | undefined, b: Instant): Instant => (a && a > b ? a : b);

export const rememberConsult = (file: CaseFile, event: Step2Event): CaseFile => {
  const { consult, consultations } = file;
  const now = (change: Partial<ConsultState>): CaseFile => ({ ...file, consult: { ...consult, ...change } });
  const moved = (id: string, state: ConsultationState): CaseFile => {
    const asked = consultations[id];
    return asked ? { ...file, consultations: { ...consultations, [id]: { ...asked, state } } } : file;
  };
  switch (event.type) {
    case 'ConsultationRequested': {
      const { to, role, at } = event;
      return {
        ...file,
        consultations: { ...consultations, [event.consultation]: { to, role, state: 'verzonden', askedAt: at } },
      };
    }
    case 'ConsultationSeen':
      return moved(event.consultation, 'gezien');
    case 'ConsultationAnswered':
      return moved(event.consultation, 'beantwoord');
    case 'ConsultationDeclined':
      return moved(event.consultation, 'afgewezen');
    case 'ConsultationWithdrawn':
      return moved(event.consultation, 'ingetrokken');
    case 'OutsideConsultationRecorded': {
      return isInsideColleague(event.role)
        ? now({ outside: consult.outside + 1 })
        : now({ external: consult.external + 1 });
    }
    case 'VeiligThuisContactRecorded': {
      const spoken = now({
        veiligThuis: { ...contacted(consult.veiligThuis, event.contactAt), ...(event.risks && { risks: event.risks }) },
      });
      // Veilig Thuis says that action is needed at once. Then a melding is owed, unless this contact was about one.
      return event.immediateAction && !reportedSince(file, event.contactAt) ? unsafe(spoken, event.at) : spoken;
    }
    case 'InjuryExpertConsulted':
      return now({ injuryExperts: consult.injuryExperts + 1 });
    case 'ConsentRecorded': {
      const refused = event.outcome === 'geweigerd';
      return now({
        custody: event.custody === 'onbekend' ? consult.custody : event.custody,
        consents: { ...consult.consents, [event.parent]: event.outcome },
        consentSince: sinceWhen(consult.consentSince ?? {}, event),
        refusals: refused
          ? [...consult.refusals, { id: event.id, parent: event.parent, on: event.on }]
          : consult.refusals,
      });
    }
    case 'SingleConsentAccepted':
      return now({ singleConsentAccepted: true });
    case 'TeamDiscussed':
      return now({
        teamDiscussions: consult.teamDiscussions + 1,
        toTell: [...consult.toTell, { about: event.id, of: event.team, on: event.on }],
      });
    case 'ParentInformed':
    case 'InformingWaived':
      return now({ toTell: consult.toTell.filter(({ about }) => about !== event.about) });
    case 'SupportAsked':
      return file;
  }
};

/** Remembers when Veilig Thuis was spoken to; the gate before the talk with a parent compares these moments (I-05). */
export const contacted = (known: ConsultState['veiligThuis'], at: Instant): ConsultState['veiligThuis'] => ({
  ...known,
  count: known.count + 1,
  firstAt: earliest(known.firstAt, at),
  lastAt: latest(known.lastAt, at),
});
