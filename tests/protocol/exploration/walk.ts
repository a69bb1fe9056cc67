import fc from 'fast-check';
import { emptyCase, evolve, type CaseEvent, type CaseFile } from '../../../src/protocol/caseFile';
import { decide, type Command, type CommandType, type Judgement } from '../../../src/protocol/decide';
import { progress, type Advice } from '../../../src/protocol/progress';
import type { Actor } from '../../../src/protocol/roles';
import type { Instant } from '../../../src/protocol/time';
import { everyCommand } from '../everyCommand';
import { actor, names, type Name } from './cast';
import { chance, type Chance } from './chance';
import { fillIn1to3 } from './fillIn1to3';
import { fillIn4to5 } from './fillIn4to5';
import { fillInFollowUp } from './fillInFollowUp';
import type { Makers } from './moment';

/** One press of a button: what, and the number from which the words, the person and the moment follow. */
export type Press = { verb: CommandType | 'advised' | 'nothing'; seed: number };
export type Attempt = {
  command: Command;
  by: Actor;
  at: Instant;
  before: CaseFile;
  past: readonly CaseEvent[];
  judgement: Judgement;
};

const fillIn: Makers<CommandType> = { ...fillIn1to3, ...fillIn4to5, ...fillInFollowUp };
// The keys of the table are all verbs, by its type.
export const verbs = Object.keys(everyCommand) as CommandType[];

/** What somebody does who follows the advice. */
const advised: Readonly<Record<Advice, readonly CommandType[]>> = {
  reportNow: ['makeReport', 'makeReport', 'decideReport', 'recordVeiligThuisContact'],
  tellParentsAfterwards: ['discussReport', 'waiveReportTalk'],
  decideFlags: ['confirmFlags', 'confirmFlags', 'recordConversation', 'closeCase'],
  callVeiligThuisFirst: ['recordVeiligThuisContact'],
  recordFirstSignal: ['recordSignal'],
  mapSignals: ['mapSignals'],
  consultColleague: ['askColleagues', 'recordOutsideConsultation'],
  waitForColleague: ['closeCase', 'seeConsultation', 'answerConsultation', 'recordOutsideConsultation'],
  talkWithParent: ['planConversation', 'recordConversation', 'recordConversation', 'waiveConversation'],
  otherCauseClose: ['closeCase'],
  assessRisk: ['assessRisk'],
  weigh: ['weighSuspicion', 'weighSafety', 'weighHelp', 'weighAcceptance'],
  contactVeiligThuis: ['recordVeiligThuisContact', 'weighSuspicion', 'weighHelp', 'weighAcceptance'],
  waitForLeader: [
    'confirmWeighing',
    'confirmWeighing',
    'confirmWeighing',
    'requestTalk',
    'decideReport',
    'decideReport',
  ],
  talkWithLeader: ['confirmWeighing'],
  closeNoAction: ['closeCase', 'decideReport'],
  decideReport: ['decideReport'],
  makeReport: ['makeReport', 'makeReport', 'discussReport', 'waiveReportTalk'],
  recordFeedback: ['recordFeedback'],
  decideHelp: ['decideHelp'],
  makePlan: ['makePlan'],
  tellParentOutcome: ['informParent', 'waiveInforming'],
  followHelp: ['acceptCasemanagement', 'recordProgress', 'referParent', 'recordArrival', 'weighResult', 'weighResult'],
  agreeMonitoring: ['agreeMonitoring'],
  closeCase: ['closeCase', 'recordMonitoring'],
  nothing: ['reopenCase', 'addFollowUp', 'closeCase', 'recordMonitoring', 'reportContinues', 'holdFile', 'destroyFile'],
};

const begins = ['openCase', 'openCase', 'openCase', 'openCase', 'openCase', 'openCase', 'recordEmergency'] as const;
const exits = ['reportStaffConcern', 'reportPupilConcern'] as const;

const onExits = ['addFollowUp', 'recordConfidantAdvice', 'recordFeedback', 'closeCase', 'reopenCase'] as const;

const verbOf = (verb: CommandType | 'advised', file: CaseFile, draw: Chance): CommandType => {
  if (file.kind === 'none') return draw.percent(85) ? draw.oneOf(begins) : draw.oneOf([...exits, 'recordSignal']);
  if (file.kind !== 'stappenplan' && draw.percent(60)) return draw.oneOf(onExits);
  if (file.status === 'open' && file.lastAt === file.openedAt && draw.percent(5)) return 'undoStart';
  if (file.lock && draw.percent(25)) return 'unlockFile';
  if (file.status === 'closed' && draw.percent(40)) return 'reopenCase';
  return verb === 'advised' ? draw.oneOf(advised[progress(file).advice]) : verb;
};

