import {
  categories,
  contactRoles,
  directions,
  flags,
  natures,
  settings,
  sources,
} from '../../../src/protocol/step1Signals';
import { consultableRoles, roles } from '../../../src/protocol/roles';
import { circle } from '../../../src/protocol/exits';
import { emergencyLines } from '../../../src/protocol/emergency';
import { talkOutcomes } from '../../../src/protocol/step3Conversation';
import type { Step } from '../../../src/protocol/meldcode';
import { names, rolesOf } from './cast';
import type { Chance } from './chance';
import type { Makers, Moment } from './moment';

// The keys of these tables are their names, by their type.
export const keysOf = <T extends object>(table: T) => Object.keys(table) as (keyof T)[];

const opening = (draw: Chance) => ({
  number: 'MC-2026-7K3F9',
  schoolId: 'de-linde',
  pupil: {
    name: draw.text(),
    ...(draw.percent(85) && { birthDate: draw.of('2012-02-29', '2010-12-01', '2014-12-10', '2017-05-01') }),
    ...(draw.percent(50) && { group: draw.text() }),
  },
  about: draw.oneOf(keysOf(circle)),
});
const concern = (draw: Chance) => ({
  aboutLeader: draw.percent(25),
  ...(draw.percent(60) && { accused: draw.oneOf(names) }),
  ...(draw.percent(30) && { accusedName: draw.text() }),
  what: draw.text(),
});
const consultation = (draw: Chance, { file }: Moment): string =>
  draw.oneOf([
    'c-unknown',
    ...keysOf(file.consultations),
    ...keysOf(file.consultations),
    ...keysOf(file.consultations),
  ]);
const toTell = (draw: Chance, { file }: Moment): string =>
  draw.oneOf(['t-unknown', ...file.consult.toTell.flatMap(({ about }) => [about, about, about])]);
const grounded = (draw: Chance) => (draw.percent(50) ? { ground: draw.mostly(70) } : {});
const steps: readonly Step[] = [1, 2, 3, 4, 5];

export const fillIn1to3: Makers<
  | 'openCase'
  | 'reportStaffConcern'
  | 'moveToStaffExit'
  | 'reportPupilConcern'
  | 'recordConfidantAdvice'
  | 'addFollowUp'
  | 'recordEmergency'
  | 'recordSignal'
  | 'confirmFlags'
  | 'recordContact'
  | 'recordChildVoice'
  | 'mapSignals'
  | 'askColleagues'
  | 'seeConsultation'
  | 'answerConsultation'
  | 'addToConsultation'
  | 'declineConsultation'
  | 'withdrawConsultation'
  | 'recordOutsideConsultation'
  | 'recordVeiligThuisContact'
  | 'recordInjuryExpert'
  | 'recordConsent'
  | 'acceptSingleConsent'
  | 'recordTeamDiscussion'
  | 'informParent'
  | 'waiveInforming'
  | 'askSupport'
  | 'planConversation'
  | 'recordConversation'
  | 'recordSignature'
  | 'waiveConversation'
