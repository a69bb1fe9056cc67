import * as z from 'zod';
import type { Role } from '../protocol/roles';
import { recognition } from '../protocol/step2Consult';
import { atRisk, signatureStates, talkOutcomes, talkPartners, waiverGrounds } from '../protocol/step3Conversation';
import { instantOf } from '../protocol/time';
import { answer, type Answer } from './answer';
import type { Colleague, SchoolView } from './context';
import { choice, choices, day, LONG, optionalText, reference, SHORT, text, time, toggle } from './fields';
import { optionalPick } from './pick';

/** Texts of a few sentences; a report of a talk has ten of them and must still fit in a card. */
export const MIDDLE = 1000;

/** colleagues of the school itself who may sit in on a talk. */
const besideRoles: readonly Role[] = [
  'leerkracht',
  'intern-begeleider',
  'schoolleider',
  'plaatsvervangend-schoolleider',
  'vertrouwenspersoon',
];
/** Chosen when nobody is known yet: a list can't be made empty again in every client. */
export const nobodyYet = 'nog-niemand';

export const canJoin = ({ colleagues }: SchoolView, viewer: string): readonly Colleague[] =>
  colleagues.filter(({ id, roles }) => id !== viewer && roles.some((role) => besideRoles.includes(role)));

export const step3Answers = {
  planConversation: answer('planConversation', {
    inputs: {
      with: choice(talkPartners, 'Kies met wie je praat.'),
      talkDay: day('Kies de dag van het gesprek.'),
      talkTime: time('Kies de tijd van het gesprek.'),
      second: z.string('Kies een collega uit de lijst.').max(64, 'Kies een collega uit de lijst.').default(''),
    },
    toCommand: ({ talkDay, talkTime, second, ...inputs }, press) => {
      const talkAt = instantOf(talkDay, talkTime);
      if (talkAt <= press.now)
        return {
          problems: ['Kies een moment dat nog komt. Is het gesprek al geweest? Kies dan ‘Gesprek vastleggen’.'],
        };
      if (second === '' || second === nobodyYet) return { type: 'planConversation', ...inputs, talkAt };
      const colleague = canJoin(press.school, press.by).find(({ id }) => id === second);
      if (!colleague) return { problems: ['Kies een collega uit de lijst.'] };
      return { type: 'planConversation', ...inputs, talkAt, second: colleague.id };
    },
  }),

  recordConversation: answer('recordConversation', {
    inputs: {
      with: choice(talkPartners, 'Kies met wie je praatte.'),
      talkDay: day('Kies de dag van het gesprek.'),
      talkTime: time('Kies hoe laat het gesprek was.'),
      place: text('Schrijf op waar het gesprek was.', SHORT),
      present: text('Schrijf op wie er waren.', 400),
      second: optionalText(SHORT),
      whyAlone: optionalText(MIDDLE),
      goal: text('Schrijf op wat het doel was.', MIDDLE),
      facts: text('Schrijf op welke feiten je noemde.', LONG),
      reaction: text('Schrijf op hoe er werd gereageerd.', LONG),
      interpretation: optionalText(LONG),
      recognises: optionalPick(recognition, 'Kies of de zorgen worden herkend.'),
      outcome: choice(talkOutcomes, 'Kies wat het gesprek deed met de zorgen.'),
      agreements: text('Schrijf op wat jullie afspraken. Geen afspraken? Schrijf dan ‘geen’.', LONG),
      opportunities: optionalText(MIDDLE),
      adviceClass: optionalText(MIDDLE),
      adviceHome: optionalText(MIDDLE),
      childVoice: optionalText(MIDDLE),
    },
    toCommand: ({ talkDay, talkTime, ...inputs }, press) => {
      if (!inputs.second && !inputs.whyAlone)
        return { problems: ['Vul in welke collega erbij was, of waarom je alleen was.'] };
      return { type: 'recordConversation', id: press.key, ...inputs, talkAt: instantOf(talkDay, talkTime) };
    },
  }),

  recordSignature: answer('recordSignature', {
    refs: { conversation: reference() },
    inputs: {
      person: text('Schrijf op van wie de handtekening is.', SHORT),
      state: choice(signatureStates, 'Kies hoe het staat met de handtekening.'),
      on: day('Kies de dag.'),
      keptAt: optionalText(SHORT),
    },
    toCommand: (inputs, _press, { conversation }) => ({ type: 'recordSignature', conversation, ...inputs }),
  }),

  waiveConversation: answer('waiveConversation', {
    inputs: {
      ground: choice(waiverGrounds, 'Kies waarom het gesprek er niet komt.'),
      atRisk: choices(atRisk, 'Kies uit de lijst voor wie het niet veilig is.'),
      reason: text('Leg uit waarom je dit besluit.'),
      veiligThuisConsulted: toggle(),
    },
    toCommand: (inputs) => ({ type: 'waiveConversation', ...inputs }),
  }),
} satisfies Record<string, Answer>;
