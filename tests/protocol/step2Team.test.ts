import { consentOutcomes, openness, teams } from '../../src/protocol/step2Consult';
import { given, ibEr, leader, teacher, today, tomorrow, yesterday, type Given } from './given';
import {
  assessRisk,
  confirmWeighing,
  decideReport,
  riskAssessed,
  suspicionWeighed,
  weighingStarted,
} from './laterSamples';
import {
  acceptSingleConsent,
  closeCase,
  closed,
  consent,
  informParent,
  mapped,
  opened,
  outsideConsultation,
  parentInformed,
  parentTalk,
  recordConsent,
  recordTeamDiscussion,
  signal,
  singleConsent,
  teamDiscussed,
  waiveInforming,
} from './samples';

const start = given(opened(), signal(), mapped(), outsideConsultation());
const anonymous = { mode: 'anoniem', whyAnonymous: 'De ouders weigeren' } as const;
const discussesOpenly = (story: Given) => story.when(recordTeamDiscussion()).refusal();

describe('given a wish to discuss the pupil with name in the zorgteam', () => {
  test('R-068: then it can be done openly or anonymously, in the team of the school or the zorgteam', () => {
    expect([Object.keys(openness), Object.keys(teams)]).toEqual([
      ['open', 'anoniem'],
      ['schoolteam', 'zorgteam'],
    ]);
  });

  test('R-069 I-06: when there is no consent, then it is refused; with consent on paper it is recorded', () => {
    expect(discussesOpenly(start)).toBe('consent-needed');
    expect(discussesOpenly(start.and(consent()))).toBeUndefined();
  });

  test.each(['mondeling', 'nog-niet', 'geweigerd'] as const)(
    'R-069: when the parent said %s, then that is not enough',
    (outcome) => {
      expect(Object.keys(consentOutcomes)).toContain(outcome);
      expect(discussesOpenly(start.and(consent({ outcome })))).toBe('consent-needed');
      expect(discussesOpenly(start.and(consent(), consent({ outcome })))).toBe('consent-needed');
    },
  );

  test('R-069: when consent is recorded, then whose, when, what for and where the paper is are kept', () => {
    const { type: _verb, ...words } = recordConsent();
    start.when(recordConsent()).then({ type: 'ConsentRecorded', ...words });
    start.when(recordConsent({ keptAt: ' ' })).refused('consent-needs-place');
    start.when(recordConsent({ outcome: 'mondeling', keptAt: ' ' })).accepted();
    start.when(recordConsent({ on: tomorrow })).refused('in-the-future');
  });

  test('I-06: when the consent is younger than the discussion, then the discussion was without consent', () => {
    const late = start.and(consent({ on: today }));
    late.when(recordTeamDiscussion({ on: yesterday })).refused('consent-needed');
    late.when(recordTeamDiscussion({ on: today })).accepted();
    start
      .and(consent({ on: yesterday }), consent({ on: today }))
      .when(recordTeamDiscussion({ on: yesterday }))
      .accepted();
  });

  test('A-19: when two parents have authority, then both give consent, or the leader accepts one with a reason', () => {
    const one = start.and(consent({ custody: 'twee' }));
    expect(discussesOpenly(one)).toBe('consent-needed');
    expect(discussesOpenly(one.and(consent({ custody: 'twee', parent: 'Vader' })))).toBeUndefined();
    one.when(acceptSingleConsent(), teacher).refused('not-your-role');
    const accepted = one.when(acceptSingleConsent(), leader).then({ type: 'SingleConsentAccepted' });
    expect(discussesOpenly(accepted)).toBeUndefined();
  });

  test('A-19: when one parent refused, or nobody gave consent, then the leader cannot accept one', () => {
    start.when(acceptSingleConsent(), leader).refused('consent-needed');
    const refused = consent({ custody: 'twee', parent: 'Vader', outcome: 'geweigerd' });
    expect(discussesOpenly(start.and(consent({ custody: 'twee' }), singleConsent(), refused))).toBe('consent-needed');
  });

  test('A-19: when nobody knows who has authority, then one paper is not enough', () => {
    expect(discussesOpenly(start.and(consent({ custody: 'onbekend' })))).toBe('consent-needed');
  });

  test('A-18: when the team of the school meets, then it takes consent as soon as somebody from outside is there', () => {
    const inSchool = recordTeamDiscussion({ team: 'schoolteam' });
    start.when(inSchool).accepted();
    start.when({ ...inSchool, outsiders: true }).refused('consent-needed');
    start
      .and(consent())
      .when({ ...inSchool, outsiders: true })
      .accepted();
  });

  test('R-072 R-073: when it is anonymous, then no consent is needed but a reason is', () => {
    start.when(recordTeamDiscussion({ mode: 'anoniem' })).refused('anonymous-needs-reason');
    start.when(recordTeamDiscussion({ ...anonymous, whyAnonymous: ' ' })).refused('anonymous-needs-reason');
    start.when(recordTeamDiscussion(anonymous)).then({ type: 'TeamDiscussed', ...anonymous });
  });

  test('R-034 R-035 R-037: when it was discussed, then every word of it is kept', () => {
    const words = {
      helpQuestion: 'Hoe helpen wij Sam?',
      assessment: 'Zorgelijk',
      approach: 'Samen met de wijkcoach',
      agreements: 'De wijkcoach belt vrijdag',
      adviceTeacher: 'Rustige plek',
      adviceParents: 'Vaste bedtijd',
      furtherHelp: 'Opvoedhulp',
      indications: 'Arrangement aangevraagd',
    };
    start
      .and(consent())
      .when(recordTeamDiscussion(words))
      .then({ type: 'TeamDiscussed', ...words });
    start.when(recordTeamDiscussion({ ...anonymous, on: tomorrow })).refused('in-the-future');
  });
});

