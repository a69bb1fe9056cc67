import { forms, type FormName } from '../../src/cards/forms';
import { english } from '../../src/text/tongue';
import { school } from './context';
import { allShowings } from './showings';
import { textsDeep } from './templates';

// Object.keys of a const table gives exactly its keys; TypeScript widens them to string.
const names = Object.keys(forms) as FormName[];

const dutchWords =
  /\b(de|het|een|niet|je|jij|jou|jouw|voor|van|met|dat|dit|deze|wordt|worden|zijn|bij|naar|ook|maar|geen|wat|wie|hoe|kies|schrijf|vraag|nog|keer|zaak|stap|gesprek|melding|ouder|leerling)\b/i;
/** What people typed, and names that stay as they are. */
const theirs = [
  'Xx',
  'Sam de Vries',
  'Ilse ter Braak',
  'Basisschool De Linde',
  'Basisschool De Esch',
  'Basisschool De Beuk',
  'Stichting Consent',
  'Bel buiten kantooruren ook Veilig Thuis.',
  'Veilig Thuis',
  'Protocol Huiselijk geweld en kindermishandeling',
  'Afwegingskader meldcode Onderwijs en Leerplicht/RMC 2019',
  'Externe vertrouwenspersoon',
];
const codes = [
  'value',
  'verb',
  'form',
  'school',
  'from',
  'about',
  'case',
  'key',
  'id',
  'url',
  'type',
  'style',
  'size',
  'targetElements',
];
const isRead = (path: string): boolean => !codes.some((code) => new RegExp(`(^|\\.)${code}(\\.\\d+)?$`).test(path));

const ours = (text: string): string => theirs.reduce((left, words) => left.replaceAll(words, ''), text);

describe.each(names)('given somebody who reads English, when the form %s opens', (name) => {
  test('then no Dutch of ours is on it', () => {
    const cards = allShowings(name, () => 'Xx', { ...school, t: english });
    const left = cards.flatMap(({ what, card }) =>
      textsDeep(card)
        .filter(({ path }) => isRead(path))
        .flatMap(({ path, text }) => {
          const found = dutchWords.exec(ours(text));
          return found ? [`${what}, ${path}: ${found[0]} (${text.slice(0, 90)})`] : [];
        }),
    );
    expect([...new Set(left)].slice(0, 8)).toEqual([]);
  });
});
