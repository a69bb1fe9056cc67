import { before, given, leader, minutesAfter, now, teacher, today, tomorrow, type Given } from './given';
import {
  discussReport,
  feedbackRecorded,
  helpWeighed,
  makeReport,
  recordFeedback,
  reportContinues,
  reportDecided,
  reportDiscussed,
  reportMade,
  reportTalkWaived,
  safetyWeighed,
  suspicionWeighed,
  waiveReportTalk,
} from './laterSamples';
import {
  closed,
  emergency,
  opened,
  parentTalk,
  recordVeiligThuisContact,
  talkWaived,
  veiligThuisContact,
} from './samples';

const owed = (): Given => given(opened(), suspicionWeighed(), helpWeighed({ answer: 'nee' }));
const unsafe = (): Given => given(opened(), suspicionWeighed(), safetyWeighed({ answer: 'twijfel' }));
const talked = parentTalk({ talkAt: before });

describe('given a melding that can wait for a talk', () => {
  const talks = { none: [], talk: [talked], waived: [talkWaived()], withPupil: [parentTalk({ with: 'leerling' })] };
  const tells = {
    none: [],
    told: [reportDiscussed()],
    waived: [reportTalkWaived()],
    childAlone: [reportDiscussed({ with: 'kind-alleen' })],
  };
  const rows = Object.keys(talks).flatMap((talk) => Object.keys(tells).map((tell) => ({ talk, tell })));
  test.each(rows)(
    'R-155, R-113, A-12, I-14: when step 3 had $talk and the talk about the melding was $tell, then both are needed',
    ({ talk, tell }) => {
      // The rows are made of the keys of these tables.
      const story = owed().and(...talks[talk as keyof typeof talks], ...tells[tell as keyof typeof tells]);
      const discussed = talk === 'talk' || talk === 'waived';
      const told = tell === 'told' || tell === 'waived';
      const refusal = !discussed ? 'signals-not-discussed' : !told ? 'parents-not-told' : undefined;
      expect(story.when(makeReport()).refusal()).toBe(refusal);
      // Saying that it could not wait is no way around: nothing here was acute.
      expect(story.when(makeReport({ whyDirect: 'Haast' })).refusal()).toBe(refusal);
    },
  );

  test('R-155, I-14: when parents heard it after the melding, then that was not beforehand', () => {
    const yesterdayEvening = makeReport({ reportedAt: '2026-11-23T19:00:00.000Z' });
    owed()
      .and(talked, reportDiscussed({ on: today }))
      .when(yesterdayEvening)
      .refused('parents-not-told');
    owed()
      .and(parentTalk({ talkAt: minutesAfter(now, -10) }), reportDiscussed())
      .when(yesterdayEvening)
      .refused('signals-not-discussed');
  });

  test('R-169, I-14: when a second melding follows, then it takes a talk of its own', () => {
    const first = owed().and(talked, reportDiscussed()).when(makeReport()).accepted();
    first.when(makeReport()).refused('parents-not-told');
    first
      .and(reportDiscussed({ on: today }))
      .when(makeReport())
      .accepted();
  });

  test('R-155: when it is decided not to report, then the talk about it does not count for a later melding', () => {
    owed()
      .and(talked, reportDiscussed(), reportDecided({ departs: true, by: leader.id }))
      .when(makeReport())
      .refused('parents-not-told');
  });
});

describe('given a melding that cannot wait', () => {
  const since = {
    unsafe: unsafe(),
    emergency: given(opened(), emergency()),
    called: given(opened(), veiligThuisContact({ immediateAction: true })),
  };
  test.each(['unsafe', 'emergency', 'called'] as const)(
    'R-125, R-155, I-14: when it is made at once (%s), then with a reason, and the parents are told afterwards',
    (why) => {
      since[why].when(makeReport()).refused('signals-not-discussed');
      since[why].when(makeReport({ whyDirect: ' ' })).refused('signals-not-discussed');
      const reported = since[why].when(makeReport({ whyDirect: 'Het kind durft niet naar huis' })).accepted();
      expect(reported.advice()).toBe('tellParentsAfterwards');
      expect(reported.terms('tellParents')).toHaveLength(1);
      const told = reported.when(discussReport({ on: today })).accepted();
      expect(told.terms('tellParents')).toEqual([]);
      const waived = reported.when(waiveReportTalk()).accepted();
      expect(waived.terms('tellParents')).toEqual([]);
    },
  );

  test('R-155: when the parents were told beforehand all the same, then nothing is left to tell', () => {
    const reported = unsafe()
      .and(talked, reportDiscussed())
      .when(makeReport({ whyDirect: 'Haast' }));
    reported.then({ type: 'ReportMade', direct: false });
    expect(reported.file(({ reports }) => reports[0]?.tellParents)).toBe(false);
  });

  test('R-157: when only the child heard it afterwards, then the parents still have to', () => {
    const reported = unsafe().and(reportMade({ direct: true }));
    const story = reported.and(reportDiscussed({ with: 'kind-alleen' }));
    expect(story.advice()).toBe('tellParentsAfterwards');
  });
});

