import type { CommandType } from '../protocol/decide';
import type { Answer } from './answer';
import { closingAnswers } from './closing';
import { emergencyAnswers } from './emergency';
import { followUpAnswers } from './followUp';
import { helpPlanAnswers } from './helpPlan';
import { intakeAnswers } from './intake';
import { lockAnswers } from './lock';
import { retentionAnswers } from './retention';
import { siblingAnswers } from './siblings';
import { step1Answers } from './step1Signals';
import { step2Answers } from './step2Consult';
import { step3Answers } from './step3Conversation';
import { step4Answers } from './step4Weigh';
import { step5Answers } from './step5Decide';

/** Every button that changes a case file, and what it means. A command without a meaning does not compile. */
export const answers: Readonly<Record<CommandType, Answer>> = {
  ...intakeAnswers,
  ...emergencyAnswers,
  ...step1Answers,
  ...step2Answers,
  ...step3Answers,
  ...step4Answers,
  ...step5Answers,
  ...helpPlanAnswers,
  ...followUpAnswers,
  ...lockAnswers,
  ...siblingAnswers,
  ...closingAnswers,
  ...retentionAnswers,
};

export const isAnswerVerb = (verb: string): verb is CommandType => Object.hasOwn(answers, verb);
