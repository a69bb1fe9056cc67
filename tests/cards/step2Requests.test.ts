import { step2Forms } from '../../src/cards/step2Consult';
import type { FormContext } from '../../src/cards/context';
import type { CaseEvent } from '../../src/protocol/caseFile';
import { buttonsOf } from '../support/cardParts';
import { choicesOn, screenOf, valueOf } from './cardOnScreen';
import { contextOf, ibEr, nurse, opened, otherTeacher, school } from './context';
import {
  at,
  asked,
  addedTo,
  answered,
  declined,
  withdrawn,
  signal,
  called,
  consent,
  discussed,
  closed,
  movedToExit,
  asIbEr,
  asColleague,
  screen,
  type Name,
  by,
} from './step2Facts';

describe('given a teacher who asks for advice', () => {
  test('when the card opens, then the intern begeleider comes first and is chosen, and the asker is not on the list', () => {
    const shown = screen('step2-consult/ask');
    expect(choicesOn(shown, 'colleagues').map(({ title }) => title)).toEqual([
      'Ilse ter Braak (intern begeleider)',
      'Jeroen Nijhuis (schoolleider)',
      'Tom Hesselink (leerkracht)',
      'Annemiek Kuipers (jeugdverpleegkundige, buiten de school)',
    ]);
    expect(valueOf(shown, 'colleagues')).toBe(ibEr);
    expect(valueOf(shown, 'named')).toBe('false');
  });

  test('when the asker is the intern begeleider, then nobody is chosen', () => {
    expect(valueOf(screen('step2-consult/ask', [opened], asIbEr), 'colleagues')).toBe('');
  });

  test('when nobody from outside can be asked, or consent is there, then no ground is asked for', () => {
    expect(screen('step2-consult/ask').ids).toContain('ground');
    expect(screen('step2-consult/ask', [opened, consent('Moeder', 'schriftelijk', 'een')]).ids).not.toContain('ground');
    const inside = { ...school, colleagues: school.colleagues.filter(({ id }) => id !== nurse) };
    expect(screen('step2-consult/ask', [opened], { school: inside }).ids).not.toContain('ground');
  });

  test('when there are own facts, then they are there to choose from, for the asker only', () => {
    expect(screen('step2-consult/ask', [opened, signal]).text).toContain('blauwe plek');
  });

  test('when the school has nobody else, then the card says so and can’t be sent', () => {
    const shown = screen('step2-consult/ask', [opened], { school: { ...school, colleagues: [] } });
    expect(shown.text).toContain('Er staat geen andere collega op de lijst');
    expect(shown.titles).not.toContain('Vraag versturen');
  });
});