describe('given a melding', () => {
  const ready = (): Given => owed().and(talked, reportDiscussed());

  test('R-154, R-171, R-044: when a person made it, then by whom, to whom, how, when, and what the school still does is kept', () => {
    const outcome = ready().when(makeReport({ reference: 'VT-1', channel: 'online' }));
    outcome.then({
      ...makeReport({ reference: 'VT-1', channel: 'online' }),
      type: 'ReportMade',
      number: 1,
      direct: false,
    });
    expect(outcome.notices()).toEqual([
      { to: { role: 'leiding' }, kind: 'reportMade' },
      { to: { person: teacher.id }, kind: 'reportMade' },
    ]);
    ready()
      .when(makeReport({ reportedAt: minutesAfter(now, 1) }))
      .refused('in-the-future');
  });

  test('R-150, A-04: when the family does not hear who reported, then on one of the grounds, and Veilig Thuis knows', () => {
    ready()
      .when(makeReport({ nameWithheld: true }))
      .refused('withheld-needs-ground');
    const withheld = makeReport({ nameWithheld: true, withheldGround: 'bedreiging-melder' });
    ready().when(withheld).then({ type: 'ReportMade', reportedBy: 'Marieke', withheldGround: 'bedreiging-melder' });
  });

  test('R-128, I-13: when Veilig Thuis answered, then that is kept once, and "not heard, called again" goes before it', () => {
    const reported = ready().and(reportMade());
    const called = reported.when(recordFeedback({ outcome: 'opnieuw-gebeld' })).accepted();
    called.when(recordFeedback({ decision: 'Onderzoek' })).then({ type: 'FeedbackRecorded', decision: 'Onderzoek' });
    reported.and(feedbackRecorded()).when(recordFeedback()).refused('already-answered');
    reported.when(recordFeedback({ report: 2 })).refused('no-such-entry');
    reported.when(recordFeedback({ on: tomorrow })).refused('in-the-future');
  });
});

describe('given a melding that was made before', () => {
  const reported = (): Given => owed().and(talked, reportDiscussed(), reportMade(), feedbackRecorded());

  test('R-168, R-169, R-194: when it does not stop, then a new melding is due, with its own number and its own term', () => {
    const outcome = reported().when(reportContinues({ what: 'Weer een blauwe plek' }));
    expect(outcome.notices().map(({ kind }) => kind)).toEqual(['continues', 'continues']);
    const again = outcome.then({ type: 'ContinuesReported', what: 'Weer een blauwe plek' });
    expect(again.advice()).toBe('reportNow');
    const second = again.and(reportDiscussed({ on: today })).when(makeReport({ reportedAt: now }));
    const told = second.then({ type: 'ReportMade', number: 2 });
    expect(told.terms('feedback').map(({ about }) => about)).toEqual(['2']);
    reported()
      .when(reportContinues({ on: tomorrow }))
      .refused('in-the-future');
  });

  test('R-168: when Veilig Thuis is called again, then that is kept at any time, also after closing', () => {
    const again = recordVeiligThuisContact({ contactAt: now, advice: 'Meld opnieuw' });
    for (const story of [reported(), reported().and(closed({ outcome: 'overgedragen-na-melding' }))])
      story.when(again).then({ type: 'VeiligThuisContactRecorded', advice: 'Meld opnieuw' });
  });

  test('R-194, I-16: when it starts again after closing, then the case is open again with everything in it', () => {
    const shut = reported().and(closed({ outcome: 'overgedragen-na-melding' }));
    const again = shut.when(reportContinues()).accepted();
    expect(again.file(({ status, reports }) => [status, reports.length])).toEqual(['open', 1]);
    expect(again.advice()).toBe('reportNow');
  });
});
