import { describeStep5Decide } from '../../src/cards/entries/step5Decide';
import { step5Answers, step5Forms } from '../../src/cards/step5Decide';
import type { CaseEvent } from '../../src/protocol/caseFile';
import { norm } from '../../src/protocol/meldcode';
import { permits } from '../../src/protocol/permits';
import { reportWaiverGrounds, type Step5Event } from '../../src/protocol/step5Decide';
import { choicesOn, faultsOf, valueOf } from './cardOnScreen';
import { leader, now, opened, pressOf, school, sent } from './context';
import {
  type Verb,
  names,
  at,
  by,
  asLeader,
  asTeacher,
  menu,
  assessed,
  confirmed,
  talk,
  called,
  signal,
  decided,
  discussed,
  made,
  fedBack,
  continues,
  closed,
  yes,
  helping,
  needed,
  urgent,
  screen,
  judged,
  objection,
} from './step5Facts';

const read = (verb: Verb, inputs: object, refs: object = {}) =>
  step5Answers[verb].read(sent(menu, inputs, refs), pressOf());
const goals = (events: readonly CaseEvent[]): readonly string[] =>
  choicesOn(screen(menu, events), 'go').map(({ value }) => value);
const proposed = (events: readonly CaseEvent[]): unknown => valueOf(screen(menu, events), 'go');
const words = (event: Step5Event): string => JSON.stringify(describeStep5Decide(event, school));

const good = {
  decideReport: { decision: 'ja', canProtect: 'twijfel', reason: 'Thuis is het niet veilig.' },
  discussReport: {
    with: 'ouders',
    on: '2026-11-24',
    who: 'Moeder',
    explained: 'Waarom wij melden.',
    reaction: 'Moeder schrikt.',
    objection: '',
    objectionOf: '',
    howMet: '',
    objectionSolved: 'false',
    weighedNature: '',
    weighedSeriousness: '',
    weighedNecessity: '',
    protectionPrevails: 'geen',
  },
  waiveReportTalk: { ground: 'contact-verbroken', reason: 'Vader haalt Sam van school.' },
  makeReport: {
    reportedDay: '2026-11-24',
    reportedTime: '09:15',
    reportedBy: 'Marieke Jansen',
    spokeWith: 'Karin',
    channel: 'telefoon',
    reference: '',
    nameWithheld: 'false',
    withheldGround: 'geen',
    agreements: 'Wij zien Sam elke dag.',
  },
  recordFeedback: { outcome: 'terugkoppeling', on: '2026-11-24', spokeWith: '', decision: 'Er komt een onderzoek.' },
  decideHelp: { schoolCan: 'ja', familyCan: 'nee', reason: 'Vader wil niet.' },
  reportContinues: { what: 'Weer blauwe plekken.', on: '2026-11-24' },
} as const;

