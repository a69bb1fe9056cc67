import { circle } from '../protocol/exits';
import { isLeaderRole, type PersonId } from '../protocol/roles';
import { answer, type Answer } from './answer';
import { caseNumber } from './caseNumber';
import type { Colleague, Press, SchoolView } from './context';
import { choice, day, LONG, optionalText, personId, SHORT, text, toggle } from './fields';
import { fromRef, openingOf, pupilInputs, schoolRef } from './opening';
import type { Dutch } from '../text/tongue';

/** Chosen when the person is not on the list, or not known. */
export const somebodyElse = 'iemand-anders';

/** Leaders who may hear of an incident between pupils. */
export const leadersOf = ({ colleagues }: Pick<SchoolView, 'colleagues'>): readonly Colleague[] =>
  colleagues.filter(({ roles }) => roles.some(isLeaderRole));

type Said = { accused: string; accusedName?: string | undefined; aboutLeader: boolean };
type About = { aboutLeader: boolean; accused?: PersonId; accusedName?: string };
type Problems = { problems: readonly Dutch[] };
/**
 * Whom a concern about staff is about. A leader who is named is the leadership, whatever was ticked: they hear nothing.
 * Two different people would leave open who must not hear of it, so that is asked again.
 */
const aboutOf = ({ accused, accusedName, aboutLeader }: Said, { school: { colleagues } }: Press): About | Problems => {
  if (accused === somebodyElse) return { aboutLeader, ...(accusedName && { accusedName }) };
  const colleague = colleagues.find(({ id }) => id === accused);
  if (!colleague) return { problems: ['Kies iemand uit de lijst.'] };
  if (accusedName)
    return {
      problems: [
        'Je koos iemand uit de lijst en je schreef ook een naam op. Haal de naam weg, of kies ‘Iemand anders’.',
      ],
    };
  return { accused: colleague.id, aboutLeader: aboutLeader || colleague.roles.some(isLeaderRole) };
};

const staff = {
  accused: personId('Kies over wie het gaat.'),
  accusedName: optionalText(SHORT),
  aboutLeader: toggle(),
  what: text('Schrijf op wat er is gezien of gehoord.', LONG),
};

export const intakeAnswers = {
  openCase: answer('openCase', {
    refs: { ...schoolRef, ...fromRef },
    inputs: {
      name: text('Schrijf op over welke leerling het gaat.', SHORT),
      ...pupilInputs,
      about: choice(circle, 'Kies over wie het vermoeden gaat.'),
      // Only carried to the first signal's card; the signal itself is recorded there.
      firstSignal: optionalText(LONG),
    },
    toCommand: ({ firstSignal: _carried, ...said }, press) => {
      const opening = openingOf(said, press);
      return 'problems' in opening ? opening : { type: 'openCase', ...opening };
    },
  }),
  reportStaffConcern: answer('reportStaffConcern', {
    refs: schoolRef,
    inputs: staff,
    toCommand: ({ what, ...said }, press) => {
      const about = aboutOf(said, press);
      return 'problems' in about
        ? about
        : { type: 'reportStaffConcern', number: caseNumber(press), schoolId: press.school.id, ...about, what };
    },
  }),
  moveToStaffExit: answer('moveToStaffExit', {
    inputs: staff,
    toCommand: ({ what, ...said }, press) => {
      const about = aboutOf(said, press);
      return 'problems' in about ? about : { type: 'moveToStaffExit', ...about, what };
    },
  }),
  reportPupilConcern: answer('reportPupilConcern', {
    refs: schoolRef,
    inputs: {
      told: personId('Kies aan wie je dit meldt.'),
      what: text('Schrijf op wat er is gebeurd.', LONG),
    },
    toCommand: ({ told, what }, press) =>
      leadersOf(press.school).some(({ id }) => id === told)
        ? { type: 'reportPupilConcern', number: caseNumber(press), schoolId: press.school.id, told, what }
        : { problems: ['Kies iemand van de leiding uit de lijst.'] },
  }),
  recordConfidantAdvice: answer('recordConfidantAdvice', {
    inputs: { on: day('Kies de dag van het advies.'), advice: text('Schrijf op wat het advies was.', LONG) },
    toCommand: (inputs) => ({ type: 'recordConfidantAdvice', ...inputs }),
  }),
  addFollowUp: answer('addFollowUp', {
    inputs: { on: day('Kies de dag.'), text: text('Schrijf op wat er is gedaan of afgesproken.', LONG) },
    toCommand: (inputs) => ({ type: 'addFollowUp', ...inputs }),
  }),
} satisfies Record<string, Answer>;
