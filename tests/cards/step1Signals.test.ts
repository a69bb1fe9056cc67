import { describeStep1Signals } from '../../src/cards/entries/step1Signals';
import { step1Answers, step1Forms } from '../../src/cards/step1Signals';
import type { CaseEvent } from '../../src/protocol/caseFile';
import type { Step1Event } from '../../src/protocol/step1Signals';
import { choicesOn, faultsOf, screenOf, sentBy, valueOf } from './cardOnScreen';
import { contextOf, opened, pressOf, school, sent, teacher } from './context';

type Name = keyof typeof step1Forms;
const names = Object.keys(step1Forms) as Name[];
const at = '2026-11-23T10:00:00.000Z';

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
const touching: CaseEvent = { ...signal, category: 'SM', text: 'Sam weet dingen die niet bij de leeftijd passen.' };
const flagged: CaseEvent = { type: 'FlagsConfirmed', flags: ['seksueel-misbruik'], at, by: teacher };
const called: CaseEvent = {
  type: 'VeiligThuisContactRecorded',
  contactAt: at,
  spokeWith: 'Karin',
  anonymous: true,
  advice: 'Wacht met het gesprek.',
  immediateAction: false,
  at,
  by: teacher,
};
const closed: CaseEvent = {
  type: 'CaseClosed',
  outcome: 'andere-oorzaak',
  reason: 'Opgelost.',
  missing: {},
  at,
  by: teacher,
};

const refsFor: Partial<Record<keyof typeof step1Answers, object>> = { confirmFlags: { shown: 'none' } };
const screen = (name: Name, events: readonly CaseEvent[] = [opened]) =>
  screenOf(name, step1Forms[name], contextOf(events));
const read = (verb: keyof typeof step1Answers, inputs: object, refs: object = refsFor[verb] ?? {}) =>
  step1Answers[verb].read(sent('step1-signals/menu', inputs, refs), pressOf());
/** Every word of a recorded fact, as people read it. */
const words = (event: Step1Event): string => JSON.stringify(describeStep1Signals(event, school));

const good = {
  recordSignal: {
    text: 'Sam viel in slaap.',
    direction: 'wijst-op-zorg',
    category: 'LW',
    nature: 'feit',
    source: 'zelf',
    sourceName: '',
    setting: 'klas',
    happenedOn: '2026-11-24',
  },
  confirmFlags: { flags: 'vgv,eergerelateerd', reason: '' },
  recordContact: {
    withName: 'Moeder',
    withRole: 'ouder',
    way: 'gesprek',
    on: '2026-11-24',
    content: 'Sam slaapt slecht.',
  },
  recordChildVoice: { words: 'Ik wil niet naar huis.', on: '2026-11-24', during: 'klas' },
  mapSignals: { instrument: 'signalenlijst', instrumentName: '' },
} as const;

