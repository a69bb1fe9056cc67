import fc from 'fast-check';
import { flags, type Flag } from '../../src/protocol/step1Signals';
import { given, ibEr, leader, minutesAfter, now, teacher } from './given';
import {
  confirmFlags,
  emergency,
  flagged,
  mapped,
  opened,
  outsideConsultation,
  parentTalk,
  planConversation,
  recordContact,
  recordConversation,
  recordSignal,
  recordVeiligThuisContact,
  signal,
  talkWaived,
  veiligThuisContact,
  waiveConversation,
} from './samples';

// The keys of this table are the flags by its type.
const everyFlag = Object.keys(flags) as Flag[];
const start = given(opened(), signal(), mapped(), outsideConsultation());
const talkAt = '2026-11-24T08:00:00.000Z';

describe.each(everyFlag)('given a confirmed suspicion of %s and no call to Veilig Thuis', (flag) => {
  const gated = start.and(flagged({ flags: [flag] }));

  test('R-092 I-05: when a talk with the parent is recorded, then it is refused, whoever asks', () => {
    for (const by of [teacher, ibEr, leader]) gated.when(recordConversation(), by).refused('veilig-thuis-first');
    gated.when(recordConversation({ with: 'beiden' })).refused('veilig-thuis-first');
    start.when(recordConversation()).accepted();
  });

  test('R-092: when that talk is planned, then it is refused too', () => {
    gated.when(planConversation()).refused('veilig-thuis-first');
    gated.and(veiligThuisContact()).when(planConversation()).accepted();
  });

  test('R-092 A-09: when it is a talk with the pupil, then nothing is in the way', () => {
    gated.when(recordConversation({ with: 'leerling' })).accepted();
    gated.when(planConversation({ with: 'leerling' })).accepted();
  });

  test('R-092 I-05: when Veilig Thuis was called before the talk, then it is recorded', () => {
    const called = (contactAt: string) => gated.when(recordVeiligThuisContact({ contactAt })).accepted();
    called(minutesAfter(talkAt, -1)).when(recordConversation({ talkAt })).then({ type: 'ConversationRecorded' });
    called(talkAt).when(recordConversation({ talkAt })).refused('veilig-thuis-first');
    called(now).when(recordConversation({ talkAt })).refused('veilig-thuis-first');
  });

  test('R-092: then the advice is to call Veilig Thuis first', () => {
    expect(gated.advice()).toBe('callVeiligThuisFirst');
    expect(gated.and(veiligThuisContact()).advice()).toBe('talkWithParent');
  });

  test('R-092 R-113: when there will be no talk, then that can be said without the call', () => {
    gated.when(waiveConversation()).accepted();
    gated.and(talkWaived()).when(recordConversation()).refused('veilig-thuis-first');
  });

  test('R-092: when the parent spoke at the gate, then that contact is recorded: it is no talk of step 3', () => {
    gated.when(recordContact()).accepted();
  });
});

describe('given a signal that points to a flag that nobody has decided on', () => {
  const undecided = start.and(signal({ category: 'VG' }));

  test('R-092 A-08: when a talk with the parent is recorded, then somebody looks at the flag first', () => {
    undecided.when(recordConversation()).refused('flags-undecided');
    undecided.and(veiligThuisContact()).when(recordConversation()).accepted();
    expect(undecided.advice()).toBe('decideFlags');
  });

  test('R-092: when it is put aside, then the talk can be recorded', () => {
    undecided
      .when(confirmFlags({ flags: [] }))
      .accepted()
      .when(recordConversation())
      .accepted();
  });

  test('A-08: when it comes after a first talk, then the next talk waits for Veilig Thuis too', () => {
    const talked = start
      .and(parentTalk())
      .when(recordSignal({ category: 'SM' }))
      .accepted();
    const confirmed = talked.when(confirmFlags()).accepted();
    confirmed.when(recordConversation({ id: 'g-2', talkAt: now })).refused('veilig-thuis-first');
  });
});

test('R-092 I-05: given any moments of call and talk, when the talk is recorded, then only with a call before it', () => {
  const moment = fc.integer({ min: -60 * 24 * 30, max: 0 }).map((minutes) => minutesAfter(now, minutes));
  fc.assert(
    fc.property(moment, fc.array(moment), fc.array(moment), (held, calls, emergencies) => {
      const story = start.and(
        flagged(),
        ...calls.map((contactAt) => veiligThuisContact({ contactAt })),
        ...emergencies.map((calledAt) => emergency({ calledAt })),
      );
      const calledBefore = [...calls, ...emergencies].some((call) => call < held);
      const refusal = story.when(recordConversation({ talkAt: held })).refusal();
      expect(refusal).toBe(calledBefore ? undefined : 'veilig-thuis-first');
    }),
  );
});
