import type { CaseEvent } from './caseFile';

/** An event before it is stamped with who and when. */
export type Unstamped<E> = E extends unknown ? Omit<E, 'at' | 'by'> : never;
export type NewEvent = Unstamped<CaseEvent>;

/** Why something is not recorded. The Dutch words are in text/nl.ts. */
export type Refusal =
  | 'no-such-case'
  | 'case-closed'
  | 'case-open'
  | 'steps-frozen'
  | 'not-your-role'
  | 'already-answered'
  | 'not-asked'
  | 'in-the-future'
  | 'flag-needs-reason'
  | 'flags-changed'
  | 'unknown-colleague'
  | 'asked-yourself'
  | 'outside-needs-ground'
  | 'anonymous-needs-reason'
  | 'consent-needed'
  | 'consent-needs-place'
  | 'nothing-to-tell'
  | 'report-details-needed'
  | 'veilig-thuis-first'
  | 'flags-undecided'
  | 'second-or-reason'
  | 'at-risk-needed'
  | 'weighing-changed'
  | 'weigh-again'
  | 'refusal-must-be-weighed'
  | 'with-veilig-thuis'
  | 'four-eyes'
  | 'nothing-to-confirm'
  | 'weighing-incomplete'
  | 'leader-first'
  | 'only-leader-departs'
  | 'departure-needs-veilig-thuis'
  | 'decision-1-first'
  | 'help-needs-veilig-thuis'
  | 'help-needs-family'
  | 'not-at-this-age'
  | 'objection-must-be-weighed'
  | 'parents-not-told'
  | 'signals-not-discussed'
  | 'withheld-needs-ground'
  | 'plan-needs-term'
  | 'plan-needs-goal'
  | 'plan-needs-roles'
  | 'plan-needs-casemanager'
  | 'plan-needs-task'
  | 'no-plan'
  | 'no-such-entry'
  | 'monitoring-needed'
  | 'not-this-outcome'
  | 'more-recorded'
  | 'report-open'
  | 'feedback-open'
  | 'missing-steps-need-reason'
  | 'nothing-to-remind'
  | 'reason-needed'
  | 'not-later'
  | 'too-far'
  | 'review-first'
  | 'still-followed'
  | 'kept-until-later'
  | 'held-too-long'
  | 'two-keepers-needed'
  | 'locked-to-two';

/** Was something written? Spaces alone give no reason and name nobody. */
export const said = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

export type Decision = { events: readonly NewEvent[] } | { refusal: Refusal };

export const accept = (...events: readonly NewEvent[]): Decision => ({ events });
export const refuse = (refusal: Refusal): Decision => ({ refusal });