describe('given what somebody typed, when a button of step 5 is pressed', () => {
  test('then decision 1 belongs to the weighing that the card showed', () => {
    expect(read('decideReport', good.decideReport, { round: 2 })).toEqual({
      command: {
        type: 'decideReport',
        round: 2,
        report: true,
        canProtect: 'twijfel',
        reason: 'Thuis is het niet veilig.',
      },
    });
  });

  test('then a talk without an objection leaves everything about objections out', () => {
    expect(read('discussReport', good.discussReport)).toEqual({
      command: {
        type: 'discussReport',
        with: 'ouders',
        on: '2026-11-24',
        who: 'Moeder',
        explained: 'Waarom wij melden.',
        reaction: 'Moeder schrikt.',
      },
    });
  });

  test('then an objection that was solved says whose it was and how', () => {
    const solved = {
      ...good.discussReport,
      ...objection,
      howMet: 'Wij leggen het samen uit.',
      objectionSolved: 'true',
    };
    expect(read('discussReport', solved)).toMatchObject({
      command: { ...objection, howMet: 'Wij leggen het samen uit.', objectionSolved: true },
    });
  });

  test('then an objection that stays is weighed on three points', () => {
    const weighing = {
      weighedNature: 'Geweld',
      weighedSeriousness: 'Ernstig',
      weighedNecessity: 'Sam is alleen met vader.',
      protectionPrevails: 'ja',
    };
    expect(read('discussReport', { ...good.discussReport, ...objection, ...weighing })).toMatchObject({
      command: { ...objection, ...weighing, objectionSolved: false },
    });
  });

  test('then a melding gets its Dutch clock time and keeps no empty fields', () => {
    expect(read('makeReport', good.makeReport)).toEqual({
      command: {
        type: 'makeReport',
        reportedAt: '2026-11-24T08:15:00.000Z',
        reportedBy: 'Marieke Jansen',
        spokeWith: 'Karin',
        channel: 'telefoon',
        nameWithheld: false,
        agreements: 'Wij zien Sam elke dag.',
      },
    });
    const withheld = { nameWithheld: 'true', withheldGround: 'bedreiging-gezin', whyDirect: 'Vader stond bij school.' };
    expect(read('makeReport', { ...good.makeReport, ...withheld })).toMatchObject({
      command: { nameWithheld: true, withheldGround: 'bedreiging-gezin', whyDirect: 'Vader stond bij school.' },
    });
  });

  test('then feedback belongs to the melding that the card showed', () => {
    expect(read('recordFeedback', good.recordFeedback, { report: 2 })).toEqual({
      command: {
        type: 'recordFeedback',
        report: 2,
        outcome: 'terugkoppeling',
        on: '2026-11-24',
        decision: 'Er komt een onderzoek.',
      },
    });
    const nothing = { outcome: 'opnieuw-gebeld', on: '2026-11-24' };
    expect(read('recordFeedback', nothing, { report: 1 })).toMatchObject({ command: nothing });
  });

  test('then decision 2 says both halves, and with whom when that was asked', () => {
    expect(read('decideHelp', good.decideHelp)).toEqual({
      command: { type: 'decideHelp', schoolCan: true, familyCan: false, reason: 'Vader wil niet.' },
    });
    const together = {
      veiligThuisName: 'Karin',
      veiligThuisOn: '2026-11-23',
      familyOn: '',
      familyGround: 'veiligheid',
    };
    expect(read('decideHelp', { ...good.decideHelp, ...together })).toMatchObject({
      command: { veiligThuisName: 'Karin', veiligThuisOn: '2026-11-23', familyGround: 'veiligheid' },
    });
  });

  test('then leaving out the talk, and that it goes on, are as they were typed', () => {
    expect(read('waiveReportTalk', good.waiveReportTalk)).toEqual({
      command: { type: 'waiveReportTalk', ...good.waiveReportTalk },
    });
    expect(read('reportContinues', good.reportContinues)).toEqual({
      command: { type: 'reportContinues', ...good.reportContinues },
    });
  });

  test.each<[Verb, string, object, string]>([
    ['decideReport', 'no decision', { decision: '' }, 'Kies of jullie melden.'],
    ['decideReport', 'no word on protecting', { canProtect: 'misschien' }, 'genoeg kunnen beschermen.'],
    ['decideReport', 'no reason', { reason: '  ' }, 'Schrijf op waarom je dit besluit.'],
    ['discussReport', 'a partner of no table', { with: 'oma' }, 'Kies met wie je praatte.'],
    ['discussReport', 'no day', { on: '' }, 'Kies de dag van het gesprek.'],
    ['discussReport', 'nobody', { who: '' }, 'Schrijf op wie er bij het gesprek waren.'],
    ['discussReport', 'no explanation', { explained: '' }, 'Schrijf op wat je uitlegde.'],
    ['discussReport', 'no reaction', { reaction: '' }, 'Schrijf op hoe er werd gereageerd.'],
    ['discussReport', 'a weighing of nothing', { weighedNature: 'Geweld' }, 'Schrijf op wat het bezwaar is.'],
    ['discussReport', 'a solution of nothing', { objectionSolved: 'true' }, 'Schrijf op wat het bezwaar is.'],
    ['discussReport', 'an objection of nobody', { objection: 'Nee' }, 'Schrijf op van wie het bezwaar is.'],
    [
      'discussReport',
      'no solution',
      { ...objection, objectionSolved: 'true' },
      'Schrijf op hoe het bezwaar is opgelost.',
    ],
    ['waiveReportTalk', 'a third ground', { ground: 'geen-tijd' }, 'Kies waarom je de melding niet bespreekt.'],
    ['waiveReportTalk', 'no reason', { reason: '' }, 'Leg uit waarom je dit besluit.'],
    ['makeReport', 'no day', { reportedDay: '' }, 'Kies de dag van de melding.'],
    ['makeReport', 'a time of no clock', { reportedTime: '25:00' }, 'Kies hoe laat de melding was.'],
    ['makeReport', 'nobody who reported', { reportedBy: '' }, 'Schrijf op wie de melding deed.'],
    ['makeReport', 'nobody who listened', { spokeWith: '' }, 'Schrijf op wie je bij Veilig Thuis sprak.'],
    ['makeReport', 'no channel', { channel: 'brief' }, 'Kies hoe je meldde.'],
    ['makeReport', 'no agreements', { agreements: '' }, 'Schrijf op wat jullie zelf nog doen.'],
    ['makeReport', 'a ground for nothing', { withheldGround: 'vertrouwen' }, 'Zet dan ook het vinkje daarboven aan.'],
    ['makeReport', 'a long text', { agreements: 'a'.repeat(2001) }, 'hoogstens 2000 tekens'],
    ['recordFeedback', 'no outcome', { outcome: '' }, 'Kies of Veilig Thuis iets liet weten.'],
    ['recordFeedback', 'an answer without words', { decision: '' }, 'Schrijf op wat Veilig Thuis besloot of vertelde.'],
    ['recordFeedback', 'a day that is none', { on: '2026-02-30' }, 'Kies de dag.'],
    ['decideHelp', 'nothing of the school', { schoolCan: '' }, 'genoeg hulp kan bieden of regelen.'],
    ['decideHelp', 'nothing of the family', { familyCan: '' }, 'kunnen en willen meedoen.'],
    ['decideHelp', 'no reason', { reason: '' }, 'Schrijf op waarom je dit besluit.'],
    ['decideHelp', 'a day that is none', { familyOn: 'gisteren' }, 'Kies de dag waarop je de betrokkenen sprak.'],
    ['reportContinues', 'no words', { what: '' }, 'Schrijf op wat er gebeurde.'],
    ['reportContinues', 'no day', { on: '' }, 'Kies de dag waarop je het merkte.'],
  ])('then %s with %s says what to mend', (verb, _what, change, sentence) => {
    const refs = { ...(verb === 'decideReport' && { round: 1 }), ...(verb === 'recordFeedback' && { report: 1 }) };
    const answer = read(verb, { ...good[verb], ...change }, refs);
    if (!('problems' in answer)) throw new Error('this was accepted');
    expect(answer.problems).toEqual([expect.stringContaining(sentence)]);
  });

  test('then what the card does not have is refused', () => {
    expect(read('reportContinues', { ...good.reportContinues, by: leader })).toHaveProperty('problems');
    expect(read('recordFeedback', good.recordFeedback, { report: -1 })).toHaveProperty('problems');
  });
});

