import type { CaseFile } from '../caseFile';
import { accept, refuse, said, type Decision, type Refusal } from '../decision';
import { reportedSince } from '../duty';
import { protocol } from '../meldcode';
import { confirmsAlone, isLeaderOf, type Actor } from '../roles';
import {
  type WeighAnswer,
  type QuestionId,
  questionOf,
  type Acceptance,
  type GoalResult,
  type Step4Command,
  type Weighing,
  newWeighing,
  weighsTogether,
} from '../step4Weigh';
import { localDateOf, type Instant, type LocalDate } from '../time';

const all = (...answers: readonly WeighAnswer[]): WeighAnswer =>
  answers.includes('nee') ? 'nee' : answers.includes('twijfel') ? 'twijfel' : 'ja';

const some = (...answers: readonly WeighAnswer[]): WeighAnswer =>
  answers.includes('ja') ? 'ja' : answers.includes('twijfel') ? 'twijfel' : 'nee';

/** one key person who refuses makes it a no; somebody unknown, or nobody named, makes it a doubt. */
const accepted = (people: readonly { accepts: Acceptance }[], active: WeighAnswer): WeighAnswer =>
  all(
    active,
    ...(people.length === 0 ? (['twijfel'] as const) : []),
    ...people.map(
      ({ accepts }): WeighAnswer => (({ aanvaardt: 'ja', niet: 'nee', onbekend: 'twijfel' }) as const)[accepts],
    ),
  );

/** agreed results on safety, welfare and recovery, and each goal of the plan. */
const reached = (parts: readonly WeighAnswer[], goals: readonly GoalResult[]): WeighAnswer =>
  all(
    ...parts,
    ...goals.map((goal): WeighAnswer => (({ behaald: 'ja', deels: 'twijfel', niet: 'nee' }) as const)[goal]),
  );

const questionAsked = {
  weighSuspicion: 'suspicion',
  weighSafety: 'safety',
  weighHelp: 'help',
  weighAcceptance: 'acceptance',
  weighResult: 'result',
} as const satisfies Record<string, QuestionId>;

const asksForReport = (id: QuestionId, { answers }: Weighing): boolean => {
  const answer = answers[id];
  return answer !== undefined && questionOf(id).leads[answer].report !== undefined;
};

type WeighCommand = Extract<Step4Command, { type: keyof typeof questionAsked }>;

const weighs = (command: WeighCommand, file: CaseFile, today: LocalDate): Decision => {
  const question = questionAsked[command.type];
  const weighing = file.weighing ?? newWeighing(1);
  if (command.round !== weighing.round) return refuse('weighing-changed');
  // Once decided upon, questions 1 to 4 stand: weighing anew is a new round (R-020, I-04).
  if (question !== 'result' && file.decision1?.round === weighing.round) return refuse('weigh-again');
  // An answer that called for a melding is not taken back by answering again before one is made (I-09).
  if (asksForReport(question, weighing) && !reportedSince(file, weighing.answeredAt[question]))
    return refuse('weigh-again');
  if (command.type === 'weighHelp' || command.type === 'weighAcceptance' || command.type === 'weighResult') {
    const { veiligThuisName, veiligThuisOn } = command;
    if (weighsTogether(weighing) && !(said(veiligThuisName) && veiligThuisOn)) return refuse('with-veilig-thuis');
    if (veiligThuisOn && veiligThuisOn > today) return refuse('in-the-future');
  }
  const kader = protocol.kader;
  switch (command.type) {
    case 'weighSuspicion':
      return accept({ ...command, type: 'SuspicionWeighed', kader });
    case 'weighSafety':
      return accept({ ...command, type: 'SafetyWeighed', answer: some(command.acute, command.structural), kader });
    case 'weighHelp':
      return accept({ ...command, type: 'HelpWeighed', answer: all(command.effective, command.averts), kader });
    case 'weighAcceptance':
      return accept({ ...command, type: 'AcceptanceWeighed', answer: accepted(command.people, command.active), kader });
    case 'weighResult': {
      const answer = reached([command.safety, command.welfare, command.recovery], command.goals);
      return accept({ ...command, type: 'ResultWeighed', answer, kader });
    }
  }
};

const confirmationRefusal = (command: { round: number }, file: CaseFile, by: Actor): Refusal | undefined => {
  if (!isLeaderOf(by, file)) return 'not-your-role';
  if (!file.weighing || file.weighing.given === 0) return 'nothing-to-confirm';
  return command.round === file.weighing.round ? undefined : 'weighing-changed';
};

export const decideWeighing = (command: Step4Command, file: CaseFile, by: Actor, at: Instant): Decision => {
  const weighing = file.weighing ?? newWeighing(1);
  switch (command.type) {
    case 'startWeighing':
      return accept({ type: 'WeighingStarted', round: file.weighing ? weighing.round + 1 : 1, reason: command.reason });
    case 'assessRisk':
      if (command.round !== weighing.round) return refuse('weighing-changed');
      if (file.consult.refusals.length > 0 && !said(command.refusalWeighed)) return refuse('refusal-must-be-weighed');
      return accept({ ...command, type: 'RiskAssessed' });
    case 'weighSuspicion':
    case 'weighSafety':
    case 'weighHelp':
    case 'weighAcceptance':
    case 'weighResult':
      return weighs(command, file, localDateOf(at));
    case 'confirmWeighing': {
      const refusal = confirmationRefusal(command, file, by);
      if (refusal) return refuse(refusal);
      if (command.shown !== weighing.given) return refuse('weighing-changed');
      if (weighing.authors.includes(by.id) && !confirmsAlone(by, file)) return refuse('four-eyes');
      // a weighing that passes over a refused consent is not ready to be confirmed.
      if (file.consult.refusals.length > 0) return refuse('refusal-must-be-weighed');
      // The keys of `answers` are question ids by its type.
      const confirmed = Object.keys(weighing.answers) as QuestionId[];
      return accept({ ...command, type: 'WeighingConfirmed', questions: confirmed });
    }
    case 'requestTalk': {
      const refusal = confirmationRefusal(command, file, by);
      return refusal ? refuse(refusal) : accept({ ...command, type: 'TalkRequested' });
    }
  }
};
