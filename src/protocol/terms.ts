import type { CaseFile } from './caseFile';
import { staffExitCircle, type Recipient } from './roles';
import { openConsultations } from './step2Consult';
import { preContactRefusal } from './step3Conversation';
import { awaitsLeader } from './step4Weigh';
import { addDays, addWorkingDays, instantOf, localDateOf, type Instant, type LocalDate } from './time';

/** A moment at which somebody must look again. `settles`: what on record makes it lapse. */
export type TermKind =
  | 'feedback'
  | 'feedbackOverdue'
  | 'tellParents'
  | 'afterReport'
  | 'result'
  | 'resultOverdue'
  | 'interimTalk'
  | 'endTalk'
  | 'arrival'
  | 'monitoring'
  | 'tellOutcome'
  | 'unanswered'
  | 'unconfirmed'
  | 'parentContact'
  | 'stalled';
export type Term = { id: string; kind: TermKind; due: Instant; who: readonly Recipient[]; about?: string };

/** Days; the board may set its own. `feedback` is the law's and is not for setting. */
export type TermSettings = {
  afterReportDays: number;
  unansweredWorkingDays: number;
  unconfirmedWorkingDays: number;
  parentContactDays: number;
  stalledDays: number;
  resultOverdueDays: number;
  tellOutcomeWorkingDays: number;
};
export const usualTerms: TermSettings = {
  afterReportDays: 28,
  unansweredWorkingDays: 2,
  unconfirmedWorkingDays: 1,
  parentContactDays: 28,
  stalledDays: 14,
  resultOverdueDays: 7,
  tellOutcomeWorkingDays: 5,
};

/** Veilig Thuis decides within five working days after every melding (Uitvoeringsbesluit Wmo 2015 art. 4.1.7; A-14). */
export const feedbackDue = (reportedAt: Instant): LocalDate => addWorkingDays(localDateOf(reportedAt), 5);

const OPENING_HOUR = '08:30';
const morning = (date: LocalDate): Instant => instantOf(date, OPENING_HOUR);

const afterReports = (file: CaseFile, settings: TermSettings): Term[] =>
  file.reports.flatMap(({ number, at, feedback, tellParents }): Term[] => {
    const due = feedbackDue(at);
    const owner: Recipient = { person: file.owner };
    const about = String(number);
    const terms: Term[] = [
      {
        id: `afterReport:${number}`,
        kind: 'afterReport',
        due: morning(addDays(localDateOf(at), settings.afterReportDays)),
        who: [owner],
        about,
      },
    ];
    if (!feedback)
      terms.push(
        { id: `feedback:${number}`, kind: 'feedback', due: morning(due), who: [owner], about },
        {
          id: `feedbackOverdue:${number}`,
          kind: 'feedbackOverdue',
          due: morning(addWorkingDays(due, 1)),
          who: [owner, { role: 'leiding' }],
          about,
        },
      );
    if (tellParents)
      terms.push({
        id: `tellParents:${number}`,
        kind: 'tellParents',
        due: morning(addWorkingDays(localDateOf(at), 1)),
        who: [owner],
        about,
      });
    return terms;
  });

const duringPlan = (file: CaseFile, settings: TermSettings): Term[] => {
  const { plan, weighing } = file;
  if (!plan || file.status === 'closed') return [];
  const who: Recipient[] = [{ person: plan.casemanager }, { person: file.owner }];
  const terms: Term[] = [];
  if (plan.interim && !plan.interimDone)
    terms.push({ id: `interimTalk:${plan.id}`, kind: 'interimTalk', due: morning(plan.interim), who });
  if (!plan.endDone) terms.push({ id: `endTalk:${plan.id}`, kind: 'endTalk', due: morning(plan.until), who });
  const answeredSince = (weighing?.answeredAt.result ?? '') >= plan.madeAt;
  if (!answeredSince)
    terms.push(
      { id: `result:${plan.id}`, kind: 'result', due: morning(plan.until), who },
      {
        id: `resultOverdue:${plan.id}`,
        kind: 'resultOverdue',
        due: morning(addDays(plan.until, settings.resultOverdueDays)),
        who: [{ role: 'leiding' }],
      },
    );
  return terms;
};

