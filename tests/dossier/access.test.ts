import { documentOf, fileOf } from '../../src/dossier/documents';
import { factsWith } from '../cards/everyFact';
import { caseNames } from '../cards/caseFiles';
import { nurse } from '../cards/context';
import { pdfOf, readPdf, wholeText } from './pdfText';
import { sourcesIn, sourcesOf } from './sources';

type Told = { label: string; text: string; nakijken: string[] };
type Given = {
  leerling: { name: string };
  vastleggingen: { nummer: number; soort: string; verbeterdIn: number[]; regels: Told[] }[];
};

const printed = async (sources: ReturnType<typeof sourcesOf>, of = 'ouder'): Promise<string> => {
  const document = documentOf('inzage', sources, of);
  if (!document) throw new Error('no document');
  return wholeText(await readPdf(await pdfOf(document)));
};
const asData = (sources: ReturnType<typeof sourcesOf>, of = 'ouder'): Given => {
  const file = fileOf('inzage-gegevens', sources, of);
  if (!file) throw new Error('no file');
  return JSON.parse(file.text) as Given; // what was just written
};

const of = factsWith((about) => about);
const events = [
  { ...of.CaseOpened, pupil: { name: 'Sam de Vries', group: 'groep 8' } },
  { ...of.SignalRecorded, source: 'zelf', text: 'Sam had een blauwe plek.' } as const,
  { ...of.SignalRecorded, source: 'derde', sourceName: 'Truus Bakker', text: 'Er was ruzie op straat.' } as const,
  { ...of.SignalRecorded, source: 'kind', text: 'Ik wil niet naar huis.' } as const,
  { ...of.SignalRecorded, source: 'zelf', text: 'Truus haalde Sam op.' } as const,
  { ...of.EntryCorrected, entry: 2, text: 'Het was de linkerarm.', reason: 'Vergissing' },
];
const sources = sourcesOf(events);
const lineWith = (data: Given, text: string): Told | undefined =>
  data.vastleggingen.flatMap(({ regels }) => regels).find((one) => one.text === text);

jest.setTimeout(30_000); // the first page of all loads the fonts

describe('given somebody over whom there is a file, when they ask what is in it', () => {
  test('then everything that was recorded is in it, and each line that others are in is marked, to look at first', () => {
    const data = asData(sources);
    expect(data.vastleggingen.map(({ nummer }) => nummer)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(data.leerling.name).toBe('Sam de Vries');
    expect(lineWith(data, 'Sam had een blauwe plek.')?.nakijken).toEqual([]);
    expect(lineWith(data, 'Er was ruzie op straat.')?.nakijken).toEqual(['bron']);
    expect(lineWith(data, 'Truus haalde Sam op.')?.nakijken).toEqual(['ander']);
  });

  test('then what the child said in trust is marked for a parent, and not for the child', () => {
    expect(lineWith(asData(sources, 'ouder'), 'Ik wil niet naar huis.')?.nakijken).toEqual(['kind']);
    expect(lineWith(asData(sources, 'leerling'), 'Ik wil niet naar huis.')?.nakijken).toEqual([]);
  });

  test('then a line that was set right stands there with both texts', async () => {
    const data = asData(sources);
    expect(data.vastleggingen[1]?.verbeterdIn).toEqual([6]);
    const text = await printed(sources);
    expect(text).toContain('Sam had een blauwe plek.');
    expect(text).toContain('Het was de linkerarm.');
    expect(text).toContain('Later verbeterd: zie nummer 6.');
  });

  test('then on paper it says what must be looked at, why the data are kept, how long, and where to complain', async () => {
    const text = await printed(sources);
    for (const part of [
      ...['Inzage in het dossier', 'Voor een ouder of verzorger', 'dit is nog niet om te geven'],
      ...['▲ Signaal', '[Nakijken: Iemand anders vertelde dit]', 'bewaart een dossier 24 maanden'],
      ...['Autoriteit Persoonsgegevens', 'niet door een computer'],
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('Overleg over deze inzage eerst met Veilig Thuis');
    expect(await printed(sourcesOf([...events, of.ConversationWaived]))).toContain(
      'Overleg over deze inzage eerst met Veilig Thuis',
    );
  });

  test('then for nobody in particular there is nothing', () => {
    expect(documentOf('inzage', sources, nurse)).toBeUndefined();
    expect(fileOf('inzage-gegevens', sources, '')).toBeUndefined();
  });

  test.each(caseNames)('then from %s nothing is left out', (name) => {
    const all = sourcesIn(name);
    expect(asData(all).vastleggingen).toHaveLength(all.entries.length);
    const others = asData(all).vastleggingen.filter(({ soort }) => /advies|Veilig Thuis/i.test(soort));
    for (const { regels } of others.filter(({ soort }) => soort.startsWith('Antwoord')))
      expect(regels.every(({ nakijken }) => nakijken.includes('bron'))).toBe(true);
  });
});
