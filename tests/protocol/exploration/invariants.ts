import type { CaseEvent, CaseFile, EventType } from '../../../src/protocol/caseFile';
import type { Command } from '../../../src/protocol/decide';
import { noticesFor } from '../../../src/protocol/notices';
import type { Actor } from '../../../src/protocol/roles';
import { localDateOf, type LocalDate } from '../../../src/protocol/time';
import { leads } from './cast';
import {
  continuesSince,
  decidedNotMade,
  normSaysReport,
  owesReport,
  parentsToTell,
  toldBeforehand,
  unsafeNow,
} from './owed';
import {
  answersIn,
  answerTo,
  blank,
  consented,
  facts,
  flagsOf,
  has,
  isClosed,
  isWeighed,
  lastFact,
  leadsIn,
  confirmsAloneIn,
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

/** A fact that was just recorded, the facts before it, and who did what to record it. */
export type Recorded = { past: Past; fact: CaseEvent; by: Actor; command: Command; before: CaseFile; after: CaseFile };
export type Invariant = { name: string; holds: (recorded: Recorded) => boolean };

const only = (fact: CaseEvent, ...types: readonly EventType[]): boolean => types.includes(fact.type);
const today = (fact: CaseEvent): LocalDate => localDateOf(fact.at);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const moving = ['FileTransferred', 'ReceiptConfirmed'] as const;
const keeping = ['FileHeld', 'DestructionDecided'] as const;
const afterExit: readonly EventType[] = ['FollowUpAdded', 'CaseClosed', 'CaseReopened', 'EntryCorrected', ...keeping];

const exits: readonly Invariant[] = [
  {
    name: 'I-01: a concern about staff has no steps; only its own facts follow, and the answer to a melding of before',
    holds: ({ past, fact }) =>
      routeOf(past) !== 'medewerker' || only(fact, ...afterExit, 'ConfidantAdviceRecorded', 'FeedbackRecorded'),
  },
  {
    name: 'I-01: the leaders and the board hear at once; no leader hears when it is about one; the accused never hears',
    holds: ({ past, fact, after }) => {
      const exit = staffExitOf([...past, fact]);
      if (!exit) return true;
      const told = noticesFor(fact, after).map(({ to }) => to);
      const posts = told.flatMap((to) => ('role' in to ? [to.role] : []));
      const begins = only(fact, 'StaffConcernReported', 'MovedToStaffExit');
      const persons = told.flatMap((to) => ('person' in to ? [to.person] : []));
      const accusedHears = told.some((to) => 'role' in to && to.except !== exit.accused) && exit.accused !== undefined;
      return (
        !persons.includes(exit.accused ?? '') &&
        !accusedHears &&
        !(exit.aboutLeader && posts.includes('leiding')) &&
        (!begins || (posts.includes('bestuur') && posts.includes('leiding') === !exit.aboutLeader))
      );
    },
  },
  {
    name: 'I-02: a concern between pupils has no steps',
    holds: ({ past, fact }) => routeOf(past) !== 'leerlingen' || only(fact, ...afterExit),
  },
  {
    name: 'I-02: a case is begun once, and the first fact begins it',
    holds: ({ past, fact }) =>
      (past.length === 0) === only(fact, 'CaseOpened', 'StaffConcernReported', 'PupilConcernReported'),
  },
];

const steps1to3: readonly Invariant[] = [
  {
    name: 'I-04: a correction points to an entry that is there',
    holds: ({ past, fact }) => fact.type !== 'EntryCorrected' || (fact.entry >= 1 && fact.entry <= past.length),
  },
  {
    name: 'I-04: a request that was sent is not sent over itself',
    holds: ({ past, fact }) =>
      fact.type !== 'ConsultationRequested' ||
      !facts(past, 'ConsultationRequested').some(({ consultation }) => consultation === fact.consultation),
  },
  {
    name: 'I-05: with one of the three suspicions no parent is spoken to before Veilig Thuis',
    holds: ({ past, fact }) => {
      if (fact.type !== 'ConversationRecorded' && fact.type !== 'ConversationPlanned') return true;
      const { confirmed, suggested } = flagsOf(past);
      const flagged = confirmed.length + suggested.length > 0;
      const moment = fact.type === 'ConversationRecorded' ? fact.talkAt : fact.at;
      return !flagged || fact.with === 'leerling' || spokenTo(past).some((at) => at < moment);
    },
  },
  {
    name: 'I-05: such a suspicion is taken back only after Veilig Thuis, and with a reason',
    holds: ({ past, fact }) => {
      if (fact.type !== 'FlagsConfirmed') return true;
      const takenBack = flagsOf(past).confirmed.some((flag) => !fact.flags.includes(flag));
      return !takenBack || (spokenTo(past).length > 0 && !blank(fact.reason));
    },
  },
  {
    name: 'I-06: a child is discussed by name with people from outside only with consent on paper, from before that day',
    holds: ({ past, fact }) => {
      if (fact.type !== 'TeamDiscussed' || fact.mode === 'anoniem') return true;
      return (fact.team === 'schoolteam' && !fact.outsiders) || consented(past, fact.on);
    },
  },
  {
    name: 'I-06: a refused consent is answered before anybody confirms, decides against a melding, or closes',
    holds: ({ past, fact }) => {
      if (!refusalsOpen(past) || routeOf(past) !== 'stappenplan') return true;
      if (fact.type === 'RiskAssessed') return !blank(fact.refusalWeighed);
      return !only(fact, 'WeighingConfirmed', 'CaseClosed') && !(fact.type === 'ReportDecided' && !fact.report);
    },
  },
  {
    name: 'I-07: a talk has a second member of staff, or a reason why not',
    holds: ({ fact }) => fact.type !== 'ConversationRecorded' || !blank(fact.second) || !blank(fact.whyAlone),
  },
  {
    name: 'R-067: an answer is added to by the one who was asked and answered',
    holds: ({ past, fact }) => {
      if (fact.type !== 'ConsultationAddedTo') return true;
      const own = past.filter((one) => 'consultation' in one && one.consultation === fact.consultation);
      const answers = facts(own, 'ConsultationAnswered').map(({ by }) => by);
      return answers.includes(fact.by) && facts(own, 'ConsultationRequested').at(-1)?.to === fact.by;
    },
  },
  {
    name: 'I-23: a request is answered by the one who was asked, once',
    holds: ({ past, fact }) => {
      const { type } = fact;
      if (type !== 'ConsultationSeen' && type !== 'ConsultationAnswered' && type !== 'ConsultationDeclined')
        return true;
      const own = past.filter((one) => 'consultation' in one && one.consultation === fact.consultation);
      const asked = facts(own, 'ConsultationRequested').at(-1);
      const ended = has(own, 'ConsultationAnswered', 'ConsultationDeclined', 'ConsultationWithdrawn');
      return asked?.to === fact.by && !ended && !(type === 'ConsultationSeen' && has(own, 'ConsultationSeen'));
    },
  },
];

const weighing: readonly Invariant[] = [
  {
    name: 'I-10: after "ja of twijfel" on safety, questions 3 to 5 name who at Veilig Thuis, and when',
    holds: ({ past, fact }) => {
      if (fact.type !== 'HelpWeighed' && fact.type !== 'AcceptanceWeighed' && fact.type !== 'ResultWeighed')
        return true;
      return !unsafeInRound(past) || (!blank(fact.veiligThuisName) && fact.veiligThuisOn !== undefined);
    },
  },
  {
    name: 'I-19: every answer keeps its explanation, who, when and the version of the kader',
    holds: ({ past, fact, by }) =>
      !isWeighed(fact) ||
      (!blank(fact.explanation) &&
        fact.by === by.id &&
        fact.at >= (past.at(-1)?.at ?? '') &&
        fact.kader === 'Afwegingskader meldcode Onderwijs en Leerplicht/RMC 2019'),
  },
  {
    name: 'I-23: an answer belongs to the round that runs; a new round comes after it',
    holds: ({ past, fact, command }) => {
      const running = Math.max(1, roundOf(past));
      if (fact.type === 'WeighingStarted') return fact.round === (roundOf(past) === 0 ? 1 : running + 1);
      // closing for another cause weighs question 1 anew, in a round of its own when this one has answers.
      const anew = weighedIn(past, running).length > 0 ? running + 1 : running;
      if (command.type === 'closeCase') return fact.type !== 'SuspicionWeighed' || fact.round === anew;
      return !(isWeighed(fact) || fact.type === 'RiskAssessed') || fact.round === running;
    },
  },
  {
    name: 'I-23: the leader confirms what was shown, and the answers are not their own',
    holds: ({ past, fact, by }) => {
      if (fact.type !== 'WeighingConfirmed') return true;
      const given = weighedIn(past, roundOf(past));
      const own = given.some((one) => one.by === by.id) && !confirmsAloneIn(past, by);
      return leadsIn(past, by.id) && fact.shown === given.length && given.length > 0 && !own;
    },
  },
  {
    name: 'R-020: what was decided upon, and what asks for a melding that nobody made, is not answered anew in that round',
    holds: ({ past, fact, command }) => {
      if (!isWeighed(fact) || command.type === 'closeCase') return true;
      const standing = weighedIn(past, fact.round).findLast((one) => one.type === fact.type);
      const asks = standing?.type === 'SafetyWeighed' ? standing.answer !== 'nee' : standing?.answer === 'nee';
      const reported = standing !== undefined && reportedOnOrAfter(past, standing.at);
      const decided = lastFact(past, 'ReportDecided')?.round === fact.round && fact.type !== 'ResultWeighed';
      // Question 1 never asks for a melding.
      return !decided && (fact.type === 'SuspicionWeighed' || !standing || !asks || reported);
    },
  },
];

const deciding: readonly Invariant[] = [
  {
    name: 'I-08: decision 2 comes after decision 1 of the same round, at a later moment',
    holds: ({ past, fact }) => {
      if (fact.type !== 'HelpDecided') return true;
      const first = lastFact(past, 'ReportDecided');
      return first !== undefined && first.round === roundOf(past) && first.at < fact.at;
    },
  },
  {
    name: 'I-09: where the norm says melden, only a leader decides otherwise, with a reason, after Veilig Thuis',
    holds: ({ past, fact, by }) => {
      if (fact.type !== 'ReportDecided' || fact.report) return true;
      if (!normSaysReport(past) && fact.canProtect === 'ja' && !decidedNotMade(past)) return !fact.departs;
      const begun = continuesSince(past);
      const spoken = spokenTo(past).some((at) => !begun || localDateOf(at) >= localDateOf(begun));
      return fact.departs && leads(by.id) && !blank(fact.reason) && spoken;
    },
  },
  {
    name: 'I-09: decision 1 says what the norm says, and follows from a weighing that came to its end',
    holds: ({ past, fact }) => {
      if (fact.type !== 'ReportDecided') return true;
      const asks = normSaysReport(past) || fact.canProtect !== 'ja';
      if (asks) return fact.derived === true && fact.because.length > 0;
      if (fact.report) return fact.derived !== true;
      const { suspicion, safety, help, acceptance } = answersIn(past);
      const ended = suspicion?.answer === 'nee' || (suspicion && safety && help && acceptance) !== undefined;
      return fact.departs || (fact.derived === false && ended);
    },
  },
  {
    name: 'I-09: no case closes while a melding is owed',
    holds: ({ past, fact }) => fact.type !== 'CaseClosed' || routeOf(past) !== 'stappenplan' || !owesReport(past),
  },
  {
    name: 'R-148: where melden is necessary, help is decided with Veilig Thuis and with the family',
    holds: ({ past, fact }) => {
      if (fact.type !== 'HelpDecided') return true;
      const first = lastFact(past, 'ReportDecided');
      if (!normSaysReport(past) && !first?.report && !first?.departs) return true;
      const family = fact.familyOn !== undefined || fact.familyGround !== undefined;
      return !blank(fact.veiligThuisName) && fact.veiligThuisOn !== undefined && family;
    },
  },
  {
    name: 'I-14: a melding comes after the signals and the melding were discussed, or it could not wait and says why',
    holds: ({ past, fact, command }) => {
      if (fact.type !== 'ReportMade' || command.type === 'recordEmergency') return true;
      const couldNotWait = unsafeInRound(past) || has(past, 'EmergencyRecorded') || unsafeNow(past);
      const prepared = signalsDiscussed(past) && toldBeforehand(past) !== undefined;
      return prepared || (couldNotWait && !blank(fact.whyDirect) && fact.direct);
    },
  },
  {
    name: 'I-14: a case does not close while parents must still hear of a melding',
    holds: ({ past, fact }) => fact.type !== 'CaseClosed' || routeOf(past) !== 'stappenplan' || !parentsToTell(past),
  },
  {
    name: 'I-15: the talk about the melding is one that the protocol knows at the age of that day',
    holds: ({ past, fact }) => {
      if (fact.type !== 'ReportDiscussed' || fact.with === 'ouders') return true;
      const born = facts(past, 'CaseOpened').at(0)?.pupil.birthDate;
      if (!born) return false;
      const birthday = (age: number): LocalDate => `${Number(born.slice(0, 4)) + age}${born.slice(4)}`;
      return fact.on >= birthday(12) && (fact.with === 'kind-alleen' || fact.on < birthday(16));
    },
  },
  {
    name: 'I-17: every melding is of a call or a form by a person, in the past; nothing is sent by the bot',
    holds: ({ fact }) =>
      fact.type !== 'ReportMade' ||
      (!blank(fact.reportedBy) && fact.reportedAt <= fact.at && ['telefoon', 'online'].includes(fact.channel)),
  },
];

const planAndEnd: readonly Invariant[] = [
  {
    name: 'I-11: a plan has a term, a concrete result, roles, a casemanager, and a task for them',
    holds: ({ fact }) =>
      fact.type !== 'PlanMade' ||
      (fact.until > today(fact) &&
        fact.goals.some((goal) => !blank(goal)) &&
        fact.roles.some(({ who, role }) => !blank(who) && !blank(role)) &&
        !blank(fact.casemanager) &&
        !blank(fact.casemanagerTasks)),
  },
  {
    name: 'I-12: help that worked ends only with an agreement on following the safety',
    holds: ({ past, fact }) => {
      if (fact.type !== 'CaseClosed' || routeOf(past) !== 'stappenplan') return true;
      const helped = answerTo(past, 'result') === 'ja' || fact.outcome === 'hulp-afgerond';
      return !helped || has(past, 'MonitoringAgreed');
    },
  },
  {
    name: 'I-13: handed over after a melding only when Veilig Thuis answered every one of them',
    holds: ({ past, fact }) => {
      if (fact.type !== 'CaseClosed' || fact.outcome !== 'overgedragen-na-melding') return true;
      const answered = facts(past, 'FeedbackRecorded').filter(({ outcome }) => outcome === 'terugkoppeling');
      const made = facts(past, 'ReportMade').map(({ number }) => number);
      return made.length > 0 && made.every((number) => answered.some(({ report }) => report === number));
    },
  },
  {
    name: 'I-16: a closed case is opened again with everything in it',
    holds: ({ fact, before, after }) => {
      if (fact.type !== 'CaseReopened') return true;
      const { closed: _end, ...rest } = before;
      return same({ ...rest, status: 'open', lastAt: fact.at }, after) || same(sorted(rest, fact.at), sorted(after));
    },
  },
  {
    name: 'I-16: in a closed case only what goes on after it is recorded',
    holds: ({ past, fact, command }) =>
      !isClosed(past) ||
      only(
        fact,
        ...(['EmergencyRecorded', 'VeiligThuisContactRecorded', 'ParentInformed', 'InformingWaived'] as const),
        ...(['SignatureRecorded', 'FeedbackRecorded', 'ContinuesReported', 'ArrivalRecorded'] as const),
        ...(['MonitoringRecorded', 'CaseReopened', 'EntryCorrected', 'ImprovementChecked'] as const),
        ...([
          'TermPostponed',
          'TermPassedOn',
          'OwnerReassigned',
          'CasemanagerReassigned',
          'FileLocked',
          'FileUnlocked',
          'SiblingRecorded',
          ...moving,
          ...keeping,
        ] as const),
      ) ||
      command.type === 'recordEmergency',
  },
  {
    name: 'R-019: a step that was not gone through is explained at the end',
    holds: ({ past, fact }) => {
      if (fact.type !== 'CaseClosed' || routeOf(past) !== 'stappenplan') return true;
      if (fact.outcome === 'vergissing' && past.length === 1) return true;
      return ([1, 2, 3] as const).every((step) => wentThrough(past, step) || !blank(fact.missing[step]));
    },
  },
];

const sorted = (file: object, lastAt?: string): unknown =>
  Object.entries({ ...file, status: 'open', ...(lastAt && { lastAt }) }).sort(([a], [b]) => (a < b ? -1 : 1));

export const invariants: readonly Invariant[] = [...exits, ...steps1to3, ...weighing, ...deciding, ...planAndEnd];
