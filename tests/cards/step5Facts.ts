import type { Attempt } from '../../src/cards/compose';
import type { FormContext } from '../../src/cards/context';
import { step5Answers, step5Forms } from '../../src/cards/step5Decide';
import { emptyCase, evolve, type CaseEvent } from '../../src/protocol/caseFile';
import { decide } from '../../src/protocol/decide';
import type { Actor } from '../../src/protocol/roles';
import type { QuestionId, WeighAnswer } from '../../src/protocol/step4Weigh';
import { screenOf, sentBy, type Screen, type Typed } from './cardOnScreen';
import { contextOf, leader, now, opened, pressOf, teacher } from './context';

/** A recorded fact of one kind. */
export type Fact<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;
export type Name = keyof typeof step5Forms;
export type Verb = keyof typeof step5Answers;
export const names = Object.keys(step5Forms) as Name[]; // exactly the keys of the forms
export const at = '2026-11-23T10:00:00.000Z';
export const by = teacher;
export const asLeader: Actor = { id: leader, roles: ['schoolleider'] };
export const asTeacher: Actor = { id: teacher, roles: ['leerkracht'] };
export const menu = 'step5-decide/menu';

export const weighed = (id: QuestionId, answer: WeighAnswer, round = 1): CaseEvent => {
  const given = { round, answer, explanation: 'Omdat het zo is.', kader: '2019', at, by };
  switch (id) {
    case 'suspicion':
      return { type: 'SuspicionWeighed', ...given };
    case 'safety':
      return { type: 'SafetyWeighed', ...given, acute: answer, structural: 'nee' };
    case 'help':
      return { type: 'HelpWeighed', ...given, helper: 'school', helperName: 'Ilse', effective: answer, averts: 'ja' };
    case 'acceptance':
      return {
        type: 'AcceptanceWeighed',
        ...given,
        people: [{ name: 'moeder', accepts: 'aanvaardt' }],
        active: answer,
      };
    case 'result':
      return { type: 'ResultWeighed', ...given, safety: answer, welfare: 'ja', recovery: 'ja', goals: ['behaald'] };
  }
};
export const assessed: CaseEvent = {
  type: 'RiskAssessed',
  round: 1,
  risk: 'matig',
  riskText: 'Er is vaak ruzie.',
  nature: ['psychisch'],
  seriousness: 'Het komt steeds terug.',
  at,
  by,
};
export const confirmed: CaseEvent = {
  type: 'WeighingConfirmed',
  round: 1,
  shown: 4,
  questions: ['suspicion', 'safety', 'help', 'acceptance'],
  at,
  by: leader,
};
export const talk: CaseEvent = {
  type: 'ConversationRecorded',
  id: 'talk-1',
  with: 'ouder',
  talkAt: '2026-11-20T13:30:00.000Z',
  place: 'School',
  present: 'Moeder',
  second: 'Ilse',
  goal: 'Zorgen delen',
  facts: 'Sam viel in slaap.',
  reaction: 'Moeder schrikt.',
  interpretation: 'Moeder lijkt moe.',
  outcome: 'bekrachtigd',
  agreements: 'Geen.',
  at,
  by,
};
export const called: Fact<'VeiligThuisContactRecorded'> = {
  type: 'VeiligThuisContactRecorded',
  contactAt: at,
  spokeWith: 'Karin',
  anonymous: true,
  advice: 'Meld het.',
  risks: 'Vader kan boos worden.',
  immediateAction: false,
  at,
  by,
};
export const signal: Fact<'SignalRecorded'> = {
  type: 'SignalRecorded',
  text: 'Sam viel twee keer in slaap.',
  direction: 'wijst-op-zorg',
  category: 'LW',
  source: 'zelf',
  nature: 'feit',
  setting: 'klas',
  happenedOn: '2026-11-18',
  at,
  by,
};
export const decided = (report: boolean, change: Partial<Fact<'ReportDecided'>> = {}): Fact<'ReportDecided'> => ({
  type: 'ReportDecided',
  round: 1,
  report,
  canProtect: 'ja',
  reason: 'Omdat.',
  derived: report,
  because: [],
  departs: false,
  at: '2026-11-23T11:00:00.000Z',
  by,
  ...change,
});
export const discussed: Fact<'ReportDiscussed'> = {
  type: 'ReportDiscussed',
  with: 'ouders',
  on: '2026-11-23',
  who: 'Vader en moeder',
  explained: 'Waarom wij melden.',
  reaction: 'Vader is boos.',
  at: '2026-11-23T12:00:00.000Z',
  by,
};
export const made: Fact<'ReportMade'> = {
  type: 'ReportMade',
  number: 1,
  direct: false,
  reportedAt: '2026-11-23T13:00:00.000Z',
  reportedBy: 'Marieke Jansen',
  spokeWith: 'Karin',
  channel: 'telefoon',
  nameWithheld: false,
  agreements: 'Wij zien Sam elke dag.',
  at: '2026-11-23T14:00:00.000Z',
  by,
};
export const fedBack: Fact<'FeedbackRecorded'> = {
  type: 'FeedbackRecorded',
  report: 1,
  outcome: 'terugkoppeling',
  on: '2026-11-24',
  spokeWith: 'Karin',
  decision: 'Er komt een onderzoek.',
  at: now,
  by,
};
export const continues: Fact<'ContinuesReported'> = {
  type: 'ContinuesReported',
  what: 'Weer blauwe plekken.',
  on: '2026-11-24',
  at: now,
  by,
};
export const closed: CaseEvent = {
  type: 'CaseClosed',
  outcome: 'overgedragen-na-melding',
  reason: 'Klaar.',
  missing: {},
  at: now,
  by,
};

export const yes = [weighed('suspicion', 'ja'), assessed];
/** Help is possible and accepted: melding not needed. */
export const helping = [
  opened,
  signal,
  talk,
  ...yes,
  weighed('safety', 'nee'),
  weighed('help', 'ja'),
  weighed('acceptance', 'ja'),
  confirmed,
];
/** Question 3 asks for a melding. */
export const needed = [opened, signal, talk, ...yes, weighed('safety', 'nee'), weighed('help', 'nee'), confirmed];
/** Question 2 asks for a melding now; nothing was discussed with the parents. */
export const urgent = [opened, signal, ...yes, weighed('safety', 'twijfel')];

export const screen = (
  name: Name,
  events: readonly CaseEvent[] = [opened],
  change: Partial<FormContext> = {},
  attempt?: Attempt,
): Screen => screenOf(name, step5Forms[name], contextOf(events, change), attempt);

/** Fills in a card, presses its button, and lets the protocol judge what was sent. */
export const judged = (name: Name, events: readonly CaseEvent[], typed: Typed, actor: Actor = asTeacher) => {
  const verb = step5Forms[name].records[0] as Verb; // each form here records one thing
  const data = sentBy(screen(name, events, { viewer: actor }), 'Vastleggen', typed);
  const answer = step5Answers[verb].read(data, pressOf({ by: actor.id }));
  if ('problems' in answer) return answer;
  const file = events.reduce(evolve, emptyCase);
  return decide(answer.command, file, { by: actor, at: now, length: events.length });
};

export const objection = { objection: 'Wij willen dit niet.', objectionOf: 'Vader' };
