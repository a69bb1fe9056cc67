import { consultableRoles, isOutsideSchool, roles, type Role } from '../../src/protocol/roles';
import { consultContexts, consultationStates } from '../../src/protocol/step2Consult';
import { consulted, given, ibEr, leader, nurse, otherTeacher, teacher, tomorrow, type Given } from './given';
import { fileLocked } from './laterSamples';
import {
  addToConsultation,
  addedTo,
  answerConsultation,
  answered,
  asked,
  askColleagues,
  closed,
  consent,
  declineConsultation,
  declined,
  mapped,
  movedToStaffExit,
  opened,
  recordOutsideConsultation,
  seeConsultation,
  seen,
  signal,
  withdrawConsultation,
  withdrawn,
} from './samples';

const start = given(opened(), signal(), mapped());
const byConsulted = { by: consulted.id };
const stateOf = (story: Given, id = 'c-1') => story.file(({ consultations }) => consultations[id]?.state);
const toNurse = { consultations: [{ id: 'c-1', to: nurse.id, role: 'jeugdverpleegkundige' }] } as const;

describe('given signals, when colleagues are asked', () => {
  test('R-062 R-065: then each hears of their own request and each request has its own state', () => {
    const consultations = [
      { id: 'c-1', to: consulted.id, role: 'leerkracht' },
      { id: 'c-2', to: ibEr.id, role: 'intern-begeleider' },
    ] as const;
    const outcome = start.when(askColleagues({ consultations }));
    expect(outcome.notices()).toEqual([
      { to: { person: consulted.id }, kind: 'consultationAsked', about: 'c-1' },
      { to: { person: ibEr.id }, kind: 'consultationAsked', about: 'c-2' },
    ]);
    const one = outcome.accepted().when(answerConsultation(), consulted).accepted();
    expect([stateOf(one), stateOf(one, 'c-2')]).toEqual(['beantwoord', 'verzonden']);
  });

  // The keys of this table are the roles by its type.
  test.each(Object.keys(roles) as Role[])(
    'R-064: then a %s can be asked only if the protocol names that role',
    (role) => {
      const outcome = start.when(askColleagues({ consultations: [{ id: 'c-1', to: 'x', role }], named: false }));
      if (['bestuur', 'beheerder'].includes(role)) outcome.refused('unknown-colleague');
      else outcome.then({ type: 'ConsultationRequested', to: 'x', role });
    },
  );

  test('R-064: then the list is the one of the protocol, with two roles outside the school', () => {
    expect(consultableRoles).toHaveLength(7);
    expect(consultableRoles.filter(isOutsideSchool)).toEqual(['jeugdverpleegkundige', 'jeugdarts']);
  });

  test('R-062: then one cannot ask oneself, or nobody, or the same request twice', () => {
    const twice = { id: 'c-1', to: consulted.id, role: 'leerkracht' } as const;
    start
      .when(askColleagues({ consultations: [{ id: 'c-1', to: teacher.id, role: 'leerkracht' }] }))
      .refused('asked-yourself');
    start.when(askColleagues({ consultations: [] })).refused('unknown-colleague');
    start.when(askColleagues({ consultations: [twice, twice] })).refused('already-answered');
    start.and(asked(), answered(byConsulted)).when(askColleagues()).refused('already-answered');
  });

  test('R-066 A-15: then somebody outside the school gets a name only with a ground or with consent on paper', () => {
    start.when(askColleagues(toNurse)).refused('outside-needs-ground');
    start.when(askColleagues({ ...toNurse, ground: ' ' })).refused('outside-needs-ground');
    start.when(askColleagues({ ...toNurse, named: false })).accepted();
    start
      .when(askColleagues({ ...toNurse, ground: 'Er is letsel' }))
      .then({ type: 'ConsultationRequested', ground: 'Er is letsel' });
    start.and(consent()).when(askColleagues(toNurse)).accepted();
    start
      .and(consent({ outcome: 'mondeling' }))
      .when(askColleagues(toNurse))
      .refused('outside-needs-ground');
  });
});

