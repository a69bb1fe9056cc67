import type { CaseFile } from '../protocol/caseFile';
import { arrivals, type MonitoringState, type PlanState, type ReferralState } from '../protocol/helpPlan';
import { weighAnswers, type WeighAnswer } from '../protocol/step4Weigh';
import type { LocalDate } from '../protocol/time';
import type { Tongue } from '../text/tongue';

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

const talkWords = (t: Tongue, on: LocalDate, done: boolean, today: LocalDate): string => {
  if (done) return t('Gedaan');
  return on < today ? t('Nog niet. Afgesproken op {day}', { day: t.day(on) }) : t('Op {day}', { day: t.day(on) });
};

type Row = { title: string; value: string };

const planRows = (t: Tongue, file: CaseFile, plan: PlanState, today: LocalDate): readonly Row[] => {
  const { until, interim, goals, accepted, interimDone, endDone } = plan;
  const result = resultOf(file, plan);
  return [
    {
      title: t('Hulpplan'),
      value:
        until > today
          ? t('Loopt tot {day}', { day: t.day(until) })
          : t('De termijn kwam op {day}', { day: t.day(until) }),
    },
    { title: t('Doelen'), value: String(goals) },
    { title: t('Casemanager'), value: accepted ? t('Bevestigd') : t('Gevraagd, nog niet bevestigd') },
    {
      title: t('Ouder weet van het plan'),
      value: parentKnows(file, plan) ? t('Ja, of met reden niet') : t('Nog niet'),
    },
    ...(interim ? [{ title: t('Tussentijds gesprek'), value: talkWords(t, interim, interimDone, today) }] : []),
    { title: t('Gesprek na afloop'), value: talkWords(t, until, endDone, today) },
    { title: t('Vraag 5: resultaat'), value: result ? t(weighAnswers[result]) : t('Op {day}', { day: t.day(until) }) },
  ];
};

const referralRow = (t: Tongue, { on, arrived }: ReferralState, i: number): Row => ({
  title: t('Verwijzing {number}', { number: i + 1 }),
  value: t('Op {day}. Aangekomen: {arrived}', {
    day: t.day(on),
    arrived: arrived ? t(arrivals[arrived]).toLowerCase() : t('nog niet gevraagd'),
  }),
});

const monitoringRow = (t: Tongue, { next, until }: MonitoringState, i: number): Row => ({
  title: t('Veiligheid volgen {number}', { number: i + 1 }),
  value: next
    ? t('Kijken op {day}, tot en met {day2}', { day: t.day(next), day2: t.day(until) })
    : t('Klaar op {day}', { day: t.day(until) }),
});

const NEWEST = 4;

/** Where help and following stand, in our own words; nothing that people typed. */
export const planStatus = (t: Tongue, file: CaseFile, today: LocalDate): readonly Row[] => [
  ...(file.plan ? planRows(t, file, file.plan, today) : [{ title: t('Hulpplan'), value: t('Nog niet gemaakt') }]),
  ...file.referrals.map((one, i) => referralRow(t, one, i)).slice(-NEWEST),
  ...file.monitoring.map((one, i) => monitoringRow(t, one, i)).slice(-NEWEST),
];
