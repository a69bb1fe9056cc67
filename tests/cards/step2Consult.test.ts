import { describeStep2Consult } from '../../src/cards/entries/step2Consult';
import { step2Answers, step2Forms } from '../../src/cards/step2Consult';
import type { CaseEvent } from '../../src/protocol/caseFile';
import { decide } from '../../src/protocol/decide';
import type { Actor } from '../../src/protocol/roles';
import type { Step2Event } from '../../src/protocol/step2Consult';
import { refusals } from '../../src/text/nl';
import { faultsOf, screenOf, sentBy, valueOf, type Typed } from './cardOnScreen';
import {
  contextOf,
  ibEr,
  key,
  leader,
  nurse,
  opened,
  otherTeacher,
  now,
  pressOf,
  school,
  sent,
  teacher,
} from './context';
import {
  names,
  at,
  long,
  asked,
  answered,
  declined,
  withdrawn,
  signal,
  flagged,
  called,
  consent,
  discussed,
  closed,
  asTeacher,
  asIbEr,
  asColleague,
  asLeader,
  screen,
  type Name,
  type Verb,
  by,
} from './step2Facts';

const read = (verb: Verb, inputs: object, refs: object = {}, press = pressOf()) =>
  step2Answers[verb].read(sent('step2-consult/menu', inputs, refs), press);
/** What the file says to a press of a card: nothing when it was recorded, else the Dutch sentence. */
const sentenceFor = (events: readonly CaseEvent[], verb: Verb, data: object, actor: Actor): string => {
  const { file } = contextOf(events);
  const got = step2Answers[verb].read(data, pressOf({ by: actor.id }));
  if ('problems' in got) return got.problems.join(' ');
  const judged = decide(got.command, file, { by: actor, at: now, length: events.length });
  return 'refusal' in judged ? refusals[judged.refusal] : '';
};

const good = {
  askColleagues: {
    colleagues: `${ibEr},${nurse}`,
    question: 'Herken jij dit?',
    shared: 'Een leerling is moe.',
    named: 'false',
    ground: '',
  },
  answerConsultation: {
    recognises: 'ja',
    observations: '',
    otherExplanation: '',
    advice: 'Bel de moeder.',
    reachable: '',
  },
  addToConsultation: { addition: 'Ik zag het vandaag weer.' },
  declineConsultation: { reason: 'Ik ken het kind niet.' },
  withdrawConsultation: { reason: '' },
  recordOutsideConsultation: {
    withName: 'Ilse',
    role: 'anders',
    on: '2026-11-24',
    context: 'persoonlijk',
    named: 'true',
    ground: 'Moeder vond het goed.',
    content: 'De zorgen.',
    advice: 'Wacht even.',
  },
  recordVeiligThuisContact: {
    contactDay: '2026-11-24',
    contactTime: '09:30',
    spokeWith: 'Karin',
    reference: '',
    anonymous: 'true',
    advice: 'Praat met moeder.',
    immediateAction: 'false',
    firstWeighing: '',
    risks: '',
  },
  recordInjuryExpert: {
    on: '2026-11-24',
    expert: 'Dr. Bos, forensisch arts',
    where: 'armen,rug',
    description: 'Ronde plek.',
    outcome: 'Past bij een val.',
  },
  recordConsent: {
    knownParent: '',
    parent: 'moeder',
    custody: 'twee',
    on: '2026-11-24',
    purpose: 'Bespreken',
    outcome: 'schriftelijk',
    keptAt: 'Kluis',
  },
  acceptSingleConsent: { reason: 'Vader is onbereikbaar.' },
  recordTeamDiscussion: {
    team: 'zorgteam',
    on: '2026-11-24',
    mode: 'anoniem',
    outsiders: 'true',
    whyAnonymous: 'Geen toestemming.',
    present: 'Ilse',
    assessment: 'Zorg gedeeld.',
    agreements: 'Ilse belt.',
    helpQuestion: '',
    approach: '',
    adviceTeacher: '',
    adviceParents: '',
    furtherHelp: '',
    indications: '',
  },
  informParent: { on: '2026-11-24', content: 'Wat het team zei.', nextSteps: 'Een gesprek.', indications: '' },
  waiveInforming: { ground: 'veiligheid', reason: 'Vader dreigt.' },
  askSupport: { step: '3', question: 'Hoe begin ik het gesprek?' },
} as const;
const refsFor = (verb: Verb): object => {
  if (step2Answers[verb].refs.includes('consultation')) return { consultation: 'c-1' };
  return step2Answers[verb].refs.includes('about') ? { about: 't-1' } : {};
};

