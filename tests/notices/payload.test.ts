import { dueNotices, dueTerms } from '../../src/notices/dueNotices';
import { channelPayload, noticePayload, termPayload } from '../../src/notices/payload';
import type { CaseEvent, CaseFile } from '../../src/protocol/caseFile';
import { emptyCase, evolve } from '../../src/protocol/caseFile';
import { opened, teacher, ibEr, leader } from '../cards/context';

const at = '2026-11-24T09:00:00.000Z';
const asked: CaseEvent = {
  ...{ type: 'ConsultationRequested', consultation: 'c-1', to: ibEr, role: 'intern-begeleider' },
  ...{ question: 'Herken je dit?', shared: 'iets', named: false, at, by: teacher },
};
const weighed: CaseEvent = {
  ...{ type: 'SafetyWeighed', round: 1, answer: 'ja', acute: 'ja', structural: 'nee', explanation: 'x', kader: 'x' },
  ...{ at, by: teacher },
};
const before = evolve(emptyCase, opened);

describe('given a fact that somebody must hear', () => {
  test('when it is written, then there is one item for each person and one for the channel, due now, with references and no words of the case', () => {
    const after = evolve(before, asked);
    const due = dueNotices((_file, to) => ('person' in to ? [to.person] : []))(asked, before, after, 'key:0');
    expect(due).toEqual([
      {
        ...{ id: `notice:key:0:consultationAsked:${ibEr}`, kind: 'notice', dueAt: at },
        payload: { to: ibEr, kind: 'consultationAsked', about: 'c-1' },
      },
      // And for the school's channel a line that names nobody and nothing (I-20).
      {
        ...{ id: 'channel:key:0:consultationAsked', kind: 'notice', dueAt: at },
        payload: { channel: 'de-linde', kind: 'consultationAsked' },
      },
    ]);
    const [toPerson, toChannel] = due;
    expect(noticePayload.safeParse(toPerson?.payload).success).toBe(true);
    expect(channelPayload.safeParse(toChannel?.payload).success).toBe(true);
  });

  test('when one fact gives a person the same card twice, then it comes once', () => {
    const after = evolve(before, weighed);
    const due = dueNotices(() => [leader, leader])(weighed, before, after, 'key:0');
    expect(due.map(({ payload }) => payload['to'])).toEqual([leader]);
  });

  test('R-124 R-125: when a fact is the last answer and can’t wait, then the leader is asked once to confirm', () => {
    const at1 = { round: 1, explanation: 'x', kader: 'x', at, by: teacher };
    const given = [
      { ...at1, type: 'SuspicionWeighed', answer: 'ja' },
      {
        ...at1,
        type: 'HelpWeighed',
        answer: 'nee',
        helper: 'school',
        helperName: 'x',
        effective: 'nee',
        averts: 'nee',
      },
    ] as const satisfies readonly CaseEvent[];
    const before4 = given.reduce<CaseFile>(evolve, before);
    const due = dueNotices(() => [leader])(weighed, before4, evolve(before4, weighed), 'key:0');
    expect(due.map(({ payload }) => payload['kind'])).toEqual(['directReport', 'weighingToConfirm']);
    expect(due.filter(({ payload }) => 'to' in payload)).toHaveLength(1);
  });

  test('when terms run, then each is an item that can be read again', () => {
    const after = evolve(before, asked);
    const terms = dueTerms()(after);
    expect(terms.length).toBeGreaterThan(0);
    expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
    for (const { payload } of terms) expect(termPayload.parse(payload)).toEqual(payload);
  });
});

describe('given an item of the outbox that is not what was written', () => {
  test.each([
    [{ to: ibEr, kind: 'nothing' }],
    [{ to: 12, kind: 'caseClosed' }],
    [{ kind: 'caseClosed' }],
    [{ to: ibEr, kind: 'caseClosed', name: 'Sam' }],
  ])('when it is read (%j), then it is none', (payload) => {
    expect(noticePayload.safeParse(payload).success).toBe(false);
  });
});
