import type { CaseEvent, EventType } from '../../../src/protocol/caseFile';
import type { Actor, PersonId } from '../../../src/protocol/roles';
import type { Flag } from '../../../src/protocol/step1Signals';
import type { QuestionId, WeighAnswer } from '../../../src/protocol/step4Weigh';
import { localDateOf, type Instant, type LocalDate } from '../../../src/protocol/time';
import type { FactOf } from '../given';
import { leads } from './cast';

/**
 * What the facts of a case come to, read from the facts alone, by the words of the protocol. Nothing here asks the code under
 * test what it makes of them.
 */
export type Past = readonly CaseEvent[];

export const blank = (text: string | undefined): boolean => text === undefined || text.trim() === '';
export const isFact =
  <T extends EventType>(type: T) =>
  (event: CaseEvent): event is FactOf<T> =>
    event.type === type;
export const facts = <T extends EventType>(past: Past, type: T): FactOf<T>[] => past.filter(isFact(type));
export const lastFact = <T extends EventType>(past: Past, type: T): FactOf<T> | undefined => facts(past, type).at(-1);
export const has = (past: Past, ...types: readonly EventType[]): boolean =>
  past.some(({ type }) => types.includes(type));
/** The facts after the last one that ends something. */
export const since = (past: Past, ends: (event: CaseEvent) => boolean): Past =>
  past.slice(past.findLastIndex(ends) + 1);

export type Route = 'none' | 'stappenplan' | 'medewerker' | 'leerlingen';
export const routeOf = (past: Past): Route => {
  if (has(past, 'StaffConcernReported', 'MovedToStaffExit')) return 'medewerker';
  if (has(past, 'PupilConcernReported')) return 'leerlingen';
  return past.length > 0 ? 'stappenplan' : 'none';
};
/** The one who began it, or who took it over. */
export const ownerOf = (past: Past): PersonId | undefined => lastFact(past, 'OwnerReassigned')?.to ?? past[0]?.by;
/** Of the last plan, or who came after; whoever can't be it leaves it to the owner of that moment. */
export const casemanagerOf = (past: Past): PersonId | undefined => {
  const last = past.findLastIndex(
    ({ type }) => type === 'PlanMade' || type === 'CasemanagerReassigned' || type === 'CasemanagementDeclined',
  );
  const event = past[last];
  if (event?.type === 'PlanMade') return event.casemanager;
  if (event?.type === 'CasemanagerReassigned') return event.to;
  return event && ownerOf(past.slice(0, last));
};
export const staffExitOf = (past: Past) => lastFact(past, 'MovedToStaffExit') ?? lastFact(past, 'StaffConcernReported');

export const reportedOnOrAfter = (past: Past, moment: Instant): boolean =>
  facts(past, 'ReportMade').some(({ reportedAt }) => localDateOf(reportedAt) >= localDateOf(moment));

/** Facts that say: this child is not safe. A contact with Veilig Thuis about a melding that was made says nothing new. */
export const saysUnsafe = (event: CaseEvent, before: Past): boolean => {
  if (event.type === 'SafetyWeighed') return event.answer === 'ja' || event.answer === 'twijfel';
  if (event.type === 'EmergencyRecorded') return event.immediateAction;
  return (
    event.type === 'VeiligThuisContactRecorded' && event.immediateAction && !reportedOnOrAfter(before, event.contactAt)
  );
};

/** A case that was closed opens again by itself when the child turns out not to be safe. */
const opens = (event: CaseEvent, before: Past): boolean =>
  event.type === 'CaseReopened' ||
  event.type === 'ContinuesReported' ||
  event.type === 'EmergencyRecorded' ||
  saysUnsafe(event, before);
export const isClosed = (past: Past): boolean => {
  const end = past.findLastIndex(isFact('CaseClosed'));
  return end >= 0 && !past.some((event, i) => i > end && opens(event, past.slice(0, i)));
};

/** Moments at which somebody spoke with Veilig Thuis. */
export const spokenTo = (past: Past): readonly Instant[] =>
  past.flatMap((event) => {
    if (event.type === 'VeiligThuisContactRecorded') return [event.contactAt];
    return event.type === 'EmergencyRecorded' && event.called.includes('veilig-thuis') ? [event.calledAt] : [];
  });

const pointsTo = (event: CaseEvent): readonly Flag[] => {
  if (event.type !== 'SignalRecorded' || event.direction === 'spreekt-tegen') return [];
  if (event.category === 'SM') return ['seksueel-misbruik'];
  return event.category === 'VG' ? ['vgv', 'eergerelateerd'] : [];
};
/** The suspicions that call for Veilig Thuis first: confirmed by somebody, or pointed to since and not looked at. */
export const flagsOf = (past: Past): { confirmed: readonly Flag[]; suggested: readonly Flag[] } => {
  const confirmed = lastFact(past, 'FlagsConfirmed')?.flags ?? [];
  const pointed = since(past, isFact('FlagsConfirmed')).flatMap(pointsTo);
  return { confirmed, suggested: [...new Set(pointed)].filter((flag) => !confirmed.includes(flag)) };
};