describe('given what somebody typed, when a button of step 2 is pressed', () => {
  test('then each colleague gets a request of their own, in the role that the school knows', () => {
    expect(read('askColleagues', good.askColleagues)).toEqual({
      command: {
        type: 'askColleagues',
        consultations: [
          { id: `${key}-1`, to: ibEr, role: 'intern-begeleider' },
          { id: `${key}-2`, to: nurse, role: 'jeugdverpleegkundige' },
        ],
        question: 'Herken jij dit?',
        shared: 'Een leerling is moe.',
        named: false,
      },
    });
  });

  test('then a role that the school does not consult makes nobody askable', () => {
    const press = pressOf({ school: { ...school, consultable: ['intern-begeleider'] } });
    expect(read('askColleagues', good.askColleagues, {}, press)).toEqual({
      problems: ['Kies alleen collega’s uit de lijst.'],
    });
  });

  test('then seeing a request needs nothing but the request', () => {
    expect(read('seeConsultation', {}, { consultation: 'c-1' })).toEqual({
      command: { type: 'seeConsultation', consultation: 'c-1' },
    });
    expect(read('seeConsultation', {})).toHaveProperty('problems');
  });

  test('then the moment with Veilig Thuis is that of the Dutch clock', () => {
    expect(read('recordVeiligThuisContact', good.recordVeiligThuisContact)).toEqual({
      command: {
        type: 'recordVeiligThuisContact',
        contactAt: '2026-11-24T08:30:00.000Z',
        spokeWith: 'Karin',
        anonymous: true,
        advice: 'Praat met moeder.',
        immediateAction: false,
      },
    });
  });

  test('then places on the body become words', () => {
    expect(read('recordInjuryExpert', good.recordInjuryExpert)).toMatchObject({
      command: { where: 'Schouders of armen, Rug' },
    });
  });

  test.each([
    ['moeder', 'Moeder'],
    ['  moeder   van Sam ', 'Moeder van Sam'],
  ])('then a parent called %o is one and the same parent', (parent, stored) => {
    expect(read('recordConsent', { ...good.recordConsent, parent })).toMatchObject({
      command: { id: key, parent: stored },
    });
  });

  test('then a parent can be chosen whose consent was asked before', () => {
    expect(read('recordConsent', { ...good.recordConsent, parent: '', knownParent: 'Vader' })).toMatchObject({
      command: { parent: 'Vader' },
    });
    expect(read('recordConsent', { ...good.recordConsent, knownParent: 'een-andere-ouder' })).toMatchObject({
      command: { parent: 'Moeder' },
    });
  });

  test('then a discussion in a team gets the key of its card, and the step of a call for support is a number', () => {
    expect(read('recordTeamDiscussion', good.recordTeamDiscussion)).toMatchObject({
      command: { id: key, outsiders: true },
    });
    expect(read('askSupport', good.askSupport)).toEqual({
      command: { type: 'askSupport', step: 3, question: 'Hoe begin ik het gesprek?' },
    });
  });

  test.each(Object.keys(good) as (keyof typeof good)[])('then %s becomes its command, without empty fields', (verb) => {
    const got = read(verb, good[verb], refsFor(verb));
    expect(got).toMatchObject({ command: { type: verb } });
    expect(Object.values('command' in got ? got.command : {})).not.toContain('');
    expect(Object.values('command' in got ? got.command : {})).not.toContain(undefined);
  });

  test.each([
    ['askColleagues', { colleagues: '' }, 'Kies minstens één collega, en hoogstens tien.'],
    ['askColleagues', { colleagues: `${ibEr},onbekend` }, 'Kies alleen collega’s uit de lijst.'],
    ['askColleagues', { question: ' ' }, 'Schrijf op wat je wilt vragen.'],
    ['askColleagues', { shared: '' }, 'Schrijf op wat je collega mag weten.'],
    ['askColleagues', { shared: 'x'.repeat(1501) }, 'Maak deze tekst korter: hoogstens 1500 tekens.'],
    ['answerConsultation', { recognises: '' }, 'Kies of je de zorgen herkent.'],
    ['answerConsultation', { advice: '' }, 'Schrijf op wat je aanraadt.'],
    ['addToConsultation', { addition: ' ' }, 'Schrijf op wat je wilt toevoegen.'],
    ['declineConsultation', { reason: '' }, 'Schrijf op waarom je niet kunt antwoorden.'],
    ['withdrawConsultation', { reason: 'x'.repeat(1001) }, 'Maak deze tekst korter: hoogstens 1000 tekens.'],
    ['recordOutsideConsultation', { withName: '' }, 'Schrijf op met wie je overlegde.'],
    ['recordOutsideConsultation', { role: 'bestuur' }, 'Kies welke rol die persoon heeft.'],
    ['recordOutsideConsultation', { on: '' }, 'Kies de dag van het overleg.'],
    ['recordOutsideConsultation', { context: '' }, 'Kies hoe jullie overlegden.'],
    ['recordOutsideConsultation', { content: '' }, 'Schrijf op wat je besprak.'],
    ['recordOutsideConsultation', { advice: '' }, 'Schrijf op welk advies je kreeg.'],
    ['recordVeiligThuisContact', { contactDay: '' }, 'Kies de dag van het contact.'],
    ['recordVeiligThuisContact', { contactTime: '25:00' }, 'Kies hoe laat het contact was.'],
    ['recordVeiligThuisContact', { spokeWith: '' }, 'Schrijf op wie je sprak.'],
    ['recordVeiligThuisContact', { advice: '' }, 'Schrijf op welk advies je kreeg.'],
    ['recordVeiligThuisContact', { immediateAction: '' }, 'Kies of er nu meteen iets moet gebeuren.'],
    ['recordVeiligThuisContact', { immediateAction: undefined }, 'Kies of er nu meteen iets moet gebeuren.'],
    ['recordInjuryExpert', { on: '' }, 'Kies de dag van het contact.'],
    ['recordInjuryExpert', { expert: '' }, 'Schrijf op wie je sprak: naam en functie.'],
    ['recordInjuryExpert', { where: '' }, 'Kies waar op het lichaam het letsel is.'],
    ['recordInjuryExpert', { description: '' }, 'Beschrijf het letsel.'],
    ['recordInjuryExpert', { outcome: '' }, 'Schrijf op wat de deskundige zei.'],
    ['recordConsent', { parent: '' }, 'Schrijf op welke ouder dit is.'],
    ['recordConsent', { knownParent: 'Vader' }, 'Kies een ouder uit de lijst, of schrijf een andere op. Niet allebei.'],
    ['recordConsent', { custody: '' }, 'Kies wie het gezag heeft.'],
    ['recordConsent', { on: '' }, 'Kies de dag van het antwoord.'],
    ['recordConsent', { purpose: '' }, 'Schrijf op waarvoor je toestemming vroeg.'],
    ['recordConsent', { outcome: '' }, 'Kies wat de ouder antwoordde.'],
    ['acceptSingleConsent', { reason: '' }, 'Schrijf op waarom één toestemming genoeg is.'],
    ['recordTeamDiscussion', { team: '' }, 'Kies in welk team jullie dit bespraken.'],
    ['recordTeamDiscussion', { on: '' }, 'Kies de dag van de bespreking.'],
    ['recordTeamDiscussion', { mode: '' }, 'Kies of jullie open of anoniem bespraken.'],
    ['recordTeamDiscussion', { present: '' }, 'Schrijf op wie erbij waren.'],
    ['recordTeamDiscussion', { assessment: '' }, 'Schrijf op hoe het team de situatie ziet.'],
    ['recordTeamDiscussion', { agreements: '' }, 'Schrijf op wat jullie afspraken: wie, wat en wanneer.'],
    ['informParent', { on: '' }, 'Kies de dag van het gesprek.'],
    ['informParent', { content: '' }, 'Schrijf op wat je vertelde.'],
    ['informParent', { nextSteps: '' }, 'Schrijf op wat de volgende stappen zijn.'],
    ['waiveInforming', { ground: '' }, 'Kies waarom je het de ouder niet vertelt.'],
    ['waiveInforming', { reason: '' }, 'Leg uit waarom je dit besluit.'],
    ['askSupport', { step: '6' }, 'Kies bij welke stap je hulp wilt.'],
    ['askSupport', { question: '' }, 'Schrijf op wat je wilt vragen.'],
  ] as const)('then %s says what to mend (%#)', (verb, change, sentence) => {
    expect(read(verb, { ...good[verb], ...change }, refsFor(verb))).toEqual({ problems: [sentence] });
  });
});

