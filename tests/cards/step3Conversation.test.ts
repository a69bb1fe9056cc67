import type { Attempt } from '../../src/cards/compose';
import type { FormContext } from '../../src/cards/context';
import { describeStep3Conversation } from '../../src/cards/entries/step3Conversation';
import { step3Answers, step3Forms } from '../../src/cards/step3Conversation';
import type { CaseEvent } from '../../src/protocol/caseFile';
import { decide } from '../../src/protocol/decide';
import { talkGuide, waiverGrounds, type Step3Event } from '../../src/protocol/step3Conversation';
import { choicesOn, faultsOf, screenOf, sentBy, valueOf } from './cardOnScreen';
import { contextOf, ibEr, key, nurse, opened, otherTeacher, pressOf, school, sent, teacher } from './context';

type Name = keyof typeof step3Forms;
const names = Object.keys(step3Forms) as Name[]; // exactly the keys of the forms
const at = '2026-11-23T10:00:00.000Z';
const long = 'Moeder vertelt dat Sam thuis vaak alleen is en slecht slaapt. '.repeat(6);

const signal: Extract<CaseEvent, { type: 'SignalRecorded' }> = {
  type: 'SignalRecorded',
  text: 'Sam viel twee keer in slaap.',
  direction: 'wijst-op-zorg',
  category: 'LW',
  source: 'zelf',
  nature: 'feit',
  setting: 'klas',
  happenedOn: '2026-11-23',
  at,
  by: teacher,
};
const hearsay: CaseEvent = { ...signal, source: 'derde', sourceName: 'buurvrouw', text: 'Er is veel ruzie.' };
const flagged: CaseEvent = { type: 'FlagsConfirmed', flags: ['seksueel-misbruik'], at, by: teacher };
const called: CaseEvent = {
  type: 'VeiligThuisContactRecorded',
  contactAt: at,
  spokeWith: 'Karin',
  anonymous: true,
  advice: 'Praat op een rustig moment.',
  risks: 'Vader kan boos worden als het kind erbij is.',
  immediateAction: false,
  at,
  by: teacher,
};
const talk: Extract<CaseEvent, { type: 'ConversationRecorded' }> = {
  type: 'ConversationRecorded',
  id: 'talk-1',
  with: 'ouder',
  talkAt: '2026-11-23T13:30:00.000Z',
  place: 'Kamer van de intern begeleider',
  present: 'Moeder, Marieke, Ilse',
  second: 'Ilse ter Braak',
  goal: 'Zorgen delen',
  facts: 'Sam viel in slaap.',
  reaction: 'Moeder schrikt ervan.',
  interpretation: 'Sam slaapt misschien te weinig.',
  recognises: 'ja',
  outcome: 'verduidelijkt',
  agreements: 'Sam gaat om acht uur naar bed.',
  opportunities: 'Oma wil helpen.',
  adviceClass: 'Rustige plek.',
  adviceHome: 'Vast ritme.',
  childVoice: 'Ik ben moe.',
  at: '2026-11-23T15:00:00.000Z',
  by: teacher,
};
const planned: CaseEvent = {
  type: 'ConversationPlanned',
  with: 'beiden',
  talkAt: '2026-11-24T08:00:00.000Z',
  second: ibEr,
  at,
  by: teacher,
};
const signed: CaseEvent = {
  type: 'SignatureRecorded',
  conversation: 'talk-1',
  person: 'Moeder',
  state: 'gezien',
  on: '2026-11-24',
  keptAt: 'Kast van de ib’er',
  at,
  by: teacher,
};
const waived: CaseEvent = {
  type: 'ConversationWaived',
  ground: 'veiligheid',
  atRisk: ['leerling', 'ouder'],
  reason: 'Vader dreigt.',
  veiligThuisConsulted: true,
  at,
  by: teacher,
};
const closed: CaseEvent = {
  type: 'CaseClosed',
  outcome: 'andere-oorzaak',
  reason: 'Klaar.',
  missing: {},
  at,
  by: teacher,
};

const screen = (
  name: Name,
  events: readonly CaseEvent[] = [opened],
  change: Partial<FormContext> = {},
  attempt?: Attempt,
) => screenOf(name, step3Forms[name], contextOf(events, change), attempt);
const read = (verb: keyof typeof step3Answers, inputs: object, refs: object = {}) =>
  step3Answers[verb].read(sent('step3-conversation/menu', inputs, refs), pressOf());
const words = (event: Step3Event): string => JSON.stringify(describeStep3Conversation(event, school));

