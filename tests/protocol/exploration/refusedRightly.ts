import type { Command, CommandType } from '../../../src/protocol/decide';
import type { Refusal } from '../../../src/protocol/decision';
import type { Actor } from '../../../src/protocol/roles';
import { addDays, localDateOf, type Instant } from '../../../src/protocol/time';
import type { CommandOf } from '../given';
import { leads } from './cast';
import { mayRead } from './files';
import { continuesSince, decidedNotMade, normSaysReport, owesReport, parentsToTell, toldBeforehand } from './owed';
import {
  answersIn,
  answerTo,
  blank,
  casemanagerOf,
  confirmsAloneIn,
  consented,
  facts,
  flagsOf,
  has,
  insideRoles,
  isClosed,
  isFor,
  keepersOf,
  lastFact,
  leadsIn,
  ownerOf,
  refusalsOpen,
  reportedOnOrAfter,
  roundOf,
  routeOf,
  signalsDiscussed,
  spokenTo,
  staffExitOf,
  unsafeInRound,
  weighedIn,
  wentThrough,
  type Past,
} from './past';

type Asked = { command: Command; by: Actor; at: Instant; past: Past };
type Reason = (asked: Asked) => boolean;
/** A reason that belongs to this verb alone. */
const of =
  <T extends CommandType>(verb: T, reason: (command: CommandOf<T>, asked: Asked) => boolean): Reason =>
  (asked) =>
    // The verb names its command.
    asked.command.type === verb && reason(asked.command as CommandOf<T>, asked);
const any =
  (...reasons: readonly Reason[]): Reason =>
  (asked) =>
    reasons.some((reason) => reason(asked));

const starting: readonly CommandType[] = ['openCase', 'reportStaffConcern', 'reportPupilConcern', 'recordEmergency'];
const onExits: readonly CommandType[] = ['recordConfidantAdvice', 'addFollowUp'];
const moving: readonly CommandType[] = ['transferFile', 'confirmReceipt'];
const keeping: readonly CommandType[] = ['holdFile', 'destroyFile'];
const onEveryRoute: readonly CommandType[] = ['closeCase', 'reopenCase', 'correctEntry', ...keeping];
const forTheAsked: readonly CommandType[] = [
  ...(['seeConsultation', 'answerConsultation', 'addToConsultation', 'declineConsultation'] as const),
];
const forLeaders: readonly CommandType[] = ['acceptSingleConsent', 'confirmWeighing', 'requestTalk'];
const isExit = (past: Past): boolean => routeOf(past) === 'medewerker' || routeOf(past) === 'leerlingen';

const wasAsked = (past: Past, id: string): boolean =>
  !has(past, 'DestructionDecided') &&
  isFor(past, id) &&
  facts(past, 'ConsultationRequested').some(({ to }) => to === id);
const requestOf = (past: Past, id: string): Past =>
  past.filter((one) => 'consultation' in one && one.consultation === id);
const request: Reason = ({ command, past }) => {
  if (!('consultation' in command)) return false;
  const own = requestOf(past, command.consultation);
  if (command.type === 'addToConsultation') return has(own, 'ConsultationWithdrawn');
  const ended = has(own, 'ConsultationAnswered', 'ConsultationDeclined', 'ConsultationWithdrawn');
  return ended || (command.type === 'seeConsultation' && has(own, 'ConsultationSeen'));
};