describe('given a card of step 2, when it is filled in and pressed as a client does, then it is recorded', () => {
  const me: Actor = { id: teacher, roles: ['leerkracht'] };
  const ib: Actor = { id: ibEr, roles: ['intern-begeleider'] };
  test.each<[Name, string, Verb, readonly CaseEvent[], Actor, string | undefined, Typed]>([
    [
      'step2-consult/ask',
      'Vraag versturen',
      'askColleagues',
      [opened],
      me,
      undefined,
      { question: 'Herken jij dit?', shared: 'Moe.' },
    ],
    [
      'step2-consult/answer',
      'Antwoord geven',
      'answerConsultation',
      [opened, asked('c-1', ibEr)],
      ib,
      'c-1',
      { recognises: 'ja', advice: 'Bel.' },
    ],
    [
      'step2-consult/answer',
      'Gezien, ik antwoord later',
      'seeConsultation',
      [opened, asked('c-1', ibEr)],
      ib,
      'c-1',
      {},
    ],
    [
      'step2-consult/addition',
      'Toevoegen',
      'addToConsultation',
      [opened, asked('c-1', ibEr), answered],
      ib,
      'c-1',
      { addition: 'Ik zag het vandaag weer.' },
    ],
    [
      'step2-consult/decline',
      'Laten weten',
      'declineConsultation',
      [opened, asked('c-1', ibEr)],
      ib,
      'c-1',
      { reason: 'Ik ken Sam niet.' },
    ],
    ['step2-consult/withdraw', 'Vraag intrekken', 'withdrawConsultation', [opened, asked('c-1', ibEr)], me, 'c-1', {}],
    [
      'step2-consult/outside',
      'Vastleggen',
      'recordOutsideConsultation',
      [opened],
      me,
      undefined,
      { withName: 'Ilse', content: 'Zorgen.', advice: 'Wacht.' },
    ],
    [
      'step2-consult/veilig-thuis',
      'Vastleggen',
      'recordVeiligThuisContact',
      [opened],
      me,
      undefined,
      { contactTime: '09:00', spokeWith: 'Karin', advice: 'Praat.', immediateAction: 'false' },
    ],
    [
      'step2-consult/injury-expert',
      'Vastleggen',
      'recordInjuryExpert',
      [opened],
      me,
      undefined,
      { expert: 'Dr. Bos', where: ['armen'], description: 'Plek.', outcome: 'Val.' },
    ],
    [
      'step2-consult/consent',
      'Vastleggen',
      'recordConsent',
      [opened],
      me,
      undefined,
      { parent: 'moeder', custody: 'een', outcome: 'schriftelijk', keptAt: 'Kluis' },
    ],
    [
      'step2-consult/consent',
      'Vastleggen',
      'recordConsent',
      [opened, consent('Moeder', 'schriftelijk')],
      me,
      undefined,
      { knownParent: 'een-andere-ouder', parent: 'vader', outcome: 'geweigerd' },
    ],
    [
      'step2-consult/single-consent',
      'Accepteren',
      'acceptSingleConsent',
      [opened, consent('Moeder', 'schriftelijk')],
      { id: leader, roles: ['schoolleider'] },
      undefined,
      { reason: 'Vader is weg.' },
    ],
    [
      'step2-consult/team',
      'Vastleggen',
      'recordTeamDiscussion',
      [opened],
      me,
      undefined,
      { team: 'schoolteam', mode: 'open', present: 'Ilse', assessment: 'Zorg.', agreements: 'Bellen.' },
    ],
    [
      'step2-consult/inform-parent',
      'Vastleggen',
      'informParent',
      [opened, discussed],
      me,
      't-1',
      { content: 'Alles.', nextSteps: 'Gesprek.' },
    ],
    [
      'step2-consult/waive-informing',
      'Vastleggen',
      'waiveInforming',
      [opened, discussed],
      me,
      't-1',
      { ground: 'veiligheid', reason: 'Dreiging.' },
    ],
    [
      'step2-consult/support',
      'Vraag versturen',
      'askSupport',
      [opened],
      me,
      undefined,
      { step: '3', question: 'Hoe begin ik?' },
    ],
  ])('%s with %s', (name, button, verb, events, viewer, about, typed) => {
    const shown = screen(name, events, { viewer, ...(about && { about }) });
    expect(sentenceFor(events, verb, sentBy(shown, button, typed), viewer)).toBe('');
  });
});

