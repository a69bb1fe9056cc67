import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { promisify } from 'node:util';
import type { Document } from '../../src/dossier/blocks';
import { printPdf } from '../../src/dossier/pdf';

/** Collects what is written to it. */
export const collector = (): { out: Writable; bytes: () => Buffer } => {
  const parts: Buffer[] = [];
  const out = new Writable({
    write: (part: Buffer, _encoding, done) => {
      parts.push(part);
      done();
    },
  });
  return { out, bytes: () => Buffer.concat(parts) };
};

export const pdfOf = async (document: Document, at = '2026-11-24T10:00:00.000Z'): Promise<Buffer> => {
  const { out, bytes } = collector();
  await printPdf(document, at, out);
  return bytes();
};

/** The reader is an ES module, which a test can't load; a process of its own reads the file. */
const reader = `
  import { readFile } from 'node:fs/promises';
  import { getDocumentProxy, extractText } from 'unpdf';
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(process.argv[1])));
  const { text } = await extractText(pdf);
  const { info } = await pdf.getMetadata();
  const marked = await pdf.getMarkInfo();
  const outline = (await pdf.getOutline()) ?? [];
  const told = { pages: text, title: info.Title, language: info.Language, tagged: marked?.Marked ?? false };
  console.log(JSON.stringify({ ...told, outline: outline.map(({ title }) => title) }));
`;

export type ReadPdf = { pages: string[]; title: string; language: string; tagged: boolean; outline: string[] };

/** What a reader of the file finds: the text of each page, and what it says of itself. */
export const readPdf = async (pdf: Buffer): Promise<ReadPdf> => {
  const folder = await mkdtemp(join(tmpdir(), 'meldcode-pdf-'));
  try {
    const file = join(folder, 'document.pdf');
    await writeFile(file, pdf);
    const options = { cwd: join(__dirname, '../..'), maxBuffer: 64 * 1024 * 1024 };
    const args = ['--input-type=module', '-e', reader, file];
    const { stdout } = await promisify(execFile)(process.execPath, args, options);
    return JSON.parse(stdout) as ReadPdf; // what the script above prints
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** All pages as one text on one line. */
export const wholeText = ({ pages }: ReadPdf): string => onOneLine(pages.join(' '));
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
