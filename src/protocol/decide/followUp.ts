import type { CaseFile } from '../caseFile';
import { accept, refuse, said, type Decision } from '../decision';
import { hasSeen, mostDaysLater, type FollowUpCommand } from '../followUp';
import { isLeaderOf, type Actor } from '../roles';
import { isAboutSafety, termsOf, type Term } from '../terms';
import { addDays, localDateOf, type Instant, type LocalDate } from '../time';

const termOf = (file: CaseFile, id: string): Term | undefined => termsOf(file).find((term) => term.id === id);

const postpones = (
  { term: id, until, reason }: Extract<FollowUpCommand, { type: 'postponeTerm' }>,
  file: CaseFile,
  today: LocalDate,
): Decision => {
  const term = termOf(file, id);
  if (!term) return refuse('nothing-to-remind');
  if (!said(reason)) return refuse('reason-needed');
  if (until <= today) return refuse('not-later');
  const most = isAboutSafety(term.kind) ? mostDaysLater.safety : mostDaysLater.other;
  if (until > addDays(today, most)) return refuse('too-far');
  return accept({ type: 'TermPostponed', term: id, kind: term.kind, until, reason });
};

const passesOn = (
  { term: id, to, reason }: Extract<FollowUpCommand, { type: 'passOnTerm' }>,
  file: CaseFile,
  by: Actor,
): Decision => {
  const term = termOf(file, id);
  if (!term) return refuse('nothing-to-remind');
  if (!said(reason)) return refuse('reason-needed');
  if (to === 'casemanager' && !file.plan) return refuse('no-plan');
  const self = (to === 'owner' && by.id === file.owner) || (to === 'casemanager' && by.id === file.plan?.casemanager);
  return self ? refuse('asked-yourself') : accept({ type: 'TermPassedOn', term: id, kind: term.kind, to, reason });
};

export const decideFollowUp = (command: FollowUpCommand, file: CaseFile, by: Actor, at: Instant): Decision => {
  switch (command.type) {
    case 'postponeTerm':
      return postpones(command, file, localDateOf(at));
    case 'passOnTerm':
      return passesOn(command, file, by);
    case 'seeConcern':
      // Whoever started it has seen it all along.
      if (by.id === file.owner || hasSeen(file, by.id)) return refuse('already-answered');
      return accept({ type: 'ConcernSeen', as: isLeaderOf(by, file) ? 'leader' : 'ibEr' });
    case 'reassignOwner':
      if (command.to === file.owner) return refuse('already-answered');
      return said(command.reason)
        ? accept({ ...command, type: 'OwnerReassigned', from: file.owner })
        : refuse('reason-needed');
    case 'reassignCasemanager':
      if (!file.plan) return refuse('no-plan');
      if (command.to === file.plan.casemanager) return refuse('already-answered');
      return said(command.reason)
        ? accept({ ...command, type: 'CasemanagerReassigned', from: file.plan.casemanager })
        : refuse('reason-needed');
    case 'declineCasemanagement':
      if (!file.plan) return refuse('no-plan');
      if (file.plan.casemanager !== by.id) return refuse('not-your-role');
      if (file.plan.accepted) return refuse('already-answered');
      return said(command.reason) ? accept({ ...command, type: 'CasemanagementDeclined' }) : refuse('reason-needed');
  }
};