describe('given what the protocol refuses, when it is pressed, then the sentence says what to do', () => {
  const me: Actor = { id: teacher, roles: ['leerkracht'] };
  const pressOn = (
    name: Name,
    button: string,
    verb: Verb,
    typed: Typed,
    events: readonly CaseEvent[] = [opened],
  ): string => sentenceFor(events, verb, sentBy(screen(name, events), button, typed), me);

  test('naming the pupil to the nurse without a ground', () => {
    const typed = { colleagues: [nurse], question: 'Ken je dit?', shared: 'Moe.', named: true };
    expect(pressOn('step2-consult/ask', 'Vraag versturen', 'askColleagues', typed)).toBe(
      refusals['outside-needs-ground'],
    );
    expect(
      pressOn('step2-consult/ask', 'Vraag versturen', 'askColleagues', {
        ...typed,
        ground: 'Ze behandelt het kind al.',
      }),
    ).toBe('');
  });

  test('discussing openly in the zorgteam without consent, and anonymously without saying why', () => {
    const typed = { team: 'zorgteam', mode: 'open', present: 'Ilse', assessment: 'Zorg.', agreements: 'Bellen.' };
    const press = (change: Typed) =>
      pressOn('step2-consult/team', 'Vastleggen', 'recordTeamDiscussion', { ...typed, ...change });
    expect(press({})).toBe(refusals['consent-needed']);
    expect(press({ mode: 'anoniem' })).toBe(refusals['anonymous-needs-reason']);
  });

  test('consent on paper that nobody knows the place of', () => {
    const typed = { parent: 'moeder', custody: 'een', outcome: 'schriftelijk' };
    expect(pressOn('step2-consult/consent', 'Vastleggen', 'recordConsent', typed)).toBe(
      refusals['consent-needs-place'],
    );
  });

  test('a contact that has not been yet', () => {
    const typed = { contactTime: '23:59', spokeWith: 'Karin', advice: 'Praat.', immediateAction: 'false' };
    expect(pressOn('step2-consult/veilig-thuis', 'Vastleggen', 'recordVeiligThuisContact', typed)).toBe(
      refusals['in-the-future'],
    );
  });
});

