import { consultableRoles, roles, type Role } from '../protocol/roles';
import { consultContexts, recognition } from '../protocol/step2Consult';
import { answer, type Answer } from './answer';
import type { Press } from './context';
import { choice, day, optionalText, personIds, reference, SHORT, text, toggle } from './fields';
import { consultableAt } from './step2Colleagues';
import { MIDDLE } from './step3Answers';

/** What a colleague reads before answering; longer than an answer, for it must stand on its own (I-21). */
const SHARED = 1500;

/** Whom a consultation by hand can have been with: the protocol's list, or somebody else. */
export const heldWith = {
  // One entry for each role of that list; Object.fromEntries forgets which.
  ...(Object.fromEntries(consultableRoles.map((role) => [role, roles[role]])) as Record<
    (typeof consultableRoles)[number],
    (typeof roles)[Role]
  >),
  anders: 'Iemand anders',
} as const satisfies Partial<Record<Role | 'anders', string>>;

const asked = (chosen: readonly string[], { key, by, school }: Press) => {
  const known = consultableAt(school, by);
  return chosen.flatMap((to, i) => {
    const colleague = known.find(({ id }) => id === to);
    return colleague ? [{ id: `${key}-${i + 1}`, to, role: colleague.role }] : [];
  });
};

const consultation = { consultation: reference() };

/** Requests to colleagues, what comes of them, and consultation that was held elsewhere. */
export const requestAnswers = {
  askColleagues: answer('askColleagues', {
    inputs: {
      colleagues: personIds('Kies minstens één collega, en hoogstens tien.'),
      question: text('Schrijf op wat je wilt vragen.', MIDDLE),
      shared: text('Schrijf op wat je collega mag weten.', SHARED),
      named: toggle(),
      ground: optionalText(MIDDLE),
    },
    toCommand: ({ colleagues, ...inputs }, press) => {
      const consultations = asked(colleagues, press);
      // A person who is not on the school's list any more is not left out in silence.
      return consultations.length < colleagues.length
        ? { problems: ['Kies alleen collega’s uit de lijst.'] }
        : { type: 'askColleagues', consultations, ...inputs };
    },
  }),

  seeConsultation: answer('seeConsultation', {
    inputs: {},
    refs: consultation,
    toCommand: (_inputs, _press, refs) => ({ type: 'seeConsultation', consultation: refs.consultation }),
  }),

  answerConsultation: answer('answerConsultation', {
    inputs: {
      recognises: choice(recognition, 'Kies of je de zorgen herkent.'),
      observations: optionalText(MIDDLE),
      otherExplanation: optionalText(MIDDLE),
      advice: text('Schrijf op wat je aanraadt.', MIDDLE),
      reachable: optionalText(SHORT),
    },
    refs: consultation,
    toCommand: (inputs, _press, refs) => ({
      type: 'answerConsultation',
      consultation: refs.consultation,
      ...inputs,
    }),
  }),

  addToConsultation: answer('addToConsultation', {
    inputs: { addition: text('Schrijf op wat je wilt toevoegen.', MIDDLE) },
    refs: consultation,
    toCommand: ({ addition }, _press, refs) => ({
      type: 'addToConsultation',
      consultation: refs.consultation,
      addition,
    }),
  }),

  declineConsultation: answer('declineConsultation', {
    inputs: { reason: text('Schrijf op waarom je niet kunt antwoorden.', MIDDLE) },
    refs: consultation,
    toCommand: ({ reason }, _press, refs) => ({
      type: 'declineConsultation',
      consultation: refs.consultation,
      reason,
    }),
  }),

  withdrawConsultation: answer('withdrawConsultation', {
    inputs: { reason: optionalText(MIDDLE) },
    refs: consultation,
    toCommand: ({ reason }, _press, refs) => ({
      type: 'withdrawConsultation',
      consultation: refs.consultation,
      reason,
    }),
  }),

  recordOutsideConsultation: answer('recordOutsideConsultation', {
    inputs: {
      withName: text('Schrijf op met wie je overlegde.', SHORT),
      role: choice(heldWith, 'Kies welke rol die persoon heeft.'),
      on: day('Kies de dag van het overleg.'),
      context: choice(consultContexts, 'Kies hoe jullie overlegden.'),
      named: toggle(),
      ground: optionalText(MIDDLE),
      content: text('Schrijf op wat je besprak.'),
      advice: text('Schrijf op welk advies je kreeg.'),
    },
    toCommand: (inputs) => ({ type: 'recordOutsideConsultation', ...inputs }),
  }),
} satisfies Record<string, Answer>;
