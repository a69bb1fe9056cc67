import type { Document } from './blocks';
import { colours, measures, sizes } from './look';

export type Style = { font: 'plain' | 'strong'; size: number; colour: string };

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
