import type { CaseEvent } from '../protocol/caseFile';
import { categories } from '../protocol/step1Signals';
import { trendOf, type SafetyFigure } from '../protocol/safetyScale';
import { localDateOf, type LocalDate } from '../protocol/time';
import type { FormContext } from './context';
import type { Tongue } from '../text/tongue';

type Figure = { on: LocalDate; figure: SafetyFigure };

const figureIn = (event: CaseEvent): readonly Figure[] => {
  if (event.type === 'RiskAssessed') return event.scale ? [{ on: localDateOf(event.at), figure: event.scale }] : [];
  if (event.type !== 'ProgressRecorded' && event.type !== 'MonitoringRecorded') return [];
  return event.scale ? [{ on: event.on, figure: event.scale }] : [];
};

const trendWords = {
  hoger: 'Dat is hoger dan de vorige keer.',
  lager: 'Dat is lager dan de vorige keer.',
  gelijk: undefined,
} as const;
const SHOWN = 5;

/** The figures that were given for the child's safety, oldest first, and which way they go; '' when there are none. */
export const safetyTrend = ({ t, entries }: Pick<FormContext, 'entries' | 't'>): string => {
  const found = entries.flatMap(({ event }) => figureIn(event)).sort((a, b) => a.on.localeCompare(b.on));
  if (found.length === 0) return '';
  const line = found
    .slice(-SHOWN)
    .map(({ on, figure }) => `${figure} (${t.day(on)})`)
    .join(', ');
  const trend = trendOf(found.map(({ figure }) => figure));
  const words = trend && trendWords[trend];
  return `${t('Cijfer voor de veiligheid: {line}.', { line })} ${words ? t(words) : ''}`.trim();
};

/** What protects the child: signals of that kind, and what the weigher named. */
export const protectionIn = (
  t: Tongue,
  event: CaseEvent,
): { label: string; on: LocalDate; text: string } | undefined => {
  if (event.type === 'SignalRecorded' && event.category === 'BF')
    return { label: t(categories.BF.title), on: event.happenedOn, text: event.text };
  if (event.type === 'RiskAssessed' && event.protects)
    return { label: t(categories.BF.title), on: localDateOf(event.at), text: event.protects };
  return undefined;
};
