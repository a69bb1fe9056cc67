import { FULL, type Keeper } from '../protocol/lock';
import { isLeaderOf, isLeaderRole } from '../protocol/roles';
import { answer, type Answer } from './answer';
import type { Colleague, FormContext, SchoolView } from './context';
import { personId, text, toggle } from './fields';
import { form, type Form } from './form';
import { insideColleagues, peopleChoices } from './helpPlanPeople';

const MIDDLE = 1000;

const postOf = ({ roles }: Colleague): Keeper['as'] =>
  roles.some(isLeaderRole) ? 'leiding' : roles.includes('intern-begeleider') ? 'ibEr' : 'collega';

/** Lists of colleagues hold nobody for whom the case is not there. */
export const schoolWithin = (school: SchoolView, { lock }: FormContext['file']): SchoolView =>
  lock
    ? { ...school, colleagues: school.colleagues.filter(({ id }) => lock.keepers.some(({ person }) => person === id)) }
    : school;

/** Who of the colleagues may see this case, when it is for two; else nothing. */
export const keepersLine = ({ file, school }: Pick<FormContext, 'file' | 'school'>): string => {
  const keepers = file.lock?.keepers ?? [];
  if (keepers.length === 0) return '';
  const names = keepers.map(({ person }) => school.nameOf(person)).join(school.t(' en '));
  return keepers.length < FULL
    ? school.t('Alleen voor {names}. Er moet een tweede persoon worden genoemd.', { names })
    : school.t('Alleen voor {names}. Voor ieder ander bestaat deze zaak niet.', { names });
};

const lockData = ({ file, school, viewer }: FormContext): Readonly<Record<string, unknown>> => ({
  now: keepersLine({ file, school }),
  people: peopleChoices(school.t, insideColleagues(school)),
  ownPlace: file.lock !== undefined && !isLeaderOf(viewer, file),
});

/** Whoever is in the list already, and the viewer for the empty place. */
const lockInputs = ({ file, school, viewer }: FormContext) => {
  const known = insideColleagues(school).map(({ id }) => id);
  const now = file.lock ? file.lock.keepers.map(({ person }) => person) : [file.owner, viewer.id];
  const [first = '', second = ''] = [...new Set(now)].filter((id) => known.includes(id));
  return { first, second, aboutLeader: file.lock?.aboutLeader ? 'true' : 'false' };
};

export const lockForms = {
  'lock/lock': form({
    title: 'Beperken tot twee personen',
    records: ['lockFile'],
    goesTo: 'readByTwo',
    data: lockData,
    inputs: lockInputs,
  }),
  'lock/unlock': form({
    title: 'Beperking opheffen',
    records: ['unlockFile'],
    goesTo: 'readByPosts',
    opensFor: (_viewer, file) => file.lock !== undefined,
    data: (context) => ({ now: keepersLine(context) }),
  }),
} satisfies Record<string, Form>;

export const lockAnswers = {
  lockFile: answer('lockFile', {
    inputs: {
      first: personId('Kies wie de zaak doet.'),
      second: personId('Kies de tweede persoon.'),
      aboutLeader: toggle(),
      reason: text('Schrijf op waarom deze zaak voor twee mensen is.', MIDDLE),
    },
    toCommand: ({ first, second, aboutLeader, reason }, { school }) => {
      const colleagues = insideColleagues(school);
      const chosen = [first, second].map((id) => colleagues.find((one) => one.id === id));
      const keepers = chosen.flatMap((one): Keeper[] => (one ? [{ person: one.id, as: postOf(one) }] : []));
      return keepers.length < FULL
        ? { problems: ['Kies een collega van deze school.'] }
        : { type: 'lockFile', keepers, aboutLeader, reason };
    },
  }),
  unlockFile: answer('unlockFile', {
    inputs: { reason: text('Schrijf op waarom de beperking niet meer nodig is.', MIDDLE) },
    toCommand: (inputs) => ({ type: 'unlockFile', ...inputs }),
  }),
} satisfies Record<string, Answer>;