/** Each parent's last word on consent. */
const lastWords = (past: Past): FactOf<'ConsentRecorded'>[] => [
  ...new Map(facts(past, 'ConsentRecorded').map((event) => [event.parent, event])).values(),
];
/** Consent on paper from everybody with authority, or from one when the leader took that; nobody said no. */
export const consented = (past: Past, on?: LocalDate): boolean => {
  const words = lastWords(past);
  if (words.some(({ outcome }) => outcome === 'geweigerd')) return false;
  const custody = facts(past, 'ConsentRecorded').findLast((event) => event.custody !== 'onbekend')?.custody;
  const needed = custody === 'een' || has(past, 'SingleConsentAccepted') ? 1 : 2;
  const onPaper = words.filter(({ outcome }) => outcome === 'schriftelijk');
  const early = onPaper.filter(({ parent }) => on === undefined || firstPaper(past, parent) <= on);
  return onPaper.length >= needed && early.length >= needed;
};
/** Since when the paper of this parent stands: the earliest day since the last time that there was none. */
const firstPaper = (past: Past, parent: string): LocalDate => {
  const own = facts(past, 'ConsentRecorded').filter((event) => event.parent === parent);
  const standing = since(own, (event) => event.type === 'ConsentRecorded' && event.outcome !== 'schriftelijk');
  return (
    facts(standing, 'ConsentRecorded')
      .map(({ on }) => on)
      .sort()[0] ?? '9999-12-31'
  );
};
/** Refused consents that no weighing has answered yet. */
export const refusalsOpen = (past: Past): boolean =>
  facts(
    since(past, (event) => event.type === 'RiskAssessed' && !blank(event.refusalWeighed)),
    'ConsentRecorded',
  ).some(({ outcome }) => outcome === 'geweigerd');

/** The signals were discussed with a parent, or there is a ground of step 3. */
export const signalsDiscussed = (past: Past): boolean =>
  has(past, 'ConversationWaived') || facts(past, 'ConversationRecorded').some((event) => event.with !== 'leerling');

const weighTypes = {
  SuspicionWeighed: 'suspicion',
  SafetyWeighed: 'safety',
  HelpWeighed: 'help',
  AcceptanceWeighed: 'acceptance',
  ResultWeighed: 'result',
} as const satisfies Partial<Record<EventType, QuestionId>>;
export type Weighed = FactOf<keyof typeof weighTypes>;
export const isWeighed = (event: CaseEvent): event is Weighed => event.type in weighTypes;
export const questionOf = (event: Weighed): QuestionId => weighTypes[event.type];

/** The round that runs, 0 before anybody weighed. */
export const roundOf = (past: Past): number => {
  const last = past.findLast((one) => isWeighed(one) || one.type === 'WeighingStarted' || one.type === 'RiskAssessed');
  return last && 'round' in last ? last.round : 0;
};
export const weighedIn = (past: Past, round: number): Weighed[] =>
  past.filter(isWeighed).filter((event) => event.round === round);
/** The standing answer to each question of a round. */
export const answersIn = (past: Past, round = roundOf(past)): Partial<Record<QuestionId, Weighed>> =>
  Object.fromEntries(weighedIn(past, round).map((event) => [questionOf(event), event]));
export const answerTo = (past: Past, id: QuestionId): WeighAnswer | undefined => answersIn(past)[id]?.answer;
export const unsafeInRound = (past: Past): boolean => ['ja', 'twijfel'].includes(answerTo(past, 'safety') ?? '');

/** Was one of the first three steps gone through, or left out on a ground? */
export const wentThrough = (past: Past, step: 1 | 2 | 3 | 4 | 5): boolean => {
  if (step === 1) return has(past, 'SignalRecorded') && has(past, 'SignalsMapped');
  return step === 2 ? consultedInside(past) : signalsDiscussed(past);
};
/** Somebody inside the school answered, in the bot or outside it. */
const consultedInside = (past: Past): boolean => {
  const inside = (role: string): boolean => insideRoles.includes(role);
  const asked = facts(past, 'ConsultationRequested').filter(({ role }) => inside(role));
  const answers = facts(past, 'ConsultationAnswered');
  return (
    facts(past, 'OutsideConsultationRecorded').some(({ role }) => inside(role)) ||
    asked.some(({ consultation }) => answers.some((one) => one.consultation === consultation))
  );
};
/** Colleagues of the school itself; the nurse and the doctor come from outside. */
export const insideRoles: readonly string[] = [
  'intern-begeleider',
  'vertrouwenspersoon',
  'schoolleider',
  'plaatsvervangend-schoolleider',
  'leerkracht',
];

/** The two (or one) for whom the case is, until that is lifted or the case moves to the exit about staff. */
export const keepersOf = (past: Past): FactOf<'FileLocked'>['keepers'] | undefined => {
  const last = past.findLast(({ type }) => ['FileLocked', 'FileUnlocked', 'MovedToStaffExit'].includes(type));
  return last?.type === 'FileLocked' ? last.keepers : undefined;
};
export const isFor = (past: Past, id: PersonId): boolean =>
  keepersOf(past)?.some(({ person }) => person === id) ?? true;
/** Who confirms and decides: a school leader, or whoever of the two has that part. */
export const leadsIn = (past: Past, id: PersonId): boolean => {
  const keepers = keepersOf(past);
  if (!keepers) return leads(id);
  const part = ['leiding', 'bestuur', 'ibEr'].find((post) => keepers.some(({ as }) => as === post));
  return keepers.some(({ person, as }) => person === id && as === part);
};
/** Nobody else can confirm in their place. */
export const confirmsAloneIn = (past: Past, { onlyLeader }: Actor): boolean => {
  const keepers = keepersOf(past);
  return keepers ? keepers.filter(({ person }) => leadsIn(past, person)).length === 1 : onlyLeader === true;
};
