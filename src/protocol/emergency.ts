import type { Recorded } from './caseFile';
import type { Opening } from './exits';
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
