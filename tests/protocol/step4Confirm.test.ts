import { given, deputy, ibEr, leader, otherTeacher, stranger, teacher, type Given } from './given';
import {
  acceptanceWeighed,
  confirmWeighing,
  decideReport,
  helpWeighed,
  requestTalk,
  resultWeighed,
  riskAssessed,
  safetyWeighed,
  startWeighing,
  suspicionWeighed,
  weighAcceptance,
  weighHelp,
  weighingConfirmed,
  weighResult,
} from './laterSamples';
import { mapped, opened, outsideConsultation, parentTalk, signal, veiligThuisContact } from './samples';
import { answered, weigh, weighAnswers } from './samples4to5';

/** Steps 1 to 3 done, the risk assessed, a suspicion and no acute or structural unsafety. */
const safe = (): Given =>
  given(opened(), signal(), mapped(), outsideConsultation(), parentTalk(), riskAssessed()).and(
    suspicionWeighed(),
    safetyWeighed(),
  );

describe('given question 3', () => {
  const halves = weighAnswers.flatMap((effective) => weighAnswers.map((averts) => ({ effective, averts })));
  test.each(halves)('R-127, R-129: when help works: $effective, and averts: $averts, then yes takes both', (half) => {
    const both = [half.effective, half.averts];
    const answer = both.includes('nee') ? 'nee' : both.includes('twijfel') ? 'twijfel' : 'ja';
    safe()
      .when(weighHelp(half))
      .then({ type: 'HelpWeighed', answer, ...half });
  });

  test.each(['ikzelf', 'school', 'keten'] as const)(
    'R-127 A-13: when the helper is %s, then who it is is kept',
    (helper) => {
      safe()
        .when(weighHelp({ helper, helperName: 'Ilse' }))
        .then({ type: 'HelpWeighed', helper, helperName: 'Ilse' });
    },
  );
});

describe('given question 4', () => {
  const people = (...accepts: readonly ('aanvaardt' | 'niet' | 'onbekend')[]) =>
    accepts.map((one, i) => ({ name: `Betrokkene ${i}`, accepts: one }));

  test.each([
    [people('aanvaardt', 'aanvaardt'), 'ja', 'ja'],
    [people('aanvaardt', 'niet', 'onbekend'), 'ja', 'nee'],
    [people('aanvaardt', 'onbekend'), 'ja', 'twijfel'],
    [people('aanvaardt'), 'nee', 'nee'],
    [people('aanvaardt'), 'twijfel', 'twijfel'],
    [[], 'ja', 'twijfel'],
    [[], 'nee', 'nee'],
  ] as const)('R-130: when %j accept and take part: %s, then the answer is %s', (who, active, answer) => {
    safe()
      .and(helpWeighed())
      .when(weighAcceptance({ people: who, active }))
      .then({ type: 'AcceptanceWeighed', answer });
  });
});

describe('given question 5', () => {
  test.each([
    [{ safety: 'ja', welfare: 'ja', recovery: 'ja' }, ['behaald', 'behaald'], 'ja'],
    [{ safety: 'ja', welfare: 'ja', recovery: 'ja' }, ['behaald', 'deels'], 'twijfel'],
    [{ safety: 'ja', welfare: 'ja', recovery: 'ja' }, ['niet', 'behaald'], 'nee'],
    [{ safety: 'nee', welfare: 'ja', recovery: 'ja' }, ['behaald'], 'nee'],
    [{ safety: 'ja', welfare: 'twijfel', recovery: 'ja' }, ['behaald'], 'twijfel'],
    [{ safety: 'ja', welfare: 'ja', recovery: 'nee' }, [], 'nee'],
  ] as const)('R-139: when the results are %j and the goals %j, then the answer is %s', (results, goals, answer) => {
    safe()
      .when(weighResult({ ...results, goals }))
      .then({ type: 'ResultWeighed', answer, goals, ...results });
  });

  test('R-140: when the help did not work, then the leader, the owner and the casemanager hear it', () => {
    const outcome = safe().when(weigh('result', 'nee'), ibEr);
    expect(outcome.notices()).toEqual([
      { to: { role: 'leiding' }, kind: 'resultNegative' },
      { to: { person: teacher.id }, kind: 'resultNegative' },
    ]);
  });
});

