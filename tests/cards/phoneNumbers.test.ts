import { forms, formOf, type FormName } from '../../src/cards/forms';
import type { SchoolView } from '../../src/cards/context';
import { contextOf, school } from './context';
import { inCase, noCase, outsideCase } from './begunCases';
import { caseFiles, plainly } from './caseFiles';
import { screenOf } from './cardOnScreen';

// Object.keys of a const table gives exactly its keys; TypeScript widens them to string.
const names = Object.keys(forms) as FormName[];

/** A board whose numbers are no one else's: what a card shows can only come from here. */
const elsewhere: SchoolView = {
  ...school,
  contacts: {
    ...school.contacts,
    veiligThuis: { phone: '0800-9999', site: 'www.veiligthuis.example' },
    police: '0900-7777',
    crisisService: 'Bel de wacht.',
  },
};
const file = caseFiles(plainly)['a case with everything in it'];
const shownAt = (name: FormName, at: SchoolView): string =>
  screenOf(name, formOf(name), formOf(name).caseless ? outsideCase({ school: at }) : contextOf(file, { school: at }))
    .text;

describe('given a board with its own numbers', () => {
  test.each(names)(
    'when %s opens, then it shows the number of Veilig Thuis as the board laid it down (R-021)',
    (name) => {
      const text = shownAt(name, elsewhere);
      expect(text).toContain('[0800-9999](tel:08009999)');
      expect(text).not.toContain('0800-2000');
      expect(text).toContain('[112](tel:112)');
    },
  );

  test('when somebody reads on about the meldcode, then the board’s own site is named (R-021)', () => {
    expect(noCase('shared/about', { school: elsewhere }).text).toContain('www.veiligthuis.example');
  });
});

describe('given a parent who must be asked for consent', () => {
  test('when the card opens, then it says that being open mostly makes an open talk possible (R-070)', () => {
    const { text } = inCase('step2-consult/consent', file);
    expect(text).toContain('Vertel de ouder eerlijk wat je wilt bespreken, en met wie. Meestal kan dat dan open.');
  });
});

describe('given an injury that an expert must look at', () => {
  test('when the card opens, then Veilig Thuis is one press away to find that expert (R-078)', () => {
    const { text } = inCase('step2-consult/injury-expert', file, { school: elsewhere });
    expect(text).toMatch(
      /Een letseldeskundige beoordeelt letsel\. Veilig Thuis helpt je aan contact: \[0800-9999]\(tel:08009999\)/,
    );
  });
});
