import { steps } from '../../src/protocol/meldcode';
import { casemanager, deputy, given, ibEr, leader, teacher, tomorrow, yesterday, type Given } from './given';
import {
  agreeMonitoring,
  helpDecided,
  makePlan,
  monitoringAgreed,
  parentReferred,
  planMade,
  recordArrival,
  recordMonitoring,
  referParent,
  reportDecided,
  weighedForHelp,
} from './laterSamples';
import {
  askSupport,
  closed,
  informParent,
  mapped,
  openCase,
  opened,
  outsideConsultation,
  parentTalk,
  recordTeamDiscussion,
  signal,
  teamDiscussed,
  waiveInforming,
} from './samples';

const stepsDone = [signal(), mapped(), outsideConsultation(), parentTalk()];
/** Both decisions taken: no melding, and help is possible. */
const helping = (): Given => given(opened(), ...stepsDone, ...weighedForHelp(), reportDecided(), helpDecided());
const planned = (): Given => helping().and(planMade());

describe('given a discussion in the team', () => {
  test('R-195, R-196, R-037: when it is recorded, then question, assessment, approach, advice and indications are kept', () => {
    const discussion = recordTeamDiscussion({
      mode: 'anoniem',
      whyAnonymous: 'Nog geen toestemming',
      helpQuestion: 'Wat kan de wijkcoach doen?',
      approach: 'Gezinsgesprek',
      adviceTeacher: 'Rustige plek',
      adviceParents: 'Vast ritme',
      furtherHelp: 'Opvoedhulp',
      indications: 'Arrangement onderwijs en zorg',
    });
    helping()
      .when(discussion)
      .then({ ...discussion, type: 'TeamDiscussed' });
    helping()
      .when(makePlan({ coordinator: 'zorgteam' }))
      .then({ type: 'PlanMade', coordinator: 'zorgteam' });
  });

  const discussed = (): Given => helping().and(teamDiscussed());

  test('R-198: when it was the zorgteam, then the intern begeleider or a leader tells the parents, nobody else', () => {
    discussed().when(informParent(), teacher).refused('not-your-role');
    discussed().when(waiveInforming(), teacher).refused('not-your-role');
    for (const by of [ibEr, leader, deputy]) discussed().when(informParent(), by).accepted();
    helping()
      .and(teamDiscussed({ team: 'schoolteam' }))
      .when(informParent(), teacher)
      .accepted();
  });

  test('R-199, R-200, R-206: when the parents are told, then the outcome, the next steps and the indications are kept', () => {
    const told = informParent({ nextSteps: 'De wijkcoach belt', indications: 'Wij vragen die samen aan' });
    const story = discussed()
      .when(told, ibEr)
      .then({ ...told, type: 'ParentInformed' });
    story.when(told, ibEr).refused('nothing-to-tell');
    discussed()
      .when(informParent({ on: tomorrow }), ibEr)
      .refused('in-the-future');
  });
});

describe('given further help', () => {
  test('R-201, R-202: when a parent is referred, then after two weeks somebody asks whether they have arrived', () => {
    const story = helping()
      .when(referParent())
      .then({ type: 'ParentReferred', to: 'Wijkcoach', purpose: 'Opvoedhulp' });
    expect(story.file(({ referrals }) => referrals[0]?.askOn)).toBe('2026-12-07');
    helping()
      .when(referParent({ on: tomorrow }))
      .refused('in-the-future');
  });

  test.each(['nee', 'onbekend'] as const)(
    'R-202: when the answer is %s, then it is asked again, until it is yes',
    (arrived) => {
      const referred = helping().and(parentReferred());
      const asked = referred.when(recordArrival({ arrived })).accepted();
      expect(asked.terms('arrival').map(({ due }) => due.slice(0, 10))).toEqual(['2026-12-08']);
      const there = asked.when(recordArrival()).accepted();
      expect(there.terms('arrival')).toEqual([]);
      there.when(recordArrival()).refused('no-such-entry');
      referred.when(recordArrival({ referral: 'v-2' })).refused('no-such-entry');
    },
  );

  test('R-203: when support is wanted in any step, then it is asked of the intern begeleider', () => {
    for (const { step } of steps) {
      const outcome = helping().when(askSupport({ step, question: 'Kan iemand meekijken?' }));
      outcome.then({ type: 'SupportAsked', step, question: 'Kan iemand meekijken?' });
      expect(outcome.notices()).toEqual([{ to: { role: 'ibEr' }, kind: 'supportAsked' }]);
    }
  });
});

describe('given the agreements about following the safety', () => {
  test('R-141, R-170, R-208: when they are made, then who follows whom, how often, until when and what at a relapse are kept', () => {
    const agreed = agreeMonitoring({ what: 'Veiligheid van Sam en de zus' });
    planned()
      .when(agreed)
      .then({ ...agreed, type: 'MonitoringAgreed' });
    planned()
      .when(agreeMonitoring({ until: yesterday }))
      .refused('plan-needs-term');
    planned()
      .when(agreeMonitoring({ next: '2027-03-02' }))
      .refused('plan-needs-term');
    given()
      .when(openCase({ family: 'Een zus van zes' }))
      .then({ type: 'CaseOpened', family: 'Een zus van zes' });
  });

  test.each(['nee', 'twijfel'] as const)(
    'R-194, R-141: when the child is safe: %s, then that is "het stopt niet", also after closing',
    (safe) => {
      const following = planned().and(monitoringAgreed(), closed({ outcome: 'hulp-afgerond' }));
      const outcome = following.when(recordMonitoring({ safe, text: 'Weer ruzie' }), casemanager);
      const again = outcome.then(
        { type: 'MonitoringRecorded', safe },
        { type: 'ContinuesReported', what: 'Weer ruzie' },
      );
      expect(again.file(({ status }) => status)).toBe('open');
      expect(again.advice()).toBe('reportNow');
    },
  );

  test('R-141: when the child is safe, then following goes on until the agreed day', () => {
    const following = planned().and(monitoringAgreed());
    const next = (story: Given) => story.file(({ monitoring }) => monitoring[0]?.next);
    expect(next(following.when(recordMonitoring({ next: '2027-01-05' })).accepted())).toBe('2027-01-05');
    const unnamed = following.when(recordMonitoring()).then({ type: 'MonitoringRecorded', safe: 'ja' });
    expect(next(unnamed)).toBe('2027-03-01');
    const last = following.when(recordMonitoring({ on: '2027-03-01' }), teacher, '2027-03-01T10:00:00.000Z');
    expect(last.file(({ monitoring }) => monitoring[0]?.next)).toBeUndefined();
    following.when(recordMonitoring({ monitoring: 'm-2' })).refused('no-such-entry');
    following.when(recordMonitoring({ on: tomorrow })).refused('in-the-future');
  });
});
