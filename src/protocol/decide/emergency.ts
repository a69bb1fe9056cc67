import type { CaseFile } from '../caseFile';
import { accept, refuse, type Decision, type NewEvent } from '../decision';
import type { EmergencyCommand } from '../emergency';
import type { Instant } from '../time';

export const decideEmergency = (command: EmergencyCommand, file: CaseFile, at: Instant): Decision => {
  const { type: _verb, opening, ...emergency } = command;
  if (emergency.calledAt > at) return refuse('in-the-future');
  if (emergency.reported && !emergency.called.includes('veilig-thuis')) return refuse('report-details-needed');
  const events: NewEvent[] = [];
  if (file.kind === 'none') {
    if (!opening) return refuse('no-such-case');
    events.push({ type: 'CaseOpened', ...opening });
  }
  events.push({ type: 'EmergencyRecorded', ...emergency });
  if (emergency.reported)
    events.push({
      type: 'ReportMade',
      number: file.reports.length + 1,
      direct: true,
      reportedAt: emergency.calledAt,
      reportedBy: emergency.calledBy,
      spokeWith: emergency.spokeWith,
      channel: 'telefoon',
      nameWithheld: false,
      agreements: emergency.agreed,
      whyDirect: 'noodsituatie',
    });
  return accept(...events);
};
