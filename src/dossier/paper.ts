import type { Document } from './blocks';
import { colours, measures, sizes } from './look';

export type Style = { font: 'plain' | 'strong'; size: number; colour: string };

/** A line of text with what is between lines. */
export const LINE = sizes.text * 1.17 + 2;
/** A text of this many lines stays together; of a longer one at least so many stand on either side of a page's end. */
const WHOLE_LINES = 5;
const LEAST_LINES = 3;

/** No more lines than this, however wide its letters are and wherever it breaks. */
const atMostLines = (text: string, width: number): number =>
  text.split('\n').reduce((lines, part) => lines + 1 + Math.ceil(part.length / ((width / sizes.text) * 0.6)), 0);

/** Pages with what stands around them: header, page number, lines. None of it is part of what is read. */
export class Paper {
  protected pages = 0;
  private style: Style = { font: 'plain', size: sizes.text, colour: colours.text };

  /** `total`: how many pages there are, when that is known. */
  constructor(
    protected readonly pdf: PDFKit.PDFDocument,
    private readonly document: Document,
    private readonly total: number | undefined,
  ) {
    pdf.on('pageAdded', () => this.dress());
  }

  /** Sets how what follows looks; a new page in the middle of a text comes back to it. */
  protected in(font: Style['font'], size: number, colour: string = colours.text): PDFKit.PDFDocument {
    this.style = { font, size, colour };
    return this.pdf.font(font).fontSize(size).fillColor(colour);
  }

  /** Moves to a new page when this much height, in points, is not left. */
  protected room(height: number): void {
    if (this.pdf.y + height > this.pdf.page.height - measures.margins.bottom) this.pdf.addPage();
  }

  /**
   * Draws a text so that no line or two of it stand alone before or after the end of a page: a short one goes to the next page
   * as a whole, a longer one breaks a little earlier. It is laid out beforehand only where it may not fit.
   */
  protected together(text: string, width: number, draw: () => void): void {
    const { page, y } = this.pdf;
    const fit = Math.floor((page.height - measures.margins.bottom - y) / LINE);
    if (atMostLines(text, width) <= fit) return draw();
    const height = this.in('plain', sizes.text).heightOfString(text, { width, lineGap: 2 });
    const lines = Math.max(1, Math.round(height / LINE));
    if (lines > fit && (lines <= WHOLE_LINES || fit < LEAST_LINES)) this.pdf.addPage();
    const over = lines - fit;
    const earlier = lines > WHOLE_LINES && over > 0 && over < LEAST_LINES ? LEAST_LINES - over : 0;
    const { margins } = this.pdf.page;
    const { bottom } = margins;
    margins.bottom = bottom + earlier * LINE;
    draw();
    margins.bottom = bottom;
    this.pdf.page.margins.bottom = bottom;
  }

  protected rule(height: number): void {
    this.room(height);
    this.pdf.y += height;
    this.line();
    this.pdf.y += 4;
  }

  protected line(): void {
    const { pdf } = this;
    const end = pdf.page.width - measures.margins.right;
    this.artifact(() =>
      pdf.moveTo(measures.margins.left, pdf.y).lineTo(end, pdf.y).lineWidth(0.5).stroke(colours.line),
    );
  }

  /** Not part of what is read: lines, and what stands on every page. */
  protected artifact(draw: () => void, options: PDFKit.Mixins.MarkingOptions = { type: 'Layout' }): void {
    this.pdf.markContent('Artifact', options);
    draw();
    this.pdf.endMarkedContent();
  }

  /** What stands around every page. It leaves the place of the text as it was. */
  private dress(): void {
    this.pages += 1;
    const { pdf, document, total, pages } = this;
    const { left, right } = measures.margins;
    const width = pdf.page.width - left - right;
    const bottom = pdf.page.margins.bottom;
    pdf.page.margins.bottom = 0; // else a line in the margin begins a new page
    this.artifact(
      () => {
        pdf.font('plain').fontSize(sizes.small).fillColor(colours.quiet);
        if (pages > 1) pdf.text(document.header, left, 36, { width, lineBreak: false });
        const count = `Bladzijde ${pages} van ${total ?? pages}`;
        pdf.text(document.footer, left, pdf.page.height - 44, { width: width - 110, lineBreak: false });
        pdf.text(count, left + width - 110, pdf.page.height - 44, { width: 110, align: 'right', lineBreak: false });
      },
      { type: 'Pagination' },
    );
    pdf.page.margins.bottom = bottom;
    const { font, size, colour } = this.style;
    pdf.font(font).fontSize(size).fillColor(colour);
    pdf.x = left;
    pdf.y = measures.margins.top;
  }
}
