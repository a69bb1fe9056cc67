import { protocol } from '../../src/protocol/meldcode';
import { derivedReport } from '../../src/protocol/step5Decide';
import { given, leader, minutesAfter, now, teacher } from './given';
import {
  acceptanceWeighed,
  decideHelp,
  decideReport,
  helpDecided,
  helpWeighed,
  planMade,
  reportDecided,
  reportMade,
  riskAssessed,
  safetyWeighed,
  suspicionWeighed,
  weighedForHelp,
  weighSuspicion,
} from './laterSamples';
import { mapped, opened, outsideConsultation, parentTalk, signal, veiligThuisContact } from './samples';

const steps123 = given(opened(), signal(), mapped(), outsideConsultation(), parentTalk());
const unsafe = safetyWeighed({ answer: 'ja', structural: 'ja' });
const toReport = { report: true, reason: 'Sam is niet veilig' };

describe('given acute or structural unsafety', () => {
  const weighed = steps123.and(riskAssessed(), suspicionWeighed(), unsafe);

  test('R-005 R-011 A-02: when anybody decides not to report, then only the leader may, with a reason and a call', () => {
    weighed.when(decideReport()).refused('only-leader-departs');
    weighed.when(decideReport({ reason: ' ' }), leader).refused('only-leader-departs');
    weighed.when(decideReport(), leader).refused('departure-needs-veilig-thuis');
    weighed
      .and(veiligThuisContact())
      .when(decideReport({ reason: 'Veilig Thuis raadt het af' }), leader)
      .then({
        type: 'ReportDecided',
        report: false,
        departs: true,
        derived: true,
        reason: 'Veilig Thuis raadt het af',
      });
  });

  test('R-011: then reporting is necessary; without it, or while nobody weighed it, that is not said', () => {
    expect(weighed.file((file) => derivedReport(file))).toEqual({ necessary: true, because: ['safety'] });
    expect(steps123.file((file) => derivedReport(file)).necessary).toBe('unknown');
    expect(steps123.and(...weighedForHelp()).file((file) => derivedReport(file)).necessary).toBe(false);
  });

  test('R-012: when help is running already, then reporting is necessary all the same', () => {
    const helped = steps123.and(...weighedForHelp(), reportDecided(), helpDecided(), planMade());
    expect(helped.and(unsafe).file((file) => derivedReport(file)).necessary).toBe(true);
    expect(helped.and(unsafe).advice()).toBe('reportNow');
  });
});

describe('given a weighing', () => {
  test('R-006: when a question is answered, then the version of the kader is kept with it', () => {
    steps123.when(weighSuspicion()).then({ type: 'SuspicionWeighed', kader: protocol.kader });
  });

  test('R-009: when there is none, or it has no end, then nobody decides that no melding is needed', () => {
    steps123.when(decideReport({ round: 0 })).refused('weighing-incomplete');
    const half = steps123.and(riskAssessed(), suspicionWeighed(), safetyWeighed(), helpWeighed());
    half.when(decideReport()).refused('weighing-incomplete');
    half.and(acceptanceWeighed()).when(decideReport()).refused('leader-first');
    steps123
      .and(...weighedForHelp())
      .when(decideReport())
      .then({ type: 'ReportDecided', departs: false });
  });

  test('R-009: when somebody wants to report before that, then nothing stops them', () => {
    steps123.when(decideReport({ round: 0, ...toReport })).then({ type: 'ReportDecided', report: true });
  });
});

describe('given the two decisions', () => {
  const weighed = steps123.and(...weighedForHelp());

  test('R-007: when a melding is made, then help by the school can be decided on as well', () => {
    const both = weighed
      .and(reportDecided({ report: true }), reportMade())
      .when(decideHelp({ veiligThuisName: 'Karin', veiligThuisOn: '2026-11-23', familyOn: '2026-11-23' }))
      .then({ type: 'HelpDecided', possible: true });
    expect(both.file(({ decision1, decision2 }) => [decision1?.report, decision2?.possible])).toEqual([true, true]);
  });

  test('R-008 I-08: when the second comes before the first, or at the same moment, then it is refused', () => {
    weighed.when(decideHelp()).refused('decision-1-first');
    const first = weighed.when(decideReport(), teacher, now).accepted();
    first.when(decideHelp(), teacher, now).refused('decision-1-first');
    first.when(decideHelp(), teacher, minutesAfter(now, 1)).then({ type: 'HelpDecided' });
  });
});