/** Somebody who may look at the case but not do this. */
const notTheirs: Reason = ({ command: { type }, by, past }) => {
  if (type === 'acceptCasemanagement' || type === 'declineCasemanagement') return casemanagerOf(past) !== by.id;
  if (type === 'seeConcern') return !leadsIn(past, by.id) && !by.roles.includes('intern-begeleider');
  if (type === 'reassignOwner')
    return !mayRead(past, by) || casemanagerOf(past) === by.id || keepersOf(past) !== undefined;
  if (type === 'recordSibling') return !mayRead(past, by) || casemanagerOf(past) === by.id;
  if (type === 'lockFile') return !leadsIn(past, by.id);
  if (type === 'unlockFile') return !leadsIn(past, by.id);
  if (type === 'undoStart') return ownerOf(past) !== by.id;
  if (forTheAsked.includes(type)) return !wasAsked(past, by.id);
  if (forLeaders.includes(type)) return !leadsIn(past, by.id);
  if (moving.includes(type)) return !leadsIn(past, by.id);
  if (keeping.includes(type)) {
    const exit = staffExitOf(past);
    return !(leadsIn(past, by.id) && !exit?.aboutLeader) && !(exit && by.roles.includes('bestuur'));
  }
  return !mayRead(past, by) || (isExit(past) && type === 'recordFeedback' && routeOf(past) === 'leerlingen');
};
const outcomeToTell = ({ about }: { about: string }, past: Past) =>
  has(past, 'ParentInformed', 'InformingWaived') &&
  past.some((one) => (one.type === 'ParentInformed' || one.type === 'InformingWaived') && one.about === about)
    ? undefined
    : (facts(past, 'TeamDiscussed').find(({ id }) => id === about)?.team ??
      (facts(past, 'PlanMade').some(({ id, discussedOn }) => id === about && !discussedOn) ? 'plan' : undefined));
const notTheirsToTell: Reason = ({ command, by, past }) =>
  (command.type === 'informParent' || command.type === 'waiveInforming') &&
  outcomeToTell(command, past) === 'zorgteam' &&
  !leadsIn(past, by.id) &&
  !by.roles.includes('intern-begeleider');

const days = ['on', 'happenedOn', 'veiligThuisOn', 'familyOn', 'discussedOn'];
const moments = ['talkAt', 'calledAt', 'contactAt', 'reportedAt'];
const inTheFuture: Reason = ({ command, at }) =>
  (command.type === 'recordSibling' && (command.birthDate ?? '') > localDateOf(at)) ||
  Object.entries(command).some(
    ([name, value]) =>
      typeof value === 'string' &&
      ((days.includes(name) && value > localDateOf(at)) || (moments.includes(name) && value > at)),
  );

/** By name to somebody from outside, without consent on paper or another ground. */
const outsideByName: Reason = ({ command, past }) => {
  if (command.type !== 'askColleagues' && command.type !== 'recordOutsideConsultation') return false;
  const asked = command.type === 'askColleagues' ? command.consultations.map(({ role }) => role) : [command.role];
  return (
    asked.some((role) => !insideRoles.includes(role)) && command.named && blank(command.ground) && !consented(past)
  );
};

const talkMoment = ({ command, at }: Asked): Instant | undefined => {
  if (command.type === 'planConversation') return command.with === 'leerling' ? undefined : at;
  return command.type === 'recordConversation' && command.with !== 'leerling' ? command.talkAt : undefined;
};
const talkTooEarly: Reason = (asked) => {
  const moment = talkMoment(asked);
  return moment !== undefined && !spokenTo(asked.past).some((at) => at < moment);
};
const closesUnspoken: Reason = ({ command, past }) => command.type === 'closeCase' && spokenTo(past).length === 0;
const flagged: Reason = ({ past }) => flagsOf(past).confirmed.length > 0;
const takesFlagBack: Reason = of('confirmFlags', (command, { past }) =>
  flagsOf(past).confirmed.some((flag) => !command.flags.includes(flag)),
);

