import { stepText, steps } from '../protocol/meldcode';
import { isOutsideSchool } from '../protocol/roles';
import { consentOutcomes, consultContexts, custodies, hasWrittenConsent } from '../protocol/step2Consult';
import { waiverGrounds } from '../protocol/step3Conversation';
import { callLink } from './callLink';
import type { FormContext } from './context';
import { ownFacts } from './factsOnFile';
import { choicesOf, form, type Form } from './form';
import { flagWarning } from './step1Flags';
import { bodyPlaces } from './step2Answers';
import { askedData, consultationRef, pupilFor } from './step2Asked';
import { consultableAt, titleOf } from './step2Colleagues';
import { consentLine, consentRows, knownParents, singleConsentData } from './step2Consent';
import { step2Menu } from './step2Menu';
import { heldWith } from './step2RequestAnswers';
import { answeredData, requestsData, requestsStart, withdrawData } from './step2Requests';
import { teamData, tellData, tellRef } from './step2Team';
import { dutch } from '../text/tongue';

const askData = ({ t, entries, file, school, viewer }: FormContext): Readonly<Record<string, unknown>> => {
  const people = consultableAt(school, viewer.id);
  return {
    people: people.map((one) => ({ title: titleOf(t, one), value: one.id })),
    outside: people.some(({ role }) => isOutsideSchool(role)),
    consented: hasWrittenConsent(file),
    facts: ownFacts(t, entries, school, 5, 160),
  };
};

const ibErOf = ({ school, viewer }: FormContext): string =>
  consultableAt(school, viewer.id).find(({ role }) => role === 'intern-begeleider')?.id ?? '';

const phoneOf = (context: FormContext) => {
  const { phone } = context.school.contacts.veiligThuis;
  return { phone, tel: phone.replace(/\D/g, ''), link: callLink(context.school) };
};

const requestForms = {
  'step2-consult/ask': form({
    title: 'Collega om advies vragen',
    step: 2,
    records: ['askColleagues'],
    history: true,
    data: askData,
    // the intern begeleider unless somebody else is chosen. Without a name unless it is needed (I-21).
    inputs: (context) => ({ colleagues: ibErOf(context), named: 'false' }),
  }),
  'step2-consult/requests': form({
    title: 'Gestelde vragen',
    step: 2,
    records: [],
    history: true,
    data: requestsData,
    inputs: (context) => ({ go: requestsStart(context) }),
  }),
  'step2-consult/withdraw': form({
    title: 'Vraag intrekken',
    step: 2,
    records: ['withdrawConsultation'],
    data: withdrawData,
    refs: consultationRef,
  }),
  'step2-consult/answer': form({
    title: 'Meedenken',
    step: 2,
    records: ['answerConsultation', 'seeConsultation'],
    history: true,
    named: pupilFor,
    data: askedData,
    refs: consultationRef,
  }),
  'step2-consult/addition': form({
    title: 'Iets toevoegen',
    step: 2,
    records: ['addToConsultation'],
    history: true,
    named: pupilFor,
    data: askedData,
    refs: consultationRef,
  }),
  'step2-consult/decline': form({
    title: 'Niet kunnen antwoorden',
    step: 2,
    records: ['declineConsultation'],
    history: true,
    named: pupilFor,
    data: askedData,
    refs: consultationRef,
  }),
  'step2-consult/answered': form({
    title: 'Antwoord van een collega',
    step: 2,
    records: [],
    history: true,
    data: answeredData,
  }),
  'step2-consult/outside': form({
    title: 'Overleg vastleggen',
    step: 2,
    records: ['recordOutsideConsultation'],
    data: ({ t }) => ({ roles: choicesOf(t, heldWith), contexts: choicesOf(t, consultContexts) }),
    inputs: ({ today }) => ({ role: 'intern-begeleider', context: 'persoonlijk', on: today, named: 'false' }),
  }),
} satisfies Record<string, Form>;

const consentForms = {
  'step2-consult/consent': form({
    title: 'Toestemming vastleggen',
    step: 2,
    records: ['recordConsent'],
    data: (context) => ({
      known: knownParents(context),
      consents: consentRows(context),
      consent: consentLine(context),
      custodies: choicesOf(context.t, custodies),
      outcomes: choicesOf(context.t, consentOutcomes),
    }),
    inputs: ({ file, school, today }) => ({
      custody: file.consult.custody,
      on: today,
      // A fact, and facts are Dutch.
      purpose: dutch('Open bespreken in het {step4}', { step4: school.teamNames.step4 }),
    }),
  }),
  'step2-consult/single-consent': form({
    title: 'Toestemming van één ouder',
    step: 2,
    records: ['acceptSingleConsent'],
    data: singleConsentData,
  }),
  'step2-consult/team': form({
    title: 'Bespreking in een team',
    step: 2,
    records: ['recordTeamDiscussion'],
    history: true,
    data: teamData,
    inputs: ({ today }) => ({ on: today, outsiders: 'false' }),
  }),
  'step2-consult/inform-parent': form({
    title: 'De ouder vertellen',
    step: 2,
    records: ['informParent'],
    data: tellData,
    inputs: ({ today }) => ({ on: today }),
    refs: tellRef,
  }),
  'step2-consult/waive-informing': form({
    title: 'De ouder niet vertellen',
    step: 2,
    records: ['waiveInforming'],
    data: (context) => ({ ...tellData(context), grounds: choicesOf(context.t, waiverGrounds) }),
    refs: tellRef,
  }),
} satisfies Record<string, Form>;

export const step2Forms = {
  'step2-consult/menu': step2Menu,
  ...requestForms,
  'step2-consult/veilig-thuis': form({
    title: 'Contact met Veilig Thuis',
    step: 2,
    records: ['recordVeiligThuisContact'],
    data: (context) => ({ ...phoneOf(context), urgent: flagWarning(context) }),
    inputs: ({ today }) => ({ contactDay: today, anonymous: 'true' }),
  }),
  'step2-consult/injury-expert': form({
    title: 'Letseldeskundige',
    step: 2,
    records: ['recordInjuryExpert'],
    data: (context) => ({ ...phoneOf(context), places: choicesOf(context.t, bodyPlaces) }),
    inputs: ({ today }) => ({ on: today }),
  }),
  ...consentForms,
  'step2-consult/support': form({
    title: 'Ondersteuning vragen',
    step: 2,
    records: ['askSupport'],
    data: ({ t, school }) => ({
      team: school.teamNames.step4,
      steps: steps.map(({ step }) => ({
        title: t('Stap {step}: {title}', { step, title: t(stepText(step).title).toLowerCase() }),
        value: String(step),
      })),
    }),
  }),
} satisfies Record<string, Form>;