describe.each(names)('given %s', (name) => {
  const full = [
    opened,
    ...Array.from({ length: 8 }, () => ({ ...signal, text: long })),
    flagged,
    asked('c-1', ibEr, { question: long, shared: `${long} ${long}`, named: true }),
    { ...answered, observations: long, otherExplanation: long, advice: long },
    ...Array.from({ length: 10 }, (_, i) => asked(`c-${i + 2}`, otherTeacher, { role: 'leerkracht' })),
    { ...called, risks: long },
    consent('Mevrouw De Vries-van der Heijden', 'schriftelijk'),
    consent('De heer De Vries', 'geweigerd'),
    ...Array.from({ length: 5 }, (_, i): CaseEvent => ({ ...discussed, id: `t-${i + 1}` })),
  ];
  const colleagues = [
    ...school.colleagues,
    ...Array.from({ length: 30 }, (_, i) => ({
      id: `00000000-0000-4000-8000-0000000000${String(i).padStart(2, '0')}`,
      name: `Wilhelmina van den Broek-Oude ${i}`,
      roles: ['leerkracht'] as const,
    })),
  ];

  test.each([
    ['a fresh case, by the teacher', [opened], asTeacher],
    [
      'a full case, by the teacher',
      full,
      { school: { ...school, colleagues }, about: name.endsWith('ed') ? 'c-1' : 'c-5' },
    ],
    ['a full case, by the intern begeleider', full, { ...asIbEr, about: 'c-1' }],
    [
      'a request, by the colleague',
      [opened, asked('c-1', otherTeacher, { shared: long })],
      { ...asColleague, about: 'c-1' },
    ],
    [
      'an outcome to tell, by the leader',
      [opened, consent('Moeder', 'schriftelijk'), called, discussed],
      { ...asLeader, about: 't-1' },
    ],
    ['a closed case', [...full, closed], { about: 'c-1' }],
  ] as const)('when it is opened on %s, then nothing is wrong with the card', (_state, events, change) => {
    expect(faultsOf(screen(name, events, change), step2Forms[name], step2Answers)).toEqual([]);
  });

  test('when it comes back with a hint, then the hint and what was typed are on it', () => {
    const context = contextOf([opened, asked('c-1', teacher), discussed], {
      about: name.includes('inform') ? 't-1' : 'c-1',
    });
    const { ids } = screenOf(name, step2Forms[name], context);
    const text = ids.find((id) =>
      ['question', 'advice', 'reason', 'content', 'description', 'purpose', 'assessment'].includes(id),
    );
    const inputs = text ? { [text]: 'Wat ik schreef over ${today} en *Sam*.' } : {};
    const again = screenOf(name, step2Forms[name], context, { hint: 'Maak dit af.', inputs });
    expect(again.text).toContain('Maak dit af.');
    if (text) expect(valueOf(again, text)).toBe(inputs[text]);
  });
});

