import type { CaseEvent, CaseFile } from './caseFile';
import { progress } from './progress';
import { countSignals } from './step1Signals';
import { signalsDiscussed } from './step3Conversation';
import { leaderConfirmed } from './step4Weigh';
import { owesTelling, reportOwed } from './step5Decide';

/** What the national complaints committee for education (LKC) asks of a school that reported (requirements 5.2). */
export const checkQuestions = {
  ownCode: 'Zijn alle stappen gezet, of staat er waarom niet?',
  reason: 'Staat er genoeg om je zorgen op te baseren?',
  apart: 'Staan feiten, uitspraken en indrukken apart?',
  sources: 'Staat bij elk signaal van wie het komt?',
  reports: 'Is van elk gesprek bekend of het verslag is getekend?',
  parentsTold: 'Weten de ouders van de zorgen, of staat er waarom niet?',
  meldingTold: 'Is de melding met de ouders besproken, of staat er waarom niet?',
  objections: 'Is een bezwaar van ouders of leerling gewogen?',
  doubt: 'Is bij twijfel Veilig Thuis gevraagd?',
  decider: 'Heeft de schoolleider de weging bevestigd?',
  order: 'Klopt de volgorde: eerst wegen, dan besluit 1, dan besluit 2?',
} as const;
export type CheckQuestion = keyof typeof checkQuestions;

/** `nvt`: not asked in this case (yet). Open never stops an urgent melding. */
export type CheckState = 'goed' | 'open' | 'nvt';
export type CheckLine = { id: CheckQuestion; state: CheckState };

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;
const all = <T extends CaseEvent['type']>(events: readonly CaseEvent[], type: T): readonly Of<T>[] =>
  events.filter((event): event is Of<T> => event.type === type);

const when = (asked: boolean, good: boolean): CheckState => (asked ? (good ? 'goed' : 'open') : 'nvt');

const doubted = (events: readonly CaseEvent[]): boolean =>
  events.some((event) => 'answer' in event && event.answer === 'twijfel');

const inOrder = ({ decision1, decision2 }: CaseFile, events: readonly CaseEvent[]): boolean => {
  const weighed = events.findIndex(({ type }) => type === 'SuspicionWeighed');
  const decided = events.findIndex(({ type }) => type === 'ReportDecided');
  const early = decided >= 0 && (weighed < 0 || decided < weighed);
  return !early && !(decision1 && decision2 && decision2.at < decision1.at);
};

/** Can this file stand the committee's questions? From the file and its whole history; blocks nothing. */
export const dossierCheck = (file: CaseFile, events: readonly CaseEvent[]): readonly CheckLine[] => {
  const signals = all(events, 'SignalRecorded');
  const melding = file.reports.length > 0 || reportOwed(file);
  const talked = all(events, 'ReportDiscussed');
  const objected = talked.filter(({ objection, objectionSolved }) => objection && objectionSolved !== true);
  const states: Readonly<Record<CheckQuestion, CheckState>> = {
    ownCode: when(
      true,
      progress(file).steps.every(({ state }) => state === 'gedaan' || state === 'overgeslagen'),
    ),
    reason: when(true, countSignals(file) > 0),
    apart: when(
      signals.length > 0,
      signals.some(({ nature }) => nature !== 'mening'),
    ),
    sources: when(
      signals.length > 0,
      signals.every(({ source, sourceName }) => source === 'zelf' || source === 'kind' || Boolean(sourceName)),
    ),
    reports: when(all(events, 'ConversationRecorded').length > 0, file.conversations.signaturesOpen.length === 0),
    parentsTold: when(true, signalsDiscussed(file)),
    meldingTold: when(melding, file.reportTalk !== undefined && !owesTelling(file)),
    objections: when(
      objected.length > 0,
      objected.every(({ weighedNecessity, protectionPrevails }) => Boolean(weighedNecessity && protectionPrevails)),
    ),
    doubt: when(doubted(events), file.consult.veiligThuis.count > 0),
    decider: when(
      file.weighing?.answers.suspicion !== undefined && file.weighing.answers.suspicion !== 'nee',
      file.weighing !== undefined && leaderConfirmed(file.weighing),
    ),
    order: when(file.decision1 !== undefined, inOrder(file, events)),
  };
  // Object.keys of a const table gives exactly its keys; TypeScript widens them to string.
  return (Object.keys(checkQuestions) as CheckQuestion[]).map((id) => ({ id, state: states[id] }));
};
