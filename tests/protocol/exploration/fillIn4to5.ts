import type { CaseFile } from '../../../src/protocol/caseFile';
import { closings, type ClosingOutcome } from '../../../src/protocol/closing';
import { harmKinds, riskLevels } from '../../../src/protocol/step4Weigh';
import { addDays, localDateOf } from '../../../src/protocol/time';
import { names } from './cast';
import type { Chance } from './chance';
import { keysOf } from './fillIn1to3';
import type { Makers, Moment } from './moment';

/** The round that runs; a few times the card is of another round. */
const round = (draw: Chance, { file }: Moment): number => {
  const running = file.weighing?.round ?? 1;
  return draw.percent(96) ? running : draw.below(running + 2);
};
const weighed = (draw: Chance, moment: Moment) => ({ round: round(draw, moment), explanation: draw.text() });
const together = (draw: Chance, { at }: Moment) => ({
  ...(draw.percent(85) && { veiligThuisName: draw.mostly(95) }),
  ...(draw.percent(90) && { veiligThuisOn: draw.day(at) }),
});
const entryOf = (draw: Chance, ids: readonly string[]): string => draw.oneOf(['unknown', ...ids, ...ids, ...ids]);

const fittingEnd = ({ kind, weighing, conversations, reports }: CaseFile): ClosingOutcome => {
  if (kind !== 'stappenplan') return 'overgedragen';
  if (weighing?.answers.result === 'ja') return 'hulp-afgerond';
  if (reports.length > 0) return 'overgedragen-na-melding';
  return conversations.otherCause ? 'andere-oorzaak' : 'geen-actie-nodig';
};

export const fillIn4to5: Makers<
  | 'startWeighing'
  | 'assessRisk'
  | 'weighSuspicion'
  | 'weighSafety'
  | 'weighHelp'
  | 'weighAcceptance'
  | 'weighResult'
  | 'confirmWeighing'
  | 'requestTalk'
  | 'decideReport'
  | 'discussReport'
  | 'waiveReportTalk'
  | 'makeReport'
  | 'recordFeedback'
  | 'decideHelp'
  | 'reportContinues'
  | 'makePlan'
  | 'acceptCasemanagement'
  | 'recordProgress'
  | 'referParent'
  | 'recordArrival'
  | 'agreeMonitoring'
  | 'recordMonitoring'
  | 'closeCase'
  | 'undoStart'
  | 'reopenCase'
  | 'correctEntry'
