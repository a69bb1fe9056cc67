import {
  signatureStates,
  talkGuide,
  talkOutcomes,
  talkPartners,
  talkQuestions,
} from '../../src/protocol/step3Conversation';
import { given, ibEr, minutesAfter, now, teacher, today, tomorrow } from './given';
import { makePlan, planMade } from './laterSamples';
import {
  closed,
  contact,
  informParent,
  mapped,
  opened,
  outsideConsultation,
  parentTalk,
  planConversation,
  recordConversation,
  recordSignature,
  signal,
  signature,
  talkPlanned,
  talkWaived,
} from './samples';

const start = given(opened(), signal(), mapped(), outsideConsultation());
const alone = { second: '', whyAlone: 'Ilse werd ziek' };

describe('given the guide of the talk', () => {
  test('R-088 R-089 R-090 R-091 R-093 R-094: then it has five points, and the reaction comes before the interpretation', () => {
    expect(talkGuide.map(({ title }) => title)).toEqual(['Doel', 'Feiten', 'Reactie', 'Uitleg', 'Vastleggen']);
    expect(talkGuide[1].text).toMatch(/zag en hoorde.*bij de feiten/);
    expect(talkGuide[3].text).toMatch(/pas daarna, als het nodig is en kan/);
    expect(talkGuide[4].text).toContain('ondertekenen');
  });

  test('R-096 R-097 R-098 R-099 R-100 R-101 R-102 R-103 R-104: then eight questions help to ask on, about child and parent', () => {
    expect(talkQuestions).toEqual([
      expect.stringContaining('Herkent u'),
      expect.stringContaining('kind thuis'),
      expect.stringContaining('reageert u daar'),
      expect.stringContaining('opvoeden thuis'),
      expect.stringContaining('reageert uw kind'),
      expect.stringContaining('ontwikkeld'),
      expect.stringContaining('vindt u daarvan'),
      expect.stringContaining('om ouder te zijn'),
    ]);
  });
});

describe('given signals, when a talk was held', () => {
  test('R-085 R-090 R-093 R-109 R-110: then every word of it is kept', () => {
    const words = {
      interpretation: 'Misschien speelt er thuis iets',
      recognises: 'ja',
      outcome: 'verduidelijkt',
      opportunities: 'Oma kan helpen',
      adviceClass: 'Rustige plek',
      adviceHome: 'Vaste bedtijd',
      childVoice: 'Ik slaap slecht',
    } as const;
    const { type: _verb, ...sample } = recordConversation();
    const outcome = start.when(recordConversation(words));
    outcome.then({ type: 'ConversationRecorded', ...sample, ...words });
    expect(outcome.file(({ conversations }) => conversations.recognised)).toBe(true);
  });

  test('R-091: then an interpretation is not asked for', () => {
    const [event] = start.when(recordConversation()).events();
    expect(event).toHaveProperty('reaction');
    expect(event).not.toHaveProperty('interpretation');
  });

  test('R-095: then it has one of five outcomes', () => {
    expect(Object.keys(talkOutcomes)).toEqual([
      'verduidelijkt',
      'bekrachtigd',
      'ontkracht',
      'onveranderd',
      'andere-oorzaak',
    ]);
  });

  test('R-086 I-07: then there was a second colleague, or a reason why not', () => {
    start.when(recordConversation({ second: ' ' })).refused('second-or-reason');
    start.when(recordConversation({ second: '', whyAlone: ' ' })).refused('second-or-reason');
    const outcome = start.when(recordConversation(alone));
    outcome.then({ type: 'ConversationRecorded', whyAlone: 'Ilse werd ziek' });
    expect(outcome.file(({ conversations }) => conversations.alone)).toBe(1);
    expect(start.when(recordConversation()).file(({ conversations }) => conversations.alone)).toBe(0);
  });

  test('R-093: then it has been held: a talk that is still to come is refused', () => {
    start.when(recordConversation({ talkAt: minutesAfter(now, 1) })).refused('in-the-future');
    start.when(recordConversation({ talkAt: now })).accepted();
  });

  test('R-022 R-033 A-09: then with a parent step 3 is done, and with the pupil alone, at any age, it is under way', () => {
    expect(Object.keys(talkPartners)).toEqual(['ouder', 'leerling', 'beiden']);
    const step3 = (partner: keyof typeof talkPartners) => start.and(parentTalk({ with: partner })).step(3);
    expect(step3('ouder')).toEqual({ state: 'gedaan', times: 1 });
    expect(step3('beiden')).toEqual({ state: 'gedaan', times: 2 });
    expect(step3('leerling')).toEqual({ state: 'bezig', times: 1 });
    expect(start.and(parentTalk({ with: 'leerling' })).advice()).toBe('talkWithParent');
  });
});