const otherRound: Reason = ({ command, past }) => {
  if (!('round' in command)) return false;
  const running = roundOf(past);
  return command.round !== (command.type === 'decideReport' ? running : Math.max(1, running));
};
const shownOther: Reason = of(
  'confirmWeighing',
  ({ shown }, { past }) => shown !== weighedIn(past, roundOf(past)).length,
);
const questionOf: Partial<Record<CommandType, 'suspicion' | 'safety' | 'help' | 'acceptance' | 'result'>> = {
  weighSuspicion: 'suspicion',
  weighSafety: 'safety',
  weighHelp: 'help',
  weighAcceptance: 'acceptance',
  weighResult: 'result',
};
const stands: Reason = ({ command, past }) => {
  const question = questionOf[command.type];
  if (!question) return false;
  const standing = answersIn(past, Math.max(1, roundOf(past)))[question];
  const asks = question === 'safety' ? standing?.answer !== 'nee' : standing?.answer === 'nee';
  const decided = lastFact(past, 'ReportDecided')?.round === Math.max(1, roundOf(past)) && question !== 'result';
  return decided || (standing !== undefined && asks && !reportedOnOrAfter(past, standing.at));
};

/** Did the questions come to their end, with the risk weighed? Doubt that stands is no end. */
const ended = (past: Past): boolean => {
  const to = (id: Parameters<typeof answerTo>[1]) => answerTo(past, id);
  if (to('suspicion') === 'nee') return true;
  if (to('suspicion') !== 'ja' || !to('safety')) return false;
  const assessed = facts(past, 'RiskAssessed').some(({ round }) => round === roundOf(past));
  if (to('help') === 'nee' || (to('help') === 'ja' && to('acceptance') === 'nee')) return assessed;
  return to('help') === 'ja' && to('acceptance') === 'ja' && to('result') !== 'twijfel' && assessed;
};
/** Every answer to questions 1 to 4 was confirmed by a leader after it was given. */
const confirmed = (past: Past): boolean =>
  weighedIn(past, roundOf(past))
    .filter(({ type }) => type !== 'ResultWeighed')
    .every((answer) =>
      past.slice(past.indexOf(answer)).some((one) => one.type === 'WeighingConfirmed' && one.round === answer.round),
    );

/** A talk with a parent showed another cause, no later talk took that back, and no suspicion was weighed after it. */
const otherCauseStands = (past: Past): boolean => {
  const talks = facts(past, 'ConversationRecorded');
  const shown = talks.findLast((one) => one.with !== 'leerling' && one.outcome === 'andere-oorzaak');
  if (!shown || talks.slice(talks.indexOf(shown)).some(({ outcome }) => outcome !== 'andere-oorzaak')) return false;
  const { suspicion } = answersIn(past);
  return !suspicion || suspicion.answer === 'nee' || suspicion.at <= shown.talkAt;
};

const notThisEnd: Reason = of('closeCase', ({ outcome }, { past }) => {
  if (isExit(past)) return outcome !== 'overgedragen';
  switch (outcome) {
    case 'geen-actie-nodig':
      return answerTo(past, 'suspicion') !== 'nee';
    case 'andere-oorzaak':
      return !otherCauseStands(past);
    case 'hulp-afgerond':
      return answerTo(past, 'result') !== 'ja';
    case 'overgedragen-na-melding':
      return !has(past, 'ReportMade');
    case 'overgedragen':
      return true;
    case 'vergissing':
      return true;
  }
});

const toldTooLate: Reason = of('makeReport', ({ reportedAt }, { past }) => {
  const told = toldBeforehand(past);
  return told === undefined || (told.type === 'ReportDiscussed' && told.on > localDateOf(reportedAt));
});
const discussedTooLate: Reason = of('makeReport', ({ reportedAt }, { past }) => {
  const talks = facts(past, 'ConversationRecorded').filter((one) => one.with !== 'leerling');
  return !signalsDiscussed(past) || talks.every(({ talkAt }) => talkAt > reportedAt);
});