describe('given a weighing, when decision 1 is to be taken', () => {
  const name = 'step5-decide/decide-report';

  test.each<[string, readonly CaseEvent[], string, string]>([
    ['help is not possible', needed, 'ja', 'Vraag 3, hulp mogelijk: nee.'],
    ['the child may not be safe', urgent, 'ja', 'Vraag 2, veiligheid: twijfel.'],
    ['it does not stop', [...helping, continues], 'ja', 'Het geweld stopt niet of begint opnieuw.'],
    [
      'an earlier weighing asked for it',
      [...needed, { type: 'WeighingStarted', round: 2, reason: 'Nieuw.', at, by }],
      'ja',
      'Vraag 3, hulp mogelijk: uit een eerdere weging.',
    ],
    ['it was decided and not made', [...helping, decided(true)], 'ja', 'Die melding is nog niet vastgelegd.'],
    ['help is accepted', helping, 'nee', 'Volgens de weging: melden is niet nodig.'],
    ['the weighing has not ended', [opened, ...yes], '', 'De weging is nog niet af.'],
    ['nothing was weighed', [opened], '', 'De weging is nog niet af.'],
  ])('and %s, then the card proposes what follows, and why', (_what, events, decision, why) => {
    const shown = screen(name, events);
    expect(valueOf(shown, 'decision')).toBe(decision);
    expect(shown.text).toContain(why);
    expect(shown.text).toContain(norm);
  });

  test('then the proposal can be taken as it is', () => {
    const typed = { canProtect: 'ja', reason: 'Volgens de weging.' };
    expect(judged(name, needed, typed)).toMatchObject({ events: [{ report: true, departs: false }] });
    expect(judged(name, helping, typed)).toMatchObject({ events: [{ report: false, departs: false }] });
  });

  test('then the five answers stand there, with what the leader confirmed', () => {
    const { text } = screen(name, needed);
    for (const row of ['Vraag 1, vermoeden', 'Vraag 3, hulp mogelijk', 'Nee (bevestigd)', 'Nog geen antwoord'])
      expect(text).toContain(row);
  });

  test('then departing from the norm is the leader’s, with a reason and after Veilig Thuis (A-02)', () => {
    const typed = { decision: 'nee', canProtect: 'ja', reason: 'Er loopt al hulp.' };
    expect(screen(name, needed).text).toContain('Dat kan alleen de schoolleider besluiten');
    expect(judged(name, needed, typed)).toEqual({ refusal: 'only-leader-departs' });
    const shown = screen(name, needed, { viewer: asLeader }).text;
    expect(shown).toContain('Als schoolleider kun je dat besluiten');
    expect(shown).toContain('Er is nog geen contact met Veilig Thuis vastgelegd.');
    expect(judged(name, needed, typed, asLeader)).toEqual({ refusal: 'departure-needs-veilig-thuis' });
    const spoken = [...needed, called];
    expect(screen(name, spoken, { viewer: asLeader }).text).not.toContain('nog geen contact');
    expect(judged(name, spoken, typed, asLeader)).toMatchObject({ events: [{ report: false, departs: true }] });
  });

  test('then what keeps a no from being taken is said before it is pressed', () => {
    const unconfirmed = helping.filter((event) => event !== confirmed);
    expect(screen(name, unconfirmed).text).toContain('pas als de schoolleider de weging heeft bevestigd');
    expect(judged(name, unconfirmed, { canProtect: 'ja', reason: 'x' })).toEqual({ refusal: 'leader-first' });
    const unassessed = helping.filter((event) => event !== assessed);
    expect(screen(name, unassessed).text).toContain('pas als risico, aard en ernst zijn gewogen');
    expect(screen(name, [opened, ...yes]).text).toContain('Besluiten om te melden kan altijd.');
    expect(screen(name, helping).text).not.toContain('Niet melden kan pas');
  });

  test('then doubt about protecting counts as no (R-151)', () => {
    const typed = { decision: 'nee', canProtect: 'twijfel', reason: 'Het lukt vast.' };
    expect(screen(name, helping).text).toContain('Kies je nee of twijfel? Dan is melden nodig.');
    expect(judged(name, helping, typed)).toEqual({ refusal: 'only-leader-departs' });
  });

  test('then a card of an old weighing decides nothing', () => {
    const old = JSON.stringify(screen(name, needed).card);
    expect(old).toContain('"round":1');
    const again = screen(name, [...needed, { type: 'WeighingStarted', round: 2, reason: 'Nieuw.', at, by }]);
    expect(JSON.stringify(again.card)).toContain('"round":2');
  });

  test('then taking it again says that decision 2 comes again too', () => {
    expect(screen(name, [...needed, decided(true), made]).text).toContain('Dan neem je daarna ook besluit 2 opnieuw.');
    expect(screen(name, [...needed, made]).text).toContain('Er is al gemeld, het laatst op ma 23 november 2026.');
  });
});

