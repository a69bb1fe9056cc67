import { carriers, type FollowUpEvent } from '../../protocol/followUp';
import { termLabels } from '../../text/nl';
import { described, dutchDay, type Describing, type Description } from '../entry';

/** Reminders that were put off or passed on, and who took the case over, in words. */
export const describeFollowUp = (event: FollowUpEvent, words: Describing): Description => {
  switch (event.type) {
    case 'TermPostponed':
      return described(
        'Herinnering uitgesteld',
        ['Waarover', termLabels[event.kind]],
        ['Tot', dutchDay(event.until)],
        ['Reden', event.reason, 'mening'],
      );
    case 'TermPassedOn':
      return described(
        'Herinnering doorgezet',
        ['Waarover', termLabels[event.kind]],
        ['Naar', carriers[event.to]],
        ['Reden', event.reason, 'mening'],
      );
    case 'ConcernSeen':
      return described('De zorg is gezien', ['Door', words.nameOf(event.by)]);
    case 'OwnerReassigned':
      return described(
        'Zaak overgedragen',
        ['Van', words.nameOf(event.from)],
        ['Naar', words.nameOf(event.to)],
        ['Reden', event.reason, 'mening'],
      );
    case 'CasemanagerReassigned':
      return described(
        'Andere casemanager gekozen',
        ['Was', words.nameOf(event.from)],
        ['Wordt', words.nameOf(event.to)],
        ['Reden', event.reason, 'mening'],
      );
    case 'CasemanagementDeclined':
      return described('Kan geen casemanager zijn', ['Wie', words.nameOf(event.by)], ['Reden', event.reason, 'mening']);
  }
};