const entry: Reason = ({ command, past }) => {
  if (command.type === 'correctEntry') return command.entry < 1 || command.entry > past.length;
  if (command.type === 'recordSignature')
    return (
      lastFact(past, 'ConversationRecorded')?.id !== command.conversation &&
      (!facts(past, 'ConversationRecorded').some(({ id }) => id === command.conversation) ||
        facts(past, 'SignatureRecorded').some(
          (one) => one.conversation === command.conversation && one.state !== 'gevraagd',
        ))
    );
  if (command.type === 'recordFeedback' || command.type === 'checkImprovement')
    return !facts(past, 'ReportMade').some(({ number }) => number === command.report);
  if (command.type === 'recordArrival')
    return (
      !facts(past, 'ParentReferred').some(({ id }) => id === command.referral) ||
      facts(past, 'ArrivalRecorded').findLast((one) => one.referral === command.referral)?.arrived === 'ja'
    );
  if (command.type === 'recordSibling')
    return (
      command.sibling === undefined ||
      !facts(past, 'SiblingRecorded').some(({ sibling }) => sibling === command.sibling) ||
      facts(past, 'SiblingRecorded').findLast(({ sibling }) => sibling === command.sibling)?.mistaken === true
    );
  return (
    command.type === 'recordMonitoring' && !facts(past, 'MonitoringAgreed').some(({ id }) => id === command.monitoring)
  );
};

const planOf = (reason: (plan: CommandOf<'makePlan'>, asked: Asked) => boolean): Reason => of('makePlan', reason);

/** What people do with a reminder, and who goes on with the case. */
const reminders: readonly CommandType[] = ['postponeTerm', 'passOnTerm'];
const locking: readonly CommandType[] = ['lockFile', 'unlockFile'];
const withReason: readonly CommandType[] = [
  ...locking,
  ...keeping,
  ...reminders,
  'reassignOwner',
  'reassignCasemanager',
  'declineCasemanagement',
];
/** It is theirs already, they said so before, or there is nothing new to see. */
const handedOver: Reason = ({ command, by, past }) => {
  if (command.type === 'reassignOwner') return command.to === ownerOf(past);
  if (command.type === 'reassignCasemanager') return command.to === casemanagerOf(past);
  if (command.type === 'unlockFile') return keepersOf(past) === undefined;
  if (command.type === 'lockFile') return command.keepers.every(({ person }) => isFor(past, person));
  if (command.type === 'seeConcern')
    return by.id === ownerOf(past) || facts(past, 'ConcernSeen').some((seen) => seen.by === by.id);
  if (command.type !== 'acceptCasemanagement' && command.type !== 'declineCasemanagement') return false;
  const given = past.slice(past.findLastIndex(({ type }) => casemanagerGiven.includes(type)));
  const settled = given[0]?.type === 'CasemanagementDeclined' || casemanagerOf(past) === given[0]?.by;
  return settled || has(given, 'CasemanagementAccepted');
};
const casemanagerGiven = ['PlanMade', 'CasemanagerReassigned', 'CasemanagementDeclined'];

/**
 * Why somebody may be turned away, each told from the facts. A refusal for any other reason would keep a worker from a step
 * that the protocol leaves open (I-03), or say something that is not so (I-23).
 */
