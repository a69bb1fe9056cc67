import type { CaseEvent } from '../../src/protocol/caseFile';
import { closings, type ClosingOutcome } from '../../src/protocol/closing';
import type { Refusal } from '../../src/protocol/decision';
import { given, ibEr, leader, minutesAfter, now, teacher } from './given';
import {
  feedbackRecorded,
  helpWeighed,
  monitoringAgreed,
  planMade,
  reportDecided,
  reportMade,
  resultWeighed,
  riskAssessed,
  safetyWeighed,
  suspicionWeighed,
} from './laterSamples';
import { closeCase, consent, flagged, opened, parentTalk, signal, staffConcern, veiligThuisContact } from './samples';
import { answered, confirmed, everyStepExplained } from './samples4to5';

/** What may stand in the way of closing, each apart; together they give every combination. */
type Choice = Record<string, readonly CaseEvent[]>;
const earlier = minutesAfter(now, -120);
const flags: Choice = {
  none: [],
  flagged: [flagged()],
  suggested: [signal({ category: 'VG' })],
};
const calls: Choice = { none: [], called: [veiligThuisContact({ contactAt: earlier })] };
const consents: Choice = {
  none: [],
  refused: [consent({ outcome: 'geweigerd' })],
  weighed: [consent({ outcome: 'geweigerd' }), riskAssessed({ refusalWeighed: 'Gewogen' })],
};
const clean = { suspicion: 'ja', safety: 'nee', help: 'ja', acceptance: 'ja' } as const;
const weighings: Choice = {
  none: [],
  noSuspicion: [suspicionWeighed({ answer: 'nee' })],
  unsafe: [suspicionWeighed(), safetyWeighed({ answer: 'ja' })],
  noHelp: [suspicionWeighed(), safetyWeighed(), helpWeighed({ answer: 'nee' })],
  helped: [...answered(clean), confirmed(clean), reportDecided(), resultWeighed()],
  unconfirmed: [...answered(clean), reportDecided(), resultWeighed()],
};
const reports: Choice = {
  none: [],
  toTell: [reportMade({ direct: true })],
  unheard: [reportMade()],
  calledAgain: [reportMade(), feedbackRecorded({ outcome: 'opnieuw-gebeld' })],
  heard: [reportMade(), feedbackRecorded()],
};
const plans: Choice = {
  none: [],
  plan: [planMade()],
  followed: [planMade(), monitoringAgreed()],
  monitoringOnly: [monitoringAgreed()],
};
const talks: Choice = { none: [], otherCause: [parentTalk({ talkAt: now, outcome: 'andere-oorzaak' })] };

type Situation = Record<'flag' | 'call' | 'consent' | 'weighing' | 'report' | 'plan' | 'talk', string>;
const situations: Situation[] = Object.keys(flags).flatMap((flag) =>
  Object.keys(calls).flatMap((call) =>
    Object.keys(consents).flatMap((one) =>
      Object.keys(weighings).flatMap((weighing) =>
        Object.keys(reports).flatMap((report) =>
          Object.keys(plans).flatMap((plan) =>
            Object.keys(talks).map((talk) => ({ flag, call, consent: one, weighing, report, plan, talk })),
          ),
        ),
      ),
    ),
  ),
);
const factsOf = (one: Situation): readonly CaseEvent[] =>
  [
    flags[one.flag],
    calls[one.call],
    consents[one.consent],
    weighings[one.weighing],
    reports[one.report],
    plans[one.plan],
    talks[one.talk],
  ].flatMap((events) => events ?? []);

/** The ends that the protocol knows, and what each asks for; in words of the requirements, in the order of safety. */
const reached: Record<ClosingOutcome, (one: Situation) => Refusal | undefined> = {
  'geen-actie-nodig': ({ weighing }) => (weighing === 'noSuspicion' ? undefined : 'not-this-outcome'),
  'andere-oorzaak': ({ talk }) => (talk === 'otherCause' ? undefined : 'not-this-outcome'),
  'hulp-afgerond': ({ weighing, plan }) => {
    if (weighing !== 'helped' && weighing !== 'unconfirmed') return 'not-this-outcome';
    if (plan === 'none' || plan === 'monitoringOnly') return 'no-plan';
    return weighing === 'unconfirmed' ? 'leader-first' : undefined;
  },
  'overgedragen-na-melding': ({ report }) => {
    if (report === 'none') return 'not-this-outcome';
    return report === 'heard' ? undefined : 'feedback-open';
  },
  overgedragen: () => 'not-this-outcome',
  vergissing: () => 'not-this-outcome',
};
const should = (one: Situation, outcome: ClosingOutcome): Refusal | undefined => {
  const asksForReport = one.weighing === 'unsafe' || one.weighing === 'noHelp';
  if (asksForReport && one.report === 'none') return 'report-open';
  if (one.report === 'toTell') return 'parents-not-told';
  if (one.flag === 'flagged' && one.call === 'none') return 'veilig-thuis-first';
  if (one.flag === 'suggested' && one.call === 'none') return 'flags-undecided';
  if (one.consent === 'refused') return 'refusal-must-be-weighed';
  const hasPlan = one.plan === 'plan' || one.plan === 'followed';
  const worked = one.weighing === 'helped' || one.weighing === 'unconfirmed';
  const follows = one.plan === 'followed' || one.plan === 'monitoringOnly';
  if ((worked || (hasPlan && outcome !== 'overgedragen-na-melding')) && !follows) return 'monitoring-needed';
  return reached[outcome](one);
};
// The keys of `closings` are its outcomes.
const outcomes = Object.keys(closings) as ClosingOutcome[];

test('R-019, R-071, R-092, R-111, R-122, R-141, I-09, I-12, I-14: given every situation at the end, then a case closes only where nothing is owed to the child, the parents or the record', () => {
  const wrong = situations.flatMap((one) => {
    const story = given(opened(), ...factsOf(one));
    return outcomes
      .map((outcome) => ({ outcome, closing: closeCase({ outcome, missing: everyStepExplained }) }))
      .filter(({ outcome, closing }) => story.when(closing).refusal() !== should(one, outcome))
      .map(({ outcome }) => ({ ...one, outcome }));
  });
  expect(wrong).toEqual([]);
  expect(situations).toHaveLength(3 * 2 * 3 * 6 * 5 * 4 * 2);
});

test('R-019: given who closes, then it is the same for the owner, the intern begeleider and the leader', () => {
  const owed = given(opened(), ...(weighings.unsafe ?? []));
  const done = given(opened(), ...(weighings.noSuspicion ?? []));
  for (const by of [teacher, ibEr, leader]) {
    owed.when(closeCase({ missing: everyStepExplained }), by).refused('report-open');
    done.when(closeCase({ missing: everyStepExplained }), by).accepted();
  }
});

test('R-057, R-061: given an exit, then it ends by handing over, and no other end is open', () => {
  for (const outcome of outcomes) {
    const refusal = given(staffConcern()).when(closeCase({ outcome })).refusal();
    expect(refusal).toBe(outcome === 'overgedragen' ? undefined : 'not-this-outcome');
  }
});
