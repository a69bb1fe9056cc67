import type { Block } from './blocks';

type Pdf = PDFKit.PDFDocument;
type Colours = Readonly<Record<'text' | 'quiet' | 'line' | 'fill' | 'accent', string>>;

const day = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const labelWidth = 150;
const rowHeight = 20;

/** Draws what happened when: a row for each step, a dot for each moment. Leaves `y` below the picture. */
export const drawTimeline = (
  pdf: Pdf,
  { rows, from, until }: Extract<Block, { kind: 'timeline' }>,
  colours: Colours,
): void => {
  const { left, right } = pdf.page.margins;
  const [start, end] = [left + labelWidth, pdf.page.width - right];
  const [first, last] = [Date.parse(from), Date.parse(until)];
  const place = (at: string): number =>
    start + 6 + ((Date.parse(at) - first) / Math.max(1, last - first)) * (end - start - 12);
  const top = pdf.y;
  rows.forEach(({ label, at }, i) => {
    const y = top + i * rowHeight;
    if (i % 2 === 0) pdf.rect(left, y, end - left, rowHeight).fill(colours.fill);
    pdf.font('plain').fontSize(8.5).fillColor(colours.text);
    pdf.text(label, left + 4, y + 5, { width: labelWidth - 8, lineBreak: false });
    for (const moment of at)
      pdf
        .circle(place(moment), y + rowHeight / 2, 3)
        .fillOpacity(0.7)
        .fill(colours.accent);
    pdf.fillOpacity(1);
  });
  const below = top + rows.length * rowHeight + 4;
  pdf.font('plain').fontSize(8).fillColor(colours.quiet);
  pdf.text(day.format(first), start, below, { lineBreak: false });
  pdf.text(day.format(last), start, below, { width: end - start, align: 'right', lineBreak: false });
  pdf.x = left;
  pdf.y = below + 20;
};
