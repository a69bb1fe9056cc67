import { emergencyLines } from '../protocol/emergency';
import { circle } from '../protocol/exits';
import { instantOf, localTimeOf } from '../protocol/time';
import { answer, type Answer } from './answer';
import { telOf } from './callLink';
import { plain } from './plain';
import type { FormContext, Inputs } from './context';
import { choices, day, LONG, optionalChoice, optionalText, SHORT, text, time, toggle } from './fields';
import { choicesOf, form, type Form } from './form';
import { openingOf, pupilInputs, schoolRef } from './opening';

export const emergencyAnswers = {
  recordEmergency: answer('recordEmergency', {
    refs: schoolRef,
    inputs: {
      name: optionalText(SHORT),
      ...pupilInputs,
      about: optionalChoice(circle, 'Kies over wie het vermoeden gaat.'),
      calledDay: day('Kies de dag waarop er werd gebeld.'),
      calledTime: time('Kies hoe laat er werd gebeld.'),
      calledBy: text('Schrijf op wie er belde.', SHORT),
      called: choices(emergencyLines, 'Kies met wie er werd gebeld.', 1),
      spokeWith: text('Schrijf op met wie er is gesproken.', SHORT),
      agreed: text('Schrijf op wat er is afgesproken.', LONG),
      immediateAction: toggle(),
      reported: toggle(),
    },
    toCommand: ({ name, group, birthDate, family, about, calledDay, calledTime, ...inputs }, press) => {
      const command = { type: 'recordEmergency', ...inputs, calledAt: instantOf(calledDay, calledTime) } as const;
      // A card without a case begins one; its one-time key is the case's id.
      if (press.caseId !== press.key) return command;
      if (!name) return { problems: ['Schrijf op over welke leerling het gaat.'] };
      const opening = openingOf({ name, group, birthDate, family, about: about ?? 'onbekend' }, press);
      return 'problems' in opening ? opening : { ...command, opening };
    },
  }),
} satisfies Record<string, Answer>;

/** `about`: the case on whose card "Nood" was pressed; what was done is then written down in that case. */
const numbers = ({ school: { contacts }, schools = [], viewer, about }: FormContext) => ({
  emergency: contacts.emergency,
  veiligThuis: contacts.veiligThuis.phone,
  veiligThuisTel: telOf(contacts.veiligThuis.phone),
  police: contacts.police,
  policeTel: telOf(contacts.police),
  crisis: contacts.crisisService,
  inCase: about ?? '',
  known: viewer.id !== '',
  canBegin: schools.length > 0,
  several: schools.length > 1,
  schools: schools.map(({ id, name }) => ({ title: name, value: id })),
});

const recordInputs = ({ today, now, school, viewer }: FormContext): Inputs => ({
  calledDay: today,
  calledTime: localTimeOf(now),
  calledBy: school.nameOf(viewer.id),
});

export const emergencyForms = {
  /** Nothing to fill in before the numbers (R-080, I-18); also for somebody whom nobody knows. */
  'shared/emergency': form({
    title: 'Nood',
    records: [],
    caseless: true,
    data: numbers,
    inputs: ({ school }) => ({ school: school.id }),
  }),
  'intake/emergency-new': form({
    title: 'Noodsituatie vastleggen',
    records: ['recordEmergency'],
    caseless: true,
    begins: 'stappenplan',
    data: ({ t, school }) => ({
      lines: choicesOf(t, emergencyLines),
      circle: choicesOf(t, circle),
      school: plain(school.name),
    }),
    inputs: (context) => ({ ...recordInputs(context), about: 'onbekend' }),
  }),
  'intake/emergency-record': form({
    title: 'Noodsituatie vastleggen',
    records: ['recordEmergency'],
    // An exit has no emergency of its own: what was done is written down as what followed.
    data: ({ t, file }) => ({ lines: choicesOf(t, emergencyLines), onSteps: file.kind === 'stappenplan' }),
    inputs: recordInputs,
  }),
} satisfies Record<string, Form>;
