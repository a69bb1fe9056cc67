import type { CaseEvent } from '../../src/protocol/caseFile';
import { waiverGrounds } from '../../src/protocol/step3Conversation';
import { reportWaiverGrounds } from '../../src/protocol/step5Decide';
import { choicesOn, valueOf } from './cardOnScreen';
import { opened } from './context';
import {
  weighed,
  talk,
  called,
  signal,
  decided,
  discussed,
  made,
  fedBack,
  yes,
  needed,
  urgent,
  screen,
  judged,
  objection,
} from './step5Facts';

describe('given a pupil of some age, when the melding is discussed', () => {
  const name = 'step5-decide/discuss-report';
  const born = (birthDate: string | undefined): readonly CaseEvent[] => [
    { ...opened, pupil: { name: 'Sam', ...(birthDate && { birthDate }) } } as CaseEvent, // a case that was opened, another pupil
    talk,
  ];
  const partners = (birthDate?: string): readonly string[] =>
    choicesOn(screen(name, born(birthDate)), 'with').map(({ value }) => value);

  test('then under 12, and when the age is not known, it is the parents', () => {
    expect(partners('2014-11-25')).toEqual(['ouders']);
    expect(partners()).toEqual(['ouders']);
    expect(screen(name, born('2014-11-25')).text).toContain('De leerling is 11 jaar.');
    expect(screen(name, born(undefined)).text).toContain('De geboortedatum is niet bekend.');
  });

  test('then from the twelfth birthday three ways are open, the parents first', () => {
    expect([...partners('2014-11-24')].sort()).toEqual(['kind-alleen', 'kind-met-ouders', 'ouders']);
    expect(valueOf(screen(name, born('2014-11-24')), 'with')).toBe('ouders');
    expect(screen(name, born('2014-11-24')).text).toContain('Dan moeten de ouders het nog horen');
  });

  test('then from 16 it is the pupil', () => {
    expect(partners('2010-11-24')).not.toContain('kind-met-ouders');
    expect(valueOf(screen(name, born('2010-11-24')), 'with')).toBe('kind-alleen');
    expect(screen(name, born('2010-11-24')).text).toContain('Bespreek de melding met de leerling zelf.');
  });

  test('then an objection that is not solved must be weighed, and what was typed stays in sight', () => {
    const typed = { who: 'Vader', explained: 'Waarom.', reaction: 'Boos.', ...objection };
    expect(judged(name, born('2017-05-01'), typed)).toEqual({ refusal: 'objection-must-be-weighed' });
    const again = screen(name, born('2017-05-01'), {}, { hint: 'Weeg het bezwaar.', inputs: typed });
    expect(valueOf(again, 'objection')).toBe('Wij willen dit niet.');
    expect(JSON.stringify(again.card)).toContain('"id":"objections","isVisible":true');
    expect(JSON.stringify(screen(name, born('2017-05-01')).card)).toContain('"id":"objections","isVisible":false');
  });

  test('then the guide, the tips, and the risks that Veilig Thuis named are there (R-076)', () => {
    const { text } = screen(name, [opened, called]);
    expect(text).toContain('1. Leg uit waarom je gaat melden');
    expect(text).toContain('Liever niet op vrijdag');
    expect(text).toContain('Vader kan boos worden.');
  });

  test('then not discussing it knows the two grounds of step 5, in their own words (A-12)', () => {
    const titles = choicesOn(screen('step5-decide/waive-report-talk'), 'ground').map(({ title }) => title);
    expect(titles).toEqual(Object.values(reportWaiverGrounds));
    for (const ground of Object.values(waiverGrounds)) expect(titles).not.toContain(ground);
  });
});

