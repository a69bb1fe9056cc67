import type { FormContext, Press, SchoolView } from '../../src/cards/context';
import { dutch } from '../../src/text/tongue';
import { usualTerms } from '../../src/protocol/terms';
import { emptyCase, evolve, type CaseEvent } from '../../src/protocol/caseFile';

export const teacher = '1a9c4e72-3b6d-4f58-8e01-d5a7f2b3c640';
export const otherTeacher = '2d7b8f15-6c0e-4a93-b4f2-98e1c3d5a706';
export const ibEr = '3e5a0d94-7f21-4c6b-9d38-0b4e6f8a1c27';
export const leader = '4f2c6b83-1d9e-4705-a6c4-e7d0b5f93a18';
export const nurse = '7d4f1b28-5c93-4e60-b2a7-c8f6e9d0a15b';
export const board = 'b7e4c1a2-5d3f-4e86-8f19-2a6c9d0e7b31';
export const key = '0b7f4d52-93a1-4c5e-8f60-1d2e3a4b5c6d';
export const caseId = '5e8d2c1b-7a64-4f39-9b05-c3d4e5f60718';
export const now = '2026-11-24T09:30:00.000Z';

const names: Readonly<Record<string, string>> = {
  [teacher]: 'Marieke Jansen',
  [otherTeacher]: 'Tom Hesselink',
  [ibEr]: 'Ilse ter Braak',
  [leader]: 'Jeroen Nijhuis',
  [nurse]: 'Annemiek Kuipers',
  [board]: 'Hanneke Olde Monnikhof',
};

export const school: SchoolView = {
  id: 'de-linde',
  name: 'Basisschool De Linde',
  boardName: 'Stichting Consent',
  boardSchools: [
    { id: 'de-linde', name: 'Basisschool De Linde' },
    { id: 'de-beuk', name: 'Basisschool De Beuk' },
  ],
  teamNames: { step3: 'diepteteam', step4: 'diepteteam' },
  colleagues: [
    { id: teacher, name: 'Marieke Jansen', roles: ['leerkracht'] },
    { id: otherTeacher, name: 'Tom Hesselink', roles: ['leerkracht'] },
    { id: ibEr, name: 'Ilse ter Braak', roles: ['intern-begeleider'] },
    { id: leader, name: 'Jeroen Nijhuis', roles: ['schoolleider'] },
    { id: nurse, name: 'Annemiek Kuipers', roles: ['jeugdverpleegkundige'] },
  ],
  consultable: [
    'intern-begeleider',
    'vertrouwenspersoon',
    'schoolleider',
    'plaatsvervangend-schoolleider',
    'leerkracht',
    'jeugdverpleegkundige',
    'jeugdarts',
  ],
  contacts: {
    veiligThuis: { phone: '0800-2000', site: 'www.veiligthuistwente.nl' },
    emergency: '112',
    police: '0900-8844',
    vertrouwensinspecteur: '0900-111 3 111',
    kindertelefoon: '0800-0432',
    crisisService: 'Bel buiten kantooruren ook Veilig Thuis.',
    externalConfidant: { name: 'Externe vertrouwenspersoon', phone: '053-000 00 01' },
    boardPhone: '053-000 00 02',
  },
  terms: usualTerms,
  nameOf: (id) => names[id] ?? 'onbekend',
  t: dutch,
};

export const pressOf = (change: Partial<Press> = {}): Press => ({
  key,
  caseId,
  by: teacher,
  now,
  today: '2026-11-24',
  school,
  ...change,
});

export const opened: CaseEvent = {
  type: 'CaseOpened',
  number: 'MC-2026-7K3F9',
  schoolId: 'de-linde',
  pupil: { name: 'Sam de Vries', birthDate: '2017-05-01', group: 'groep 5' },
  about: 'onbekend',
  at: '2026-11-20T08:00:00.000Z',
  by: teacher,
};

/** A context on a case with these facts, seen by the teacher who opened it unless said otherwise. */
export const contextOf = (events: readonly CaseEvent[] = [opened], change: Partial<FormContext> = {}): FormContext => ({
  caseId,
  file: events.reduce(evolve, emptyCase),
  viewer: { id: teacher, roles: ['leerkracht'] },
  school,
  t: dutch,
  now,
  today: '2026-11-24',
  entries: events.map((event, i) => ({ seq: i + 1, event })),
  ...change,
});

/** Data as a client sends it: references of the card and the inputs. */
export const sent = (form: string, inputs: object, refs: object = {}): object => ({
  m: { case: caseId, key, form, ...refs },
  ...inputs,
});