> = {
  openCase: opening,
  reportStaffConcern: (draw) => ({ number: 'MC-2026-2B4C6', schoolId: 'de-linde', ...concern(draw) }),
  moveToStaffExit: concern,
  reportPupilConcern: (draw) => ({
    number: 'MC-2026-8D9F1',
    schoolId: 'de-linde',
    told: draw.of('leader', 'deputy', 'colleague'),
    what: draw.text(),
  }),
  recordConfidantAdvice: (draw, { at }) => ({ on: draw.day(at), advice: draw.text() }),
  addFollowUp: (draw, { at }) => ({ on: draw.day(at), text: draw.text() }),
  recordEmergency: (draw, { at }) => ({
    ...(draw.percent(85) && { opening: opening(draw) }),
    calledAt: draw.moment(at),
    calledBy: draw.text(),
    called: draw.some(keysOf(emergencyLines), 60),
    spokeWith: draw.text(),
    agreed: draw.text(),
    immediateAction: draw.percent(30),
    reported: draw.percent(30),
  }),
  recordSignal: (draw, { at }) => ({
    text: draw.text(),
    direction: draw.oneOf(keysOf(directions)),
    category: draw.percent(65) ? draw.of('LW', 'GK', 'BF', 'SM') : draw.oneOf(keysOf(categories)),
    source: draw.oneOf(keysOf(sources)),
    ...(draw.percent(20) && { sourceName: draw.text() }),
    nature: draw.oneOf(keysOf(natures)),
    setting: draw.oneOf(keysOf(settings)),
    happenedOn: draw.day(at),
  }),
  confirmFlags: (draw, { file }) => ({
    flags: draw.some(keysOf(flags), 35),
    ...(draw.percent(70) && { shown: draw.percent(60) ? file.signals.suggested : [] }),
    ...(draw.percent(60) && { reason: draw.mostly(70) }),
  }),
  recordContact: (draw, { at }) => ({
    withName: draw.text(),
    withRole: draw.oneOf(keysOf(contactRoles)),
    way: draw.of('gesprek', 'telefoon'),
    on: draw.day(at),
    content: draw.text(),
  }),
  recordChildVoice: (draw, { at }) => ({ words: draw.text(), on: draw.day(at), during: draw.oneOf(keysOf(settings)) }),
  mapSignals: (draw) => ({ instrument: draw.of('signalenlijst', 'eigen'), instrumentName: draw.text() }),
  askColleagues: (draw, { file, by }) => ({
    consultations: draw.some(names, 20).map((to) => ({
      id: draw.percent(92) ? draw.id('c') : draw.oneOf(['c-1', ...keysOf(file.consultations)]),
      to: draw.percent(95) ? to : by.id,
      role: draw.oneOf([
        ...rolesOf(to),
        ...consultableRoles.filter((role) => rolesOf(to).includes(role)),
        'leerkracht',
      ]),
    })),
    question: draw.text(),
    shared: draw.text(),
    named: draw.percent(40),
    ...grounded(draw),
  }),
  seeConsultation: (draw, moment) => ({ consultation: consultation(draw, moment) }),
  answerConsultation: (draw, moment) => ({
    consultation: consultation(draw, moment),
    recognises: draw.of('ja', 'deels', 'nee'),
    advice: draw.text(),
    ...(draw.percent(50) && { observations: draw.text() }),
  }),
  addToConsultation: (draw, moment) => ({ consultation: consultation(draw, moment), addition: draw.text() }),
  declineConsultation: (draw, moment) => ({ consultation: consultation(draw, moment), reason: draw.text() }),
  withdrawConsultation: (draw, moment) => ({ consultation: consultation(draw, moment) }),
  recordOutsideConsultation: (draw, { at }) => ({
    withName: draw.text(),
    role: draw.percent(60) ? 'intern-begeleider' : draw.oneOf([...keysOf(roles), 'anders']),
    on: draw.day(at),
    context: draw.of('persoonlijk', 'leerlingbespreking'),
    named: draw.percent(50),
    ...grounded(draw),
    content: draw.text(),
    advice: draw.text(),
  }),
  recordVeiligThuisContact: (draw, { at }) => ({
    contactAt: draw.moment(at),
    spokeWith: draw.text(),
    anonymous: draw.percent(50),
    advice: draw.text(),
    ...(draw.percent(40) && { risks: draw.text() }),
    immediateAction: draw.percent(15),
  }),
  recordInjuryExpert: (draw, { at }) => ({
    on: draw.day(at),
    expert: draw.text(),
    where: draw.text(),
    description: draw.text(),
    outcome: draw.text(),
  }),
  recordConsent: (draw, { at }) => ({
    id: draw.id('k'),
    parent: draw.of('Moeder', 'Vader'),
    custody: draw.of('een', 'twee', 'onbekend'),
    on: draw.day(at),
    purpose: draw.text(),
    outcome: draw.of('schriftelijk', 'schriftelijk', 'schriftelijk', 'geweigerd', 'mondeling', 'nog-niet'),
    ...(draw.percent(85) && { keptAt: draw.mostly(92) }),
  }),
  acceptSingleConsent: (draw) => ({ reason: draw.text() }),
  recordTeamDiscussion: (draw, { at }) => ({
    id: draw.id('t'),
    team: draw.of('schoolteam', 'zorgteam'),
    mode: draw.of('open', 'anoniem'),
    outsiders: draw.percent(40),
    ...(draw.percent(80) && { whyAnonymous: draw.mostly(80) }),
    on: draw.day(at),
    present: draw.text(),
    assessment: draw.text(),
    agreements: draw.text(),
  }),
  informParent: (draw, moment) => ({
    about: toTell(draw, moment),
    on: draw.day(moment.at),
    content: draw.text(),
    nextSteps: draw.text(),
  }),
  waiveInforming: (draw, moment) => ({
    about: toTell(draw, moment),
    ground: draw.of('veiligheid', 'contact-verbroken'),
    reason: draw.text(),
  }),
  askSupport: (draw) => ({ step: draw.oneOf(steps), question: draw.text() }),
  planConversation: (draw, { at }) => ({
    with: draw.of('ouder', 'leerling', 'beiden'),
    talkAt: new Date(Date.parse(at) + draw.below(9000) * 60_000).toISOString(),
    ...(draw.percent(60) && { second: draw.oneOf(names) }),
  }),
  recordConversation: (draw, { at }) => ({
    id: draw.id('g'),
    with: draw.of('ouder', 'ouder', 'leerling', 'beiden'),
    talkAt: draw.moment(at),
    place: draw.text(),
    present: draw.text(),
    ...(draw.percent(80) && { second: draw.mostly(90) }),
    ...(draw.percent(30) && { whyAlone: draw.mostly(90) }),
    goal: draw.text(),
    facts: draw.text(),
    reaction: draw.text(),
    ...(draw.percent(50) && { interpretation: draw.text() }),
    agreements: draw.text(),
    ...(draw.percent(50) && { recognises: draw.of('ja', 'deels', 'nee') }),
    outcome: draw.oneOf([...keysOf(talkOutcomes), 'andere-oorzaak']),
  }),
  recordSignature: (draw, { file, at }) => ({
    conversation: draw.oneOf(['g-unknown', ...file.conversations.signaturesOpen, ...file.conversations.signaturesOpen]),
    person: draw.text(),
    state: draw.of('gevraagd', 'ondertekend', 'gezien', 'geweigerd', 'niet-gevraagd'),
    on: draw.day(at),
  }),
  waiveConversation: (draw) => ({
    ground: draw.of('veiligheid', 'contact-verbroken'),
    atRisk: draw.some(['ouder', 'leerling', 'mijzelf', 'ander'], 40),
    reason: draw.text(),
    veiligThuisConsulted: draw.percent(50),
  }),
};
