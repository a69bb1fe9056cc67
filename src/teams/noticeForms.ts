import type { FormName } from '../cards/forms';
import type { CaseFile } from '../protocol/caseFile';
import { isKeeper } from '../protocol/lock';
import type { NoticeKind } from '../protocol/notices';
import type { PersonId } from '../protocol/roles';

/** Notices that are answered on a card of their own; the others lead to the case. */
export const noticeForms: Readonly<Partial<Record<NoticeKind, FormName>>> = {
  consultationAnswered: 'step2-consult/answered',
  consultationAddedTo: 'step2-consult/answered',
  talkRequested: 'step4-weigh/menu',
  secondLeft: 'step3-conversation/plan',
  taskLeft: 'plan/menu',
  resultNegative: 'step4-weigh/report-now',
  continues: 'step4-weigh/report-now',
  keeperNeeded: 'lock/lock',
  samePupil: 'family/same-pupil',
};

/** Notices that are the question themselves; in a line they lead to it. */
export const ownCards: Readonly<Partial<Record<NoticeKind, FormName>>> = {
  consultationAsked: 'step2-consult/answer',
  leaderInformed: 'step4-weigh/confirm',
  weighingToConfirm: 'step4-weigh/confirm',
  directReport: 'step4-weigh/confirm',
  casemanagerAsked: 'plan/casemanager',
};

/** What somebody hears who has nothing more to do with a case: that something was theirs, or is asked of them, and no more. */
const withoutCase: readonly NoticeKind[] = ['consultationWithdrawn', 'ownerMoved', 'casemanagerMoved', 'keeperNeeded'];

/**
 * The accused hears nothing more of the case, whatever was on its way to them before, and whoever stands outside a case
 * for two only what says nothing of it.
 */
export const mayHear = ({ exit, lock }: CaseFile, id: PersonId, kind: NoticeKind): boolean =>
  exit?.accused !== id && (!lock || isKeeper(lock, id) || withoutCase.includes(kind));