const report = {
  with: 'ouder',
  talkDay: '2026-11-23',
  talkTime: '14:30',
  place: 'School',
  present: 'Moeder en Ilse',
  second: 'Ilse ter Braak',
  whyAlone: '',
  goal: 'Zorgen delen',
  facts: 'Sam viel in slaap.',
  reaction: 'Moeder schrikt.',
  interpretation: '',
  recognises: 'geen',
  outcome: 'verduidelijkt',
  agreements: 'Volgende week weer praten.',
  opportunities: '',
  adviceClass: '',
  adviceHome: '',
  childVoice: '',
};
const waiver = {
  ground: 'veiligheid',
  atRisk: 'leerling,ouder',
  reason: 'Vader dreigt.',
  veiligThuisConsulted: 'true',
};

describe('given what somebody typed, when a button of step 3 is pressed', () => {
  test('then a planned talk gets its Dutch clock time and the colleague who joins', () => {
    const plan = { with: 'ouder', talkDay: '2026-11-26', talkTime: '15:30', second: ibEr };
    expect(read('planConversation', plan)).toEqual({
      command: { type: 'planConversation', with: 'ouder', talkAt: '2026-11-26T14:30:00.000Z', second: ibEr },
    });
    expect(read('planConversation', { ...plan, second: 'nog-niemand' })).toEqual({
      command: { type: 'planConversation', with: 'ouder', talkAt: '2026-11-26T14:30:00.000Z' },
    });
  });

  test.each([
    ['a moment that has passed', { talkDay: '2026-11-20' }, 'Kies een moment dat nog komt'],
    ['a day that is none', { talkDay: '2026-02-30' }, 'Kies de dag van het gesprek.'],
    ['no time', { talkTime: '' }, 'Kies de tijd van het gesprek.'],
    ['somebody from outside the school', { second: nurse }, 'Kies een collega uit de lijst.'],
    ['oneself as the second', { second: teacher }, 'Kies een collega uit de lijst.'],
    ['a partner who is not in the table', { with: 'oma' }, 'Kies met wie je praat.'],
  ])('with %s in a plan, then the sentence says what to mend', (_what, change, sentence) => {
    const plan = { with: 'ouder', talkDay: '2026-11-26', talkTime: '15:30', second: otherTeacher };
    expect(JSON.stringify(read('planConversation', { ...plan, ...change }))).toContain(sentence);
  });

  test('then the report of a talk carries the key of its card and leaves out what stayed empty', () => {
    expect(read('recordConversation', report)).toEqual({
      command: {
        type: 'recordConversation',
        id: key,
        with: 'ouder',
        talkAt: '2026-11-23T13:30:00.000Z',
        place: 'School',
        present: 'Moeder en Ilse',
        second: 'Ilse ter Braak',
        goal: 'Zorgen delen',
        facts: 'Sam viel in slaap.',
        reaction: 'Moeder schrikt.',
        outcome: 'verduidelijkt',
        agreements: 'Volgende week weer praten.',
      },
    });
  });

  test.each([
    ['nobody beside and no reason', { second: ' ' }, 'Vul in welke collega erbij was, of waarom je alleen was.'],
    ['no reaction', { reaction: '' }, 'Schrijf op hoe er werd gereageerd.'],
    ['no outcome', { outcome: '' }, 'Kies wat het gesprek deed met de zorgen.'],
    ['no agreements', { agreements: '' }, 'Geen afspraken? Schrijf dan ‘geen’.'],
    ['a text that is too long', { facts: 'a'.repeat(2001) }, 'hoogstens 2000 tekens'],
  ])('with %s in a report, then the sentence says what to mend', (_what, change, sentence) => {
    expect(JSON.stringify(read('recordConversation', { ...report, ...change }))).toContain(sentence);
  });

  test('then a signature belongs to the talk that the card carries', () => {
    const signature = { person: 'Moeder', state: 'geweigerd', on: '2026-11-24', keptAt: '' };
    expect(read('recordSignature', signature, { conversation: 'talk-1' })).toEqual({
      command: {
        type: 'recordSignature',
        conversation: 'talk-1',
        person: 'Moeder',
        state: 'geweigerd',
        on: '2026-11-24',
      },
    });
    expect(JSON.stringify(read('recordSignature', { ...signature, state: 'x' }, { conversation: 'talk-1' }))).toContain(
      'Kies hoe het staat met de handtekening.',
    );
  });

  test('then leaving out the talk knows two grounds only, who is not safe, and a reason', () => {
    expect(read('waiveConversation', waiver)).toEqual({
      command: {
        type: 'waiveConversation',
        ground: 'veiligheid',
        atRisk: ['leerling', 'ouder'],
        reason: 'Vader dreigt.',
        veiligThuisConsulted: true,
      },
    });
    expect(JSON.stringify(read('waiveConversation', { ...waiver, ground: 'anders' }))).toContain(
      'Kies waarom het gesprek er niet komt.',
    );
    expect(JSON.stringify(read('waiveConversation', { ...waiver, reason: '' }))).toContain('Leg uit waarom');
  });
});

