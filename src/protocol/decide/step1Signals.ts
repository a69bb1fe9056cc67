import type { CaseFile } from '../caseFile';
import { accept, refuse, said, type Decision } from '../decision';
import type { Step1Command } from '../step1Signals';
import type { LocalDate } from '../time';

/**
 * Taking a flag away lifts the gate before the talk with the parent. That gate opens only by a contact with Veilig Thuis,
 * not by a word of the teacher or the leader; after that contact it still needs a reason on record.
 */
const confirms = (command: Extract<Step1Command, { type: 'confirmFlags' }>, file: CaseFile): Decision => {
  const { type: _verb, shown, ...confirmed } = command;
  const unseen = file.signals.suggested.some((flag) => !command.flags.includes(flag) && !shown?.includes(flag));
  if (shown && unseen) return refuse('flags-changed');
  const takesAway = file.signals.flags.some((flag) => !command.flags.includes(flag));
  if (takesAway && file.consult.veiligThuis.count === 0) return refuse('veilig-thuis-first');
  return takesAway && !said(command.reason)
    ? refuse('flag-needs-reason')
    : accept({ type: 'FlagsConfirmed', ...confirmed });
};

export const decideSignals = (command: Step1Command, file: CaseFile, today: LocalDate): Decision => {
  switch (command.type) {
    case 'recordSignal':
      return command.happenedOn > today ? refuse('in-the-future') : accept({ ...command, type: 'SignalRecorded' });
    case 'confirmFlags':
      return confirms(command, file);
    case 'recordContact':
      return command.on > today ? refuse('in-the-future') : accept({ ...command, type: 'ContactRecorded' });
    case 'recordChildVoice':
      return command.on > today ? refuse('in-the-future') : accept({ ...command, type: 'ChildVoiceRecorded' });
    case 'mapSignals':
      return accept({ ...command, type: 'SignalsMapped' });
  }
};