> = {
  startWeighing: (draw) => ({ reason: draw.text() }),
  assessRisk: (draw, moment) => ({
    round: round(draw, moment),
    risk: draw.oneOf(keysOf(riskLevels)),
    riskText: draw.text(),
    nature: draw.some(keysOf(harmKinds), 20),
    seriousness: draw.text(),
    ...(draw.percent(60) && { refusalWeighed: draw.mostly(80) }),
  }),
  weighSuspicion: (draw, moment) => ({ ...weighed(draw, moment), answer: draw.answer() }),
  weighSafety: (draw, moment) => ({
    ...weighed(draw, moment),
    acute: draw.of('nee', 'nee', 'nee', 'ja', 'twijfel'),
    structural: draw.of('nee', 'nee', 'nee', 'ja', 'twijfel'),
  }),
  weighHelp: (draw, moment) => ({
    ...weighed(draw, moment),
    ...together(draw, moment),
    helper: draw.of('ikzelf', 'school', 'keten'),
    helperName: draw.text(),
    effective: draw.answer(),
    averts: draw.of('ja', 'ja', draw.answer()),
  }),
  weighAcceptance: (draw, moment) => ({
    ...weighed(draw, moment),
    ...together(draw, moment),
    people: draw
      .some(['Moeder', 'Vader'], 70)
      .map((name) => ({ name, accepts: draw.of('aanvaardt', 'aanvaardt', 'aanvaardt', 'niet', 'onbekend') })),
    active: draw.of('ja', 'ja', draw.answer()),
  }),
  weighResult: (draw, moment) => ({
    ...weighed(draw, moment),
    ...together(draw, moment),
    safety: draw.of('ja', 'ja', draw.answer()),
    welfare: draw.of('ja', 'ja', draw.answer()),
    recovery: 'ja',
    goals: draw.some(['behaald', 'behaald', draw.of('behaald', 'deels', 'niet')] as const, 60),
  }),
  confirmWeighing: (draw, moment) => ({
    round: round(draw, moment),
    shown: draw.percent(93) ? (moment.file.weighing?.given ?? 1) : 1,
    ...(draw.percent(30) && { remark: draw.text() }),
  }),
  requestTalk: (draw, moment) => ({ round: round(draw, moment), reason: draw.text() }),
  decideReport: (draw, { file }) => ({
    round: draw.percent(96) ? (file.weighing?.round ?? 0) : 7,
    report: draw.percent(35),
    canProtect: draw.of('ja', 'ja', 'ja', 'nee', 'twijfel'),
    reason: draw.mostly(92),
  }),
  discussReport: (draw, { at }) => ({
    with: draw.of('ouders', 'ouders', 'kind-met-ouders', 'kind-alleen'),
    on: draw.day(at),
    who: draw.text(),
    explained: draw.text(),
    reaction: draw.text(),
    ...(draw.percent(30) && {
      objection: draw.mostly(90),
      objectionSolved: draw.percent(50),
      ...(draw.percent(60) && {
        weighedNature: draw.mostly(),
        weighedSeriousness: draw.mostly(),
        weighedNecessity: draw.mostly(),
        protectionPrevails: draw.of('ja', 'nee'),
      }),
    }),
  }),
  waiveReportTalk: (draw) => ({ ground: draw.of('veiligheid', 'contact-verbroken'), reason: draw.text() }),
  makeReport: (draw, { at }) => ({
    reportedAt: draw.percent(70) ? at : draw.moment(at),
    reportedBy: draw.text(),
    spokeWith: draw.text(),
    channel: draw.of('telefoon', 'online'),
    nameWithheld: draw.percent(20),
    ...(draw.percent(30) && { withheldGround: draw.of('bedreiging-gezin', 'bedreiging-melder', 'vertrouwen') }),
    agreements: draw.text(),
    ...(draw.percent(55) && { whyDirect: draw.mostly(90) }),
  }),
  recordFeedback: (draw, { file, at }) => ({
    report: draw.percent(90) ? draw.oneOf([1, ...file.reports.map(({ number }) => number)]) : 9,
    outcome: draw.of('terugkoppeling', 'terugkoppeling', 'opnieuw-gebeld'),
    on: draw.day(at),
  }),
  decideHelp: (draw, { at }) => ({
    schoolCan: draw.percent(85),
    familyCan: draw.percent(85),
    reason: draw.text(),
    ...(draw.percent(70) && { veiligThuisName: draw.mostly(95), veiligThuisOn: draw.day(at) }),
    ...(draw.percent(60) && { familyOn: draw.day(at) }),
    ...(draw.percent(20) && { familyGround: draw.of('veiligheid', 'contact-verbroken') }),
  }),
  reportContinues: (draw, { at }) => ({ what: draw.text(), on: draw.day(at) }),
  makePlan: (draw, { at }) => ({
    id: draw.id('plan'),
    goals: draw.percent(95) ? [draw.text(), draw.mostly()] : draw.of([], ['  ']),
    until: addDays(localDateOf(at), draw.percent(90) ? 5 + draw.below(60) : -draw.below(3)),
    ...(draw.percent(50) && { interim: addDays(localDateOf(at), 3 + draw.below(10)) }),
    noticedBy: draw.text(),
    roles: draw.percent(95) ? [{ who: draw.mostly(98), role: draw.mostly(98) }] : [],
    casemanager: draw.percent(92) ? draw.oneOf(names) : '',
    casemanagerTasks: draw.mostly(95),
    tasks: [{ who: draw.text(), what: draw.text() }],
    colleagues: draw.some(names, 10),
    coordinator: draw.of('school', 'zorgteam'),
    ...(draw.percent(50) && { discussedOn: draw.day(at) }),
  }),
  acceptCasemanagement: () => ({}),
  recordProgress: (draw, { at }) => ({
    kind: draw.of('voortgang', 'tussentijds-besproken', 'na-afloop-besproken'),
    on: draw.day(at),
    text: draw.text(),
  }),
  referParent: (draw, { at }) => ({ id: draw.id('v'), to: draw.text(), purpose: draw.text(), on: draw.day(at) }),
  recordArrival: (draw, { file }) => ({
    referral: entryOf(
      draw,
      file.referrals.map(({ id }) => id),
    ),
    arrived: draw.of('ja', 'nee', 'onbekend'),
  }),
  agreeMonitoring: (draw, { at }) => ({
    id: draw.id('m'),
    who: draw.text(),
    what: draw.text(),
    often: draw.text(),
    next: addDays(localDateOf(at), draw.below(12)),
    until: addDays(localDateOf(at), 8 + draw.below(60)),
    atRelapse: draw.text(),
  }),
  recordMonitoring: (draw, { file, at }) => ({
    monitoring: entryOf(
      draw,
      file.monitoring.map(({ id }) => id),
    ),
    safe: draw.of('ja', 'ja', 'ja', 'twijfel', 'nee'),
    text: draw.text(),
    on: draw.day(at),
    ...(draw.percent(40) && { next: addDays(localDateOf(at), 7) }),
  }),
  closeCase: (draw, { file }) => ({
    outcome: draw.percent(70) ? fittingEnd(file) : draw.oneOf(keysOf(closings)),
    reason: draw.text(),
    missing: draw.percent(40)
      ? { 1: draw.text(), 2: draw.text(), 3: draw.text(), 4: draw.text(), 5: draw.text() }
      : draw.of({}, { 2: draw.mostly(50) }, { 1: draw.text(), 2: ' ', 3: draw.text(), 4: draw.text(), 5: draw.text() }),
    ...(draw.percent(30) && { bottleneck: draw.text() }),
  }),
  undoStart: () => ({}),
  reopenCase: (draw) => ({ reason: draw.text() }),
  correctEntry: (draw, { events }) => ({
    entry: draw.percent(90) ? 1 + draw.below(events.length + 1) : draw.of(0, -1, events.length + 3),
    text: draw.text(),
    reason: draw.text(),
  }),
};
