import { definitions, protocol } from '../../src/protocol/meldcode';
import { questionOf, questions } from '../../src/protocol/step4Weigh';
import { given, ibEr, leader, now, teacher, today, tomorrow, type Given } from './given';
import {
  assessRisk,
  decideReport,
  makeReport,
  reportMade,
  riskAssessed,
  safetyWeighed,
  startWeighing,
  suspicionWeighed,
  weighSafety,
  weighSuspicion,
} from './laterSamples';
import { consent, mapped, opened, outsideConsultation, parentTalk, signal, veiligThuisContact } from './samples';
import { answered, confirmed, questionIds, together, weigh, weighAnswers } from './samples4to5';

const suspected = (): Given => given(opened(), suspicionWeighed({ answer: 'ja' }));

describe('given the risk', () => {
  test('R-118, R-119: when it is assessed, then the risk, the nature and the seriousness are kept with who and when', () => {
    given(opened())
      .when(assessRisk({ nature: ['verwaarlozing', 'getuige'], childVoice: 'Ik ben bang' }))
      .then({
        type: 'RiskAssessed',
        risk: 'matig',
        riskText: 'Het komt vaker voor',
        nature: ['verwaarlozing', 'getuige'],
        seriousness: 'Blauwe plekken',
        childVoice: 'Ik ben bang',
      });
  });

  test('R-118, R-119: when all five questions are answered without it, then the weighing is not complete', () => {
    const answers = { suspicion: 'ja', safety: 'nee', help: 'ja', acceptance: 'ja' } as const;
    const story = given(opened(), ...answered(answers), confirmed(answers));
    story.when(decideReport({ report: false })).refused('weighing-incomplete');
    expect(story.step(4).state).toBe('gedaan' === story.and(riskAssessed()).step(4).state ? 'bezig' : 'fout');
    story
      .and(riskAssessed())
      .when(decideReport({ report: false }))
      .accepted();
  });

  test('R-071: when a parent refused consent, then the weigher says what that means before assessing or confirming', () => {
    const refused = suspected().and(consent({ outcome: 'geweigerd' }));
    refused.when(assessRisk()).refused('refusal-must-be-weighed');
    refused.when(assessRisk({ refusalWeighed: ' ' })).refused('refusal-must-be-weighed');
    refused.when(weigh('safety', 'nee')).accepted();
    refused.when({ type: 'confirmWeighing', round: 1, shown: 1 }, leader).refused('refusal-must-be-weighed');
    refused
      .when(assessRisk({ refusalWeighed: 'Dat past bij wat het kind vertelde.' }))
      .accepted()
      .when({ type: 'confirmWeighing', round: 1, shown: 1 }, leader)
      .accepted();
  });

  test('R-071: when a weighing is confirmed and a refusal comes later, then the next round must weigh that one too', () => {
    suspected()
      .and(riskAssessed({ refusalWeighed: 'Gewogen' }), consent({ id: 'k-2', outcome: 'geweigerd' }))
      .when(startWeighing())
      .accepted()
      .when(assessRisk({ round: 2 }))
      .refused('refusal-must-be-weighed');
  });
});

describe('given the five questions', () => {
  test('R-121, R-006, I-19: when each is answered, then answer, explanation, who, when and the version of the kader are kept', () => {
    let story = given(opened());
    for (const id of questionIds) {
      const outcome = story.when(weigh(id, id === 'safety' ? 'nee' : 'ja'), ibEr);
      const [event] = outcome.events();
      const answer = id === 'safety' ? 'nee' : 'ja';
      expect(event).toMatchObject({ answer, explanation: 'Omdat wij dit zagen', kader: protocol.kader, by: ibEr.id });
      expect(event?.at).toMatch(/^2026-11-24T/);
      story = outcome.accepted();
    }
    expect(protocol.kader).toMatch(/Afwegingskader .*Onderwijs/);
    expect(story.file(({ weighing }) => weighing?.authors)).toEqual([ibEr.id]);
  });

  test('R-010, R-121, R-120: then there are five, in order, each with a question, help and a place for doubt', () => {
    expect(questions.map(({ number, id }) => [number, id])).toEqual(questionIds.map((id, i) => [i + 1, id]));
    for (const { id } of questions) {
      const { ask, help, leads } = questionOf(id);
      expect(ask.endsWith('?')).toBe(true);
      expect(help.length).toBeGreaterThan(20);
      expect(Object.keys(leads).sort()).toEqual([...weighAnswers].sort());
      expect(leads.twijfel.contact ?? leads.twijfel.togetherWith).toBe('veilig-thuis');
    }
  });

  test('R-010: then the words acute and structural unsafety are explained, and disclosure with them', () => {
    const meaning = (term: string) => definitions.find((one) => one.term === term)?.meaning ?? '';
    expect(meaning('Acute onveiligheid')).toContain('onthulling');
    expect(meaning('Structurele onveiligheid')).toContain('steeds terug');
  });

  test('R-020, I-23: when the answer is for another round than the one that runs, then nothing changes', () => {
    const secondRound = suspected().when(startWeighing()).accepted();
    for (const id of questionIds) secondRound.when(weigh(id, 'nee')).refused('weighing-changed');
    secondRound.when(assessRisk()).refused('weighing-changed');
    secondRound.when(weigh('suspicion', 'ja', { round: 2 })).accepted();
    given(opened())
      .when(weigh('suspicion', 'ja', { round: 2 }))
      .refused('weighing-changed');
  });

  test('R-020, I-04: when it is weighed again, then the first round stays in the history and the new one starts empty', () => {
    const again = suspected().when(startWeighing({ reason: 'Nieuw signaal' }));
    const story = again.then({ type: 'WeighingStarted', round: 2, reason: 'Nieuw signaal' });
    expect(story.history.filter(({ type }) => type === 'SuspicionWeighed')).toHaveLength(1);
    expect(story.file(({ weighing }) => weighing?.answers)).toEqual({});
    expect(story.step(4).times).toBe(2);
  });
});