describe('given a colleague who was asked and does not see the file (I-21)', () => {
  const file = [opened, signal, called, consent('Mevrouw De Vries', 'geweigerd'), discussed];
  const secrets = [
    'Sam',
    'De Vries',
    'groep 5',
    '2017',
    'MC-2026-7K3F9',
    'blauwe plek',
    'Karin',
    'Vader kan boos',
    'Ilse belt',
    'VT-2026-88',
    'signalen',
  ];
  const ask = (change: Parameters<typeof asked>[2] = {}) => [...file, asked('c-1', otherTeacher, change)];
  const open = (name: Name, events: readonly CaseEvent[], change: Partial<FormContext> = asColleague) =>
    screen(name, events, { ...change, about: 'c-1' });

  test.each(['step2-consult/answer', 'step2-consult/decline'] as const)(
    'when %s opens without the name, then nothing of the file is in it',
    (name) => {
      const whole = JSON.stringify(open(name, ask()).card);
      for (const secret of secrets) expect(whole).not.toContain(secret);
      expect(whole).toContain('Marieke Jansen');
      expect(whole).toContain('Herken jij dit? En wat raad je aan?');
      expect(whole).toContain('Een leerling is vaak moe en heeft honger.');
    },
  );

  test.each(['step2-consult/answer', 'step2-consult/decline'] as const)(
    'when %s comes back with a hint, then still nothing of the file is in it',
    (name) => {
      const context = contextOf(ask(), { ...asColleague, about: 'c-1' });
      const whole = JSON.stringify(
        screenOf(name, step2Forms[name], context, { hint: 'Maak dit af.', inputs: {} }).card,
      );
      for (const secret of secrets) expect(whole).not.toContain(secret);
    },
  );

  test('when the asker gave the name, then that is there, and no more', () => {
    const whole = JSON.stringify(
      open('step2-consult/answer', ask({ named: true, ground: 'Hij kent het gezin.' })).card,
    );
    expect(whole).toContain('Sam de Vries');
    for (const secret of secrets.filter((one) => !['Sam', 'De Vries'].includes(one)))
      expect(whole).not.toContain(secret);
    expect(whole).not.toContain('Hij kent het gezin.');
  });

  test('when the name went to somebody else only, then it stays away here', () => {
    const events = [...ask(), asked('c-2', ibEr, { named: true, question: 'Wat vind jij van Sam?' })];
    expect(JSON.stringify(open('step2-consult/answer', events).card)).not.toContain('Sam');
  });

  test('when the request was corrected in the file, then what was chosen to be shared is still all', () => {
    const events = ask();
    const corrected: CaseEvent = {
      type: 'EntryCorrected',
      entry: events.length,
      text: 'Het gaat om Sam.',
      reason: 'Naam.',
      at,
      by,
    };
    expect(open('step2-consult/answer', [...events, corrected]).text).not.toContain('Sam');
  });

  test('when it opens, then no button leads to a file that they do not see', () => {
    const { titles } = open('step2-consult/answer', ask());
    expect(titles).toEqual([
      'Verberg of toon',
      'Antwoord geven',
      'Gezien, ik antwoord later',
      'Ik kan niet antwoorden',
      'Mijn verzoeken',
      'Nood',
    ]);
    expect(open('step2-consult/decline', ask()).titles).toEqual([
      'Verberg of toon',
      'Laten weten',
      'Toch antwoorden',
      'Mijn verzoeken',
      'Nood',
    ]);
  });

  test.each(['step2-consult/answer', 'step2-consult/decline'] as const)(
    'when %s opens, then its ways are those of somebody without a file',
    (name) => {
      const verbs = buttonsOf(open(name, ask()).card).map(({ action }) => action['verb']);
      for (const verb of ['showHub', 'showChronology', 'showStuck', 'showMyCases']) expect(verbs).not.toContain(verb);
      expect(verbs).toContain('showMyRequests');
    },
  );

  test('when it was seen, then it can be answered and not seen again', () => {
    const seen: CaseEvent = { type: 'ConsultationSeen', consultation: 'c-1', at, by: otherTeacher };
    const { titles } = open('step2-consult/answer', [...ask(), seen]);
    expect(titles).toContain('Antwoord geven');
    expect(titles).not.toContain('Gezien, ik antwoord later');
  });

  test('when it was answered, then the own answer is there to read and nothing is asked', () => {
    const done = { ...answered, by: otherTeacher };
    const shown = open('step2-consult/answer', [...ask(), done]);
    expect(shown.text).toContain('Er is net een baby geboren.');
    expect(shown.ids).toEqual([]);
    expect(shown.titles).toContain('Iets toevoegen');
    expect(open('step2-consult/answer', ask()).titles).not.toContain('Iets toevoegen');
    expect(open('step2-consult/answer', [...ask(), { ...declined, by: otherTeacher }]).titles).not.toContain(
      'Iets toevoegen',
    );
  });

  test('when they add to their answer, then the question, the answer and what was added before are there, and nothing of the file (R-067)', () => {
    const done = [...ask(), { ...answered, by: otherTeacher }, { ...addedTo, by: otherTeacher }];
    const shown = open('step2-consult/addition', done);
    for (const part of ['Herken jij dit?', 'Er is net een baby geboren.', 'bij het zwemmen'])
      expect(shown.text).toContain(part);
    expect(shown.text).toContain('Toegevoegd op di 24 november 2026');
    expect(shown.ids).toContain('addition');
    expect(shown.titles).toEqual(['Verberg of toon', 'Toevoegen', 'Mijn verzoeken', 'Nood']);
    for (const secret of secrets) expect(JSON.stringify(shown.card)).not.toContain(secret);
    expect(open('step2-consult/answer', done).text).toContain('bij het zwemmen');
  });

  test('when they add often, then the cards show the newest and say how many more there are (R-067)', () => {
    const often = ['eerste', 'tweede', 'derde', 'vierde', 'vijfde', 'zesde'].map((addition) => ({
      ...addedTo,
      addition,
      by: otherTeacher,
    }));
    const done = [...ask(), { ...answered, by: otherTeacher }, ...often];
    const own = open('step2-consult/addition', done).text;
    const asker = screen('step2-consult/answered', done, { about: 'c-1' }).text;
    for (const text of [own, asker]) {
      expect(text).toContain('derde');
      expect(text).toContain('zesde');
      expect(text).not.toContain('tweede');
      expect(text).toContain('nog 2 keer iets toegevoegd. Dat staat in de zaak.');
    }
  });

  test.each([
    ['was not answered yet', []],
    ['could not be answered', [{ ...declined, by: otherTeacher }]],
  ] as const)('when the request %s, then there is nothing to add to', (_why, more) => {
    const shown = open('step2-consult/addition', [...ask(), ...more]);
    expect(shown.text).toContain('Bij deze vraag staat geen antwoord van jou.');
    expect(shown.ids).toEqual([]);
    expect(shown.titles).not.toContain('Toevoegen');
  });

  test.each([
    ['belongs to a closed case', closed],
    ['belongs to a case that moved to the exit', movedToExit],
  ] as const)('when the answer %s, then neither the question nor a field is there any more', (_why, last) => {
    const shown = open('step2-consult/addition', [...ask({ named: true }), { ...answered, by: otherTeacher }, last]);
    expect(shown.text).toContain('Deze vraag is niet meer nodig.');
    expect(JSON.stringify(shown.card)).not.toContain('Sam');
    expect(shown.ids).toEqual([]);
  });

  test.each([
    ['was taken back', [withdrawn]],
    ['belongs to a closed case', [closed]],
    ['belongs to a case that moved to the exit', [movedToExit]],
  ] as const)('when the request %s, then neither the question nor the name is shown any more', (_why, more) => {
    const shown = open('step2-consult/answer', [...ask({ named: true }), ...more]);
    expect(shown.text).toContain('Deze vraag is niet meer nodig.');
    expect(shown.text).not.toContain('Herken jij dit?');
    expect(JSON.stringify(shown.card)).not.toContain('Sam');
    expect(shown.titles).toEqual(['Verberg of toon', 'Mijn verzoeken', 'Nood']);
  });

  test('when the request is somebody else’s, or does not exist, then nothing of it is shown', () => {
    for (const change of [{ ...asIbEr }, { ...asColleague, about: 'c-9' }]) {
      const shown = screen('step2-consult/answer', ask({ named: true }), { about: 'c-1', ...change });
      expect(shown.text).toContain('Deze vraag is niet meer nodig.');
      expect(JSON.stringify(shown.card)).not.toContain('Sam');
    }
  });
});