describe('given a talk to come', () => {
  test('R-086 R-087: when it is planned with a colleague, then that colleague hears of it, and nobody is their own second', () => {
    const outcome = start.when(planConversation({ second: ibEr.id }));
    expect(outcome.notices()).toEqual([{ to: { person: ibEr.id }, kind: 'secondInvited' }]);
    expect(start.when(planConversation()).notices()).toEqual([]);
    start.when(planConversation({ second: teacher.id })).refused('asked-yourself');
  });

  test('R-085: then planning it begins step 3 and holding it does it', () => {
    expect(start.and(talkPlanned()).step(3).state).toBe('bezig');
    const held = start.and(talkPlanned(), parentTalk());
    expect(held.step(3).state).toBe('gedaan');
    expect(held.file(({ conversations }) => conversations)).not.toHaveProperty('planned');
  });
});

describe('given a talk on record, when it is signed', () => {
  const talked = start.and(parentTalk());
  const open = (story: typeof talked) => story.file(({ conversations }) => conversations.signaturesOpen);

  test('R-054 R-094 A-21: then asking stays open until somebody signed, saw it, refused or was not asked', () => {
    expect(open(talked)).toEqual(['g-1']);
    expect(open(talked.and(signature({ state: 'gevraagd' })))).toEqual(['g-1']);
    expect(Object.keys(signatureStates)).toHaveLength(5);
    for (const state of ['ondertekend', 'gezien', 'geweigerd', 'niet-gevraagd'] as const)
      expect(open(talked.and(signature({ state })))).toEqual([]);
  });

  test('R-054: then who, how, when and where the paper is are kept, for each person, also when the case is closed', () => {
    const words = { person: 'Vader', state: 'geweigerd', on: today, keptAt: 'Map 3' } as const;
    talked
      .and(signature())
      .when(recordSignature(words))
      .then({ type: 'SignatureRecorded', ...words });
    talked.and(closed()).when(recordSignature()).accepted();
    talked.when(recordSignature({ on: tomorrow })).refused('in-the-future');
    talked.when(recordSignature({ conversation: 'g-9' })).refused('no-such-entry');
  });
});

describe('given a plan for help', () => {
  test('R-107: when it was not discussed with the parent yet, then that is still to be told', () => {
    const toTell = start.when(makePlan()).file(({ consult }) => consult.toTell);
    expect(toTell).toEqual([{ about: 'plan-1', of: 'plan', on: today }]);
    expect(start.when(makePlan({ discussedOn: today })).file(({ consult }) => consult.toTell)).toEqual([]);
    start.when(makePlan({ discussedOn: tomorrow })).refused('in-the-future');
    start
      .and(planMade())
      .when(informParent({ about: 'plan-1' }))
      .accepted();
  });

  test('R-108: then its results are discussed on the way and at the end, each until it is done', () => {
    const planned = start.and(planMade({ interim: '2026-12-10' }));
    expect(planned.terms('interimTalk')).toMatchObject([{ due: '2026-12-10T07:30:00.000Z' }]);
    expect(planned.terms('endTalk')).toMatchObject([{ due: '2027-01-15T07:30:00.000Z' }]);
    expect(start.and(planMade()).terms('interimTalk')).toEqual([]);
  });
});

describe('given an open case, when a parent is not spoken to', () => {
  const due = (story: typeof start) => story.terms('parentContact').map((term) => term.due);

  test('R-106: then after four weeks the owner is reminded, counted from the last contact with a parent', () => {
    expect(due(start)).toEqual(['2026-12-21T07:30:00.000Z']);
    expect(due(start.and(contact({ on: '2026-11-24' })))).toEqual(['2026-12-22T07:30:00.000Z']);
    expect(due(start.and(parentTalk()))).toEqual(['2026-12-22T07:30:00.000Z']);
    expect(due(start.and(contact({ on: '2026-11-25', withRole: 'kind' })))).toEqual(['2026-12-21T07:30:00.000Z']);
    expect(start.terms('parentContact')).toMatchObject([{ who: [{ person: teacher.id }] }]);
  });

  test('R-106 R-092 R-113: then nobody is urged to a talk that was waived, or that waits for Veilig Thuis', () => {
    expect(due(start.and(talkWaived()))).toEqual([]);
    expect(due(start.and(signal({ category: 'SM' })))).toEqual([]);
    expect(due(start.and(closed()))).toEqual([]);
  });
});
