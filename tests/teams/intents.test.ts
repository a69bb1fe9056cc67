import { assert, property, string } from 'fast-check';
import { distance, intentOf, speaksOfDanger } from '../../src/teams/intents';

const means = (text: string): string => intentOf(text).means;
const detail = (text: string): string | undefined => {
  const intent = intentOf(text);
  return intent.means === 'worried' ? intent.detail : undefined;
};

describe('given a typed line', () => {
  test.each([
    ['ik maak me zorgen', undefined],
    ['Ik maak me zorgen!', undefined],
    ['ik mak me zorgen', undefined],
    ['ik maak me zrogen', undefined],
    ['ik maka me zorgen', undefined],
    ['Ik ben ongerust', undefined],
    ['zorgen', undefined],
    ['ik maak me zorgen over Sam', 'Sam'],
    ['Ik maak me grote zorgen over Sam uit groep 5', 'Sam uit groep 5'],
    ['ik maak me zorgen, hij slaapt in de klas', 'hij slaapt in de klas'],
    ['Ik heb een vermoeden dat het thuis niet goed gaat', 'het thuis niet goed gaat'],
    ['ik zag een blauwe plek', 'ik zag een blauwe plek'],
    ['Vandaag hoorde ik iets geks', 'Vandaag hoorde ik iets geks'],
  ])(
    'when it is “%s”, then somebody is worried, and what they wrote about it goes along (R-002, R-240)',
    (text, about) => {
      expect(intentOf(text)).toEqual({ means: 'worried', ...(about && { detail: about }) });
    },
  );

  test('when letters carry signs or quotes, then the detail is theirs, letter by letter', () => {
    expect(detail('ik maak me zorgen over Zoë: ze is “stil”')).toBe('Zoë: ze is “stil”');
  });

  test.each([
    ['overzicht', 'overview'],
    ['Overzcht', 'overview'],
    ['mijn zaken', 'myCases'],
    ['Mijn  verzoeken?', 'myRequests'],
    ['begrippen', 'definitions'],
    ['privacy', 'privacy'],
    ['hulp', 'help'],
    ['Hoi!', 'help'],
    ['', 'help'],
    ['nood', 'emergency'],
    ['SPOED', 'emergency'],
    ['stop', 'stop'],
    ['Dagbericht uit', 'digestOff'],
    ['dagbericht aan', 'digestOn'],
    ['over', 'about'],
    ['ik maak me geen zorgen', 'unknown'],
    ['wat eten we vanavond', 'unknown'],
    ['noot', 'unknown'],
  ])('when it is “%s”, then it means %s', (text, meant) => {
    expect(means(text)).toBe(meant);
  });

  test.each([
    'bel 112',
    'er is acuut gevaar',
    'hij heeft een mes',
    'zij werd gewurgd',
    'het is levensgevaar',
    'hij dreigt nu',
  ])('when it speaks of danger (“%s”), then that is heard, whatever else it says (R-079)', (text) => {
    expect(speaksOfDanger(text)).toBe(true);
    expect(means(text)).toBe('emergency');
    expect(speaksOfDanger(`ik maak me zorgen: ${text}`)).toBe(true);
  });

  test.each(['messen', 'de mestvaalt', 'komt om 11.12 uur', 'wat een mesdag'])(
    'when “%s” only looks like it, then it does not',
    (text) => {
      expect(speaksOfDanger(text)).toBe(false);
    },
  );

  test('when anything at all is typed, then it means something and never breaks', () => {
    const anything = string({ unit: 'grapheme', maxLength: 200 });
    assert(property(anything, (text) => means(text) !== '' && typeof speaksOfDanger(text) === 'boolean'));
  });
});

describe('given two words', () => {
  test.each([
    ['zorgen', 'zorgen', 0],
    ['zrogen', 'zorgen', 1],
    ['zorge', 'zorgen', 1],
    ['zoorgen', 'zorgen', 1],
    ['zorken', 'zorgen', 1],
    ['', 'hulp', 4],
    ['kat', 'hond', 4],
  ])('when “%s” becomes “%s”, then it takes %i changes, and as many the other way', (a, b, changes) => {
    expect([distance(a, b), distance(b, a)]).toEqual([changes, changes]);
  });
});
