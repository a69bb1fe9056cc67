import type { CaseEvent } from '../../src/protocol/caseFile';
import type { Command } from '../../src/protocol/decide';
import type { QuestionId, WeighAnswer } from '../../src/protocol/step4Weigh';
import type { LocalDate } from '../../src/protocol/time';
import { leader, yesterday } from './given';
import {
  acceptanceWeighed,
  helpWeighed,
  resultWeighed,
  safetyWeighed,
  suspicionWeighed,
  weighAcceptance,
  weighHelp,
  weighingConfirmed,
  weighResult,
  weighSafety,
  weighSuspicion,
} from './laterSamples';

/** The weighing by question and answer, as the tests of steps 4 and 5 speak of it. */
export type Answers = Partial<Record<QuestionId, WeighAnswer>>;
export const questionIds = ['suspicion', 'safety', 'help', 'acceptance', 'result'] as const;
export const weighAnswers = ['ja', 'nee', 'twijfel'] as const;

/** Question gone through with Veilig Thuis: with whom, and when (I-10). */
export const together = { veiligThuisName: 'Karin', veiligThuisOn: yesterday } as const;

const acceptanceOf = { ja: 'aanvaardt', nee: 'niet', twijfel: 'onbekend' } as const;

type Circumstances = { round?: number; veiligThuisName?: string; veiligThuisOn?: LocalDate };

/** The command that gives this answer to this question. */
export const weigh = (question: QuestionId, answer: WeighAnswer, more: Circumstances = {}): Command => {
  switch (question) {
    case 'suspicion':
      return weighSuspicion({ answer, ...more });
    case 'safety':
      return weighSafety({ acute: answer, structural: 'nee', ...more });
    case 'help':
      return weighHelp({ effective: answer, ...more });
    case 'acceptance':
      return weighAcceptance({ people: [{ name: 'Moeder', accepts: acceptanceOf[answer] }], ...more });
    case 'result':
      return weighResult({ safety: answer, ...more });
  }
};

/** The fact that this answer was given to this question. */
export const weighed = (
  question: QuestionId,
  answer: WeighAnswer,
  more: { round?: number; at?: string; by?: string } = {},
): CaseEvent => {
  switch (question) {
    case 'suspicion':
      return suspicionWeighed({ answer, ...more });
    case 'safety':
      return safetyWeighed({ answer, acute: answer, ...more });
    case 'help':
      return helpWeighed({ answer, effective: answer, ...more });
    case 'acceptance':
      return acceptanceWeighed({ answer, people: [{ name: 'Moeder', accepts: acceptanceOf[answer] }], ...more });
    case 'result':
      return resultWeighed({ answer, safety: answer, ...more });
  }
};

/** The facts of these answers, in the order of the questions. */
export const answered = (answers: Answers, more: Parameters<typeof weighed>[2] = {}): CaseEvent[] =>
  questionIds.flatMap((question) => {
    const answer = answers[question];
    return answer ? [weighed(question, answer, more)] : [];
  });

/** The leader confirmed all of these answers. */
export const confirmed = (answers: Answers, round = 1): CaseEvent => {
  const questions = questionIds.filter((question) => answers[question]);
  return weighingConfirmed({ by: leader.id, round, shown: questions.length, questions });
};

export const everyStepExplained = { 1: 'Reden', 2: 'Reden', 3: 'Reden', 4: 'Reden', 5: 'Reden' } as const;
