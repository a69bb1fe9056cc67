import type { FormContext } from '../../src/cards/context';
import type { CaseEvent } from '../../src/protocol/caseFile';
import { choicesOn, valueOf } from './cardOnScreen';
import { ibEr, opened, school } from './context';
import {
  at,
  asked,
  answered,
  signal,
  flagged,
  called,
  consent,
  discussed,
  closed,
  asTeacher,
  asIbEr,
  asLeader,
  screen,
  by,
} from './step2Facts';

describe('given the card for Veilig Thuis', () => {
  test('when it opens, then the number is a button, advice is anonymous if wanted, and nobody asks whether parents know', () => {
    const shown = screen('step2-consult/veilig-thuis');
    expect(JSON.stringify(shown.card)).toContain('"url":"tel:08002000"');
    expect(shown.text).toContain('Advies vragen mag altijd anoniem. De ouders hoeven het niet te weten.');
    expect(valueOf(shown, 'immediateAction')).toBe('');
  });

  test('when a suspicion asks for it, then the card says that it comes before any talk', () => {
    expect(screen('step2-consult/veilig-thuis', [opened, flagged]).text).toContain('Praat nog niet met een ouder.');
  });
});

describe('given consent of parents', () => {
  const single = 'Toestemming van één ouder accepteren';
  const menuTitles = (events: readonly CaseEvent[], change: Partial<FormContext>) =>
    choicesOn(screen('step2-consult/menu', events, change), 'go').map(({ title }) => title);

  test('when one of two agreed, then only a leader is offered to accept that', () => {
    const events = [opened, consent('Moeder', 'schriftelijk')];
    expect(menuTitles(events, asLeader)).toContain(single);
    expect(menuTitles(events, asTeacher)).not.toContain(single);
    expect(screen('step2-consult/single-consent', events, asTeacher).titles).not.toContain('Accepteren');
    expect(screen('step2-consult/single-consent', events, asTeacher).text).toContain('Alleen de schoolleider');
  });

  test.each([
    ['nobody agreed', [], 'Er is nog geen ouder die op papier ja zei.'],
    ['one refused', [consent('Moeder', 'schriftelijk'), consent('Vader', 'geweigerd')], 'Een ouder weigerde.'],
    ['both agreed', [consent('Moeder', 'schriftelijk'), consent('Vader', 'schriftelijk')], 'Er is al toestemming.'],
  ] as const)('when %s, then the leader has nothing to accept and reads why', (_why, more, sentence) => {
    const shown = screen('step2-consult/single-consent', [opened, ...more], asLeader);
    expect(shown.text).toContain(sentence);
    expect(shown.titles).not.toContain('Accepteren');
    expect(menuTitles([opened, ...more], asLeader)).not.toContain(single);
  });

  test('when a parent is known, then that parent can be chosen, so that nobody counts twice', () => {
    const shown = screen('step2-consult/consent', [opened, consent('Moeder', 'schriftelijk')]);
    expect(choicesOn(shown, 'knownParent').map(({ title }) => title)).toEqual(['Moeder', 'Een andere ouder']);
    expect(screen('step2-consult/consent').ids).not.toContain('knownParent');
  });

  test('when a parent refused, then the menu says that it is weighed', () => {
    expect(screen('step2-consult/menu', [opened, consent('Vader', 'geweigerd')]).text).toContain(
      'Dat weeg je mee in stap 4.',
    );
  });
});

