import type { CaseFile } from '../caseFile';
import type { FollowUpEvent, TermAnswer } from '../followUp';
import type { PersonId } from '../roles';

const answered = (file: CaseFile, term: string, answer: TermAnswer): CaseFile => ({
  ...file,
  termAnswers: { ...file.termAnswers, [term]: { ...file.termAnswers?.[term], ...answer } },
});

const withCasemanager = (file: CaseFile, casemanager: PersonId, accepted: boolean): CaseFile =>
  file.plan ? { ...file, plan: { ...file.plan, casemanager, accepted } } : file;

export const rememberFollowUp = (file: CaseFile, event: FollowUpEvent): CaseFile => {
  switch (event.type) {
    case 'TermPostponed':
      return answered(file, event.term, { until: event.until, at: event.at });
    case 'TermPassedOn':
      return answered(file, event.term, { to: event.to, at: event.at });
    case 'ConcernSeen':
      return { ...file, seen: { ...file.seen, [event.by]: { at: event.at, as: event.as } } };
    case 'OwnerReassigned':
      return { ...file, owner: event.to };
    case 'CasemanagerReassigned':
      return withCasemanager(file, event.to, event.by === event.to);
    case 'CasemanagementDeclined':
      // A plan is never without a casemanager (I-11): until there is another, the owner is the one.
      return withCasemanager(file, file.owner, true);
  }
};

/** A term that comes again after an answer starts afresh; to whom it was passed on stays. */
export const afresh = (file: CaseFile, term: string): CaseFile => {
  const before = file.termAnswers?.[term];
  if (!before) return file;
  const { until: _over, ...rest } = before;
  return { ...file, termAnswers: { ...file.termAnswers, [term]: rest } };
};