describe('given requests to colleagues, when whoever asked looks at them', () => {
  const events = [opened, asked('c-1', ibEr), answered, asked('c-2', otherTeacher, { role: 'leerkracht' })];

  test('then each is there with how far it is, and what can be done with it', () => {
    const shown = screen('step2-consult/requests', events);
    expect(shown.text).toContain('Ilse ter Braak');
    expect(shown.text).toContain(
      'gevraagd op ma 23 november 2026 door Marieke Jansen · beantwoord op di 24 november 2026',
    );
    expect(shown.text).toContain('nog niet gezien');
    expect(choicesOn(shown, 'go')).toEqual([
      { title: 'Antwoord van Ilse ter Braak lezen', value: 'step2-consult/answered|c-1' },
      { title: 'Vraag aan Tom Hesselink intrekken', value: 'step2-consult/withdraw|c-2' },
      { title: 'Nog een collega vragen', value: 'step2-consult/ask' },
      { title: 'Alles lezen wat is vastgelegd', value: 'shared/chronology' },
    ]);
  });

  test('then a closed case offers reading only', () => {
    const values = choicesOn(screen('step2-consult/requests', [...events, closed]), 'go').map(({ value }) => value);
    expect(values).toEqual(['step2-consult/answered|c-1', 'shared/chronology']);
  });

  test('then an answer is there in full, with what was corrected later', () => {
    const mended: CaseEvent = {
      type: 'EntryCorrected',
      entry: 3,
      text: 'Het was bij taal.',
      reason: 'Vergissing.',
      at,
      by: ibEr,
    };
    const again: CaseEvent = {
      type: 'EntryCorrected',
      entry: 5,
      text: 'Het was bij rekenen.',
      reason: 'Toch niet.',
      at,
      by: ibEr,
    };
    const { text } = screen('step2-consult/answered', [...events, mended, again], { about: 'c-1' });
    for (const part of [
      'Deels',
      'Ik zag het ook bij gym.',
      'Er is net een baby geboren.',
      'Praat met de ouder.',
      'Elke ochtend',
    ])
      expect(text).toContain(part);
    expect(text).toContain('Het was bij rekenen.');
    expect(text).not.toContain('Het was bij taal.');
    expect(text).toContain('Beantwoord op di 24 november 2026');
  });

  test('then what was added later stands under the answer, with its moment and what was corrected in it (R-067)', () => {
    const mended: CaseEvent = {
      type: 'EntryCorrected',
      entry: 5,
      text: 'Bij gym.',
      reason: 'Vergissing.',
      at,
      by: ibEr,
    };
    const { text } = screen('step2-consult/answered', [...events, addedTo, mended], { about: 'c-1' });
    const order = ['Praat met de ouder.', 'Toegevoegd op di 24 november 2026', 'bij het zwemmen', 'Bij gym.'];
    expect(order.map((part) => text.indexOf(part))).toEqual(
      order.map((part) => text.indexOf(part)).sort((a, b) => a - b),
    );
    for (const part of order) expect(text).toContain(part);
    const elsewhere = screen('step2-consult/answered', [...events, { ...addedTo, consultation: 'c-2' }], {
      about: 'c-1',
    });
    expect(elsewhere.text).not.toContain('bij het zwemmen');
  });

  test('then a colleague who can’t answer is read with the reason, and an open question says that there is no answer', () => {
    expect(screen('step2-consult/answered', [opened, asked('c-1', ibEr), declined], { about: 'c-1' }).text).toContain(
      'Ik ken het kind niet.',
    );
    expect(screen('step2-consult/answered', [opened, asked('c-1', ibEr)], { about: 'c-1' }).text).toContain(
      'Er is nog geen antwoord.',
    );
    expect(screen('step2-consult/answered', [opened], { about: 'c-9' }).text).toContain(
      'Deze vraag staat niet in deze zaak.',
    );
  });

  test('then an answered question can’t be withdrawn any more', () => {
    const shown = screen('step2-consult/withdraw', events, { about: 'c-1' });
    expect(shown.text).toContain('staat niet meer open');
    expect(shown.titles).not.toContain('Vraag intrekken');
  });
});
