import { documents, type DocumentName } from '../../src/cards/documents';
import { documentOf } from '../../src/dossier/documents';
import { factsWith } from '../cards/everyFact';
import { school } from '../cards/context';
import { pdfOf, readPdf, wholeText } from './pdfText';
import { sourcesIn, sourcesOf } from './sources';

const everything = sourcesIn('a case with everything in it');
const printed = async (name: DocumentName, of = '', sources = everything): Promise<string> => {
  const document = documentOf(name, sources, of);
  if (!document) throw new Error(`no ${name}`);
  return wholeText(await readPdf(await pdfOf(document)));
};

jest.setTimeout(60_000); // the first document loads the library

describe('given a talk that was recorded', () => {
  test('A-21: when its report is printed, then it tells the talk and has a place to sign for everybody', async () => {
    const one = factsWith((about) => about);
    const talk = { ...one.ConversationRecorded, id: 'g-7' };
    const signed = { ...one.SignatureRecorded, conversation: 'g-7', person: 'Moeder', state: 'geweigerd' } as const;
    const text = await printed('gespreksverslag', 'g-7', sourcesOf([one.CaseOpened, talk, signed]));
    for (const word of ['Gespreksverslag', 'Doel', 'Feiten', 'Reactie', 'Duiding', 'Afspraken', 'Moeder: Geweigerd'])
      expect(text).toContain(word);
    expect(text.match(/Handtekening:/g)).toHaveLength(2);
    expect(text.indexOf('Reactie:')).toBeLessThan(text.indexOf('Uitleg van school:'));
    expect(text).toContain('Opmerkingen');
  });

  test('when another talk is asked for, then there is no report', () => {
    expect(documentOf('gespreksverslag', everything, 'another')).toBeUndefined();
  });
});

describe('given a team with people from outside the school', () => {
  test('R-069: when the form for consent is printed, then a parent can say yes or no, and sign', async () => {
    const text = await printed('toestemmingsformulier');
    for (const word of [
      'Toestemming om te overleggen',
      'diepteteam',
      'Ja, open: met de naam erbij',
      'Nee',
      'intrekken',
    ])
      expect(text).toContain(word);
    expect(text.match(/Handtekening:/g)).toHaveLength(2);
  });
});

describe('given a melding that somebody is going to make', () => {
  test('R-152 R-153 I-27: when it is prepared on paper, then facts come first, each with its source, and nothing is sent', async () => {
    const text = await printed('voorbereiding-melding');
    const order = [
      ...['1. Wie meldt', '2. Om welk kind het gaat', '3. Wat er aan de hand is', 'Feiten: gezien of gehoord'],
      ...['Wat anderen vertelden, met de bron', 'Indrukken: wat wij denken', '4. Wat er al is gedaan'],
      ...['5. Hoe wij het wegen', '6. Niet zomaar delen', '7. Wat je afspreekt'],
    ].map((heading) => text.indexOf(heading));
    expect(Math.min(...order)).toBeGreaterThanOrEqual(0);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(text).toContain(`Bel altijd eerst: Veilig Thuis, ${school.contacts.veiligThuis.phone}.`);
    expect(text).toContain('Het wordt nergens naartoe gestuurd.');
    expect(text).toMatch(/gezien of gehoord door Marieke Jansen: Signaal/);
  });
});

const apart = ['gespreksverslag', 'inzage-gegevens', 'cijfers']; // a talk of its own; no paper; of no case
test.each(Object.keys(documents).filter((name) => !apart.includes(name)))(
  'given a case that was just opened, when its %s is printed, then it is whole and Dutch',
  async (name) => {
    const text = await printed(
      name as DocumentName,
      name === 'inzage' ? 'ouder' : '',
      sourcesIn('a case that was opened'),
    ); // a key of the table
    expect(text.length).toBeGreaterThan(200);
    expect(text).not.toMatch(/undefined|\[object|NaN/);
  },
);