describe('given a parent who refused consent', () => {
  const refused = start.and(parentTalk(), consent({ outcome: 'geweigerd' }));
  const noSuspicion = { answer: 'nee' } as const;

  test('R-071 I-06: then the weighing cannot pass over it', () => {
    refused.when(assessRisk()).refused('refusal-must-be-weighed');
    refused.when(assessRisk({ refusalWeighed: '  ' })).refused('refusal-must-be-weighed');
    refused
      .when(assessRisk({ refusalWeighed: 'Moeder is bang voor vader' }))
      .then({ type: 'RiskAssessed', refusalWeighed: 'Moeder is bang voor vader' });
    start.when(assessRisk()).accepted();
  });

  test('R-071: then nobody confirms a weighing, decides against reporting or closes the case past it', () => {
    const weighed = refused.and(suspicionWeighed(noSuspicion));
    weighed.when(confirmWeighing({ shown: 1 }), leader).refused('refusal-must-be-weighed');
    weighed.when(decideReport()).refused('refusal-must-be-weighed');
    weighed.when(closeCase()).refused('refusal-must-be-weighed');
    const answered = weighed.and(riskAssessed({ refusalWeighed: 'Gewogen' }));
    answered.when(confirmWeighing({ shown: 1 }), leader).accepted();
    answered.when(decideReport()).accepted();
    answered.when(closeCase()).accepted();
  });

  test('I-06: when the weighing starts anew before it was answered, then it is still there', () => {
    const anew = refused.and(suspicionWeighed(), weighingStarted());
    anew.when(assessRisk({ round: 2 })).refused('refusal-must-be-weighed');
  });

  test('R-071: when another parent gives consent later, then the refusal is still to be weighed', () => {
    refused
      .and(consent({ parent: 'Vader' }))
      .when(assessRisk())
      .refused('refusal-must-be-weighed');
  });
});

describe('given an outcome of the team that the parents have not heard', () => {
  const school = start.and(teamDiscussed({ team: 'schoolteam' }));
  const careTeam = start.and(teamDiscussed());

  test('R-105: then it is asked for after five working days, also of a closed case, until it is told', () => {
    const due = [{ due: '2026-12-01T07:30:00.000Z', who: [{ person: teacher.id }, { role: 'ibEr' }], about: 't-1' }];
    expect(school.terms('tellOutcome')).toMatchObject(due);
    expect(school.and(closed()).terms('tellOutcome')).toMatchObject(due);
    expect(school.and(parentInformed()).terms('tellOutcome')).toEqual([]);
  });

  test('R-105: when the parent is told, then that is done, and it is not told twice', () => {
    const told = school.when(informParent()).then({ type: 'ParentInformed', nextSteps: 'De wijkcoach belt' });
    told.when(informParent()).refused('nothing-to-tell');
    school.when(informParent({ about: 't-9' })).refused('nothing-to-tell');
    school.when(informParent({ on: tomorrow })).refused('in-the-future');
    school.and(closed()).when(informParent()).accepted();
  });

  test('R-105 R-114: when telling is left out, then on one of the two grounds, and it is done with', () => {
    const waived = school.when(waiveInforming()).then({ type: 'InformingWaived', ground: 'veiligheid' });
    expect(waived.terms('tellOutcome')).toEqual([]);
    waived.when(waiveInforming()).refused('nothing-to-tell');
  });

  test('R-105 R-198: when it is of the zorgteam, then the intern begeleider or the leader tells it, not the teacher', () => {
    careTeam.when(informParent(), teacher).refused('not-your-role');
    careTeam.when(waiveInforming(), teacher).refused('not-your-role');
    careTeam.when(informParent(), ibEr).accepted();
    careTeam.when(informParent(), leader).accepted();
  });
});
