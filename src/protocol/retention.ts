import type { CaseFile, Recorded } from './caseFile';
import { addMonths, localDateOf, type Instant, type LocalDate } from './time';

/**
 * How long a board keeps a closed file. The AVG names no term and practice conflicts: mostly two years, elsewhere until the
 * child itself may ask for it, from sixteen (requirements 5.2). So a board says which, and why.
 */
export type RetentionRule = {
  /** From the day on which the case was closed. */
  months: number;
  /** Not before the child has this age, when the day of birth is on file; 0: whatever the age. */
  notBeforeAge: number;
  ground: string;
};

export const usualRetention: RetentionRule = {
  months: 24,
  notBeforeAge: 0,
  ground:
    'De AVG noemt geen vaste termijn, maar een dossier blijft niet langer dan nodig. Het bestuur koos de termijn die in het onderwijs gebruikelijk is.',
};

export const destructionGrounds = {
  termijn: 'De bewaartermijn is voorbij',
  verzoek: 'Iemand over wie het dossier gaat, vroeg erom',
} as const;
export type DestructionGround = keyof typeof destructionGrounds;

/** `months` and `notBeforeAge`: the board's rule at the moment of deciding. `reviewed`: the file was looked at first. */
export type Destruction = {
  ground: DestructionGround;
  reason: string;
  reviewed: boolean;
  months: number;
  notBeforeAge: number;
};
/** On what ground a file goes along to another school. Without consent only when the child needs it, with the reason why. */
export const transferGrounds = {
  schriftelijk: 'Schriftelijke toestemming van de ouders met gezag',
  zonder: 'Zonder toestemming: het is nodig voor de veiligheid van het kind',
} as const;
export type TransferGround = keyof typeof transferGrounds;
/** `to`: the school and the person there. `proof`: where the consent lies, or why it goes without. */
export type Transfer = { to: string; ground: TransferGround; proof: string; on: LocalDate; how: string };
/** Whether the other school said that it has it, for each transfer in the order in which they were recorded. */
export type TransferState = { number: number; on: LocalDate; received: boolean };

export type RetentionCommand =
  | ({ type: 'transferFile' } & Transfer)
  | { type: 'confirmReceipt'; transfer: number; receiver: string; on: LocalDate }
  | { type: 'holdFile'; until: LocalDate; reason: string }
  | ({ type: 'destroyFile' } & Destruction);
export type RetentionEvent =
  | Recorded<'FileTransferred', Transfer & { number: number }>
  | Recorded<'ReceiptConfirmed', { transfer: number; receiver: string; on: LocalDate }>
  | Recorded<'FileHeld', { until: LocalDate; reason: string }>
  | Recorded<'DestructionDecided', Destruction & { as: 'leider' | 'bestuur' }>;

export type RetentionState = {
  transfers?: readonly TransferState[];
  heldUntil?: LocalDate;
  /** From here on there is no file any more for anybody; what remains of it is on its way out. */
  destroyed?: { at: Instant; ground: DestructionGround; as: 'leider' | 'bestuur' };
};

/** Longest that a file can be held at once; then somebody looks again. */
export const mostYearsHeld = 5;

const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

/** The day on which a closed file comes up for review; undefined while the case is open. */
export const reviewDay = (file: CaseFile, rule: Omit<RetentionRule, 'ground'>): LocalDate | undefined => {
  if (file.status !== 'closed' || !file.closed) return undefined;
  const day = addMonths(localDateOf(file.closed.at), rule.months);
  const { birthDate } = file.pupil;
  const ofAge = birthDate && rule.notBeforeAge > 0 ? addMonths(birthDate, 12 * rule.notBeforeAge) : day;
  return later(later(day, ofAge), file.retention?.heldUntil ?? day);
};

export const farthestHold = (today: LocalDate): LocalDate => addMonths(today, 12 * mostYearsHeld);

export const isHeld = (file: CaseFile, today: LocalDate): boolean =>
  file.retention?.heldUntil !== undefined && today < file.retention.heldUntil;