describe('given the two decisions, when decision 2 is opened', () => {
  const name = 'step5-decide/decide-help';

  test('then it is not shown before decision 1 of this weighing (R-144)', () => {
    const again: CaseEvent = { type: 'WeighingStarted', round: 2, reason: 'x', at, by };
    for (const events of [needed, [...needed, decided(true), again]]) {
      const shown = screen(name, events);
      expect(shown.titles).not.toContain('Vastleggen');
      expect(shown.titles).toContain('Naar besluit 1');
      expect(shown.ids).toEqual([]);
      expect(goals(events)).not.toContain(name);
    }
  });

  test('then questions 3 and 4 fill it in, and nobody else is needed without a melding', () => {
    const shown = screen(name, [...helping, decided(false)]);
    expect([valueOf(shown, 'schoolCan'), valueOf(shown, 'familyCan')]).toEqual(['ja', 'ja']);
    expect(shown.ids).toEqual(['schoolCan', 'familyCan', 'reason']);
    expect(judged(name, [...helping, decided(false)], { reason: 'Ilse helpt.' })).toMatchObject({
      events: [{ possible: true }],
    });
  });

  test.each<[string, readonly CaseEvent[]]>([
    ['a melding was decided', [...helping, decided(true)]],
    ['the leader departed from the norm', [...needed, called, decided(false, { departs: true, by: leader })]],
    [
      'the leader took a decision back',
      [...helping, decided(true), called, decided(false, { departs: true, by: leader })],
    ],
    ['the norm asks for a melding after all', [...helping, decided(false), continues]],
  ])('and %s, then Veilig Thuis and the family take part, on the card and in the protocol (R-148)', (_what, events) => {
    const typed = { schoolCan: 'ja', familyCan: 'nee', reason: 'Samen besloten.', veiligThuisName: 'Karin' };
    const on = { veiligThuisOn: '2026-11-24' };
    expect(() => judged(name, events, { ...typed, veiligThuisOn: '' })).toThrow(
      'Kies de dag waarop je Veilig Thuis sprak.',
    );
    expect(judged(name, events, { ...typed, ...on })).toEqual({ refusal: 'help-needs-family' });
    expect(judged(name, events, { ...typed, ...on, familyGround: 'veiligheid' })).toHaveProperty('events');
    expect(judged(name, events, { ...typed, ...on, familyOn: '2026-11-23' })).toHaveProperty('events');
  });
});