/** Monitoring, arrival at help and telling a parent the outcome go on after the case is closed. */
const beyondClosing = (file: CaseFile, settings: TermSettings): Term[] => {
  const who: Recipient[] = [{ person: file.plan?.casemanager ?? file.owner }];
  return [
    ...file.referrals
      .filter(({ arrived }) => arrived !== 'ja')
      .map(({ id, askOn }): Term => ({ id: `arrival:${id}`, kind: 'arrival', due: morning(askOn), who, about: id })),
    ...file.monitoring.flatMap(({ id, next }): Term[] =>
      next ? [{ id: `monitoring:${id}`, kind: 'monitoring', due: morning(next), who, about: id }] : [],
    ),
    ...file.consult.toTell.map(({ about, on }): Term => ({
      id: `tellOutcome:${about}`,
      kind: 'tellOutcome',
      due: morning(addWorkingDays(on, settings.tellOutcomeWorkingDays)),
      who: [{ person: file.owner }, { role: 'ibEr' }],
      about,
    })),
  ];
};

const whileOpen = (file: CaseFile, settings: TermSettings): Term[] => {
  if (file.status === 'closed') return [];
  const owner: Recipient = { person: file.owner };
  const lastDay = localDateOf(file.lastAt);
  const terms: Term[] = [
    { id: 'stalled', kind: 'stalled', due: morning(addDays(lastDay, settings.stalledDays)), who: [owner] },
  ];
  for (const [id, { askedAt, to }] of openConsultations(file)) {
    const due = morning(addWorkingDays(localDateOf(askedAt), settings.unansweredWorkingDays));
    terms.push({ id: `unanswered:${id}`, kind: 'unanswered', due, who: [{ person: to }, owner], about: id });
  }
  if (file.weighing && awaitsLeader(file.weighing)) {
    const given = Object.values(file.weighing.answeredAt).sort().at(-1) ?? file.lastAt;
    const due = morning(addWorkingDays(localDateOf(given), settings.unconfirmedWorkingDays));
    terms.push({
      id: `unconfirmed:${file.weighing.round}`,
      kind: 'unconfirmed',
      due,
      who: [{ role: 'leiding' }, owner],
    });
  }
  // Nobody is urged to talk with a parent while Veilig Thuis must be called before such a talk.
  if (!file.conversations.waived && !preContactRefusal(file, 'ouder', file.lastAt)) {
    const since = file.signals.lastParentContact ?? localDateOf(file.openedAt);
    terms.push({
      id: 'parentContact',
      kind: 'parentContact',
      due: morning(addDays(since, settings.parentContactDays)),
      who: [owner],
    });
  }
  return terms;
};

/** The steps freeze when a case moves to the exit, but a melding that was made keeps its term (I-13). The accused hears nothing. */
const beyondSteps = (file: CaseFile, settings: TermSettings): Term[] =>
  afterReports(file, settings)
    .filter(({ kind }) => kind === 'feedback' || kind === 'feedbackOverdue')
    .map((term) => ({ ...term, who: staffExitCircle(file) }));

/** Every term that runs for this file now (R-003, R-106, R-108, R-128, R-138, R-141, R-168, R-202, I-13, I-29). */
export const termsOf = (file: CaseFile, settings: TermSettings = usualTerms): readonly Term[] => {
  if (file.kind === 'medewerker') return beyondSteps(file, settings);
  if (file.kind !== 'stappenplan') return [];
  return [
    ...afterReports(file, settings),
    ...duringPlan(file, settings),
    ...beyondClosing(file, settings),
    ...whileOpen(file, settings),
  ];
};