describe('given a colleague who was asked', () => {
  const waiting = start.and(asked());

  test('R-067: when they answer, then every word stands in the file under their name, and the asker hears', () => {
    const words = {
      recognises: 'deels',
      observations: 'Moe in de gymles',
      otherExplanation: 'Nieuwe baby',
      advice: 'Bel de jeugdarts',
      reachable: 'Dinsdag',
    } as const;
    const outcome = waiting.when(answerConsultation(words), consulted);
    outcome.then({ type: 'ConsultationAnswered', consultation: 'c-1', ...words, by: consulted.id });
    expect(outcome.notices()).toEqual([{ to: { person: teacher.id }, kind: 'consultationAnswered', about: 'c-1' }]);
  });

  test('R-065: then the request is sent, seen, answered, declined, withdrawn or expired', () => {
    expect(Object.keys(consultationStates)).toEqual([
      ...['verzonden', 'gezien', 'beantwoord', 'afgewezen', 'ingetrokken', 'verlopen'],
    ]);
    expect(stateOf(waiting)).toBe('verzonden');
    expect(stateOf(waiting.when(seeConsultation(), consulted).accepted())).toBe('gezien');
    expect(stateOf(waiting.when(declineConsultation(), consulted).accepted())).toBe('afgewezen');
    expect(stateOf(waiting.when(withdrawConsultation()).accepted())).toBe('ingetrokken');
  });

  test('I-21: when somebody else answers it, then it is refused, also to another colleague who was asked', () => {
    const two = waiting.and(asked({ consultation: 'c-2', to: otherTeacher.id }));
    two.when(answerConsultation(), otherTeacher).refused('not-asked');
    two.when(declineConsultation({ consultation: 'c-2' }), consulted).refused('not-asked');
    waiting.when(answerConsultation(), otherTeacher).refused('no-such-case');
    waiting.when(answerConsultation(), teacher).refused('not-your-role');
    waiting.when(answerConsultation({ consultation: 'c-9' }), consulted).refused('not-asked');
  });

  test.each([
    ['answered', answered(byConsulted)],
    ['declined', declined(byConsulted)],
    ['withdrawn', withdrawn()],
  ])('I-23: when it was %s already, then another press changes nothing and says so', (_how, event) => {
    const over = waiting.and(event);
    over.when(answerConsultation(), consulted).refused('already-answered');
    over.when(declineConsultation(), consulted).refused('already-answered');
    over.when(withdrawConsultation()).refused('already-answered');
    over.when(seeConsultation(), consulted).refused('already-answered');
    waiting.and(seen(byConsulted)).when(seeConsultation(), consulted).refused('already-answered');
    waiting.and(seen(byConsulted)).when(answerConsultation(), consulted).accepted();
  });

  test('R-065 R-003: then both are reminded after two working days, and no more when it is answered', () => {
    expect(waiting.terms('unanswered')).toMatchObject([
      { due: '2026-11-25T07:30:00.000Z', who: [{ person: consulted.id }, { person: teacher.id }], about: 'c-1' },
    ]);
    expect(waiting.and(seen(byConsulted)).terms('unanswered')).toHaveLength(1);
    expect(waiting.and(answered(byConsulted)).terms('unanswered')).toEqual([]);
    expect(waiting.and(withdrawn()).terms('unanswered')).toEqual([]);
  });

  test('R-062: then step 2 is done by an answer, and not by asking or by a refusal to answer', () => {
    expect(start.step(2).state).toBe('open');
    expect(waiting.step(2)).toEqual({ state: 'bezig', times: 0 });
    expect(waiting.and(declined(byConsulted)).step(2).state).toBe('bezig');
    expect(waiting.and(answered(byConsulted)).step(2)).toEqual({ state: 'gedaan', times: 1 });
  });
});

