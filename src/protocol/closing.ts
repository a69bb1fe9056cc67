import type { CaseFile, Recorded } from './caseFile';
import type { Refusal } from './decision';
import type { Step } from './meldcode';
import { progress } from './progress';
import { leaderConfirmed } from './step4Weigh';
import { owesTelling, reportOwed } from './step5Decide';

/** How a case can end (requirements part 2; ). */
export const closings = {
  'geen-actie-nodig': 'Na wegen is geen actie nodig',
  'andere-oorzaak': 'De zorgen hebben een andere oorzaak',
  'hulp-afgerond': 'De hulp heeft gewerkt, we blijven de veiligheid volgen',
  'overgedragen-na-melding': 'Er is gemeld en Veilig Thuis heeft teruggekoppeld',
  overgedragen: 'Overgedragen aan leiding of bestuur',
  vergissing: 'Per vergissing begonnen',
} as const;

export type ClosingOutcome = keyof typeof closings;

/** What a knelpunt is about, so that they can be counted without telling a case. */
export const bottleneckThemes = {
  wachttijd: 'Wachttijd voor hulp',
  'geen-hulp': 'Passende hulp is er niet',
  bereikbaar: 'Een partner was niet bereikbaar',
  samenwerking: 'Samenwerken of gegevens delen',
  school: 'Tijd of kennis op school',
  anders: 'Iets anders',
} as const;
export type BottleneckTheme = keyof typeof bottleneckThemes;

export type Closing = {
  outcome: ClosingOutcome;
  reason: string;
  /** Why a step was not gone through, by step. */
  missing: Readonly<Partial<Record<Step, string>>>;
  /** Protocol route 5: what was advised and done, what worked, aftercare. */
  evaluation?: string;
  aftercare?: string;
  /** Knelpunt for policy, without personal data. */
  bottleneck?: string;
  bottleneckTheme?: BottleneckTheme;
  /** Who guides the pupil and parents further in the support structure. */
  furtherSupport?: string;
};

export type ClosingCommand =
  | ({ type: 'closeCase' } & Closing)
  | { type: 'undoStart' }
  | { type: 'reopenCase'; reason: string }
  | { type: 'correctEntry'; entry: number; text: string; reason: string };

export type ClosingEvent =
  | Recorded<'CaseClosed', Closing>
  | Recorded<'CaseReopened', { reason: string }>
  | Recorded<'EntryCorrected', { entry: number; text: string; reason: string }>;

/** A suspicion or a doubt that was weighed after that talk outweighs it: then question 1 is weighed anew first. */
const otherCauseStands = ({ conversations, weighing }: CaseFile): boolean => {
  const { otherCause, otherCauseAt } = conversations;
  if (!otherCause) return false;
  const { suspicion } = weighing?.answers ?? {};
  return !suspicion || suspicion === 'nee' || (weighing?.answeredAt.suspicion ?? '') <= (otherCauseAt ?? '');
};

/** Help that worked: planned, confirmed by the leader, decided upon and with its result weighed. */
const helpRefusal = ({ weighing, plan, decision1 }: CaseFile): Refusal | undefined => {
  if (weighing?.answers.result !== 'ja') return 'not-this-outcome';
  if (!plan) return 'no-plan';
  if (!leaderConfirmed(weighing)) return 'leader-first';
  return decision1 ? undefined : 'decision-1-first';
};

/** As far as the file tells, nothing was recorded since the case began; `undoStart` counts the facts. */
export const justBegun = ({ kind, openedAt, lastAt, emergency }: CaseFile): boolean =>
  kind === 'stappenplan' && lastAt === openedAt && !emergency;

/** Which ends are open to this case now; the rest say why not by their refusal. */
export const closingRefusal = (file: CaseFile, outcome: ClosingOutcome): Refusal | undefined => {
  if (file.kind !== 'stappenplan') return outcome === 'overgedragen' ? undefined : 'not-this-outcome';
  // Safety first: no case closes while a melding is owed and nobody has made it or departed from the norm (I-09).
  if (reportOwed(file)) return 'report-open';
  // I-14: parents who were not told beforehand are told afterwards, or there is a ground not to.
  if (owesTelling(file)) return 'parents-not-told';
  const { flags, suggested } = file.signals;
  // Closing is no way around the call that comes first with these suspicions.
  if (file.consult.veiligThuis.count === 0 && flags.length > 0) return 'veilig-thuis-first';
  if (file.consult.veiligThuis.count === 0 && suggested.length > 0) return 'flags-undecided';
  if (file.consult.refusals.length > 0) return 'refusal-must-be-weighed';
  // Help closes only with agreements on following the safety (I-12); a new round that says "no action" is no way around.
  const helped = file.weighing?.answers.result === 'ja' || (file.plan && outcome !== 'overgedragen-na-melding');
  if (helped && file.monitoring.length === 0) return 'monitoring-needed';
  switch (outcome) {
    case 'geen-actie-nodig':
      return file.weighing?.answers.suspicion === 'nee' ? undefined : 'not-this-outcome';
    case 'andere-oorzaak':
      return otherCauseStands(file) ? undefined : 'not-this-outcome';
    case 'hulp-afgerond':
      return helpRefusal(file);
    case 'overgedragen-na-melding':
      if (file.reports.length === 0) return 'not-this-outcome';
      return file.reports.every(({ feedback }) => feedback === 'terugkoppeling') ? undefined : 'feedback-open';
    case 'overgedragen':
    case 'vergissing': // has a command of its own
      return 'not-this-outcome';
  }
};

/** Steps that were neither gone through nor left out for a ground on record. */
export const missingSteps = (file: CaseFile): readonly Step[] =>
  file.kind === 'stappenplan'
    ? progress(file)
        .steps.filter(({ state }) => state === 'open' || state === 'bezig')
        .map(({ step }) => step)
    : [];
