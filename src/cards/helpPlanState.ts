import type { CaseFile } from '../protocol/caseFile';
import { arrivals, type MonitoringState, type PlanState, type ReferralState } from '../protocol/helpPlan';
import { weighAnswers, type WeighAnswer } from '../protocol/step4Weigh';
import type { LocalDate } from '../protocol/time';
import { dutchDay } from './entry';

/** Referrals of which nobody knows yet that the parent arrived; the one to ask about first comes first. */
export const awaitedArrivals = ({ referrals }: CaseFile): readonly ReferralState[] =>
  referrals.filter(({ arrived }) => arrived !== 'ja').sort((a, b) => a.askOn.localeCompare(b.askOn));

type Running = MonitoringState & { next: LocalDate };

/** Agreements under which somebody must look again; the first to come stands first. */
export const runningMonitoring = ({ monitoring }: CaseFile): readonly Running[] =>
  monitoring
    .flatMap(({ id, until, next }) => (next ? [{ id, until, next }] : []))
    .sort((a, b) => a.next.localeCompare(b.next));

/** The answer to question 5 about this plan; an answer from before it is about another one. */
export const resultOf = ({ weighing }: CaseFile, plan: PlanState): WeighAnswer | undefined =>
  (weighing?.answeredAt.result ?? '') >= plan.madeAt ? weighing?.answers.result : undefined;

export const parentKnows = ({ consult }: CaseFile, plan: PlanState): boolean =>
  !consult.toTell.some(({ about }) => about === plan.id);

const talkWords = (on: LocalDate, done: boolean, today: LocalDate): string => {
  if (done) return 'Gedaan';
  return on < today ? `Nog niet. Afgesproken op ${dutchDay(on)}` : `Op ${dutchDay(on)}`;
};

type Row = { title: string; value: string };

const planRows = (file: CaseFile, plan: PlanState, today: LocalDate): readonly Row[] => {
  const { until, interim, goals, accepted, interimDone, endDone } = plan;
  const result = resultOf(file, plan);
  return [
    {
      title: 'Hulpplan',
      value: until > today ? `Loopt tot ${dutchDay(until)}` : `De termijn kwam op ${dutchDay(until)}`,
    },
    { title: 'Doelen', value: String(goals) },
    { title: 'Casemanager', value: accepted ? 'Bevestigd' : 'Gevraagd, nog niet bevestigd' },
    { title: 'Ouder weet van het plan', value: parentKnows(file, plan) ? 'Ja, of met reden niet' : 'Nog niet' },
    ...(interim ? [{ title: 'Tussentijds gesprek', value: talkWords(interim, interimDone, today) }] : []),
    { title: 'Gesprek na afloop', value: talkWords(until, endDone, today) },
    { title: 'Vraag 5: resultaat', value: result ? weighAnswers[result] : `Op ${dutchDay(until)}` },
  ];
};

const referralRow = ({ on, arrived }: ReferralState, i: number): Row => ({
  title: `Verwijzing ${i + 1}`,
  value: `Op ${dutchDay(on)}. Aangekomen: ${arrived ? arrivals[arrived].toLowerCase() : 'nog niet gevraagd'}`,
});

const monitoringRow = ({ next, until }: MonitoringState, i: number): Row => ({
  title: `Veiligheid volgen ${i + 1}`,
  value: next ? `Kijken op ${dutchDay(next)}, tot en met ${dutchDay(until)}` : `Klaar op ${dutchDay(until)}`,
});

const NEWEST = 4;

/** Where help and following stand, in our own words; nothing that people typed. */
export const planStatus = (file: CaseFile, today: LocalDate): readonly Row[] => [
  ...(file.plan ? planRows(file, file.plan, today) : [{ title: 'Hulpplan', value: 'Nog niet gemaakt' }]),
  ...file.referrals.map(referralRow).slice(-NEWEST),
  ...file.monitoring.map(monitoringRow).slice(-NEWEST),
];
