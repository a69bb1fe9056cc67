import { recognition } from '../protocol/step2Consult';
import { roles } from '../protocol/roles';
import {
  atRisk,
  signatureStates,
  talkGuide,
  talkOutcomes,
  talkPartners,
  talkQuestions,
  waiverGrounds,
} from '../protocol/step3Conversation';
import { localDateOf, localTimeOf } from '../protocol/time';
import type { FormContext } from './context';
import { dutchDay, dutchMoment } from './entry';
import { ownFacts, shorten } from './factsOnFile';
import { choicesOf, form, type Form } from './form';
import { pickRows } from './pick';
import { canJoin, nobodyYet } from './step3Answers';
import { step3Menu, warnings } from './step3Menu';
import { talkTips } from './talkTips';

/** The talk that signatures belong to: the one pointed to, or the last one. */
const talkOf = ({ about, file }: FormContext): string => about ?? file.conversations.lastId ?? 'geen';

const signatureData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const id = talkOf(context);
  const talk = context.entries.flatMap(({ event }) =>
    event.type === 'ConversationRecorded' && event.id === id
      ? [`${dutchMoment(event.talkAt)} · ${shorten(event.present, 200)}`]
      : [],
  );
  const signed = context.entries.flatMap(({ event }) =>
    event.type === 'SignatureRecorded' && event.conversation === id
      ? [{ person: event.person, state: `${signatureStates[event.state]}, ${dutchDay(event.on)}` }]
      : [],
  );
  return { talk: talk[0] ?? '', signed: signed.slice(-8), states: choicesOf(signatureStates) };
};

export const step3Forms = {
  'step3-conversation/menu': step3Menu,
  'step3-conversation/prepare': form({
    title: 'Gesprek voorbereiden',
    step: 3,
    records: [],
    history: true,
    data: (context) => ({
      ...warnings(context),
      guide: talkGuide.map(({ title, text }, i) => ({ nr: String(i + 1), title, text })),
      facts: ownFacts(context.entries, context.school),
      questions: talkQuestions.map((text) => ({ text })),
      tips: talkTips.map((text) => ({ text })),
    }),
  }),
  'step3-conversation/plan': form({
    title: 'Gesprek plannen',
    step: 3,
    records: ['planConversation'],
    data: (context) => ({
      ...warnings(context),
      partners: choicesOf(talkPartners),
      people: [
        ...canJoin(context.school, context.viewer.id).map(({ id, name, roles: held }) => ({
          title: `${name} (${held.map((role) => roles[role].toLowerCase()).join(', ')})`,
          value: id,
        })),
        { title: 'Dat weet ik nog niet', value: nobodyYet },
      ],
    }),
    inputs: () => ({ with: 'ouder', second: nobodyYet }),
  }),
  'step3-conversation/record': form({
    title: 'Gesprek vastleggen',
    step: 3,
    records: ['recordConversation'],
    data: (context) => ({
      ...warnings(context),
      partners: choicesOf(talkPartners),
      recognitions: pickRows(recognition, 'Niet besproken'),
      outcomes: choicesOf(talkOutcomes),
    }),
    inputs: ({ file: { conversations }, now, today }) => {
      const { planned } = conversations;
      const held = planned !== undefined && planned <= now;
      return {
        with: 'ouder',
        talkDay: held ? localDateOf(planned) : today,
        talkTime: held ? localTimeOf(planned) : '',
        recognises: 'geen',
      };
    },
  }),
  'step3-conversation/signature': form({
    title: 'Handtekening vastleggen',
    step: 3,
    records: ['recordSignature'],
    history: true,
    data: signatureData,
    inputs: ({ today }) => ({ state: 'gevraagd', on: today }),
    refs: (context) => ({ conversation: talkOf(context) }),
  }),
  'step3-conversation/waive': form({
    title: 'Geen gesprek',
    step: 3,
    records: ['waiveConversation'],
    data: () => ({ grounds: choicesOf(waiverGrounds), people: choicesOf(atRisk) }),
    inputs: () => ({ veiligThuisConsulted: 'false' }),
  }),
} satisfies Record<string, Form>;
