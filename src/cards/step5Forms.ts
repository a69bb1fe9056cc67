import { weighAnswers } from '../protocol/step4Weigh';
import { derivedReport, owesTelling, reportTalkOptions, reportWaiverGrounds } from '../protocol/step5Decide';
import { signalsDiscussed } from '../protocol/step3Conversation';
import { callLink } from './callLink';
import type { FormContext, Inputs } from './context';
import { choicesOf, form, type Form } from './form';
import { pickRows, yesNoChoices } from './pick';
import { step5Menu } from './step5Menu';
import { decideReportData, proposedDecision } from './step5Proposal';
import { discussReportData, feedbackData, feedbackReport, prepareReportData, reportData } from './step5Report';
import { decidedNow } from './step5State';

/** when melden is needed, also if the leader departs from it, Veilig Thuis and the family take part in decision 2. */
const helpTogether = ({ file }: FormContext): boolean =>
  file.decision1?.report === true || file.decision1?.departs === true || derivedReport(file).necessary === true;

const helpData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const { file, school } = context;
  const { help, acceptance } = file.weighing?.answers ?? {};
  return {
    ready: decidedNow(file),
    decided: file.decision1?.report ? context.t('Besluit 1 is: melden.') : context.t('Besluit 1 is: niet melden.'),
    weighed: [
      {
        title: context.t('Vraag 3, hulp mogelijk'),
        value: help ? context.t(weighAnswers[help]) : context.t('Nog geen antwoord'),
      },
      {
        title: context.t('Vraag 4, hulp aanvaard'),
        value: acceptance ? context.t(weighAnswers[acceptance]) : context.t('Nog geen antwoord'),
      },
    ],
    together: helpTogether(context),
    call: callLink(school),
    yesNo: choicesOf(context.t, yesNoChoices),
    grounds: pickRows(context.t, reportWaiverGrounds, 'Ik sprak hen wel'),
  };
};

/** Requirements part 2: decision 2 follows from questions 3 and 4; doubt decides nothing. */
const helpInputs = ({ file }: FormContext): Inputs => {
  const { help, acceptance } = file.weighing?.answers ?? {};
  const sure = (answer: string | undefined): string => (answer === 'ja' || answer === 'nee' ? answer : '');
  return { schoolCan: sure(help), familyCan: sure(acceptance), familyGround: 'geen' };
};

export const step5Forms = {
  'step5-decide/menu': step5Menu,
  'step5-decide/decide-report': form({
    title: 'Besluit 1: melden?',
    step: 5,
    records: ['decideReport'],
    data: decideReportData,
    inputs: ({ file }) => ({ decision: proposedDecision(file) }),
    refs: ({ file }) => ({ round: file.weighing?.round ?? 0 }),
  }),
  'step5-decide/prepare-report': form({
    title: 'Melding voorbereiden',
    step: 5,
    records: [],
    history: true,
    data: prepareReportData,
  }),
  'step5-decide/discuss-report': form({
    title: 'Melding bespreken',
    step: 5,
    records: ['discussReport'],
    data: discussReportData,
    inputs: ({ file, today }) => ({
      with: reportTalkOptions(file.pupil.birthDate, today)[0] ?? '',
      on: today,
      objectionSolved: 'false',
      protectionPrevails: 'geen',
    }),
  }),
  'step5-decide/waive-report-talk': form({
    title: 'Melding niet bespreken',
    step: 5,
    records: ['waiveReportTalk'],
    data: ({ t, file }) => ({
      afterwards: owesTelling(file),
      signalsToo: !signalsDiscussed(file),
      grounds: choicesOf(t, reportWaiverGrounds),
    }),
  }),
  'step5-decide/report': form({
    title: 'Melding vastleggen',
    step: 5,
    records: ['makeReport'],
    data: reportData,
    inputs: ({ school, viewer, today }) => ({
      reportedDay: today,
      reportedBy: school.nameOf(viewer.id),
      channel: 'telefoon',
      nameWithheld: 'false',
      withheldGround: 'geen',
    }),
  }),
  'step5-decide/feedback': form({
    title: 'Terugkoppeling van Veilig Thuis',
    step: 5,
    records: ['recordFeedback'],
    data: feedbackData,
    inputs: ({ today }) => ({ on: today }),
    refs: (context) => ({ report: feedbackReport(context) }),
  }),
  'step5-decide/decide-help': form({
    title: 'Besluit 2: zelf hulp?',
    step: 5,
    records: ['decideHelp'],
    data: helpData,
    inputs: helpInputs,
  }),
  'step5-decide/continues': form({
    title: 'Het stopt niet of begint opnieuw',
    step: 5,
    records: ['reportContinues'],
    data: ({ file, school }) => ({ closed: file.status === 'closed', call: callLink(school) }),
    inputs: ({ today }) => ({ on: today }),
  }),
} satisfies Record<string, Form>;
