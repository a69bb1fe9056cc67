import { given, leader, minutesAfter, now, stranger, tomorrow } from './given';
import { reportMade, riskAssessed, suspicionWeighed } from './laterSamples';
import {
  askSupport,
  closed,
  mapped,
  opened,
  outsideConsultation,
  parentTalk,
  recordInjuryExpert,
  recordVeiligThuisContact,
  signal,
  veiligThuisContact,
} from './samples';

const start = given(opened(), signal(), mapped());

describe('given doubt about the cause or the safety', () => {
  const doubt = start.and(
    outsideConsultation(),
    parentTalk(),
    riskAssessed({ risk: 'onbekend' }),
    suspicionWeighed({ answer: 'twijfel' }),
  );

  test('R-074: then asking Veilig Thuis comes first; with a plain yes it does not', () => {
    expect(doubt.advice()).toBe('contactVeiligThuis');
    expect(doubt.and(suspicionWeighed({ answer: 'ja' })).advice()).not.toBe('contactVeiligThuis');
  });

  test('R-063 R-075 R-076: when Veilig Thuis advises, then every word is kept and the risks stay in the file', () => {
    const words = {
      spokeWith: 'Fatima',
      reference: 'VT-1',
      firstWeighing: 'De zorg is terecht',
      risks: 'Vader niet bellen',
      anonymous: false,
    };
    const outcome = start.when(recordVeiligThuisContact(words));
    outcome.then({ type: 'VeiligThuisContactRecorded', ...words });
    const later = outcome.accepted().and(veiligThuisContact());
    expect(later.file(({ consult }) => consult.veiligThuis)).toMatchObject({ count: 2, risks: 'Vader niet bellen' });
    start.when(recordVeiligThuisContact({ contactAt: minutesAfter(now, 1) })).refused('in-the-future');
    start.when(recordVeiligThuisContact({ contactAt: now })).accepted();
  });

  test('R-117 A-04: when advice is asked anonymously, then no parent has to know, also when the case is closed', () => {
    start.when(recordVeiligThuisContact({ anonymous: true })).accepted();
    given(opened(), closed())
      .when(recordVeiligThuisContact())
      .then({ type: 'VeiligThuisContactRecorded', anonymous: true });
  });

  test('R-063 R-077: when an expert looked at an injury, then where, what and the outcome are kept in words', () => {
    const { type: _verb, ...words } = recordInjuryExpert();
    const outcome = start.when(recordInjuryExpert());
    outcome.then({ type: 'InjuryExpertConsulted', ...words });
    expect(outcome.file(({ consult }) => consult.injuryExperts)).toBe(1);
    start.when(recordInjuryExpert({ on: tomorrow })).refused('in-the-future');
  });

  test('R-081: when Veilig Thuis says that action is needed at once, then a melding is owed, unless it was made', () => {
    const urgent = veiligThuisContact({ immediateAction: true });
    expect(start.and(urgent).advice()).toBe('reportNow');
    expect(given(opened(), closed(), urgent).file(({ status }) => status)).toBe('open');
    expect(start.and(reportMade(), urgent).file(({ reportDuty }) => reportDuty)).toBeUndefined();
    const older = reportMade({ reportedAt: '2026-11-20T09:00:00.000Z' });
    expect(start.and(older, urgent).file(({ reportDuty }) => reportDuty?.because)).toBe('safety');
  });
});

test('R-087: given a talk to prepare, when help is asked, then the intern begeleider hears of it', () => {
  const outcome = start.when(askSupport());
  expect(outcome.notices()).toEqual([{ to: { role: 'ibEr' }, kind: 'supportAsked' }]);
  start.when(askSupport(), stranger).refused('no-such-case');
  start.when(askSupport(), leader).then({ type: 'SupportAsked', step: 3 });
});
