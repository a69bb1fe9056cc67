import { circle, routes } from '../protocol/exits';
import { callLink } from './callLink';
import { plain } from './plain';
import type { Colleague, FormContext } from './context';
import { exitForms } from './exitMenu';
import { choicesOf, form, type Form } from './form';
import { peopleChoices } from './helpPlanPeople';
import { NOWHERE } from './opening';
import { leadersOf, somebodyElse } from './intakeAnswers';
import { staffPhones } from './staffPhones';

const staffData = ({ t, school, viewer }: FormContext) => ({
  board: plain(school.boardName),
  phones: staffPhones(school),
  people: [
    ...peopleChoices(
      t,
      school.colleagues.filter(({ id }) => id !== viewer.id),
    ),
    { title: t('Iemand anders, of dat weet ik niet'), value: somebodyElse },
  ],
});

/** Whoever leads the school alone reports to nobody else: the incident is then written down with themselves. */
const leadersFor = ({ school, viewer }: FormContext): readonly Colleague[] => {
  const leaders = leadersOf(school);
  const others = leaders.filter(({ id }) => id !== viewer.id);
  return others.length > 0 ? others : leaders;
};

export const intakeForms = {
  /** Protocol step 1: about whom. Buttons and not a list, for this is where somebody begins who is worried. */
  'intake/triage': form({
    title: 'Ik maak me zorgen',
    records: [],
    caseless: true,
    data: ({ t, school, schools = [] }) => ({
      routes: Object.fromEntries(choicesOf(t, routes).map(({ title, value }) => [value, title])),
      nowhere: schools.length === 0,
      several: schools.length > 1,
      schools: schools.map(({ id, name }) => ({ title: name, value: id })),
      call: callLink(school),
    }),
    inputs: ({ school }) => ({ school: school.id }),
  }),
  'intake/open-case': form({
    title: 'Over welk kind gaat het?',
    records: ['openCase'],
    caseless: true,
    begins: 'stappenplan',
    data: ({ t, school }) => ({ circle: choicesOf(t, circle), school: plain(school.name) }),
    inputs: () => ({ about: 'onbekend' }),
    refs: ({ about }) => ({ from: about ?? NOWHERE }),
  }),
  'intake/staff-concern': form({
    title: 'Zorg over een medewerker',
    records: ['reportStaffConcern'],
    caseless: true,
    begins: 'medewerker',
    data: staffData,
  }),
  'intake/pupil-concern': form({
    title: 'Zorg tussen leerlingen',
    records: ['reportPupilConcern'],
    caseless: true,
    begins: 'leerlingen',
    data: (context) => ({ leaders: peopleChoices(context.t, leadersFor(context)) }),
    inputs: (context) => ({ told: leadersFor(context)[0]?.id ?? '' }),
  }),
  'intake/move-to-staff': form({
    title: 'Het gaat over een medewerker',
    records: ['moveToStaffExit'],
    begins: 'medewerker',
    data: staffData,
  }),
  ...exitForms,
  'intake/confidant-advice': form({
    title: 'Advies vastleggen',
    records: ['recordConfidantAdvice'],
    inputs: ({ today }) => ({ on: today }),
  }),
  'intake/follow-up': form({
    title: 'Vervolg vastleggen',
    records: ['addFollowUp'],
    inputs: ({ today }) => ({ on: today }),
  }),
} satisfies Record<string, Form>;