describe('given a colleague who answered', () => {
  const waiting = start.and(asked());
  const done = waiting.and(answered(byConsulted));

  test('R-067: when they add to it later, then that is a fact of its own under their name, and the asker hears', () => {
    const outcome = done.when(addToConsultation({ addition: 'Ook bij gym' }), consulted);
    outcome.then({ type: 'ConsultationAddedTo', consultation: 'c-1', addition: 'Ook bij gym', by: consulted.id });
    expect(outcome.notices()).toEqual([{ to: { person: teacher.id }, kind: 'consultationAddedTo', about: 'c-1' }]);
    const story = outcome.accepted();
    expect(stateOf(story)).toBe('beantwoord');
    expect(story.step(2)).toEqual(done.step(2));
    story.when(addToConsultation({ addition: 'En weer' }), consulted).accepted();
  });

  test('R-067: when there is no answer to add to, then it is refused', () => {
    waiting.when(addToConsultation(), consulted).refused('no-such-entry');
    waiting.and(seen(byConsulted)).when(addToConsultation(), consulted).refused('no-such-entry');
    waiting.and(declined(byConsulted)).when(addToConsultation(), consulted).refused('no-such-entry');
    waiting.and(withdrawn()).when(addToConsultation(), consulted).refused('already-answered');
    done.when(addToConsultation({ consultation: 'c-9' }), consulted).refused('not-asked');
  });

  test('I-21: when somebody else adds to it, then it is refused, also to another colleague who answered', () => {
    const two = done.and(
      asked({ consultation: 'c-2', to: otherTeacher.id }),
      answered({ consultation: 'c-2', by: otherTeacher.id }),
    );
    two.when(addToConsultation(), otherTeacher).refused('not-asked');
    two.when(addToConsultation({ consultation: 'c-2' }), otherTeacher).accepted();
    done.when(addToConsultation(), otherTeacher).refused('no-such-case');
    done.when(addToConsultation(), teacher).refused('not-your-role');
    done.when(addToConsultation(), leader).refused('not-your-role');
  });

  test('I-01 I-24: when the case was closed, moved to the exit or is for two others, then it is refused', () => {
    done.and(closed()).when(addToConsultation(), consulted).refused('case-closed');
    done.and(movedToStaffExit()).when(addToConsultation(), consulted).refused('no-such-case');
    done.and(fileLocked()).when(addToConsultation(), consulted).refused('no-such-case');
  });

  test('I-23: when something was added, then the answer can still not be given again or taken back', () => {
    const more = done.and(addedTo(byConsulted));
    more.when(answerConsultation(), consulted).refused('already-answered');
    more.when(withdrawConsultation()).refused('already-answered');
  });
});

describe('given a consultation outside Teams', () => {
  test('R-062 R-032: when it was with a colleague of the school, then step 2 is done; the occasion is kept', () => {
    expect(Object.keys(consultContexts)).toEqual(['persoonlijk', 'groepsbespreking', 'leerlingbespreking']);
    const outcome = start.when(recordOutsideConsultation({ context: 'groepsbespreking' }));
    outcome.then({ type: 'OutsideConsultationRecorded', context: 'groepsbespreking', advice: 'Praat met de ouders' });
    expect(outcome.accepted().step(2).state).toBe('gedaan');
  });

  test.each(['jeugdarts', 'jeugdverpleegkundige', 'anders', 'bestuur'] as const)(
    'R-014 R-066: when it was with somebody outside (%s), then it is recorded and step 2 is not done',
    (role) => {
      const story = start.when(recordOutsideConsultation({ role, named: false })).accepted();
      expect(story.step(2).state).toBe('bezig');
      start.when(recordOutsideConsultation({ role })).refused('outside-needs-ground');
      start.when(recordOutsideConsultation({ role, ground: 'Er is letsel' })).accepted();
    },
  );

  test('R-066: when a nurse answers in Teams, then step 2 is not done either', () => {
    const story = start.and(
      asked({ to: nurse.id, role: 'jeugdverpleegkundige', named: false }),
      answered({ by: nurse.id }),
    );
    expect(story.step(2).state).toBe('bezig');
    expect(story.advice()).toBe('consultColleague');
  });

  test('R-067: when it is said to be of tomorrow, then it is refused', () => {
    start.when(recordOutsideConsultation({ on: tomorrow })).refused('in-the-future');
  });
});