describe('given a suspicion that asks for Veilig Thuis first (R-092)', () => {
  const events = [opened, signal, flagged];

  test.each(['menu', 'prepare', 'plan', 'record'] as const)(
    'when %s opens, then the gate stands on top with the number',
    (name) => {
      const shown = screen(`step3-conversation/${name}`, events);
      expect(shown.text).toContain('Praat nog niet met een ouder.');
      expect(shown.text).toContain('[0800-2000](tel:08002000)');
      expect(shown.text).toContain('Niemand op school kan deze regel overslaan.');
    },
  );

  test('when the menu opens, then calling Veilig Thuis comes first', () => {
    expect(valueOf(screen('step3-conversation/menu', events), 'go')).toBe('step2-consult/veilig-thuis');
    const { titles } = screen('step3-conversation/prepare', events);
    expect(titles).toContain('Contact met Veilig Thuis vastleggen');
    expect(titles).not.toContain('Gesprek plannen');
  });

  test('when Veilig Thuis was called, then the gate is gone and the risks they named stand there', () => {
    const shown = screen('step3-conversation/plan', [...events, called]);
    expect(shown.text).not.toContain('Praat nog niet met een ouder.');
    expect(shown.text).toContain('Vader kan boos worden als het kind erbij is.');
  });
});

describe('given a talk to hold', () => {
  test('when it is prepared, then the five points stand in order and only own facts are listed', () => {
    const { text } = screen('step3-conversation/prepare', [opened, signal, hearsay]);
    const places = talkGuide.map((point) => text.indexOf(point.text));
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(text).toContain('Sam viel twee keer in slaap.');
    expect(text).not.toContain('Er is veel ruzie.');
    expect(text).toContain('Herkent u dit?');
  });

  test('when somebody typed what looks like a link, then it stands where nothing is read as one', () => {
    const whole = JSON.stringify(
      screen('step3-conversation/prepare', [opened, { ...signal, text: '[klik](https://kwaad.nl)' }]).card,
    );
    expect(whole).toContain('{"type":"TextRun","text":"[klik](https://kwaad.nl)"}');
    expect(whole.split('kwaad.nl')).toHaveLength(2);
  });

  test('when nothing was seen yet, then the card says so and where to write it', () => {
    expect(screen('step3-conversation/prepare').text).toContain('Er zijn nog geen eigen feiten vastgelegd.');
  });

  test('when it was planned for a moment that has passed, then its day and time are filled in', () => {
    const shown = screen('step3-conversation/record', [opened, planned]);
    expect([valueOf(shown, 'talkDay'), valueOf(shown, 'talkTime')]).toEqual(['2026-11-24', '09:00']);
    expect(valueOf(screen('step3-conversation/menu', [opened, planned]), 'go')).toBe('step3-conversation/record');
  });

  test('when it is written down, then the reaction comes before the interpretation (R-091)', () => {
    const { ids } = screen('step3-conversation/record');
    expect(ids.indexOf('facts')).toBeLessThan(ids.indexOf('reaction'));
    expect(ids.indexOf('reaction')).toBeLessThan(ids.indexOf('interpretation'));
    expect([...ids].sort()).toEqual([...step3Answers.recordConversation.inputs].sort());
  });

  test('when only the needed fields are filled in, then the client sends a report that is accepted', () => {
    const data = sentBy(screen('step3-conversation/record'), 'Vastleggen', {
      talkDay: '2026-11-23',
      talkTime: '14:30',
      place: 'School',
      present: 'Moeder',
      whyAlone: 'De collega was ziek.',
      goal: 'Zorgen delen',
      facts: 'Feiten',
      reaction: 'Reactie',
      outcome: 'onveranderd',
      agreements: 'geen',
    });
    const answer = step3Answers.recordConversation.read(data, pressOf());
    if (!('command' in answer)) throw new Error(answer.problems.join());
    const by = { id: teacher, roles: ['leerkracht'] as const };
    expect(decide(answer.command, contextOf().file, { by, at: pressOf().now, length: 1 })).toHaveProperty('events');
  });

  test('when it was typed with a mistake, then everything typed is still there, also what was folded', () => {
    const typed = { ...report, second: '', childVoice: 'Ik ben moe.' };
    const shown = screen('step3-conversation/record', [opened], {}, { hint: 'Vul in wie erbij was.', inputs: typed });
    expect(shown.text).toContain('Vul in wie erbij was.');
    expect(valueOf(shown, 'childVoice')).toBe('Ik ben moe.');
    expect(JSON.stringify(shown.card)).toContain('"id":"more","isVisible":true');
  });
});

