import { carriers, type FollowUpEvent } from '../../protocol/followUp';
import { described, type Describing, type Description } from '../entry';

/** Reminders that were put off or passed on, and who took the case over, in words. */
export const describeFollowUp = (event: FollowUpEvent, words: Describing): Description => {
  switch (event.type) {
    case 'TermPostponed':
      return described(
        words.t('Herinnering uitgesteld'),
        [words.t('Waarover'), words.t.termLabels[event.kind]],
        [words.t('Tot'), words.t.day(event.until)],
        [words.t('Reden'), event.reason, 'mening'],
      );
    case 'TermPassedOn':
      return described(
        words.t('Herinnering doorgezet'),
        [words.t('Waarover'), words.t.termLabels[event.kind]],
        [words.t('Naar'), words.t(carriers[event.to])],
        [words.t('Reden'), event.reason, 'mening'],
      );
    case 'ConcernSeen':
      return described(words.t('De zorg is gezien'), [words.t('Door'), words.nameOf(event.by)]);
    case 'OwnerReassigned':
      return described(
        words.t('Zaak overgedragen'),
        [words.t('Van'), words.nameOf(event.from)],
        [words.t('Naar'), words.nameOf(event.to)],
        [words.t('Reden'), event.reason, 'mening'],
      );
    case 'CasemanagerReassigned':
      return described(
        words.t('Andere casemanager gekozen'),
        [words.t('Was'), words.nameOf(event.from)],
        [words.t('Wordt'), words.nameOf(event.to)],
        [words.t('Reden'), event.reason, 'mening'],
      );
    case 'CasemanagementDeclined':
      return described(
        words.t('Kan geen casemanager zijn'),
        [words.t('Wie'), words.nameOf(event.by)],
        [words.t('Reden'), event.reason, 'mening'],
      );
  }
};
