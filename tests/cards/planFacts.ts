import type { CaseEvent } from '../../src/protocol/caseFile';
import { ibEr, otherTeacher, teacher } from './context';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;
const at = '2026-11-10T10:00:00.000Z';

/** A whole help plan: every part of it filled in. The intern begeleider is casemanager; a teacher has a task. */
export const planMade = (change: Partial<Of<'PlanMade'>> = {}): Of<'PlanMade'> => ({
  type: 'PlanMade',
  id: 'plan-1',
  goals: ['Sam komt elke dag op tijd.', 'Sam heeft eten bij zich.'],
  until: '2027-01-15',
  interim: '2026-12-10',
  noticedBy: 'Sam is wakker in de klas.',
  roles: [
    { who: 'Moeder', role: 'gaat naar de wijkcoach' },
    { who: 'De wijkcoach', role: 'helpt thuis' },
  ],
  casemanager: ibEr,
  casemanagerTasks: 'Belt elke week met moeder.',
  tasks: [{ who: 'De leerkracht', what: 'Kijkt elke ochtend hoe het gaat.' }],
  colleagues: [otherTeacher],
  responsible: ibEr,
  coordinator: 'zorgteam',
  discussedOn: '2026-11-09',
  classAgreements: 'Een vaste plek vooraan.',
  document: 'In het leerlingvolgsysteem',
  at,
  by: teacher,
  ...change,
});

/** The same plan before the parent heard of it. */
export const planUntold = (): Of<'PlanMade'> => {
  const { discussedOn: _day, ...untold } = planMade();
  return untold;
};

export const accepted: CaseEvent = { type: 'CasemanagementAccepted', at, by: ibEr };

export const progressed = (change: Partial<Of<'ProgressRecorded'>> = {}): Of<'ProgressRecorded'> => ({
  type: 'ProgressRecorded',
  kind: 'voortgang',
  on: '2026-11-20',
  text: 'Sam was drie keer te laat.',
  at: '2026-11-20T10:00:00.000Z',
  by: ibEr,
  ...change,
});

export const referred = (id = 'v-1', change: Partial<Of<'ParentReferred'>> = {}): Of<'ParentReferred'> => ({
  type: 'ParentReferred',
  id,
  to: 'De wijkcoach',
  purpose: 'Hulp bij het opvoeden.',
  on: '2026-11-10',
  at,
  by: teacher,
  ...change,
});

export const arrived = (answer: 'ja' | 'nee' | 'onbekend', referral = 'v-1'): Of<'ArrivalRecorded'> => ({
  type: 'ArrivalRecorded',
  referral,
  arrived: answer,
  text: 'Moeder zegde af.',
  at: '2026-11-20T10:00:00.000Z',
  by: teacher,
});

export const agreed = (id = 'm-1', change: Partial<Of<'MonitoringAgreed'>> = {}): Of<'MonitoringAgreed'> => ({
  type: 'MonitoringAgreed',
  id,
  who: 'Ilse',
  what: 'Of er thuis geen geweld meer is.',
  often: 'Elke twee weken',
  next: '2026-11-24',
  until: '2027-03-01',
  atRelapse: 'Ilse belt Veilig Thuis.',
  at,
  by: teacher,
  ...change,
});

export const looked = (change: Partial<Of<'MonitoringRecorded'>> = {}): Of<'MonitoringRecorded'> => ({
  type: 'MonitoringRecorded',
  monitoring: 'm-1',
  safe: 'ja',
  text: 'Sam vertelde dat het rustig is thuis.',
  on: '2026-11-17',
  next: '2026-12-01',
  at: '2026-11-17T10:00:00.000Z',
  by: ibEr,
  ...change,
});

export const resultGiven = (answer: Of<'ResultWeighed'>['answer']): Of<'ResultWeighed'> => ({
  type: 'ResultWeighed',
  round: 1,
  answer,
  explanation: 'Zo staat het ervoor.',
  kader: '2019',
  safety: answer,
  welfare: answer,
  recovery: answer,
  goals: ['behaald', 'behaald'],
  at: '2026-11-23T10:00:00.000Z',
  by: teacher,
});

export const closedWell: CaseEvent = {
  type: 'CaseClosed',
  outcome: 'hulp-afgerond',
  reason: 'De hulp werkt.',
  missing: {},
  at: '2026-11-23T12:00:00.000Z',
  by: teacher,
};
