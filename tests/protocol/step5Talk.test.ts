import { waiverGrounds } from '../../src/protocol/step3Conversation';
import { reportTalkOptions, reportWaiverGrounds } from '../../src/protocol/step5Decide';
import { given, today, tomorrow, type Given } from './given';
import { discussReport, helpWeighed, suspicionWeighed } from './laterSamples';
import { opened } from './samples';

const born = (birthDate: string): Given =>
  given(opened({ pupil: { name: 'Sam de Vries', birthDate } }), suspicionWeighed(), helpWeighed({ answer: 'nee' }));
const owed = (): Given => born('2017-05-01');

describe('given the talk about the melding', () => {
  test.each([
    ['2014-11-25', ['ouders']], // 11 years and 364 days
    ['2014-11-24', ['ouders', 'kind-met-ouders', 'kind-alleen']], // 12 today
    ['2010-11-25', ['ouders', 'kind-met-ouders', 'kind-alleen']], // 16 tomorrow
    ['2010-11-24', ['kind-alleen', 'ouders']], // 16 today
    [undefined, ['ouders']],
  ] as const)(
    'R-156, R-157, R-158, I-15: when the pupil was born on %s, then it can be with %j',
    (birthDate, options) => {
      expect(reportTalkOptions(birthDate, today)).toEqual(options);
      for (const partner of ['ouders', 'kind-met-ouders', 'kind-alleen'] as const) {
        const talk = discussReport({ with: partner, on: today });
        const story = birthDate ? born(birthDate) : given(opened({ pupil: { name: 'Sam' } }));
        const may = options.some((option) => option === partner);
        expect(story.when(talk).refusal()).toBe(may ? undefined : 'not-at-this-age');
      }
    },
  );

  test('I-15: when the talk was before the birthday, then the age of that day counts', () => {
    const day = '2026-11-23';
    born('2014-11-24')
      .when(discussReport({ with: 'kind-alleen', on: day }))
      .refused('not-at-this-age');
    born('2014-11-23')
      .when(discussReport({ with: 'kind-alleen', on: day }))
      .accepted();
    born('2014-11-23')
      .when(discussReport({ on: tomorrow }))
      .refused('in-the-future');
  });

  test('R-159, R-160, R-161: when it is recorded, then why, the reaction, and how an objection was met are kept', () => {
    const talk = discussReport({
      objection: 'Bang voor de buren',
      objectionOf: 'Moeder',
      howMet: 'Wij bellen',
      objectionSolved: true,
    });
    owed()
      .when(talk)
      .then({ ...talk, type: 'ReportDiscussed' });
  });

  const weighedAgainst = {
    weighedNature: 'Slaan',
    weighedSeriousness: 'Wekelijks',
    weighedNecessity: 'Alleen zo komt er hulp',
    protectionPrevails: 'ja',
  } as const;
  test.each(['weighedNature', 'weighedSeriousness', 'weighedNecessity', 'protectionPrevails'] as const)(
    'R-162, R-163, R-164: when an objection was not solved and %s is missing, then it is not weighed',
    (missing) => {
      const { [missing]: _left, ...rest } = weighedAgainst;
      owed()
        .when(discussReport({ objection: 'Nee', ...rest }))
        .refused('objection-must-be-weighed');
      owed()
        .when(discussReport({ objection: 'Nee', objectionSolved: true, ...rest }))
        .accepted();
      owed()
        .when(discussReport({ objection: 'Nee', ...weighedAgainst }))
        .then({ type: 'ReportDiscussed', ...weighedAgainst });
    },
  );
});

test('R-113, R-165, R-166, R-167, A-12: given the grounds to leave out a talk, then step 3 and step 5 have each their own two', () => {
  expect(Object.keys(waiverGrounds)).toHaveLength(2);
  expect(Object.keys(reportWaiverGrounds)).toHaveLength(2);
  expect(waiverGrounds.veiligheid).toContain('de ouder');
  expect(reportWaiverGrounds.veiligheid).not.toContain('de ouder');
  expect(waiverGrounds['contact-verbroken']).toContain('van school');
  expect(reportWaiverGrounds['contact-verbroken']).not.toContain('van school');
});
