import { safetyScale } from '../protocol/safetyScale';
import { safetyTrend } from './safetyTrend';
import { arrivals, safetyNow, type MonitoringState, type ReferralState } from '../protocol/helpPlan';
import { callLink } from './callLink';
import type { FormContext } from './context';
import { choicesOf } from './form';
import { shorten } from './factsOnFile';
import { awaitedArrivals, runningMonitoring } from './helpPlanState';
import { correctionOf, type Said } from './step4Inputs';

type Data = Readonly<Record<string, unknown>>;

const SHOWN = 400;
const none = 'geen';

const said = (label: string, text: string): Said => ({ label: `${label}: `, text: shorten(text, SHOWN) });
const corrected = ({ t, entries }: FormContext, seq: number): readonly Said[] => {
  const mended = correctionOf(entries, seq);
  return mended ? [said(t('Verbeterd'), mended)] : [];
};

/** The referral that this card asks about: the one pointed to, else the first to ask about. */
const referralOf = ({ about, file }: FormContext): ReferralState | undefined =>
  about === undefined ? awaitedArrivals(file)[0] : file.referrals.find(({ id }) => id === about);

export const referralRef = (context: FormContext): { referral: string } => ({
  referral: referralOf(context)?.id ?? none,
});

export const arrivalData = (context: FormContext): Data => {
  const referral = referralOf(context);
  const waits = referral !== undefined && referral.arrived !== 'ja';
  const lines = context.entries.flatMap(({ seq, event }) =>
    event.type === 'ParentReferred' && event.id === referral?.id
      ? [
          said(context.t('Verwezen naar'), event.to),
          said(context.t('Waarvoor'), event.purpose),
          said(context.t('Verwezen op'), context.t.day(event.on)),
          ...corrected(context, seq),
        ]
      : [],
  );
  return {
    waits,
    notice: referral
      ? context.t('De ouder is al aangekomen bij de hulp.')
      : context.t('Er is geen verwijzing waarover je nog iets vraagt.'),
    lines,
    earlier: referral?.arrived
      ? context.t('Eerder antwoord: {answer}.', { answer: context.t(arrivals[referral.arrived]).toLowerCase() })
      : '',
    arrivals: choicesOf(context.t, arrivals),
    call: callLink(context.school),
  };
};

/** The agreement that this card is about: the one pointed to, else the first under which somebody must look. */
const monitoringOf = ({ about, file }: FormContext): MonitoringState | undefined =>
  about === undefined ? runningMonitoring(file)[0] : file.monitoring.find(({ id }) => id === about);

export const monitoringRef = (context: FormContext): { monitoring: string } => ({
  monitoring: monitoringOf(context)?.id ?? none,
});

const agreedLines = (context: FormContext, id: string | undefined): readonly Said[] =>
  context.entries.flatMap(({ seq, event }) =>
    event.type === 'MonitoringAgreed' && event.id === id
      ? [
          said(context.t('Wie volgt'), event.who),
          said(context.t('Waar die op let'), event.what),
          said(context.t('Hoe vaak'), event.often),
          said(context.t('Bij terugval'), event.atRelapse),
          ...corrected(context, seq),
        ]
      : [],
  );

const lastLook = (context: FormContext, id: string | undefined): readonly Said[] => {
  const last = context.entries.findLast(({ event }) => event.type === 'MonitoringRecorded' && event.monitoring === id);
  if (last?.event.type !== 'MonitoringRecorded') return [];
  const { safe, text, on } = last.event;
  return [
    said(context.t('Vorige keer, {day}', { day: context.t.day(on) }), `${context.t(safetyNow[safe])}. ${text}`),
    ...corrected(context, last.seq),
  ];
};

/** Looking again, as agreed: what was agreed stands above the question. */
export const monitoringCheckData = (context: FormContext): Data => {
  const { file, today, school } = context;
  const monitoring = monitoringOf(context);
  return {
    known: monitoring !== undefined,
    lines: [...agreedLines(context, monitoring?.id), ...lastLook(context, monitoring?.id)],
    untilLine: monitoring
      ? context.t('Jullie volgen tot en met {day}. Zonder volgende dag vragen we het dan weer.', {
          day: context.t.day(monitoring.until),
        })
      : '',
    last: monitoring !== undefined && monitoring.until <= today,
    closed: file.status === 'closed',
    safety: choicesOf(context.t, safetyNow),
    figures: choicesOf(context.t, safetyScale),
    trend: safetyTrend(context),
    call: callLink(school),
  };
};
