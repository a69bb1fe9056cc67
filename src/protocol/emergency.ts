import type { CaseFile, Recorded } from './caseFile';
import { accept, refuse, type Decision, type NewEvent } from './decision';
import { opened, unsafe } from './duty';
import type { Opening } from './exits';
import { contacted } from './step2Consult';
import type { Instant } from './time';

/** Protocol step 2 "Noodsituaties": whom one calls. The numbers come from the board's configuration. */
export const emergencyLines = {
  '112': '112: er is levensgevaar',
  'veilig-thuis': 'Veilig Thuis: dag en nacht, ook voor crisis',
  politie: 'Politie, geen spoed',
  crisisdienst: 'Crisisdienst jeugd',
} as const;
export type EmergencyLine = keyof typeof emergencyLines;

/** What was done, written down afterwards. */
export type Emergency = {
  calledAt: Instant;
  calledBy: string;
  called: readonly EmergencyLine[];
  spokeWith: string;
  agreed: string;
  /** Veilig Thuis judged that action was needed at once. */
  immediateAction: boolean;
  /** A melding was made in the same call. */
  reported: boolean;
};

export type EmergencyCommand = { type: 'recordEmergency'; opening?: Opening } & Emergency;
export type EmergencyEvent = Recorded<'EmergencyRecorded', Emergency>;

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