describe('given step 5 of a case, when its menu opens', () => {
  test('then it leads to what comes next, one thing after the other', () => {
    const help: CaseEvent = {
      type: 'HelpDecided',
      schoolCan: false,
      familyCan: false,
      reason: 'x',
      possible: false,
      at: now,
      by,
    };
    const talked = needed.filter((event) => event !== talk);
    expect(proposed([opened])).toBe('step5-decide/decide-report');
    expect(proposed(urgent)).toBe('step4-weigh/report-now');
    expect(proposed(needed)).toBe('step5-decide/decide-report');
    expect(proposed([...talked, decided(true)])).toBe('step3-conversation/menu');
    expect(proposed([...needed, decided(true)])).toBe('step5-decide/discuss-report');
    expect(proposed([...needed, decided(true), discussed])).toBe('step5-decide/prepare-report');
    expect(proposed([...needed, decided(true), discussed, made])).toBe('step5-decide/decide-help');
    expect(proposed([...needed, decided(true), discussed, made, help])).toBe('step5-decide/feedback|1');
    expect(proposed([...helping, decided(false), { ...help, possible: true }])).toBe('plan/make');
    expect(proposed([...urgent, { ...made, direct: true }])).toBe('step5-decide/discuss-report');
  });

  test('then both decisions, the meldingen and Veilig Thuis stand there', () => {
    const { text } = screen(menu, [...needed, called, decided(true), discussed, made, { ...made, number: 2 }, fedBack]);
    expect(text).toContain('Melden (ma 23 november 2026)');
    expect(text).toContain('Veilig Thuis liet iets weten.');
    expect(text).toContain('Nog geen terugkoppeling; die komt uiterlijk ma 30 november 2026.');
    expect(text).toContain('Bel Veilig Thuis opnieuw. Je kunt vaker melden.');
    expect(text).toContain('[0800-2000](tel:08002000)');
    expect(screen(menu, [...needed, decided(false, { departs: true })]).text).toContain('tegen de norm in');
  });

  test('then every melding that waits can be answered, and decision 2 comes after decision 1', () => {
    const all = goals([...needed, decided(true), made, { ...made, number: 2 }]);
    expect(all).toEqual(expect.arrayContaining(['step5-decide/feedback|1', 'step5-decide/feedback|2']));
    expect(all).toContain('step5-decide/decide-help');
    expect(goals(needed)).not.toContain('step5-decide/decide-help');
  });

  test('then a closed case offers only what may still be recorded', () => {
    const all = goals([...needed, decided(true), discussed, made, closed]);
    expect(all).toEqual(['step5-decide/feedback|1', 'step5-decide/continues', 'step2-consult/veilig-thuis']);
    expect([permits.recordFeedback.when, permits.reportContinues.when, permits.recordVeiligThuisContact.when]).toEqual([
      'always',
      'always',
      'always',
    ]);
    expect(goals([...needed, closed])).toEqual(['step5-decide/continues', 'step2-consult/veilig-thuis']);
  });

  test('then a case that moved to the exit takes feedback only (I-13)', () => {
    const moved: CaseEvent = { type: 'MovedToStaffExit', aboutLeader: false, what: 'Een collega.', at, by };
    expect(goals([...needed, made, moved])).toEqual(['step5-decide/feedback|1', 'shared/hub']);
  });
});

