import type { CaseFile } from '../caseFile';
import { opened, unsafe } from '../duty';
import type { EmergencyEvent } from '../emergency';
import { contacted } from '../step2Consult';

export const rememberEmergency = (file: CaseFile, event: EmergencyEvent): CaseFile => {
  const spokenTo = event.called.includes('veilig-thuis');
  const veiligThuis = spokenTo ? contacted(file.consult.veiligThuis, event.calledAt) : file.consult.veiligThuis;
  const recorded: CaseFile = {
    ...opened(file),
    emergency: { at: event.calledAt, reported: event.reported },
    consult: { ...file.consult, veiligThuis },
  };
  // action is needed at once, so a melding is owed; one made in the same call follows as its own fact.
  return event.immediateAction ? unsafe(recorded, event.at) : recorded;
};