describe('given what somebody typed, when a button of step 1 is pressed', () => {
  test('then a signal becomes a command without the fields that were left empty', () => {
    const { sourceName: _none, ...rest } = good.recordSignal;
    expect(read('recordSignal', good.recordSignal)).toEqual({ command: { type: 'recordSignal', ...rest } });
  });

  test('then several suspicions, or none, become a command', () => {
    expect(read('confirmFlags', good.confirmFlags, { shown: 'vgv' })).toEqual({
      command: { type: 'confirmFlags', flags: ['vgv', 'eergerelateerd'], shown: ['vgv'] },
    });
    expect(read('confirmFlags', {}, { shown: 'none' })).toEqual({
      command: { type: 'confirmFlags', flags: [], shown: [] },
    });
  });

  test('then a contact, the words of the child and the end of step 1 become commands', () => {
    expect(read('recordContact', good.recordContact)).toEqual({
      command: { type: 'recordContact', ...good.recordContact },
    });
    expect(read('recordChildVoice', good.recordChildVoice)).toEqual({
      command: { type: 'recordChildVoice', ...good.recordChildVoice },
    });
    expect(read('mapSignals', good.mapSignals)).toEqual({
      command: { type: 'mapSignals', instrument: 'signalenlijst' },
    });
    expect(read('mapSignals', { instrument: 'eigen', instrumentName: 'Zien!' })).toEqual({
      command: { type: 'mapSignals', instrument: 'eigen', instrumentName: 'Zien!' },
    });
  });

  test.each([
    ['recordSignal', { text: '  ' }, 'Schrijf op wat je zag of hoorde.'],
    ['recordSignal', { direction: '' }, 'Kies of het signaal zorg geeft of geruststelt.'],
    ['recordSignal', { category: 'XX' }, 'Kies waar het signaal over gaat.'],
    ['recordSignal', { nature: undefined }, 'Kies of dit een feit, een uitspraak of een indruk is.'],
    ['recordSignal', { source: '' }, 'Kies van wie je dit weet.'],
    ['recordSignal', { setting: '' }, 'Kies waar het was.'],
    ['recordSignal', { happenedOn: '2026-13-01' }, 'Kies de dag waarop het was.'],
    ['recordSignal', { sourceName: 'x'.repeat(121) }, 'Maak deze tekst korter: hoogstens 120 tekens.'],
    ['confirmFlags', { flags: 'vgv,iets' }, 'Kies de vermoedens uit de lijst.'],
    ['confirmFlags', { reason: 'x'.repeat(2001) }, 'Maak deze tekst korter: hoogstens 2000 tekens.'],
    ['recordContact', { withName: '' }, 'Schrijf op met wie je contact had.'],
    ['recordContact', { withRole: 'buurman' }, 'Kies wie dit is.'],
    ['recordContact', { way: '' }, 'Kies hoe het contact ging.'],
    ['recordContact', { on: '' }, 'Kies de dag van het contact.'],
    ['recordContact', { content: '' }, 'Schrijf op waar het contact over ging.'],
    ['recordChildVoice', { words: '' }, 'Schrijf op wat het kind zei.'],
    ['recordChildVoice', { on: 'gisteren' }, 'Kies de dag waarop het kind dit zei.'],
    ['recordChildVoice', { during: '' }, 'Kies waar het was.'],
    ['mapSignals', { instrument: '' }, 'Kies welk instrument je gebruikte.'],
    ['mapSignals', { instrument: 'eigen' }, 'Schrijf op hoe het instrument van de school heet.'],
  ] as const)('then %s says what to mend (%#)', (verb, change, sentence) => {
    expect(read(verb, { ...good[verb], ...change })).toEqual({ problems: [sentence] });
  });

  test('then Veilig Thuis can’t be written down as an ordinary contact, for that would not open the way to the parent', () => {
    expect(read('recordContact', { ...good.recordContact, withRole: 'veilig-thuis' })).toEqual({
      problems: ['Kies wie dit is.'],
    });
    expect(choicesOn(screen('step1-signals/contact'), 'withRole').map(({ value }) => value)).not.toContain(
      'veilig-thuis',
    );
  });
});

describe('given a card of step 1, when it is filled in and pressed as a client does', () => {
  test.each([
    ['step1-signals/signal', 'Vastleggen', 'recordSignal', { text: 'Sam viel in slaap.', category: 'LW' }],
    ['step1-signals/contact', 'Vastleggen', 'recordContact', { withName: 'Moeder', content: 'Sam slaapt slecht.' }],
    ['step1-signals/child-voice', 'Vastleggen', 'recordChildVoice', { words: 'Ik wil niet naar huis.' }],
    ['step1-signals/flags', 'Vastleggen', 'confirmFlags', {}],
    ['step1-signals/map', 'Stap 1 afronden', 'mapSignals', {}],
  ] as const)('then %s gives its command', (name, button, verb, typed) => {
    expect(step1Answers[verb].read(sentBy(screen(name), button, typed), pressOf())).toMatchObject({
      command: { type: verb },
    });
  });
});

describe('given signals that point to a suspicion for which Veilig Thuis comes first', () => {
  test('when the suspicion is looked at, then it stands until somebody takes it away, and the number is there', () => {
    const shown = screen('step1-signals/flags', [opened, touching]);
    expect(valueOf(shown, 'flags')).toBe('seksueel-misbruik');
    expect(shown.text).toContain('Een signaal kan wijzen op: seksueel misbruik.');
    expect(shown.text).toContain('Bel [0800-2000](tel:08002000)');
  });

  test('when it was confirmed and another is suggested, then both stand', () => {
    const shown = screen('step1-signals/flags', [opened, touching, flagged, { ...touching, category: 'VG' }]);
    expect(valueOf(shown, 'flags')).toBe('seksueel-misbruik,vgv,eergerelateerd');
    expect(shown.text).toContain('vervalt pas na contact met Veilig Thuis');
  });

  test('when the menu opens, then it leads there first, then to Veilig Thuis, and after that contact to more signals', () => {
    const suggested = screen('step1-signals/menu', [opened, touching]);
    expect(valueOf(suggested, 'go')).toBe('step1-signals/flags');
    expect(suggested.text).toContain('Praat nog niet met een ouder.');
    const confirmed = screen('step1-signals/menu', [opened, touching, flagged]);
    expect(valueOf(confirmed, 'go')).toBe('step2-consult/veilig-thuis');
    expect(confirmed.text).toContain('Bel met spoed Veilig Thuis');
    const after = screen('step1-signals/menu', [opened, touching, flagged, called]);
    expect(valueOf(after, 'go')).toBe('step1-signals/signal');
    expect(after.text).not.toContain('Praat nog niet met een ouder.');
  });
});