describe('given a recorded fact of step 2, when it is put in words', () => {
  test.each<[Step2Event, readonly string[]]>([
    [
      asked('c-1', nurse, { role: 'jeugdverpleegkundige', named: true, ground: 'Ze kent het gezin.' }),
      ['Annemiek Kuipers (jeugdverpleegkundige)', 'Herken jij dit?', 'vaak moe', 'Ja', 'Ze kent het gezin.'],
    ],
    [{ type: 'ConsultationSeen', consultation: 'c-1', at, by }, ['Vraag gezien']],
    [answered, ['Deels', 'Ik zag het ook bij gym.', 'baby geboren', 'Praat met de ouder.', 'Elke ochtend']],
    [declined, ['Ik ken het kind niet.']],
    [withdrawn, ['Al besproken.']],
    [
      {
        type: 'OutsideConsultationRecorded',
        withName: 'Ria',
        role: 'anders',
        on: '2026-11-20',
        context: 'groepsbespreking',
        named: false,
        ground: 'Toestemming.',
        content: 'De zorgen.',
        advice: 'Wacht.',
        at,
        by,
      },
      ['Ria (iemand anders)', '20 november 2026', 'Groepsbespreking', 'Nee', 'Toestemming.', 'De zorgen.', 'Wacht.'],
    ],
    [
      { ...called, immediateAction: true, anonymous: false },
      [
        'ma 23 november 2026 om 11:00',
        'Karin de Boer',
        'VT-2026-88',
        'Nee',
        'Praat eerst met de moeder.',
        'Ja',
        'De zorg is terecht.',
        'Vader kan boos worden.',
      ],
    ],
    [
      {
        type: 'InjuryExpertConsulted',
        on: '2026-11-20',
        expert: 'Dr. Bos',
        where: 'Rug',
        description: 'Ronde plek.',
        outcome: 'Past bij een val.',
        at,
        by,
      },
      ['20 november 2026', 'Dr. Bos', 'Rug', 'Ronde plek.', 'Past bij een val.'],
    ],
    [
      consent('Moeder', 'schriftelijk'),
      ['Moeder', 'Twee ouders', '21 november 2026', 'Open bespreken', 'op papier', 'Kluis'],
    ],
    [{ type: 'SingleConsentAccepted', reason: 'Vader is weg.', at, by: leader }, ['Vader is weg.']],
    [
      discussed,
      [
        'Team van de school (diepteteam)',
        '20 november 2026',
        'Anoniem',
        'Nog geen toestemming.',
        'Ja',
        'Ilse, Marieke',
        'Wat heeft Sam nodig?',
        'Het team deelt de zorg.',
        'Rust in de klas.',
        'Ilse belt moeder.',
        'Blijf kijken.',
        'Vaste bedtijd.',
        'Jeugdgezondheidszorg.',
        'Nog geen.',
      ],
    ],
    [
      {
        type: 'ParentInformed',
        about: 't-1',
        on: '2026-11-20',
        content: 'De adviezen.',
        nextSteps: 'Een gesprek.',
        indications: 'Een arrangement.',
        at,
        by,
      },
      ['20 november 2026', 'De adviezen.', 'Een gesprek.', 'Een arrangement.'],
    ],
    [
      {
        type: 'InformingWaived',
        about: 't-1',
        ground: 'contact-verbroken',
        reason: 'Moeder dreigt te vertrekken.',
        at,
        by,
      },
      ['het kind van school haalt', 'Moeder dreigt te vertrekken.'],
    ],
    [{ type: 'SupportAsked', step: 4, question: 'Wie weegt mee?', at, by }, ['Stap 4: wegen', 'Wie weegt mee?']],
  ])('then nothing of a fact is left out (%#)', (event, parts) => {
    const words = JSON.stringify(describeStep2Consult(event, school));
    for (const part of parts) expect(words).toContain(part);
  });
});
