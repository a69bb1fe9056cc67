import type { FormContext } from '../../src/cards/context';
import type { step2Answers } from '../../src/cards/step2Consult';
import { step2Forms } from '../../src/cards/step2Consult';
import type { CaseEvent } from '../../src/protocol/caseFile';
import type { Step2Event } from '../../src/protocol/step2Consult';
import { screenOf } from './cardOnScreen';
import { contextOf, ibEr, leader, opened, otherTeacher, teacher } from './context';

export type Name = keyof typeof step2Forms;
export type Verb = keyof typeof step2Answers;
export const names = Object.keys(step2Forms) as Name[];
export const at = '2026-11-23T10:00:00.000Z';
export const by = teacher;
export const long = 'Sam vertelde dit in de kring en wij schreven het precies zo op. '.repeat(6).trim();

type Requested = Extract<Step2Event, { type: 'ConsultationRequested' }>;
export const asked = (id: string, to: string, change: Partial<Requested> = {}): Requested => ({
  type: 'ConsultationRequested',
  consultation: id,
  to,
  role: 'intern-begeleider',
  question: 'Herken jij dit? En wat raad je aan?',
  shared: 'Een leerling is vaak moe en heeft honger.',
  named: false,
  at,
  by,
  ...change,
});
export const answered: Step2Event = {
  type: 'ConsultationAnswered',
  consultation: 'c-1',
  recognises: 'deels',
  observations: 'Ik zag het ook bij gym.',
  otherExplanation: 'Er is net een baby geboren.',
  advice: 'Praat met de ouder.',
  reachable: 'Elke ochtend',
  at: '2026-11-24T08:00:00.000Z',
  by: ibEr,
};
export const addedTo: Extract<Step2Event, { type: 'ConsultationAddedTo' }> = {
  type: 'ConsultationAddedTo',
  consultation: 'c-1',
  addition: 'Vandaag zag ik het weer, bij het zwemmen.',
  at: '2026-11-24T13:15:00.000Z',
  by: ibEr,
};
export const declined: Step2Event = {
  type: 'ConsultationDeclined',
  consultation: 'c-1',
  reason: 'Ik ken het kind niet.',
  at,
  by: ibEr,
};
export const withdrawn: Step2Event = {
  type: 'ConsultationWithdrawn',
  consultation: 'c-1',
  reason: 'Al besproken.',
  at,
  by,
};
export const signal: Extract<CaseEvent, { type: 'SignalRecorded' }> = {
  type: 'SignalRecorded',
  text: 'Sam had een blauwe plek op zijn arm.',
  direction: 'wijst-op-zorg',
  category: 'LW',
  source: 'zelf',
  nature: 'feit',
  setting: 'klas',
  happenedOn: '2026-11-22',
  at,
  by,
};
export const flagged: CaseEvent = { type: 'FlagsConfirmed', flags: ['seksueel-misbruik'], at, by };
export const called: Extract<Step2Event, { type: 'VeiligThuisContactRecorded' }> = {
  type: 'VeiligThuisContactRecorded',
  contactAt: at,
  spokeWith: 'Karin de Boer',
  reference: 'VT-2026-88',
  anonymous: true,
  advice: 'Praat eerst met de moeder.',
  firstWeighing: 'De zorg is terecht.',
  risks: 'Vader kan boos worden.',
  immediateAction: false,
  at,
  by,
};
export const consent = (
  parent: string,
  outcome: 'schriftelijk' | 'geweigerd',
  custody: 'een' | 'twee' = 'twee',
): Step2Event => ({
  type: 'ConsentRecorded',
  id: `k-${parent}`,
  parent,
  custody,
  on: '2026-11-21',
  purpose: 'Open bespreken',
  outcome,
  keptAt: 'Kluis',
  at,
  by,
});
export const discussed: Extract<Step2Event, { type: 'TeamDiscussed' }> = {
  type: 'TeamDiscussed',
  id: 't-1',
  team: 'schoolteam',
  mode: 'anoniem',
  outsiders: true,
  whyAnonymous: 'Nog geen toestemming.',
  on: '2026-11-20',
  present: 'Ilse, Marieke',
  helpQuestion: 'Wat heeft Sam nodig?',
  assessment: 'Het team deelt de zorg.',
  approach: 'Rust in de klas.',
  agreements: 'Ilse belt moeder.',
  adviceTeacher: 'Blijf kijken.',
  adviceParents: 'Vaste bedtijd.',
  furtherHelp: 'Jeugdgezondheidszorg.',
  indications: 'Nog geen.',
  at,
  by,
};
export const closed: CaseEvent = {
  type: 'CaseClosed',
  outcome: 'andere-oorzaak',
  reason: 'Opgelost.',
  missing: {},
  at,
  by,
};
export const movedToExit: CaseEvent = {
  type: 'MovedToStaffExit',
  what: 'Een medewerker sloeg een leerling.',
  aboutLeader: false,
  accused: ibEr,
  at,
  by,
};

export const asTeacher: Partial<FormContext> = {};
export const asIbEr: Partial<FormContext> = { viewer: { id: ibEr, roles: ['intern-begeleider'] } };
export const asColleague: Partial<FormContext> = { viewer: { id: otherTeacher, roles: ['leerkracht'] } };
export const asLeader: Partial<FormContext> = { viewer: { id: leader, roles: ['schoolleider'] } };

/** A card of step 2 on a case with these facts, by the teacher who opened it unless said otherwise. */
export const screen = (name: Name, events: readonly CaseEvent[] = [opened], change: Partial<FormContext> = {}) =>
  screenOf(name, step2Forms[name], contextOf(events, change));