export const refusedRightly: Readonly<Record<Refusal, Reason>> = {
  'no-such-case': ({ command, by, past }) =>
    routeOf(past) === 'none'
      ? by.roles.length === 0 || !starting.includes(command.type) || command.type === 'recordEmergency'
      : !mayRead(past, by) && !(routeOf(past) === 'stappenplan' && wasAsked(past, by.id) && by.roles.length > 0),
  'case-closed': ({ past }) => isClosed(past),
  'case-open': ({ command, past }) => [...keeping, 'reopenCase'].includes(command.type) && !isClosed(past),
  'steps-frozen': ({ command, past }) => isExit(past) && ![...onExits, ...onEveryRoute].includes(command.type),
  'not-your-role': any(notTheirs, notTheirsToTell),
  'already-answered': any(
    request,
    ({ command, past }) => past.length > 0 && starting.includes(command.type) && command.type !== 'recordEmergency',
    ({ command, past }) => routeOf(past) === 'stappenplan' && onExits.includes(command.type),
    of('askColleagues', ({ consultations }, { past }) =>
      consultations.some(
        ({ id }, i) => requestOf(past, id).length > 0 || consultations.findIndex((one) => one.id === id) < i,
      ),
    ),
    of('confirmReceipt', ({ transfer }, { past }) =>
      facts(past, 'ReceiptConfirmed').some((one) => one.transfer === transfer),
    ),
    of('recordFeedback', ({ report }, { past }) =>
      facts(past, 'FeedbackRecorded').some((one) => one.report === report && one.outcome === 'terugkoppeling'),
    ),
    handedOver,
  ),
  'not-asked': ({ command, by, past }) =>
    'consultation' in command &&
    (requestOf(past, command.consultation).length === 0 ||
      (command.type !== 'withdrawConsultation' &&
        !facts(requestOf(past, command.consultation), 'ConsultationRequested').some(({ to }) => to === by.id))),
  'in-the-future': inTheFuture,
  'flag-needs-reason': any(of('confirmFlags', ({ reason }, asked) => takesFlagBack(asked) && blank(reason))),
  'flags-changed': of('confirmFlags', ({ flags, shown }, { past }) =>
    flagsOf(past).suggested.some((flag) => !flags.includes(flag) && !shown?.includes(flag)),
  ),
  'unknown-colleague': of(
    'askColleagues',
    ({ consultations }) =>
      consultations.length === 0 ||
      consultations.some(({ role }) => ![...insideRoles, 'jeugdverpleegkundige', 'jeugdarts'].includes(role)),
  ),
  'asked-yourself': ({ command, by, past }) =>
    ('accused' in command && command.accused === by.id) ||
    (command.type === 'planConversation' && command.second === by.id) ||
    (command.type === 'passOnTerm' &&
      ((command.to === 'owner' && by.id === ownerOf(past)) ||
        (command.to === 'casemanager' && by.id === casemanagerOf(past)))) ||
    (command.type === 'askColleagues' && command.consultations.some(({ to }) => to === by.id)),
  'outside-needs-ground': outsideByName,
  'anonymous-needs-reason': of(
    'recordTeamDiscussion',
    ({ mode, whyAnonymous }) => mode === 'anoniem' && blank(whyAnonymous),
  ),
  'consent-needed': any(
    of('acceptSingleConsent', (_, { past }) =>
      facts(past, 'ConsentRecorded').every(
        (one) =>
          one.outcome !== 'schriftelijk' ||
          facts(past, 'ConsentRecorded').findLast(({ parent }) => parent === one.parent) !== one,
      ),
    ),
    of(
      'recordTeamDiscussion',
      ({ team, outsiders, mode, on }, { past }) =>
        mode === 'open' && (team === 'zorgteam' || outsiders) && !consented(past, on),
    ),
  ),
  'consent-needs-place': any(
    of('recordConsent', ({ outcome, keptAt }) => outcome === 'schriftelijk' && blank(keptAt)),
    of('transferFile', ({ ground, proof }) => ground === 'schriftelijk' && blank(proof)),
  ),
  'nothing-to-tell': ({ command, past }) =>
    (command.type === 'informParent' || command.type === 'waiveInforming') &&
    outcomeToTell(command, past) === undefined,
  'report-details-needed': of(
    'recordEmergency',
    ({ reported, called }) => reported && !called.includes('veilig-thuis'),
  ),
  'veilig-thuis-first': (asked) =>
    flagged(asked) &&
    (talkTooEarly(asked) || closesUnspoken(asked) || (takesFlagBack(asked) && spokenTo(asked.past).length === 0)),
  'flags-undecided': (asked) =>
    flagsOf(asked.past).suggested.length > 0 && (talkTooEarly(asked) || closesUnspoken(asked)),
  'second-or-reason': of('recordConversation', ({ second, whyAlone }) => blank(second) && blank(whyAlone)),
  'at-risk-needed': of('waiveConversation', ({ ground, atRisk }) => ground === 'veiligheid' && atRisk.length === 0),
  'weighing-changed': any(otherRound, shownOther),
  'weigh-again': stands,
  'refusal-must-be-weighed': ({ command, past }) =>
    refusalsOpen(past) && ['assessRisk', 'confirmWeighing', 'decideReport', 'closeCase'].includes(command.type),
  'with-veilig-thuis': ({ command, past }) =>
    'veiligThuisName' in command && 'veiligThuisOn' in command
      ? unsafeInRound(past) && blank(command.veiligThuisName)
      : ['help', 'acceptance', 'result'].includes(questionOf[command.type] ?? '') && unsafeInRound(past),
  'four-eyes': of(
    'confirmWeighing',
    (_, { by, past }) => !confirmsAloneIn(past, by) && weighedIn(past, roundOf(past)).some((one) => one.by === by.id),
  ),
  'nothing-to-confirm': ({ past }) => weighedIn(past, roundOf(past)).length === 0,
  'weighing-incomplete': of('decideReport', ({ report }, { past }) => !report && !ended(past)),
  'leader-first': any(
    of('decideReport', (_, { past }) => !confirmed(past) && answerTo(past, 'suspicion') !== 'nee'),
    of('closeCase', ({ outcome }, { past }) => outcome === 'hulp-afgerond' && !confirmed(past)),
  ),
  'only-leader-departs': of(
    'decideReport',
    ({ report, canProtect, reason }, { by, past }) =>
      !report &&
      (normSaysReport(past) || canProtect !== 'ja' || decidedNotMade(past)) &&
      (!leads(by.id) || !leadsIn(past, by.id) || blank(reason)),
  ),
  'departure-needs-veilig-thuis': of('decideReport', ({ report }, { past }) => {
    const begun = continuesSince(past);
    return !report && !spokenTo(past).some((at) => !begun || localDateOf(at) >= localDateOf(begun));
  }),
  'decision-1-first': any(
    of('decideHelp', (_, { past, at }) => {
      const first = lastFact(past, 'ReportDecided');
      return !first || first.round !== roundOf(past) || first.at >= at;
    }),
    of('closeCase', ({ outcome }, { past }) => outcome === 'hulp-afgerond' && !has(past, 'ReportDecided')),
  ),
  'help-needs-veilig-thuis': of(
    'decideHelp',
    ({ veiligThuisName, veiligThuisOn }, { past }) => joint(past) && (blank(veiligThuisName) || !veiligThuisOn),
  ),
  'help-needs-family': of(
    'decideHelp',
    ({ familyOn, familyGround }, { past }) => joint(past) && !familyOn && !familyGround,
  ),
  'not-at-this-age': of('discussReport', ({ with: partner }) => partner !== 'ouders'),
  'objection-must-be-weighed': of(
    'discussReport',
    (talk) =>
      !blank(talk.objection) &&
      !talk.objectionSolved &&
      (blank(talk.weighedNature) ||
        blank(talk.weighedSeriousness) ||
        blank(talk.weighedNecessity) ||
        !talk.protectionPrevails),
  ),
  'parents-not-told': any(
    toldTooLate,
    of('closeCase', (_, { past }) => parentsToTell(past)),
  ),
  'signals-not-discussed': discussedTooLate,
  'withheld-needs-ground': of('makeReport', ({ nameWithheld, withheldGround }) => nameWithheld && !withheldGround),
  'plan-needs-term': any(
    planOf(({ until }, { at }) => until <= localDateOf(at)),
    of('agreeMonitoring', ({ until, next }, { at }) => until < localDateOf(at) || next > until),
  ),
  'plan-needs-goal': planOf(({ goals }) => goals.every(blank)),
  'plan-needs-roles': planOf(({ roles }) => roles.every(({ who, role }) => blank(who) || blank(role))),
  'plan-needs-casemanager': planOf(({ casemanager }) => blank(casemanager)),
  'plan-needs-task': planOf(({ casemanagerTasks }) => blank(casemanagerTasks)),
  'no-plan': ({ past }) => !has(past, 'PlanMade'),
  'no-such-entry': any(
    entry,
    of('addToConsultation', ({ consultation }, { past }) => {
      const own = requestOf(past, consultation);
      return own.length > 0 && !has(own, 'ConsultationAnswered', 'ConsultationWithdrawn');
    }),
    of('confirmReceipt', ({ transfer }, { past }) =>
      facts(past, 'FileTransferred').every(({ number }) => number !== transfer),
    ),
  ),
  'monitoring-needed': of(
    'closeCase',
    (_, { past }) => !has(past, 'MonitoringAgreed') && (has(past, 'PlanMade') || answerTo(past, 'result') === 'ja'),
  ),
  'more-recorded': of('undoStart', (_command, { past }) => past.length > 1),
  'not-this-outcome': any(
    notThisEnd,
    of('recordConfidantAdvice', (_, { past }) => routeOf(past) === 'leerlingen'),
  ),
  'report-open': of('closeCase', (_, { past }) => owesReport(past)),
  'feedback-open': of('closeCase', (_, { past }) =>
    facts(past, 'ReportMade').some(
      ({ number }) =>
        facts(past, 'FeedbackRecorded').findLast(({ report }) => report === number)?.outcome !== 'terugkoppeling',
    ),
  ),
  'missing-steps-need-reason': of('closeCase', ({ missing, outcome }, { past }) => {
    const decides = outcome === 'hulp-afgerond' || outcome === 'overgedragen-na-melding';
    return ([1, 2, 3, 4, 5] as const).some(
      (step) => blank(missing[step]) && (step > 3 ? decides : !wentThrough(past, step)),
    );
  }),
  // Every other reminder in the walk is one that runs.
  'nothing-to-remind': ({ command }) =>
    reminders.includes(command.type) && 'term' in command && command.term === 'unknown',
  'reason-needed': ({ command }) =>
    (command.type === 'transferFile' && command.ground === 'zonder' && blank(command.proof)) ||
    (withReason.includes(command.type) && 'reason' in command && blank(command.reason)),
  'not-later': any(
    of('postponeTerm', ({ until }, { at }) => until <= localDateOf(at)),
    of('holdFile', ({ until }, { at }) => until <= localDateOf(at)),
  ),
  'review-first': of('destroyFile', ({ reviewed }) => !reviewed),
  'still-followed': of('destroyFile', (_, { past }) =>
    has(past, 'FileTransferred', 'ReportMade', 'MonitoringAgreed', 'ParentReferred', 'TeamDiscussed', 'PlanMade'),
  ),
  'kept-until-later': of('destroyFile', ({ ground, months }, { past, at }) => {
    const until = lastFact(past, 'FileHeld')?.until;
    const held = until !== undefined && localDateOf(at) < until;
    return held || (ground === 'termijn' && (months > 0 || has(past, 'CaseOpened')));
  }),
  'two-keepers-needed': of(
    'lockFile',
    ({ keepers }) =>
      new Set(keepers.map(({ person }) => person)).size !== 2 || keepers.every(({ as }) => as === 'collega'),
  ),
  'locked-to-two': ({ command, past }) =>
    ('to' in command && typeof command.to === 'string' && !isFor(past, command.to)) ||
    ('second' in command && command.second !== undefined && !isFor(past, command.second)) ||
    (command.type === 'askColleagues' && command.consultations.some(({ to }) => !isFor(past, to))) ||
    (command.type === 'makePlan' && [command.casemanager, ...command.colleagues].some((id) => !isFor(past, id))),
  'held-too-long': of('holdFile', ({ until }, { at }) => until > addDays(localDateOf(at), 5 * 365)),
  'too-far': of('postponeTerm', ({ until }, { at }) => until > addDays(localDateOf(at), 7)),
};

/** melden is necessary, was decided on, or was departed from. */
const joint = (past: Past): boolean => {
  const first = lastFact(past, 'ReportDecided');
  return normSaysReport(past) || first?.report === true || first?.departs === true;
};