test('given a closed case, when it does not stop, then the card says that the case opens again and it does', () => {
  const name = 'step5-decide/continues';
  const events = [...needed, made, closed];
  expect(screen(name, events).text).toContain('gaat de zaak weer open');
  expect(screen(name, needed).text).not.toContain('gaat de zaak weer open');
  expect(judged(name, events, { what: 'Weer blauwe plekken.' })).toMatchObject({
    events: [{ type: 'ContinuesReported' }],
  });
  expect(judged(name, events, { what: 'x', on: '2026-11-24' })).toHaveProperty('events');
});

describe.each(names)('given the card %s', (name) => {
  const long = 'Sam vertelt dat het thuis vaak hard schreeuwen is en dat de kleine broer dan huilt. '.repeat(5);
  const full: readonly CaseEvent[] = [
    ...needed,
    ...Array.from({ length: 12 }, (_, i): CaseEvent => ({ ...signal, text: `${i + 1}. ${long}` })),
    ...Array.from({ length: 12 }, (_, i): CaseEvent => ({ ...signal, source: 'collega', text: `${i + 1}. ${long}` })),
    ...Array.from({ length: 6 }, (_, i): CaseEvent => ({ ...signal, nature: 'mening', text: `${i + 1}. ${long}` })),
    { ...called, risks: long },
    continues,
    decided(true),
    discussed,
    made,
    { ...made, number: 2, direct: true },
    { ...made, number: 3 },
  ];

  test.each<[string, readonly CaseEvent[]]>([
    ['a new case', [opened]],
    ['a case with much in it', full],
    ['a melding that cannot wait', urgent],
    ['decision 2', [...needed, decided(true)]],
    ['a closed case', [...full, closed]],
  ])('when it shows %s, then the card has no fault', (_what, events) => {
    for (const viewer of [asTeacher, asLeader])
      expect(faultsOf(screen(name, events, { viewer }), step5Forms[name], step5Answers)).toEqual([]);
  });
});

