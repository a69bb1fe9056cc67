import { recognition } from '../protocol/step2Consult';
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
import { ownFacts, shorten } from './factsOnFile';
import { choicesOf, form, type Form } from './form';
import { peopleChoices } from './helpPlanPeople';
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
      ? [`${context.t.moment(event.talkAt)} · ${shorten(event.present, 200)}`]
      : [],
  );
  const signed = context.entries.flatMap(({ event }) =>
    event.type === 'SignatureRecorded' && event.conversation === id
      ? [{ person: event.person, state: `${context.t(signatureStates[event.state])}, ${context.t.day(event.on)}` }]
      : [],
  );
  return { talk: talk[0] ?? '', signed: signed.slice(-8), states: choicesOf(context.t, signatureStates) };
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
      guide: talkGuide.map(({ title, text }, i) => ({
        nr: String(i + 1),
        title: context.t(title),
        text: context.t(text),
      })),
      facts: ownFacts(context.t, context.entries, context.school),
      questions: talkQuestions.map((text) => ({ text: context.t(text) })),
      tips: talkTips.map((text) => ({ text: context.t(text) })),
    }),
  }),
  'step3-conversation/plan': form({
    title: 'Gesprek plannen',
    step: 3,
    records: ['planConversation'],
    data: (context) => ({
      ...warnings(context),
      partners: choicesOf(context.t, talkPartners),
      people: [
        ...peopleChoices(context.t, canJoin(context.school, context.viewer.id)),
        { title: context.t('Dat weet ik nog niet'), value: nobodyYet },
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
      partners: choicesOf(context.t, talkPartners),
      recognitions: pickRows(context.t, recognition, 'Niet besproken'),
      outcomes: choicesOf(context.t, talkOutcomes),
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
    data: ({ t }) => ({ grounds: choicesOf(t, waiverGrounds), people: choicesOf(t, atRisk) }),
    inputs: () => ({ veiligThuisConsulted: 'false' }),
  }),
} satisfies Record<string, Form>;
