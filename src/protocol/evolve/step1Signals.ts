import type { CaseFile } from '../caseFile';
import { suggestedBy, type Direction, type Step1Event, type SignalsState } from '../step1Signals';

const counted: Record<Direction, 'concern' | 'against' | 'unclear'> = {
  'wijst-op-zorg': 'concern',
  'spreekt-tegen': 'against',
  onduidelijk: 'unclear',
};

export const rememberSignals = (file: CaseFile, event: Step1Event): CaseFile => {
  const { signals } = file;
  const now = (change: Partial<SignalsState>): CaseFile => ({ ...file, signals: { ...signals, ...change } });
  switch (event.type) {
    case 'SignalRecorded': {
      const pointsTo = event.direction === 'spreekt-tegen' ? [] : suggestedBy(event.category);
      const open = pointsTo.filter((flag) => !signals.flags.includes(flag) && !signals.suggested.includes(flag));
      const count = counted[event.direction];
      return now({ [count]: signals[count] + 1, suggested: [...signals.suggested, ...open] });
    }
    case 'FlagsConfirmed':
      return now({ flags: event.flags, suggested: [] });
    case 'ContactRecorded':
      return now({
        contacts: signals.contacts + 1,
        ...(event.withRole === 'ouder' &&
          event.on > (signals.lastParentContact ?? '') && { lastParentContact: event.on }),
      });
    case 'ChildVoiceRecorded':
      return now({ childVoices: signals.childVoices + 1 });
    case 'SignalsMapped':
      return now({ mapped: signals.mapped + 1 });
  }
};
