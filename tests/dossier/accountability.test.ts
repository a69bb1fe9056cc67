import { describeEntry } from '../../src/cards/entries';
import { accountabilityDossier } from '../../src/dossier/accountability';
import { caseNames } from '../cards/caseFiles';
import { school } from '../cards/context';
import { onOneLine, pdfOf, readPdf, wholeText, type ReadPdf } from './pdfText';
import { sourcesIn, sourcesOf } from './sources';

describe('given a case with everything in it, when its dossier is printed', () => {
  const sources = sourcesIn('a case with everything in it');
  let pdf: ReadPdf;
  beforeAll(async () => {
    pdf = await readPdf(await pdfOf(accountabilityDossier(sources)));
  }, 30_000);

  test('then it is a Dutch, tagged document with a title, an outline, and a number on every page', () => {
    expect(pdf).toMatchObject({ title: 'Verantwoordingsdossier MC-2026-7K3F9', language: 'nl-NL', tagged: true });
    pdf.pages.forEach((page, i) => expect(onOneLine(page)).toContain(`Bladzijde ${i + 1} van ${pdf.pages.length}`));
    pdf.pages.slice(1).forEach((page) => expect(onOneLine(page)).toContain('Vertrouwelijk · zaak MC-2026-7K3F9'));
    expect(pdf.outline).toEqual([
      'Om wie het gaat',
      'De vijf stappen',
      'Dossiercheck',
      'Wegen en beslissen',
      'Handtekeningen onder verslagen',
      'Alles wat is vastgelegd',
      'Wie dit dossier zag of meenam',
    ]);
  });

  test('then its table of contents points to the page where each part begins', () => {
    const first = onOneLine(pdf.pages[0] ?? '');
    for (const heading of pdf.outline) {
      const page = Number(new RegExp(`${heading} bladzijde (\\d+)`).exec(first)?.[1]);
      expect([heading, onOneLine(pdf.pages[page - 1] ?? '').includes(heading)]).toEqual([heading, true]);
    }
  });

  test('R-055 I-04: then every recorded fact stands in it, with its number', () => {
    const text = wholeText(pdf);
    const lost = sources.entries.filter(
      ({ seq, event }) => !text.includes(onOneLine(`${seq}. ${describeEntry(event, school).title}`)),
    );
    expect(lost).toEqual([]);
  });

  test('I-27: then facts, what somebody said, and opinions stand apart, in that order', () => {
    const text = wholeText(pdf);
    const talk = text.slice(text.lastIndexOf('Gesprek vastgelegd'));
    const places = ['Feiten', 'Wat iemand zei', 'Oordeel van wie dit vastlegde'].map((word) => talk.indexOf(word));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(talk.slice(places[1], places[2])).toContain('Reactie: Sam vertelde dit in de kring.');
  });

  test('then a corrected entry says so, and its first words are still there', () => {
    const correction = sources.entries.find(({ event }) => event.type === 'EntryCorrected');
    expect(correction).toBeDefined();
    expect(wholeText(pdf)).toContain(`Later verbeterd: zie nummer ${correction?.seq}.`);
    expect(wholeText(pdf)).toContain('Verbetering vastgelegd');
  });

  test('I-22: then it tells who saw it', () => {
    expect(wholeText(pdf)).toContain('Ilse ter Braak Overzicht');
  });
});

test.each(caseNames)(
  'given %s, when its dossier is printed, then it can be read',
  async (name) => {
    const { pages } = await readPdf(await pdfOf(accountabilityDossier(sourcesIn(name))));
    expect(pages.length).toBeGreaterThan(1);
    expect(onOneLine(pages.join(' '))).not.toMatch(/undefined|\[object|NaN/);
  },
  30_000,
);

test('given a case of a thousand entries, when its dossier is printed, then it takes at most 200 MB more', async () => {
  const { entries } = sourcesIn('a case with everything in it');
  const events = Array.from({ length: 1000 }, (_, i) => entries[i % entries.length]).flatMap((one) => one?.event ?? []);
  const before = process.memoryUsage().rss;
  const pdf = await pdfOf(accountabilityDossier(sourcesOf(events)));
  expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(200);
  expect((await readPdf(pdf)).pages.length).toBeGreaterThan(150);
}, 60_000);

describe('given a file that many looked at, when its dossier is printed', () => {
  test('then the heads of the columns stand above the rows on every page', async () => {
    const looks = Array.from({ length: 90 }, (_, i) => ({
      ...{ at: '2026-11-20T09:00:00.000Z', by: school.colleagues[0]?.id ?? '', what: `Kaart ${i + 1}` },
    }));
    const { pages } = await readPdf(
      await pdfOf(accountabilityDossier({ ...sourcesIn('a case that was opened'), looks })),
    );
    const withRows = pages.map(onOneLine).filter((page) => /Kaart \d/.test(page));
    expect(withRows.length).toBeGreaterThan(2);
    expect(withRows.filter((page) => !page.includes('Wanneer Wie Wat'))).toEqual([]);
  }, 30_000);
});