test('given every form that records, when it opens, then it asks for all that its answer reads', () => {
  const events = [...urgent, talk, decided(true), made];
  for (const name of names) {
    const [verb] = step5Forms[name].records as readonly Verb[]; // verbs of step 5
    if (verb) expect([...screen(name, events).ids].sort()).toEqual([...step5Answers[verb].inputs].sort());
  }
});

describe('given a fact of step 5, when it is put into words', () => {
  test.each<[string, Step5Event, readonly string[]]>([
    [
      'decision 1',
      decided(false, {
        departs: true,
        canProtect: 'twijfel',
        derived: true,
        because: ['help', 'cannotProtect'],
      }),
      [
        'Besluit 1: niet melden',
        'Omdat.',
        'Melden is nodig',
        'Vraag 3, hulp mogelijk',
        'daarover is twijfel',
        'Twijfel',
        '"Ja"',
        '"1"',
      ],
    ],
    [
      'a talk about the melding',
      {
        ...discussed,
        objection: 'Niet nodig.',
        objectionOf: 'Vader',
        howMet: 'Wij gaan mee.',
        objectionSolved: false,
        weighedNature: 'Slaan',
        weighedSeriousness: 'Vaak',
        weighedNecessity: 'Sam is jong.',
        protectionPrevails: 'ja',
      },
      [
        'Alleen de ouders',
        'Vader en moeder',
        '23 november',
        'Waarom wij melden.',
        'Vader is boos.',
        'Niet nodig.',
        'Wij gaan mee.',
        'Slaan',
        'Vaak',
        'Sam is jong.',
        '"Nee"',
        '"Ja"',
      ],
    ],
    [
      'a melding',
      {
        ...made,
        number: 3,
        direct: true,
        reference: 'VT-12',
        nameWithheld: true,
        withheldGround: 'vertrouwen',
        whyDirect: 'Er was haast.',
      },
      [
        '"3"',
        '14:00',
        'Marieke Jansen',
        'Karin',
        'Telefoon',
        'VT-12',
        'De vertrouwensband',
        'Wij zien Sam',
        'Er was haast.',
        'uiterlijk ma 30 november',
        '"Ja"',
        '"Nee"',
      ],
    ],
    ['feedback', fedBack, ['"1"', 'Veilig Thuis heeft laten weten', '24 november', 'Karin', 'Er komt een onderzoek.']],
    [
      'decision 2',
      {
        type: 'HelpDecided',
        schoolCan: true,
        familyCan: false,
        reason: 'Vader wil niet.',
        veiligThuisName: 'Karin',
        veiligThuisOn: '2026-11-23',
        familyOn: '2026-11-22',
        familyGround: 'veiligheid',
        possible: false,
        at,
        by,
      },
      [
        'zelf genoeg hulp bieden kan niet',
        '"Ja"',
        '"Nee"',
        'Vader wil niet.',
        'Karin',
        '23 november',
        '22 november',
        reportWaiverGrounds.veiligheid,
      ],
    ],
    [
      'leaving out the talk',
      { type: 'ReportTalkWaived', ground: 'contact-verbroken', reason: 'Vader dreigt.', at, by },
      [reportWaiverGrounds['contact-verbroken'], 'Vader dreigt.'],
    ],
    ['that it goes on', continues, ['Weer blauwe plekken.', '24 november']],
  ])('then every field of %s is there', (_what, event, parts) => {
    const said = words(event);
    for (const part of parts) expect(said).toContain(part);
    expect(said).not.toContain('undefined');
  });
});
