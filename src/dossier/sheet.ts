import type { Block, Document } from './blocks';
import { colours, measures, sizes } from './look';
import { Paper, type Style } from './paper';
import { drawTimeline } from './timeline';

type Pdf = PDFKit.PDFDocument;
export type Contents = { headings: readonly { text: string; page: number }[]; pages: number };

/** A heading never stands alone at the foot of a page. */
const KEEP_WITH_NEXT = 60;
/** Two lines of a label fit beside its text. */
const LONG_LABEL = 32;

/** Puts blocks on pages, each part tagged for people who listen to it. */
export class Sheet extends Paper {
  private readonly headings: { text: string; page: number }[] = [];
  private readonly root: PDFKit.PDFStructureElement;

  constructor(
    pdf: Pdf,
    document: Document,
    private readonly known: Contents | undefined,
  ) {
    super(pdf, document, known?.pages);
    this.root = pdf.struct('Document');
    pdf.addStructure(this.root);
    pdf.addPage();
  }

  end(): Contents {
    this.root.end();
    return { headings: this.headings, pages: this.pages };
  }

  put(block: Block): void {
    switch (block.kind) {
      case 'title':
        this.tagged('H1', () => this.write(block.text, sizes.title, 'strong', colours.accent));
        for (const line of block.lines) this.tagged('P', () => this.write(line, sizes[2], 'plain', colours.quiet));
        this.pdf.moveDown();
        return;
      case 'heading':
        return this.heading(block.level, block.text);
      case 'text': {
        const strong = block.tone === 'strong';
        const colour = block.tone === 'quiet' ? colours.quiet : colours.text;
        this.tagged('P', () => this.write(block.text, sizes.text, strong ? 'strong' : 'plain', colour));
        this.pdf.moveDown(0.4);
        return;
      }
      case 'list':
        for (const item of block.items) this.tagged('P', () => this.write(`–  ${item}`, sizes.text));
        this.pdf.moveDown(0.4);
        return;
      case 'facts':
        if (block.heading)
          this.tagged('P', () => this.write(block.heading ?? '', sizes.small, 'strong', colours.quiet));
        for (const row of block.rows) this.row(row.label, row.text);
        this.pdf.moveDown(0.3);
        return;
      case 'table':
        return this.table(block);
      case 'signature':
        return this.signature(block);
      case 'lines':
        this.tagged('P', () => this.write(block.label, sizes.text, 'strong'));
        for (let i = 0; i < block.count; i += 1) this.rule(22);
        this.pdf.moveDown(0.6);
        return;
      case 'timeline':
        this.room(block.rows.length * 22 + 50);
        this.tagged('Figure', () => drawTimeline(this.pdf, block, colours), block.alt);
        return;
      case 'contents':
        return this.contents();
      case 'newPage':
        this.pdf.addPage();
        return;
    }
  }

  private write(text: string, size: number, font: Style['font'] = 'plain', colour: string = colours.text): void {
    this.in(font, size, colour).text(text, measures.margins.left, this.pdf.y, { lineGap: 2 });
  }

  private tagged(kind: string, draw: () => void, alt?: string): void {
    const part = this.pdf.struct(kind, alt === undefined ? {} : { alt }, draw);
    this.root.add(part);
    part.end();
  }

  private heading(level: 1 | 2, text: string): void {
    this.room(KEEP_WITH_NEXT);
    if (this.pdf.y > measures.margins.top) this.pdf.moveDown(level === 1 ? 1 : 0.5);
    if (level === 1) {
      this.headings.push({ text, page: this.pages });
      this.pdf.outline.addItem(text);
    }
    this.tagged(level === 1 ? 'H2' : 'H3', () => this.write(text, sizes[level], 'strong', colours.accent));
    this.pdf.moveDown(0.3);
  }

  /** A label with its text beside it, or below when the label is long. */
  private row(label: string, text: string): void {
    const { left } = measures.margins;
    const whole = this.pdf.page.width - left - measures.margins.right;
    const labelWidth = measures.label - 10;
    const height = this.in('strong', sizes.text, colours.quiet).heightOfString(`${label}:`, {
      width: labelWidth,
      lineGap: 2,
    });
    const below = height > LONG_LABEL;
    this.room(below ? KEEP_WITH_NEXT / 2 : height);
    const [top, page] = [this.pdf.y, this.pages];
    this.tagged('P', () => {
      this.in('strong', sizes.text, colours.quiet).text(`${label}:`, left, top, {
        width: below ? whole : labelWidth,
        lineGap: 2,
      });
      const after = this.pdf.y;
      const [x, y, width] = below ? [left, after, whole] : [left + measures.label, top, whole - measures.label];
      this.in('plain', sizes.text).text(text, x, y, { width, lineGap: 2 });
      // The longer of the two decides where the next row begins, unless the text went on to another page.
      if (page === this.pages) this.pdf.y = Math.max(this.pdf.y, after);
    });
    if (below) this.pdf.moveDown(0.3);
  }

  private table({ head, rows, widths }: Extract<Block, { kind: 'table' }>): void {
    const { left, right } = measures.margins;
    const whole = this.pdf.page.width - left - right;
    const starts = widths.map((_width, i) => left + widths.slice(0, i).reduce((sum, width) => sum + width * whole, 0));
    const line = (cells: readonly string[], font: Style['font']): void => {
      this.in(font, sizes.text);
      const options = cells.map((_cell, i) => ({ width: (widths[i] ?? 0) * whole - 8, lineGap: 1 }));
      const height = Math.max(...cells.map((cell, i) => this.pdf.heightOfString(cell, options[i])));
      this.room(height + 6);
      const top = this.pdf.y;
      this.tagged('P', () => cells.forEach((cell, i) => this.pdf.text(cell, starts[i], top, options[i])));
      this.pdf.y = top + height + 3;
      this.line();
      this.pdf.y += 3;
    };
    line(head, 'strong');
    for (const cells of rows) line(cells, 'plain');
    this.pdf.moveDown(0.4);
  }

  private signature({ name, state, remark }: Extract<Block, { kind: 'signature' }>): void {
    this.room(90);
    this.row(name, state);
    if (remark) this.row('Opmerking', remark);
    this.row('Handtekening', '');
    this.rule(30);
    this.row('Datum', '');
    this.pdf.moveDown();
  }

  private contents(): void {
    const places = this.known?.headings ?? [];
    this.tagged('H2', () => this.write('Inhoud', sizes[1], 'strong', colours.accent));
    for (const { text, page } of places) this.row(`Bladzijde ${page}`, text);
    // The first pass does not know the headings yet: a page of its own keeps the rest where it is.
    this.pdf.addPage();
  }
}