describe('given question 1', () => {
  test('R-120 A-01: when the answer is doubt, then Veilig Thuis is called and the question is answered again', () => {
    const prepared = [signal(), mapped(), outsideConsultation(), parentTalk()];
    const doubting = given(opened(), ...prepared)
      .when(weighSuspicion({ answer: 'twijfel' }))
      .accepted();
    expect(doubting.advice()).toBe('contactVeiligThuis');
    doubting
      .and(veiligThuisContact())
      .when(weighSuspicion({ answer: 'ja' }))
      .then({ type: 'SuspicionWeighed' });
  });

  test('R-122: when there is no suspicion, then the leader hears that no action is needed', () => {
    const outcome = given(opened()).when(weighSuspicion({ answer: 'nee' }));
    expect(outcome.notices()).toEqual([{ to: { role: 'leiding' }, kind: 'noAction' }]);
  });

  test('R-123: when there is a strong suspicion, then the leader hears at once and question 2 opens without waiting', () => {
    const outcome = given(opened()).when(weighSuspicion({ answer: 'ja' }));
    expect(outcome.notices()).toEqual([{ to: { role: 'leiding' }, kind: 'leaderInformed' }]);
    outcome.accepted().when(weighSafety()).accepted();
  });
});

describe('given question 2', () => {
  const parts = weighAnswers.flatMap((acute) => weighAnswers.map((structural) => ({ acute, structural })));
  test.each(parts)('R-124: when acute is $acute and structural $structural, then one of them is enough', (part) => {
    const both = [part.acute, part.structural];
    const answer = both.includes('ja') ? 'ja' : both.includes('twijfel') ? 'twijfel' : 'nee';
    suspected()
      .when(weighSafety(part))
      .then({ type: 'SafetyWeighed', answer, ...part });
  });

  test.each(['ja', 'twijfel'] as const)(
    'R-125, R-011, A-26, I-09: when the answer is %s, then a melding is due now, without waiting for the leader',
    (answer) => {
      const outcome = suspected().when(weighSafety({ acute: answer }));
      expect(outcome.notices()).toContainEqual({ to: { role: 'leiding' }, kind: 'directReport' });
      const story = outcome.accepted();
      expect(story.advice()).toBe('reportNow');
      const direct = makeReport({ whyDirect: 'Het kan niet wachten', reportedAt: now });
      story.when(direct, teacher).then({ type: 'ReportMade', direct: true, number: 1 });
    },
  );

  test('R-125, I-09: when a melding is due, then another answer does not take it away before it is made', () => {
    const due = suspected()
      .when(weighSafety({ acute: 'twijfel' }))
      .accepted();
    due.when(weighSafety()).refused('weigh-again');
    const reported = due.and(reportMade({ reportedAt: now }));
    reported.when(weighSafety()).accepted();
  });

  test.each(['help', 'acceptance', 'result'] as const)(
    'R-126, I-10, A-03: when it was "ja of twijfel", then question %s takes the name and the day of Veilig Thuis',
    (id) => {
      const story = suspected().and(safetyWeighed({ answer: 'twijfel' }));
      story.when(weigh(id, 'ja')).refused('with-veilig-thuis');
      story.when(weigh(id, 'ja', { veiligThuisName: 'Karin' })).refused('with-veilig-thuis');
      story.when(weigh(id, 'ja', { ...together, veiligThuisName: ' ' })).refused('with-veilig-thuis');
      story.when(weigh(id, 'ja', { ...together, veiligThuisOn: tomorrow })).refused('in-the-future');
      const [event] = story.when(weigh(id, 'ja', { ...together, veiligThuisOn: today })).events();
      expect(event).toMatchObject({ veiligThuisName: 'Karin', veiligThuisOn: today, answer: 'ja' });
    },
  );
});
