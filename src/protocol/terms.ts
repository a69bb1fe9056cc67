import type { CaseFile } from './caseFile';
import { reviewDay } from './retention';
import { staffExitCircle, type Recipient } from './roles';
import { openConsultations, type Consultation, type ConsultationState } from './step2Consult';
import { preContactRefusal } from './step3Conversation';
import { awaitsLeader } from './step4Weigh';
import { usualTerms, type TermSettings } from './termSettings';
import {
  isAboutSafety,
  isDigestTime,
  latestOccasion,
  mayRemindFrom,
  remindAgainAt,
  timed,
  type Term,
  type TermKind,
  type Untimed,
} from './termTiming';
import { addDays, addWorkingDays, localDateOf, type Instant, type LocalDate } from './time';

export {
  isAboutSafety,
  isDigestTime,
  latestOccasion,
  mayRemindFrom,
  remindAgainAt,
  usualTerms,
  type Term,
  type TermKind,
  type TermSettings,
};

/** Veilig Thuis decides within five working days after every melding (Uitvoeringsbesluit Wmo 2015 art. 4.1.7; A-14). */
export const feedbackDue = (reportedAt: Instant): LocalDate => addWorkingDays(localDateOf(reportedAt), 5);

const afterReports = (file: CaseFile, settings: TermSettings): Untimed[] =>
  file.reports.flatMap(({ number, at, feedback, tellParents, lookedOn, better }): Untimed[] => {
    const due = feedbackDue(at);
    const owner: Recipient = { person: file.owner };
    const about = String(number);
    const terms: Untimed[] = [];
    // looked at again and again, until it goes better.
    if (!better)
      terms.push({
        id: `afterReport:${number}`,
        kind: 'afterReport',
        day: addDays(lookedOn ?? localDateOf(at), settings.afterReportDays),
        who: [owner],
        about,
      });
    if (!feedback)
      terms.push(
        { id: `feedback:${number}`, kind: 'feedback', day: due, who: [owner], about },
        {
          id: `feedbackOverdue:${number}`,
          kind: 'feedbackOverdue',
          day: addWorkingDays(due, 1),
          who: [owner, { role: 'leiding' }],
          about,
        },
      );
    if (tellParents)
      terms.push({
        id: `tellParents:${number}`,
        kind: 'tellParents',
        day: addWorkingDays(localDateOf(at), 1),
        who: [owner],
        about,
      });
    return terms;
  });

const duringPlan = (file: CaseFile, settings: TermSettings): Untimed[] => {
  const { plan, weighing } = file;
  if (!plan || file.status === 'closed') return [];
  const who: Recipient[] = [{ person: plan.casemanager }, { person: file.owner }];
  const terms: Untimed[] = [];
  if (plan.interim && !plan.interimDone)
    terms.push({ id: `interimTalk:${plan.id}`, kind: 'interimTalk', day: plan.interim, who });
  if (!plan.endDone) terms.push({ id: `endTalk:${plan.id}`, kind: 'endTalk', day: plan.until, who });
  const answeredSince = (weighing?.answeredAt.result ?? '') >= plan.madeAt;
  if (!answeredSince)
    terms.push(
      { id: `result:${plan.id}`, kind: 'result', day: plan.until, who },
      {
        id: `resultOverdue:${plan.id}`,
        kind: 'resultOverdue',
        day: addDays(plan.until, settings.resultOverdueDays),
        who: [{ role: 'leiding' }],
      },
    );
  return terms;
};

/** Monitoring, arrival at help and telling a parent the outcome go on after the case is closed. */
const beyondClosing = (file: CaseFile, settings: TermSettings): Untimed[] => {
  const who: Recipient[] = [{ person: file.plan?.casemanager ?? file.owner }];
  return [
    ...file.referrals
      .filter(({ arrived }) => arrived !== 'ja')
      .map(({ id, askOn }): Untimed => ({ id: `arrival:${id}`, kind: 'arrival', day: askOn, who, about: id })),
    ...file.monitoring.flatMap(({ id, next }): Untimed[] =>
      next ? [{ id: `monitoring:${id}`, kind: 'monitoring', day: next, who, about: id }] : [],
    ),
    ...file.consult.toTell.map(({ about, on }): Untimed => ({
      id: `tellOutcome:${about}`,
      kind: 'tellOutcome',
      day: addWorkingDays(on, settings.tellOutcomeWorkingDays, settings.liberationDay),
      who: [{ person: file.owner }, { role: 'ibEr' }],
      about,
    })),
  ];
};

const expiresOn = (askedAt: Instant, { expiredWorkingDays, liberationDay }: TermSettings): LocalDate =>
  addWorkingDays(localDateOf(askedAt), expiredWorkingDays, liberationDay);

