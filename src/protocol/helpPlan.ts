import type { CaseFile, Recorded } from './caseFile';
import { accept, refuse, said, type Decision, type NewEvent } from './decision';
import type { Actor, PersonId } from './roles';
import { addDays, localDateOf, type Instant, type LocalDate } from './time';

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

export type PlanCommand =
  | ({ type: 'makePlan' } & Plan)
  | { type: 'acceptCasemanagement' }
  | { type: 'recordProgress'; kind: ProgressKind; on: LocalDate; text: string }
  | ({ type: 'referParent' } & Referral)
  | { type: 'recordArrival'; referral: string; arrived: Arrival; text?: string }
  | ({ type: 'agreeMonitoring' } & Monitoring)
  | { type: 'recordMonitoring'; monitoring: string; safe: SafetyNow; text: string; on: LocalDate; next?: LocalDate };

export type PlanEvent =
  | Recorded<'PlanMade', Plan>
  | Recorded<'CasemanagementAccepted', object>
  | Recorded<'ProgressRecorded', { kind: ProgressKind; on: LocalDate; text: string }>
  | Recorded<'ParentReferred', Referral>
  | Recorded<'ArrivalRecorded', { referral: string; arrived: Arrival; text?: string }>
  | Recorded<'MonitoringAgreed', Monitoring>
  | Recorded<
      'MonitoringRecorded',
      { monitoring: string; safe: SafetyNow; text: string; on: LocalDate; next?: LocalDate }
    >;

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

/** I-11: a plan without term, concrete result, roles, casemanager and a task for the casemanager is no plan. */
const planRefusal = (plan: Plan, today: LocalDate): Decision | undefined => {
  if (plan.until <= today) return refuse('plan-needs-term');
  if (!plan.goals.some(said)) return refuse('plan-needs-goal');
  if (!plan.roles.some(({ who, role }) => said(who) && said(role))) return refuse('plan-needs-roles');
  if (!plan.casemanager) return refuse('plan-needs-casemanager');
  if (!said(plan.casemanagerTasks)) return refuse('plan-needs-task');
  return plan.discussedOn && plan.discussedOn > today ? refuse('in-the-future') : undefined;
};

/** Following shows that the child is not safe, or may not be: that is "het stopt niet" and asks for a melding. */
const relapse = ({ safe, text, on }: { safe: SafetyNow; text: string; on: LocalDate }): NewEvent[] =>
  safe === 'ja' ? [] : [{ type: 'ContinuesReported', what: text, on }];

export const decidePlan = (command: PlanCommand, file: CaseFile, by: Actor, at: Instant): Decision => {
  const today = localDateOf(at);
  switch (command.type) {
    case 'makePlan':
      return planRefusal(command, today) ?? accept({ ...command, type: 'PlanMade' });
    case 'acceptCasemanagement':
      if (!file.plan) return refuse('no-plan');
      if (file.plan.casemanager !== by.id) return refuse('not-your-role');
      return file.plan.accepted ? refuse('already-answered') : accept({ type: 'CasemanagementAccepted' });
    case 'recordProgress':
      if (!file.plan) return refuse('no-plan');
      return command.on > today ? refuse('in-the-future') : accept({ ...command, type: 'ProgressRecorded' });
    case 'referParent':
      return command.on > today ? refuse('in-the-future') : accept({ ...command, type: 'ParentReferred' });
    case 'recordArrival':
      return file.referrals.some(({ id, arrived }) => id === command.referral && arrived !== 'ja')
        ? accept({ ...command, type: 'ArrivalRecorded' })
        : refuse('no-such-entry');
    case 'agreeMonitoring':
      return command.until < today || command.next > command.until
        ? refuse('plan-needs-term')
        : accept({ ...command, type: 'MonitoringAgreed' });
    case 'recordMonitoring':
      if (command.on > today) return refuse('in-the-future');
      return file.monitoring.some(({ id }) => id === command.monitoring)
        ? accept({ ...command, type: 'MonitoringRecorded' }, ...relapse(command))
        : refuse('no-such-entry');
  }
};

const TWO_WEEKS = 14;
export const rememberPlan = (file: CaseFile, event: PlanEvent): CaseFile => {
  const plan = (change: Partial<PlanState>): CaseFile =>
    file.plan ? { ...file, plan: { ...file.plan, ...change } } : file;
  switch (event.type) {
    case 'PlanMade': {
      const { id, until, interim, goals, casemanager } = event;
      const made: PlanState = {
        id,
        until,
        ...(interim && { interim }),
        goals: goals.length,
        casemanager,
        accepted: event.by === casemanager,
        discussed: event.discussedOn !== undefined,
        interimDone: false,
        endDone: false,
        madeAt: event.at,
      };
      const toTell = event.discussedOn
        ? file.consult.toTell
        : [...file.consult.toTell, { about: id, of: 'plan' as const, on: localDateOf(event.at) }];
      return { ...file, plan: made, consult: { ...file.consult, toTell } };
    }
    case 'CasemanagementAccepted':
      return plan({ accepted: true });
    case 'ProgressRecorded':
      return event.kind === 'voortgang'
        ? file
        : plan(event.kind === 'tussentijds-besproken' ? { interimDone: true } : { endDone: true });
    case 'ParentReferred':
      return {
        ...file,
        referrals: [...file.referrals, { id: event.id, on: event.on, askOn: addDays(event.on, TWO_WEEKS) }],
      };
    case 'ArrivalRecorded': {
      const askOn = addDays(localDateOf(event.at), TWO_WEEKS);
      const referrals = file.referrals.map((one) =>
        one.id === event.referral ? { ...one, arrived: event.arrived, askOn } : one,
      );
      return { ...file, referrals };
    }
    case 'MonitoringAgreed':
      return { ...file, monitoring: [...file.monitoring, { id: event.id, next: event.next, until: event.until }] };
    case 'MonitoringRecorded': {
      const monitoring = file.monitoring.map(({ id, until, next: was }): MonitoringState => {
        if (id !== event.monitoring) return { id, until, ...(was && { next: was }) };
        // Following goes on until the agreed day, also when nobody names the next moment.
        const next = event.next ?? (event.on < until ? until : undefined);
        return { id, until, ...(next && { next }) };
      });
      return { ...file, monitoring };
    }
  }
};