describe('given a melding to prepare', () => {
  const name = 'step5-decide/prepare-report';
  const events: readonly CaseEvent[] = [
    ...needed,
    { ...signal, text: 'De buurvrouw hoort vaak gillen.', source: 'derde', sourceName: 'buurvrouw' },
    { ...signal, text: 'Sam lijkt bang.', nature: 'mening' },
  ];

  test('then facts come first, then what others told with its source, then impressions (R-152, R-153)', () => {
    const { text } = screen(name, events);
    const places = ['Sam viel twee keer in slaap.', 'De buurvrouw hoort vaak gillen.', 'Sam lijkt bang.'].map((part) =>
      text.indexOf(part),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(text).toContain('informatie van iemand anders (buurvrouw)');
    expect(text).toContain('Marieke Jansen, leerkracht, Basisschool De Linde');
    expect(text).toContain('Sam de Vries, groep 5, geboren op ma 1 mei 2017 (9 jaar)');
  });

  test('then it says who calls, what to agree on, and it can be hidden', () => {
    const { text, titles } = screen(name, events);
    expect(text).toContain('[0800-2000](tel:08002000)');
    expect(text).toContain('wat jullie hierna zelf nog kunnen doen');
    expect(text).toContain('Dit programma belt of meldt niet.');
    expect(titles).toContain('Verberg');
  });

  test('then it says what the parents do not know yet', () => {
    expect(screen(name, events).text).toContain('De melding is nog niet met de ouders besproken.');
    expect(screen(name, [...events, discussed]).text).not.toContain('nog niet met de ouders');
    expect(screen(name, events).text).not.toContain('Wacht daar niet op.');
    expect(screen(name, urgent).text).toContain('Wacht daar niet op. Bel nu, en vertel het de ouders daarna.');
  });
});

describe('given a melding that was made by phone, when it is written down', () => {
  const name = 'step5-decide/report';
  const typed = { reportedTime: '09:15', spokeWith: 'Karin', agreements: 'Wij zien Sam elke dag.' };

  test('then what must come first is said, with the way there, and the protocol says the same', () => {
    const silent = [opened, ...yes, weighed('safety', 'nee'), weighed('help', 'nee')];
    const shown = screen(name, silent);
    expect(shown.text).toContain('De signalen zijn nog niet met de ouders besproken (stap 3).');
    expect(shown.titles).toContain('Naar stap 3: gesprek');
    expect(shown.ids).not.toContain('whyDirect');
    expect(judged(name, silent, typed)).toEqual({ refusal: 'signals-not-discussed' });
    expect(screen(name, needed).titles).toContain('Melding bespreken');
    expect(judged(name, needed, typed)).toEqual({ refusal: 'parents-not-told' });
  });

  test('then nothing stands in the way when the parents know', () => {
    const shown = screen(name, [...needed, discussed]);
    expect(shown.text).not.toContain('Dit moet er nog zijn');
    expect(valueOf(shown, 'reportedBy')).toBe('Marieke Jansen');
    expect(judged(name, [...needed, discussed], typed)).toMatchObject({ events: [{ number: 1, direct: false }] });
  });

  test('then a melding that cannot wait is taken at once, with why (I-14)', () => {
    const shown = screen(name, urgent);
    expect(shown.text).toContain('Waarom kon het niet wachten?');
    expect(shown.text).not.toContain('Dit moet er nog zijn');
    expect(() => judged(name, urgent, typed)).toThrow('Schrijf op waarom het niet kon wachten.');
    expect(judged(name, urgent, { ...typed, whyDirect: 'Sam durfde niet naar huis.' })).toMatchObject({
      events: [{ direct: true }],
    });
  });

  test('then a melding that could not wait is taken as well when the parents were told afterwards', () => {
    const toldLater = [...urgent, talk, { ...discussed, on: '2026-11-24' }];
    const earlier = { ...typed, reportedDay: '2026-11-23' };
    expect(judged(name, toldLater, earlier)).toEqual({ refusal: 'parents-not-told' });
    expect(judged(name, toldLater, { ...earlier, whyDirect: 'Er was haast.' })).toHaveProperty('events');
  });

  test('then Veilig Thuis knows the reporter, and the family only without a ground (A-04)', () => {
    const shown = screen(name, [...needed, discussed]);
    expect(shown.text).toContain('Veilig Thuis weet altijd wie jij bent. Het gezin hoort je naam dan niet.');
    expect(judged(name, [...needed, discussed], { ...typed, nameWithheld: true })).toEqual({
      refusal: 'withheld-needs-ground',
    });
    const again = screen(name, needed, {}, { hint: 'Kies.', inputs: { nameWithheld: 'true' } });
    expect(JSON.stringify(again.card)).toContain('"id":"withheld","isVisible":true');
  });
});

describe('given meldingen, when feedback is recorded', () => {
  const name = 'step5-decide/feedback';
  const second: CaseEvent = { ...made, number: 2 };
  const reported = [...needed, decided(true), discussed, made];

  test('then the card says which one and until when Veilig Thuis has (A-14)', () => {
    const { text, card } = screen(name, reported);
    expect(text).toContain('Melding 1, gedaan op ma 23 november 2026.');
    expect(text).toContain('uiterlijk ma 30 november 2026');
    expect(JSON.stringify(card)).toContain('"report":1');
    expect(text).toContain('stilte is geen goed nieuws');
  });

  test('then it is the one pointed to, else the oldest that waits', () => {
    const both = [...reported, second];
    expect(JSON.stringify(screen(name, both, { about: '2' }).card)).toContain('"report":2');
    expect(JSON.stringify(screen(name, both).card)).toContain('"report":1');
    expect(JSON.stringify(screen(name, [...both, fedBack]).card)).toContain('"report":2');
  });

  test('then one that was answered, or that does not exist, takes nothing more', () => {
    expect(screen(name, [...reported, fedBack], { about: '1' }).text).toContain('De terugkoppeling is al vastgelegd.');
    for (const about of ['1', '7'])
      expect(screen(name, [...reported, fedBack], { about }).titles).not.toContain('Vastleggen');
    expect(screen(name).text).toContain('Er is geen melding die op terugkoppeling wacht.');
  });

  test('then calling again is an answer, and the wait goes on', () => {
    const again: CaseEvent = { ...fedBack, outcome: 'opnieuw-gebeld' };
    expect(judged(name, reported, { outcome: 'opnieuw-gebeld' })).toHaveProperty('events');
    expect(screen(name, [...reported, again]).text).toContain('Er is al opnieuw gebeld.');
    expect(screen(name, [...reported, again]).titles).toContain('Vastleggen');
  });
});
