import type { CaseFile } from '../caseFile';
import { type ClosingCommand, closingRefusal, missingSteps } from '../closing';
import { accept, refuse, type Decision, type NewEvent } from '../decision';
import { protocol } from '../meldcode';
import { newWeighing } from '../step4Weigh';

const closes = (command: Extract<ClosingCommand, { type: 'closeCase' }>, file: CaseFile): Decision => {
  const refusal = closingRefusal(file, command.outcome);
  if (refusal) return refuse(refusal);
  const { round, answers } = file.weighing ?? newWeighing(1);
  // "another cause" weighs as question 1 without action; closing records that weighing in the same press.
  const weighed: NewEvent[] =
    command.outcome === 'andere-oorzaak' && answers.suspicion !== 'nee'
      ? [
          {
            type: 'SuspicionWeighed',
            // A round with answers in it stands; one that just began is this one, and never an earlier one again.
            round: Object.keys(answers).length > 0 ? round + 1 : round,
            answer: 'nee',
            explanation: command.reason,
            kader: protocol.kader,
          },
        ]
      : [];
  const ended = command.outcome === 'geen-actie-nodig' || command.outcome === 'andere-oorzaak';
  // Without suspicion nothing is left to decide: steps 4 and 5 follow from the weighing.
  const unexplained = missingSteps(file).filter((step) => !(ended && step >= 4) && !command.missing[step]?.trim());
  if (unexplained.length > 0) return refuse('missing-steps-need-reason');
  return accept(...weighed, { ...command, type: 'CaseClosed' });
};

export const decideClosing = (command: ClosingCommand, file: CaseFile, length: number): Decision => {
  switch (command.type) {
    case 'closeCase':
      return closes(command, file);
    case 'undoStart':
      return length === 1
        ? accept({ type: 'CaseClosed', outcome: 'vergissing', reason: '', missing: {} })
        : refuse('more-recorded');
    case 'reopenCase':
      return accept({ ...command, type: 'CaseReopened' });
    case 'correctEntry':
      return command.entry >= 1 && command.entry <= length
        ? accept({ ...command, type: 'EntryCorrected' })
        : refuse('no-such-entry');
  }
};
