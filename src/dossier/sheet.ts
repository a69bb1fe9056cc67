import type { Block, Document } from './blocks';
import { colours, measures, sizes, spaces } from './look';
import { LINE, Paper, type Style } from './paper';
import { drawTimeline } from './timeline';

type Pdf = PDFKit.PDFDocument;
export type Contents = { headings: readonly { text: string; page: number }[]; pages: number };

/** A heading never stands alone at the foot of a page: who recorded it, and the first words, go with it. */
const KEEP_WITH_NEXT = 125;
/** What a group is called, and as much of its first row as stays together. */
const FIRST_ROW = 85;
/** Two lines of a label fit beside its text. */
const LONG_LABEL = 36;

/** Puts blocks on pages, each part tagged for people who listen to it. */
export class Sheet extends Paper {
  private readonly headings: { text: string; page: number }[] = [];
  private readonly long = new Map<string, boolean>();
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
        for (const item of block.items) this.item(item);
        this.pdf.moveDown(0.4);
        return;
      case 'facts':
        if (block.heading) {
          this.room(FIRST_ROW);
          this.tagged('P', () => this.write(block.heading ?? '', sizes.small, 'strong', colours.accent));
          this.pdf.moveDown(0.2);
        }
        for (const row of block.rows) this.row(row.label, row.text);
        this.pdf.moveDown(0.3);
        return;
      case 'table':
        return this.table(block);
      case 'signature':
        return this.signature(block);
      case 'lines':
        return this.lines(block);
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

  /** A dash, and its text beside it: a second line does not go back under the dash. */
  private item(text: string): void {
    const { left, right } = measures.margins;
    const width = this.pdf.page.width - left - right - spaces.dash;
    this.together(text, width, () =>
      this.tagged('P', () => {
        const top = this.pdf.y;
        this.in('plain', sizes.text).text('–', left, top, { lineBreak: false });
        this.pdf.text(text, left + spaces.dash, top, { width, lineGap: 2 });
      }),
    );
    this.pdf.y += spaces.rows;
  }

  /** A label with its text beside it, or below when the label is long. */
  private row(label: string, text: string): void {
    const { left } = measures.margins;
    const whole = this.pdf.page.width - left - measures.margins.right;
    const labelWidth = measures.label - 10;
    const below = this.isLong(label, labelWidth);
    const width = below ? whole : whole - measures.label;
    this.room(below ? FIRST_ROW : 2 * LINE);
    this.together(text, width, () => {
      const [top, page] = [this.pdf.y, this.pages];
      this.tagged('P', () => {
        const labelled = { width: below ? whole : labelWidth, lineGap: 2 };
        this.in('strong', sizes.text, colours.quiet).text(`${label}:`, left, top, labelled);
        const after = this.pdf.y;
        const [x, y] = below ? [left, after] : [left + measures.label, top];
        this.in('plain', sizes.text).text(text, x, y, { width, lineGap: 2 });
        // The longer of the two decides where the next row begins, unless the text went on to another page.
        if (page === this.pages) this.pdf.y = Math.max(this.pdf.y, after);
      });
    });
    this.pdf.y += spaces.rows;
  }

  /** Does this label need more than two lines? Labels are few, and asked for again and again. */
  private isLong(label: string, width: number): boolean {
    const height = (): number => this.in('strong', sizes.text).heightOfString(`${label}:`, { width, lineGap: 2 });
    const long = this.long.get(label) ?? height() > LONG_LABEL;
    this.long.set(label, long);
    return long;
  }

  private table({ head, rows, widths }: Extract<Block, { kind: 'table' }>): void {
    const { left, right } = measures.margins;
    const whole = this.pdf.page.width - left - right;
    const starts = widths.map((_width, i) => left + widths.slice(0, i).reduce((sum, width) => sum + width * whole, 0));
    const line = (cells: readonly string[], font: Style['font'], draw: (cells: () => void) => void): void => {
      const options = cells.map((_cell, i) => ({ width: (widths[i] ?? 0) * whole - 8, lineGap: 1 }));
      this.in(font, sizes.text);
      const height = Math.max(...cells.map((cell, i) => this.pdf.heightOfString(cell, options[i])));
      const page = this.pages;
      this.room(height + 6);
      // What the columns hold is told again above the rest; whoever listens heard it already.
      if (page !== this.pages && cells !== head) line(head, 'strong', (told) => this.artifact(told));
      this.in(font, sizes.text);
      const top = this.pdf.y;
      draw(() => cells.forEach((cell, i) => this.pdf.text(cell, starts[i], top, options[i])));
      this.pdf.y = top + height + 3;
      this.line();
      this.pdf.y += 3;
    };
    const read = (cells: () => void): void => this.tagged('P', cells);
    this.room(KEEP_WITH_NEXT / 2);
    line(head, 'strong', read);
    for (const cells of rows) line(cells, 'plain', read);
    this.pdf.moveDown(0.4);
  }

  /** Room to write in: as many lines as this page still holds, if that is more than one; else all of them on the next. */
  private lines({ label, count }: Extract<Block, { kind: 'lines' }>): void {
    const left = this.pdf.page.height - measures.margins.bottom - this.pdf.y - LINE;
    const fit = Math.floor(left / (spaces.write + spaces.rows + 1));
    if (fit < Math.min(count, 2)) this.pdf.addPage();
    this.tagged('P', () => this.write(label, sizes.text, 'strong'));
    for (let i = 0; i < (fit < 2 ? count : Math.min(count, fit)); i += 1) this.rule(spaces.write);
    this.pdf.moveDown(0.6);
  }

  /** Who signs, with lines to write the name, the day and the signature on. */
  private signature({ name, state, remark }: Extract<Block, { kind: 'signature' }>): void {
    this.room(4 * spaces.write + 4 * LINE);
    this.row(name, state);
    if (state === '') this.rule(4);
    if (remark) this.row('Opmerking', remark);
    this.pdf.y += spaces.sign;
    const top = this.pdf.y;
    this.tagged('P', () => {
      const { left } = measures.margins;
      this.in('strong', sizes.text, colours.quiet).text('Datum:', left, top, { lineBreak: false });
      this.pdf.text('Handtekening:', left + measures.label, top, { lineGap: 2 });
    });
    this.rule(4);
    this.pdf.moveDown();
  }

  private contents(): void {
    const places = this.known?.headings ?? [];
    const width = this.pdf.page.width - measures.margins.left - measures.margins.right;
    this.pdf.moveDown();
    this.tagged('H2', () => this.write('Inhoud', sizes[1], 'strong', colours.accent));
    this.pdf.moveDown(0.3);
    for (const { text, page } of places)
      this.tagged('P', () => {
        const top = this.pdf.y;
        this.write(text, sizes.text);
        this.pdf.text(`bladzijde ${page}`, measures.margins.left, top, { width, align: 'right', lineGap: 2 });
        this.pdf.y += spaces.rows;
      });
    // The first pass does not know the headings yet: a page of its own keeps the rest where it is.
    this.pdf.addPage();
  }
}
