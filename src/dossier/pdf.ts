import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Document } from './blocks';
import { measures } from './look';
import { Sheet, type Contents } from './sheet';

const fonts = {
  plain: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  strong: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
};

/** Lets go of what it gets: for the first pass, that only counts pages. */
const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

/** Writes the document once; gives the pages of its headings and how many pages there are. */
const pass = async (document: Document, at: string, out: Writable, known?: Contents): Promise<Contents> => {
  // Loaded with the first document: it takes a tenth of a start.
  const { default: PDFDocument } = await import('pdfkit');
  const pdf = new PDFDocument({
    size: 'A4',
    margins: measures.margins,
    tagged: true,
    pdfVersion: '1.7',
    lang: 'nl-NL',
    displayTitle: true,
    autoFirstPage: false,
    info: { Title: document.title, Creator: 'Meldcode', Producer: 'Meldcode', CreationDate: new Date(at) },
  });
  pdf.registerFont('plain', fonts.plain);
  pdf.registerFont('strong', fonts.strong);
  const written = finished(pdf.pipe(out));
  const sheet = new Sheet(pdf, document, known);
  for (const block of document.blocks()) {
    sheet.put(block);
    // A slow reader is waited for: memory does not grow with the length of the file.
    if (out.writableNeedDrain) await new Promise((drained) => out.once('drain', drained));
  }
  const contents = sheet.end();
  pdf.end();
  await written;
  return contents;
};

/**
 * Prints a document as PDF (A4, tagged, Dutch): written twice, for only the first time shows on which page each part begins.
 * @param at ISO-8601, the document's own date
 * @param out where the bytes go; ended when all is written
 */
export const printPdf = async (document: Document, at: string, out: Writable): Promise<void> => {
  const contents = await pass(document, at, nowhere());
  await pass(document, at, out, contents);
};