describe('given the menu of step 1', () => {
  test('when nothing is recorded, then it starts with a signal and offers no suspicion to look at', () => {
    const shown = screen('step1-signals/menu');
    expect(valueOf(shown, 'go')).toBe('step1-signals/signal');
    expect(choicesOn(shown, 'go').map(({ value }) => value)).not.toContain('step1-signals/flags');
    expect(shown.text).toContain('Je hoeft niet zeker te zijn');
  });

  test('when only concerns are recorded, then it asks for what reassures; when both are, it offers to finish', () => {
    expect(screen('step1-signals/menu', [opened, signal]).text).toContain('Kijk ook naar wat geruststelt.');
    const both = screen('step1-signals/menu', [opened, signal, { ...signal, direction: 'spreekt-tegen' }]);
    expect(valueOf(both, 'go')).toBe('step1-signals/map');
  });

  test('when the case is closed, then it offers nothing that would be refused', () => {
    const shown = screen('step1-signals/menu', [opened, signal, closed]);
    expect(choicesOn(shown, 'go').map(({ value }) => value)).toEqual(['shared/chronology', 'step5-decide/continues']);
  });
});

describe('given the other cards of step 1', () => {
  test('when a signal is written down, then examples for every subject are there to look at', () => {
    const shown = screen('step1-signals/signal');
    expect(shown.text).toContain('vertelt zelf over thuis (onthulling)');
    expect(shown.text).toContain('open contact met de ouder');
    expect(shown.text).toContain('bijna elk signaal kan ook een andere oorzaak hebben');
  });

  test('when step 1 is finished with nothing that reassures, or nothing at all, then the card asks about it', () => {
    expect(screen('step1-signals/map', [opened, signal]).text).toContain('Klopt dat?');
    expect(screen('step1-signals/map').text).toContain('Er is nog geen signaal vastgelegd.');
  });

  test('when a contact is written down, then the card says that a chat is not the talk of step 3', () => {
    expect(screen('step1-signals/contact').text).toContain('Dat is nog niet het gesprek van stap 3.');
  });
});

describe.each(names)('given %s', (name) => {
  test.each([
    ['a fresh case', [opened]],
    ['suggested suspicions', [opened, signal, touching]],
    ['a confirmed suspicion', [opened, touching, flagged]],
    ['a closed case', [opened, signal, closed]],
  ] as const)('when it is opened on %s, then nothing is wrong with the card', (_state, events) => {
    expect(faultsOf(screen(name, events), step1Forms[name], step1Answers)).toEqual([]);
  });

  test('when it comes back with a hint, then the hint and what was typed are on it', () => {
    const context = contextOf([opened, touching, flagged]);
    const { ids } = screenOf(name, step1Forms[name], context);
    const text = ids.find((id) => ['text', 'content', 'words', 'reason', 'instrumentName'].includes(id));
    const inputs = text ? { [text]: 'Wat ik schreef over ${today} en *Sam*.' } : {};
    const again = screenOf(name, step1Forms[name], context, { hint: 'Maak dit af.', inputs });
    expect(again.text).toContain('Maak dit af.');
    if (text) expect(valueOf(again, text)).toBe(inputs[text]);
  });
});

describe('given a recorded fact of step 1, when it is put in words', () => {
  test.each<[Step1Event, readonly string[]]>([
    [
      { ...signal, source: 'derde', sourceName: 'de buurvrouw', nature: 'uitspraak', setting: 'plein' },
      [
        'Sam viel twee keer in slaap.',
        'Geeft zorg',
        'Lichaam en verzorging',
        'Uitspraak: dit zei iemand',
        'Van iemand anders: de buurvrouw',
        'Op het plein',
        '23 november 2026',
      ],
    ],
    [
      { type: 'FlagsConfirmed', flags: ['vgv', 'eergerelateerd'], reason: 'Na overleg.', at, by: teacher },
      ['genitale verminking', 'Eergerelateerd geweld', 'Na overleg.'],
    ],
    [{ type: 'FlagsConfirmed', flags: [], at, by: teacher }, ['Geen vermoeden']],
    [
      {
        type: 'ContactRecorded',
        withName: 'Mw. De Vries',
        withRole: 'ouder',
        way: 'telefoon',
        on: '2026-11-20',
        content: 'Sam is moe.',
        at,
        by: teacher,
      },
      ['Mw. De Vries (ouder of verzorger)', 'Telefoon', '20 november 2026', 'Sam is moe.'],
    ],
    [
      { type: 'ChildVoiceRecorded', words: 'Ik ben bang.', on: '2026-11-19', during: 'gym', at, by: teacher },
      ['Ik ben bang.', '19 november 2026', 'Bij gym of zwemmen'],
    ],
    [
      { type: 'SignalsMapped', instrument: 'eigen', instrumentName: 'Zien!', at, by: teacher },
      ['Eigen instrument van de school', 'Zien!'],
    ],
  ])('then nothing of a fact is left out (%#)', (event, parts) => {
    for (const part of parts) expect(words(event)).toContain(part);
  });
});
