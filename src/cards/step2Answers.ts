import * as z from 'zod';
import { steps } from '../protocol/meldcode';
import { consentOutcomes, custodies, openness, teams } from '../protocol/step2Consult';
import { waiverGrounds } from '../protocol/step3Conversation';
import { instantOf } from '../protocol/time';
import { answer, type Answer } from './answer';
import { choice, choices, day, optionalText, reference, SHORT, text, time, toggle } from './fields';
import { requestAnswers } from './step2RequestAnswers';
import { MIDDLE } from './step3Answers';

/** where an injury is, in words from a list; photos have no place in Teams. */
export const bodyPlaces = {
  hoofd: 'Hoofd',
  gezicht: 'Gezicht',
  oren: 'Oren',
  mond: 'Mond',
  hals: 'Hals of nek',
  borst: 'Borst',
  buik: 'Buik',
  rug: 'Rug',
  armen: 'Schouders of armen',
  handen: 'Handen',
  onderlichaam: 'Billen of onderlichaam',
  benen: 'Benen',
  voeten: 'Voeten',
  anders: 'Ergens anders',
} as const;

/** Chosen on the consent card when this parent is not in the file yet. */
export const otherParent = 'een-andere-ouder';

/** One parent must not count as two by a capital or a space. */
const sameName = (name: string): string => {
  const spaced = name.replace(/\s+/g, ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

const stepNumbers = Object.fromEntries(steps.map(({ step }) => [String(step), step]));
const about = { about: reference() };
/** A radio button that must be pressed: what Veilig Thuis says about acting now is not answered by leaving it alone. */
const pressed = (say: string) => z.enum(['true', 'false'], say).transform((value) => value === 'true');

/** Protocol step 2, one answer for each command. */
export const step2Answers = {
  ...requestAnswers,

  recordVeiligThuisContact: answer('recordVeiligThuisContact', {
    inputs: {
      contactDay: day('Kies de dag van het contact.'),
      contactTime: time('Kies hoe laat het contact was.'),
      spokeWith: text('Schrijf op wie je sprak.', SHORT),
      reference: optionalText(SHORT),
      anonymous: toggle(),
      advice: text('Schrijf op welk advies je kreeg.'),
      immediateAction: pressed('Kies of er nu meteen iets moet gebeuren.'),
      firstWeighing: optionalText(MIDDLE),
      risks: optionalText(MIDDLE),
    },
    toCommand: ({ contactDay, contactTime, ...inputs }) => ({
      type: 'recordVeiligThuisContact',
      contactAt: instantOf(contactDay, contactTime),
      ...inputs,
    }),
  }),

  recordInjuryExpert: answer('recordInjuryExpert', {
    inputs: {
      on: day('Kies de dag van het contact.'),
      expert: text('Schrijf op wie je sprak: naam en functie.', SHORT),
      where: choices(bodyPlaces, 'Kies waar op het lichaam het letsel is.', 1),
      description: text('Beschrijf het letsel.'),
      outcome: text('Schrijf op wat de deskundige zei.'),
    },
    toCommand: ({ where, ...inputs }) => ({
      type: 'recordInjuryExpert',
      where: where.map((place) => bodyPlaces[place]).join(', '),
      ...inputs,
    }),
  }),

  recordConsent: answer('recordConsent', {
    inputs: {
      knownParent: optionalText(SHORT),
      parent: optionalText(SHORT),
      custody: choice(custodies, 'Kies wie het gezag heeft.'),
      on: day('Kies de dag van het antwoord.'),
      purpose: text('Schrijf op waarvoor je toestemming vroeg.', MIDDLE),
      outcome: choice(consentOutcomes, 'Kies wat de ouder antwoordde.'),
      keptAt: optionalText(SHORT),
    },
    toCommand: ({ knownParent, parent, ...inputs }, { key }) => {
      const known = knownParent === otherParent ? undefined : knownParent;
      if (known && parent)
        return { problems: ['Kies een ouder uit de lijst, of schrijf een andere op. Niet allebei.'] };
      const who = known ?? parent;
      return who
        ? { type: 'recordConsent', id: key, parent: sameName(who), ...inputs }
        : { problems: ['Schrijf op welke ouder dit is.'] };
    },
  }),

  acceptSingleConsent: answer('acceptSingleConsent', {
    inputs: { reason: text('Schrijf op waarom één toestemming genoeg is.', MIDDLE) },
    toCommand: ({ reason }) => ({ type: 'acceptSingleConsent', reason }),
  }),

  recordTeamDiscussion: answer('recordTeamDiscussion', {
    inputs: {
      team: choice(teams, 'Kies in welk team jullie dit bespraken.'),
      on: day('Kies de dag van de bespreking.'),
      mode: choice(openness, 'Kies of jullie open of anoniem bespraken.'),
      outsiders: toggle(),
      whyAnonymous: optionalText(MIDDLE),
      present: text('Schrijf op wie erbij waren.', 400),
      assessment: text('Schrijf op hoe het team de situatie ziet.'),
      agreements: text('Schrijf op wat jullie afspraken: wie, wat en wanneer.'),
      helpQuestion: optionalText(MIDDLE),
      approach: optionalText(MIDDLE),
      adviceTeacher: optionalText(MIDDLE),
      adviceParents: optionalText(MIDDLE),
      furtherHelp: optionalText(MIDDLE),
      indications: optionalText(MIDDLE),
    },
    toCommand: (inputs, { key }) => ({ type: 'recordTeamDiscussion', id: key, ...inputs }),
  }),

  informParent: answer('informParent', {
    inputs: {
      on: day('Kies de dag van het gesprek.'),
      content: text('Schrijf op wat je vertelde.'),
      nextSteps: text('Schrijf op wat de volgende stappen zijn.', MIDDLE),
      indications: optionalText(MIDDLE),
    },
    refs: about,
    toCommand: (inputs, _press, refs) => ({ type: 'informParent', about: refs.about, ...inputs }),
  }),

  waiveInforming: answer('waiveInforming', {
    inputs: {
      ground: choice(waiverGrounds, 'Kies waarom je het de ouder niet vertelt.'),
      reason: text('Leg uit waarom je dit besluit.'),
    },
    refs: about,
    toCommand: (inputs, _press, refs) => ({ type: 'waiveInforming', about: refs.about, ...inputs }),
  }),

  askSupport: answer('askSupport', {
    inputs: {
      step: choice(stepNumbers, 'Kies bij welke stap je hulp wilt.'),
      question: text('Schrijf op wat je wilt vragen.'),
    },
    toCommand: ({ step, question }) => {
      const number = stepNumbers[step];
      return number
        ? { type: 'askSupport', step: number, question }
        : { problems: ['Kies bij welke stap je hulp wilt.'] };
    },
  }),
} satisfies Record<string, Answer>;