describe('given a talk on record', () => {
  test('when its signatures are asked for, then the card belongs to that talk and shows who signed', () => {
    const shown = screen('step3-conversation/signature', [opened, talk, signed], { about: 'talk-1' });
    expect(shown.text).toContain('Moeder, Marieke, Ilse');
    expect(shown.text).toContain('Gezien, niet ondertekend, di 24 november 2026');
    expect(JSON.stringify(shown.card)).toContain('"conversation":"talk-1"');
  });

  test('when there is no talk, then nothing can be signed', () => {
    expect(screen('step3-conversation/signature').titles).not.toContain('Vastleggen');
  });

  test('when the case is closed, then the menu offers the signature and nothing that would be refused', () => {
    const goals = choicesOn(screen('step3-conversation/menu', [opened, talk, closed]), 'go').map(({ value }) => value);
    expect(goals).toEqual(['step3-conversation/signature|talk-1', 'shared/hub']);
  });

  test('when the case moved to the exit, then the menu leads to the overview only', () => {
    const moved: CaseEvent = {
      type: 'MovedToStaffExit',
      aboutLeader: false,
      what: 'Het gaat om een collega.',
      at,
      by: teacher,
    };
    expect(choicesOn(screen('step3-conversation/menu', [opened, moved]), 'go')).toHaveLength(1);
  });
});

test('given a talk that cannot be held, when the card opens, then it offers the two grounds of step 3 and no other', () => {
  const shown = screen('step3-conversation/waive');
  expect(choicesOn(shown, 'ground').map(({ value }) => value)).toEqual(Object.keys(waiverGrounds));
  expect(shown.text).toContain('Advies vragen aan Veilig Thuis kan altijd.');
  expect(valueOf(shown, 'veiligThuisConsulted')).toBe('false');
});

describe.each(names)('given the card %s', (name) => {
  const full: readonly CaseEvent[] = [
    opened,
    ...Array.from({ length: 12 }, (_, i): CaseEvent => ({ ...signal, text: `${i + 1}. ${long}` })),
    flagged,
    called,
    planned,
    talk,
    signed,
    waived,
  ];

  test.each([
    ['a new case', [opened]],
    ['a case with much in it', full],
    ['the gate shut', [opened, signal, flagged]],
    ['a closed case', [...full, closed]],
  ])('when it shows %s, then the card has no fault', (_what, events) => {
    expect(faultsOf(screen(name, events), step3Forms[name], step3Answers)).toEqual([]);
  });
});

describe('given a fact of step 3, when it is put into words', () => {
  test('then every field of a talk is there, the reaction before the interpretation', () => {
    const said = words(talk);
    for (const part of [
      'Ouder of verzorger',
      '14:30',
      talk.place,
      talk.present,
      'Ilse ter Braak',
      talk.goal,
      talk.facts,
    ])
      expect(said).toContain(part);
    for (const part of [
      talk.agreements,
      'Oma wil helpen.',
      'Rustige plek.',
      'Vast ritme.',
      'Ik ben moe.',
      'duidelijker',
    ])
      expect(said).toContain(part);
    expect(said.indexOf(talk.reaction)).toBeLessThan(said.indexOf('Sam slaapt misschien te weinig.'));
    expect(words({ ...talk, whyAlone: 'Collega ziek.' })).toContain('Collega ziek.');
  });

  test('then a plan, a signature and a waiver are whole', () => {
    expect(words(planned as Step3Event)).toContain('Ilse ter Braak'); // a fact of step 3
    for (const part of ['Moeder', 'Gezien, niet ondertekend', '24 november 2026', 'Kast van de ib’er'])
      expect(words(signed as Step3Event)).toContain(part); // a fact of step 3
    for (const part of [waiverGrounds.veiligheid, 'de leerling, de ouder', 'Vader dreigt.', 'Ja'])
      expect(words(waived as Step3Event)).toContain(part); // a fact of step 3
  });
});