describe('given a no on question 3, 4 or 5', () => {
  const noOn = { help: helpWeighed, acceptance: acceptanceWeighed, result: resultWeighed };
  const ids = ['help', 'acceptance', 'result'] as const;

  test.each(ids)(
    'R-128, R-131, R-140, I-09: when it was question %s, then the same question is not answered away',
    (id) => {
      const story = safe().and(noOn[id]({ answer: 'nee' }));
      story.when(weigh(id, 'ja')).refused('weigh-again');
    },
  );

  test.each(ids)(
    'R-128, R-131, R-140, I-09: when a new round begins after question %s, then the melding stays owed',
    (id) => {
      const again = safe()
        .and(noOn[id]({ answer: 'nee' }))
        .when(startWeighing())
        .accepted();
      expect(again.advice()).toBe('makeReport');
      const clean = answered({ suspicion: 'ja', safety: 'nee', help: 'ja', acceptance: 'ja' }, { round: 2 });
      again
        .and(riskAssessed({ round: 2 }), ...clean, weighingConfirmed({ round: 2 }), veiligThuisContact())
        .when(decideReport({ round: 2, report: false }))
        .refused('only-leader-departs');
    },
  );

  test.each(ids)(
    'R-120: when it was doubt on question %s, then Veilig Thuis is called and it is answered again',
    (id) => {
      const before = answered({ help: 'ja', acceptance: 'ja' }).slice(0, ids.indexOf(id));
      const doubting = safe().and(...before, noOn[id]({ answer: 'twijfel' }));
      expect(doubting.advice()).toBe('contactVeiligThuis');
      doubting.when(weigh(id, 'ja')).accepted();
    },
  );
});

describe('given answers that wait for the leader', () => {
  const answeredAll = (): Given => safe().and(helpWeighed(), acceptanceWeighed());

  test('R-123, R-142: when the last answer is in, then the leader is asked, and until then the weighing is not complete', () => {
    const outcome = safe().and(helpWeighed()).when(weigh('acceptance', 'ja'));
    expect(outcome.notices()).toEqual([{ to: { role: 'leiding' }, kind: 'weighingToConfirm' }]);
    const story = outcome.accepted();
    expect([story.advice(), story.step(4).state]).toEqual(['waitForLeader', 'bezig']);
    story.when(decideReport({ report: false })).refused('leader-first');
  });

  test.each([leader, deputy])(
    'R-123, R-124, R-142, R-245: when $id confirms what was shown, then it is complete',
    (by) => {
      const outcome = answeredAll().when(confirmWeighing({ shown: 4, remark: 'Eens' }), by);
      expect(outcome.notices()).toEqual([{ to: { person: teacher.id }, kind: 'weighingConfirmed' }]);
      const story = outcome.then({
        type: 'WeighingConfirmed',
        remark: 'Eens',
        questions: ['suspicion', 'safety', 'help', 'acceptance'],
        by: by.id,
      });
      expect([story.advice(), story.step(4).state]).toEqual(['decideReport', 'gedaan']);
    },
  );

  test('R-142: when somebody else than a leader confirms, then it is refused', () => {
    for (const by of [teacher, ibEr]) answeredAll().when(confirmWeighing(), by).refused('not-your-role');
    for (const by of [otherTeacher, stranger]) answeredAll().when(confirmWeighing(), by).refused('no-such-case');
  });

  test('R-124: when the leader answered a question too, then another leader confirms, unless there is no other', () => {
    const byLeader = answeredAll().when(weigh('help', 'ja'), leader).accepted();
    byLeader.when(confirmWeighing({ shown: 5 }), leader).refused('four-eyes');
    byLeader.when(confirmWeighing({ shown: 5 }), deputy).accepted();
    byLeader.when(confirmWeighing({ shown: 5 }), { ...leader, onlyLeader: true }).accepted();
  });

  test('R-142, I-23: when an answer changed after the card was shown, then the stale card confirms nothing', () => {
    const changed = answeredAll().when(weigh('acceptance', 'ja')).accepted();
    changed.when(confirmWeighing({ shown: 4 }), leader).refused('weighing-changed');
    changed.when(confirmWeighing({ shown: 5, round: 2 }), leader).refused('weighing-changed');
    given(opened())
      .when(confirmWeighing({ shown: 0 }), leader)
      .refused('nothing-to-confirm');
  });

  test('R-123: when an answer is given anew after the confirmation, then that one waits for the leader again', () => {
    const confirmed = answeredAll().when(confirmWeighing(), leader).accepted();
    const again = confirmed.when(weigh('acceptance', 'ja')).accepted();
    expect(again.advice()).toBe('waitForLeader');
    expect(again.file(({ weighing }) => weighing?.confirmed)).toEqual(['suspicion', 'safety', 'help']);
  });

  test('R-142, A-26: when the leader wants to talk, then the owner hears it with a reason on record, and nothing is blocked', () => {
    const outcome = answeredAll().when(requestTalk({ reason: 'Even samen kijken' }), leader);
    expect(outcome.notices()).toEqual([{ to: { person: teacher.id }, kind: 'talkRequested' }]);
    const story = outcome.then({ type: 'TalkRequested', reason: 'Even samen kijken' });
    expect(story.advice()).toBe('talkWithLeader');
    story.when(weigh('acceptance', 'nee')).accepted();
    story.when(confirmWeighing(), leader).accepted();
    story.when(requestTalk(), teacher).refused('not-your-role');
  });
});
