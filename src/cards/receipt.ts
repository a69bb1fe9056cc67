import type { CaseEvent } from '../protocol/caseFile';
import { shownLines } from './chronology';
import type { SchoolView } from './context';
import { describeEntry } from './entries';
import type { Card, RenderCard } from './render';

export type Receipt = {
  caseId: string;
  events: readonly CaseEvent[];
  school: SchoolView;
  /** Whether the reader may open the case itself. */
  seesFile: boolean;
  /** Names of who hears of it; empty when nobody does. */
  told: string;
};

/** Lines of the longest fact, with room to spare: whoever recorded it sees all of it once. */
const WHOLE = 24;

/** The answer to a colleague to which whoever gave it can add later. */
const answerIn = (events: readonly CaseEvent[]): string =>
  events.flatMap((event) =>
    event.type === 'ConsultationAnswered' || event.type === 'ConsultationAddedTo' ? [event.consultation] : [],
  )[0] ?? '';

/** What an answered card becomes: that it was recorded, what, when and by whom. */
export const receiptCard = (render: RenderCard, { caseId, events, school, seesFile, told }: Receipt): Card => {
  const { t } = school;
  const descriptions = events.map((event) => describeEntry(event, school));
  const first = events[0];
  return render('shared/receipt', {
    case: caseId,
    title: [...new Set(descriptions.map(({ title }) => title))].join(', ') || t('Vastgelegd'),
    when: first ? t.moment(first.at) : '',
    by: first ? school.nameOf(first.by) : '',
    lines: descriptions.flatMap((description) => shownLines(t, description, WHOLE)).slice(0, WHOLE),
    seesFile,
    addTo: answerIn(events),
    told,
  });
};