const leaderVerbs: readonly CommandType[] = [
  ...(['confirmWeighing', 'requestTalk', 'acceptSingleConsent', 'decideReport', 'holdFile', 'destroyFile'] as const),
  ...(['transferFile', 'confirmReceipt', 'lockFile', 'unlockFile'] as const),
];
const askedVerbs: readonly CommandType[] = [
  ...(['seeConsultation', 'answerConsultation', 'addToConsultation', 'declineConsultation'] as const),
];

/** Mostly somebody who may do it, now and then anybody. */
const whoDoes = (verb: CommandType, file: CaseFile, draw: Chance): Actor => {
  if (draw.percent(9)) return actor(draw.oneOf(names), draw.percent(30));
  const asked = Object.values(file.consultations).map(({ to }) => to);
  const keepers = file.lock?.keepers.map(({ person }) => person);
  const workers = keepers ?? [file.owner, file.owner, 'leader', 'ibEr', file.plan?.casemanager ?? 'ibEr'];
  const suited = (): readonly string[] => {
    if (file.kind === 'none') return ['teacher', 'teacher', 'colleague', 'ibEr', 'leader'];
    if (askedVerbs.includes(verb) && asked.length > 0) return asked;
    if (verb === 'seeConcern') return ['leader', 'deputy', 'ibEr'];
    if (leaderVerbs.includes(verb) && keepers) return keepers;
    if (leaderVerbs.includes(verb)) return ['leader', 'leader', 'deputy', ...workers];
    if ((verb === 'acceptCasemanagement' || verb === 'declineCasemanagement') && file.plan)
      return [file.plan.casemanager];
    return file.kind === 'stappenplan' ? workers : [file.owner, 'leader', 'board', ...(file.exit?.told ?? [])];
  };
  const found = draw.oneOf(suited());
  return actor(names.find((name): name is Name => name === found) ?? 'uninvolved', draw.percent(10));
};

const MINUTE = 60_000;
const pauses = [0, 0, 1, 3, 20, 60, 300, 1440, 1440 * 3, 1440 * 16];

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
};

/**
 * Plays these presses one after another, from an empty case on a Monday in November. What was written is frozen: neither
 * `decide` nor `evolve` may touch it. `onEach` looks at every press and its outcome.
 */
export const play = (
  presses: readonly Press[],
  onEach: (attempt: Attempt, after: CaseFile) => void,
  change: (command: Command) => Command = (command) => command,
): readonly CaseEvent[] => {
  let file = frozen(emptyCase);
  let past: readonly CaseEvent[] = [];
  let at = '2026-11-23T07:40:00.000Z';
  for (const press of presses) {
    if (press.verb === 'nothing') continue;
    const draw = chance(press.seed);
    at = new Date(Date.parse(at) + draw.oneOf(pauses) * MINUTE).toISOString();
    const verb = verbOf(press.verb, file, draw);
    const by = whoDoes(verb, file, draw);
    // A verb with what belongs to that verb is a command, by the type of the table.
    const command = { type: verb, ...fillIn[verb](draw, { file, events: past, by, at }) } as Command;
    const changed = frozen(change(command));
    const judgement = frozen(decide(changed, file, { by, at, length: past.length }));
    const attempt: Attempt = { command: changed, by, at, before: file, past, judgement };
    const added = 'events' in judgement ? judgement.events : [];
    file = frozen(added.reduce(evolve, file));
    past = [...past, ...added];
    onEach(attempt, file);
  }
  return past;
};

/** Endings and exits stop a walk, and some things come up seldom by themselves. */
const weights: Partial<Record<CommandType, number>> = {
  acceptSingleConsent: 5,
  reassignOwner: 1,
  lockFile: 1,
  confirmReceipt: 4,
  moveToStaffExit: 1,
  closeCase: 10,
  makePlan: 3,
  startWeighing: 3,
  confirmFlags: 14,
};

/** 30 to 80 presses by everybody, two thirds of them what the bot advises, so that walks get far. */
export const anyWalk: fc.Arbitrary<Press[]> = fc.array(
  fc.record({
    // A walk that fails is made smaller by leaving presses out.
    verb: fc.oneof(
      { withCrossShrink: true },
      { weight: 1, arbitrary: fc.constant('nothing' as const) },
      { weight: 260, arbitrary: fc.constant('advised' as const) },
      ...verbs.map((verb) => ({ weight: weights[verb] ?? 2, arbitrary: fc.constant(verb) })),
    ),
    seed: fc.nat(),
  }),
  { minLength: 30, maxLength: 80, size: 'max' },
);