describe('given a discussion in a team', () => {
  test('when the pupil is discussed without a name, then the help gives nobody away', () => {
    const shown = screen('step2-consult/team', [opened, signal, { ...signal, category: 'GK' }]);
    const anonymous = shown.text.slice(shown.text.indexOf('Anoniem heeft niet de voorkeur'));
    expect(anonymous).toContain('Signalen die zorg geven: 2.');
    expect(anonymous).toContain('Gedrag van het kind: 1 keer.');
    expect(anonymous).toContain('Noem geen klas, school, straat of plaats.');
    for (const secret of ['Sam', 'groep 5', 'De Linde', 'blauwe plek']) expect(anonymous).not.toContain(secret);
  });

  test('when both teams carry the same name, then they are still told apart', () => {
    const titles = choicesOn(screen('step2-consult/team'), 'team').map(({ title }) => title);
    expect(titles).toEqual(['Team van de school: diepteteam', 'Zorgteam: diepteteam']);
    expect(
      choicesOn(
        screen('step2-consult/team', [opened], {
          school: { ...school, teamNames: { step3: 'diepteteam', step4: 'ZAT' } },
        }),
        'team',
      )[1]?.title,
    ).toBe('Zorgteam: ZAT');
  });

  test('when there was one, then the parent is told by who may, and the zorgteam by the intern begeleider or the leader', () => {
    const zorgteam: CaseEvent = { ...discussed, id: 't-2', team: 'zorgteam' };
    const values = (change: Partial<FormContext>) =>
      choicesOn(screen('step2-consult/menu', [opened, discussed, zorgteam], change), 'go').map(({ value }) => value);
    expect(values(asTeacher)).toContain('step2-consult/inform-parent|t-1');
    expect(values(asTeacher)).not.toContain('step2-consult/inform-parent|t-2');
    expect(values(asIbEr)).toEqual(
      expect.arrayContaining(['step2-consult/inform-parent|t-1', 'step2-consult/inform-parent|t-2']),
    );
    const teachers = screen('step2-consult/inform-parent', [opened, zorgteam], { about: 't-2' });
    expect(teachers.titles).not.toContain('Vastleggen');
    expect(teachers.text).toContain('De intern begeleider of de schoolleider vertelt dit aan de ouder.');
  });

  test('when the parent heard it, then nothing is asked any more', () => {
    const told: CaseEvent = {
      type: 'ParentInformed',
      about: 't-1',
      on: '2026-11-23',
      content: 'Alles.',
      nextSteps: 'Gesprek.',
      at,
      by,
    };
    const shown = screen('step2-consult/inform-parent', [opened, discussed, told], { about: 't-1' });
    expect(shown.text).toContain('Dit is al gedaan');
    expect(shown.ids).toEqual([]);
  });

  test('when Veilig Thuis named risks, then they stand on the card for the parent (R-076)', () => {
    expect(screen('step2-consult/inform-parent', [opened, called, discussed]).text).toContain('Vader kan boos worden.');
  });
});

describe('given the menu of step 2', () => {
  test('when nothing was done, then it starts with asking a colleague', () => {
    expect(valueOf(screen('step2-consult/menu'), 'go')).toBe('step2-consult/ask');
  });

  test('when a suspicion can’t wait, then it starts with Veilig Thuis', () => {
    expect(valueOf(screen('step2-consult/menu', [opened, flagged]), 'go')).toBe('step2-consult/veilig-thuis');
  });

  test('when a colleague answered, then it starts with reading that', () => {
    expect(valueOf(screen('step2-consult/menu', [opened, asked('c-1', ibEr), answered]), 'go')).toBe(
      'step2-consult/answered|c-1',
    );
  });

  test('when the case is closed, then it offers Veilig Thuis, telling the parent and reading, nothing else', () => {
    const shown = screen('step2-consult/menu', [opened, asked('c-1', ibEr), answered, discussed, closed]);
    expect(choicesOn(shown, 'go').map(({ value }) => value)).toEqual([
      'step2-consult/inform-parent|t-1',
      'step2-consult/veilig-thuis',
      'step2-consult/answered|c-1',
      'step2-consult/requests',
    ]);
  });

  test.each([
    ['a fresh case', [opened]],
    [
      'a busy case',
      [opened, signal, flagged, asked('c-1', ibEr), answered, called, consent('Moeder', 'schriftelijk'), discussed],
    ],
    ['a closed case', [opened, discussed, closed]],
  ] as const)('when it opens on %s, then what is chosen is on offer', (_state, events) => {
    const shown = screen('step2-consult/menu', events);
    expect(choicesOn(shown, 'go').map(({ value }) => value)).toContain(valueOf(shown, 'go'));
  });
});