/** How far a request has come on this day: without an answer it runs out. A late answer is welcome all the same. */
export const stateOn = (
  { state, askedAt }: Consultation,
  today: LocalDate,
  settings: TermSettings = usualTerms,
): ConsultationState =>
  (state === 'verzonden' || state === 'gezien') && today >= expiresOn(askedAt, settings) ? 'verlopen' : state;

const whileOpen = (file: CaseFile, settings: TermSettings): Untimed[] => {
  if (file.status === 'closed') return [];
  const owner: Recipient = { person: file.owner };
  const lastDay = localDateOf(file.lastAt);
  const terms: Untimed[] = [
    { id: 'stalled', kind: 'stalled', day: addDays(lastDay, settings.stalledDays), who: [owner] },
  ];
  for (const [id, { askedAt, to }] of openConsultations(file)) {
    const day = addWorkingDays(localDateOf(askedAt), settings.unansweredWorkingDays, settings.liberationDay);
    terms.push({ id: `unanswered:${id}`, kind: 'unanswered', day, who: [{ person: to }, owner], about: id });
    terms.push({ id: `expired:${id}`, kind: 'expired', day: expiresOn(askedAt, settings), who: [owner], about: id });
  }
  if (file.weighing && awaitsLeader(file.weighing)) {
    const given = Object.values(file.weighing.answeredAt).sort().at(-1) ?? file.lastAt;
    const day = addWorkingDays(localDateOf(given), settings.unconfirmedWorkingDays, settings.liberationDay);
    terms.push({
      id: `unconfirmed:${file.weighing.round}`,
      kind: 'unconfirmed',
      day,
      who: [{ role: 'leiding' }, owner],
    });
  }
  // Nobody is urged to talk with a parent while Veilig Thuis must be called before such a talk.
  if (!file.conversations.waived && !preContactRefusal(file, 'ouder', file.lastAt)) {
    const since = file.signals.lastParentContact ?? localDateOf(file.openedAt);
    terms.push({
      id: 'parentContact',
      kind: 'parentContact',
      day: addDays(since, settings.parentContactDays),
      who: [owner],
    });
  }
  return terms;
};

/** The steps freeze when a case moves to the exit, but a melding that was made keeps its term (I-13). The accused hears nothing. */
const beyondSteps = (file: CaseFile, settings: TermSettings): Untimed[] =>
  afterReports(file, settings)
    .filter(({ kind }) => kind === 'feedback' || kind === 'feedbackOverdue')
    .map((term) => ({ ...term, who: staffExitCircle(file) }));

/** A closed file comes up for review on its day: to whoever leads, and with an exit about staff to the board too (I-26). */
const afterClosing = (file: CaseFile, { retention }: TermSettings): Untimed[] => {
  const day = reviewDay(file, retention);
  const who: Recipient[] =
    file.kind === 'medewerker' ? staffExitCircle(file).filter((one) => 'role' in one) : [{ role: 'leiding' }];
  return day === undefined ? [] : [{ id: 'retention', kind: 'retention', day, who }];
};

/** Something is still to be done or followed after closing: nobody forgets a child whose safety is followed (I-13, R-141). */
export const goesOn = (file: CaseFile): boolean => termsOf(file).some(({ kind }) => kind !== 'retention');

/** The other school says within ten working days that it has the file; else whoever leads asks. */
const RECEIPT_WORKING_DAYS = 10;
const afterTransfer = ({ retention }: CaseFile, settings: TermSettings): Untimed[] =>
  (retention?.transfers ?? [])
    .filter(({ received }) => !received)
    .map(({ number, on }) => ({
      ...{ id: `receipt:${number}`, kind: 'receipt', about: String(number), who: [{ role: 'leiding' }] },
      day: addWorkingDays(on, RECEIPT_WORKING_DAYS, settings.liberationDay),
    }));

const running = (file: CaseFile, settings: TermSettings): readonly Untimed[] => {
  if (file.retention?.destroyed) return [];
  const kept = afterClosing(file, settings);
  if (file.kind === 'medewerker') return [...beyondSteps(file, settings), ...kept];
  if (file.kind !== 'stappenplan') return kept;
  return [
    ...kept,
    ...afterTransfer(file, settings),
    ...afterReports(file, settings),
    ...duringPlan(file, settings),
    ...beyondClosing(file, settings),
    ...whileOpen(file, settings),
  ];
};

/** Every term that runs for this file now (R-003, R-106, R-108, R-128, R-138, R-141, R-168, R-202, I-13, I-29). */
export const termsOf = (file: CaseFile, settings: TermSettings = usualTerms): readonly Term[] =>
  running(file, settings).map((term) => timed(term, file, settings));
